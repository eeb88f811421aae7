"""A report of 60 pages, its five revisions, and two programs that make a PDF of it: MuPDF and Qt.

Both are real producers with their own text layout, font subsets, compression and order of objects. Every page
bears its number and how many there are, so that inserted pages change all that follow.
"""

from __future__ import annotations

import io
import random
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pymupdf
from _common import ROOT
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication, QImage, QPageSize, QPainter, QPdfWriter
from PySide6.QtGui import QTextDocument as TextDocument

FONT = next((ROOT / "resources/third_party").rglob("*Sans*Regular.ttf"))
_WIDTH, _HEIGHT, _MARGIN, _FOOT = 595, 842, 62, 30
_A_PAGE = 9
"""Paragraphs."""
_TEXT = (
    "hội đồng nhân dân xã tờ trình nghị quyết về việc phê duyệt dự toán thu chi ngân sách đầu tư công trung "
    "hạn đường liên thôn cầu suối bản trường học trạm y tế kế hoạch phát triển kinh tế báo cáo thẩm tra "
    "kiến nghị cử tri giải quyết khiếu nại bảo vệ rừng nguồn nước sạch nông thôn mới hộ nghèo vay vốn chính "
    "sách giao đất"
)
_WORDS = _TEXT.split()


@dataclass(frozen=True)
class Report:
    """Parts of running text, each beginning on a new page, then scanned pages (JPEG)."""

    parts: tuple[tuple[str, ...], ...]
    scans: tuple[bytes, ...]


Make = Callable[[Report], bytes]


def report(seed: int, pages: int = 60) -> Report:
    """About so many pages: nine of ten are text in two parts, the rest is scanned."""
    chance = random.Random(seed)
    text, scans = pages * 9 // 10, pages - pages * 9 // 10
    first = text * 2 // 5
    return Report(
        parts=(_paragraphs(chance, first), _paragraphs(chance, text - first)),
        scans=tuple(_scan(chance) for _ in range(scans)),
    )


def revisions(seed: int) -> dict[str, Callable[[Report, Make, bytes], bytes]]:
    """What is done to the report: its text, who makes it, and the first version's bytes → the second's."""
    chance = random.Random(-seed)

    def changed(base: Report, make: Make, _: bytes) -> bytes:
        part = base.parts[1]
        middle = len(part) // 2
        words = part[middle].split()
        words[5:9] = ["đã", "được", "sửa", "lại", "theo", "ý", "kiến", "thẩm", "tra"]
        new = (*part[:middle], " ".join(words), *part[middle + 1 :])
        return make(replace(base, parts=(base.parts[0], new)))

    def inserted(base: Report, make: Make, _: bytes) -> bytes:
        part = base.parts[0]
        return make(replace(base, parts=((*part[:3], _paragraph(chance), *part[3:]), *base.parts[1:])))

    def two_pages(base: Report, make: Make, _: bytes) -> bytes:
        return make(replace(base, parts=(base.parts[0], _paragraphs(chance, 2), *base.parts[1:])))

    def notes(_: Report, __: Make, first: bytes) -> bytes:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "noted.pdf"
            path.write_bytes(first)
            with pymupdf.open(path) as document:
                _annotate(document)
                document.saveIncr()
            return path.read_bytes()

    def scanned_again(base: Report, make: Make, _: bytes) -> bytes:
        middle = len(base.scans) // 2
        scans = (*base.scans[:middle], _scan(chance), *base.scans[middle + 1 :])
        return make(replace(base, scans=scans))

    return {
        "a paragraph changed": changed,
        "a paragraph inserted early": inserted,
        "two pages inserted": two_pages,
        "notes saved incrementally": notes,
        "a scanned page replaced": scanned_again,
    }


def by_mupdf(content: Report) -> bytes:
    """MuPDF's own layout of HTML, saved with its usual compression."""
    archive = pymupdf.Archive(str(FONT.parent))
    style = f"@font-face{{font-family:r;src:url({FONT.name})}} *{{font-family:r;font-size:11pt}}"
    document = pymupdf.open()
    for part in content.parts:
        story = pymupdf.Story("".join(f"<p>{each}</p>" for each in part), style, archive=archive)
        out = io.BytesIO()
        writer = pymupdf.DocumentWriter(out)
        more = 1
        while more:
            device = writer.begin_page(pymupdf.Rect(0, 0, _WIDTH, _HEIGHT))
            more, _ = story.place(pymupdf.Rect(_MARGIN, _MARGIN, _WIDTH - _MARGIN, _HEIGHT - _MARGIN - _FOOT))
            story.draw(device)
            writer.end_page()
        writer.close()
        document.insert_pdf(pymupdf.open(stream=out.getvalue()))
    for scan in content.scans:
        page = document.new_page(width=_WIDTH, height=_HEIGHT)
        page.insert_image(page.rect, stream=scan)
    for number, page in enumerate(document, start=1):
        page.insert_text((_WIDTH - 120, _HEIGHT - _FOOT), f"Trang {number}/{len(document)}", fontsize=9)
    try:
        return bytes(document.tobytes(garbage=3, deflate=True))
    finally:
        document.close()


def by_qt(content: Report) -> bytes:
    """Qt's rich text on Qt's PDF writer, 1200 dots an inch as it prints by default."""
    application = QGuiApplication.instance() or QGuiApplication([])
    assert application is not None
    family = QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(FONT)))[0]
    small = QFont(family)
    small.setPixelSize(9)
    texts = [_qt_text(part, family) for part in content.parts]
    total = sum(text.pageCount() for text in texts) + len(content.scans)
    out = QByteArray()
    device = QBuffer(out)
    device.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(device)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    painter = QPainter(writer)
    scale = writer.resolution() / 72
    painter.scale(scale, scale)
    number = 0

    def turn() -> None:
        nonlocal number
        number += 1
        if number > 1:
            writer.newPage()
        painter.setFont(small)
        painter.drawText(QRectF(0, _HEIGHT - _FOOT - 12, _WIDTH - _MARGIN, 14), 2, f"Trang {number}/{total}")

    for text in texts:
        inner = _HEIGHT - 2 * _MARGIN - _FOOT
        for page in range(text.pageCount()):
            turn()
            painter.save()
            painter.translate(_MARGIN, _MARGIN - page * inner)
            text.drawContents(painter, QRectF(0, page * inner, _WIDTH - 2 * _MARGIN, inner))
            painter.restore()
    for scan in content.scans:
        turn()
        painter.drawImage(QRectF(0, 0, _WIDTH, _HEIGHT - 2 * _FOOT), QImage.fromData(scan))
    painter.end()
    device.close()
    return bytes(out.data())


PRODUCERS: dict[str, Make] = {"MuPDF": by_mupdf, "Qt": by_qt}


def _qt_text(part: tuple[str, ...], family: str) -> TextDocument:
    text = TextDocument()
    text.setDocumentMargin(0)
    font = QFont(family)
    font.setPixelSize(11)
    text.setDefaultFont(font)
    text.setHtml("".join(f'<p align="justify">{each}</p>' for each in part))
    text.setPageSize(QSizeF(_WIDTH - 2 * _MARGIN, _HEIGHT - 2 * _MARGIN - _FOOT))
    return text


def _annotate(document: pymupdf.Document) -> None:
    """Notes and highlights on five pages."""
    for number in range(1, min(6, len(document))):
        page = document[number]
        page.add_text_annot((80, 90 + 30 * number), f"Xem lại số liệu, dòng {number}")
        page.add_highlight_annot(pymupdf.Rect(80, 120, 320, 134))


def _paragraphs(chance: random.Random, pages: int) -> tuple[str, ...]:
    """Text of about so many pages."""
    return tuple(_paragraph(chance) for _ in range(pages * _A_PAGE))


def _paragraph(chance: random.Random) -> str:
    words = [chance.choice(_WORDS) for _ in range(chance.randint(55, 95))]
    words[chance.randrange(len(words))] += f" {chance.randint(1_000, 999_999):,} đồng"
    return " ".join(words).capitalize() + "."


def _scan(chance: random.Random) -> bytes:
    """A page as a scanner gives it: grey noise under the marks of print, about 150 KB of JPEG."""
    width, height = 826, 1_169
    shades = bytes(232 + (each & 15) for each in range(256))
    page = bytearray(chance.randbytes(width * height).translate(shades))
    for line in range(90, height - 90, 22):
        for start in range(80, width - 80, 9):
            length = chance.randint(2, 7)
            for row in range(line, line + 9):
                page[row * width + start : row * width + start + length] = bytes(length)
    picture = pymupdf.Pixmap(pymupdf.csGRAY, width, height, bytes(page), 0)
    return bytes(picture.tobytes("jpeg", jpg_quality=60))
