"""A ballot half filled: what was ticked and typed and is not sealed yet. No sync touches it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from reader.core.views import MotionView


@dataclass(frozen=True)
class Draft:
    """Choice ids in the motion's order, and the words of a free answer."""

    choices: tuple[str, ...] = ()
    text: str = ""

    @property
    def empty(self) -> bool:
        """Nothing ticked, nothing typed."""
        return not self.choices and not self.text.strip()


def needs_text(motion: MotionView, draft: Draft) -> bool:
    """Whether a ticked choice asks for words (ý kiến khác)."""
    return any(choice.free_text and choice.id in draft.choices for choice in motion.choices)


def lacking(motion: MotionView, draft: Draft) -> str:
    """What is still missing before the ballot can be cast, in words; empty when nothing is."""
    if not draft.choices:
        if motion.max_choices > 1:
            return QCoreApplication.translate("Ballot", "Chọn ít nhất một câu trả lời.")
        return QCoreApplication.translate("Ballot", "Chọn một câu trả lời.")
    if needs_text(motion, draft) and not draft.text.strip():
        return QCoreApplication.translate("Ballot", "Ghi ý kiến vào ô bên trên.")
    return ""


def still_fits(motion: MotionView, draft: Draft) -> Draft:
    """The draft without choices that the motion no longer has."""
    known = {choice.id for choice in motion.choices}
    return Draft(tuple(choice for choice in draft.choices if choice in known), draft.text)
