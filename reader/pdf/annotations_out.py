"""In the PDF child: a copy of a document with annotations of ours on it.

The copy is a second reading of the same bytes, so that what is painted stays as it is. It is written as an
update after the original's own bytes (ISO 32000-1, 7.5.6) wherever the file's table is in order: whoever has
the copy has the original in it, byte for byte. A file whose table had to be rebuilt is written anew.
"""

from __future__ import annotations

import time
from mmap import mmap
from typing import Any, Final
from xml.sax.saxutils import escape

from pymupdf import mupdf

from reader.pdf import protocol
from reader.pdf.annotations import ON_WORDS, Annotation, AnnotationKind, Frame, UserBox, date_of
from reader.pdf.annotations_in import frame_of
from reader.pdf.appearance import outer_box, set_text, shape, sign, upright, words

_PRINT: Final = 4
"""The flag that it is printed, too."""
_ANNOTATE: Final = ord("n")
_FONT: Final = "SoHopPlex"


class LockedError(Exception):
    """The file's own settings allow no annotations."""


class NoCopyError(Exception):
    """There is none here: it was lost with a child before this one, or is larger than may be."""


class Copies:
    """The one copy that is being made or waits to be taken."""

    def __init__(self) -> None:
        self._name = ""
        self._made: _Copy | None = None
        self._written: memoryview | None = None

    def begin(self, pdf: Any, request: protocol.Copy) -> None:
        """``pdf`` was opened for this alone. Raises ``LockedError``."""
        self._made = _Copy(pdf, request.font, request.title, request.about)
        self._name = request.document

    def add(self, request: protocol.Annotate) -> None:
        """Raises ``NoCopyError``, MuPDF's error for a page that can't be read."""
        for annotation in request.annotations:
            self._of(request.document).add(annotation)

    def finish(self, document: str) -> int:
        """Write it; how many bytes. Raises ``NoCopyError``."""
        written = self._of(document).write()
        self._made = None
        if len(written) > protocol.MAX_COPY_BYTES:
            raise NoCopyError
        self._written = written
        return len(written)

    def take(self, document: str, canvas: mmap | None) -> memoryview | None:
        """Put it on the canvas, or give it back where there is none. Raises ``NoCopyError``."""
        written = self._written if document == self._name else None
        if written is None or (canvas is not None and len(written) > len(canvas)):
            raise NoCopyError
        self._written = None
        if canvas is None:
            return written
        canvas[: len(written)] = written
        return None

    def forget(self, document: str | None = None) -> None:
        """It is not wanted any more; ``document``: only if it is of this one."""
        if document in (None, self._name):
            self._made = self._written = None

    def _of(self, document: str) -> _Copy:
        if self._made is None or document != self._name:
            raise NoCopyError
        return self._made


class _Copy:
    """Made of a document that was opened for it alone."""

    def __init__(self, pdf: Any, font: bytes, title: str, about: str) -> None:
        """``title`` and ``about`` go into the document's properties. Raises ``LockedError``."""
        if not mupdf.pdf_has_permission(pdf, _ANNOTATE):
            raise LockedError
        self._pdf = pdf
        self._letters = _Letters(pdf, font)
        self._states: dict[tuple[float, bool], Any] = {}
        self._lists: dict[int, Any] = {}
        self._describe(title, about)

    def add(self, annotation: Annotation) -> None:
        """Put one on its page. Raises MuPDF's error for a page that can't be read."""
        pdf, frame = self._pdf, frame_of(self._pdf, annotation.page)
        page = mupdf.pdf_lookup_page_obj(pdf, annotation.page)
        made = mupdf.pdf_new_dict(pdf, 20)
        _name(made, "Type", "Annot")
        _name(made, "Subtype", annotation.kind.value)
        _put_numbers(pdf, made, "Rect", outer_box(annotation, frame.scale))
        mupdf.pdf_dict_puts(made, "P", page)
        mupdf.pdf_dict_puts(made, "F", mupdf.pdf_new_int(_PRINT))
        for key, text in (
            ("NM", annotation.name),
            ("T", annotation.author),
            ("Subj", annotation.subject),
            ("Contents", annotation.contents),
            ("CreationDate", date_of(annotation.created)),
            ("M", date_of(annotation.changed)),
        ):
            if text:
                mupdf.pdf_dict_puts(made, key, mupdf.pdf_new_text_string(text))
        if annotation.colour is not None:
            _put_numbers(pdf, made, "C", annotation.colour)
        if annotation.opacity < 1.0:
            mupdf.pdf_dict_puts(made, "CA", mupdf.pdf_new_real(annotation.opacity))
        self._put_kind(made, annotation, frame)
        self._put_appearance(made, annotation, frame)
        mupdf.pdf_array_push(self._list(annotation.page, page), mupdf.pdf_add_object(pdf, made))

    def write(self) -> memoryview:
        """The whole copy."""
        options = mupdf.PdfWriteOptions()
        options.do_compress = options.do_compress_fonts = 1
        options.do_incremental = int(mupdf.pdf_can_be_saved_incrementally(self._pdf))
        buffer = mupdf.FzBuffer(1 << 16)
        output = mupdf.FzOutput(buffer)
        mupdf.pdf_write_document(self._pdf, output, options)
        output.fz_close_output()
        return memoryview(mupdf.fz_buffer_extract_copy(buffer))

    def _list(self, number: int, page: Any) -> Any:
        """The page's annotations, made where there are none."""
        known = self._lists.get(number)
        if known is not None:
            return known
        listed = mupdf.pdf_dict_gets(page, "Annots")
        if not mupdf.pdf_is_array(listed):
            listed = mupdf.pdf_new_array(self._pdf, 4)
            mupdf.pdf_dict_puts(page, "Annots", listed)
        self._lists[number] = listed
        return listed

    def _put_kind(self, made: Any, annotation: Annotation, frame: Frame) -> None:
        pdf, kind = self._pdf, annotation.kind
        if kind in ON_WORDS:
            _put_numbers(pdf, made, "QuadPoints", [one for quad in annotation.quads for one in quad])
            return
        if kind is AnnotationKind.NOTE:
            _name(made, "Name", "Note")
            return
        if kind is AnnotationKind.TEXT:
            red, green, blue = annotation.colour or (0.0, 0.0, 0.0)
            size = 12 / frame.scale
            shown = f"/Helv {size:.2f} Tf {red:.3f} {green:.3f} {blue:.3f} rg"
            mupdf.pdf_dict_puts(made, "DA", mupdf.pdf_new_text_string(shown))
            mupdf.pdf_dict_dels(made, "C")  # of a text this is its paper
            _put_width(pdf, made, 0.0)
            return
        _put_width(pdf, made, annotation.width)
        if kind is AnnotationKind.LINE:
            _put_numbers(pdf, made, "L", [one for stroke in annotation.strokes for one in stroke][:4])
            endings = mupdf.pdf_new_array(pdf, 2)
            for ending in ("None", "ClosedArrow"):
                mupdf.pdf_array_push(endings, mupdf.pdf_new_name(ending))
            mupdf.pdf_dict_puts(made, "LE", endings)
            if annotation.colour is not None:
                _put_numbers(pdf, made, "IC", annotation.colour)
        elif kind is AnnotationKind.INK:
            lists = mupdf.pdf_new_array(pdf, len(annotation.strokes))
            for stroke in annotation.strokes:
                mupdf.pdf_array_push(lists, _numbers(pdf, stroke))
            mupdf.pdf_dict_puts(made, "InkList", lists)
        else:
            _put_numbers(pdf, made, "RD", [annotation.width / 2] * 4)

    def _put_appearance(self, made: Any, annotation: Annotation, frame: Frame) -> None:
        pdf = self._pdf
        form = mupdf.pdf_new_dict(pdf, 8)
        resources = mupdf.pdf_new_dict(pdf, 2)
        box: UserBox = outer_box(annotation, frame.scale)
        if annotation.kind in (AnnotationKind.NOTE, AnnotationKind.TEXT):
            across, down, matrix = upright(annotation.box, frame)
            box = (0.0, 0.0, across, down)
            _put_numbers(pdf, form, "Matrix", matrix)
            if annotation.kind is AnnotationKind.NOTE:
                content = sign(annotation, across, down)
            else:
                letters = self._letters
                setting = set_text(annotation.contents, across, down, frame.scale, letters.advance)
                content = words(annotation, setting, letters.glyphs)
                fonts = mupdf.pdf_new_dict(pdf, 1)
                mupdf.pdf_dict_puts(fonts, "F", letters.embedded())
                mupdf.pdf_dict_puts(resources, "Font", fonts)
        else:
            content = shape(annotation, frame.scale)
        states = mupdf.pdf_new_dict(pdf, 1)
        mupdf.pdf_dict_puts(states, "G", self._state(annotation))
        mupdf.pdf_dict_puts(resources, "ExtGState", states)
        _name(form, "Type", "XObject")
        _name(form, "Subtype", "Form")
        _put_numbers(pdf, form, "BBox", box)
        mupdf.pdf_dict_puts(form, "Resources", resources)
        data = mupdf.fz_new_buffer_from_copied_data(content.encode("ascii"))
        normal = mupdf.pdf_new_dict(pdf, 1)
        mupdf.pdf_dict_puts(normal, "N", mupdf.pdf_add_stream(pdf, data, form, 0))
        mupdf.pdf_dict_puts(made, "AP", normal)

    def _state(self, annotation: Annotation) -> Any:
        under = annotation.kind is AnnotationKind.HIGHLIGHT
        key = round(annotation.opacity, 3), under
        known = self._states.get(key)
        if known is None:
            state = mupdf.pdf_new_dict(self._pdf, 4)
            _name(state, "Type", "ExtGState")
            for name in ("CA", "ca"):
                mupdf.pdf_dict_puts(state, name, mupdf.pdf_new_real(annotation.opacity))
            _name(state, "BM", "Multiply" if under else "Normal")
            known = self._states[key] = mupdf.pdf_add_object(self._pdf, state)
        return known

    def _describe(self, title: str, about: str) -> None:
        """In both places where programs look for it. What the original said of itself (its archiving level
        for one) is not true of the copy.
        """
        pdf = self._pdf
        info = mupdf.pdf_dict_gets(mupdf.pdf_trailer(pdf), "Info")
        if not mupdf.pdf_is_dict(info):
            info = mupdf.pdf_add_object(pdf, mupdf.pdf_new_dict(pdf, 4))
            # Asked for again: with the first new object the update has begun, with a trailer of its own.
            mupdf.pdf_dict_puts(mupdf.pdf_trailer(pdf), "Info", info)
        for key, text in (("Title", title), ("Subject", about), ("ModDate", date_of(int(time.time())))):
            mupdf.pdf_dict_puts(info, key, mupdf.pdf_new_text_string(text))
        form = mupdf.pdf_new_dict(pdf, 2)
        _name(form, "Type", "Metadata")
        _name(form, "Subtype", "XML")
        data = mupdf.fz_new_buffer_from_copied_data(_xmp(title, about).encode())
        root = mupdf.pdf_dict_gets(mupdf.pdf_trailer(pdf), "Root")
        mupdf.pdf_dict_puts(root, "Metadata", mupdf.pdf_add_stream(pdf, data, form, 0))


class _Letters:
    """The font for text on the page: embedded when first used."""

    def __init__(self, pdf: Any, data: bytes) -> None:
        self._pdf = pdf
        self._font = mupdf.fz_new_font_from_buffer(_FONT, mupdf.fz_new_buffer_from_copied_data(data), 0, 0)
        self._embedded: Any | None = None
        self._known: dict[str, tuple[int, float]] = {}

    def embedded(self) -> Any:
        if self._embedded is None:
            self._embedded = mupdf.pdf_add_cid_font(self._pdf, self._font)
        return self._embedded

    def advance(self, text: str) -> float:
        return sum(self._letter(letter)[1] for letter in text)

    def glyphs(self, line: str) -> str:
        return "<" + "".join(f"{self._letter(letter)[0]:04X}" for letter in line) + ">"

    def _letter(self, letter: str) -> tuple[int, float]:
        known = self._known.get(letter)
        if known is None:
            glyph = mupdf.fz_encode_character(self._font, ord(letter))
            known = self._known[letter] = glyph, mupdf.fz_advance_glyph(self._font, glyph, 0)
        return known


def _xmp(title: str, about: str) -> str:
    def said(text: str) -> str:
        return f'<rdf:Alt><rdf:li xml:lang="x-default">{escape(text)}</rdf:li></rdf:Alt>'

    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{said(title)}</dc:title><dc:description>{said(about)}</dc:description>"
        "</rdf:Description></rdf:RDF></x:xmpmeta>\n"
        '<?xpacket end="w"?>'
    )


def _name(where: Any, key: str, value: str) -> None:
    mupdf.pdf_dict_puts(where, key, mupdf.pdf_new_name(value))


def _put_width(pdf: Any, made: Any, width: float) -> None:
    style = mupdf.pdf_new_dict(pdf, 2)
    mupdf.pdf_dict_puts(style, "W", mupdf.pdf_new_real(width))
    mupdf.pdf_dict_puts(made, "BS", style)


def _put_numbers(pdf: Any, where: Any, key: str, values: Any) -> None:
    mupdf.pdf_dict_puts(where, key, _numbers(pdf, values))


def _numbers(pdf: Any, values: Any) -> Any:
    made = mupdf.pdf_new_array(pdf, len(values))
    for value in values:
        mupdf.pdf_array_push_real(made, value)
    return made
