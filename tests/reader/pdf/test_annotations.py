"""A copy with annotations is what other programs read: the same places and words, on every kind of page."""

from __future__ import annotations

import ctypes
import os
import subprocess
from functools import partial
from io import BytesIO
from pathlib import Path

import pypdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from support.annotated import (
    LETTERS,
    ODD_PAGES,
    a_mark,
    every_mark,
    extent,
    odd_pdf,
    painted_by_pdfium,
    painted_by_poppler,
    poppler,
)
from support.pdfs import BytesSource

from reader.core.interchange.annotations import annotations_of
from reader.core.interchange.colours import LINE, WASH
from reader.pdf import PdfClient, PdfError, PdfErrorCode, Priority, protocol
from reader.pdf.annotating import Saying, annotated, frames, opened, read_annotations
from reader.pdf.annotations import Annotation, AnnotationKind, Frame, pairs
from reader.pdf.stopping import StoppedError
from reader.resources import resource
from sync.model.annotation import Colour, MarkKind, Rect

SAYING = Saying(
    "Tờ trình – bản có ghi chú",
    "Không phải bản gốc đã ký.",
    resource("third_party/ibm-plex-sans/IBMPlexSans_400Regular.ttf").read_bytes(),
)


def copied(client: PdfClient, data: bytes, marks=None, stopped=lambda: False) -> bytes:
    with opened(client, BytesSource(data)) as info:
        if marks is None:
            marks = [mark for page in range(len(info.pages)) for mark in every_mark(page)]
        made = annotations_of(marks, frames(client, info).pages, info.pages)
        return annotated(client, info, made, SAYING, len(data), stopped=stopped)


@pytest.fixture(scope="module")
def copy(session_client: PdfClient) -> bytes:
    return copied(session_client, odd_pdf())


def close(rect: Rect, other: tuple[float, float, float, float] | Rect, by: float = 0.5) -> bool:
    other = other if isinstance(other, Rect) else Rect(*other)
    return all(abs(getattr(rect, name) - getattr(other, name)) <= by for name in ("x0", "y0", "x1", "y1"))


def seen(frame: Frame, numbers) -> Rect:
    places = [frame.shown(*place) for place in pairs(tuple(map(float, numbers)))]
    across, down = [x for x, _ in places], [y for _, y in places]
    return Rect(min(across), min(down), max(across), max(down))


def the_frames(client: PdfClient, data: bytes) -> tuple[Frame, ...]:
    with opened(client, BytesSource(data)) as info:
        return frames(client, info).pages


def test_pypdf_reads_the_same_places_and_words(client, copy):
    lie = the_frames(client, copy)
    reader = pypdf.PdfReader(BytesIO(copy))
    for number, frame in enumerate(lie):
        found = {one.get_object()["/NM"]: one.get_object() for one in reader.pages[number]["/Annots"]}
        assert len(found) == len(every_mark(number))
        for mark in every_mark(number):
            one = found[mark.id]
            assert one["/T"] == "Trần Thị Lan"
            assert one.get("/Contents", "") == (mark.text or "Dấu trang")
            assert one["/AP"]["/N"].get_object()["/Subtype"] == "/Form"
            if mark.kind in (MarkKind.RECTANGLE, MarkKind.ELLIPSE):
                (x0, y0, x1, y1), fringe = map(float, one["/Rect"]), one["/RD"]
                inner = (x0 + fringe[0], y0 + fringe[3], x1 - fringe[2], y1 - fringe[1])
                a, b = mark.strokes[0].places
                asked = Rect(min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1]))
                assert close(asked, seen(frame, inner))
            elif mark.kind is MarkKind.PEN:
                for stroke, listed in zip(mark.strokes, one["/InkList"], strict=True):
                    path = [n for place in pairs(tuple(map(float, listed))) for n in frame.shown(*place)]
                    assert path == pytest.approx(list(stroke.path), abs=0.01)
            elif mark.kind is MarkKind.ARROW:
                ends = [n for place in pairs(tuple(map(float, one["/L"]))) for n in frame.shown(*place)]
                assert ends == pytest.approx(list(mark.strokes[0].path), abs=0.01)
                assert one["/LE"] == ["/None", "/ClosedArrow"]
            elif mark.kind is MarkKind.TEXT:
                assert close(mark.rects[0], seen(frame, one["/Rect"]))
            elif mark.rects:
                quads = list(map(float, one["/QuadPoints"]))
                for rect, start in zip(mark.rects, range(0, len(quads), 8), strict=True):
                    assert close(rect, seen(frame, quads[start : start + 8]))
                    # Upper left first, as the page is seen.
                    assert frame.shown(*quads[start : start + 2]) == pytest.approx(
                        (rect.x0, rect.y0), abs=0.01
                    )


def test_pdfium_reads_the_same_words(copy):
    document = pypdfium2.PdfDocument(copy)
    for number in range(len(ODD_PAGES)):
        page = document[number]
        told = []
        for index in range(pdfium.FPDFPage_GetAnnotCount(page)):
            one = pdfium.FPDFPage_GetAnnot(page, index)
            size = pdfium.FPDFAnnot_GetStringValue(one, b"Contents", None, 0)
            room = ctypes.create_string_buffer(size)
            wide = ctypes.cast(room, ctypes.POINTER(pdfium.FPDF_WCHAR))
            pdfium.FPDFAnnot_GetStringValue(one, b"Contents", wide, size)
            told.append(room.raw.decode("utf-16-le").rstrip("\0"))
            pdfium.FPDFPage_CloseAnnot(one)
        assert told.count(LETTERS) == len(MarkKind)
    document.close()


@poppler
def test_poppler_finds_the_letters_of_a_text_on_the_page(copy, tmp_path):
    path = tmp_path / "copy.pdf"
    path.write_bytes(copy)
    told = subprocess.run(["pdftotext", str(path), "-"], check=True, capture_output=True).stdout.decode()
    assert " ".join(told.split()).count("Đề nghị tách khoản dự phòng:") == len(ODD_PAGES)
    for word in ("Ẵ", "Ộ", "ổ", "Ữ", "Ỵ", "“chỉ"):
        assert word in told


@pytest.mark.parametrize("page", [0, 1, 2])
def test_what_is_painted_lies_where_the_mark_is(client, copy, page, tmp_path):
    """The pages in units of two points are left out: pdfium and this poppler paint those in half the size."""
    path = tmp_path / "copy.pdf"
    path.write_bytes(copy)
    pictures = [painted_by_pdfium(copy, page, 2.0)]
    if poppler.args[0] is False:
        pictures.append(painted_by_poppler(path, page, 2.0))
    for picture in pictures:
        highlight = extent(picture, WASH[Colour.GREEN], 2.0)
        # The two lines of the highlight; the signs of notes and the note on words are of the same colour.
        assert abs(highlight.x0 - 50.0) <= 0.5
        lines = extent(picture, LINE[Colour.GREEN], 2.0)
        assert abs(lines.x0 - (50.0 - 1.5)) <= 1.0  # half the pen, where the arrow and the stroke begin
        assert abs(lines.x1 - (330.0 + 1.5)) <= 0.5  # the ellipse


@pytest.mark.parametrize("page", [0, 1, 2])
@pytest.mark.parametrize("kind", [MarkKind.RECTANGLE, MarkKind.ELLIPSE, MarkKind.HIGHLIGHT])
def test_a_shape_is_painted_within_half_a_point(client, page, kind, tmp_path):
    data = copied(client, odd_pdf(), [a_mark(kind, page)])
    path = tmp_path / "copy.pdf"
    path.write_bytes(data)
    if kind is MarkKind.HIGHLIGHT:
        asked, colour = Rect(50.0, 50.0, 250.0, 80.0), WASH[Colour.GREEN]
    else:
        left = 200.0 if kind is MarkKind.RECTANGLE else 270.0
        asked, colour = Rect(left - 1.5, 138.5, left + 61.5, 191.5), LINE[Colour.GREEN]
    pictures = [painted_by_pdfium(data, page, 4.0)]
    if poppler.args[0] is False:
        pictures.append(painted_by_poppler(path, page, 4.0))
    for picture in pictures:
        assert close(extent(picture, colour, 4.0), asked)


def test_the_copy_has_the_original_in_it_and_says_what_it_is(copy):
    assert copy.startswith(odd_pdf())
    reader = pypdf.PdfReader(BytesIO(copy))
    assert reader.metadata is not None
    assert reader.metadata.title == SAYING.title
    assert reader.metadata.subject == SAYING.about
    assert reader.xmp_metadata is not None
    assert reader.xmp_metadata.dc_title == {"x-default": SAYING.title}


def test_what_is_read_in_this_program_does_not_change(client, make_text_pdf):
    data = make_text_pdf([["Điều 1"]])
    with opened(client, BytesSource(data)) as info:
        before = client.render(info.document, 0, 1.0).result().data
        copied(client, data, every_mark())
        # At another zoom too: nothing of it comes from the cache.
        again = client.render(info.document, 0, 1.01).result()
        assert client.render(info.document, 0, 1.0).result().data == before
        assert not read_annotations(client, info, 99).annotations
        assert again.data.count(b"\xff") / len(again.data) > 0.98


def test_a_file_whose_table_was_broken_is_written_anew(client):
    data = odd_pdf().replace(b"startxref", b"startxxxx")
    made = copied(client, data)
    assert len(pypdf.PdfReader(BytesIO(made)).pages[1]["/Annots"]) == len(every_mark())


def test_a_file_that_allows_no_notes_is_refused(client):
    writer = pypdf.PdfWriter(clone_from=BytesIO(odd_pdf()))
    allowed = pypdf.constants.UserAccessPermissions.PRINT
    writer.encrypt("", "owner", permissions_flag=allowed, algorithm="RC4-128")
    locked = BytesIO()
    writer.write(locked)
    with pytest.raises(PdfError) as refused:
        copied(client, locked.getvalue())
    assert refused.value.code is PdfErrorCode.LOCKED


def test_an_encrypted_file_that_allows_notes_stays_readable(client):
    writer = pypdf.PdfWriter(clone_from=BytesIO(odd_pdf()))
    writer.encrypt("", "owner", algorithm="RC4-128")
    kept = BytesIO()
    writer.write(kept)
    made = copied(client, kept.getvalue())
    reader = pypdf.PdfReader(BytesIO(made))
    assert LETTERS in [one.get_object().get("/Contents") for one in reader.pages[0]["/Annots"]]


def test_it_can_be_stopped(client):
    looks = iter([False, False, True])
    with pytest.raises(StoppedError):
        copied(client, odd_pdf(), [a_mark(MarkKind.PEN) for _ in range(200)], lambda: next(looks))
    assert copied(client, odd_pdf(), every_mark())  # and the next is not disturbed


def test_a_copy_that_was_lost_with_its_child_is_said_to_be_lost():
    client = PdfClient()
    try:
        looks = iter([lambda: None] * 3 + [client.expire] + [lambda: None] * 99)
        with pytest.raises(PdfError):
            copied(client, odd_pdf(), [a_mark(MarkKind.PEN) for _ in range(500)], lambda: bool(next(looks)()))
        assert copied(client, odd_pdf(), every_mark())
    finally:
        client.close()


# --- reading ----------------------------------------------------------------------------------------------


def found_in(client: PdfClient, *objects: bytes, most: int = 20_000):
    with opened(client, BytesSource(odd_pdf(annotations=objects))) as info:
        return read_annotations(client, info, most)


def one(subtype: bytes, *, rect: bytes = b"[10 10 50 50]", more: bytes = b"") -> bytes:
    return b"<</Type/Annot/Subtype/" + subtype + b"/Rect" + rect + more + b">>"


def test_what_was_written_is_read_as_it_was(client, copy):
    with opened(client, BytesSource(copy)) as info:
        back = read_annotations(client, info, 999)
        made = annotations_of(
            [mark for page in range(4) for mark in every_mark(page)], frames(client, info).pages, info.pages
        )
    assert back.whole
    assert [(a.page, a.kind, a.name, a.contents, a.subject) for a in back.annotations] == [
        (a.page, a.kind, a.name, a.contents, a.subject) for a in made
    ]
    for a, b in zip(back.annotations, made, strict=True):
        assert a.box == pytest.approx(b.box, abs=0.01)
        assert a.colour == pytest.approx(b.colour, abs=0.01)
        assert (a.created, a.changed) == (b.created, b.changed)


def test_links_fields_and_hidden_ones_are_no_remarks_and_stamps_are_counted(client):
    found = found_in(
        client,
        one(b"Link"),
        one(b"Widget"),
        one(b"Popup"),
        one(b"Text", more=b"/F 2/Contents(hidden)"),
        one(b"Text", more=b"/StateModel/Review/Contents(Accepted)"),
        one(b"Stamp"),
        one(b"FileAttachment"),
        one(b"Text", more=b"/Contents(seen)"),
    )
    assert [a.contents for a in found.annotations] == ["seen"]
    assert found.others == 2


@pytest.mark.parametrize(
    "hostile",
    [
        one(b"Square", rect=b"[nan 1e308 1e308 -1e308]"),
        one(b"Square", rect=b"[99999999999999999999999999 0 1 1]"),
        one(b"Square", rect=b"[1 2 3]"),
        one(b"Square", rect=b"(text)"),
        one(b"Highlight", rect=b"null", more=b"/QuadPoints[1 2 3]"),
        one(b"Ink", more=b"/InkList[[(a) (b)] 7 null]"),
        one(b"Line", more=b"/L[1 2]"),
        one(b"Polygon"),
        b"<</Subtype[1 2]>>",
        b"17",
    ],
)
def test_what_has_no_place_is_passed_over(client, hostile):
    found = found_in(client, hostile, one(b"Text", more=b"/Contents(seen)"))
    assert [a.contents for a in found.annotations] == ["seen"]


def test_a_callout_of_six_points_and_odd_values_do_no_harm(client):
    callout = one(
        b"FreeText",
        more=b"/CL[1 2 3 4 1e308 6]/RD[900 900 900 900]/DA(/Helv 12 Tf 9 nan 0 rg)/CA 1e308/BS<</W -5>>"
        b"/C[1e308 -4 0.5]/M(D:99999999)/CreationDate(D:20150415150340+99'99')/Contents(six)",
    )
    (text,) = found_in(client, callout).annotations
    assert (text.contents, text.box, text.opacity, text.width) == ("six", (10.0, 10.0, 50.0, 50.0), 1.0, 0.0)


def test_long_texts_and_long_strokes_are_bounded(client):
    path = b" ".join(b"%d %d" % (n % 500, n % 700) for n in range(30_000))
    found = found_in(
        client,
        one(b"Text", more=b"/Contents(" + b"x" * 300_000 + b")/NM(" + b"n" * 9_000 + b")"),
        one(b"Ink", more=b"/InkList[[" + path + b"]]"),
    )
    text, ink = found.annotations
    assert len(text.contents) == 20_000
    assert len(text.name) == 256
    assert max(map(len, ink.strokes)) <= 8_000
    assert sum(len(stroke) // 2 for stroke in ink.strokes) - (len(ink.strokes) - 1) == 30_000


def test_control_characters_do_not_travel(client):
    (text,) = found_in(client, one(b"Text", more=b"/Contents(ab\\001[31mc\\rd)/T(x\\ny)")).annotations
    assert (text.contents, text.author) == ("ab[31mc\nd", "xy")


def test_a_hundred_thousand_are_read_up_to_the_bound(client):
    listed = b"[" + b"<</Subtype/Text/Rect[1 1 9 9]/Contents(x)>>" * 100_000 + b"]"
    data = odd_pdf((b"/MediaBox[0 0 595 842]/Annots" + listed,))
    with opened(client, BytesSource(data)) as info:
        found = read_annotations(client, info, 20_000)
    assert len(found.annotations) == 20_000
    assert not found.whole


def test_lines_with_an_arrow_point_to_their_end_and_others_are_strokes(client):
    found = found_in(
        client,
        one(b"Line", more=b"/L[1 2 3 4]/LE[/OpenArrow/None]"),
        one(b"Line", more=b"/L[1 2 3 4]/LE[/None/ClosedArrow]"),
        one(b"Line", more=b"/L[1 2 3 4]"),
    )
    assert [(a.kind, a.strokes[0]) for a in found.annotations] == [
        (AnnotationKind.LINE, (3.0, 4.0, 1.0, 2.0)),
        (AnnotationKind.LINE, (1.0, 2.0, 3.0, 4.0)),
        (AnnotationKind.INK, (1.0, 2.0, 3.0, 4.0)),
    ]


def test_the_identifiers_of_a_file_are_told_where_they_are_whole(client):
    data = odd_pdf().replace(b"/Root 1 0 R", b"/Root 1 0 R/ID[<00AB12><C0FFEE>]")
    with opened(client, BytesSource(data)) as info:
        assert frames(client, info).ids is None  # a zero byte: the binding can't tell it
    data = odd_pdf().replace(b"/Root 1 0 R", b"/Root 1 0 R/ID[<11AB12><C0FFEE>]")
    with opened(client, BytesSource(data)) as info:
        assert frames(client, info).ids == ("11AB12", "C0FFEE")


CORPUS = Path(os.environ.get("SOHOP_CORPUS", Path(__file__).parents[4] / "shared" / "data"))
OTHERS = sorted([*CORPUS.glob("pdf-annotated/**/*.pdf"), *CORPUS.glob("pdf-torture/**/*annot*.pdf")])


@pytest.mark.corpus
@pytest.mark.skipif(not OTHERS, reason="the shared material is not here")
def test_files_of_other_programs_are_read_and_copied(client):
    read, refused = 0, set()
    for path in OTHERS:
        data = path.read_bytes()
        try:
            with opened(client, BytesSource(data)) as info:
                found = read_annotations(client, info, 999).annotations
                made = copied(client, data, [a_mark(MarkKind.NOTE, text=LETTERS)])
        except PdfError as error:
            refused.add(error.code)
            continue
        with opened(client, BytesSource(made)) as info:
            again = read_annotations(client, info, 999).annotations
        assert len(again) == len(found) + 1, path
        assert LETTERS in [one.contents for one in again], path
        read += len(found)
    assert read > 20
    assert refused <= {PdfErrorCode.PASSWORD, PdfErrorCode.DAMAGED}


class Liar(PdfClient):
    """Its child answers something else."""

    def __init__(self, **answers: object) -> None:
        super().__init__()
        self.answers = answers

    def work(self, document, run, priority=Priority.TEXT):
        def lying(keeper):
            told = keeper.ask

            def ask(document, request, expected):
                answer = self.answers.get(expected.__name__)
                return told(document, request, expected) if answer is None else answer

            keeper.ask = ask
            try:
                return run(keeper)
            finally:
                del keeper.ask

        return super().work(document, lying, priority)


@pytest.mark.parametrize(
    "answer",
    [
        protocol.FrameList((Frame(1.0, 0.0, 0.0, 1.0, 0.0, 0.0),)),
        protocol.AnnotationList(
            (Annotation(page=17, kind=AnnotationKind.NOTE, box=(0.0, 0.0, 1.0, 1.0)),), 0, None
        ),
        protocol.AnnotationList((), 0, (0, 0)),
    ],
    ids=["pages that are not there", "a note on one of them", "going round in circles"],
)
def test_a_child_that_lies_is_refused(answer):
    client = Liar(**{type(answer).__name__: answer})
    try:
        with opened(client, BytesSource(odd_pdf())) as info:
            ask = frames if isinstance(answer, protocol.FrameList) else partial(read_annotations, most=9)
            with pytest.raises(PdfError) as refused:
                ask(client, info)
        assert refused.value.code is PdfErrorCode.REFUSED
    finally:
        client.close()
