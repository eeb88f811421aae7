"""What an approver says of a packet that cannot go out as it is."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

from sync.model.ids import Hash

_About = Annotated[str, Meta(max_length=64)]
_Words = Annotated[str, Meta(min_length=1, max_length=2_000)]


class Remark(Struct, frozen=True, kw_only=True):
    """What has to change, in the approver's words."""

    about: _About = ""
    """Id of an item or a document of the packet; empty: the whole."""
    text: _Words

    def __post_init__(self) -> None:
        if not self.text.strip():
            raise ValueError("a remark that says nothing")


class ReturnPacket(Struct, frozen=True, kw_only=True, tag="packet.return"):
    """The approver gives a submitted version back: it is neither approved nor published as it is.

    An approval of it ends too, as long as it is not published. Submitting the same bytes once more asks anew.
    """

    manifest: Hash
    remarks: Annotated[tuple[Remark, ...], Meta(min_length=1, max_length=200)]
