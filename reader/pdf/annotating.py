"""Annotations of a document, as the window asks for them: how pages lie, what is there, a copy with more.

Everything here blocks; call it on a thread of your own, never on the client's. ``client`` is normally
``pdf.background``: a file that brings its child down then costs nobody a page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

from reader.pdf import protocol
from reader.pdf.annotations import Annotation, Frame
from reader.pdf.client import PdfClient
from reader.pdf.documents import DocumentInfo, DocumentSource
from reader.pdf.keeper import Keeper, ReplyT
from reader.pdf.protocol import PdfError, PdfErrorCode
from reader.pdf.stopping import go_on

_STEP: Final = 50
"""Annotations put on a copy between two looks at whether it is still wanted."""
_SLOWEST: Final = 4 * 1024**2
"""Bytes a second at which a copy is written, at the least."""
_STEP_SECONDS: Final = 20.0
_GROWTH: Final = 2
_MORE: Final = 128 * 1024**2
"""A copy may have so many times the original's bytes (if written anew) and so many more for marks."""


@dataclass(frozen=True, slots=True)
class Frames:
    """How every page's user space is seen, and the file's two identifiers (hexadecimal), where it has any."""

    pages: tuple[Frame, ...]
    ids: tuple[str, str] | None


@dataclass(frozen=True, slots=True)
class Found:
    """The annotations of a file, and how many remarks of other kinds there are. ``whole`` is False when there
    are more than were asked for.
    """

    annotations: tuple[Annotation, ...]
    others: int
    whole: bool


@contextmanager
def opened(client: PdfClient, source: DocumentSource) -> Iterator[DocumentInfo]:
    """The document, open for as long as the block takes. Raises PdfError, what the source raises."""
    info = client.open(source).result()
    try:
        yield info
    finally:
        client.release(info.document)


def frames(client: PdfClient, info: DocumentInfo) -> Frames:
    """Of a document that is open. Raises PdfError."""
    reply = _ask(client, info, protocol.Frames(info.document), protocol.FrameList)
    if len(reply.untrusted_frames) != len(info.pages):
        raise PdfError(PdfErrorCode.REFUSED)
    return Frames(reply.untrusted_frames, reply.untrusted_ids)


def facts(client: PdfClient, info: DocumentInfo) -> tuple[bool, int]:
    """Of a document that is open: whether it bears a signature, how many fonts are not in it.

    Raises PdfError.
    """
    reply = _ask(client, info, protocol.Facts(info.document), protocol.FileFacts)
    return reply.untrusted_signed, reply.untrusted_fonts_lacking


def read_annotations(
    client: PdfClient,
    info: DocumentInfo,
    most: int,
    progress: Callable[[float], None] = lambda _: None,
    stopped: Callable[[], bool] = lambda: False,
) -> Found:
    """Those of a document that is open, ``most`` at the most, in the order of the file.

    Raises PdfError, ``StoppedError``.
    """
    found: list[Annotation] = []
    others, place = 0, (0, 0)
    while True:
        go_on(stopped)
        request = protocol.Annotations(info.document, *place)
        reply = _ask(client, info, request, protocol.AnnotationList)
        if any(one.page >= len(info.pages) for one in reply.untrusted_annotations):
            raise PdfError(PdfErrorCode.REFUSED)
        found += reply.untrusted_annotations
        others += reply.untrusted_others
        following = reply.untrusted_next
        if following is None or len(found) > most:
            return Found(tuple(found[:most]), others, len(found) <= most)
        if following <= place:  # it would never end
            raise PdfError(PdfErrorCode.REFUSED)
        place = following
        progress(place[0] / len(info.pages))


def _ask(
    client: PdfClient, info: DocumentInfo, request: protocol.AnyRequest, expected: type[ReplyT]
) -> ReplyT:
    return client.work(info.document, lambda keeper: keeper.ask(info.document, request, expected)).result()


@dataclass(frozen=True, slots=True)
class Saying:
    """What a copy says of itself, and the font file for text on its pages."""

    title: str
    about: str
    font: bytes


def annotated(
    client: PdfClient,
    info: DocumentInfo,
    marks: Sequence[Annotation],
    saying: Saying,
    size: int,
    progress: Callable[[float], None] = lambda _: None,
    stopped: Callable[[], bool] = lambda: False,
) -> bytes:
    """A copy of a document that is open, of ``size`` bytes, with ``marks`` on it.

    Raises ``StoppedError``; PdfError: locked for a file whose maker allows no annotations, otherwise as for
    opening.
    """
    name = info.document
    patience = _STEP_SECONDS + size / _SLOWEST

    def ask(request: protocol.AnyRequest, expected: type[protocol.Done] = protocol.Done) -> None:
        go_on(stopped)
        client.work(name, lambda keeper: keeper.once(name, request, expected, patience)).result()

    ask(protocol.Copy(name, saying.font, saying.title, saying.about))
    for start in range(0, len(marks), _STEP):
        ask(protocol.Annotate(name, tuple(marks[start : start + _STEP])))
        progress(min(1.0, (start + _STEP) / len(marks)) * 0.9)
    go_on(stopped)

    def write(keeper: Keeper) -> bytes:
        finished = keeper.once(name, protocol.Finish(name), protocol.Finished, patience)
        if finished.untrusted_size > _GROWTH * size + _MORE:
            raise PdfError(PdfErrorCode.REFUSED)
        return keeper.take(name, finished.untrusted_size, patience)

    made = client.work(name, write).result()
    progress(1.0)
    return made
