"""An archive that was opened: whether it verifies, agenda and results; and its documents to be read."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QLayout, QStackedWidget, QWidget

from reader.core.archive.opening import ArchivedDocument, ArchiveView
from reader.core.plain import plain_line
from reader.pdf import PdfClient
from reader.ui.format import date_text, language, time_text
from reader.ui.header import Header
from reader.ui.page.one_file import OneFile
from reader.ui.tasks import Asker
from reader.ui.theme import Colour, Role, Tone
from reader.ui.widgets import Banner, Button, Card, Column, Dialog, Flow, Kind, Line, Paragraph, Row, Scroll
from reader.ui.widgets.dialog import open_for
from reader.ui.widgets.surface import Surface


class ArchiveScreen(Surface):
    """Tabs of `header`: the summary (0), a document (1)."""

    backRequested = Signal()
    unpackRequested = Signal()

    def __init__(self, books: Asker, pdf: PdfClient) -> None:
        super().__init__(Colour.DESK, None, 0)
        self._view: ArchiveView | None = None
        self.dialog: Dialog | None = None
        self.header = Header(
            back=self.tr("Kệ họp"), title=" ", tabs=(self.tr("Hồ sơ lưu trữ"), self.tr("Tài liệu"))
        )
        self.file = OneFile(books, pdf)
        self.documents: dict[str, Button] = {}
        self._summary = Scroll(QWidget())
        self._pages = QStackedWidget()
        for page in (self._summary, self.file):
            self._pages.addWidget(page)
        column = Column(self, 0)
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        column.addWidget(self.header)
        column.addWidget(self._pages, 1)
        self.header.backPressed.connect(self.backRequested)
        self.header.tabChosen.connect(self._pages.setCurrentIndex)

    @property
    def view(self) -> ArchiveView | None:
        """What it shows."""
        return self._view

    def minimumSizeHint(self) -> QSize:
        return QSize(480, 320)

    def set_view(self, view: ArchiveView) -> None:
        """Show another archive."""
        self._view = view
        self.documents = {}
        self.file.close_file()
        self.header.set_title(view.title)
        self._pages.removeWidget(self._summary)
        self._summary.deleteLater()
        self._summary = Scroll(self._page(view))
        self._pages.insertWidget(0, self._summary)
        self.show_tab(0)

    def show_tab(self, number: int) -> None:
        """Go to a page."""
        self.header.set_tab(number)
        self._pages.setCurrentIndex(number)

    def read(self, document: ArchivedDocument) -> None:
        """Show a document's pages."""
        self.file.open_source(document, document.sha256)
        self.show_tab(1)

    def _page(self, view: ArchiveView) -> QWidget:
        card = Card((28, 24, 28, 24), 0)
        column = card.column
        column.addWidget(Paragraph(view.title, Role.PAGE_TITLE))
        column.addWidget(Paragraph(_where(view), Role.BODY, Colour.INK2))
        column.gap(16)
        column.addWidget(self._verified(view))
        acts = QWidget()
        flow = Flow(acts, 0, 12)
        told = Button(self.tr("Đã kiểm chứng những gì…"), icon="list-checks")
        told.clicked.connect(lambda _checked=False: self._tell(view))
        self.unpack_button = Button(self.tr("Lấy giấy tờ ra thư mục…"), icon="download-simple")
        self.unpack_button.clicked.connect(lambda _checked=False: self.unpackRequested.emit())
        for button in (told, self.unpack_button):
            flow.addWidget(button)
        column.gap(12)
        column.addWidget(acts)
        self._agenda(column, view)
        self._results(column, view)
        middle = Row(None, 0, 0)
        middle.addStretch(1)
        middle.addWidget(card, 8)
        middle.addStretch(1)
        page = QWidget()
        whole = Column(page, (24, 20, 24, 20))
        whole.addLayout(middle)
        whole.addStretch(1)
        return page

    def _verified(self, view: ArchiveView) -> Banner:
        names = ", ".join(view.signers)
        if view.own:
            text = self.tr("Nguyên vẹn như khi {names} ký; khóa gốc là của cơ quan này.").format(names=names)
            return Banner(self.tr("Hồ sơ đã kiểm chứng"), text, Tone.OK)
        text = self.tr(
            "Nguyên vẹn như khi {names} ký, nhưng khóa gốc không phải của cơ quan này. So vân tay "
            "{fingerprint} với vân tay mà cơ quan ấy công bố."
        ).format(names=names, fingerprint=view.fingerprint)
        return Banner(self.tr("Hồ sơ của cơ quan khác"), text, Tone.WAIT, icon="warning")

    def _agenda(self, column: Column, view: ArchiveView) -> None:
        self._head(column, self.tr("Chương trình và tài liệu"))
        for item in view.items:
            column.gap(12)
            column.addWidget(Paragraph(f"{item.number}. {item.title}", Role.BODY_STRONG))
            for document in item.documents:
                button = Button(document.name, Kind.QUIET, icon="file-text", align_left=True)
                button.setEnabled(document.entry is not None)
                button.clicked.connect(lambda _checked=False, document=document: self.read(document))
                self.documents[document.sha256] = button
                column.addWidget(button)

    def _results(self, column: Column, view: ArchiveView) -> None:
        if not view.motions:
            return
        self._head(column, self.tr("Kết quả biểu quyết, kiểm lại từ từng phiếu"))
        for motion in view.motions:
            sentence = motion.sentence_en if language() == "en" else motion.sentence_vi
            if motion.annulled:
                sentence = self.tr("Đã bị hủy.")
            column.gap(12)
            column.addWidget(Paragraph(plain_line(motion.question), Role.BODY_STRONG))
            column.addWidget(Paragraph(plain_line(sentence), Role.BODY))

    def _head(self, column: Column, words: str) -> None:
        column.gap(20)
        column.addWidget(Line())
        column.gap(16)
        column.addWidget(Paragraph(words, Role.NOTE_STRONG, Colour.INK2))

    def _tell(self, view: ArchiveView) -> None:
        dialog = Dialog(self.tr("Đã kiểm chứng những gì"), self, safe=self.tr("Đóng"))
        dialog.body.gap(8)
        for line in view.checked:
            dialog.body.gap(8)
            dialog.body.addWidget(Paragraph(line, Role.NOTE))
        dialog.body.gap(16)
        open_for(self, dialog)


def _where(view: ArchiveView) -> str:
    starts = datetime.fromisoformat(view.starts)
    parts = (view.office, f"{time_text(starts)}, {date_text(starts)}", view.place)
    return " · ".join(filter(None, parts))
