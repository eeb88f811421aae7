"""The PDF child: the only place where a stranger's file is parsed, and the only import of MuPDF.

It answers one request after another until the pipe ends. It has no keys and is told no file names; what it
may still do is listed in ``confine``. Only MuPDF's PDF reader is called (its document sniffing would also
try XPS, EPUB, HTML and images); scripts, embedded files, launch and remote links are never touched. What it
reports is bounded here and checked again by the parent, which does not rely on this file.
"""

from __future__ import annotations

import math
import mmap
import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.reduction import recv_handle
from typing import Any, Final

import pymupdf
from pymupdf import mupdf

from reader.pdf import annotations_in, protocol
from reader.pdf.annotations_out import Copies, LockedError, NoCopyError
from reader.pdf.confine import OwnMemory, give_up_rights
from reader.pdf.facts import facts
from reader.pdf.labels import LabelRule, labels_of
from reader.pdf.memory import HANDLES
from reader.pdf.protocol import AnyReply, AnyRequest, PdfErrorCode
from reader.pdf.text import Word, find_in_words, snippet

_TOOLS: Any = pymupdf.TOOLS
_new_text_page: Any = pymupdf.TextPage
_STORE_KEPT: Final = 48 * 1024**2
"""Bytes the process may have grown by, mostly decoded images and fonts, before MuPDF's store is emptied."""
_LABEL_NODES: Final = 2_000
_FIND_SECONDS: Final = 0.05
"""How long one slice of a search may keep a visible page waiting."""
_URI_SCHEMES: Final = ("http:", "https:", "mailto:")


def main(connection: Connection) -> None:
    """Answer requests on ``connection`` until it ends."""
    _TOOLS.mupdf_display_errors(False)
    _TOOLS.mupdf_display_warnings(False)
    memory = OwnMemory()
    give_up_rights(connection.fileno(), *memory.handles)
    worker = _Worker(connection, memory)
    connection.send_bytes(protocol.encoder.encode(protocol.Done()))
    while True:
        try:
            request = protocol.request_decoder.decode(connection.recv_bytes())
        except EOFError:
            return
        reply, pixels = worker.answer(request)
        connection.send_bytes(protocol.encoder.encode(reply))
        if pixels is not None and not HANDLES:
            connection.send_bytes(pixels)
        # MuPDF keeps every warning it ever gave until it is told not to.
        _TOOLS.reset_mupdf_warnings()


@dataclass
class _Document:
    pdf: Any
    document: Any
    view: memoryview
    mapped: mmap.mmap | None
    sizes: tuple[tuple[float, float], ...]


class _RefusedError(Exception):
    """The request is outside the bounds."""


class _Worker:
    def __init__(self, connection: Connection, memory: OwnMemory) -> None:
        self._connection = connection
        self._memory = memory
        self._documents: dict[str, _Document] = {}
        self._canvas: mmap.mmap | None = None
        self._canvas_size = 0
        self._copies = Copies()
        self._private_at_start = memory.private() or 0

    def answer(self, request: AnyRequest) -> tuple[AnyReply, memoryview | None]:
        """The reply, and the pixels where they do not go through shared memory."""
        try:
            if isinstance(request, protocol.Render):
                return self._render(request)
            if isinstance(request, protocol.Take):
                return protocol.Done(), self._copies.take(request.document, self._canvas)
            return self._answer(request), None
        except MemoryError:
            return self._failed(PdfErrorCode.MEMORY), None
        except (_RefusedError, NoCopyError):
            return self._failed(PdfErrorCode.REFUSED), None
        except LockedError:
            return self._failed(PdfErrorCode.LOCKED), None
        except mupdf.FzErrorSystem as error:
            out = "alloc" in str(error) or "memory" in str(error)
            return self._failed(PdfErrorCode.MEMORY if out else PdfErrorCode.DAMAGED), None
        except mupdf.FzErrorLimit:
            return self._failed(PdfErrorCode.REFUSED), None
        except mupdf.FzErrorBase as error:
            # Locked for certificates rather than by a password: MuPDF has no code of its own for that.
            locked = "encryption handler" in str(error)
            return self._failed(PdfErrorCode.PASSWORD if locked else PdfErrorCode.DAMAGED), None

    def _failed(self, code: PdfErrorCode) -> protocol.Failed:
        _TOOLS.store_shrink(100)
        return protocol.Failed(code)

    def _answer(self, request: AnyRequest) -> AnyReply:
        match request:
            case protocol.Open():
                return self._open(request)
            case protocol.Close():
                self._close(request.document)
            case protocol.Canvas():
                self._take_canvas(request.size)
            case protocol.Words():
                rows = tuple(_words(self._documents[request.document], request.page))
                return protocol.WordList(rows)
            case protocol.Find():
                return _find(self._documents[request.document], request)
            case protocol.Outline():
                return protocol.OutlineList(tuple(_outline(self._documents[request.document])))
            case protocol.Labels():
                return protocol.LabelList(_labels(self._documents[request.document]))
            case protocol.Links():
                return protocol.LinkList(tuple(_links(self._documents[request.document], request.page)))
            case protocol.Frames():
                known = self._documents[request.document]
                return annotations_in.frames(known.pdf, len(known.sizes))
            case protocol.Facts():
                return facts(self._documents[request.document].pdf)
            case protocol.Annotations():
                known = self._documents[request.document]
                return annotations_in.read_annotations(known.pdf, len(known.sizes), request)
            case protocol.Copy():
                return self._begin_copy(request)
            case protocol.Annotate():
                self._copies.add(request)
            case protocol.Finish():
                return protocol.Finished(self._copies.finish(request.document))
            case protocol.Render() | protocol.Take():
                raise AssertionError("answered elsewhere")
        return protocol.Done()

    def _open(self, request: protocol.Open) -> AnyReply:
        handed_over = sum(len(known.view) for known in self._documents.values())
        if not self._documents:
            self._memory.forget_peak()
        self._memory.allow(handed_over + request.size + self._canvas_size)
        view, mapped = self._receive(request.size)
        # MuPDF's own objects go before the mapping they point into: they live in the inner call only.
        loaded = _load(view)
        if isinstance(loaded, PdfErrorCode):
            return protocol.Failed(loaded)
        pdf, document, sizes = loaded
        self._documents[request.document] = _Document(pdf, document, view, mapped, sizes)
        return protocol.Opened(sizes, bool(mupdf.pdf_was_repaired(pdf)))

    def _receive(self, size: int) -> tuple[memoryview, mmap.mmap | None]:
        if not HANDLES:
            return memoryview(self._connection.recv_bytes()), None
        handle = recv_handle(self._connection)
        try:
            mapped = mmap.mmap(handle, size, access=mmap.ACCESS_READ)
        except OSError as error:
            raise MemoryError from error
        finally:
            os.close(handle)
        return memoryview(mapped), mapped

    def _begin_copy(self, request: protocol.Copy) -> AnyReply:
        self._copies.forget()
        loaded = _load(self._documents[request.document].view)
        if isinstance(loaded, PdfErrorCode):
            return protocol.Failed(loaded)
        self._copies.begin(loaded[0], request)
        return protocol.Done()

    def _close(self, name: str) -> None:
        self._copies.forget(name)  # a copy reads the memory that goes now
        known = self._documents.pop(name)
        view, mapped = known.view, known.mapped
        del known
        _TOOLS.store_shrink(100)
        _unmap(view, mapped)

    def _take_canvas(self, size: int) -> None:
        if self._canvas is not None:
            self._canvas.close()
            self._canvas = None
        self._canvas_size = size
        self._memory.allow(sum(len(known.view) for known in self._documents.values()) + size)
        if HANDLES:
            handle = recv_handle(self._connection)
            try:
                self._canvas = mmap.mmap(handle, size)
            except OSError as error:
                raise MemoryError from error
            finally:
                os.close(handle)

    def _render(self, request: protocol.Render) -> tuple[AnyReply, memoryview | None]:
        known = self._documents[request.document]
        width, height = known.sizes[request.page]
        page = mupdf.fz_load_page(known.document, request.page)
        x0, y0, x1, y1 = request.clip or (0.0, 0.0, width, height)
        wanted = mupdf.FzRect(max(0.0, x0), max(0.0, y0), min(width, x1), min(height, y1))
        shown = _shown(width, height, request.rotation, request.zoom)
        area = mupdf.fz_round_rect(mupdf.fz_transform_rect(wanted, shown))
        across, down = area.x1 - area.x0, area.y1 - area.y0
        if across < 1 or down < 1 or across * down * protocol.BYTES_PER_PIXEL > self._canvas_size:
            raise _RefusedError
        # Blue, green, red, one unused byte: what a screen takes without converting.
        colours = mupdf.FzColorspace(mupdf.FzColorspace.Fixed_BGR)
        count = across * down * protocol.BYTES_PER_PIXEL
        room = memoryview(self._canvas if self._canvas is not None else bytearray(count))[:count]
        pixmap = mupdf.fz_new_pixmap_with_bbox_and_data(
            colours, area, mupdf.FzSeparations(), 1, mupdf.python_mutable_buffer_data(room)
        )
        mupdf.fz_clear_pixmap_with_value(pixmap, 255)
        device = mupdf.fz_new_draw_device(shown, pixmap)
        mupdf.fz_run_page(page, device, mupdf.FzMatrix(), mupdf.FzCookie())
        mupdf.fz_close_device(device)
        del device, pixmap, page
        pixels: memoryview | None = room
        if self._canvas is not None:
            room.release()  # or the canvas could not be let go
            pixels = None
        private = self._memory.private()
        if private is None or private > self._private_at_start + _STORE_KEPT:
            _TOOLS.store_shrink(100)
        return protocol.Rendered(across, down), pixels


def _shown(width: float, height: float, rotation: int, zoom: float) -> Any:
    """From points on the page to pixels of the page turned, whose top left corner is where it was."""
    away = {0: (0.0, 0.0), 90: (height, 0.0), 180: (width, height), 270: (0.0, width)}[rotation]
    turn = mupdf.fz_concat(mupdf.fz_rotate(rotation), mupdf.fz_translate(*away))
    return mupdf.fz_concat(turn, mupdf.fz_scale(zoom, zoom))


def _load(view: memoryview) -> tuple[Any, Any, tuple[tuple[float, float], ...]] | PdfErrorCode:
    """The file in ``view``, used where it is: nothing is copied, so ``view`` must outlive what is
    returned.
    """
    stream = mupdf.fz_open_memory(mupdf.python_buffer_data(view), len(view))
    pdf = mupdf.pdf_open_document_with_stream(stream)
    if mupdf.pdf_needs_password(pdf):
        return PdfErrorCode.PASSWORD
    count = mupdf.pdf_count_pages(pdf)
    if count < 1 and not mupdf.pdf_was_repaired(pdf):
        # The table is in order but leads to no page: the objects themselves may have some.
        mupdf.pdf_repair_xref(pdf)
        count = mupdf.pdf_count_pages(pdf)
    if count < 1:
        return PdfErrorCode.DAMAGED
    if count > protocol.MAX_PAGES:
        return PdfErrorCode.REFUSED
    document = pdf.super()
    return pdf, document, tuple(_sizes(pdf, count))


def _unmap(view: memoryview, mapped: mmap.mmap | None) -> None:
    view.release()
    if mapped is not None:
        mapped.close()


def _sizes(pdf: Any, count: int) -> Iterator[tuple[float, float]]:
    """Points of each page as shown; A4 for one that can't be read, so that the rest of the file stays usable.

    What fz_bound_page does, without loading what the pages consist of: with many pages this is most of the
    time that a document takes to open.
    """
    box, turn = mupdf.FzRect(), mupdf.FzMatrix()
    for number in range(count):
        try:
            mupdf.pdf_page_obj_transform(mupdf.pdf_lookup_page_obj(pdf, number), box, turn)
        except mupdf.FzErrorBase:
            yield 595.0, 842.0
        else:
            seen = mupdf.fz_transform_rect(box, turn)
            yield _extent(seen.x1 - seen.x0), _extent(seen.y1 - seen.y0)


def _extent(points: float) -> float:
    return min(max(points, 1.0), protocol.MAX_POINTS) if math.isfinite(points) else 1.0


def _words(known: _Document, number: int) -> Iterator[protocol.WordRow]:
    page = mupdf.fz_load_page(known.document, number)
    options = mupdf.FzStextOptions(pymupdf.TEXTFLAGS_WORDS)
    rows = _new_text_page(mupdf.FzStextPage(page, options)).extractWORDS()
    for x0, y0, x1, y1, text, block, line, no in rows[: protocol.MAX_WORDS]:
        box = _box(x0, y0, x1, y1)
        clean = _clean(text, protocol.MAX_WORD_LENGTH)
        if box is not None and clean:
            yield (*box, clean, block, line, no)


def _find(known: _Document, request: protocol.Find) -> protocol.Found:
    until = time.monotonic() + _FIND_SECONDS
    hits: list[protocol.HitRow] = []
    number = request.first
    last = min(len(known.sizes), request.first + request.pages)
    while number < last:
        words = [Word._make(row) for row in _words(known, number)]
        for hit in find_in_words(words, request.query, request.exact, number):
            if len(hits) == protocol.MAX_HITS:
                break
            before, match, after = snippet(words, hit)
            rects = tuple((r.x0, r.y0, r.x1, r.y1) for r in hit.rects[: protocol.MAX_QUERY])
            hits.append((number, rects, hit.first, hit.last, before, match[: protocol.MAX_MATCH], after))
        number += 1
        if time.monotonic() > until or len(hits) > protocol.MAX_HITS // 2:
            break
    return protocol.Found(tuple(hits), number)


def _links(known: _Document, number: int) -> Iterator[protocol.Link]:
    link = mupdf.fz_load_links(mupdf.fz_load_page(known.document, number))
    for _ in range(protocol.MAX_LINKS):
        if not link.m_internal:
            return
        rect, uri = link.rect(), link.uri() or ""
        box = _box(rect.x0, rect.y0, rect.x1, rect.y1)
        link = link.next()
        if box is None:
            continue
        if uri.lower().startswith(_URI_SCHEMES):
            yield protocol.Link(box, uri=_clean(uri, protocol.MAX_URI))
        elif uri.startswith("#"):
            page, y = _resolved(known, uri)
            if page is not None:
                yield protocol.Link(box, page, y)


def _outline(known: _Document) -> Iterator[protocol.OutlineEntry]:
    """Depth first, without recursion: a file may nest as deep as it likes."""
    pending = [(0, mupdf.fz_load_outline(known.document))]
    for _ in range(protocol.MAX_OUTLINE):
        while pending and not pending[-1][1].m_internal:
            pending.pop()
        if not pending:
            return
        level, entry = pending.pop()
        raw = entry.m_internal
        page, y = _resolved(known, raw.uri) if raw.uri and raw.uri.startswith("#") else (None, None)
        yield protocol.OutlineEntry(level, _clean(raw.title or "", protocol.MAX_TITLE), page, y)
        pending.append((level, entry.next()))
        if level < 31:
            pending.append((level + 1, entry.down()))


def _labels(known: _Document) -> tuple[str, ...]:
    """The page labels' number tree (ISO 32000-1, 12.4.2), without recursion and within bounds."""
    rules: list[LabelRule] = []
    root = mupdf.pdf_dict_gets(mupdf.pdf_trailer(known.pdf), "Root")
    pending = [mupdf.pdf_dict_gets(root, "PageLabels")]
    for _ in range(_LABEL_NODES):
        if not pending or len(rules) > protocol.MAX_PAGES:
            break
        node = pending.pop()
        pairs = mupdf.pdf_dict_gets(node, "Nums")
        for index in range(0, min(mupdf.pdf_array_len(pairs) - 1, 2 * protocol.MAX_PAGES), 2):
            rule = mupdf.pdf_array_get(pairs, index + 1)
            rules.append(
                LabelRule(
                    page=mupdf.pdf_array_get_int(pairs, index),
                    style=mupdf.pdf_to_name(mupdf.pdf_dict_gets(rule, "S")),
                    prefix=_clean(
                        mupdf.pdf_to_text_string(mupdf.pdf_dict_gets(rule, "P")), protocol.MAX_LABEL
                    ),
                    first=mupdf.pdf_to_int_default(mupdf.pdf_dict_gets(rule, "St"), 1),
                )
            )
        kids = mupdf.pdf_dict_gets(node, "Kids")
        room = _LABEL_NODES - len(pending)
        pending += [mupdf.pdf_array_get(kids, n) for n in range(min(mupdf.pdf_array_len(kids), room))]
    return labels_of(rules, len(known.sizes))


def _resolved(known: _Document, uri: str) -> tuple[int | None, float | None]:
    page, _x, y = mupdf.pdf_resolve_link(known.pdf, uri)
    if not 0 <= page < len(known.sizes):
        return None, None
    return page, min(max(y, 0.0), protocol.MAX_POINTS) if math.isfinite(y) else None


def _box(x0: float, y0: float, x1: float, y1: float) -> protocol.Box | None:
    """The box put in order and clamped; None for one that is no box."""
    if not (math.isfinite(x0) and math.isfinite(y0) and math.isfinite(x1) and math.isfinite(y1)):
        return None
    return _near(min(x0, x1)), _near(min(y0, y1)), _near(max(x0, x1)), _near(max(y0, y1))


def _near(value: float) -> float:
    return min(max(value, -protocol.MAX_POINTS), 2 * protocol.MAX_POINTS)


def _clean(text: str, length: int) -> str:
    """Without lone surrogates (they can't travel as UTF-8) and control characters, at most ``length``
    letters.
    """
    kept = text if text.isprintable() else "".join(c for c in text if c.isprintable() or c == "\xad")
    return kept[:length]
