"""Lists as offices have them: every encoding and separator met here, and files made to hurt."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook

from sync.errors import Code, SohopError
from sync.model.people import Role
from sync.personnel.columns import Doubt, Line, read_lines
from sync.personnel.files import MOST_ROWS, read_sheets

LIST = [
    ["ỦY BAN NHÂN DÂN XÃ SUỐI LAM"],
    ["DANH SÁCH ĐẠI BIỂU"],
    [],
    ["STT", "Họ và tên", "Chức vụ", "Đơn vị/Tổ/Nhóm", "Vai trò", "Mã"],
    ["1", "Nguyễn Thị Lan", "Phó Trưởng ban", "Tổ 1; Ban Pháp chế", "Đại biểu", "DB01"],
    ["2", "Trần Thị Thu", "Chánh Văn phòng", "Văn phòng", "Thư ký, Đại biểu", "VP02"],
]


def lines(path: Path) -> list[Line]:
    return read_lines(read_sheets(path), path.name)


def csv_file(path: Path, delimiter: str, encoding: str) -> Path:
    text = "\r\n".join(delimiter.join(f'"{cell}"' for cell in row) for row in LIST)
    path.write_bytes(text.encode(encoding))
    return path


def workbook(path: Path, rows: list[list[object]], *, before: bool = False) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    if before:
        sheet.append(["Trang đầu không có danh sách"])
        sheet = book.create_sheet("Danh sách")
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path


def check(found: list[Line]) -> None:
    lan, thu = found
    assert (lan.name, lan.title, lan.code) == ("Nguyễn Thị Lan", "Phó Trưởng ban", "DB01")
    assert lan.groups == ("Tổ 1", "Ban Pháp chế")
    assert thu.roles == (Role.DELEGATE, Role.SECRETARY)
    assert not lan.doubts
    assert not thu.doubts


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_a_csv_list_is_read_in_any_encoding_and_with_any_separator(
    tmp_path: Path, delimiter: str, encoding: str
) -> None:
    # A cell with a comma, quoted, is one cell.
    check(lines(csv_file(tmp_path / "list.csv", delimiter, encoding)))


def test_a_list_of_old_vietnamese_windows_is_guessed(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    # Windows-1258 writes letters with their hook and horn, and tones behind them.
    text = "Ho\u0323 va\u0300 tên;Vai tro\u0300\nTrâ\u0300n Thi\u0323 Thu;Thư ky\u0301\n"
    path.write_bytes(text.encode("cp1258"))
    (found,) = lines(path)
    assert found.name == "Trần Thị Thu"
    assert found.roles == (Role.SECRETARY,)


def test_a_workbook_is_read_from_the_sheet_that_has_the_names(tmp_path: Path) -> None:
    check(lines(workbook(tmp_path / "list.xlsx", [list(row) for row in LIST], before=True)))


def test_english_headings_and_a_family_name_apart_are_understood(tmp_path: Path) -> None:
    rows: list[list[object]] = [["ID", "Surname", "Name", "Position"], [12.0, "Nguyễn Thị", "Lan", "Chair"]]
    (found,) = lines(workbook(tmp_path / "list.xlsx", rows))
    assert (found.name, found.code, found.title) == ("Nguyễn Thị Lan", "12", "Chair")


@pytest.mark.parametrize(
    ("cell", "doubt"),
    [
        ('=HYPERLINK("http://evil","Lan")', Doubt.FORMULA),
        ("@SUM(A1)", Doubt.FORMULA),
        ("N" * 300, Doubt.LONG),
        ("Đ" * 150, Doubt.LONG),
        ("12345", Doubt.NO_NAME),
    ],
)
def test_a_name_that_is_none_leaves_its_row_out(tmp_path: Path, cell: str, doubt: Doubt) -> None:
    (found,) = lines(workbook(tmp_path / "list.xlsx", [["Họ và tên", "Mã"], [cell, "A1"]]))
    assert doubt in found.doubts
    assert found.doubtful
    csv = tmp_path / "list.csv"
    quoted = cell.replace('"', '""')
    csv.write_text(f'Họ và tên;Mã\n"{quoted}";A1\n', "utf-8")
    assert doubt in lines(csv)[0].doubts


def test_what_turns_letters_around_is_taken_out_and_told(tmp_path: Path) -> None:
    (found,) = lines(workbook(tmp_path / "list.xlsx", [["Name"], ["Lan\u202egnuD\u200b Thị"]]))
    assert found.name == "LangnuD Thị"
    assert found.doubts == (Doubt.HIDDEN,)
    assert not found.doubtful


def test_an_unknown_role_leaves_the_row_out(tmp_path: Path) -> None:
    (found,) = lines(workbook(tmp_path / "list.xlsx", [["Tên", "Vai trò"], ["Lan", "Vua"]]))
    assert found.doubts == (Doubt.ROLE,)


def test_empty_rows_totals_and_headings_between_are_nobody(tmp_path: Path) -> None:
    rows: list[list[object]] = [["Họ tên", "Tổ"], ["Lan", "1"], [None, None], [None, "Tổ 2"], ["Minh", 2]]
    assert [line.name for line in lines(workbook(tmp_path / "list.xlsx", rows))] == ["Lan", "Minh"]


def test_five_thousand_people_are_read_and_one_more_is_too_many(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Họ tên\n" + "\n".join(f"Người {n}" for n in range(MOST_ROWS)), "utf-8")
    assert len(lines(path)) == MOST_ROWS
    path.write_text("Họ tên\n" + "\n".join(f"Người {n}" for n in range(MOST_ROWS + 1)), "utf-8")
    assert refused(path) is Code.PEOPLE_FILE_LARGE


def test_a_file_of_two_gigabytes_is_refused_without_reading_it(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.touch()
    os.truncate(path, 2 * 1024**3)
    assert refused(path) is Code.PEOPLE_FILE_LARGE


def test_a_workbook_that_unpacks_to_gigabytes_is_refused(tmp_path: Path) -> None:
    path = workbook(tmp_path / "list.xlsx", [["Họ tên"], ["Lan"]])
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/worksheets/big.xml", bytes(100 * 1024 * 1024))
    assert refused(path) is Code.PEOPLE_FILE_LARGE


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", Code.PEOPLE_FILE_NO_NAMES),
        (b"Something;Else\n1;2\n", Code.PEOPLE_FILE_NO_NAMES),
        (b"PK\x03\x04 broken", Code.PEOPLE_FILE_WRONG),
        (b"\xff\xfe\x00\xd8\x00", Code.PEOPLE_FILE_WRONG),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), Code.PEOPLE_FILE_WRONG),
    ],
)
def test_what_is_no_list_is_said_in_a_sentence(tmp_path: Path, data: bytes, code: Code) -> None:
    path = tmp_path / "list.xlsx"
    path.write_bytes(data)
    assert refused(path) is code


def test_a_workbook_with_an_entity_bomb_is_refused(tmp_path: Path) -> None:
    path = workbook(tmp_path / "list.xlsx", [["Họ tên"], ["Lan"]])
    bomb = "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'>" + "".join(
        f"<!ENTITY {chr(98 + n)} '{f'&{chr(97 + n)};' * 10}'>" for n in range(9)
    )
    with zipfile.ZipFile(path) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    sheet = parts["xl/worksheets/sheet1.xml"].decode()
    parts["xl/worksheets/sheet1.xml"] = (bomb + "]>" + sheet.replace("Lan", "&j;")).encode()
    with zipfile.ZipFile(path, "w") as packed:
        for name, data in parts.items():
            packed.writestr(name, data)
    assert refused(path) is Code.PEOPLE_FILE_WRONG


def test_a_folder_or_a_missing_file_is_no_list(tmp_path: Path) -> None:
    assert refused(tmp_path) is Code.FILE_MISSING
    assert refused(tmp_path / "none.csv") is Code.FILE_MISSING


def refused(path: Path) -> Code:
    with pytest.raises(SohopError) as error:
        lines(path)
    assert error.value.sentence("vi")
    return error.value.code
