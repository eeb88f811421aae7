"""What the window and the PDF child say to each other, and how much of it is believed.

The child has parsed a stranger's file, so it counts as taken over: its answers are decoded by ``msgspec``
into closed, bounded types (never unpickled), and anything outside the bounds is refused as a whole. One
request is under way at a time; handles (the document's memory, the canvas) follow their request on the same
pipe. Coordinates are PDF points on the page as the file wants it shown (after the rotation written there),
origin top left, y down; a rotation that the person asks for turns pixels only.
"""

from __future__ import annotations

from enum import Enum
from typing import Annotated, Final, Literal, NewType

from msgspec import Meta, Struct
from msgspec.msgpack import Decoder, Encoder

from reader.pdf.annotations import Annotation, Frame

DocumentId = NewType("DocumentId", str)
"""SHA-256 of the document's bytes, lower-case hexadecimal."""

MAX_DOCUMENT_BYTES: Final = 2 * 1024**3
MAX_PAGES: Final = 20_000
MAX_POINTS: Final = 14_400.0
MAX_WORDS: Final = 50_000
MAX_WORD_LENGTH: Final = 256
MAX_PIXELS: Final = 64 * 1024**2
MAX_HITS: Final = 2_000
MAX_LINKS: Final = 2_000
MAX_OUTLINE: Final = 5_000
MAX_TITLE: Final = 500
MAX_URI: Final = 2_000
MAX_QUERY: Final = 200
MAX_FONTS: Final = 10_000
MAX_LABEL: Final = 32
MAX_MATCH: Final = 1_024
MAX_REPLY_BYTES: Final = 24 * 1024**2
MAX_COPY_BYTES: Final = 512 * 1024**2
"""Of a copy with annotations."""
MAX_AT_ONCE: Final = 500
"""Annotations told or taken at a time."""
MIN_ZOOM: Final = 0.01
MAX_ZOOM: Final = 64.0
BYTES_PER_PIXEL: Final = 4

Rotation = Literal[0, 90, 180, 270]
"""Degrees clockwise."""
Coordinate = Annotated[float, Meta(ge=-MAX_POINTS, le=2 * MAX_POINTS)]
"""Finite by construction: a bound refuses NaN and the infinities. Ink may lie a little off the page."""
Extent = Annotated[float, Meta(ge=1.0, le=MAX_POINTS)]
PageNumber = Annotated[int, Meta(ge=0, lt=MAX_PAGES)]
Index = Annotated[int, Meta(ge=0, lt=2**31)]
Side = Annotated[int, Meta(ge=1, le=MAX_PIXELS)]
Hex = Annotated[str, Meta(max_length=128, pattern=r"^([0-9A-F]{2})*\Z")]
Box = tuple[Coordinate, Coordinate, Coordinate, Coordinate]
"""x0, y0, x1, y1."""
WordRow = tuple[
    Coordinate,
    Coordinate,
    Coordinate,
    Coordinate,
    Annotated[str, Meta(max_length=MAX_WORD_LENGTH)],
    Index,
    Index,
    Index,
]
HitRow = tuple[
    PageNumber,
    Annotated[tuple[Box, ...], Meta(max_length=MAX_QUERY)],
    Index,
    Index,
    Annotated[str, Meta(max_length=4 * MAX_WORD_LENGTH)],
    Annotated[str, Meta(max_length=MAX_MATCH)],
    Annotated[str, Meta(max_length=4 * MAX_WORD_LENGTH)],
]
"""Page, a box a line, first and last word, and the words before, of and after the hit."""


class PdfErrorCode(Enum):
    """Why a document or a page can't be shown."""

    PASSWORD = "password"
    """The file asks for a password, or is locked for the holders of certificates."""
    DAMAGED = "damaged"
    """It is no PDF, or too broken to read."""
    REFUSED = "refused"
    """It asks for more than the bounds allow, or the child answered outside them."""
    TIMEOUT = "timeout"
    """It took longer than the limit; the child was ended."""
    MEMORY = "memory"
    """It needs more memory than the child may have."""
    CRASHED = "crashed"
    """The child died over it, twice."""
    LOCKED = "locked"
    """It can be read, but whoever made it allowed no annotations."""


class PdfError(Exception):
    """The world's error of this package: a document or a page that can't be shown, and why."""

    def __init__(self, code: PdfErrorCode) -> None:
        super().__init__(code.value)
        self.code = code


class Request(Struct, frozen=True, tag=True):
    """Something asked of the child."""


class Open(Request, frozen=True, tag=True):
    """Take a document; its memory follows on the pipe."""

    document: str
    size: int


class Close(Request, frozen=True, tag=True):
    """Forget a document."""

    document: str


class Canvas(Request, frozen=True, tag=True):
    """Take new memory to put pixels into, instead of the old; it follows on the pipe."""

    size: int


class Render(Request, frozen=True, tag=True):
    """Paint a page, or the part of it inside ``clip``, at ``zoom`` pixels a point, and turn the pixels."""

    document: str
    page: int
    zoom: float
    clip: tuple[float, float, float, float] | None = None
    rotation: Rotation = 0


class Words(Request, frozen=True, tag=True):
    """The words of a page in reading order."""

    document: str
    page: int


class Find(Request, frozen=True, tag=True):
    """Look for ``query`` on up to ``pages`` pages from ``first`` on; stops by itself after a short while."""

    document: str
    query: str
    first: int
    pages: int
    exact: bool = False


class Outline(Request, frozen=True, tag=True):
    """The document's table of contents."""

    document: str


class Labels(Request, frozen=True, tag=True):
    """What the document calls its pages."""

    document: str


class Links(Request, frozen=True, tag=True):
    """The links of a page that lead inside the document or to an address."""

    document: str
    page: int


class Frames(Request, frozen=True, tag=True):
    """How the user space of every page lies on the page as shown."""

    document: str


class Facts(Request, frozen=True, tag=True):
    """What the file's objects say of it."""

    document: str


class Annotations(Request, frozen=True, tag=True):
    """The annotations of the document from the ``skip``th of ``page`` on; stops by itself after a short
    while.
    """

    document: str
    page: int
    skip: int


class Copy(Request, frozen=True, tag=True):
    """Begin a copy of the document to put annotations on: in memory, apart from what pages are painted of.

    ``font`` is a font file with all letters of ``Annotate``'s texts; ``title`` and ``about`` say in the copy
    what it is. A copy begun before is forgotten.
    """

    document: str
    font: bytes
    title: str
    about: str


class Annotate(Request, frozen=True, tag=True):
    """Put these on the copy."""

    document: str
    annotations: tuple[Annotation, ...]


class Finish(Request, frozen=True, tag=True):
    """Write the copy."""

    document: str


class Take(Request, frozen=True, tag=True):
    """Put the written copy on the canvas, and forget it."""

    document: str


class Reply(Struct, frozen=True, tag=True):
    """Something the child claims."""


class Done(Reply, frozen=True, tag=True):
    """Ready, or it is done and there is nothing to tell."""


class Failed(Reply, frozen=True, tag=True):
    """It could not be done."""

    code: PdfErrorCode


class Opened(Reply, frozen=True, tag=True):
    """The document is open."""

    untrusted_sizes: Annotated[tuple[tuple[Extent, Extent], ...], Meta(min_length=1, max_length=MAX_PAGES)]
    untrusted_repaired: bool


class Rendered(Reply, frozen=True, tag=True):
    """The pixels are on the canvas: ``height`` rows of ``width`` × 4 bytes, no gaps."""

    untrusted_width: Side
    untrusted_height: Side


class WordList(Reply, frozen=True, tag=True):
    """The words of a page."""

    untrusted_words: Annotated[tuple[WordRow, ...], Meta(max_length=MAX_WORDS)]


class Found(Reply, frozen=True, tag=True):
    """The hits, and the page to go on from."""

    untrusted_hits: Annotated[tuple[HitRow, ...], Meta(max_length=MAX_HITS)]
    untrusted_next: Annotated[int, Meta(ge=1, le=MAX_PAGES)]


class OutlineEntry(Struct, frozen=True, array_like=True):
    """A line of the table of contents. ``page`` is None where it leads nowhere inside the document."""

    level: Annotated[int, Meta(ge=0, le=31)]
    title: Annotated[str, Meta(max_length=MAX_TITLE)]
    page: PageNumber | None
    y: Coordinate | None = None


class Link(Struct, frozen=True, array_like=True):
    """A place on a page that leads to ``page`` of the same document, or shows ``uri`` as text.

    ``uri`` begins with ``http:``, ``https:`` or ``mailto:``. Nothing here ever opens it.
    """

    box: Box
    page: PageNumber | None = None
    y: Coordinate | None = None
    uri: Annotated[str, Meta(max_length=MAX_URI)] | None = None


class OutlineList(Reply, frozen=True, tag=True):
    """The table of contents, top to bottom."""

    untrusted_entries: Annotated[tuple[OutlineEntry, ...], Meta(max_length=MAX_OUTLINE)]


class LabelList(Reply, frozen=True, tag=True):
    """A label a page, or none at all."""

    untrusted_labels: Annotated[
        tuple[Annotated[str, Meta(max_length=MAX_LABEL)], ...], Meta(max_length=MAX_PAGES)
    ]


class LinkList(Reply, frozen=True, tag=True):
    """The links of a page."""

    untrusted_links: Annotated[tuple[Link, ...], Meta(max_length=MAX_LINKS)]


class FrameList(Reply, frozen=True, tag=True):
    """One frame a page, and the two identifiers in the trailer, in hexadecimal, where there are any."""

    untrusted_frames: Annotated[tuple[Frame, ...], Meta(min_length=1, max_length=MAX_PAGES)]
    untrusted_ids: tuple[Hex, Hex] | None = None


class FileFacts(Reply, frozen=True, tag=True):
    """Whether it bears a signature with content, and how many fonts' programs are not in it."""

    untrusted_signed: bool
    untrusted_fonts_lacking: Annotated[int, Meta(ge=0, le=MAX_FONTS)]


class AnnotationList(Reply, frozen=True, tag=True):
    """Annotations in the order of the file, how many of kinds that are not read were passed over, and where
    to go on: page, and how many of it were seen. None: that was all.
    """

    untrusted_annotations: Annotated[tuple[Annotation, ...], Meta(max_length=MAX_AT_ONCE)]
    untrusted_others: Index
    untrusted_next: tuple[PageNumber, Index] | None


class Finished(Reply, frozen=True, tag=True):
    """The copy is written; so many bytes."""

    untrusted_size: Annotated[int, Meta(ge=1, le=MAX_COPY_BYTES)]


AnyRequest = (
    Open
    | Close
    | Canvas
    | Render
    | Words
    | Find
    | Outline
    | Labels
    | Links
    | Frames
    | Facts
    | Annotations
    | Copy
    | Annotate
    | Finish
    | Take
)
AnyReply = (
    Done
    | Failed
    | Opened
    | Rendered
    | WordList
    | Found
    | OutlineList
    | LabelList
    | LinkList
    | FrameList
    | FileFacts
    | AnnotationList
    | Finished
)

encoder = Encoder()
request_decoder: Decoder[AnyRequest] = Decoder(AnyRequest)
reply_decoder: Decoder[AnyReply] = Decoder(AnyReply)
