"""What the room is shown of a motion, before it is painted. While it is open: how many ballots, never which;
of a named vote: totals only."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from reader.core.views import DeskMotion, DeskView
from reader.ui.ballot import outcome
from reader.ui.ballot.outcome import Figure, State
from reader.ui.desk import words
from reader.ui.format import date_text, moment_text
from reader.ui.plain import plain_line
from reader.ui.theme import Tone
from reader.ui.widgets.threshold import Count
from sync.model.motion import MotionState
from sync.model.rules import Secrecy

_NO_WORDS = State("", Tone.PLAIN, "")


@dataclass(frozen=True)
class Scene:
    """One picture. What is empty is not shown; `share` is the turnout from 0 to 1."""

    head: str
    state: str
    title: str
    question: str = ""
    verdict: State = _NO_WORDS
    sentence: str = ""
    flags: tuple[str, ...] = ()
    share: float | None = None
    count: Count | None = None
    figures: tuple[Figure, ...] = ()

    @property
    def spoken(self) -> str:
        """All of it as words."""
        lines = [
            f"{one.label}: {one.number}" + (f", {one.note.text}" if one.note else "") for one in self.figures
        ]
        parts = [self.title, self.question, self.verdict.text, self.sentence, *self.flags, *lines]
        return ". ".join(part.rstrip(".") for part in parts if part)


def scene(view: DeskView, shown: DeskMotion) -> Scene:
    """The picture of a motion as it is now."""
    motion = shown.motion
    over = head(view)
    title, question = plain_line(motion.title), plain_line(motion.question)
    if motion.state is MotionState.CLOSED and motion.result is not None:
        result = motion.result
        at = result.closed_at
        closed = QCoreApplication.translate("Projector", "Đã kết thúc")
        if at is not None:
            closed = QCoreApplication.translate("Projector", "Kết thúc lúc {time}").format(
                time=moment_text(at)
            )
        return Scene(
            over,
            closed,
            question or title,
            verdict=outcome.verdict(motion),
            sentence=plain_line(outcome.sentence(motion)),
            flags=tuple(plain_line(one) for one in outcome.flags(motion)),
            count=outcome.bar_count(motion, result) if outcome.has_bar(motion) else None,
            figures=tuple(outcome.figures(motion, result)),
        )
    plain = Scene(over, _state(shown), title, "" if question == title else question)
    return _waiting(plain, shown)


def head(view: DeskView) -> str:
    """Whose meeting it is, over every picture."""
    office = plain_line(view.owner.office)
    meeting = plain_line(view.card.short or view.card.title)
    return " · ".join(part for part in (office, meeting, date_text(view.card.starts)) if part)


def _waiting(plain: Scene, shown: DeskMotion) -> Scene:
    """Before there is a result."""
    motion = shown.motion
    share: float | None = None
    said = ""
    if motion.state is MotionState.ENDED:
        text = words.turnout(shown)
        share = words.turned_out(shown) / shown.roll if shown.roll else 0.0
    elif motion.secrecy is Secrecy.SECRET and motion.state in (MotionState.DRAFTED, MotionState.OPEN):
        text = QCoreApplication.translate("Projector", "Bỏ phiếu kín")
        said = QCoreApplication.translate("Projector", "Bỏ phiếu giấy, kiểm phiếu tại phòng họp.")
    elif motion.state is MotionState.OPEN:
        text = words.turnout(shown)
        share = words.turned_out(shown) / shown.roll if shown.roll else 0.0
    elif motion.state is MotionState.ANNULLED:
        text = QCoreApplication.translate("Projector", "Đã hủy biểu quyết")
        said = plain_line(motion.annulled)
    elif motion.state is MotionState.CLOSED:
        text = QCoreApplication.translate("Projector", "Đang chờ kết quả")
    else:
        text = QCoreApplication.translate("Projector", "Chưa mở biểu quyết")
    return Scene(
        plain.head, plain.state, plain.title, plain.question, State(text, Tone.PLAIN, ""), said, share=share
    )


def _state(shown: DeskMotion) -> str:
    state = shown.motion.state
    if state is MotionState.OPEN:
        return QCoreApplication.translate("Projector", "Đang biểu quyết")
    if state is MotionState.ENDED:
        return QCoreApplication.translate("Projector", "Đang kiểm phiếu")
    if state is MotionState.CLOSED:
        return QCoreApplication.translate("Projector", "Đã kết thúc")
    return ""


def said_needed(needed: int) -> str:
    """The flag over the seats."""
    return QCoreApplication.translate("Projector", "Cần {n}").format(n=needed)


def said_present(there: int, away: int) -> str:
    """Under the seats: who is in the room."""
    return QCoreApplication.translate("Projector", "có mặt {n}, vắng {away}").format(n=there, away=away)


def said_more(lines: int) -> str:
    """Where there was no room for the rest."""
    return QCoreApplication.translate("Projector", "Còn {n} dòng nữa, xem trong biên bản.").format(n=lines)
