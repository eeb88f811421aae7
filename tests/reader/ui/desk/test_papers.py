"""The secretary takes the papers of a meeting out, changes their templates, and is told what happened."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import pytest
from pytestqt.qtbot import QtBot
from support.at_once import AtOnce
from support.docx_text import text_of
from support.evidence import deliver, hands
from support.packets import MEETING, PaperOffice

from reader.core import converting, papers
from reader.core.book import Book
from reader.core.converting import found
from reader.core.desk import desk as desk_of
from reader.core.minutes_files import minutes_docx
from reader.core.papers import Paper
from reader.ui.desk.papers import (
    ARCHIVE,
    INVITATION,
    MINUTES,
    RESOLUTION,
    RESULTS,
    SAVINGS,
    TEMPLATES,
    DeskPapers,
)
from reader.ui.desk.screen import DeskScreen
from reader.ui.papers.inviting import CALENDAR, TO_ALL
from reader.ui.papers.savings import SavingsDialog
from reader.ui.papers.templates import OWN, SAVE
from reader.ui.widgets.paragraph import Paragraph
from sync.model.ids import MeetingId


@pytest.fixture
def office() -> PaperOffice:
    return PaperOffice()


@pytest.fixture
def book(tmp_path: Path, office: PaperOffice) -> Iterator[Book]:
    made = office.book(tmp_path / "thu", office.thu)
    deliver(hands(office), made.vault)
    yield made
    made.vault.close()


@pytest.fixture
def export(book: Book, qtbot: QtBot) -> DeskPapers:
    desk = DeskScreen()
    qtbot.addWidget(desk)
    desk.resize(1360, 640)
    desk.show()
    return DeskPapers(AtOnce(book), desk, lambda: MeetingId(MEETING))


def said(export: DeskPapers) -> str:
    banner = export._desk.banner
    return f"{banner.accessibleName()} {banner.accessibleDescription()}"


def test_the_dialog_says_who_can_read_the_file_and_offers_the_minutes_first(export: DeskPapers) -> None:
    export._desk.papers_button.click()
    assert export.dialog is not None
    assert export.ways is not None
    words = " ".join(one.text() for one in export.dialog.findChildren(Paragraph))
    assert "Ai có tệp cũng đọc được" in words
    assert export.ways.chosen == (MINUTES,)
    assert len(export.ways.choices) == TEMPLATES + 1
    export.dialog.reject()


def test_the_minutes_are_written_and_it_is_said_where(export: DeskPapers, tmp_path: Path) -> None:
    path = tmp_path / "bien-ban.docx"
    export.writer.write(path, lambda book: minutes_docx(book, MeetingId(MEETING)))
    assert "BIÊN BẢN" in text_of(path.read_bytes())
    assert "Đã lưu văn bản" in said(export)
    assert str(path) in said(export)


@pytest.mark.skipif(found() is None, reason="no LibreOffice on this computer")
def test_the_minutes_become_a_pdf_where_there_is_a_libreoffice(
    export: DeskPapers, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "bien-ban.pdf"
    export.writer.write(path, lambda book: minutes_docx(book, MeetingId(MEETING)))
    qtbot.waitUntil(lambda: not export.writer.work.busy, timeout=60_000)
    assert path.read_bytes().startswith(b"%PDF")
    assert str(path) in said(export)


def test_without_a_libreoffice_it_is_said_what_to_do_and_nothing_is_written(
    export: DeskPapers, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(converting, "found", lambda: None)
    path = tmp_path / "bien-ban.pdf"
    export.writer.write(path, lambda book: minutes_docx(book, MeetingId(MEETING)))
    qtbot.waitUntil(lambda: not export.writer.work.busy, timeout=60_000)
    assert "Máy này không có LibreOffice" in said(export)
    assert not path.exists()


def test_a_calendar_file_is_written_as_it_is(export: DeskPapers, tmp_path: Path) -> None:
    export.writer.write_calendar(tmp_path / "a.ics", lambda _: b"BEGIN:VCALENDAR")
    assert (tmp_path / "a.ics").read_bytes() == b"BEGIN:VCALENDAR"


def test_the_offices_template_is_used_until_it_is_given_up(
    export: DeskPapers, book: Book, tmp_path: Path
) -> None:
    saved = tmp_path / "mau.docx"
    for paper in Paper:
        export.templates.save_to(paper, saved)
        export.templates.use(paper, saved)
        assert papers.own_template(book, paper) == saved.read_bytes()
        export.templates.use(paper, None)
        assert papers.own_template(book, paper) is None
    assert "Từ nay dùng mẫu của chương trình" in said(export)


def test_a_template_that_cannot_be_filled_is_said_and_the_former_stays(
    export: DeskPapers, book: Book, tmp_path: Path
) -> None:
    wrong = docx.Document()
    wrong.add_paragraph("{{ nobody }}")
    wrong.save(str(tmp_path / "sai.docx"))
    export.templates.use(Paper.INVITATION, tmp_path / "sai.docx")
    assert "Không điền được mẫu văn bản" in said(export)
    assert papers.own_template(book, Paper.INVITATION) is None


def test_each_paper_has_its_template_and_each_way_its_place(export: DeskPapers) -> None:
    export._go_on((TEMPLATES,))
    templates = export.templates
    assert templates.dialog is not None
    assert templates.ways is not None
    assert templates.ways.chosen == (SAVE,)
    assert len(templates.ways.choices) == OWN + 1
    templates.dialog.reject()


def test_results_and_archive_are_asked_for_in_the_same_place(export: DeskPapers, qtbot: QtBot) -> None:
    with qtbot.waitSignal(export._desk.collectRequested):
        export._go_on((RESULTS,))
    with qtbot.waitSignal(export._desk.archiveRequested):
        export._go_on((ARCHIVE,))


def test_only_a_secretary_is_offered_the_archive(export: DeskPapers, make: Any) -> None:
    export.ask()
    assert export.ways is not None
    assert export.ways.choices[ARCHIVE].isHidden()
    export._desk.set_view(make.desk(), ())
    export.ask()
    assert not export.ways.choices[ARCHIVE].isHidden()


def test_the_invitation_is_asked_for_there_too(export: DeskPapers) -> None:
    export._go_on((INVITATION,))
    inviting = export.inviting
    assert inviting.dialog is not None
    assert inviting.ways is not None
    assert inviting.ways.chosen == (TO_ALL,)
    assert len(inviting.ways.choices) == CALENDAR + 1
    inviting.dialog.reject()


def test_a_resolution_is_drafted_of_what_was_adopted_only(
    export: DeskPapers, book: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = desk_of(book, MeetingId(MEETING))
    assert view is not None
    shown = view.motions[0]
    assert shown.motion.result is not None
    failed = replace(shown, motion=replace(shown.motion, result=replace(shown.motion.result, carried=False)))
    carried = replace(shown, motion=replace(shown.motion, result=replace(shown.motion.result, carried=True)))
    export._resolve(replace(view, motions=(failed,)))
    assert "Chưa có dự thảo nghị quyết" in said(export)
    drafted: list[object] = []
    monkeypatch.setattr(export, "_draft", drafted.append)
    export._resolve(replace(view, motions=(failed, carried)))
    assert drafted == [carried]
    export._resolve(replace(view, motions=(carried, carried)))
    assert export.dialog is not None
    assert export.ways is not None
    assert len(export.ways.choices) == 2
    export.dialog.accept()
    assert drafted == [carried, carried]


def test_the_motion_asked_for_is_the_one_that_the_desk_shows(export: DeskPapers) -> None:
    export._go_on((RESOLUTION,))
    assert "Chưa có dự thảo nghị quyết" in said(export)


def test_saved_paper_is_shown_with_its_price_and_kept(export: DeskPapers, book: Book, tmp_path: Path) -> None:
    export._go_on((SAVINGS,))
    dialog = export.savings.dialog
    assert isinstance(dialog, SavingsDialog)
    words = " ".join(one.text() for one in dialog.findChildren(Paragraph))
    assert "Chỉ tính người mà máy đã báo có tài liệu" in words
    assert len(dialog.model.rows) == 1
    dialog.price.set_text("ba trăm")
    assert dialog.price.error
    assert dialog.year.price == 300
    dialog.price.set_text("500")
    dialog.price.edit.editingFinished.emit()
    assert not dialog.price.error
    dialog.reject()
    export._go_on((SAVINGS,))
    again = export.savings.dialog
    assert isinstance(again, SavingsDialog)
    assert again.year.price == 500
    export.savings.export_to(tmp_path / "nam.xlsx", again.year)
    again.reject()
    assert (tmp_path / "nam.xlsx").read_bytes().startswith(b"PK")
