"""What a document is, guessed from its name and its first page: proposals that never invent."""

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.composing.guessing import Guess, guess, split_order
from reader.core.plain import plain_line

PAGE = """ỦY BAN NHÂN DÂN
XÃ SUỐI LAM
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Số: 12/TTr-UBND
Suối Lam, ngày 27 tháng 11 năm 2026
TỜ TRÌNH
Về dự toán thu, chi ngân sách và phân bổ ngân sách
xã Suối Lam năm 2027
Kính gửi: Hội đồng nhân dân xã Suối Lam.
Căn cứ Luật Ngân sách nhà nước""".splitlines()


def test_a_first_page_in_the_form_of_the_decree_says_it_all():
    assert guess("scan0001.pdf", PAGE) == Guess(
        order=(),
        kind="Tờ trình",
        symbol="12/TTr-UBND",
        issued=date(2026, 11, 27),
        issuer="Ủy ban nhân dân xã Suối Lam",
        summary="Về dự toán thu, chi ngân sách và phân bổ ngân sách xã Suối Lam năm 2027",
        name="Tờ trình 12/TTr-UBND",
    )


@pytest.mark.parametrize(
    ("file", "order", "kind", "symbol", "name"),
    [
        ("01_To trinh so 12-TTr-UBND.pdf", (1,), "Tờ trình", "12/TTr-UBND", "Tờ trình 12/TTr-UBND"),
        ("2.3 Báo cáo 215_BC_UBND.PDF", (2, 3), "Báo cáo", "215/BC-UBND", "Báo cáo 215/BC-UBND"),
        ("12-TTr-UBND.pdf", (), "Tờ trình", "12/TTr-UBND", "Tờ trình 12/TTr-UBND"),
        ("47-2020-NĐ-CP.pdf", (), "", "47/2020/NĐ-CP", "47/2020/NĐ-CP"),
        ("Nghị quyết 08/2026/NQ-HĐND.pdf", (), "", "", "NQ HĐND"),
        ("Nghi quyet so 08-NQ-HĐND.pdf", (), "Nghị quyết", "08/NQ-HĐND", "Nghị quyết 08/NQ-HĐND"),
        ("du thao nghi quyet ve ngan sach.docx", (), "Dự thảo", "", "Du thao nghi quyet ve ngan sach"),
        ("Agenda-January-17-2023.pdf", (), "", "", "Agenda January 17 2023"),
        ("07.pdf", (), "", "", "07"),
        ("2026 ke hoach.pdf", (), "Kế hoạch", "", "2026 ke hoach"),
        ("", (), "", "", ""),
    ],
)
def test_a_files_name_says_what_it_can(file, order, kind, symbol, name):
    found = guess(file)
    assert (found.order, found.kind, found.symbol, found.name) == (order, kind, symbol, name)


def test_the_page_goes_before_the_name():
    found = guess("03 Bao cao 1-BC-UBND.pdf", PAGE)
    assert (found.order, found.kind, found.symbol) == ((3,), "Tờ trình", "12/TTr-UBND")


def test_a_draft_is_called_by_both_its_lines():
    page = ["Số:      /NQ-HĐND", "DỰ THẢO", "NGHỊ QUYẾT", "Về dự toán năm 2027", "HỘI ĐỒNG NHÂN DÂN"]
    found = guess("05_Du-thao-nghi-quyet.pdf", page)
    assert (found.name, found.symbol, found.summary) == (
        "Dự thảo nghị quyết về dự toán năm 2027",
        "",
        "Về dự toán năm 2027",
    )


def test_of_twelve_annexes_each_is_called_by_what_it_is_about():
    assert guess("05_Phu luc.pdf", ["PHỤ LỤC", "Biểu chi ngân sách"]).name == "Phụ lục biểu chi ngân sách"
    assert guess("05_Phu luc 2 bieu chi.pdf", ["PHỤ LỤC"]).name == "Phu luc 2 bieu chi"
    assert guess("05_quet.pdf", ["PHỤ LỤC"]).name == "Phụ lục"


def test_a_date_in_the_text_is_not_the_documents():
    assert guess("a.pdf", ["BÁO CÁO", "Kết quả", "Hôm nay, ngày 12 tháng 11 năm 2026"]).issued is None


def test_capitals_without_a_symbol_are_no_office():
    assert guess("a.pdf", ["MINUTES", "TOWNSHIP OF NIPISSING", "Present: all"]).issuer == ""


def test_a_letter_says_what_it_is_about_under_its_symbol():
    page = ["UBND XÃ SUỐI LAM", "Số: 9/UBND-VP", "V/v chuẩn bị kỳ họp", "cuối năm 2026", "Kính gửi: Các thôn"]
    assert guess("a.pdf", page).summary == "V/v chuẩn bị kỳ họp cuối năm 2026"


def test_a_date_that_no_calendar_has_is_no_date():
    assert guess("a.pdf", ["Suối Lam, ngày 31 tháng 2 năm 2026"]).issued is None


def test_orders_are_compared_as_numbers():
    names = ["10 c", "2 b", "1.10 a2", "1.9 a1"]
    assert sorted(names, key=lambda name: split_order(name)[0]) == ["1.9 a1", "1.10 a2", "2 b", "10 c"]


@given(st.text(max_size=300), st.lists(st.text(max_size=600), max_size=60))
def test_whatever_a_stranger_wrote_becomes_bounded_plain_text(file, lines):
    found = guess(file, lines)
    for text in (found.kind, found.symbol, found.issuer, found.summary, found.name):
        assert len(text) <= 500
        assert text == plain_line(text)
        assert not any(unicodedata.category(char) in {"Cc", "Cf", "Cs"} for char in text)
