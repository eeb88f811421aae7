"""What every person does with a dialog."""

from __future__ import annotations

from reader.ui.widgets import Dialog
from tools.hand import Hand


def of(hand: Hand, holder: object, what: str) -> Dialog:
    """The one that ``holder`` shows, once it is up."""

    def shown() -> Dialog | None:
        dialog = getattr(holder, "dialog", None)
        return dialog if isinstance(dialog, Dialog) and dialog.isVisible() else None

    hand.wait(shown, what, 60)
    dialog = shown()
    assert dialog is not None
    return dialog


def last(hand: Hand) -> Dialog:
    """The one that came up last, whoever shows it."""

    hand.wait(lambda: open_ones(hand), "a dialog", 30)
    return open_ones(hand)[-1]


def open_ones(hand: Hand) -> list[Dialog]:
    """Those that are up, the last one last."""
    return [one for one in hand.window.findChildren(Dialog) if one.isVisible()]


def agree(hand: Hand, dialog: Dialog) -> None:
    """Press its button."""
    assert dialog.action_button is not None
    hand.click(dialog.action_button, dialog.action_button.text())
