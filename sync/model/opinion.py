"""What a person says of a meeting's matter without drawing on a page, the answers to it, and who attends.

A *thread* is a shared mark or an opinion with the replies to it. Threads are flat: nobody replies to a reply.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from msgspec import Meta, Struct

from sync.model.annotation import Audience
from sync.model.ids import DocumentRef, EventRef, ItemRef, MarkRef, OpinionRef
from sync.model.text import Line, Text

Reason = Annotated[str, Meta(max_length=1_000)]
"""Why somebody is absent."""


class OpinionKind(StrEnum):
    """What is said."""

    COMMENT = "comment"
    """Góp ý."""
    QUESTION = "question"
    """Chất vấn: a delegate's right, answered by whoever reports."""
    FLOOR = "floor"
    """Đăng ký phát biểu: asks for the word."""
    REPLY = "reply"


class Answer(StrEnum):
    """What the desk makes of a mark or an opinion: tiếp thu, không tiếp thu, giải trình."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    ANSWERED = "answered"


class OnItem(Struct, frozen=True, kw_only=True, tag="item"):
    """About an agenda item as a whole."""

    item: ItemRef


class OnDocument(Struct, frozen=True, kw_only=True, tag="document"):
    """About a document, or a place in it in words: "Điều 5 khoản 2"."""

    document: DocumentRef
    clause: Line = ""


class OnMark(Struct, frozen=True, kw_only=True, tag="mark"):
    """In reply to a shared mark."""

    mark: MarkRef


class OnOpinion(Struct, frozen=True, kw_only=True, tag="opinion"):
    """In reply to an opinion that is no reply itself."""

    opinion: OpinionRef


About = OnItem | OnDocument | OnMark | OnOpinion


class Opinion(Struct, frozen=True, kw_only=True):
    """One version of one opinion. Editing makes a new version that names those it ``replaces``.

    A ``REPLY`` is about a mark or an opinion, the other kinds about an item or a document. Nothing of it is
    private, and only asking for the word or giving an ``answer`` needs no words.
    """

    id: OpinionRef
    kind: OpinionKind
    about: About
    audience: Audience
    text: Text = ""
    answer: Answer | None = None
    """In a reply of the desk."""
    replaces: Annotated[tuple[EventRef, ...], Meta(max_length=64)] = ()

    def __post_init__(self) -> None:
        reply = self.kind is OpinionKind.REPLY
        if (
            reply != isinstance(self.about, OnMark | OnOpinion)
            or (self.answer is not None and not reply)
            or self.audience is Audience.PRIVATE
            or not (self.text.strip() or self.answer is not None or self.kind is OpinionKind.FLOOR)
        ):
            raise ValueError("an opinion that contradicts itself")


class Attendance(StrEnum):
    """Có mặt, vắng có lý do, ủy quyền dự."""

    PRESENT = "present"
    ABSENT = "absent"
    DELEGATED = "delegated"
