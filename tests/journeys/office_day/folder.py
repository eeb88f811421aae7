"""The folder on the secretary's disk: 60 files of a People's Council in 12 subfolders, in the forms of
Decree 30/2020, and in it what the checks are there to find."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from textwrap import wrap

import docx
import pymupdf

_FONTS = Path(__file__).parents[3] / "resources/third_party/source-serif-4"
_REGULAR, _BOLD = _FONTS / "SourceSerif4_400Regular.ttf", _FONTS / "SourceSerif4_600SemiBold.ttf"
_LEFT, _MIDDLE, _TOP, _FOOT = 85.0, 305.0, 64.0, 780.0
_LETTERS = 78
"""Of a line."""

ITEMS = (
    "Khai mạc, thông qua chương trình kỳ họp",
    "Kết quả phát triển kinh tế – xã hội năm 2026",
    "Dự toán thu, chi ngân sách năm 2027",
    "Điều chỉnh kế hoạch đầu tư công trung hạn",
    "Lấy phiếu về chức danh Ủy viên Ủy ban nhân dân xã",
    "Đặt tên một số tuyến đường",
    "Quy hoạch chi tiết khu dân cư Bản Suối",
    "Mức thu phí chợ và bến bãi",
    "Chương trình giám sát năm 2027",
    "Trả lời kiến nghị của cử tri",
    "Hỗ trợ học sinh bán trú",
    "Nhân sự chuẩn bị cho nhiệm kỳ tới",
)
"""The last one is not for everybody."""
CLOSED = ITEMS[-1]
SCAN, COPY, WORD = "Biên bản tiếp xúc cử tri.pdf", "09_Dự toán chi tiết.pdf", "05_Thuyết minh.docx"
WANTS_ANNEX = 11
"""The item whose proposal speaks of an annex that nobody has put beside it."""
_KINDS = (
    ("Tờ trình", "TTr-UBND", "TỜ TRÌNH"),
    ("Báo cáo", "BC-UBND", "BÁO CÁO"),
    ("Báo cáo thẩm tra", "BC-KTXH", "BÁO CÁO"),
    ("Dự thảo nghị quyết", "", "DỰ THẢO|NGHỊ QUYẾT"),
    ("Phụ lục", "", "PHỤ LỤC"),
)
_SAID = (
    "Căn cứ Luật Tổ chức chính quyền địa phương và tình hình thực tế của địa phương, cơ quan trình nội dung",
    "Tổng mức thực hiện đạt 1.850 triệu đồng, bằng 106,4 % so với cùng kỳ năm trước, trong đó phần giao xã",
    "Đường liên thôn đoạn Bản Suối – Nà Lâu dài 2,3 km đã xong nền, còn lại mặt đường bê tông và rãnh thoát",
    "Các hộ dân trong diện ảnh hưởng đã được lấy ý kiến tại nhà văn hóa; 87 hộ đồng ý, 4 hộ đề nghị xem lại",
    "Đề nghị Hội đồng nhân dân xã xem xét, quyết nghị; Ủy ban nhân dân xã tổ chức thực hiện và báo cáo lại",
)


@dataclass(frozen=True)
class Folder:
    """Where it lies, and how many files are in it."""

    path: Path
    files: int


def make_folder(path: Path, *, word: bool) -> Folder:
    """60 files. ``word``: one of them is a Word file, which takes LibreOffice."""
    chance = random.Random(26)
    for number, title in enumerate(ITEMS, 1):
        item = path / f"{number}. {title}"
        item.mkdir(parents=True)
        for place, (kind, office, head) in enumerate(_KINDS, 1):
            symbol = f"{chance.randint(12, 390)}/{office}" if office else ""
            name = f"{place:02}_{kind}{' so ' + symbol.replace('/', '-') if symbol else ''}.pdf"
            about = f"Về {title[0].lower()}{title[1:]}"
            annex = number == WANTS_ANNEX and place == 1
            if number == WANTS_ANNEX and place == len(_KINDS):
                name, head = "05_Danh sach truong hoc.pdf", "DANH SÁCH"
            _paper(item / name, head, symbol, about, 1 + chance.randrange(3), annex=annex)
    _odd_ones(path, word=word)
    return Folder(path, sum(1 for one in path.rglob("*") if one.is_file()))


def mended(path: Path) -> Path:
    """Another wording of a proposal, as the approver asked for it or as it changed over night."""
    _paper(path, "TỜ TRÌNH", "391/TTr-UBND", "Về mức thu phí chợ và bến bãi, bản sửa", 3)
    return path


def _odd_ones(path: Path, *, word: bool) -> None:
    """A scan, the same file twice, a Word file: each in the place of an annex."""

    def annex(number: int) -> Path:
        return next(path.glob(f"{number}. */05_*.pdf"))

    for number, name in ((10, SCAN), (9, COPY)):
        place = annex(number)
        place.unlink()
        if name == SCAN:
            _scan(place.with_name(name))
        else:
            place.with_name(name).write_bytes(annex(3).read_bytes())
    if word:
        place = annex(8)
        place.unlink()
        _word(place.with_name(WORD))


def _paper(path: Path, head: str, symbol: str, about: str, pages: int, *, annex: bool = False) -> None:
    document = pymupdf.open()
    writer = _Writer(document)
    if symbol:
        office = "ỦY BAN NHÂN DÂN" if "UBND" in symbol else "HỘI ĐỒNG NHÂN DÂN"
        writer.head((office, "XÃ SUỐI LAM"), symbol, date(2026, 11, 1 + sum(map(ord, symbol)) % 20))
    for line in head.split("|"):
        writer.centred(line, bold=True, size=14)
    writer.centred(about, bold=True)
    writer.gap(14)
    if annex:
        writer.line("(Kèm theo Phụ lục số liệu học sinh từng trường)")
    chance = random.Random(f"{symbol}{about}")
    for number in range(1, 14 * pages):
        writer.line(f"{number}. {chance.choice(_SAID)} theo biểu số {chance.randint(1, 40)}.")
    writer.done(path)


def _scan(path: Path) -> None:
    """Pages that are pictures, grey as a copier leaves them."""
    written = pymupdf.open()
    writer = _Writer(written)
    writer.centred("BIÊN BẢN", bold=True, size=14)
    writer.centred("Hội nghị tiếp xúc cử tri tại nhà văn hóa Bản Suối", bold=True)
    for number, said in enumerate(_SAID * 3, 1):
        writer.line(f"{number}. {said}.")
    writer.flush()
    scanned = pymupdf.open()
    for page in written:
        picture = page.get_pixmap(dpi=90, colorspace=pymupdf.csGRAY)
        scanned.new_page().insert_image(page.rect, stream=picture.tobytes("jpeg", jpg_quality=40))
    scanned.save(path, deflate=True)


def _word(path: Path) -> None:
    written = docx.Document()
    written.add_heading("Thuyết minh mức thu phí chợ", 1)
    for said in _SAID * 4:
        written.add_paragraph(f"{said}.")
    written.save(str(path))


class _Writer:
    """Sets lines onto A4 pages."""

    def __init__(self, document: pymupdf.Document) -> None:
        self._document = document
        files = {False: _REGULAR, True: _BOLD}
        self._fonts = {bold: pymupdf.Font(fontfile=str(file)) for bold, file in files.items()}
        self._turn()

    def head(self, issuer: tuple[str, str], symbol: str, day: date) -> None:
        left, right = 175.0, 410.0
        motto = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập – Tự do – Hạnh phúc")
        for one, two in zip(issuer, motto, strict=True):
            self._put(one, left, True, 11)
            self._put(two, right, True, 11)
            self.gap(16)
        self.gap(6)
        self._put(f"Số: {symbol}", left, False, 11)
        self._put(f"Suối Lam, ngày {day.day} tháng {day.month} năm {day.year}", right, False, 11)
        self.gap(34)

    def centred(self, text: str, *, bold: bool, size: float = 12) -> None:
        self._put(text, _MIDDLE, bold, size)
        self.gap(size * 1.5)

    def line(self, text: str) -> None:
        for said in wrap(text, _LETTERS):
            self._text.append((_LEFT, self._y), said, self._fonts[False], 12)
            self.gap(17)
        self.gap(5)

    def gap(self, high: float) -> None:
        self._y += high
        if self._y > _FOOT:
            self.flush()
            self._turn()

    def flush(self) -> None:
        self._text.write_text(self._page)

    def done(self, path: Path) -> None:
        self.flush()
        self._document.subset_fonts()
        self._document.save(path, deflate=True, garbage=3)
        self._document.close()

    def _put(self, text: str, middle: float, bold: bool, size: float) -> None:
        font = self._fonts[bold]
        self._text.append((middle - font.text_length(text, size) / 2, self._y), text, font, size)

    def _turn(self) -> None:
        self._page = self._document.new_page(width=595, height=842)
        self._text = pymupdf.TextWriter(self._page.rect)
        self._y = _TOP
