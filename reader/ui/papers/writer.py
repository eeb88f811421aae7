"""Writes a paper where the person says: a Word file at once, a PDF by LibreOffice, which can be stopped."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from reader.core.book import Book
from reader.core.converting import program
from reader.core.exporting import write_export
from reader.core.papers import save_paper
from reader.ui.file_names import named_as
from reader.ui.long_work import LongWork, Stopped, Tell, Work
from reader.ui.tasks import Asker
from reader.ui.theme import Tone
from sync.errors import SohopError

_WORD, _PDF = ".docx", ".pdf"
Make = Callable[[Book], bytes]


class Say(Protocol):
    """Tells the person something: title, text, tone."""

    def __call__(self, title: str, text: str = "", said: Tone = Tone.OK) -> None: ...


class PaperWriter(QObject):
    """`ask` asks where to, `write` writes. One at a time, over one window."""

    def __init__(
        self, books: Asker, window: QWidget, say: Say, problem: Callable[[SohopError], None]
    ) -> None:
        super().__init__(window)
        self.books = books
        self.window = window
        self.say = say
        self.problem = problem
        self.work = LongWork(window)

    def stop(self) -> None:
        """The screen goes."""
        self.work.stop()

    def ask(self, title: str, name: str, make: Make) -> None:
        """Word or PDF, and where? ``name`` is proposed, without its ending."""
        word, pdf = self.tr("Tài liệu Word (*.docx)"), self.tr("Tài liệu PDF (*.pdf)")
        at = str(Path.home() / f"{name}.docx")
        path, kind = QFileDialog.getSaveFileName(self.window, title, at, f"{word};;{pdf}")
        if path:
            self.write(named_as(Path(path), _PDF if kind == pdf else _WORD, (_WORD, _PDF)), make)

    def ask_calendar(self, title: str, name: str, make: Make) -> None:
        """Where to, with a calendar file?"""
        at, kinds = str(Path.home() / f"{name}.ics"), self.tr("Tệp lịch (*.ics)")
        path, _ = QFileDialog.getSaveFileName(self.window, title, at, kinds)
        if path:
            self.write_calendar(named_as(Path(path), ".ics", (".ics",)), make)

    def write_calendar(self, path: Path, make: Make) -> None:
        """Write what is made on the vault's thread, as it is."""

        def work(book: Book) -> Path:
            write_export(path, make(book))
            return path

        self.books.ask(work, self.told, self.problem)

    def write(self, path: Path, make: Make) -> None:
        """Write a paper that is made on the vault's thread."""
        if path.suffix.lower() != _PDF:
            self.books.ask(lambda book: save_paper(path, make(book), None), self.told, self.problem)
        else:
            self.books.ask(
                lambda book: (make(book), program(book)),
                lambda made: self._convert(path, *made),
                self.problem,
            )

    def told(self, path: Path) -> None:
        """It is written."""
        self.say(self.tr("Đã lưu văn bản"), self.tr("{file}. Ai có tệp này cũng đọc được.").format(file=path))

    def _convert(self, path: Path, data: bytes, soffice: Path | None) -> None:
        def run(_tell: Tell, stopped: Stopped) -> Path:
            return save_paper(path, data, soffice, stopped)

        self.work.start(Work(self.tr("LibreOffice đang làm PDF"), run, self.told, self.problem))
