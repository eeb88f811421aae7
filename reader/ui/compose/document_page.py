"""The side panel for a document: its first page, its metadata, what was found out about its file."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from reader.core.composing import composition as steps
from reader.core.composing.guessing import KINDS
from reader.core.composing.showing import ComposeView
from reader.ui.compose.access import AccessButton
from reader.ui.compose.fields import LONGEST, DayInput, Form, LineInput, OneOf, TextInput
from reader.ui.compose.page import Page
from reader.ui.compose.words import Said, checklist, cut, urgency_words
from reader.ui.format import number_text, size_text
from reader.ui.theme import Colour, Role
from reader.ui.widgets.base import Themed, begin, box
from reader.ui.widgets.button import Button, Kind
from reader.ui.widgets.layout import Column, Flow, Row, clear
from reader.ui.widgets.paragraph import Paragraph
from reader.ui.widgets.pill import TONE_INK, Glyph
from reader.ui.widgets.surface import Line
from sync.model.meeting import Urgency


class DocumentPage(Page):
    """`replaceRequested` and `openRequested` with the document's id; its item's page asks who may read it."""

    replaceRequested = Signal(str)
    openRequested = Signal(str)
    accessRequested = Signal(str)
    """Item."""
    pictureWanted = Signal(str)
    """Digest of the file whose first page is to be shown."""

    def __init__(self) -> None:
        super().__init__()
        self._item = ""
        self._file = ""
        self.leaf = Leaf()
        self._heading = Paragraph("", Role.SERIF_SMALL, max_lines=3)
        self._about = Paragraph("", Role.BODY, Colour.INK2)
        self.open_button = Button(self.tr("Mở xem"), icon="eye")
        self.replace_button = Button(self.tr("Thay bản…"), icon="file-arrow-up")
        self.remove_button = Button(self.tr("Gỡ tài liệu này"), Kind.DANGER, icon="trash")
        self.name = LineInput(self.tr("Tên"))
        self.kind: OneOf[str] = OneOf(self.tr("Loại văn bản"))
        self.symbol = LineInput(self.tr("Số, ký hiệu"))
        self.issued = DayInput(self.tr("Ngày ban hành"))
        self.issuer = LineInput(self.tr("Cơ quan"))
        self.summary = TextInput(self.tr("Trích yếu"), least=76, most=112)
        self.urgency: OneOf[Urgency] = OneOf(self.tr("Độ khẩn"))
        self.access = AccessButton()
        self._checks = Column(spacing=4)
        self._lay_out()
        self._connect()

    def fill(self, view: ComposeView) -> None:
        packet = view.draft.packet
        document = packet.document(self.row)
        item = next(one for one in packet.items if any(d.id == self.row for d in one.documents))
        file = view.draft.files.get(document.file)
        self._item = item.id
        self._heading.set_text(cut(document.name))
        about = ""
        if file is not None:
            about = self.tr("{n} trang · {size} · PDF", None, file.facts.pages)
            about = about.format(n=number_text(file.facts.pages), size=size_text(file.size))
        self._about.set_text(about)
        self.name.put(document.name)
        kinds = list(dict.fromkeys(("", document.kind, *sorted(KINDS.values()))))
        self.kind.put([(one, one or self.tr("Chưa rõ")) for one in kinds], document.kind)
        self.symbol.put(document.symbol)
        self.issued.put_day(document.issued)
        self.issuer.put(document.issuer)
        self.summary.put(document.summary, self._one_line)
        self.urgency.put(list(urgency_words().items()), document.urgency)
        self.access.put(item.access, view.people)
        self._show_checks(checklist(file, view.draft.remarks.get(self.row, ())))
        if document.file != self._file:
            self._file = document.file
            self.leaf.set_picture(None)
            self.open_button.setEnabled(file is not None)
            self.pictureWanted.emit(document.file if file is not None else "")

    @property
    def _one_line(self) -> str:
        return " ".join(self.summary.text.split())[:LONGEST]

    def set_picture(self, file: str, picture: QImage) -> None:
        """The first page, unless another file is shown by now."""
        if file == self._file:
            self.leaf.set_picture(picture)

    def _lay_out(self) -> None:
        head = Row(spacing=16)
        head.addWidget(self.leaf, 0, Qt.AlignmentFlag.AlignTop)
        words = Column()
        words.addWidget(self._heading)
        words.addWidget(self._about)
        words.gap(8)
        acts = QWidget()
        flow = Flow(acts, 0, 8)
        flow.addWidget(self.open_button)
        flow.addWidget(self.replace_button)
        words.addWidget(acts)
        words.addStretch(1)
        head.addLayout(words, 1)
        form = Form()
        self._name_row = form.add(self.tr("Tên"), self.name)
        form.add(self.tr("Loại văn bản"), self.kind)
        form.add(self.tr("Số, ký hiệu"), self.symbol)
        self._issued_row = form.add(self.tr("Ngày ban hành"), self.issued)
        form.add(self.tr("Cơ quan"), self.issuer)
        form.add(self.tr("Trích yếu"), self.summary)
        form.add(self.tr("Độ khẩn"), self.urgency)
        form.add(self.tr("Người được đọc"), self.access)
        self.column.addLayout(head)
        self.column.gap(14)
        self.column.addWidget(Line())
        self.column.gap(14)
        self.column.addWidget(form)
        self.column.gap(14)
        self.column.addWidget(Line())
        self.column.gap(10)
        self.column.addWidget(Paragraph(self.tr("Máy đã kiểm tra"), Role.NOTE_STRONG, Colour.INK2))
        self.column.gap(6)
        self.column.addLayout(self._checks)
        self._end(self.remove_button)

    def _connect(self) -> None:
        self.name.kept.connect(self._keep_name)
        self.kind.kept.connect(lambda: self._set(kind=self.kind.value or ""))
        self.symbol.kept.connect(lambda: self._set(symbol=self.symbol.line))
        self.issued.kept.connect(self._keep_day)
        self.issuer.kept.connect(lambda: self._set(issuer=self.issuer.line))
        self.summary.kept.connect(lambda: self._set(summary=self._one_line))
        self.urgency.kept.connect(lambda: self._set(urgency=self.urgency.value or Urgency.NORMAL))
        self.open_button.clicked.connect(lambda _checked=False: self.openRequested.emit(self.row))
        self.replace_button.clicked.connect(lambda _checked=False: self.replaceRequested.emit(self.row))
        self.remove_button.clicked.connect(lambda _checked=False: self.removed.emit(self.row))
        self.access.clicked.connect(lambda _checked=False: self.accessRequested.emit(self._item))

    def _show_checks(self, lines: list[Said]) -> None:
        clear(self._checks)
        for said in lines:
            self._checks.addWidget(_Checked(said))

    def _keep_name(self) -> None:
        self._name_row.say("" if self.name.line else self.tr("Tài liệu phải có tên."))
        if self.name.line:
            self._set(name=self.name.line)

    def _keep_day(self) -> None:
        self._issued_row.say(self.tr("Viết như 27/11/2026.") if self.issued.wrong else "")
        if not self.issued.wrong:
            self._set(issued=self.issued.day)

    def _set(self, **changes: object) -> None:
        which = self.row
        self.edited.emit(lambda packet: steps.set_document(packet, which, **changes))


class Leaf(QWidget, Themed):
    """The first page in small, or an empty sheet."""

    def __init__(self) -> None:
        super().__init__()
        self._picture: QImage | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.follow()

    @property
    def drawn(self) -> bool:
        """Whether the page itself is shown."""
        return self._picture is not None

    def set_picture(self, picture: QImage | None) -> None:
        """Show it."""
        self._picture = picture
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.px(84), self.px(118))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        colour = self.theme.colour
        if self._picture is None:
            box(painter, QRectF(self.rect()), colour(Colour.PAGE), colour(Colour.LINE2), 0)
        else:
            self._draw(painter, self._picture)
        painter.end()

    def _draw(self, painter: QPainter, picture: QImage) -> None:
        room = QSize(self.width(), self.height())
        size = picture.size().scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF((self.width() - size.width()) / 2, 0, size.width(), size.height())
        painter.drawImage(place, picture)
        box(painter, place, None, self.theme.colour(Colour.LINE2), 0)


class _Checked(QWidget):
    def __init__(self, said: Said) -> None:
        super().__init__()
        row = Row(self, 0, 8)
        row.addWidget(Glyph(said.icon, 18, TONE_INK[said.tone]), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Paragraph(said.text, Role.NOTE), 1)
