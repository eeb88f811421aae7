"""Folders and names before the window: told in words, and it stays alive."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLabel, QWidget

from reader.core.composing import composition as steps
from reader.core.composing import taking
from reader.ui.widgets import Paragraph

pytestmark = pytest.mark.skipif(os.name == "nt", reason="such files can only be made on POSIX")

MARKUP = "<b>dam</b> <img src='file:///etc/hostname'> &amp; =1+1 \u202egnud"
LONGEST_MS = 100


class Busy:
    """How long the window's thread worked without listening, at the longest. Not how long it waited for a
    processor: that is the machine's doing."""

    def __init__(self) -> None:
        self.longest_ms = 0.0
        self._since = time.thread_time()
        self._timer = QTimer()
        self._timer.timeout.connect(self._tick)
        self._timer.start(0)

    def _tick(self) -> None:
        now = time.thread_time()
        self.longest_ms = max(self.longest_ms, (now - self._since) * 1000)
        self._since = now

    def stop(self) -> float:
        self._timer.stop()
        return self.longest_ms


@pytest.fixture
def used(secretary, tmp_path: Path, pdf):
    """The secretary, who has seen such a dialog before: the first one of all loads fonts and icons."""
    pdf(tmp_path / "truoc" / "a.pdf")
    secretary.begin()
    secretary.composer.add_files([tmp_path / "truoc"], "")
    secretary.dialog(lambda: secretary.composer.files.dialog, "a proposal").reject()
    secretary.settle(0.3)
    return secretary


def said(inside: QWidget) -> str:
    return "\n".join(one.text() for one in inside.findChildren(Paragraph))


def test_markup_in_names_is_shown_as_it_is_written(secretary, tmp_path: Path, pdf) -> None:
    secretary.begin(MARKUP)
    name = "<img src='x'> &amp; <b>.pdf"
    folder = tmp_path / "<i>muc&lt;"
    pdf(folder / "ho so" / name)
    secretary.composer.add_files([folder], "")
    dialog = secretary.dialog(lambda: secretary.composer.files.dialog, "the proposal")
    assert "<i>muc&lt;" in said(dialog)
    secretary.accept(dialog)
    shown = "<img src='x'> &amp; <b>"
    secretary.wait(lambda: secretary.names() == [shown], "it is in")
    secretary.composer.add_motion()
    secretary.wait(lambda: secretary.view.draft.packet.motions, "a motion")
    secretary.screen.list.choose(secretary.view.draft.packet.motions[0].id)
    for label in secretary.window.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText, label.text()
    (check,) = secretary.screen.side.motion.documents.values()
    assert check.text() == shown
    assert check.toolTip() == "<qt>&lt;img src=&#x27;x&#x27;&gt; &amp;amp; &lt;b&gt;</qt>"
    secretary.composer.remove([next(secretary.view.draft.packet.documents())[1].id])
    secretary.wait(lambda: secretary.names() == [], "it is gone")
    assert secretary.screen.header._title.text().startswith("<b>dam</b> <img")
    assert "\u202e" not in secretary.screen.header._title.text()


def test_a_folder_of_five_thousand_is_told_while_the_window_stays_alive(used, tmp_path: Path, pdf) -> None:
    secretary = used
    folder = tmp_path / "5000"
    one = pdf(folder / "000.pdf")
    for number in range(1, 100):
        os.link(one, folder / f"{number:03}.pdf")
    for number in range(4_900):
        (folder / f"{number}.jpg").touch()
    busy = Busy()
    secretary.composer.add_files([folder], "")
    dialog = secretary.dialog(lambda: secretary.composer.files.dialog, "what is proposed")
    secretary.settle(0.3)
    assert busy.stop() < LONGEST_MS
    assert "1 mục, 100 tệp" in said(dialog)
    assert "4900 tệp khác không thêm được" in said(dialog)
    dialog.reject()
    secretary.wait(lambda: secretary.composer.files.dialog is None, "nothing was taken")
    assert secretary.names() == []


def test_files_that_do_not_go_in_are_listed_while_the_window_stays_alive(used, tmp_path: Path) -> None:
    secretary = used
    folder = tmp_path / "anh"
    folder.mkdir()
    for number in range(5_000):
        (folder / f"{number}.jpg").touch()
    busy = Busy()
    secretary.composer.add_files([folder], "")
    dialog = secretary.dialog(lambda: secretary.composer.files.dialog, "what does not go in")
    secretary.settle(0.3)
    assert busy.stop() < LONGEST_MS
    assert "Không thêm được 5000 tệp" in said(dialog)
    assert "Và 4900 dòng nữa." in said(dialog)
    dialog.reject()


def test_taking_in_many_files_can_be_stopped_and_keeps_the_window_alive(
    secretary, tmp_path: Path, pdf
) -> None:
    folder = tmp_path / "nhieu"
    for number in range(60):
        pdf(folder / f"{number}.pdf", f"so {number}")
    secretary.begin()
    secretary.composer.add_files([folder], "")
    proposal = secretary.dialog(lambda: secretary.composer.files.dialog, "what is proposed")
    busy = Busy()
    secretary.accept(proposal)
    work = secretary.composer.files.work
    secretary.wait(lambda: work._dialog is not None and work._share > 0, "how far it is")
    assert busy.stop() < LONGEST_MS
    work._dialog.safe_button.click()
    secretary.wait(lambda: not work.busy, "it has stopped")
    assert secretary.names() == []
    kept = secretary.window._books.wait(lambda book: book.vault.drafts.files(secretary.view.meeting))
    assert kept == {}


def test_too_much_is_said_in_words(secretary, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(taking, "MOST_ENTRIES", 20)
    folder = tmp_path / "to"
    folder.mkdir()
    for number in range(21):
        (folder / f"{number}.jpg").touch()
    secretary.begin()
    secretary.composer.add_files([folder], "")
    secretary.wait(secretary.screen.banner.isVisible, "it is said")
    assert "chọn thư mục nhỏ hơn" in secretary.screen.banner.accessibleDescription()


def test_a_file_of_two_gigabytes_is_refused_at_once(secretary, tmp_path: Path) -> None:
    large = tmp_path / "lon.pdf"
    with large.open("wb") as file:
        file.truncate(2 * 2**30 + 1)  # sparse
    secretary.begin()
    secretary.composer.step(lambda packet: steps.add_item(packet, "Mục")[0])
    secretary.wait(lambda: secretary.view.draft.packet.items, "an item")
    began = time.monotonic()
    secretary.composer.add_files([large], secretary.view.draft.packet.items[0].id)
    dialog = secretary.dialog(lambda: secretary.composer.files.dialog, "it is refused")
    assert time.monotonic() - began < 5
    rows = dialog.findChildren(QWidget)
    assert any(
        "250 MB" in (model.index(0).data(Qt.ItemDataRole.AccessibleTextRole) or "") for model in models(rows)
    )
    dialog.reject()


def models(widgets):
    return [one.model() for one in widgets if hasattr(one, "model")]
