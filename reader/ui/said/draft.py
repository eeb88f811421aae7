"""An opinion or a reply while it is being written."""

from __future__ import annotations

from dataclasses import dataclass

from sync.model.annotation import Audience
from sync.model.ids import DocumentId, ItemId, MarkId, OpinionId
from sync.model.opinion import About, Answer, OnDocument, OnItem, OpinionKind


@dataclass(frozen=True, slots=True)
class OpinionDraft:
    """What is being written, and where it belongs: to an item, or in reply to a mark or an opinion."""

    item: ItemId | None = None
    document: DocumentId | None = None
    clause: str = ""
    mark: MarkId | None = None
    to: OpinionId | None = None
    """The opinion that this replies to."""
    kind: OpinionKind = OpinionKind.COMMENT
    audience: Audience = Audience.SECRETARY
    text: str = ""
    answer: Answer | None = None
    opinion: OpinionId | None = None
    """One of one's own that is being changed."""
    group: str = ""
    """The desk's answer to all that says the same as this mark or opinion."""

    @property
    def is_reply(self) -> bool:
        """It belongs to a thread."""
        return self.mark is not None or self.to is not None

    @property
    def place(self) -> str:
        """Where it is written: one draft is kept for each place."""
        if self.group:
            return f"group/{self.group}"
        return f"mark/{self.mark}" if self.mark is not None else f"item/{self.item}"

    @property
    def about(self) -> About:
        """What an opinion is about; of no reply."""
        if self.document is not None:
            return OnDocument(document=self.document, clause=self.clause.strip())
        if self.item is None:
            raise AssertionError("an opinion is begun at an item")
        return OnItem(item=self.item)

    @property
    def is_empty(self) -> bool:
        """There is nothing in it to send."""
        return not (self.text.strip() or self.answer is not None or self.kind is OpinionKind.FLOOR)
