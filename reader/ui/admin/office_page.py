"""How the office is called and what emblem it shows: laptops follow when the root has signed it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from reader.core.admin_views import OfficeView
from reader.ui.admin.page import Page
from reader.ui.theme import Colour, Role, Tone
from reader.ui.widgets import Banner, Button, Card, Column, Field, Flow, Kind, Paragraph, Row, hold
from reader.ui.widgets.emblem import Emblem

_LONGEST = 200


class OfficePage(Page):
    """What is typed stays while the hub is asked and when it can't be reached."""

    saveRequested = Signal(str, str, object)
    """Name, term, emblem (None: as it is)."""
    pictureRequested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._view: OfficeView | None = None
        self._emblem: bytes | None = None
        """Chosen and not saved yet."""
        self.name = Field(self.tr("Tên cơ quan"))
        self.term = Field(self.tr("Nhiệm kỳ"))
        for field in (self.name, self.term):
            field.edit.setMaxLength(_LONGEST)
            field.changed.connect(lambda _: self._check())
        self.picture = Emblem(112, paper=True, name=self.tr("Biểu trưng của cơ quan"))
        self.choose_button = Button(self.tr("Chọn ảnh…"), icon="folder-open")
        self.drop_button = Button(self.tr("Bỏ biểu trưng"), Kind.QUIET, icon="x")
        self.save_button = Button(self.tr("Lưu"), Kind.PRIMARY, icon="check")
        self.unsigned = Banner(
            self.tr("Chờ khóa gốc ký"),
            self.tr("Máy của mọi người thấy tên và biểu trưng mới sau khi ký."),
            tone=Tone.WAIT,
            icon="stamp",
            buttons=(self.tr("Ký danh sách…"),),
            beside=True,
        )
        self.unsigned.hide()
        self._lay_out()
        self.choose_button.clicked.connect(lambda _checked=False: self.pictureRequested.emit())
        self.drop_button.clicked.connect(lambda _checked=False: self.set_emblem(b""))
        self.save_button.clicked.connect(lambda _checked=False: self._save())

    @property
    def dirty(self) -> bool:
        """Something is typed or chosen that the hub does not have."""
        view = self._view
        if view is None:
            return False
        now = (" ".join(self.name.text.split()), " ".join(self.term.text.split()))
        return now != (view.overview.name, view.overview.term) or self._emblem is not None

    def set_view(self, view: OfficeView) -> None:
        """Show how it is called; what is typed stays."""
        dirty, self._view = self.dirty, view
        self.set_head(self.tr("Cơ quan"), self.tr("Hiện trên màn hình mở sổ của mọi máy."))
        self.unsigned.setVisible(view.unsigned)
        if not dirty:
            self.name.set_text(view.overview.name)
            self.term.set_text(view.overview.term)
            self._emblem = None
        self._draw()

    def set_emblem(self, emblem: bytes) -> None:
        """Another picture, or none; not saved yet."""
        self._emblem = emblem
        self._draw()

    def saved(self) -> None:
        """The hub has it."""
        self._emblem = None
        self._draw()

    def _save(self) -> None:
        name, term = " ".join(self.name.text.split()), " ".join(self.term.text.split())
        self.saveRequested.emit(name, term, self._emblem)

    def _draw(self) -> None:
        kept = self._view.overview.emblem if self._view is not None else b""
        shown = kept if self._emblem is None else self._emblem
        self.picture.set_emblem(shown)
        self.drop_button.setVisible(bool(shown))
        self._check()

    def _check(self) -> None:
        self.save_button.setEnabled(self.dirty and bool(self.name.text.strip()))

    def _lay_out(self) -> None:
        inside = QWidget()
        column = Column(inside, 0, 16)
        column.addWidget(self.unsigned)
        card = Card((20, 20, 20, 20))
        card.column.addWidget(self.name)
        card.column.gap(12)
        card.column.addWidget(self.term)
        card.column.gap(16)
        card.column.addWidget(Paragraph(self.tr("Biểu trưng"), Role.BODY_STRONG))
        card.column.gap(8)
        row = Row(spacing=16)
        row.addWidget(self.picture)
        side = Column(spacing=8)
        buttons = QWidget()
        flow = Flow(buttons, 0, 8)
        flow.addWidget(self.choose_button)
        flow.addWidget(self.drop_button)
        side.addWidget(buttons)
        said = self.tr("Ảnh PNG hoặc JPEG, được thu nhỏ còn 256 điểm mỗi chiều.")
        side.addWidget(Paragraph(said, Role.NOTE, Colour.INK2))
        side.addStretch(1)
        row.addLayout(side, 1)
        card.column.addLayout(row)
        card.column.gap(16)
        foot = Row()
        foot.addWidget(self.save_button)
        foot.addStretch(1)
        card.column.addLayout(foot)
        hold(card, max_width=760)
        column.addWidget(card)
        column.addStretch(1)
        self.column.addWidget(inside, 1)
        self._check()
