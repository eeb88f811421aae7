"""A dialog that asks for a reason, naming the thing it is about."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from reader.ui.widgets import Dialog, Field
from reader.ui.widgets.button import Kind


class ReasonDialog(Dialog):
    """Accepted only with a reason."""

    def __init__(
        self,
        title: str,
        parent: QWidget,
        *,
        heading: str,
        text: str,
        label: str,
        safe: str,
        action: str,
        longest: int,
        kind: Kind = Kind.PRIMARY,
    ) -> None:
        super().__init__(title, parent, heading=heading, text=text, safe=safe, action=action, kind=kind)
        self.field = Field(label)
        self.field.edit.setMaxLength(longest)
        self.field.changed.connect(lambda _: self._check())
        self.body.gap(16)
        self.body.addWidget(self.field)
        self.field.setFocus()
        self._check()

    @property
    def reason(self) -> str:
        """What was given."""
        return self.field.text.strip()

    def accept(self) -> None:
        if self.reason:
            super().accept()

    def _check(self) -> None:
        if self.action_button is not None:
            self.action_button.setEnabled(bool(self.reason))
