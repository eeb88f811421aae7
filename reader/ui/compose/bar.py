"""The bar below the agenda: how much it is, how far it has come, and the next step."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from reader.core.composing.showing import ComposeView
from reader.core.composing.submitting import Stage
from reader.ui.compose.words import amount, download, stage_said, to_look_at
from reader.ui.theme import Colour, Role, Tone
from reader.ui.widgets.button import Button, Kind, Size
from reader.ui.widgets.layout import Column, Grid
from reader.ui.widgets.paragraph import Paragraph
from reader.ui.widgets.pill import TONE_INK, Glyph
from reader.ui.widgets.surface import Line, Panel


class ComposeBar(Panel):
    """`submitRequested` and `publishRequested` by the one filled button."""

    submitRequested = Signal()
    publishRequested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._amount = Paragraph("", Role.BODY_STRONG)
        self._download = Paragraph("", Role.NOTE, Colour.INK2)
        self._glyph = Glyph("info", 20)
        self.state = Paragraph("", Role.BODY_MEDIUM)
        self.button = Button(self.tr("Trình phê duyệt…"), Kind.PRIMARY, size=Size.MAIN)
        self._publish = False
        self._saved = self._minutes = ""
        self.column.addWidget(Line())
        words = Column()
        words.addWidget(self._amount)
        words.addWidget(self._download)
        self._said = QWidget()
        inner = Grid(self._said, 0, 8, 0)
        inner.addWidget(self._glyph, 0, 0, Qt.AlignmentFlag.AlignTop)
        inner.addWidget(self.state, 0, 1)
        inner.setColumnStretch(1, 1)
        self._grid = Grid(None, (22, 12, 16, 12), 16, 8)
        self._grid.addLayout(words, 0, 0)
        self._grid.addWidget(self._said, 0, 1, Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(self.button, 0, 2, Qt.AlignmentFlag.AlignVCenter)
        self._grid.setColumnStretch(0, 3)
        self._grid.setColumnStretch(1, 2)
        self.column.addLayout(self._grid)
        self.button.clicked.connect(
            lambda _checked=False: (self.publishRequested if self._publish else self.submitRequested).emit()
        )

    def set_narrow(self, saved: str) -> None:
        """In a narrow window this is said here, and how long a download takes is left out."""
        self._saved = saved
        self._say_below()

    def _say_below(self) -> None:
        self._download.set_text(self._saved or self._minutes)

    def set_view(self, view: ComposeView) -> None:
        """Show another state."""
        self._amount.set_text(amount(view.draft))
        self._minutes = download(view.draft)
        self._say_below()
        standing = view.standing
        said = to_look_at(view.draft)
        stage = stage_said(standing)
        if stage is not None and (said is None or said.tone is not Tone.BAD):
            said = stage
        self._said.setVisible(said is not None)
        if said is not None:
            self._glyph.set_icon(said.icon, TONE_INK[said.tone])
            self.state.set_colour(TONE_INK[said.tone])
            self.state.set_text(said.text)
        self._publish = standing.stage is Stage.APPROVED and not standing.changed
        self.button.set_text(self.tr("Phát hành…") if self._publish else self.tr("Trình phê duyệt…"))
        done = standing.stage in (Stage.SENDING, Stage.SUBMITTED, Stage.PUBLISHING, Stage.PUBLISHED)
        self.button.setEnabled(not done or standing.changed)
