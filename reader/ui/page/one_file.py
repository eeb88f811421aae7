"""Pages of one file of the vault's or of an archive, to be looked at: no marks, no place that is kept."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget

from reader.core.views import Place
from reader.pdf import DocumentSource, PdfClient, PdfErrorCode
from reader.store.documents import DocumentBytes
from reader.ui.page.source import Opening, PageSource
from reader.ui.page.view import PageView
from reader.ui.problems import sentence
from reader.ui.tasks import Asker
from reader.ui.widgets.empty import Empty
from sync.errors import SohopError
from sync.model.ids import Digest


class OneFile(QStackedWidget):
    """Shows one after another; `close_file` before the client goes."""

    def __init__(self, books: Asker, pdf: PdfClient) -> None:
        super().__init__()
        self._books = books
        self._pdf = pdf
        self._wanted = ""
        self._opening: Opening | None = None
        self._source: PageSource | None = None
        self.view = PageView()
        self.view.setAccessibleName(self.tr("Trang tài liệu"))
        self._empty = self._nothing()
        for page in (self._empty, self.view):
            self.addWidget(page)

    @property
    def shown(self) -> str:
        """The digest of the file whose pages are shown; empty for none."""
        return self._wanted if self._source is not None else ""

    def open(self, sha256: Digest) -> None:
        """Show its pages, or say why they can't be shown."""
        if sha256 == self._wanted:
            return
        self.close_file()
        self._wanted = sha256
        self._books.ask(
            lambda book: book.vault.documents.source(sha256),
            self._begin,
            lambda error: self._refuse(error) if sha256 == self._wanted else None,
        )

    def open_source(self, source: DocumentSource, sha256: Digest) -> None:
        """The same for bytes that lie elsewhere."""
        if sha256 == self._wanted:
            return
        self.close_file()
        self._wanted = sha256
        self._open(source)

    def close_file(self) -> None:
        """Nothing of it stays."""
        self._wanted = ""
        if self._opening is not None:
            self._opening.cancel()
            self._opening = None
        self.view.set_document(None)
        if self._source is not None:
            self._source.close()
            self._source = None
        self._say(self._nothing())

    def _begin(self, source: DocumentBytes) -> None:
        begun = self._opening is not None or self._source is not None  # asked for, left, asked for again
        if source.sha256 == self._wanted and not begun:
            self._open(source)

    def _open(self, source: DocumentSource) -> None:
        opening = self._opening = Opening(self._pdf, source)
        opening.opened.connect(self._show)
        opening.failed.connect(self._refuse)

    def _show(self, source: PageSource) -> None:
        self._opening, self._source = None, source
        self.view.set_document(source, Place())
        self.setCurrentWidget(self.view)

    def _refuse(self, error: SohopError | PdfErrorCode) -> None:
        self._wanted, self._opening = "", None  # it may be tried again
        said = self.tr("Tệp hỏng, hoặc nặng quá sức máy này.")
        if isinstance(error, SohopError):
            said = sentence(error)
        self._say(Empty("file-dashed", self.tr("Chưa mở được tài liệu này"), said))

    def _say(self, instead: Empty) -> None:
        """Something else than pages."""
        old, self._empty = self._empty, instead
        self.addWidget(instead)
        self.setCurrentWidget(instead)
        self.removeWidget(old)
        old.deleteLater()

    def _nothing(self) -> Empty:
        return Empty("file-text", self.tr("Chọn một tài liệu để xem"))
