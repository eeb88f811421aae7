"""Whom a row means, what is doubtful, and that importing twice changes nothing."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count

from hypothesis import given
from hypothesis import strategies as st

from sync.model.ids import PersonId
from sync.model.people import PersonEntry, Role
from sync.personnel.columns import Doubt, Line
from sync.personnel.plan import Plan, plan


def person(number: int, name: str, code: str = "", *, title: str = "") -> PersonEntry:
    return PersonEntry(
        person=PersonId(f"p-{number}"), name=name, title=title, roles=(Role.DELEGATE,), code=code
    )


def planned(lines: Sequence[Line], known: Sequence[PersonEntry] = ()) -> Plan:
    numbers = count(1000)
    return plan(lines, known, lambda: PersonId(f"p-{next(numbers)}"))


def applied(known: Sequence[PersonEntry], made: Plan) -> list[PersonEntry]:
    people = {one.person: one for one in known}
    people |= {one.person: one for one in made.entries}
    return list(people.values())


def test_a_new_name_without_a_role_comes_in_as_a_delegate_and_that_is_told() -> None:
    (change,) = planned([Line(2, "Lan")]).added
    assert change.after.roles == (Role.DELEGATE,)
    assert change.line.doubts == (Doubt.NO_ROLE,)


def test_a_known_name_keeps_what_the_row_does_not_say() -> None:
    made = planned([Line(2, "Lan", groups=("Tổ 1",))], [person(1, "Lan", "A", title="Phó ban")])
    (change,) = made.changed
    assert change.after.title == "Phó ban"
    assert change.after.groups == ("Tổ 1",)
    assert change.after.code == "A"


def test_a_code_renames_its_person() -> None:
    (change,) = planned([Line(2, "Lan Anh", code="A")], [person(1, "Lan", "A")]).changed
    assert change.after == person(1, "Lan Anh", "A")


def test_a_list_whose_codes_have_slipped_by_a_row_renames_nobody() -> None:
    known = [person(1, "Lan", "A"), person(2, "Minh", "B"), person(3, "Sơn", "C")]
    made = planned([Line(2, "Minh", code="A"), Line(3, "Sơn", code="B"), Line(4, "Lan", code="C")], known)
    assert [line.doubts for line in made.doubtful] == [(Doubt.OTHER_NAME,)] * 3
    assert not made.entries


def test_our_own_id_is_a_code_too_and_stays_out_of_the_offices_column() -> None:
    made = planned([Line(2, "Lan", title="Phó ban", code="p-1")], [person(1, "Lan")])
    assert made.changed[0].after == person(1, "Lan", title="Phó ban")


def test_two_of_one_name_are_doubtful_without_codes_and_two_people_with_them() -> None:
    without = planned([Line(2, "Lan"), Line(3, "Lan")])
    assert [line.doubts for line in without.doubtful] == [(Doubt.SAME_NAME,)] * 2
    assert len(planned([Line(2, "Lan", code="A"), Line(3, "Lan", code="B")]).added) == 2


def test_a_name_that_two_known_people_bear_is_doubtful() -> None:
    made = planned([Line(2, "Lan", title="X")], [person(1, "Lan", "A"), person(2, "Lan", "B")])
    assert made.doubtful[0].doubts == (Doubt.SAME_NAME,)
    assert not made.entries


def test_a_code_that_stands_twice_moves_nobody() -> None:
    made = planned([Line(2, "Lan", code="A"), Line(3, "Minh", code="A")], [person(1, "Lan", "A")])
    assert [line.doubts for line in made.doubtful] == [(Doubt.SAME_CODE,)] * 2
    both = planned([Line(2, "Lan", code="A"), Line(3, "Minh", code="p-1")], [person(1, "Lan", "A")])
    assert not both.entries


def test_a_doubtful_row_is_never_written() -> None:
    made = planned([Line(2, "Lan", doubts=(Doubt.FORMULA,)), Line(3, "", doubts=(Doubt.EMPTY,))])
    assert not made.entries
    assert len(made.doubtful) == 2


_names = st.sampled_from(["Lan", "Minh", "Thu", "An"])
_codes = st.sampled_from(["", "", "A", "B", "C"])
_lines = st.lists(
    st.builds(
        Line,
        number=st.just(0),
        name=_names,
        title=st.sampled_from(["", "Trưởng ban"]),
        code=_codes,
        roles=st.sampled_from([(), (Role.SECRETARY,)]),
        doubts=st.sampled_from([(), (), (Doubt.ROLE,)]),
    ),
    max_size=6,
).map(
    lambda lines: [
        Line(n, one.name, one.title, (), one.roles, one.code, one.doubts) for n, one in enumerate(lines)
    ]
)
_known = st.lists(st.tuples(_names, _codes), max_size=5).map(
    lambda rows: [
        person(n, name, "" if code in [c for _, c in rows[:n]] else code)
        for n, (name, code) in enumerate(rows)
    ]
)


@given(_lines, _known)
def test_importing_the_same_list_again_changes_nothing(lines: list[Line], known: list[PersonEntry]) -> None:
    first = planned(lines, known)
    after = applied(known, first)
    again = plan(lines, after)
    assert not again.entries
    assert len(again.doubtful) == len(first.doubtful)


@given(_lines, _known)
def test_every_row_is_told_once_and_nobody_is_written_twice(
    lines: list[Line], known: list[PersonEntry]
) -> None:
    made = planned(lines, known)
    told = [change.line.number for change in (*made.added, *made.changed)]
    told += [line.number for line in made.doubtful]
    assert len(told) == len(set(told))
    assert len(told) + made.same == len(lines)
    assert len({one.person for one in made.entries}) == len(made.entries)
    codes = [one.code for one in applied(known, made) if one.code]
    assert len(codes) == len(set(codes))
