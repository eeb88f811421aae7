"""The result of a motion as files: the sheet for the archive, the named ballots as tables. In clear."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from reader.core.book import Book
from reader.core.desk import desk
from reader.core.exporting import write_export
from reader.core.out_files import as_csv
from reader.core.papers import Paper, written
from reader.core.views import DeskMotion, DeskView
from sync.errors import Code, SohopError
from sync.model.ids import MeetingId, MotionId
from sync.model.rules import Secrecy

if TYPE_CHECKING:
    from reader.core.office.result_sheet import ResultSheet

_BALLOTS = (
    "motion",
    "name",
    "choices",
    "text",
    "counted",
    "reason",
    "recorded",
    "via",
    "entered_by",
    "confirmed_by",
    "admitted",
)


class ResultFile(StrEnum):
    """What is written, by the ending of its name."""

    WORD = ".docx"
    PDF = ".pdf"
    EXCEL = ".xlsx"
    CSV = ".csv"

    @property
    def names_people(self) -> bool:
        """Whether it says who chose what."""
        return self in (ResultFile.EXCEL, ResultFile.CSV)


def sheet_of(book: Book, meeting: MeetingId, motion: MotionId) -> ResultSheet:
    """What the sheet says, for whoever draws it.

    Raises ``SohopError(PACKET_UNKNOWN | NOT_DOWNLOADED)``, the latter while there is no result here.
    """
    from reader.core.office.result_sheet import result_sheet

    made = result_sheet(*_found(book, meeting, motion), book.now())
    assert made is not None, "what was found has a result"
    return made


def export_result(book: Book, meeting: MeetingId, motion: MotionId, path: Path) -> Path:
    """Write what the ending of ``path`` asks for; a PDF is drawn elsewhere: see ``sheet_of``, ``save``.

    It appears whole or not at all. Raises ``SohopError(PACKET_UNKNOWN | NOT_DOWNLOADED | DISK_FULL |
    FILE_REFUSED | TEMPLATE_WRONG)``.
    """
    # Only here: nobody's window waits for what writes Word and Excel files.
    from reader.core.office.ballots_xlsx import ballots_xlsx

    kind = ResultFile(path.suffix.lower())
    if not kind.names_people:
        return save(path, _sheet(book, sheet_of(book, meeting, motion)))
    view, shown = _found(book, meeting, motion)
    if kind is ResultFile.CSV:
        return save(path, ballots_csv((shown,)).encode())
    return save(path, ballots_xlsx((shown,), view.owner.office, book.now()))


def save(path: Path, data: bytes) -> Path:
    """Write a file, whole or not at all. Raises ``SohopError(DISK_FULL | FILE_REFUSED)``."""
    write_export(path, data)
    return path


def result_files(book: Book, view: DeskView, made: datetime) -> dict[str, bytes]:
    """A sheet for each motion that has a result, and one workbook of all named ballots, by file name.

    Raises ``SohopError(TEMPLATE_WRONG)``.
    """
    from reader.core.office.ballots_xlsx import ballots_xlsx
    from reader.core.office.result_sheet import result_sheet

    files: dict[str, bytes] = {}
    for shown in view.motions:
        sheet = result_sheet(view, shown, made)
        if sheet is not None:
            files[f"bien-ban-{shown.motion.number:02}.docx"] = _sheet(book, sheet)
    if any(is_named(shown) for shown in view.motions):
        named = [shown for shown in view.motions if is_named(shown)]
        files["phieu-ghi-ten.xlsx"] = ballots_xlsx(named, view.owner.office, made)
    return files


def _sheet(book: Book, sheet: ResultSheet) -> bytes:
    from reader.core.office.result_paper import result_paper

    return written(book, Paper.RESULT, result_paper(sheet, book.owner.emblem))


def is_named(shown: DeskMotion) -> bool:
    """Whether there are ballots that say who chose what."""
    return shown.motion.secrecy is Secrecy.OPEN and bool(shown.ballots)


def ballots_csv(motions: Iterable[DeskMotion]) -> str:
    """Every named ballot, for programs."""
    return as_csv(_BALLOTS, _ballot_rows(motions))


def _found(book: Book, meeting: MeetingId, motion: MotionId) -> tuple[DeskView, DeskMotion]:
    """A motion that has a result, on its page."""
    view = desk(book, meeting)
    shown = None if view is None else next((one for one in view.motions if one.motion.id == motion), None)
    if view is None or shown is None:
        raise SohopError(Code.PACKET_UNKNOWN)
    if shown.motion.result is None:
        raise SohopError(Code.NOT_DOWNLOADED)
    return view, shown


def _ballot_rows(motions: Iterable[DeskMotion]) -> Iterable[Sequence[object]]:
    for one in motions:
        labels = {choice.id: choice.label for choice in one.motion.choices}
        for ballot in one.ballots:
            yield (
                one.motion.title,
                ballot.name,
                "; ".join(labels.get(choice, choice) for choice in ballot.choices),
                ballot.text,
                "yes" if ballot.counted else "no",
                ballot.reason,
                ballot.recorded_at.isoformat(),
                ballot.via,
                ballot.entry.author if ballot.entry else "",
                ballot.entry.confirmer if ballot.entry else "",
                ballot.entry.reason if ballot.entry else "",
            )
