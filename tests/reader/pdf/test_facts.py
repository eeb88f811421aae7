"""What a file's objects say of it: a signature with content, fonts that are not in it."""

import pytest
from support.pdfs import BytesSource, raw_pdf

from reader.pdf import PdfClient
from reader.pdf.annotating import facts, opened

CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"
PAGES = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
PAGE = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Resources << /Font << /F 4 0 R >> >> >>"
HELVETICA = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
OWN_LETTERS = b"<< /Type /Font /Subtype /Type3 >>"
PARENT = b"<< /Type /Font /Subtype /Type0 /BaseFont /X >>"
EMPTY_FIELD = b"<< /FT /Sig /T (chu ky) >>"
SIGNED = b"<< /Type /Sig /Filter /Adobe.PPKLite /ByteRange [0 10 20 30] /Contents <3082> >>"
TIME_STAMP = b"<< /Type /DocTimeStamp /ByteRange [0 10 20 30] /Contents <3082> >>"
UNFINISHED = b"<< /Type /Sig /Filter /Adobe.PPKLite >>"


@pytest.fixture(scope="module")
def client():
    made = PdfClient()
    yield made
    made.close()


@pytest.mark.parametrize(
    ("objects", "found"),
    [
        ((HELVETICA,), (False, 1)),
        ((OWN_LETTERS,), (False, 0)),
        ((PARENT,), (False, 0)),
        ((OWN_LETTERS, EMPTY_FIELD), (False, 0)),
        ((OWN_LETTERS, UNFINISHED), (False, 0)),
        ((OWN_LETTERS, SIGNED), (True, 0)),
        ((HELVETICA, TIME_STAMP), (True, 1)),
    ],
)
def test_signatures_with_content_and_missing_fonts_are_told(client, objects, found):
    source = BytesSource(raw_pdf(CATALOG, PAGES, PAGE, *objects))
    with opened(client, source) as info:
        assert facts(client, info) == found
