"""``sohop-hub person …``: nothing is written before a yes, and importing twice changes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook
from sqlalchemy import select
from support.pictures import a_png

from sync.audit import Audit
from sync.hub import tables
from sync.hub.cli import main
from sync.hub.office import Office as Administration
from sync.model.people import PersonEntry, Role
from tools.office import Office, make_office


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return make_office(tmp_path)


def run(office: Office, *arguments: str) -> int:
    return main(["--dir", str(office.folder), "--lang", "en", *arguments])


def people(office: Office) -> dict[str, PersonEntry]:
    administration = Administration(office.folder)
    try:
        return {one.name: one for one in administration.people()[0]}
    finally:
        administration.close()


def audited(office: Office) -> list[str]:
    administration = Administration(office.folder)
    try:
        with administration.read() as connection:
            return list(
                connection.execute(select(tables.audit.c.kind).order_by(tables.audit.c.seq)).scalars()
            )
    finally:
        administration.close()


def forty(path: Path) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Họ và tên", "Chức vụ", "Tổ", "Vai trò", "Mã"])
    for n in range(40):
        sheet.append([f"Đại biểu {chr(65 + n % 26)}{n}", "Ủy viên", f"Tổ {n % 4 + 1}", "Đại biểu", f"DB{n}"])
    book.save(path)
    return path


def test_a_list_of_forty_is_shown_first_and_written_once(
    office: Office, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = forty(tmp_path / "list.xlsx")
    assert run(office, "person", "import", str(file)) == 1  # nobody there to say yes
    assert "40 to add" in capsys.readouterr().out
    assert not people(office)
    assert run(office, "person", "import", str(file), "--yes") == 0
    assert "People written: 40" in capsys.readouterr().out
    first, rows = people(office), audited(office)
    assert len(first) == 40
    assert first["Đại biểu B1"].groups == ("Tổ 2",)
    assert run(office, "person", "import", str(file), "--yes") == 0
    assert "nothing to write" in capsys.readouterr().out
    assert people(office) == first
    assert audited(office) == rows


def test_a_file_that_is_no_list_changes_nothing_and_says_so(
    office: Office, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "x.csv"
    file.write_text("a;b\n1;2\n", "utf-8")
    assert run(office, "person", "import", str(file), "--yes") == 1
    assert "no column" in capsys.readouterr().err


def test_names_are_no_markup_and_turn_nothing_around_in_the_preview(
    office: Office, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "x.csv"
    file.write_text("Tên;Mã\n[bold]Lan[/]\u202e;A\n=1+1;B\n", "utf-8")
    assert run(office, "person", "import", str(file), "--yes") == 0
    out = capsys.readouterr().out
    assert "[bold]Lan[/]" in out
    assert "\u202e" not in out
    assert list(people(office)) == ["[bold]Lan[/]"]


def test_a_person_is_changed_and_leaves(office: Office, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(office, "person", "add", "Lan", "--role", "delegate", "--group", "Tổ 1", "--code", "A") == 0
    person = capsys.readouterr().out.strip()
    assert run(office, "person", "change", person, "--name", "Lan Anh", "--role", "teller") == 0
    assert "keep the old roles" in capsys.readouterr().out
    assert people(office)["Lan Anh"].roles == (Role.TELLER,)
    assert people(office)["Lan Anh"].groups == ("Tổ 1",)
    assert run(office, "person", "list") == 0
    assert "Lan Anh" in capsys.readouterr().out
    assert run(office, "person", "add", "Minh", "--role", "delegate", "--code", "A") == 1
    assert "another person's" in capsys.readouterr().err
    assert run(office, "person", "leave", person) == 1  # nobody there to say yes
    assert run(office, "person", "leave", person, "--yes") == 0
    assert not people(office)
    assert audited(office)[-1] == Audit.PERSON_LEFT
    capsys.readouterr()
    assert run(office, "person", "change", person, "--name", "X") == 1
    assert run(office, "invite", person) == 1


def test_the_log_is_filtered_and_names_people(office: Office, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(office, "person", "add", "Lan", "--role", "delegate") == 0
    person = capsys.readouterr().out.strip()
    assert run(office, "log", "--kind", "person_added", "--person", person, "--days", "1") == 0
    out = capsys.readouterr().out
    assert "Lan" in out
    assert "A person was added" in out
    assert "hub was made" not in out
    assert run(office, "log", "--most", "1") == 0
    assert "hub was made" not in capsys.readouterr().out


def test_name_and_emblem_are_changed_for_the_next_roster(
    office: Office, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    picture = tmp_path / "e.png"
    picture.write_bytes(a_png(64))
    assert run(office, "office", "--name", "HĐND phường", "--emblem", str(picture)) == 0
    signed = office.sign_roster()
    assert (signed.name, signed.emblem) == ("HĐND phường", a_png(64))
    assert run(office, "office", "--no-emblem") == 0
    assert office.sign_roster().emblem == b""
    picture.write_bytes(b"<svg/>")
    assert run(office, "office", "--emblem", str(picture)) == 1
    assert "emblem" in capsys.readouterr().err
    assert run(office, "office", "--emblem", str(tmp_path / "none.png")) == 1
