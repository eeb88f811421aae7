"""A file before it becomes a document: what opens is judged, what does not is named."""

from pathlib import Path

import pytest
from support.packets import code_of

from reader.core.composing.looking import look
from reader.pdf import PdfClient
from reader.pdf.stopping import StoppedError
from reader.resources import resource
from sync.errors import Code


@pytest.fixture(scope="module")
def client():
    made = PdfClient(background=True)
    yield made
    made.close()


def sample(name: str) -> Path:
    (found,) = resource("sample").glob(f"{name}*.pdf")
    return found


def test_a_proposal_of_the_sample_says_what_it_is(client):
    found = look(sample("04"), client)
    assert (found.guess.name, str(found.guess.issued)) == ("Tờ trình 12/TTr-UBND", "2026-11-18")
    assert (found.facts.pages, found.facts.has_text, found.facts.wants_annex) == (9, True, True)
    assert (found.facts.signed, found.facts.fonts_lacking) == (False, 0)
    assert found.data == sample("04").read_bytes()


def test_a_scan_has_no_text_and_no_guess(client):
    found = look(sample("08"), client)
    assert (found.facts.has_text, found.guess.symbol) == (False, "")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", Code.PDF_DAMAGED),
        (b"PK\x03\x04 a spreadsheet", Code.PDF_DAMAGED),
        (b"%PDF-1.7\n%%EOF", Code.PDF_DAMAGED),
    ],
)
def test_what_does_not_open_is_refused_by_name(client, tmp_path, data, code):
    path = tmp_path / "hỏng.pdf"
    path.write_bytes(data)
    assert code_of(lambda: look(path, client)) is code


def test_what_is_not_there_and_what_is_no_file_are_refused(client, tmp_path):
    assert code_of(lambda: look(tmp_path / "không có.pdf", client)) is Code.FILE_MISSING
    assert code_of(lambda: look(tmp_path, client)) is Code.FILE_NOT_ONE


def test_it_stops_when_nobody_wants_it_any_more(client):
    with pytest.raises(StoppedError):
        look(sample("04"), client, lambda: True)
