"""The one question before a ballot is sealed: it names the motion and, in large type, the choice."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from reader.core.views import MotionView
from reader.ui.ballot.draft import Draft, needs_text
from reader.ui.ballot.words import confirm_text
from reader.ui.theme import SPACE, Colour, Role
from reader.ui.widgets.base import Themed
from reader.ui.widgets.dialog import Dialog
from reader.ui.widgets.field import Field
from reader.ui.widgets.layout import Column, Row
from reader.ui.widgets.paragraph import Paragraph
from reader.ui.widgets.pill import Glyph
from reader.ui.widgets.surface import Surface

_TALL = 480


class ConfirmBallot(Dialog):
    """Asks once. `passphrase` holds what was typed, when the motion asks for it. `clock` as for Dialog."""

    def __init__(
        self,
        motion: MotionView,
        draft: Draft,
        parent: QWidget,
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(
            self.tr("Xác nhận bỏ phiếu"),
            parent,
            action=self.tr("Niêm phong và gửi"),
            clock=clock,
        )
        self.motion = motion
        question = motion.question or motion.title
        # In a small or much enlarged window the choice must be seen without scrolling.
        self._small = parent.window().height() / self.theme.scale < _TALL
        self.body.gap(8)
        role = Role.BODY_MEDIUM if self._small else Role.SERIF_TEXT
        self.body.addWidget(Paragraph(question, role, max_lines=2 if self._small else 0))
        self.draft = draft
        labels = [choice.label for choice in motion.choices if choice.id in draft.choices]
        self.body.gap(8 if self._small else 20)
        self.text = draft.text.strip() if needs_text(motion, draft) else ""
        """The words of the free answer, where a chosen answer asks for them."""
        self.body.addWidget(_Chosen(labels, self.text, small=self._small))
        self.body.gap(8 if self._small else 20)
        row = Row(spacing=12)
        row.addWidget(Glyph("envelope-simple", 24, Colour.INK2), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Paragraph(confirm_text(motion), Role.BODY, Colour.INK2), 1)
        self.body.addLayout(row)
        self.field: Field | None = None
        if motion.ask_passphrase:
            self.body.gap(16)
            self.field = Field(self.tr("Mật khẩu mở sổ"), secret=True)
            self.field.changed.connect(self._typed)
            self.field.entered.connect(self._entered)
            self.body.addWidget(self.field)
        self._typed("")
        if self.field is not None:
            self.field.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.action_button is not None:
            self.action_button.setFocus(Qt.FocusReason.TabFocusReason)
        self.setAccessibleDescription(
            self.tr("{question} Lựa chọn: {choice}").format(
                question=motion.question, choice=", ".join(labels)
            )
        )

    @property
    def passphrase(self) -> str:
        """The passphrase, or an empty string where none is asked."""
        return "" if self.field is None else self.field.text

    def _typed(self, _text: str) -> None:
        if self.action_button is not None:
            self.action_button.setEnabled(self.field is None or bool(self.field.text))

    def _entered(self) -> None:
        if self.action_button is not None and self.action_button.isEnabled():
            self.action_button.setFocus(Qt.FocusReason.TabFocusReason)


class _Chosen(Surface, Themed):
    """The box with the choice in large type."""

    def __init__(self, labels: list[str], text: str, *, small: bool) -> None:
        super().__init__(Colour.PRIMARY_TINT, Colour.PRIMARY, SPACE.radius_card)
        column = Column(self, (26, 8, 26, 8) if small else (26, 16, 26, 16), 6)
        # One answer is set as large as a verdict; of several each has its line.
        role = Role.VERDICT if len(labels) == 1 and len(labels[0]) <= 40 and not small else Role.SERIF_TITLE
        row = Row(spacing=16)
        row.addWidget(
            Paragraph(self.tr("Lựa chọn"), Role.BODY, Colour.INK2), 0, Qt.AlignmentFlag.AlignVCenter
        )
        answers = Column(spacing=2)
        for label in labels:
            answers.addWidget(Paragraph(label, role, Colour.PRIMARY_TEXT))
        row.addLayout(answers, 1)
        column.addLayout(row)
        if text:
            column.addWidget(Paragraph(f"“{text}”", Role.SERIF_TEXT, Colour.INK, max_lines=6))
        self.setAccessibleName(", ".join(labels))
