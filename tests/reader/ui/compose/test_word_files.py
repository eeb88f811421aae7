"""Word files put into a packet: made PDF where there is a LibreOffice, else it is said what to do."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from reader.core import converting
from reader.core.composing.checking import Finding
from reader.core.converting import found


def test_without_a_libreoffice_the_person_says_where_it_is(secretary, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(converting, "found", lambda: None)
    (tmp_path / "a.docx").write_bytes(b"PK")
    secretary.begin()
    files = secretary.composer.files
    secretary.composer.add_files([tmp_path / "a.docx"], "")
    told = secretary.dialog(lambda: files.dialog, "what did not go in")
    assert told.action_button.text() == "Chỉ nơi cài LibreOffice…"
    told.reject()
    files.use_libreoffice(tmp_path / "a.docx")
    secretary.wait(secretary.screen.banner.isVisible, "it is no LibreOffice")
    assert "không chạy được" in secretary.screen.banner.accessibleDescription()


@pytest.mark.skipif(found() is None, reason="no LibreOffice on this computer")
def test_a_word_file_becomes_a_document_that_is_to_be_looked_at(secretary, tmp_path: Path) -> None:
    word = docx.Document()
    word.add_paragraph("Kính trình")
    word.save(str(tmp_path / "Bao cao giam sat.docx"))
    secretary.begin()
    secretary.composer.add_files([tmp_path / "Bao cao giam sat.docx"], "")
    secretary.wait(lambda: secretary.names() != [], "it is there")
    draft = secretary.composer.view.draft
    (document,) = (one for _, one in draft.packet.documents())
    assert Finding.CONVERTED in {remark.finding for remark in draft.remarks[document.id]}


def test_the_invitation_to_a_draft_is_asked_for_on_its_page(secretary) -> None:
    secretary.begin()
    secretary.screen.side.meeting.invite_button.click()
    dialog = secretary.dialog(lambda: secretary.composer.inviting.dialog, "which of them")
    assert dialog.windowTitle() == "Giấy mời"
    dialog.reject()
