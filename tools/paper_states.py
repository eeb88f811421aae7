"""Dialogs in which papers are taken out, over the secretary's page: for the pictures of ``make shots``."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtWidgets import QWidget

from reader.core.paper_saved import Saved, Year
from reader.ui.desk.papers import DeskPapers
from reader.ui.papers.savings import SavingsDialog
from reader.ui.tasks import Asker, BookThread
from sync.model.ids import MeetingId
from tools.compose_states import meeting_chosen
from tools.count_states import NOW, counted, desk, later

_TITLES = (
    "Kỳ họp thứ sáu, HĐND xã Suối Lam khóa XXI",
    "Họp Thường trực HĐND mở rộng",
    "Kỳ họp thứ năm (chuyên đề)",
    "Kỳ họp thứ tư",
)


def paper_states() -> dict[str, Callable[[], QWidget]]:
    """Makers of whole screens with a dialog open, by the name of their picture."""
    return {
        "13-compose-meeting": meeting_chosen,
        "15-papers": lambda: _over(lambda papers: papers.ask()),
        "15-papers-invitation": lambda: _over(lambda papers: papers.inviting.ask(MeetingId("ky-hop-5"))),
        "15-papers-templates": lambda: _over(lambda papers: papers.templates.ask()),
        "15-papers-saved": lambda: _over(_saved),
    }


def _over(act: Callable[[DeskPapers], object]) -> QWidget:
    screen = desk(counted())
    papers = DeskPapers(Asker(BookThread()), screen, lambda: MeetingId("ky-hop-5"))
    return later(screen, lambda: act(papers))


def _saved(papers: DeskPapers) -> None:
    meetings = tuple(
        Saved(
            meeting=MeetingId(f"m-{number}"),
            title=title,
            starts=NOW - timedelta(days=30 * number),
            readers=26 - number,
            others=number,
            pages=4_212 - 300 * number,
            sheets=2_130 - 150 * number,
        )
        for number, title in enumerate(_TITLES)
    )
    SavingsDialog(papers.writer, meetings[0], Year(NOW.year, 300, meetings)).open()
