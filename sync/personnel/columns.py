"""What the columns of a list mean, by their headings, and each row as a person. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from sync.errors import Code, SohopError
from sync.model.people import Role
from sync.personnel.files import MOST_ROWS, Cell, Row, Sheet, is_empty

MOST_NAME: Final = 100
"""Letters. No name of a person is longer; what is, is something else."""
_MOST_TITLE, _MOST_GROUP, _MOST_CODE, _MOST_GROUPS = 200, 100, 64, 16
_HEADING_ROWS: Final = 30
"""The heading stands in one of these: office lists begin with the office's name and a title."""


class Column(StrEnum):
    """What a list can say of a person."""

    NAME = "name"
    FAMILY = "family"
    """Family and middle name, where the given name has a column of its own."""
    TITLE = "title"
    GROUPS = "groups"
    ROLES = "roles"
    CODE = "code"


class Doubt(StrEnum):
    """Why a row is left out until somebody has looked at it; the first two are only told."""

    HIDDEN = "hidden"
    """Characters that nobody sees were taken out, or turned letters around."""
    NO_ROLE = "no_role"
    """A new person for whom the list names no role comes in as a delegate."""
    EMPTY = "empty"
    LONG = "long"
    FORMULA = "formula"
    NO_NAME = "no_name"
    ROLE = "role"
    SAME_NAME = "same_name"
    """Several of this name, and no code that tells them apart."""
    SAME_CODE = "same_code"
    OTHER_NAME = "other_name"
    """The code is one person's and the name another's: a column has slipped."""


TOLD: Final = frozenset({Doubt.HIDDEN, Doubt.NO_ROLE})
"""These keep nobody out."""


@dataclass(frozen=True)
class Line:
    """One row as it was understood. Empty fields say nothing."""

    number: int
    """The row's number in the file, from 1."""
    name: str = ""
    title: str = ""
    groups: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    code: str = ""
    doubts: tuple[Doubt, ...] = ()

    @property
    def doubtful(self) -> bool:
        """Whether it is left out."""
        return bool(set(self.doubts) - TOLD)


def read_lines(sheets: Sequence[Sheet], name: str) -> list[Line]:
    """The people of the first sheet that has a heading for names.

    Raises ``SohopError``: ``PEOPLE_FILE_NO_NAMES`` without one, ``PEOPLE_FILE_LARGE`` for too many rows.
    """
    best: tuple[int, int, dict[Column, int], Sheet] | None = None
    for sheet in sheets:
        found = _heading(sheet)
        if found is not None and (best is None or len(found[1]) > best[0]):
            best = len(found[1]), found[0], found[1], sheet
    if best is None:
        raise SohopError(Code.PEOPLE_FILE_NO_NAMES, name=name)
    _, at, columns, sheet = best
    lines = [
        _line(number, row, columns) for number, row in enumerate(sheet[at + 1 :], at + 2) if not is_empty(row)
    ]
    lines = [line for line in lines if not _is_between(line)]
    if len(lines) > MOST_ROWS:
        raise SohopError(Code.PEOPLE_FILE_LARGE, name=name, size=8, rows=MOST_ROWS)
    return lines


def _heading(sheet: Sheet) -> tuple[int, dict[Column, int]] | None:
    for at, row in enumerate(sheet[:_HEADING_ROWS]):
        columns: dict[Column, int] = {}
        for place, cell in enumerate(row):
            column = _HEADINGS.get(_key(cell.text))
            if column is not None and column not in columns:
                columns[column] = place
        if Column.NAME in columns and (len(columns) > 1 or len([c for c in row if c.text.strip()]) <= 3):
            return at, columns
    return None


def _line(number: int, row: Row, columns: dict[Column, int]) -> Line:
    doubts: dict[Doubt, None] = {}

    def text(column: Column, most: int) -> str:
        place = columns.get(column, len(row))
        cell = row[place] if place < len(row) else Cell()
        if cell.formula:
            doubts[Doubt.FORMULA] = None
        clean = _clean(cell.text)
        if any(unicodedata.category(char) in _HIDDEN for char in cell.text if char not in "\r\n\t\ufeff"):
            doubts[Doubt.HIDDEN] = None
        if len(clean) > most:
            doubts[Doubt.LONG] = None
        return clean[:most]

    name = " ".join(filter(None, (text(Column.FAMILY, MOST_NAME), text(Column.NAME, MOST_NAME))))
    if len(name) > MOST_NAME:
        doubts[Doubt.LONG] = None
        name = name[:MOST_NAME]
    title = text(Column.TITLE, _MOST_TITLE)
    groups = [each[:_MOST_GROUP] for each in _parts(text(Column.GROUPS, 500))]
    code = text(Column.CODE, _MOST_CODE)
    words = _parts(text(Column.ROLES, 300), also=",/+")
    roles = [_ROLES.get(_key(word)) for word in words]
    if None in roles:
        doubts[Doubt.ROLE] = None
    if not name:
        doubts[Doubt.EMPTY] = None
    elif not any(char.isalpha() for char in name):
        doubts[Doubt.NO_NAME] = None
    return Line(
        number,
        name,
        title,
        tuple(dict.fromkeys(groups))[:_MOST_GROUPS],
        tuple(role for role in Role if role in roles),
        code,
        tuple(doubts),
    )


def _is_between(line: Line) -> bool:
    """A row that names no person and nothing about one: a total, a group's heading across the page."""
    return not (line.name or line.code or line.roles or line.title)


def _parts(text: str, also: str = "") -> list[str]:
    return [part for part in (" ".join(p.split()) for p in re.split(f"[;\n{also}]", text)) if part]


_HIDDEN: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})


def _clean(text: str) -> str:
    """On one line, in NFC, without what nobody sees; line breaks part what stands in one cell."""
    lines = unicodedata.normalize("NFC", text.replace("\r\n", "\n")).split("\n")
    kept = ("".join(c for c in line if c == "\t" or unicodedata.category(c) not in _HIDDEN) for line in lines)
    return ";".join(filter(None, (" ".join(line.split()) for line in kept))).strip()


def _key(text: str) -> str:
    """Letters and digits only, without case and accents."""
    plain = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    letters = "".join(char for char in plain if not unicodedata.combining(char))
    return " ".join(re.sub(r"[^a-z0-9]+", " ", letters).split())


def _named(words: dict[Column, str]) -> dict[str, Column]:
    return {_key(word): column for column, text in words.items() for word in text.split("|")}


_HEADINGS: Final = _named(
    {
        Column.NAME: "Họ và tên|Họ tên|Họ, tên|Họ và tên đại biểu|Họ tên đại biểu|Tên đại biểu|Tên|Đại biểu"
        "|Name|Full name|Given name|First name",
        Column.FAMILY: "Họ|Họ đệm|Họ và đệm|Họ và tên đệm|Họ và chữ đệm|Họ lót|Family name|Last name|Surname",
        Column.TITLE: "Chức vụ|Chức danh|Chức vụ, chức danh|Chức vụ công tác|Title|Position|Job title",
        Column.GROUPS: "Đơn vị|Tổ|Nhóm|Ban|Tổ đại biểu|Đơn vị/Tổ/Nhóm|Đơn vị, tổ|Tổ, ban|Phòng ban|Cơ quan"
        "|Đơn vị công tác|Unit|Group|Groups|Department|Committee",
        Column.ROLES: "Vai trò|Quyền|Tư cách|Role|Roles",
        Column.CODE: "Mã|Mã số|Mã người|Mã cán bộ|Mã đại biểu|Mã nhân viên|Số hiệu|Code|ID|Staff code",
    }
)
_ROLES: Final = {
    _key(word): role
    for role, words in {
        Role.DELEGATE: "Đại biểu|Đại biểu HĐND|Đại biểu Hội đồng nhân dân|Delegate|Member",
        Role.SECRETARY: "Thư ký|Thư kí|Thư ký kỳ họp|Secretary",
        Role.APPROVER: "Người phê duyệt|Phê duyệt|Duyệt|Approver",
        Role.CHAIR: "Chủ tọa|Chủ toạ|Chủ trì|Chair|Chairperson",
        Role.TELLER: "Kiểm phiếu|Người kiểm phiếu|Tổ kiểm phiếu|Ban kiểm phiếu|Teller",
        Role.GUEST: "Khách|Khách mời|Người dự|Guest",
        Role.ADMIN: "Quản trị|Quản trị viên|Người quản trị|Admin|Administrator",
    }.items()
    for word in words.split("|")
}
