"""Archives for the pictures of ``make shots``: due on the shelf, asked for, opened again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from reader.core.archive.opening import ArchivedDocument, ArchivedItem, ArchiveView
from reader.core.archiving import Due, Offer
from reader.core.views import ShelfView
from reader.pdf import PdfClient
from reader.ui.archive.making import ArchiveDialog
from reader.ui.archive.screen import ArchiveScreen
from reader.ui.shelf.shelf import ShelfScreen
from reader.ui.tasks import Asker, BookThread
from sync import verify
from sync.model.ids import Digest, MeetingId

_TITLE = "Kỳ họp thứ năm, Hội đồng nhân dân xã Suối Lam khóa II"
_DRAFT = "Dự thảo nghị quyết"
_AGENDA = (
    ("1", "Dự toán và phân bổ ngân sách năm 2027", ("Tờ trình số 12/TTr-UBND", _DRAFT, "Báo cáo thẩm tra")),
    ("2", "Kế hoạch phát triển kinh tế - xã hội năm 2027", ("Tờ trình số 13/TTr-UBND", _DRAFT)),
    ("3", "Công tác nhân sự", ("Tờ trình số 14/TTr-HĐND",)),
)
_RULE = "Cần 14/26 phiếu tán thành (quá nửa tổng số đại biểu)"
_RESULTS = (
    ("Thông qua Nghị quyết về dự toán thu, chi ngân sách năm 2027?", f"{_RULE}; có 22; dư 8: thông qua."),
    ("Thông qua Nghị quyết về kế hoạch năm 2027?", f"{_RULE}; có 25; dư 11: thông qua."),
)


def archive_states(shelf: Callable[[], ShelfView]) -> dict[str, Callable[[], QWidget]]:
    """Makers of whole screens, by the name of their picture. ``shelf``: what stands behind the first two."""
    return {
        "14-shelf-archive-due": lambda: _due(shelf()),
        "14-archive-asked": lambda: _asked(shelf()),
        "14-archive-opened": lambda: _opened(own=True),
        "14-archive-of-another-office": lambda: _opened(own=False),
    }


def _due(view: ShelfView) -> QWidget:
    screen = ShelfScreen()
    screen.set_view(view)
    until = datetime.now(UTC) + timedelta(days=21)
    screen.archives.set_due([Due(MeetingId("m-5"), _TITLE, until)])
    return screen


def _asked(view: ShelfView) -> QWidget:
    screen = ShelfScreen()
    screen.set_view(view)
    offer = Offer(_TITLE, 24, 212_000_000, restricted=1, running=1, waiting=True, notes=7)
    QTimer.singleShot(0, screen, lambda: ArchiveDialog(offer, screen).open())
    return screen


def _opened(*, own: bool) -> QWidget:
    screen = ArchiveScreen(Asker(BookThread()), PdfClient())
    items = tuple(
        ArchivedItem(number, title, tuple(_document(name, f"{number}{at}") for at, name in enumerate(names)))
        for number, title, names in _AGENDA
    )
    motions = tuple(
        verify.MotionShown(f"v-{number}", question, sentence, sentence, annulled=False)
        for number, (question, sentence) in enumerate(_RESULTS)
    )
    view = ArchiveView(
        path=Path("ho-so.zip"),
        title=_TITLE,
        office="HĐND xã Suối Lam",
        starts="2026-12-11T01:00:00Z",
        place="Hội trường UBND xã",
        own=own,
        fingerprint="3f1c 9a2e 77b0 4d15 8c6e 02fa 91d3 5e48",
        signers=("Trần Thị Hạnh", "Đinh Công Minh"),
        items=items,
        motions=motions,
        checked=(),
        sums={},
        digest="",
    )
    screen.set_view(view)
    return screen


def _document(name: str, digest: str) -> ArchivedDocument:
    entry = verify.Entry(f"tai-lieu/{digest}.pdf", 100, 0, 0)
    return ArchivedDocument(name, Digest(digest), Path("ho-so.zip"), entry)
