"""The command line of notes, without a hub."""

from __future__ import annotations

import io

import pypdf
import pytest
from support.annotated import LETTERS, a_mark, odd_pdf
from support.packets import DOCUMENT, MEETING, PASSPHRASE

from reader.app import office as commands
from reader.core import annotating
from reader.store.chunk_lists import ChunkList
from reader.store.packets import recipe
from sync.model.annotation import MarkKind
from tests.reader.app.test_office import sohop

FOREIGN = (b"<</Type/Annot/Subtype/Text/Rect[100 700 120 720]/Contents(note)/NM(n1)>>",)


@pytest.fixture(params=[1])
def lan(book, office, request):
    """Her profile, with one note in the first document of a meeting."""
    data = odd_pdf(annotations=FOREIGN)
    documents = [office.document(data), office.document(data + b"\n", "doc-2", "Phụ lục")][: request.param]
    item = office.item(*documents)
    office.deliver(book.vault, office.manifest(item), item)
    chunks = ChunkList.of(documents[0].chunks)
    kept = book.vault.documents.begin(MEETING, documents[0].sha256, documents[0].size, recipe(chunks))
    book.vault.documents.fill(kept, data, chunks)
    rects = a_mark(MarkKind.HIGHLIGHT).rects
    annotating.put(
        book,
        MEETING,
        document=DOCUMENT,
        sha256=documents[0].sha256,
        page=0,
        kind=MarkKind.HIGHLIGHT,
        rects=rects,
        text=LETTERS,
    )
    book.vault.close()
    return book.vault.profile


def marks(profile):
    with commands.Laptop(profile, PASSPHRASE) as laptop:
        return [fact.mark.text for fact in laptop.book.project(MEETING).marks]


def test_the_annotated_copy_is_written_and_who_can_read_it_is_said(lan, tmp_path, capsys):
    path = tmp_path / "copy.pdf"
    assert sohop(lan, "notes", "export", MEETING, "--to", path) == 0
    assert "Whoever has this file can read it" in capsys.readouterr().out
    annotations = [
        one.get_object() for one in pypdf.PdfReader(io.BytesIO(path.read_bytes())).pages[0]["/Annots"]
    ]
    assert [one["/Contents"] for one in annotations] == ["note", LETTERS]


@pytest.mark.parametrize("lan", [2], indirect=True)
def test_of_several_documents_one_must_be_named(lan, tmp_path, capsys):
    path = tmp_path / "copy.xfdf"
    assert sohop(lan, "notes", "export", MEETING, "--to", path) == 2
    assert "doc-2  Phụ lục" in capsys.readouterr().err
    assert not path.exists()
    assert sohop(lan, "notes", "export", MEETING, "--document", DOCUMENT, "--to", path) == 0
    assert LETTERS in path.read_text("utf-8")


def test_a_list_is_of_the_whole_meeting(lan, tmp_path):
    assert sohop(lan, "notes", "export", MEETING, "--to", tmp_path / "notes.md") == 0
    assert LETTERS in (tmp_path / "notes.md").read_text("utf-8")


def test_a_name_that_says_no_format_is_one_sentence(lan, tmp_path, capsys):
    assert sohop(lan, "notes", "export", MEETING, "--to", tmp_path / "notes.odt") == 1
    assert "End the name in .pdf" in capsys.readouterr().err


def test_notes_of_the_document_and_of_a_file_come_in_once(lan, tmp_path, capsys):
    assert sohop(lan, "notes", "import", MEETING) == 0
    assert "Private notes taken in: 1; there already: 0" in capsys.readouterr().out
    path = tmp_path / "notes.xfdf"
    assert sohop(lan, "notes", "export", MEETING, "--to", path) == 0
    assert sohop(lan, "notes", "import", MEETING, path) == 0
    assert "Private notes taken in: 0; there already: 2" in capsys.readouterr().out
    assert sorted(marks(lan)) == sorted(["note", LETTERS])
