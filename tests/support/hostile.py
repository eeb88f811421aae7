"""Files made to hurt whoever opens them, each with the outcomes that are right for it."""

from __future__ import annotations

import random
import zlib
from collections.abc import Iterator

import pymupdf
from support.pdfs import raw_pdf, stream

CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"
PAGES = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
FORM = b"/Type/XObject/Subtype/Form/BBox[0 0 600 900]"
ACTIONS = (
    b"<</S/Launch/F(/bin/sh)/P(-c id)>>",
    b"<</S/Launch/Win<</F(calc.exe)>>>>",
    b"<</S/JavaScript/JS(app.launchURL\\('http://127.0.0.1:9/'\\);while\\(1\\);)>>",
    b"<</S/URI/URI(http://127.0.0.1:9/)>>",
    b"<</S/GoToR/F(/etc/passwd)/D[0/Fit]>>",
    b"<</S/SubmitForm/F(http://127.0.0.1:9/)>>",
    b"<</S/ImportData/F(/etc/passwd)>>",
    b"<</S/Rendition/R<</S/MR/C<</S/MCD/D(/etc/passwd)>>>>>>",
)

Case = tuple[str, bytes, set[str]]
OK = {"ok"}
UNREADABLE = {"damaged", "refused", "timeout", "memory"}
ANY = OK | UNREADABLE


def cases() -> Iterator[Case]:
    """Name, bytes, and the outcomes of ``sohop probe`` that are right."""
    yield from _no_pdf()
    yield from _structure()
    yield from _bombs()
    yield from _pages()
    yield from _actions()
    yield from _locked()
    yield from _cut()


def _page(resources: bytes = b"", extra: bytes = b"") -> bytes:
    resources = b"/Resources<<" + resources + b">>"
    return b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R" + resources + extra + b">>"


def _one(content: bytes, resources: bytes = b"", *more: bytes, extra: bytes = b"") -> bytes:
    """One page; further objects from number 5 on."""
    return raw_pdf(CATALOG, PAGES, _page(resources, extra), stream(b"", content), *more)


def _good() -> bytes:
    document = pymupdf.open()
    for number in range(3):
        document.new_page().insert_text((60, 60), f"page {number} " + "words " * 20)
    return bytes(document.tobytes())


def _no_pdf() -> Iterator[Case]:
    yield "empty", b"", {"damaged"}
    yield "html", b"<html><body>%PDF-1.7</body></html>", {"damaged"}
    yield "zip", b"PK\x03\x04" + bytes(200), {"damaged"}
    yield "header only", b"%PDF-1.7\n%%EOF", {"damaged"}
    yield "noise", random.Random(1).randbytes(300_000), {"damaged"}
    yield "noise after a header", b"%PDF-1.7\n" + random.Random(2).randbytes(300_000), {"damaged"}


def _structure() -> Iterator[Case]:
    empty = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"
    yield "page tree in itself", raw_pdf(CATALOG, b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>"), UNREADABLE
    chain = [b"<</Type/Pages/Parent %d 0 R/Kids[%d 0 R]/Count 1>>" % (n + 1, n + 3) for n in range(20_000)]
    yield "page tree 20,000 deep", raw_pdf(CATALOG, *chain, empty), ANY
    yield (
        "claims 2,000 million pages",
        raw_pdf(CATALOG, b"<</Type/Pages/Kids[3 0 R]/Count 2000000000>>", empty),
        UNREADABLE,
    )
    many = b" ".join(b"%d 0 R" % (n + 3) for n in range(20_001))
    yield (
        "20,001 pages",
        raw_pdf(CATALOG, b"<</Type/Pages/Kids[" + many + b"]/Count 20001>>", *[empty] * 20_001),
        {"refused"},
    )
    yield "arrays a million deep", raw_pdf(CATALOG, PAGES, empty, b"[" * 1_000_000), ANY
    nested = b"<</A" * 500_000
    yield (
        "dictionaries half a million deep",
        raw_pdf(b"<</Type/Catalog/Pages 2 0 R/X" + nested, PAGES),
        UNREADABLE,
    )
    yield "references in a circle", raw_pdf(CATALOG, b"3 0 R", b"2 0 R"), UNREADABLE
    good = raw_pdf(CATALOG, PAGES, empty)
    start = good.rindex(b"startxref\n") + 10
    table = good[start:].split(b"\n")[0]
    yield "tables in a circle", good.replace(b"/Root 1 0 R", b"/Root 1 0 R/Prev " + table), ANY
    yield "a table of 10^9 objects", good.replace(b"xref\n0 4", b"xref\n0 1000000000"), ANY
    yield "a length of 10^12", _one(b"0 0 9 9 re f").replace(b"/Length 12", b"/Length 999999999999"), ANY


def _bombs() -> Iterator[Case]:
    flate = b"/Filter/FlateDecode"
    bomb = zlib.compress(b"0 0 1 1 re f\n" * 40_000_000, 9)
    yield "content 1000:1", raw_pdf(CATALOG, PAGES, _page(), stream(flate, bomb)), ANY
    twice = zlib.compress(zlib.compress(bytes(1_000_000_000), 9), 9)
    yield (
        "content 100,000:1",
        raw_pdf(CATALOG, PAGES, _page(), stream(b"/Filter[/FlateDecode/FlateDecode]", twice)),
        ANY,
    )
    image = b"/Type/XObject/Subtype/Image/ColorSpace/DeviceRGB/BitsPerComponent 8"
    paint, xobject = b"q 595 0 0 842 0 0 cm /I Do Q", b"/XObject<</I 5 0 R>>"
    for side in (46_341, 2_147_483_647):
        data = stream(
            b"%s/Width %d/Height %d%s" % (image, side, side, flate), zlib.compress(bytes(4_000_000))
        )
        yield f"image {side} pixels wide", _one(paint, xobject, data), ANY
    fax = b"/Filter/CCITTFaxDecode/DecodeParms<</K -1/Columns 60000/Rows 60000>>/Width 60000/Height 60000"
    yield "fax of 3,600 million pixels", _one(paint, xobject, stream(image + fax, bytes(1000))), ANY
    levels = [
        stream(FORM + b"/Resources<</XObject<</F %d 0 R>>>>" % (6 + n), b"/F Do " * 20) for n in range(9)
    ]
    last = stream(FORM, b"0 0 500 800 re f " * 10)
    yield "forms 20 to the 9th", _one(b"/F Do", b"/XObject<</F 5 0 R>>", *levels, last), {"timeout"}
    itself = stream(FORM + b"/Resources<</XObject<</F 5 0 R>>>>", b"/F Do /F Do")
    yield "a form in itself", _one(b"/F Do", b"/XObject<</F 5 0 R>>", itself), ANY
    tile = stream(
        b"/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 1 1]/XStep 0.001/YStep 0.001"
        b"/Resources<<>>",
        b"0 0 1 1 re f",
    )
    yield (
        "tiles of a thousandth",
        _one(b"/Pattern cs /P scn 0 0 595 842 re f", b"/Pattern<</P 5 0 R>>", tile),
        ANY,
    )
    calculator = stream(
        b"/FunctionType 4/Domain[0 1 0 1]/Range[0 1 0 1 0 1]", b"{" + b"dup mul exch dup " * 20_000 + b"}"
    )
    shading = b"<</ShadingType 1/ColorSpace/DeviceRGB/Function 6 0 R/Matrix[595 0 0 842 0 0]>>"
    yield "a shading that calculates", _one(b"/S sh", b"/Shading<</S 5 0 R>>", shading, calculator), ANY
    yield "saved states without end", _one(b"q " * 3_000_000), ANY
    yield "a path of five million points", _one(b"0 0 m " + b"9 9 l 5 700 l " * 2_500_000 + b"s"), ANY
    font = b"/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>"
    yield "a million words", _one(b"BT /F 9 Tf 9 9 Td " + b"(w ) Tj " * 1_000_000 + b"ET", font), ANY
    glyph = stream(b"", b"1000 0 d0 BT /F 1 Tf (a) Tj ET")
    type3 = (
        b"<</Type/Font/Subtype/Type3/FontBBox[0 0 9 9]/FontMatrix[1 0 0 1 0 0]/CharProcs<</a 6 0 R>>"
        b"/Encoding<</Differences[97/a]>>/FirstChar 97/LastChar 97/Widths[9]/Resources<</Font<</F 5 0 R>>>>>>"
    )
    yield "a letter drawn with itself", _one(b"BT /F 9 Tf (a) Tj ET", b"/Font<</F 5 0 R>>", type3, glyph), ANY
    file = stream(b"", random.Random(3).randbytes(50_000))
    descriptor = b"<</Type/FontDescriptor/FontName/X/Flags 4/FontFile2 7 0 R>>"
    broken = b"<</Type/Font/Subtype/TrueType/BaseFont/X/FontDescriptor 6 0 R>>"
    yield (
        "a font of noise",
        _one(b"BT /F 9 Tf (abc) Tj ET", b"/Font<</F 5 0 R>>", broken, descriptor, file),
        ANY,
    )


def _pages() -> Iterator[Case]:
    boxes = (b"0 0 14400 14400", b"0 0 1e30 1e30", b"0 0 0 0", b"5 5 -1e9 nan", b"-1e308 -1e308 1e308 1e308")
    for box in boxes:
        page = b"<</Type/Page/Parent 2 0 R/UserUnit 1000/MediaBox[" + box + b"]>>"
        yield f"page of [{box.decode()}]", raw_pdf(CATALOG, PAGES, page), OK
    numbers = b"nan inf m 1e308 -1e308 l 1e309 1e400 re S 1e308 0 0 1e308 0 0 cm 0 0 9 9 re f"
    yield "numbers out of this world", _one(numbers), OK
    callout = (
        b"<</Type/Annot/Subtype/FreeText/Rect[9 9 99 99]/Contents(x)/DA(/F 9 Tf)"
        b"/CL[1 2 3 4 5 6 7 8 9 10 11 12]>>"
    )
    yield (
        "a callout with six points",
        raw_pdf(CATALOG, PAGES, _page(b"", b"/Annots[5 0 R]"), stream(b"", b""), callout),
        OK,
    )
    link = b"<</Type/Annot/Subtype/Link/Rect[nan 1e308 -1e308 9]/Dest[3 0 R/XYZ 1e308 nan inf]>>"
    yield (
        "100,000 annotations",
        raw_pdf(CATALOG, PAGES, _page(b"", b"/Annots[" + b"5 0 R " * 100_000 + b"]"), stream(b"", b""), link),
        ANY,
    )


def _actions() -> Iterator[Case]:
    for number, action in enumerate(ACTIONS):
        catalog = b"<</Type/Catalog/Pages 2 0 R/OpenAction 5 0 R/AA<</WC 5 0 R/DS 5 0 R>>>>"
        link = b"/Annots[<</Type/Annot/Subtype/Link/Rect[9 9 99 99]/A 5 0 R>>]/AA<</O 5 0 R/C 5 0 R>>"
        yield (
            f"action {number}",
            raw_pdf(catalog, PAGES, _page(b"", link), stream(b"", b"0 0 9 9 re f"), action),
            OK,
        )
    document = pymupdf.open()
    document.new_page().add_file_annot((60, 60), b"MZ" + bytes(100), "setup.exe")
    document.embfile_add("setup.exe", b"MZ" + bytes(100))
    yield "embedded files", document.tobytes(), OK
    outside = b"<</Length 0/F(/etc/passwd)/FFilter[]>>\nstream\n\nendstream"
    yield "content from outside", raw_pdf(CATALOG, PAGES, _page(), outside), OK
    form = b"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[5 0 R]/XFA 6 0 R/NeedAppearances true>>>>"
    field = (
        b"<</FT/Tx/T(x)/Subtype/Widget/Type/Annot/Rect[9 9 99 99]/V(1)"
        b"/AA<</C<</S/JavaScript/JS(while\\(1\\);)>>>>>>"
    )
    xfa = stream(b"", b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><xdp>&e;</xdp>')
    yield (
        "a form that calculates",
        raw_pdf(form, PAGES, _page(b"", b"/Annots[5 0 R]"), stream(b"", b""), field, xfa),
        OK,
    )


def _locked() -> Iterator[Case]:
    with pymupdf.open(stream=_good(), filetype="pdf") as plain:
        for method in (
            pymupdf.PDF_ENCRYPT_RC4_40,
            pymupdf.PDF_ENCRYPT_RC4_128,
            pymupdf.PDF_ENCRYPT_AES_128,
            pymupdf.PDF_ENCRYPT_AES_256,
        ):
            yield (
                f"locked {method}",
                plain.tobytes(encryption=method, user_pw="u", owner_pw="o"),
                {"password"},
            )
        yield (
            "owner's lock",
            plain.tobytes(encryption=pymupdf.PDF_ENCRYPT_AES_256, user_pw="", owner_pw="o"),
            OK,
        )


def _cut() -> Iterator[Case]:
    whole = _good()
    for eighth in range(1, 8):
        yield f"cut after {eighth} eighths", whole[: len(whole) * eighth // 8], {"ok", "damaged"}
    at = random.Random(4)
    for number in range(20):
        spoilt = bytearray(whole)
        for _ in range(50):
            spoilt[at.randrange(len(spoilt))] = at.randrange(256)
        yield f"spoilt {number}", bytes(spoilt), ANY
