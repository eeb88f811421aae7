"""Administration with forty people, made by hand: for the pictures of ``make shots``."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import count

from msgspec.structs import replace
from PySide6.QtWidgets import QWidget

from reader.core.admin_views import CodeView, LaptopRow, OfficeView, office_view
from reader.ui.admin.code_dialogs import CodeDialog, IssueDialog
from reader.ui.admin.import_dialog import ImportDialog
from reader.ui.admin.laptop_dialogs import LaptopDialog
from reader.ui.admin.person_dialog import PersonDialog
from reader.ui.admin.room_dialogs import NewRoomDialog, RoomDialog
from reader.ui.admin.screen import AdminScreen, Tab
from reader.ui.admin.sign_dialog import SignDialog
from reader.ui.widgets import Dialog
from sync.audit import Audit
from sync.errors import Code, SohopError
from sync.model.ids import DeviceId, MeetingId, PersonId, TenantId
from sync.model.people import PersonEntry, Role
from sync.personnel.columns import Doubt
from sync.personnel.columns import Line as FileLine
from sync.personnel.plan import Plan, plan
from sync.trust.proposals import Proposal
from sync.wire.admin import (
    AuditPage,
    AuditRow,
    BackupRow,
    CodeRow,
    DeviceRow,
    MeetingRow,
    Overview,
    Storage,
)
from sync.wire.invitation import Invitation, link
from sync.wire.statements import DeviceCert, Roster

_HUB = DeviceId("d-r")
_NAMES = (
    *("Quách Thị Lan", "Bùi Văn Nhất", "Trần Thị Thu", "Lê Văn Duyệt", "Đinh Công Sự", "Hà Thị Mai"),
    *("Nguyễn Hoàng Thị Phương Anh", "Bạch Văn Đức", "Xa Thị Hiền", "Phạm Minh Tuấn", "Lường Văn Én"),
)


def admin_states() -> dict[str, Callable[[], QWidget]]:
    """Makers of whole screens, by the name of their picture."""
    return {
        "20-admin-people": lambda: _screen(Tab.PEOPLE),
        "20-admin-laptops": lambda: _screen(Tab.LAPTOPS),
        "20-admin-codes": lambda: _screen(Tab.CODES),
        "20-admin-storage": lambda: _screen(Tab.STORAGE),
        "20-admin-log": lambda: _screen(Tab.LOG),
        "20-admin-office": lambda: _screen(Tab.OFFICE),
        "20-admin-offline": _offline,
    }


def admin_dialogs() -> dict[str, Callable[[QWidget], Dialog]]:
    """Dialogs over such a screen."""
    view = office()
    return {
        "21-admin-import": lambda window: ImportDialog(window, "danh-sach-dai-bieu.xlsx", _plan(view)),
        "21-admin-person": lambda window: PersonDialog(window, view.people[3]),
        "21-admin-issue": lambda window: IssueDialog(window, view),
        "21-admin-code": lambda window: CodeDialog(window, fresh_code()),
        "21-admin-revoke": lambda window: LaptopDialog(window, view.laptops[1]),
        "21-admin-room-new": NewRoomDialog,
        "21-admin-room": lambda window: RoomDialog(window, _room(view), view.overview.meetings),
        "21-admin-sign": lambda window: SignDialog(window, _proposal()),
    }


def office() -> OfficeView:
    """An office of forty, some with laptops, one waiting for the root, a backup that is three days old."""
    now = datetime.now(UTC)
    people = tuple(
        PersonEntry(
            person=PersonId(f"p-{n}"),
            name=_NAMES[n % len(_NAMES)] if n < len(_NAMES) else f"{_NAMES[n % len(_NAMES)]} {n}",
            title="Ủy viên Ban Kinh tế – Xã hội" if n % 3 else "",
            roles=(Role.SECRETARY, Role.DELEGATE) if n == 2 else (Role.DELEGATE,),
            groups=(f"Tổ {n % 4 + 1}", "Ban Pháp chế") if n % 5 == 0 else (f"Tổ {n % 4 + 1}",),
            code=f"DB{n:02}",
        )
        for n in range(40)
    )
    devices = tuple(
        DeviceRow(
            device=DeviceId(f"d-{n}"),
            person=PersonId(f"p-{n}"),
            laptop=f"VP-LAPTOP-{n:02}",
            roles=people[n].roles,
            enrolled=now - timedelta(days=40 - n),
            seen=now - timedelta(hours=3 * n) if n else None,
            revoked=now - timedelta(days=2) if n == 7 else None,
            waits=n == 2,
        )
        for n in range(28)
    )
    hub = PersonEntry(person=PersonId("p-r"), name="Phòng họp lớn", roles=(Role.ROOM_HUB,))
    devices += (
        DeviceRow(
            device=_HUB,
            person=hub.person,
            laptop="VP-LAPTOP-05",
            roles=hub.roles,
            enrolled=now - timedelta(days=3),
            seen=now - timedelta(minutes=4),
            carries=(MeetingId("hop-5"),),
        ),
    )
    meetings = tuple(
        MeetingRow(meeting=MeetingId(f"hop-{n}"), title=title, starts=now + timedelta(days=9 * (n - 4)))
        for n, title in (
            (5, "Kỳ họp thứ năm, Hội đồng nhân dân xã Suối Lam khóa IV, nhiệm kỳ 2026–2031"),
            (4, "Phiên họp Thường trực Hội đồng nhân dân tháng 11"),
        )
    )
    codes = tuple(
        CodeRow(person=PersonId(f"p-{n}"), made=now, expires=now + timedelta(days=7)) for n in range(28, 34)
    )
    overview = Overview(
        tenant=TenantId("t-1"),
        name="HĐND xã Suối Lam",
        term="Nhiệm kỳ 2026–2031",
        time=now,
        version="0.1.0",
        roster=4,
        unsigned=True,
        mark=80,
        people=(*people, hub),
        devices=devices,
        meetings=meetings,
        codes=codes,
        storage=Storage(database=48 << 20, documents=2300 << 20, free=61 << 30, total=120 << 30),
        backup=BackupRow(taken=now - timedelta(days=3), copies=30, folder="/media/usb", version="0.1.0"),
    )
    return office_view(overview, DeviceId("d-5"))


def _room(view: OfficeView) -> LaptopRow:
    found = view.laptop(_HUB)
    assert found is not None
    return found


def fresh_code() -> CodeView:
    """A code as long as real ones are."""
    invitation = Invitation(
        address="https://hop.suoilam.example.vn:8743",
        secret="0123456789ABCDEFGHJK",
        ca="x" * 640,
        root_key="ab" * 32,
    )
    return CodeView(
        person=PersonId("p-28"),
        name="Hà Thị Mai",
        title="Ủy viên Ban Kinh tế – Xã hội",
        office="HĐND xã Suối Lam",
        emblem=b"",
        address=invitation.address,
        code="01234-56789-ABCDE-FGHJK",
        link=link(invitation),
        expires=datetime.now(UTC) + timedelta(days=7),
    )


def _screen(tab: Tab) -> AdminScreen:
    screen, view = AdminScreen(), office()
    screen.set_view(view, {"p-28": fresh_code()})
    numbers = count(400, -1)
    kinds = (Audit.REVOKED, Audit.ROSTER_SIGNED, Audit.INVITED, Audit.PERSON_ADDED, Audit.ENROLLED)
    rows = tuple(
        AuditRow(
            seq=next(numbers),
            at=view.overview.time - timedelta(minutes=17 * n),
            kind=kinds[n % len(kinds)],
            person=f"p-{n}",
            device=f"d-{n}" if n % 5 in (0, 4) else "",
            by_person="p-5" if n % 5 != 4 else "",
        )
        for n in range(20)
    )
    screen.log.set_page(AuditPage(rows=rows, more=True), further=False)
    screen.show_tab(tab)
    return screen


def _offline() -> AdminScreen:
    screen = _screen(Tab.PEOPLE)
    screen.problem(SohopError(Code.OFFLINE))
    return screen


def _plan(view: OfficeView) -> Plan:
    lines = [FileLine(n + 5, f"Người mới {n}", "Ủy viên", ("Tổ 1",), (), f"M{n}") for n in range(12)]
    lines += [FileLine(30, "=HYPERLINK(…)", doubts=(Doubt.FORMULA,))]
    lines += [FileLine(31, "Lan"), FileLine(32, "Lan")]
    lines += [FileLine(33, "Quách Thị Lan Anh", code="DB00")]
    return plan(lines, view.overview.people)


def _proposal() -> Proposal:
    cert = DeviceCert(
        device=DeviceId("d-2"),
        person=PersonId("p-2"),
        name="Trần Thị Thu",
        roles=(Role.SECRETARY, Role.DELEGATE),
        sign_key=bytes(range(32)),
        box_key=bytes(32),
        laptop="VP-LAPTOP-02",
    )
    gone = DeviceCert(
        device=DeviceId("d-7"),
        person=PersonId("p-7"),
        name="Bạch Văn Đức",
        roles=(Role.TELLER,),
        sign_key=bytes(range(1, 33)),
        box_key=bytes(32),
        laptop="VP-LAPTOP-07",
    )
    roster = Roster(
        tenant=TenantId("t-1"),
        name="HĐND phường Suối Lam",
        number=5,
        issued=datetime.now(UTC),
        online_key=bytes(32),
        box_key=bytes(32),
    )
    before = replace(cert, device=DeviceId("d-nga"), name="Ngân Thị Hằng", title="Chánh Văn phòng", laptop="")
    called = ((before, replace(before, name="Ngân Thị Thu Hằng")),)
    room = replace(cert, device=_HUB, name="Phòng họp lớn", roles=(Role.ROOM_HUB,))
    return Proposal(b"", roster, (cert,), (gone,), called, renamed=True, emblem=False, rooms=(room,))
