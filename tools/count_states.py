"""Screens of counting by hand and on paper, made by hand, for the pictures of ``make shots``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from PySide6.QtWidgets import QWidget

from reader.core.count_views import EntryState, EntryView, HandView, Reconciliation, SheetRow, Source
from reader.core.owner import OwnerView
from reader.core.views import (
    BallotState,
    BallotView,
    DeskMotion,
    DeskView,
    ItemView,
    MeetingCard,
    MeetingView,
    MotionView,
    PacketState,
    RunAct,
    RunView,
)
from reader.ui.ballot.screen import BallotScreen
from reader.ui.desk.confirm_votes import ConfirmTotals
from reader.ui.desk.ending import EndDialog
from reader.ui.desk.enter import EnterDialog
from reader.ui.desk.screen import DeskScreen
from sync.errors import Code
from sync.model.counts import Means, Named, Totals
from sync.model.ids import Digest, EventId, ItemId, MeetingId, MotionId, PersonId
from sync.model.motion import Choice, MotionState
from sync.model.people import Role
from sync.model.rules import Base, MotionKind, Rule, Secrecy, Threshold, Timing

NOW = datetime.now(UTC).replace(second=0, microsecond=0)
_MEETING = MeetingId("ky-hop-5")
NAMES = (
    "Bùi Văn An", "Hoàng Thị Bích", "Bùi Thị Chiên", "Nguyễn Văn Cường", "Quách Văn Dũng", "Bùi Thị Đào",
    "Đinh Công Đạt", "Nguyễn Thị Hà", "Bùi Văn Hải", "Quách Thị Hằng", "Trần Văn Hiệp", "Bùi Văn Hòa",
    "Đinh Thị Huệ", "Nguyễn Mạnh Hùng", "Bùi Văn Khánh", "Quách Thị Lan", "Hoàng Thị Lượng", "Bùi Văn Mạnh",
    "Nguyễn Thị Nga", "Bùi Văn Nhất", "Đinh Văn Phúc", "Quách Văn Quyền", "Bùi Thị Thảo", "Bùi Văn Thực",
    "Nguyễn Văn Tuấn", "Đinh Thị Xuân",
)  # fmt: skip
_RULE = Rule(
    id="resolution", version=1, kind=MotionKind.RESOLUTION, title="Biểu quyết thông qua nghị quyết",
    title_en="Vote on a resolution", article="Điều 91", base=Base.TOTAL, threshold=Threshold(num=1, den=2),
    choices=("Tán thành", "Không tán thành", "Không biểu quyết"), timings=(Timing.STRICT,),
    secrecies=(Secrecy.OPEN, Secrecy.SECRET), checked=True,
)  # fmt: skip


def count_states() -> dict[str, Callable[[], QWidget]]:
    """Makers of whole screens, a dialog open on some, by the name of their picture."""
    return {
        "14-count-sheet": lambda: desk(counted()),
        "14-count-late": _late,
        "14-count-early-refused": lambda: desk(_refused()),
        "14-count-end-early": _end_early,
        "14-count-close": _close,
        "14-count-by-name": _by_name,
        "14-count-totals": _totals,
        "14-count-confirm": _confirm_named,
        "14-count-confirm-totals": _confirm_totals,
        "14-count-secret": lambda: desk(_secret()),
        "14-ballot-ended": lambda: ballot(_ended()),
        "14-ballot-by-hand": lambda: ballot(_by_hand()),
        "14-ballot-secret": lambda: ballot(motion(secrecy=Secrecy.SECRET)),
    }


def motion(**changed: Any) -> MotionView:
    """Being counted, with ``changed``."""
    made = MotionView(
        id=MotionId("nq-3"), meeting=_MEETING, item=ItemId("i-3"), number=3,
        title="Dự toán và phân bổ ngân sách năm 2027",
        question="Thông qua Nghị quyết về dự toán thu, chi ngân sách xã Suối Lam năm 2027",
        documents=(),
        choices=tuple(
            Choice(id=f"c{n}", label=label)
            for n, label in enumerate(("Tán thành", "Không tán thành", "Không biểu quyết"))
        ),
        max_choices=1, secrecy=Secrecy.OPEN, timing=Timing.STRICT, state=MotionState.OPEN,
        opened_at=NOW - timedelta(minutes=9), until=None, ask_passphrase=False, on_roll=True, rule=_RULE,
        ballot=BallotView(BallotState.NONE),
    )  # fmt: skip
    return replace(made, **changed)


def counted() -> DeskMotion:
    """Ballots of 17, hands and paper of some, two entries of the chair's that wait."""
    entries = (
        entry(4, 18, votes=Named(person=person(18), choices=("c0",)), may_confirm=True),
        entry(3, 19, votes=Named(person=person(19), choices=("c1",)), may_confirm=True),
        entry(2, *range(22, 26), votes=four(), may_confirm=True),
        entry(1, 17, state=EntryState.COUNTS, confirmer="Trần Thị Hạnh", votes=_hand(17)),
    )
    return with_entries(
        motion(state=MotionState.ENDED, ended_at=NOW - timedelta(minutes=2)), entries, late=(20,)
    )


def entry(number: int, *people: int, **changed: Any) -> EntryView:
    """The chair's, of these people."""
    made = EntryView(
        id=EventId(f"{number:064x}"), state=EntryState.WAITING, means=Means.PAPER, votes=None,
        persons=tuple(person(one) for one in people), names=tuple(NAMES[one] for one in people), reason="",
        author="Đinh Công Minh", entered_at=NOW - timedelta(minutes=1), sent=True, may_withdraw=True,
    )  # fmt: skip
    return replace(made, **changed)


def with_entries(
    of: MotionView, entries: Sequence[EntryView], late: Sequence[int] = (), ballots: int = 17, **more: Any
) -> DeskMotion:
    """A motion with these entries; the first ``ballots`` people have one, ``late`` have a late one."""

    def row(number: int, name: str) -> SheetRow:
        own = next((one for one in entries if person(number) in one.persons), None)
        source = Source.BALLOT if number < ballots else Source.LATE if number in late else Source.NOTHING
        if own is not None and own.state is EntryState.COUNTS:
            source = Source.HAND if own.means is Means.HAND else Source.PAPER
        ballot = Digest(f"{number:064x}") if number in late else None
        title = "Phó Trưởng ban Pháp chế" if number == 4 else ""
        return SheetRow(person(number), name, title, source, own, ballot, NOW if ballot else None)

    rows = tuple(row(number, name) for number, name in enumerate(NAMES))
    sheet = Reconciliation(rows, tuple(entries), admits=bool(late), enters=True)
    voted = NAMES[:ballots]
    return DeskMotion(of, voted, len(NAMES), NAMES[ballots:], sheet=sheet, **more)


def four() -> Totals:
    """The last four, counted together."""
    return Totals(
        persons=tuple(person(one) for one in range(22, 26)), returned=4, invalid=0,
        counts=(("c0", 3), ("c1", 1), ("c2", 0)), tellers=("Bùi Văn An", "Nguyễn Thị Hà"),
    )  # fmt: skip


def _hand(number: int) -> Named:
    return Named(person=person(number), choices=("c0",))


def _refused() -> DeskMotion:
    last = RunView(EventId("f" * 64), RunAct.CLOSE, Code.ENDED_EARLY)
    return replace(with_entries(motion(), ()), last=last)


def _secret() -> DeskMotion:
    secret = motion(
        id=MotionId("bau-1"), number=5, title="Bầu Ủy viên Ủy ban nhân dân xã", secrecy=Secrecy.SECRET,
        question="Bầu ông Quách Văn Dũng giữ chức Ủy viên Ủy ban nhân dân xã", state=MotionState.ENDED,
    )  # fmt: skip
    four = entry(5, *range(26), votes=everybody(), may_confirm=False, author="Trần Thị Hạnh")
    return with_entries(secret, (four,), ballots=0)


def everybody() -> Totals:
    """All 26, of whom 25 returned a ballot."""
    persons = tuple(person(one) for one in range(26))
    counts = (("c0", 21), ("c1", 3), ("c2", 0))
    return Totals(persons=persons, returned=25, invalid=1, counts=counts)


def desk(shown: DeskMotion) -> DeskScreen:
    """The page of votes, with another motion below."""
    screen = DeskScreen()
    other = replace(
        with_entries(motion(), ()),
        motion=motion(id=MotionId("nq-1"), number=1, title="Chương trình kỳ họp", state=MotionState.DRAFTED),
    )
    screen.set_view(page(shown, other), ())
    screen.tabs.choose(3)
    return screen


def page(*motions: DeskMotion, roles: tuple[Role, ...] = (Role.SECRETARY,)) -> DeskView:
    """What the desk is shown of these motions."""
    owner = OwnerView("Trần Thị Hạnh", "Thư ký", "HĐND xã Suối Lam", "2026–2031", roles)
    return DeskView(_card(), owner, 12, (), (), motions, as_of=NOW)


def _late() -> QWidget:
    screen = desk(counted())
    _choose(screen, "Đinh Văn Phúc")
    return screen


def _choose(screen: DeskScreen, name: str) -> None:
    sheet = screen.votes.sheet
    number = next(n for n, row in enumerate(sheet.shown) if row.title == name)
    sheet.rows.setCurrentIndex(sheet.rows.model().index(number, 0))


def later(screen: QWidget, act: Callable[[], object]) -> QWidget:
    """Dialogs come up over a window that is seen."""
    screen.resize(1366, 696)
    screen.show()
    act()
    return screen


def _end_early() -> QWidget:
    opened = motion(opened_at=NOW - timedelta(seconds=12))
    screen = desk(with_entries(opened, ()))

    def act() -> None:
        screen.votes.acts.act_button.click()
        dialog = screen.votes.acts.dialog
        assert isinstance(dialog, EndDialog)
        dialog.ways.choices[0].click()

    return later(screen, act)


def _close() -> QWidget:
    screen = desk(counted())
    return later(screen, screen.votes.acts.act_button.click)


def _enter(screen: DeskScreen) -> EnterDialog:
    screen.votes.sheet.enter_button.click()
    dialog = screen.votes.sheet.dialogs.dialog
    assert isinstance(dialog, EnterDialog)
    return dialog


def _by_name() -> QWidget:
    screen = desk(with_entries(motion(), ()))

    def act() -> None:
        form = _enter(screen).named
        form.picker.set_ticked([person(17), person(19)])
        form.choices.choices[0].click()
        form.add_button.click()
        form.picker.set_ticked([person(21)])
        form.choices.choices[1].click()

    return later(screen, act)


def _totals() -> QWidget:
    screen = desk(with_entries(motion(), ()))

    def act() -> None:
        dialog = _enter(screen)
        dialog.forms.choose(1)
        numbers = ("9", "0", "7", "1", "0")
        for field, number in zip(dialog.together.figures.fields.values(), numbers, strict=True):
            field.set_text(number)
        dialog.together.tellers.set_text("Bùi Văn An, Nguyễn Thị Hà")

    return later(screen, act)


def _confirm_named() -> QWidget:
    screen = desk(counted())
    return later(screen, screen.votes.sheet.waiting.buttons[0].click)


def _confirm_totals() -> QWidget:
    screen = desk(counted())

    def act() -> None:
        sheet = screen.votes.sheet
        sheet.dialogs.confirm_one(entry(2, *range(22, 26), votes=four(), may_confirm=True))
        dialog = sheet.dialogs.dialog
        assert isinstance(dialog, ConfirmTotals)
        for field, number in zip(dialog.figures.fields.values(), ("4", "0", "2", "2", "0"), strict=True):
            field.set_text(number)
        dialog.accept()

    return later(screen, act)


def _ended() -> MotionView:
    sealed = BallotView(
        BallotState.RECEIVED,
        ("c0",),
        "",
        NOW - timedelta(minutes=5),
        NOW - timedelta(minutes=4),
        proved=True,
    )
    return motion(state=MotionState.ENDED, ended_at=NOW - timedelta(minutes=1), ballot=sealed)


def _by_hand() -> MotionView:
    hand = HandView(EntryState.WAITING, Means.PAPER, ("c1",), "Trần Thị Hạnh", NOW - timedelta(minutes=1))
    return motion(state=MotionState.ENDED, ended_at=NOW - timedelta(minutes=1), by_hand=hand)


def ballot(shown: MotionView) -> QWidget:
    screen = BallotScreen()
    items = (ItemView(ItemId("i-3"), "3", "Ngân sách", "", None, ()),)
    screen.set_view(MeetingView(_card(), items, (replace(shown, number=1),), ()))
    return screen


def _card() -> MeetingCard:
    return MeetingCard(
        _MEETING, "Kỳ họp thứ năm, HĐND xã Suối Lam", "Kỳ họp thứ năm", "Kỳ họp", "Hội trường UBND xã", NOW,
        NOW + timedelta(hours=8), PacketState.COMPLETE, 2, 12, 12, 1, 1, 0, 0, "", NOW, 1,
    )  # fmt: skip


def person(number: int) -> PersonId:
    """By number, counted from 0 in the order of given names."""
    return PersonId(f"p-{number}")
