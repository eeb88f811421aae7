"""Counting at the desk: nothing ends early by accident, nothing filled in is lost, two persons agree."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from msgspec import structs
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reader.core.count_views import EntryState, EntryView, Source
from reader.core.views import DeskMotion, HeardView, RunAct, RunView, Way
from reader.ui.desk import count_words
from reader.ui.desk.confirm_votes import ConfirmNamed, ConfirmTotals
from reader.ui.desk.ending import CloseDialog, EndDialog
from reader.ui.desk.enter import EnterDialog
from reader.ui.desk.enter_named import NamedForm
from reader.ui.desk.enter_totals import TotalsForm
from reader.ui.desk.reason import ReasonDialog
from reader.ui.desk.scene import scene
from reader.ui.desk.screen import DeskScreen
from reader.ui.desk.sheet import SheetPage
from reader.ui.format import moment_text
from reader.ui.widgets.button import Button
from reader.ui.widgets.paragraph import Paragraph
from sync.errors import Code, SohopError
from sync.model.counts import Means, Named, Totals
from sync.model.ids import EventId
from sync.model.motion import Choice, MotionState
from sync.model.people import Role
from sync.model.rules import Form, Secrecy, Timing
from tools.count_states import (
    NAMES,
    NOW,
    counted,
    desk,
    entry,
    everybody,
    four,
    motion,
    page,
    person,
    with_entries,
)


def shown_of(qtbot: QtBot, shown: DeskMotion) -> DeskScreen:
    screen = desk(shown)
    qtbot.addWidget(screen)
    screen.resize(1366, 696)
    screen.show()
    return screen


def show(screen: DeskScreen, shown: DeskMotion, **more: object) -> None:
    view = page(shown)
    screen.set_view(replace(view, **more), ())


def choose(sheet: SheetPage, name: str) -> None:
    number = next(n for n, row in enumerate(sheet.shown) if row.title == name)
    sheet.rows.setCurrentIndex(sheet.rows.model().index(number, 0))


def ending(screen: DeskScreen) -> EndDialog:
    screen.votes.acts.act_button.click()
    dialog = screen.votes.acts.dialog
    assert isinstance(dialog, EndDialog)
    return dialog


def entering(screen: DeskScreen, together: bool = False) -> EnterDialog:
    screen.votes.sheet.enter_button.click()
    dialog = screen.votes.sheet.dialogs.dialog
    assert isinstance(dialog, EnterDialog)
    if together:
        dialog.forms.choose(1)
    return dialog


def fill(form: TotalsForm | ConfirmTotals, *numbers: int) -> None:
    fields = form.figures.fields.values()
    for field, number in zip(fields, numbers, strict=True):
        field.set_text(str(number))


def dropping(form: NamedForm) -> list[Button]:
    """The buttons that take a group away again."""
    return [
        one for one in form.findChildren(Button) if one.accessibleName() == "Bỏ nhóm này" and one.isVisible()
    ]


def words(*pages: QWidget) -> list[str]:
    return [one.text() for page in pages for one in page.findChildren(Paragraph)]


# --- ending -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("way", "signal"), [(0, "closeRequested"), (1, "endRequested")])
def test_a_vote_ends_in_one_of_two_ways_and_in_none_unasked(qtbot: QtBot, way: int, signal: str) -> None:
    screen = shown_of(qtbot, with_entries(motion(), ()))
    dialog = ending(screen)
    assert dialog.accessibleDescription() == "3. Dự toán và phân bổ ngân sách năm 2027"
    dialog.accept()
    assert dialog.isVisible()
    dialog.ways.choices[way].click()
    assert dialog.confirm.isHidden()  # it has been open for minutes
    with qtbot.waitSignal(getattr(screen.votes.acts, signal)) as sent:
        dialog.accept()
    assert sent.args == ["nq-3", False]


def test_hardly_opened_a_vote_ends_only_when_that_is_confirmed_too(qtbot: QtBot) -> None:
    screen = shown_of(qtbot, with_entries(motion(opened_at=NOW - timedelta(seconds=12)), ()))
    dialog = ending(screen)
    dialog.ways.choices[0].click()
    assert dialog.early.accessibleName() == "Mới mở được 12 giây"
    dialog.accept()
    assert dialog.isVisible()
    dialog.confirm.click()
    with qtbot.waitSignal(screen.votes.acts.closeRequested) as sent:
        dialog.accept()
    assert sent.args == ["nq-3", True]


def test_a_vote_collected_over_days_may_end_at_any_second(qtbot: QtBot) -> None:
    fresh = motion(timing=Timing.SEALED_UNTIL, opened_at=NOW - timedelta(seconds=3))
    assert ending(shown_of(qtbot, with_entries(fresh, ()))).confirm.isHidden()


def test_what_the_hub_found_too_early_is_said_with_the_way_to_do_it_again(qtbot: QtBot) -> None:
    shown = with_entries(motion(), ())
    screen = shown_of(qtbot, shown)
    acts = screen.votes.acts
    assert acts.told.isHidden()
    refused = RunView(EventId("f" * 64), RunAct.END, Code.ENDED_EARLY)
    show(screen, replace(shown, last=refused))
    assert "30 giây" in acts.told.accessibleDescription()
    acts.told.buttons[0].click()
    dialog = acts.dialog
    assert isinstance(dialog, EndDialog)
    dialog.ways.choices[1].click()
    dialog.accept()
    assert dialog.isVisible()  # whatever this laptop's clock says
    dialog.confirm.click()
    with qtbot.waitSignal(acts.endRequested) as sent:
        dialog.accept()
    assert sent.args == ["nq-3", True]
    acts.told.buttons[1].click()
    assert acts.told.isHidden()
    show(screen, replace(shown, last=refused))
    assert acts.told.isHidden()
    show(screen, replace(shown, last=replace(refused, id=EventId("e" * 64))))
    assert not acts.told.isHidden()


def test_while_an_act_waits_to_be_sent_no_other_is_asked_for(qtbot: QtBot) -> None:
    shown = with_entries(motion(), ())
    screen = shown_of(qtbot, replace(shown, last=RunView(EventId("f" * 64), RunAct.CLOSE)))
    assert not screen.votes.acts.act_button.isEnabled()
    qtbot.waitUntil(lambda: not screen.votes.acts.told.isHidden(), timeout=4_000)
    show(screen, shown)
    assert screen.votes.acts.act_button.isEnabled()
    assert screen.votes.acts.told.isHidden()


def test_announcing_says_what_will_not_count(qtbot: QtBot) -> None:
    screen = shown_of(qtbot, counted())
    assert screen.votes.acts.act_button.text() == "Công bố kết quả…"
    screen.votes.acts.act_button.click()
    dialog = screen.votes.acts.dialog
    assert isinstance(dialog, CloseDialog)
    said = dialog.waits.banner.accessibleDescription()
    assert "3 lần ghi phiếu chưa có người thứ hai" in said
    assert "1 người chưa có phiếu nào" in said
    with qtbot.waitSignal(screen.votes.acts.closeRequested) as sent:
        dialog.accept()
    assert sent.args == ["nq-3", False]


def test_while_it_is_counted_the_room_sees_how_many_and_no_choice(qtbot: QtBot) -> None:
    shown = counted()
    made = scene(page(shown), shown)
    assert (made.state, made.verdict.text, made.figures) == ("Đang kiểm phiếu", "Đã có 18/26 phiếu", ())
    assert "thành" not in made.spoken


# --- the sheet --------------------------------------------------------------------------------------------


def test_everybody_has_one_source_in_the_order_of_given_names(qtbot: QtBot) -> None:
    sheet = shown_of(qtbot, counted()).votes.sheet
    assert [row.title for row in sheet.shown] == list(NAMES)
    assert sheet.sums.startswith("Máy 17 · giơ tay 0 · phiếu giấy 1 · đến muộn chưa tính 1 · chưa có 7")
    by_name = {row.title: row for row in sheet.shown}
    assert by_name["Bùi Văn An"].right == "Phiếu trên máy"
    assert by_name["Bùi Văn Mạnh"].right == "Phiếu giấy"
    assert by_name["Nguyễn Thị Nga"].note == "Chờ người thứ hai · Phiếu giấy: Tán thành"
    assert by_name["Đinh Văn Phúc"].right == "Đến muộn, chưa tính"
    assert not any("thành" in row.note for row in sheet.shown[:17])  # no choice of a ballot on a laptop


def test_the_sheet_is_narrowed_by_source_and_by_name_without_accents(qtbot: QtBot) -> None:
    sheet = shown_of(qtbot, counted()).votes.sheet
    sheet.search.set_text("bui van")
    assert [row.title for row in sheet.shown] == [name for name in NAMES if name.startswith("Bùi Văn")]
    sheet.filter.setCurrentIndex(1)
    assert [row.title for row in sheet.shown] == ["Bùi Văn Nhất", "Bùi Văn Thực"]
    sheet.search.set_text("")
    assert len(sheet.shown) == 6


def test_who_is_chosen_stays_chosen_when_a_view_arrives(qtbot: QtBot) -> None:
    screen = shown_of(qtbot, counted())
    choose(screen.votes.sheet, "Nguyễn Thị Nga")
    show(screen, counted())
    assert "Nguyễn Thị Nga – Phiếu giấy: Tán thành" in screen.votes.sheet.strip.text


def test_while_an_act_is_written_the_roll_stays_as_it_is(qtbot: QtBot) -> None:
    sheet = shown_of(qtbot, counted()).votes.sheet
    choose(sheet, "Nguyễn Thị Nga")
    with qtbot.assertNotEmitted(sheet.rows.model().dataChanged):
        sheet.set_busy(True)
    assert not sheet.enter_button.isEnabled()
    assert not sheet.strip.confirm_button.isEnabled()
    sheet.set_busy(False)
    assert sheet.enter_button.isEnabled()
    assert sheet.strip.confirm_button.isEnabled()


def test_of_an_entry_taken_back_it_is_said_why() -> None:
    (one, *_) = counted().sheet.entries
    gone = replace(one, state=EntryState.WITHDRAWN, withdrawal="nhầm\nngười")
    assert count_words.entry_state(gone, ()).text == "Đã rút, không tính: nhầm người"
    assert count_words.entry_state(replace(gone, withdrawal=""), ()).text == "Đã rút, không tính"


def test_who_may_not_enter_only_reads(qtbot: QtBot) -> None:
    screen = shown_of(qtbot, counted())
    shown = counted()
    quiet = tuple(replace(one, may_confirm=False, may_withdraw=False) for one in shown.sheet.entries)
    sheet = replace(shown.sheet, enters=False, entries=quiet)
    view = page(replace(shown, sheet=sheet), roles=(Role.APPROVER,))
    screen.set_view(view, ())
    assert screen.votes.sheet.enter_button.isHidden()
    assert screen.votes.sheet.waiting.buttons[0].isHidden()
    assert screen.votes.acts.act_button.isHidden()


# --- entering ---------------------------------------------------------------------------------------------


def test_several_groups_are_entered_by_name_each_person_as_an_entry_of_its_own(qtbot: QtBot) -> None:
    screen = shown_of(qtbot, with_entries(motion(), ()))
    dialog = entering(screen)
    form = dialog.named
    form.picker.set_ticked([person(17), person(19)])
    form.choices.choices[0].click()
    form.add_button.click()
    assert person(17) not in [row.key for row in form.picker.list.rows]
    form.means.choose(1)
    form.picker.set_ticked([person(21)])
    form.choices.choices[1].click()
    with qtbot.waitSignal(screen.votes.sheet.dialogs.enterRequested) as sent:
        dialog.accept()
    assert sent.args == [
        "nq-3",
        [
            (Means.HAND, [Named(person=person(one), choices=("c0",)) for one in (17, 19)]),
            (Means.PAPER, [Named(person=person(21), choices=("c1",))]),
        ],
    ]


def test_people_are_ticked_with_the_keyboard(qtbot: QtBot) -> None:
    form = entering(shown_of(qtbot, with_entries(motion(), ()))).named
    form.picker.list.setCurrentIndex(form.picker.list.model().index(0, 0))
    QTest.keyClick(form.picker.list, Qt.Key.Key_Down)
    QTest.keyClick(form.picker.list, Qt.Key.Key_Space)
    assert form.picker.ticked == (person(18),)
    form.picker.search.set_text("manh")
    assert form.picker.ticked == (person(18),)  # not to be seen, and still ticked


def test_ticked_people_without_a_choice_are_not_left_out_in_silence(qtbot: QtBot) -> None:
    dialog = entering(shown_of(qtbot, with_entries(motion(), ())))
    assert dialog.action_button is not None
    dialog.named.picker.set_ticked([person(17)])
    dialog.named.choices.choices[0].click()
    dialog.named.add_button.click()
    assert dialog.action_button.isEnabled()
    dialog.named.picker.list.setCurrentIndex(dialog.named.picker.list.model().index(0, 0))
    QTest.keyClick(dialog.named.picker.list, Qt.Key.Key_Space)
    assert not dialog.action_button.isEnabled()
    assert dialog.named.lacks == "Chọn phiếu của 1 người đã đánh dấu."


def test_the_sheet_says_how_a_ballot_came_or_where_its_voters_laptop_is(qtbot: QtBot) -> None:
    at = NOW - timedelta(minutes=3)

    def said(source: Source, room: str | None = None, **known: object) -> str:
        shown = with_entries(motion(room=room), ())
        row = replace(shown.sheet.rows[0], source=source, title="Trưởng ban", **known)
        return count_words.row_note(shown.motion, row, None).text

    recorded = f"Đã ghi nhận lúc {moment_text(at)}"
    ballot = {"source": Source.BALLOT, "recorded": at}
    assert said(**ballot, via=Way.USB) == f"{recorded} · USB · Trưởng ban"
    assert said(**ballot, via=Way.ROOM) == f"{recorded} · trạm phòng họp · Trưởng ban"
    assert said(**ballot, via=Way.ROOM, room="Hội trường") == f"{recorded} · trạm “Hội trường” · Trưởng ban"
    heard = HeardView(at, Way.HUB)
    contact = f"Liên lạc {moment_text(at)} · máy chủ cơ quan · Trưởng ban"
    assert said(Source.NOTHING, heard=heard) == contact
    assert said(Source.NOTHING) == said(Source.HAND, heard=heard) == "Trưởng ban"
    held = "Trạm phòng họp đang giữ việc của máy này, chưa lên máy chủ"
    assert said(Source.NOTHING, heard=heard, held="Hội trường") == held
    # what the room itself records it would have said
    assert said(Source.NOTHING, heard=heard, held="Hội trường", room="Hội trường") == contact


def test_what_is_half_filled_survives_a_view_but_for_who_has_a_vote_by_now(qtbot: QtBot) -> None:
    shown = with_entries(motion(), ())
    screen = shown_of(qtbot, shown)
    dialog = entering(screen)
    dialog.named.picker.set_ticked([person(17), person(19)])
    dialog.named.choices.choices[0].click()
    show(screen, with_entries(motion(), (), ballots=18))
    assert dialog.named.picker.ticked == (person(19),)
    assert dialog.named.choices.chosen == (0,)
    assert NAMES[17] in dialog.banner.accessibleName()


def test_a_ballot_that_arrives_is_no_warning_to_who_has_filled_nothing_in(qtbot: QtBot) -> None:
    screen = shown_of(qtbot, with_entries(motion(), ()))
    dialog = entering(screen)
    show(screen, with_entries(motion(), (), ballots=18))
    assert dialog.banner.isHidden()
    fill(dialog.together, 8, 0, 8, 0, 0)
    show(screen, with_entries(motion(), (), ballots=19))
    assert NAMES[18] in dialog.banner.accessibleName()


def test_the_keyboard_stays_on_a_group_when_a_view_arrives(qtbot: QtBot) -> None:
    screen = shown_of(qtbot, with_entries(motion(), ()))
    dialog = entering(screen)
    form = dialog.named
    form.picker.set_ticked([person(17), person(19)])
    form.choices.choices[0].click()
    form.add_button.click()
    qtbot.waitUntil(lambda: dropping(form) != [])
    (drop,) = dropping(form)
    dialog.activateWindow()
    drop.setFocus()
    qtbot.waitUntil(drop.hasFocus)
    show(screen, with_entries(motion(), ()))
    assert drop.hasFocus()
    show(screen, with_entries(motion(), (), ballots=18))
    assert form.groups[0].persons == (person(19),)
    qtbot.waitUntil(lambda: dropping(form) not in ([], [drop]))
    dropping(form)[0].click()
    assert form.groups == []
    assert dropping(form) == []


def test_closing_asks_when_something_would_be_lost(qtbot: QtBot) -> None:
    screen = shown_of(qtbot, with_entries(motion(), ()))
    dialog = entering(screen)
    dialog.reject()
    assert not dialog.isVisible()
    dialog = entering(screen)
    dialog.named.choices.choices[0].click()
    dialog.reject()
    assert dialog.isVisible()
    assert dialog.asking is not None
    dialog.asking.reject()
    assert dialog.named.choices.chosen == (0,)
    dialog.reject()
    assert dialog.asking is not None
    dialog.asking.accept()
    assert not dialog.isVisible()


def test_a_refusal_is_said_where_it_was_filled_in_and_nothing_is_lost(qtbot: QtBot) -> None:
    screen = shown_of(qtbot, with_entries(motion(), ()))
    dialog = entering(screen)
    dialog.named.picker.set_ticked([person(17)])
    dialog.named.choices.choices[0].click()
    dialog.accept()
    assert dialog.action_button is not None
    assert not dialog.action_button.isEnabled()
    assert screen.votes.sheet.dialogs.problem(SohopError(Code.COUNTS_ALREADY))
    assert "Mỗi người chỉ được tính một lần" in dialog.banner.accessibleDescription()
    assert dialog.named.picker.ticked == (person(17),)
    assert dialog.action_button.isEnabled()


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        ((10, 0, 9, 1, 0), "Thu về 10 nhưng chỉ phát ra 9."),
        ((5, 6, 0, 0, 0), "Không hợp lệ 6 nhưng thu về 5."),
        ((9, 0, 7, 1, 0), "Hợp lệ 9 nhưng các lựa chọn cộng lại là 8."),
        ((5, 1, 6, 0, 0), "Tán thành: 6, nhưng chỉ có 4 phiếu hợp lệ."),
    ],
)
def test_figures_that_do_not_fit_are_named_and_not_entered(
    qtbot: QtBot, numbers: tuple[int, ...], said: str
) -> None:
    dialog = entering(shown_of(qtbot, with_entries(motion(), ())), together=True)
    fill(dialog.together, *numbers)
    assert dialog.together.lacks == said
    assert dialog.action_button is not None
    assert not dialog.action_button.isEnabled()
    dialog.accept()
    assert dialog.isVisible()


def test_votes_counted_together_are_those_of_all_who_have_nothing(qtbot: QtBot) -> None:
    screen = shown_of(qtbot, with_entries(motion(), ()))
    dialog = entering(screen, together=True)
    assert dialog.together.lacks.startswith("Chưa nhập: Thu về")
    fill(dialog.together, 8, 1, 6, 1, 0)
    dialog.together.tellers.set_text("Bà Hà,  ông  An ,")
    with qtbot.waitSignal(screen.votes.sheet.dialogs.enterRequested) as sent:
        dialog.accept()
    votes = Totals(
        persons=tuple(person(one) for one in range(17, 26)),
        returned=8,
        invalid=1,
        counts=(("c0", 6), ("c1", 1), ("c2", 0)),
        tellers=("Bà Hà", "ông An"),
    )
    assert sent.args == ["nq-3", [(Means.PAPER, [votes])]]


def test_an_election_takes_several_choices_or_none(qtbot: QtBot) -> None:
    names = tuple(Choice(id=f"u{n}", label=f"Ứng viên {n}") for n in range(3))
    rule = structs.replace(motion().rule, form=Form.EACH)
    election = motion(choices=names, max_choices=2, rule=rule)
    screen = shown_of(qtbot, with_entries(election, ()))
    form = entering(screen).named
    form.picker.set_ticked([person(20)])
    assert form.votes == [(Means.HAND, [Named(person=person(20), choices=())])]
    form.choices.choices[0].click()
    form.choices.choices[2].click()
    form.choices.choices[1].click()  # one too many
    assert form.votes == [(Means.HAND, [Named(person=person(20), choices=("u0", "u2"))])]
    dialog = screen.votes.sheet.dialogs.dialog
    assert isinstance(dialog, EnterDialog)
    dialog.forms.choose(1)
    fill(dialog.together, 9, 0, 9, 9, 1)
    assert "nhiều hơn 9 phiếu × 2" in dialog.together.lacks
    fill(dialog.together, 9, 0, 9, 8, 1)
    assert dialog.together.lacks == ""


# --- the second person ------------------------------------------------------------------------------------


def test_the_second_person_reads_the_list_and_confirms_what_is_left_ticked(qtbot: QtBot) -> None:
    screen = shown_of(qtbot, counted())
    sheet = screen.votes.sheet
    sheet.waiting.buttons[0].click()
    dialog = sheet.dialogs.dialog
    assert isinstance(dialog, ConfirmNamed)
    said = [(row.text, row.note) for row in dialog.list.rows]
    assert said == [
        ("Nguyễn Thị Nga", "Phiếu giấy: Tán thành"),
        ("Bùi Văn Nhất", "Phiếu giấy: Không tán thành"),
    ]
    dialog.list.setCurrentIndex(dialog.list.model().index(1, 0))
    QTest.keyClick(dialog.list, Qt.Key.Key_Space)
    with qtbot.waitSignal(sheet.dialogs.confirmRequested) as sent:
        dialog.accept()
    assert sent.args == ["nq-3", (f"{4:064x}",)]


def together(screen: DeskScreen) -> ConfirmTotals:
    sheet = screen.votes.sheet
    choose(sheet, "Bùi Thị Thảo")
    assert "Tán thành 3" not in sheet.strip.text  # the figures are not shown to who is to count again
    sheet.strip.confirm_button.click()
    dialog = sheet.dialogs.dialog
    assert isinstance(dialog, ConfirmTotals)
    return dialog


def test_a_count_is_confirmed_by_the_same_figures_only(qtbot: QtBot) -> None:
    screen = shown_of(qtbot, counted())
    dialog = together(screen)
    confirmed: list[object] = []
    screen.votes.sheet.dialogs.confirmRequested.connect(lambda _motion, entries: confirmed.append(entries))
    fill(dialog, 4, 0, 2, 2, 0)
    dialog.accept()
    assert dialog.isVisible()
    assert dialog.differing == ["c0", "c1"]
    assert confirmed == []
    fill(dialog, 4, 0, 3, 1, 0)
    assert dialog.differing == []
    dialog.accept()
    assert confirmed == [(f"{2:064x}",)]


def test_a_count_that_was_wrong_the_first_time_is_withdrawn_for_a_reason(qtbot: QtBot) -> None:
    screen = shown_of(qtbot, counted())
    dialog = together(screen)
    fill(dialog, 4, 0, 4, 0, 0)
    assert dialog.withdraw_button.isHidden()
    dialog.accept()
    dialog.withdraw_button.click()
    asked = screen.votes.sheet.dialogs.dialog
    assert isinstance(asked, ReasonDialog)
    asked.accept()
    assert asked.isVisible()
    asked.field.set_text("đếm nhầm")
    with qtbot.waitSignal(screen.votes.sheet.dialogs.withdrawRequested) as sent:
        asked.accept()
    assert sent.args == ["nq-3", f"{2:064x}", "đếm nhầm"]


def test_the_first_person_sees_for_whom_an_entry_waits_and_where_it_is(qtbot: QtBot) -> None:
    own = entry(7, 18, votes=Named(person=person(18), choices=("c0",)), sent=False, author="Trần Thị Hạnh")
    screen = shown_of(qtbot, with_entries(motion(state=MotionState.ENDED), (own,)))
    sheet = screen.votes.sheet
    choose(sheet, "Nguyễn Thị Nga")
    assert "Chờ gửi tới hệ thống" in sheet.strip.text
    assert sheet.strip.confirm_button.isHidden()
    show(screen, with_entries(motion(state=MotionState.ENDED), (replace(own, sent=True),)))
    assert "chờ người thứ hai (chủ tọa hoặc người kiểm phiếu)" in sheet.strip.text
    assert "chủ tọa hoặc người kiểm phiếu" in sheet.waiting.accessibleDescription()
    counts = replace(own, sent=True, state=EntryState.COUNTS, confirmer="Đinh Công Minh")
    show(screen, with_entries(motion(state=MotionState.ENDED), (counts,)))
    assert "Được tính; Đinh Công Minh đã xác nhận" in sheet.strip.text


@pytest.mark.parametrize(
    ("state", "code", "said"),
    [
        (EntryState.REFUSED, Code.COUNTS_ALREADY, "Không được nhận. Mỗi người chỉ được tính một lần"),
        (EntryState.WAITING, Code.SECOND_PERSON, "Lần xác nhận không được nhận. Phải là người thứ hai"),
    ],
)
def test_a_refusal_stands_at_the_entry_in_plain_words(
    qtbot: QtBot, state: EntryState, code: Code, said: str
) -> None:
    votes = Named(person=person(18), choices=("c0",))
    refused = entry(7, 18, votes=votes, state=state, refusal=code)
    shown = with_entries(motion(state=MotionState.ENDED), (refused,))
    if state is EntryState.REFUSED:
        rows = tuple(replace(row, entry=None) for row in shown.sheet.rows)
        shown = replace(shown, sheet=replace(shown.sheet, rows=rows))
    sheet = shown_of(qtbot, shown).votes.sheet
    choose(sheet, "Nguyễn Thị Nga")
    assert said in sheet.strip.text


def test_a_teller_has_the_page_of_the_votes_and_nothing_else_of_the_desk(qtbot: QtBot) -> None:
    screen = DeskScreen(votes_only=True)
    qtbot.addWidget(screen)
    screen.resize(1366, 696)
    screen.show()
    others = (screen.ready, screen.running, screen.opinions)
    before = words(*others)
    screen.set_view(page(counted(), roles=(Role.TELLER,)), ())
    assert screen.votes.isVisible()
    assert not screen.ready.isVisible()
    assert words(*others) == before
    assert screen.papers_button.isHidden()
    assert screen.votes.acts.act_button.isHidden()
    assert screen.votes.sheet.waiting.buttons[0].isVisible()


# --- late ballots -----------------------------------------------------------------------------------------


def test_a_late_ballot_is_put_forward_for_a_reason(qtbot: QtBot) -> None:
    screen = shown_of(qtbot, counted())
    sheet = screen.votes.sheet
    choose(sheet, "Đinh Văn Phúc")
    sheet.strip.admit_button.click()
    dialog = sheet.dialogs.dialog
    assert isinstance(dialog, ReasonDialog)
    dialog.field.set_text("Mất mạng tại thôn")
    with qtbot.waitSignal(sheet.dialogs.admitRequested) as sent:
        dialog.accept()
    assert sent.args == ["nq-3", f"{20:064x}", "Mất mạng tại thôn"]


def test_where_the_policy_admits_no_late_ballot_the_line_says_so(qtbot: QtBot) -> None:
    shown = counted()
    screen = shown_of(qtbot, replace(shown, sheet=replace(shown.sheet, admits=False)))
    sheet = screen.votes.sheet
    choose(sheet, "Đinh Văn Phúc")
    assert "không cho tính phiếu đến muộn" in sheet.strip.text
    assert sheet.strip.admit_button.isHidden()


# --- secret motions ---------------------------------------------------------------------------------------


def secret(state: MotionState, *entries: EntryView) -> DeskMotion:
    return with_entries(motion(secrecy=Secrecy.SECRET, state=state), entries, ballots=0)


@pytest.mark.parametrize(
    ("state", "text"),
    [
        (MotionState.DRAFTED, "Mở biểu quyết…"),
        (MotionState.OPEN, "Kết thúc biểu quyết…"),
        (MotionState.ENDED, "Công bố kết quả…"),
    ],
)
def test_a_secret_motion_is_opened_ended_and_announced_like_any_other(
    qtbot: QtBot, state: MotionState, text: str
) -> None:
    screen = shown_of(qtbot, secret(state))
    button = screen.votes.acts.act_button
    assert (button.isVisible(), button.text()) == (True, text)


def test_of_a_secret_motion_nobody_is_named(qtbot: QtBot) -> None:
    screen = shown_of(qtbot, secret(MotionState.OPEN, entry(5, *range(26), votes=everybody())))
    sheet = screen.votes.sheet
    assert [row.title for row in sheet.shown] == [
        "Phiếu giấy, đếm chung 26 người: thu về 25, không hợp lệ 1; "
        "Tán thành 21, Không tán thành 3, Không biểu quyết 0"
    ]
    assert sheet.search.isHidden()
    show(screen, secret(MotionState.OPEN))
    dialog = entering(screen)
    assert dialog.forms.isHidden()
    fill(dialog.together, 25, 1, 21, 3, 0)
    votes = dialog.together.votes
    assert votes is not None
    assert votes[0] is Means.PAPER


def test_four_counted_together_are_four_votes() -> None:
    entries = (entry(2, *range(22, 26), votes=four(), state=EntryState.COUNTS),)
    shown = with_entries(motion(), entries)
    assert shown.sheet.votes == 21
    assert {row.source for row in shown.sheet.rows[22:]} == {Source.PAPER}
