"""What the desk knows of people's laptops: the last contact and its way, what has not come; and no more."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.packets import MEETING, MOTION, NOON

from reader.core import attending, counting, outstanding
from reader.core.contact_views import HeardView
from reader.core.count_views import Source
from reader.core.desk import desk
from reader.core.views import Readiness
from reader.store.contacts import Heard
from sync.model.counts import Means, Named
from sync.model.events import OpenMotion, ReportReady
from sync.model.ids import DeviceId
from sync.model.opinion import Attendance
from sync.model.rules import Secrecy
from sync.wire.bundle import Box, Head, hint
from sync.wire.bundle import Way as BundleWay
from sync.wire.desk import Cast, Contact, Turnout, Way
from sync.wire.digests import motion_digest
from sync.wire.letters import Item, PlannedItem
from sync.wire.messages import Delivered

MINUTE = 60_000


@pytest.fixture
def item(office):
    return office.item(office.document(b"%PDF- one"))


@pytest.fixture
def manifest(office, desk_book, item):
    """One document, one strict motion."""
    made = office.manifest(item)
    office.deliver(desk_book.vault, made, item)
    desk_book.vault.trust.put_roster(office.by_root(office.roster(2, (*office.desk, office.room))))
    return made


def heard(book, office, *contacts, teller=None):
    """A hub tells of laptops at noon by this laptop's clock, which is right."""
    told = [
        Contact(member.person, member.device, minutes * MINUTE, via, DeviceId(room), held)
        for member, minutes, via, room, held in contacts
    ]
    book.vault.contacts.put(told, NOON, *([] if teller is None else [teller]))


def report(book, office, manifest, member, complete=1, seq=1):
    body = ReportReady(
        manifest=office.signed(manifest).digest,
        version=manifest.version,
        documents=1,
        complete=complete,
        opened=True,
    )
    book.vault.events.add(Delivered(seq, NOON - timedelta(hours=1), office.event(member, body, seq=seq)))


def open_it(book, office, manifest):
    body = OpenMotion(motion=MOTION, motion_digest=motion_digest(manifest, manifest.motions[0]))
    book.vault.events.add(Delivered(40, NOON, office.event(office.chu, body, seq=40)))


def row_of(book, member):
    view = desk(book, MEETING)
    return next(row for row in view.rows if row.person == member.person)


def test_the_last_contact_is_told_with_its_way_and_the_room_hubs_name(desk_book, office, manifest):
    heard(
        desk_book,
        office,
        (office.lan, 90, Way.HUB, "", False),
        (office.lan, 5, Way.ROOM, office.room.device, False),
        (office.minh, 30, Way.USB, "", False),
    )
    assert row_of(desk_book, office.lan).heard == HeardView(
        NOON - timedelta(minutes=5), Way.ROOM, office.room.cert.name
    )
    assert row_of(desk_book, office.minh).heard == HeardView(NOON - timedelta(minutes=30), Way.USB)
    silent = row_of(desk_book, office.son)
    assert (silent.heard, bool(silent.owed), silent.readiness) == (None, False, Readiness.NOTHING)


def test_a_report_of_which_nobody_told_the_way_is_a_contact_without_one(desk_book, office, manifest):
    report(desk_book, office, manifest, office.lan)
    assert row_of(desk_book, office.lan).heard == HeardView(NOON - timedelta(hours=1))
    heard(desk_book, office, (office.lan, 60, Way.HUB, "", False))
    assert row_of(desk_book, office.lan).heard == HeardView(NOON - timedelta(hours=1), Way.HUB)
    heard(desk_book, office, (office.minh, 600, Way.HUB, "", False))
    report(desk_book, office, manifest, office.minh, seq=2)
    assert row_of(desk_book, office.minh).heard == HeardView(NOON - timedelta(hours=1))


def test_what_a_room_holds_is_said_until_it_or_the_office_says_otherwise(desk_book, office, manifest):
    room = office.room.device
    heard(desk_book, office, (office.lan, 9, Way.ROOM, room, True), teller=room)
    assert row_of(desk_book, office.lan).owed.held == office.room.cert.name
    heard(desk_book, office, (office.lan, 10, Way.ROOM, room, False))  # the office speaks of an hour before
    assert row_of(desk_book, office.lan).owed.held == office.room.cert.name
    heard(desk_book, office, (office.lan, 8, Way.ROOM, room, False))
    assert row_of(desk_book, office.lan).owed.held is None
    heard(desk_book, office, (office.lan, 9, Way.ROOM, room, True), teller=room)  # its own word is the best
    assert row_of(desk_book, office.lan).owed.held == office.room.cert.name


def test_whose_vote_has_not_come_by_any_way_is_told_while_the_motion_takes_votes(desk_book, office, manifest):
    assert row_of(desk_book, office.lan).owed.votes == ()
    open_it(desk_book, office, manifest)
    ballot = Cast(office.lan.person, NOON, Way.USB)
    desk_book.vault.packets.put_turnout(Turnout(motion=MOTION, meeting=MEETING, ballots=(ballot,)))
    counting.enter(
        desk_book, MEETING, MOTION, Means.PAPER, [Named(person=office.minh.person, choices=("c1",))]
    )
    assert row_of(desk_book, office.lan).owed.votes == ()
    assert row_of(desk_book, office.minh).owed.votes == ()  # on paper, and waits for the second person
    assert row_of(desk_book, office.son).owed.votes == (1,)
    (motion,) = desk(desk_book, MEETING).motions
    of_lan = next(row for row in motion.sheet.rows if row.person == office.lan.person)
    assert (of_lan.source, of_lan.via, of_lan.recorded) == (Source.BALLOT, Way.USB, NOON)


def test_of_whom_nobody_has_said_that_they_are_there_the_last_contact_is_shown(desk_book, office, manifest):
    heard(desk_book, office, *((one, 5, Way.HUB, "", False) for one in (office.lan, office.minh)))
    attending.put(desk_book, MEETING, office.minh.person, Attendance.PRESENT)
    rows = {row.person: row for row in desk(desk_book, MEETING).conduct.attendance.rows}
    assert rows[office.lan.person].state is None
    assert rows[office.lan.person].heard == HeardView(NOON - timedelta(minutes=5), Way.HUB)
    assert rows[office.minh.person].heard is None
    assert rows[office.son.person].heard is None


def test_nobody_is_missing_in_a_secret_vote(desk_book, office):
    motion = office.motion(secrecy=Secrecy.SECRET)
    manifest = office.manifest(motions=(motion,))
    office.deliver(desk_book.vault, manifest)
    open_it(desk_book, office, manifest)
    assert row_of(desk_book, office.son).owed.votes == ()


# --- what was copied to a stick


def head_for(*devices):
    boxes = tuple(Box(hint("a" * 32, device), 1, bytes(32)) for device in devices)
    return Head(
        way=BundleWay.OUT,
        tenant="t-1",
        office="HĐND",
        id="a" * 32,
        made=NOON,
        maker="hub",
        devices=len(devices),
        boxes=boxes,
    )


def planned(manifest):
    return [PlannedItem(Item(0, manifest.items[0], bytes(32)), ())]


def test_a_copy_on_a_stick_is_outstanding_until_the_laptop_says_that_all_is_there(
    desk_book, office, manifest
):
    heard(desk_book, office, *((one, 9, Way.HUB, "", False) for one in (office.lan, office.minh)))
    head = head_for(office.lan.device, office.thu.device)
    outstanding.note_copied(desk_book, head, planned(manifest), MEETING, NOON)
    assert row_of(desk_book, office.lan).owed.copied == NOON
    assert row_of(desk_book, office.minh).owed.copied is None  # it has no box in this bundle
    report(desk_book, office, manifest, office.lan, complete=0)
    assert row_of(desk_book, office.lan).owed.copied == NOON
    report(desk_book, office, manifest, office.lan, complete=1, seq=2)
    assert row_of(desk_book, office.lan).owed.copied is None


@pytest.mark.parametrize(("asked", "there"), [(MEETING, True), (None, False)])
def test_a_copy_that_goes_on_is_of_the_packets_whose_content_it_has(
    desk_book, office, manifest, asked, there
):
    heard(desk_book, office, (office.lan, 9, Way.HUB, "", False))
    foreign = [PlannedItem(Item(0, "f" * 64, bytes(32)), ())]
    outstanding.note_copied(desk_book, head_for(office.lan.device), foreign, asked, NOON)
    assert (row_of(desk_book, office.lan).owed.copied is not None) is there


def test_a_copy_of_an_older_version_is_no_help_with_the_new_one(desk_book, office, manifest, item):
    heard(desk_book, office, (office.lan, 9, Way.HUB, "", False))
    outstanding.note_copied(desk_book, head_for(office.lan.device), planned(manifest), MEETING, NOON)
    office.deliver(desk_book.vault, office.manifest(item, after=manifest), item)
    assert row_of(desk_book, office.lan).owed.copied is None


# --- pure


_HEARD = st.builds(
    Heard,
    person=st.just("p-lan"),
    device=st.sampled_from(["d-1", "d-2"]),
    at=st.integers(0, 5).map(lambda minutes: NOON - timedelta(minutes=minutes)),
    via=st.sampled_from(Way),
    room=st.just(""),
    held=st.booleans(),
)


@given(st.lists(_HEARD, max_size=6))
def test_the_last_contact_is_one_of_them_and_none_is_later_whatever_their_order(several):
    last = outstanding.last_heard(several)
    assert (last is None) == (not several)
    if last is not None:
        assert last in several
        assert all(one.at <= last.at for one in several)
        again = outstanding.last_heard(reversed(several))
        assert again is not None
        assert (again.at, again.via) == (last.at, last.via)
