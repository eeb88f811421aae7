"""Part of the PDF child: what a file's objects say of it before it travels. Reads them all, up to a bound."""

from __future__ import annotations

from typing import Any, Final

from pymupdf import mupdf

from reader.pdf import protocol

_MOST: Final = 200_000
"""Objects looked at."""
_FILES: Final = ("FontFile", "FontFile2", "FontFile3")
_WITHOUT: Final = ("Type0", "Type3")
"""The first leaves its file to its descendant, the second draws its own letters."""


def facts(pdf: Any) -> protocol.FileFacts:
    """Whether a signature with content is in the file, and how many fonts' programs are not."""
    signed, lacking = False, 0
    for number in range(1, min(mupdf.pdf_xref_len(pdf), _MOST)):
        try:
            one = mupdf.pdf_load_object(pdf, number)
        except mupdf.FzErrorBase:
            continue  # broken or free: what is shown of the file is judged elsewhere
        if not mupdf.pdf_is_dict(one):
            continue
        kind = mupdf.pdf_to_name(mupdf.pdf_dict_gets(one, "Type"))
        if kind == "Font":
            lacking += _lacks_its_program(one)
        elif kind in ("Sig", "DocTimeStamp") or not kind:
            signed = signed or _is_signature(one)
    return protocol.FileFacts(signed, min(lacking, protocol.MAX_FONTS))


def _lacks_its_program(font: Any) -> bool:
    if mupdf.pdf_to_name(mupdf.pdf_dict_gets(font, "Subtype")) in _WITHOUT:
        return False
    about = mupdf.pdf_dict_gets(font, "FontDescriptor")
    return not any(mupdf.pdf_is_stream(mupdf.pdf_dict_gets(about, name)) for name in _FILES)


def _is_signature(one: Any) -> bool:
    """ISO 32000-1, 12.8.1: a signature dictionary says which bytes it covers, and holds the signature."""
    covers = mupdf.pdf_array_len(mupdf.pdf_dict_gets(one, "ByteRange")) >= 4
    return covers and bool(mupdf.pdf_is_string(mupdf.pdf_dict_gets(one, "Contents")))
