"""What stands on the sheet of a result, in its order and by the names that a template fills in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from reader.core.office.result_sheet import ResultSheet

SUBJECT: Final = "Kết quả biểu quyết"
CHOICE_COLUMNS: Final = ("Lựa chọn", "Số phiếu", "Tỷ lệ trên tổng số", "Ghi chú")
COUNT_COLUMNS: Final = ("Đếm chung", "Phát ra", "Thu về", "Hợp lệ", "Không hợp lệ")
"""Of a show of hands, those who were asked stand where a box has ballots given out."""


@dataclass(frozen=True)
class ResultPaper:
    """Everything that the sheet says, for a template. Nothing in it is markup, a formula or unseen."""

    office: str
    title: str
    facts: tuple[tuple[str, str], ...]
    """Each with its label, as ``findings``."""
    totals: tuple[tuple[str, str], ...]
    counts: tuple[tuple[str, ...], ...]
    """Votes counted together, in the order of ``COUNT_COLUMNS``."""
    choices: tuple[tuple[str, ...], ...]
    """In the order of ``CHOICE_COLUMNS``."""
    findings: tuple[tuple[str, str], ...]
    secretary: str
    chair: str
    emblem: bytes = b""
    """The office's; a template shows it by ``{{ emblem }}``."""


def result_paper(sheet: ResultSheet, emblem: bytes = b"") -> ResultPaper:
    """The sheet as a template is filled with it."""
    return ResultPaper(
        office=sheet.office,
        title=sheet.title,
        facts=tuple(facts(sheet)),
        totals=sheet.totals,
        counts=tuple(count_rows(sheet)),
        choices=tuple((one.label, one.votes, one.share, one.note) for one in sheet.choices),
        findings=tuple(findings(sheet)),
        secretary=sheet.secretary,
        chair=sheet.chair,
        emblem=emblem,
    )


def nothing() -> ResultPaper:
    """One in which every part is there: to try a template."""
    pair = (("–", "–"),)
    return ResultPaper(
        *("–",) * 2,
        facts=pair,
        totals=pair,
        counts=(("–",) * len(COUNT_COLUMNS),),
        choices=(("–",) * len(CHOICE_COLUMNS),),
        findings=pair,
        secretary="–",
        chair="–",
    )


def facts(sheet: ResultSheet) -> list[tuple[str, str]]:
    """What stands before the numbers, each with its label; what is not known is left out."""
    lines = [
        ("Kỳ họp, cuộc họp", sheet.meeting),
        ("Địa điểm", sheet.place),
        ("Bắt đầu biểu quyết", sheet.opened),
        ("Ngừng nhận phiếu", sheet.ended),
        ("Kết thúc biểu quyết", sheet.closed),
        ("Hình thức", sheet.secrecy),
        ("Câu hỏi biểu quyết", sheet.question),
        ("Quy định áp dụng", sheet.rule),
    ]
    return [(label, text) for label, text in lines if text]


def findings(sheet: ResultSheet) -> list[tuple[str, str]]:
    """What stands after the numbers."""
    without, others = len(sheet.without_ballot), len(sheet.not_counted)
    lines = [
        ("Phiếu đến bằng", sheet.routes),
        ("Tổ kiểm phiếu", ", ".join(sheet.tellers)),
        ("Căn cứ kết luận", sheet.sentence),
        ("Kết luận", sheet.conclusion),
        ("Phiếu giơ tay, phiếu giấy", "; ".join(sheet.vouched)),
        (f"Phiếu đến muộn được chấp nhận ({len(sheet.admitted)})", "; ".join(sheet.admitted)),
        (f"Đại biểu không có phiếu ({without})", ", ".join(sheet.without_ballot)),
        (f"Có phiếu nhưng không được tính ({others})", ", ".join(sheet.not_counted)),
    ]
    return [(label, text) for label, text in lines if text]


def count_rows(sheet: ResultSheet) -> list[tuple[str, ...]]:
    """The lines of the table of votes that were counted together."""
    return [(one.means, one.given, one.returned, one.valid, one.invalid) for one in sheet.counts]


def signers(sheet: ResultSheet) -> tuple[tuple[str, str], tuple[str, str]]:
    """Who signs, at the left and at the right, with the name where it is known."""
    return ("THƯ KÝ", sheet.secretary), ("CHỦ TỌA", sheet.chair)
