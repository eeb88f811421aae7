"""Council prose in Vietnamese from a seeded grammar, each word with an identity, and what revisions do to it.

It repeats itself as such papers do: the same offices, grounds, closing articles, tables with the same head.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from enum import Enum
from itertools import count

from reader.pdf import fold

_SLOTS: dict[str, tuple[str, ...]] = {
    "office": (
        "Ủy ban nhân dân xã", "Hội đồng nhân dân xã", "Thường trực Hội đồng nhân dân", "Ban Kinh tế – Xã hội",
        "Ban Pháp chế", "Công an xã", "Văn phòng xã", "Trạm Y tế",
        "Ủy ban Mặt trận Tổ quốc Việt Nam xã",
        "Phòng Kinh tế", "tổ công tác liên ngành", "Ban Quản lý dự án", "Hội Nông dân", "Đoàn Thanh niên",
    ),
    "act": (
        "chủ trì, phối hợp với",
        "báo cáo kịp thời với", "thống nhất đề nghị", "kiến nghị", "giải trình trước",
        "tham mưu cho", "tiếp thu ý kiến của", "gửi hồ sơ đến", "trao đổi bằng văn bản với", "giám sát",
    ),
    "thing": (
        "dự toán thu, chi ngân sách", "kế hoạch đầu tư công trung hạn", "phương án bố trí dân cư",
        "đề án thu gom rác thải", "danh mục công trình chuyển tiếp", "quy chế làm việc", "bảng giá dịch vụ",
        "hồ sơ địa giới", "chương trình giám sát", "chính sách hỗ trợ hộ nghèo", "kết quả trả lời cử tri",
        "quy hoạch chợ trung tâm", "phương án phòng, chống thiên tai", "đề án chuyển đổi số",
        "kế hoạch trồng rừng", "lịch vận hành hồ chứa", "mức thu học phí", "công tác tiếp công dân",
    ),
    "place": (
        "thôn Suối Lam", "thôn Đồng Bưởi", "xóm Cầu Gỗ", "bản Nà Mây", "khu tái định cư Bãi Dài",
        "đập Khe Sim",
        "trường Tiểu học số 2", "chợ Phiên", "tuyến đường liên thôn", "cụm dân cư Hạ Lũng", "trạm bơm Gò Me",
        "cánh đồng Ao Sen", "điểm trường Thượng Nông", "nhà văn hóa Trại Mới",
    ),
    "why": (
        "do nguồn thu không đạt dự toán",
        "vì thời tiết diễn biến bất thường", "theo đúng quy định của pháp luật",
        "căn cứ tình hình thực tế", "để hoàn thành trước mùa mưa", "nhằm bảo đảm an toàn cho người dân",
        "trên cơ sở ý kiến của cử tri", "phù hợp với khả năng cân đối ngân sách",
        "khi có hướng dẫn của cấp trên",
        "bảo đảm công khai, minh bạch", "sau khi được thẩm định", "không để phát sinh nợ đọng",
    ),
    "do": (
        "rà soát", "bổ sung", "điều chỉnh", "công khai", "nghiệm thu", "khởi công", "hoàn thiện", "tạm dừng",
        "giao", "phân bổ", "kiểm tra", "quyết toán", "khắc phục", "sửa chữa", "bàn giao", "thẩm tra",
    ),
    "unit": ("triệu đồng", "hộ", "ha", "km", "lượt người", "hồ sơ", "suất", "tấn", "m3"),
    "much": ("tăng", "giảm", "đạt", "vượt", "bằng", "còn", "ước đạt", "không quá", "tối thiểu"),
}  # fmt: skip
_SENTENCES = (
    "{office} {act} {office} về {thing} tại {place}, {why}.",
    "Tổng kinh phí {do} {thing} là {money} triệu đồng, {much} {percent} % so với năm {year}.",
    "Đến ngày {day}, đã {do} {number} {unit} tại {place}; {much} {percent} % kế hoạch.",
    "Đề nghị {office} {do} {thing} trước ngày {day}, {why}.",
    "Tại {place}, {number} {unit} chưa được {do} {why}; {office} chịu trách nhiệm {do} và {do}.",
    "Qua giám sát, {office} nhận thấy {thing} còn chậm, {number} {unit} phải {do} lại.",
    "Năm {year}, {place} được {do} {thing} với mức {money} triệu đồng, ngân sách xã {much} {percent} %.",
    "Ý kiến của cử tri {place}: {do} {thing}, {why}, không kéo dài sang năm {year}.",
    "{office} thống nhất {do} {thing} theo Tờ trình số {number}/TTr-UBND ngày {day} và {do} {thing} {why}.",
    "Các nội dung khác về {thing} giữ nguyên; {office} {act} {office} {why}.",
    "Thời gian {do}: từ ngày {day} đến ngày {day}; địa điểm: {place}.",
    "Số liệu được {office} đối chiếu với {office}, sai lệch {number} {unit} đã được giải trình.",
)
_GROUND = (
    "Căn cứ Luật Tổ chức chính quyền địa phương; Căn cứ Luật Ngân sách nhà nước; Căn cứ Luật Đầu tư công; "
    "Xét Tờ trình của Ủy ban nhân dân xã, báo cáo thẩm tra của Ban Kinh tế – Xã hội và ý kiến thảo luận của "
    "đại biểu Hội đồng nhân dân tại kỳ họp,"
)
_CLOSING = (
    "Ủy ban nhân dân xã chịu trách nhiệm tổ chức thực hiện Nghị quyết này. Thường trực Hội đồng nhân dân, "
    "các ban và đại biểu Hội đồng nhân dân giám sát việc thực hiện. "
    "Nghị quyết có hiệu lực kể từ ngày được thông qua."
)
_HEAD = ("STT", "Nội dung chi", "Đơn vị", "Dự toán", "Ghi chú")
_ITEMS = ("Chi thường xuyên", "Chi đầu tư", "Dự phòng", "Chi sự nghiệp giáo dục", "Chi hành chính", "Mua sắm")


class Shape(Enum):
    """How a paragraph is set."""

    TEXT = "text"
    CENTRED = "centred"
    ROW = "row"
    SCAN = "scan"
    """A page of its own, without words."""


@dataclass(frozen=True)
class Said:
    """A word. ``id`` is its own as long as it is this word; the grammar never gives one twice."""

    id: int
    text: str


@dataclass(frozen=True)
class Paragraph:
    """Words; in a row ``cells`` counts those of each cell."""

    id: int
    shape: Shape
    words: tuple[Said, ...]
    cells: tuple[int, ...] = ()
    stock: bool = False
    """It is said again elsewhere, word by word or nearly."""


Part = tuple[Paragraph, ...]
"""Begins on a new page."""
Paper = tuple[Part, ...]


@dataclass
class Writer:
    """Writes papers and revises them."""

    chance: random.Random
    ids: Iterator[int] = field(default_factory=count)

    def paper(self, parts: int, plain: bool = True) -> Paper:
        """Parts of two or three pages; not ``plain``: resolutions with the same grounds and closings."""
        made = []
        for number in range(parts):
            body = [self.text() for _ in range(self.chance.randint(11, 17))]
            if not plain or number % 4 == 1:
                body[7:7] = self._table()
            if not plain or number % 3 == 2:
                body = [
                    self._set("HỘI ĐỒNG NHÂN DÂN", Shape.CENTRED),
                    self._set(_GROUND, stock=True),
                    self._set("QUYẾT NGHỊ:", Shape.CENTRED),
                    *(self._article(n, each) for n, each in enumerate(body[:6], 1)),
                    *body[6:],
                    self._set("Điều 7. Tổ chức thực hiện", stock=True),
                    self._set(_CLOSING, stock=True),
                    self._set("TM. HỘI ĐỒNG NHÂN DÂN CHỦ TỊCH", Shape.CENTRED),
                ]
            made.append(tuple(body))
            if number % 5 == 4:
                made.append((Paragraph(next(self.ids), Shape.SCAN, ()),))
        return tuple(made)

    def text(self, unlike: Paragraph | None = None) -> Paragraph:
        """Two to five sentences, no five words of which are in ``unlike``: that would be an edit of it."""
        while True:
            made = self._set(" ".join(self._sentence() for _ in range(self.chance.randint(2, 5))))
            if unlike is None or not _runs(made) & _runs(unlike):
                return made

    def edited(self, paragraph: Paragraph, much: float = 0.04) -> Paragraph:
        """Some words replaced, left out, put in."""
        words: list[Said] = []
        others = self.text().words
        spare = iter(self.chance.sample(others, len(others)))
        for word in paragraph.words:
            dice = self.chance.random()
            if dice < much / 3:
                words.append(self._other(word))
            elif dice > 1 - much / 3:
                continue
            else:
                words.append(word)
            if much / 3 <= dice < much * 2 / 3:
                words += [next(spare, self._other(word)) for _ in range(self.chance.randint(1, 4))]
        return replace(paragraph, words=tuple(words))

    def _other(self, word: Said) -> Said:
        if any(map(str.isdigit, word.text)):
            return Said(next(self.ids), self._figure("money"))
        others = [other for other in _CLOSING.split() if fold(other) != fold(word.text)]
        return Said(next(self.ids), self.chance.choice(others))

    def _article(self, number: int, paragraph: Paragraph) -> Paragraph:
        return replace(paragraph, words=(*self._words(f"Điều {number}."), *paragraph.words))

    def _table(self) -> list[Paragraph]:
        rows = [self._row(_HEAD)]
        for number in range(1, self.chance.randint(5, 9)):
            rows.append(
                self._row((f"{number}", self.chance.choice(_ITEMS), "triệu đồng", self._figure("money"), ""))
            )
        return rows

    def _row(self, cells: tuple[str, ...]) -> Paragraph:
        counts = tuple(len(cell.split()) for cell in cells)
        return replace(self._set(" ".join(cells), Shape.ROW), cells=counts)

    def _set(self, text: str, shape: Shape = Shape.TEXT, *, stock: bool = False) -> Paragraph:
        words = tuple(self._words(text))
        return Paragraph(next(self.ids), shape, words, stock=stock or shape is not Shape.TEXT)

    def _words(self, text: str) -> Iterator[Said]:
        return (Said(next(self.ids), word) for word in text.split())

    def _sentence(self) -> str:
        text = self.chance.choice(_SENTENCES)
        while "{" in text:
            start, end = text.index("{"), text.index("}")
            slot = text[start + 1 : end]
            filled = self.chance.choice(_SLOTS[slot]) if slot in _SLOTS else self._figure(slot)
            text = text[:start] + filled + text[end + 1 :]
        return text[0].upper() + text[1:]

    def _figure(self, slot: str) -> str:
        chance = self.chance
        match slot:
            case "money":
                return f"{chance.randint(1, 99)}.{chance.randint(0, 99):02}0"
            case "percent":
                return f"{chance.randint(1, 30)},{chance.randint(1, 9)}"
            case "year":
                return str(chance.randint(2024, 2028))
            case "day":
                return (
                    f"{chance.randint(1, 28)} tháng {chance.randint(1, 12)} năm {chance.randint(2025, 2027)}"
                )
            case _:
                return str(chance.randint(2, 400))


def _runs(paragraph: Paragraph) -> set[tuple[str, ...]]:
    texts = [fold(word.text) for word in paragraph.words]
    return set(zip(*(texts[n:] for n in range(5)), strict=False))


Revise = Callable[[Writer, Paper], Paper]


def same(_: Writer, paper: Paper) -> Paper:
    """Nothing."""
    return paper


def edited(writer: Writer, paper: Paper) -> Paper:
    """One paragraph in six has other words."""
    return _each(writer, paper, 1 / 6, lambda one: [writer.edited(one, 0.12)])


def inserted(writer: Writer, paper: Paper) -> Paper:
    """A paragraph more after one in eight."""
    return _each(writer, paper, 1 / 8, lambda one: [one, writer.text(unlike=one)])


def deleted(writer: Writer, paper: Paper) -> Paper:
    """One paragraph in eight is gone."""
    return _each(writer, paper, 1 / 8, lambda _: [])


def rewritten(writer: Writer, paper: Paper) -> Paper:
    """One paragraph in eight is gone and another one is in its place."""
    return _each(writer, paper, 1 / 8, lambda one: [writer.text(unlike=one)])


def moved(writer: Writer, paper: Paper) -> Paper:
    """One paragraph in ten is elsewhere, of whatever part."""
    lifted: list[Paragraph] = []

    def lift(one: Paragraph) -> list[Paragraph]:
        lifted.append(one)
        return []

    parts = [list(part) for part in _each(writer, paper, 1 / 10, lift)]
    texts = [part for part in parts if part and part[0].shape is not Shape.SCAN]
    for one in lifted:
        part = writer.chance.choice(texts)
        part.insert(writer.chance.randint(0, len(part)), one)
    return tuple(tuple(part) for part in parts)


def pages_inserted(writer: Writer, paper: Paper) -> Paper:
    """New parts before three of the old ones."""
    parts = list(paper)
    for _ in range(3):
        parts[(at := writer.chance.randint(0, len(parts))) : at] = writer.paper(1)
    return tuple(parts)


def pages_moved(writer: Writer, paper: Paper) -> Paper:
    """The parts in another order, and two of them gone."""
    parts = list(paper)
    writer.chance.shuffle(parts)
    return tuple(parts[: max(1, len(parts) - 2)])


def everything(writer: Writer, paper: Paper) -> Paper:
    """All of it, one after another."""
    for revise in (edited, inserted, deleted, moved, pages_inserted):
        paper = revise(writer, paper)
    return paper


def _each(
    writer: Writer, paper: Paper, share: float, change: Callable[[Paragraph], list[Paragraph]]
) -> Paper:
    return tuple(
        tuple(
            made
            for one in part
            for made in (
                change(one) if one.shape is not Shape.SCAN and writer.chance.random() < share else [one]
            )
        )
        for part in paper
    )
