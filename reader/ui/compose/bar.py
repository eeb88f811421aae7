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
    """The one filled button asks for the next step: to submit, to publish, to see who has got it."""

    submitRequested = Signal()
    publishRequested = Signal()
    followRequested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._amount = Paragraph("", Role.BODY_STRONG)
        self._download = Paragraph("", Role.NOTE, Colour.INK2)
        self._glyph = Glyph("info", 20)
        self.state = Paragraph("", Role.BODY_MEDIUM)
        self.button = Button(self.tr("Trình phê duyệt…"), Kind.PRIMARY, size=Size.MAIN)
        self._step = self.submitRequested
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
        self.button.clicked.connect(lambda _checked=False: self._step.emit())

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
        told = stage_said(standing)
        if told is not None and (said is None or said.tone is not Tone.BAD):
            said = told
        self._said.setVisible(said is not None)
        if said is not None:
            self._glyph.set_icon(said.icon, TONE_INK[said.tone])
            self.state.set_colour(TONE_INK[said.tone])
            self.state.set_text(said.text)
        stage = Stage.COMPOSING if standing.changed else standing.stage
        self._step, text = {
            Stage.APPROVED: (self.publishRequested, self.tr("Phát hành…")),
            Stage.PUBLISHED: (self.followRequested, self.tr("Xem ai đã có tài liệu")),
        }.get(stage, (self.submitRequested, self.tr("Trình phê duyệt…")))
        self.button.set_text(text)
        self.button.setEnabled(stage not in (Stage.SENDING, Stage.SUBMITTED, Stage.PUBLISHING))
