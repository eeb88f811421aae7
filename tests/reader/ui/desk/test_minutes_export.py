"""The secretary takes the minutes out, changes their template, and is told what happened."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from pytestqt.qtbot import QtBot
from support.at_once import AtOnce
from support.evidence import deliver, hands
from support.packets import MEETING, PaperOffice

from reader.core import minutes_files
from reader.core.book import Book
from reader.ui.desk.minutes_export import CHOOSE_TEMPLATE, OWN_TEMPLATE, WRITE, MinutesExport
from reader.ui.desk.screen import DeskScreen
from reader.ui.widgets.paragraph import Paragraph
from sync.model.ids import MeetingId


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    office = PaperOffice()
    made = office.book(tmp_path / "thu", office.thu)
    deliver(hands(office), made.vault)
    yield made
    made.vault.close()


@pytest.fixture
def export(book: Book, qtbot: QtBot) -> MinutesExport:
    desk = DeskScreen()
    qtbot.addWidget(desk)
    desk.resize(1360, 640)
    desk.show()
    return MinutesExport(AtOnce(book), desk, lambda: MeetingId(MEETING))


def said(export: MinutesExport) -> str:
    banner = export._desk.banner
    return f"{banner.accessibleName()} {banner.accessibleDescription()}"


def test_the_dialog_says_who_can_read_the_file_and_offers_the_minutes_first(export: MinutesExport) -> None:
    export._desk.minutes_button.click()
    assert export.dialog is not None
    assert export.ways is not None
    words = " ".join(one.text() for one in export.dialog.findChildren(Paragraph))
    assert "Ai có tệp cũng đọc được" in words
    assert export.ways.chosen == (WRITE,)
    export.dialog.reject()


def test_the_minutes_are_written_and_it_is_said_where(export: MinutesExport, tmp_path: Path) -> None:
    path = tmp_path / "bien-ban.docx"
    export.write_to(MeetingId(MEETING), path)
    assert "BIÊN BẢN" in [paragraph.text for paragraph in docx.Document(str(path)).paragraphs]
    assert "Đã ghi biên bản" in said(export)
    assert str(path) in said(export)


def test_the_offices_template_is_used_until_it_is_given_up(
    export: MinutesExport, book: Book, tmp_path: Path
) -> None:
    saved = tmp_path / "mau.docx"
    export.save_template_to(saved)
    export.use_template(saved)
    assert minutes_files.own_template(book) == saved.read_bytes()
    export.use_template(None)
    assert minutes_files.own_template(book) is None
    assert "Từ nay dùng mẫu của chương trình" in said(export)


def test_a_template_that_cannot_be_filled_is_said_and_the_former_stays(
    export: MinutesExport, book: Book, tmp_path: Path
) -> None:
    wrong = docx.Document()
    wrong.add_paragraph("{{ nobody }}")
    wrong.save(str(tmp_path / "sai.docx"))
    export.use_template(tmp_path / "sai.docx")
    assert "Không điền được mẫu biên bản" in said(export)
    assert minutes_files.own_template(book) is None


def test_each_way_has_its_place(export: MinutesExport) -> None:
    export.ask()
    assert export.ways is not None
    assert len(export.ways.choices) == OWN_TEMPLATE + 1
    export.ways.choices[CHOOSE_TEMPLATE].click()
    assert export.ways.chosen == (CHOOSE_TEMPLATE,)
    assert export.dialog is not None
    export.dialog.reject()
