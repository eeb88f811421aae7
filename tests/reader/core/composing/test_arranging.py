"""What agenda a folder makes."""

from hypothesis import given
from hypothesis import strategies as st

from reader.core.composing.arranging import Group, ordered, propose


def test_subfolders_are_items_in_the_order_of_their_numbers() -> None:
    groups = propose(
        ["10. Bế mạc/a.pdf", "2_Ngân sách/01 To trinh.pdf", "2_Ngân sách/Phu luc/1.pdf", "1 Khai mạc/b.pdf"]
    )
    assert [group.title for group in groups] == ["Khai mạc", "Ngân sách", "Bế mạc"]
    assert groups[1].files == ("2_Ngân sách/01 To trinh.pdf", "2_Ngân sách/Phu luc/1.pdf")


def test_numbers_of_two_levels_make_items() -> None:
    groups = propose(
        ["2.10 Phu luc.pdf", "2.9 Bao cao.pdf", "2 Ngan sach.pdf", "1.1 Thu moi.pdf", "Khac.pdf"]
    )
    assert groups == (
        Group("", ("1.1 Thu moi.pdf",), 1),
        Group("Ngan sach", ("2 Ngan sach.pdf", "2.9 Bao cao.pdf", "2.10 Phu luc.pdf"), 2),
        Group("", ("Khac.pdf",)),
    )


def test_other_files_are_one_item_in_the_natural_order() -> None:
    (group,) = propose(["Phu luc 10.pdf", "02_To-trinh.pdf", "Phu luc 9.pdf", "01_Giay-moi.pdf"])
    assert group == Group("", ("01_Giay-moi.pdf", "02_To-trinh.pdf", "Phu luc 9.pdf", "Phu luc 10.pdf"))


def test_a_symbol_is_no_number_of_an_item() -> None:
    (group,) = propose(["12-TTr-UBND.pdf", "9-TTr-UBND.pdf"])
    assert group.number == 0


def test_titles_are_plain_and_cut() -> None:
    (group,) = propose(["3 \u202e<b>Ngân sách" + "x" * 900 + "/a.pdf"])
    assert group.title.startswith("<b>Ngân sáchx")
    assert len(group.title) == 500


NAMES = st.text("0123456789. _-aB/ệ\u202e", min_size=1, max_size=20).filter(
    lambda name: not name.startswith("/")
)


@given(st.lists(NAMES, max_size=20, unique=True))
def test_every_file_has_exactly_one_place(names: list[str]) -> None:
    groups = propose(names)
    assert sorted(file for group in groups for file in group.files) == sorted(names)
    assert groups == propose(list(reversed(names))) or len(set(map(ordered, [names, names[::-1]]))) > 1
