"""A paper and its revision, and marks on the words of the first."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pymupdf

from reader.pdf import Selection, Word, quote, rects_of
from sync.model.annotation import Quote, Rect

_WORDS = [
    *(
        "ngân",
        "sách",
        "dự",
        "toán",
        "chi",
        "thu",
        "xã",
        "phường",
        "đường",
        "trường",
        "học",
        "trạm",
        "y",
        "tế",
    ),
    *(
        "thủy",
        "lợi",
        "kênh",
        "mương",
        "cầu",
        "cống",
        "thôn",
        "bản",
        "hộ",
        "nghèo",
        "vốn",
        "đầu",
        "tư",
        "quyết",
    ),
    *("thanh", "tra", "kiểm", "thuế", "phí", "lệ", "giao", "thông", "điện", "nước", "sạch", "rừng", "đất"),
]


def paragraph(seed: int, words: int = 40) -> str:
    """Words that no other seed gives in this order."""
    chosen = random.Random(seed)
    return " ".join(chosen.choice(_WORDS) for _ in range(words))


def paper(pages: Sequence[Sequence[str]]) -> bytes:
    """A PDF: each page has its paragraphs, one under the other. A whole font would be three megabytes."""
    document = pymupdf.open()
    for paragraphs in pages:
        page = document.new_page()
        top = 60.0
        for text in paragraphs:
            box = pymupdf.Rect(60, top, 535, top + 110)
            page.insert_htmlbox(box, f"<p style='font-size:11pt'>{text}</p>")
            top += 115
    document.subset_fonts()
    return bytes(document.tobytes(garbage=3, deflate=True))


def words_of(pdf: bytes, page: int) -> tuple[Word, ...]:
    """What stands on a page."""
    with pymupdf.open(stream=pdf) as document:
        return tuple(Word(*row) for row in document[page].get_text("words"))


def on_words(pdf: bytes, page: int, first: str, count: int) -> tuple[tuple[Rect, ...], Quote]:
    """Boxes and quotation of so many words from where the words ``first`` begin."""
    words = words_of(pdf, page)
    texts, wanted = [word.text for word in words], first.split()
    start = next(n for n in range(len(texts)) if texts[n : n + len(wanted)] == wanted)
    chosen = Selection(start, start + count - 1)
    found = quote(words, chosen)
    return (
        tuple(Rect(*box) for box in rects_of(words, chosen)),
        Quote(exact=found.exact, prefix=found.prefix, suffix=found.suffix),
    )
