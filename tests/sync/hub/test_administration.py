"""Administration over the line: what it does, once and durably; and everybody who may not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from secrets import token_bytes

import pytest
from msgspec.structs import replace
from support.administrators import Admin, enrol_admin
from support.pictures import a_png
from support.world import World

from sync.audit import Audit
from sync.errors import Code, SohopError
from sync.hub.backup import back_up
from sync.model.ids import DeviceId, PersonId
from sync.model.people import PersonEntry, Role
from sync.wire.admin import (
    AuditAsk,
    AuditRow,
    InvitePeople,
    KeepPeople,
    PutCarried,
    PutOffice,
    PutRoster,
    RevokeDevice,
)
from sync.wire.codec import decode_payload, encode_payload
from sync.wire.envelope import Kind, seal
from sync.wire.statements import ROOT, Roster


@pytest.fixture
def admin(world: World) -> Iterator[Admin]:
    made = enrol_admin(world)
    yield made
    made.close()


def refused(work: object) -> Code:
    assert callable(work)
    with pytest.raises(SohopError) as error:
        work()
    return error.value.code


def audit(admin: Admin, **which: object) -> list[AuditRow]:
    return list(admin.line.audit(AuditAsk(**which)).rows)  # type: ignore[arg-type]


def test_the_overview_shows_people_laptops_codes_room_and_backups(world: World, admin: Admin) -> None:
    world.lan.exchange()
    back_up(world.office.folder, world.office.folder.parent / "copies", datetime.now(UTC))
    guest = world.office.add("Khách mới", Role.GUEST)
    world.office.invite(guest)
    seen = admin.line.look()
    assert {one.name for one in seen.people} >= {"Nguyễn Thị Lan", "Vũ Thị Quản", "Khách mới"}
    lan = next(row for row in seen.devices if row.device == world.lan.cert.device)
    assert lan.seen is not None
    assert abs(lan.seen - datetime.now(UTC)) < timedelta(minutes=1)
    assert [row.person for row in seen.codes] == [guest]
    assert seen.storage.database > 0
    assert seen.storage.free > 0
    assert seen.backup is not None
    assert seen.backup.copies == 1
    assert not seen.unsigned


def test_people_are_added_and_changed_all_or_none_and_the_desk_hears_of_groups(
    world: World, admin: Admin
) -> None:
    new = PersonEntry(
        person=PersonId("p-new"), name="Lò Văn Mới", roles=(Role.DELEGATE,), groups=("Tổ 1",), code="A"
    )
    admin.keep(new)
    told = world.secretary.exchange().people
    assert told is not None
    assert new in told
    twin = replace(new, person=PersonId("p-twin"))
    other = PersonEntry(person=PersonId("p-other"), name="Người khác", roles=(Role.GUEST,))
    assert refused(lambda: admin.keep(other, twin)) is Code.PERSON_CODE_TAKEN
    assert "Người khác" not in {one.name for one in admin.line.look().people}
    rows = audit(admin, kinds=(Audit.PERSON_ADDED,), person="p-new")
    assert [row.by_device for row in rows] == [admin.laptop.cert.device]


def test_a_list_planned_on_an_older_state_is_not_written(world: World, admin: Admin) -> None:
    mark = admin.line.look().mark
    world.office.add("Người vừa thêm", Role.GUEST)
    late = KeepPeople(
        act=token_bytes(16),
        mark=mark,
        people=(PersonEntry(person=PersonId("p-1"), name="X", roles=(Role.GUEST,)),),
    )
    assert refused(lambda: admin.line.keep_people(late)) is Code.PEOPLE_CHANGED


def test_who_leaves_loses_laptops_and_codes_and_is_named_no_more(world: World, admin: Admin) -> None:
    lan = world.lan.cert
    world.office.invite(lan.person)
    admin.keep(leave=(lan.person,))
    seen = admin.line.look()
    assert lan.person not in {one.person for one in seen.people}
    assert not seen.codes
    assert next(row for row in seen.devices if row.device == lan.device).revoked is not None
    assert refused(lambda: admin.invite(lan.person)) is Code.UNKNOWN_PERSON


def test_an_act_that_is_sent_twice_happens_once_and_is_answered_alike(world: World, admin: Admin) -> None:
    asked = InvitePeople(act=token_bytes(16), people=(world.lan.cert.person,))
    first = admin.line.invite(asked)
    assert admin.line.invite(asked) == first
    rows = audit(admin, kinds=(Audit.INVITED,), person=world.lan.cert.person)
    assert [row.by_device for row in rows] == [admin.laptop.cert.device, ""]  # "": when the office was made


def test_another_administrator_cannot_repeat_an_act_to_read_its_codes(world: World, admin: Admin) -> None:
    asked = InvitePeople(act=token_bytes(16), people=(world.lan.cert.person,))
    admin.line.invite(asked)
    other = enrol_admin(world)
    try:
        assert refused(lambda: other.line.invite(asked)) is Code.NOT_PERMITTED
    finally:
        other.close()


def test_a_revoked_laptop_hears_nothing_more_and_the_log_says_who_did_it(world: World, admin: Admin) -> None:
    world.lan.exchange()
    admin.revoke(world.lan.cert.device)
    assert refused(world.lan.exchange) is Code.TOKEN_EXPIRED
    (row,) = audit(admin, kinds=(Audit.REVOKED,))
    assert (row.device, row.by_person) == (world.lan.cert.device, admin.laptop.cert.person)
    assert refused(lambda: admin.revoke(DeviceId("d-none"))) is Code.UNKNOWN_DEVICE
    assert refused(lambda: admin.revoke(admin.laptop.cert.device)) is Code.OWN_DEVICE


def test_a_roster_is_signed_away_from_the_hub_and_lets_a_new_secretary_in(world: World, admin: Admin) -> None:
    laptop = world.enrol(world.office.add("Thư Ký Mới", Role.SECRETARY))
    assert admin.line.look().unsigned
    envelope = admin.signed()
    admin.line.put_roster(PutRoster(roster=envelope))
    admin.line.put_roster(PutRoster(roster=envelope))  # the answer was lost
    assert not admin.line.look().unsigned
    laptop.sign_in()
    laptop.upload([])
    rows = audit(admin, kinds=(Audit.ROSTER_SIGNED,))
    assert rows[0].by_device == admin.laptop.cert.device
    laptop.close()


def test_a_roster_that_is_not_what_the_hub_would_sign_is_refused(world: World, admin: Admin) -> None:
    envelope = admin.signed()
    world.enrol(world.office.add("Thư Ký Mới", Role.SECRETARY)).close()
    assert refused(lambda: admin.line.put_roster(PutRoster(roster=envelope))) is Code.ROSTER_CHANGED
    admin.sign()
    assert refused(lambda: admin.line.put_roster(PutRoster(roster=envelope))) is Code.OTHER_ROSTER


def test_a_roster_under_another_key_than_the_roots_is_refused(world: World, admin: Admin) -> None:
    payload = admin.line.draft().payload
    forged = seal(Kind.ROSTER, world.tenant, payload, ROOT, admin.laptop.key)
    assert refused(lambda: admin.line.put_roster(PutRoster(roster=forged))) is Code.BAD_SIGNATURE


def test_name_and_emblem_reach_laptops_with_the_roots_signature(world: World, admin: Admin) -> None:
    admin.line.put_office(PutOffice(act=token_bytes(16), name="HĐND phường Suối Lam", emblem=a_png()))
    assert admin.line.look().unsigned
    before = world.lan.exchange().roster
    assert before is not None
    assert decode_payload(before.payload, Roster).name == "HĐND xã Suối Lam"
    admin.sign()
    reply = world.lan.exchange()
    assert reply.roster is not None
    signed = decode_payload(reply.roster.payload, Roster)
    assert (signed.name, signed.emblem) == ("HĐND phường Suối Lam", a_png())
    assert [row.by_person for row in audit(admin, kinds=(Audit.OFFICE_CHANGED,))] == [
        admin.laptop.cert.person
    ]


def test_an_emblem_that_is_more_than_pixels_is_refused(admin: Admin) -> None:
    asked = PutOffice(act=token_bytes(16), name="X", emblem=b"<svg/>")
    assert refused(lambda: admin.line.put_office(asked)) is Code.EMBLEM_WRONG


def test_the_audit_is_filtered_and_paged(world: World, admin: Admin) -> None:
    many = [
        PersonEntry(person=PersonId(f"p-{n}"), name=f"Người {n}", roles=(Role.GUEST,)) for n in range(250)
    ]
    admin.keep(*many)
    first = admin.line.audit(AuditAsk(kinds=(Audit.PERSON_ADDED,), person=admin.laptop.cert.person))
    assert len(first.rows) == 200
    assert first.more
    rest = admin.line.audit(
        AuditAsk(kinds=(Audit.PERSON_ADDED,), person=admin.laptop.cert.person, before=first.rows[-1].seq)
    )
    assert len(first.rows) + len(rest.rows) == 251  # and the one by whom the administrator came in
    assert not rest.more
    ahead = datetime.now(UTC) + timedelta(hours=1)
    assert not audit(admin, since=ahead)
    assert not audit(admin, until=datetime(2020, 1, 1, tzinfo=UTC))


def every_act(admin: Admin, victim: PersonId) -> list[object]:
    one = PersonEntry(person=victim, name="X", roles=(Role.ADMIN,))
    act = token_bytes(16)
    roster = seal(Kind.ROSTER, admin.world.tenant, b"{}", ROOT, admin.laptop.key)
    line = admin.line
    return [
        line.look,
        lambda: line.keep_people(KeepPeople(act=act, mark=0, people=(one,))),
        lambda: line.invite(InvitePeople(act=act, people=(victim,))),
        lambda: line.revoke(RevokeDevice(act=act, device=DeviceId("d-x"))),
        line.draft,
        lambda: line.put_roster(PutRoster(roster=roster)),
        lambda: line.audit(AuditAsk()),
        lambda: line.put_office(PutOffice(act=act, name="X")),
        lambda: line.carry(PutCarried(act=act, device=DeviceId("d-x"))),
    ]


@pytest.mark.parametrize("who", ["lan", "secretary", "approver", "chair", "guest"])
def test_nobody_else_administers_anything(world: World, who: str) -> None:
    outsider = Admin(world, getattr(world, who))
    for act in every_act(outsider, world.minh.cert.person):
        assert refused(act) is Code.NOT_PERMITTED
    outsider.line.close()


def test_an_administrator_whom_the_root_has_not_signed_does_nothing(world: World) -> None:
    unsigned = enrol_admin(world, sign=False)
    for act in every_act(unsigned, world.minh.cert.person):
        assert refused(act) is Code.NOT_YET_ON_ROSTER
    unsigned.close()


def test_a_revoked_administrator_does_nothing_not_even_with_an_old_token(world: World, admin: Admin) -> None:
    admin.line.look()
    world.office.revoke(admin.laptop.cert.device)
    for act in every_act(admin, world.minh.cert.person):
        assert refused(act) in {Code.NOT_PERMITTED, Code.DEVICE_REVOKED}


def test_who_is_administrator_no_more_does_nothing_from_that_moment(world: World, admin: Admin) -> None:
    other = enrol_admin(world)
    demoted = next(one for one in admin.line.look().people if one.person == admin.laptop.cert.person)
    asked = InvitePeople(act=token_bytes(16), people=(world.lan.cert.person,))
    admin.line.invite(asked)
    other.keep(replace(demoted, roles=(Role.GUEST,)))
    assert refused(lambda: admin.line.invite(asked)) is Code.NOT_PERMITTED  # nor is the answer given again
    assert refused(admin.line.look) is Code.NOT_PERMITTED
    other.close()


def test_an_administrator_cannot_leave_or_demote_themselves(admin: Admin) -> None:
    own = next(one for one in admin.line.look().people if one.person == admin.laptop.cert.person)
    assert refused(lambda: admin.keep(leave=(own.person,))) is Code.OWN_DEVICE
    assert refused(lambda: admin.keep(replace(own, roles=(Role.GUEST,)))) is Code.OWN_DEVICE


def test_making_oneself_secretary_gives_nothing_before_the_root_signs(world: World, admin: Admin) -> None:
    own = next(one for one in admin.line.look().people if one.person == admin.laptop.cert.person)
    admin.keep(replace(own, roles=(Role.SECRETARY, Role.APPROVER, Role.ADMIN)))
    admin.laptop.sign_in()
    assert refused(lambda: admin.laptop.upload([])) is Code.NOT_PERMITTED
    code = admin.invite(own.person).codes[0]
    again = world.office.invite(own.person)  # a second laptop, with the roles of now
    assert code.secret != again.secret
    thief = world.enrol(own.person)
    thief.sign_in()
    assert refused(lambda: thief.upload([])) is Code.NOT_PERMITTED
    thief.close()


def test_a_draft_names_present_names_and_keeps_the_roles_of_the_enrolment(world: World, admin: Admin) -> None:
    thu = next(one for one in admin.line.look().people if one.name == "Trần Thị Thu")
    admin.keep(replace(thu, name="Trần Thị Thu Hà", roles=(Role.CHAIR,)))
    roster = admin.sign()
    cert = next(cert for cert in roster.office if cert.person == thu.person)
    assert (cert.name, cert.roles) == ("Trần Thị Thu Hà", (Role.SECRETARY,))
    assert encode_payload(roster)


def test_the_last_contact_is_written_down_with_the_next_token(world: World, admin: Admin) -> None:
    world.lan.exchange()
    device = world.lan.cert.device
    noted = world.hub.contacts.unwritten()[device]
    world.minh.sign_in()
    assert device not in world.hub.contacts.unwritten()
    seen = next(row for row in admin.line.look().devices if row.device == device).seen
    assert seen is not None
    assert round(seen.timestamp() * 1000) == noted
