"""The fixed parts of an administrative paper in the form of Decree 30/2020/NĐ-CP."""

from __future__ import annotations

from collections.abc import Sequence

from .layout import MM, Paper

PROVINCE = "TỈNH THANH LÂM"
COMMUNE = "XÃ SUỐI LAM"
COUNCIL = ("HỘI ĐỒNG NHÂN DÂN", COMMUNE)
COMMITTEE = ("ỦY BAN NHÂN DÂN", COMMUNE)


def letterhead(paper: Paper, *, parent: Sequence[str], body: Sequence[str], symbol: str, place: str, about: str = "") -> None:
    """Name of the issuer at the left, the national title at the right, number and date below.

    `about` is the summary under the number, for papers that have no kind of their own (invitations).
    """
    left = paper.left + paper.width * 0.2
    right = paper.left + paper.width * 0.7
    y = paper.y + 13
    for row in parent:
        paper.text(left, y, row, size=12, align="c")
        y += 15
    widest = 0.0
    for row in body:
        widest = paper.text(left, y, row, face="b", size=12, align="c")
        y += 15
    paper.line(left - widest / 4, y - 9, left + widest / 4, y - 9)
    top = paper.y + 13
    paper.text(right, top, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", face="b", size=12, align="c")
    motto = paper.text(right, top + 16, "Độc lập – Tự do – Hạnh phúc", face="b", size=13, align="c")
    paper.line(right - motto / 2, top + 21, right + motto / 2, top + 21)
    y = max(y, top + 33) + 6
    paper.text(left, y, symbol, size=13, align="c")
    paper.text(right, y, place, face="i", size=13, align="c")
    for row in about.split("\n") if about else ():
        y += 15
        paper.text(left, y, row, size=12, align="c")
    paper.y = y + 20


def headline(paper: Paper, kind: str, summary: Sequence[str], *, rule: bool = True) -> None:
    """The kind of paper and its summary, centred, with the short rule below."""
    paper.para(kind, face="b", align="c", indent=0, size=paper.size, after=0)
    for row in summary:
        paper.para(row, face="b", align="c", indent=0, size=paper.size, after=0)
    if rule:
        middle = paper.left + paper.width / 2
        paper.line(middle - 28 * MM, paper.y + 4, middle + 28 * MM, paper.y + 4)
    paper.gap(14)


def addressee(paper: Paper, text: str) -> None:
    """The 'Kính gửi' line."""
    paper.para(f"Kính gửi: {text}", align="c", indent=0, after=10)


def signature(paper: Paper, *, to: Sequence[str], lines: Sequence[str], name: str) -> None:
    """'Nơi nhận' at the left, authority, office and the name of the signer at the right."""
    height = max(len(to) * 14 + 24, len(lines) * 17 + 92)
    paper.ensure(height + 14)
    paper.gap(8)
    y = paper.y + 12
    row = y
    if to:
        paper.text(paper.left, row, "Nơi nhận:", face="bi", size=12)
        for number, entry in enumerate(to):
            row += 14
            end = "." if number == len(to) - 1 else ";"
            paper.text(paper.left, row, f"- {entry}{end}", size=11)
    widest = max(paper.faces["b"].width(line, 13.5) for line in lines)
    right = min(paper.left + paper.width * 0.74, paper.right - widest / 2)
    for line in lines:
        paper.text(right, y, line, face="b", size=13.5, align="c")
        y += 17
    paper.text(right, y + 62, name, face="b", size=14, align="c")
    paper.y = max(row, y + 62) + 14


def appendix(paper: Paper, number: str, title: str, *, of: str, landscape: bool = False) -> None:
    """Start an appendix on its own page."""
    paper.new_page(landscape=landscape)
    paper.mark(f"Phụ lục {number}. {title}")
    paper.para(f"Phụ lục {number}", face="b", align="c", indent=0, after=0)
    paper.para(title.upper(), face="b", align="c", indent=0, after=0)
    paper.para(of, face="i", align="c", indent=0, size=13, after=10)
