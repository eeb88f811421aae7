"""What administration says: roles, states of laptops, why rows are doubtful, kinds of the log."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from enum import IntEnum

from PySide6.QtCore import QCoreApplication

from reader.core.admin_views import LaptopRow, OfficeView, PersonRow
from reader.ui.format import date_text, language, moment_text
from reader.ui.plain import plain_line
from reader.ui.theme import Tone
from sync.audit import MEANINGS, Audit
from sync.model.people import Role
from sync.personnel.columns import Doubt
from sync.wire.admin import AuditRow

_UNSEEN = "…"


def role_names() -> dict[Role, str]:
    """What each role is called that a person can be given."""
    return {
        Role.DELEGATE: QCoreApplication.translate("Admin", "Đại biểu"),
        Role.SECRETARY: QCoreApplication.translate("Admin", "Thư ký"),
        Role.APPROVER: QCoreApplication.translate("Admin", "Người phê duyệt"),
        Role.CHAIR: QCoreApplication.translate("Admin", "Chủ tọa"),
        Role.TELLER: QCoreApplication.translate("Admin", "Người kiểm phiếu"),
        Role.GUEST: QCoreApplication.translate("Admin", "Khách mời"),
        Role.ADMIN: QCoreApplication.translate("Admin", "Người quản trị"),
    }


def roles_text(roles: Iterable[Role]) -> str:
    """These roles in a line."""
    names = {**role_names(), Role.ROOM_HUB: QCoreApplication.translate("Admin", "Trạm phòng họp")}
    return ", ".join(names[role] for role in roles)


def person_note(row: PersonRow) -> str:
    """Title, groups and roles of a person."""
    entry = row.entry
    parts = (entry.title, *entry.groups, roles_text(entry.roles))
    return plain_line(" · ".join(part for part in parts if part))


def person_state(row: PersonRow) -> tuple[str, Tone, str]:
    """Whether a person has a laptop: words, tone, icon."""
    if any(one.row.waits for one in row.laptops):
        return QCoreApplication.translate("Admin", "Máy chờ khóa gốc ký"), Tone.WAIT, "stamp"
    if row.roles_differ:
        return QCoreApplication.translate("Admin", "Máy giữ vai trò cũ"), Tone.WAIT, "warning"
    if len(row.laptops) > 1:
        said = QCoreApplication.translate("Admin", "{n} máy", None, len(row.laptops))
        return said.format(n=len(row.laptops)), Tone.OK, "desktop"
    if row.laptops:
        return QCoreApplication.translate("Admin", "Có máy"), Tone.OK, "desktop"
    if row.code_until is not None:
        said = QCoreApplication.translate("Admin", "Mã đến {day}").format(day=date_text(row.code_until))
        return said, Tone.INFO, "key"
    return QCoreApplication.translate("Admin", "Chưa có máy"), Tone.PLAIN, ""


def laptop_note(one: LaptopRow) -> str:
    """When it was enrolled and last heard of."""
    row = one.row
    enrolled = QCoreApplication.translate("Admin", "Ghi danh {day}").format(day=date_text(row.enrolled))
    if row.revoked is not None:
        ended = QCoreApplication.translate("Admin", "thu hồi {time}").format(time=moment_text(row.revoked))
        return f"{enrolled} · {ended}"
    if one.is_room:
        told = QCoreApplication.translate("Admin", "Trạm phòng họp, mang {n} kỳ họp")
        return f"{told.format(n=len(row.carries))} · {seen_text(row.seen)}"
    return f"{enrolled} · {seen_text(row.seen)}"


def seen_text(seen: datetime | None) -> str:
    """The last contact."""
    if seen is None:
        return QCoreApplication.translate("Admin", "chưa liên lạc")
    return QCoreApplication.translate("Admin", "liên lạc {time}").format(time=moment_text(seen))


def laptop_title(one: LaptopRow) -> str:
    """Whose it is and what it calls itself."""
    return plain_line(f"{one.name or _UNSEEN}, “{one.row.laptop}”" if one.row.laptop else one.name)


def laptop_state(one: LaptopRow) -> tuple[str, Tone, str]:
    """Words, tone, icon."""
    if one.row.revoked is not None:
        return QCoreApplication.translate("Admin", "Đã thu hồi quyền"), Tone.PLAIN, "prohibit"
    if one.row.waits:
        return QCoreApplication.translate("Admin", "Chờ khóa gốc ký"), Tone.WAIT, "stamp"
    if one.own:
        return QCoreApplication.translate("Admin", "Máy này"), Tone.INFO, "desktop"
    if one.row.votes:
        return QCoreApplication.translate("Admin", "Đang dùng, để biểu quyết"), Tone.OK, "check"
    return QCoreApplication.translate("Admin", "Đang dùng"), Tone.OK, "check"


def doubt_text(doubt: Doubt) -> str:
    """Why a row of a list is left out, or what was done to it."""
    return {
        Doubt.HIDDEN: QCoreApplication.translate("Admin", "đã bỏ ký tự ẩn"),
        Doubt.NO_ROLE: QCoreApplication.translate("Admin", "không ghi vai trò: là đại biểu"),
        Doubt.EMPTY: QCoreApplication.translate("Admin", "không có tên"),
        Doubt.LONG: QCoreApplication.translate("Admin", "quá dài"),
        Doubt.FORMULA: QCoreApplication.translate("Admin", "ô chứa công thức"),
        Doubt.NO_NAME: QCoreApplication.translate("Admin", "tên không có chữ cái"),
        Doubt.ROLE: QCoreApplication.translate("Admin", "vai trò lạ"),
        Doubt.SAME_NAME: QCoreApplication.translate("Admin", "trùng tên với người khác; thêm cột Mã"),
        Doubt.SAME_CODE: QCoreApplication.translate("Admin", "mã có hai lần"),
        Doubt.OTHER_NAME: QCoreApplication.translate("Admin", "mã và tên là của hai người"),
    }[doubt]


class LogKind(IntEnum):
    """What the log is filtered by."""

    ALL = 0
    PEOPLE = 1
    LAPTOPS = 2
    PACKETS = 3
    VOTES = 4
    HUB = 5


KINDS: dict[LogKind, tuple[Audit, ...]] = {
    LogKind.ALL: (),
    LogKind.PEOPLE: (
        *(Audit.PERSON_ADDED, Audit.PERSON_CHANGED, Audit.PERSON_LEFT),
        *(Audit.INVITED, Audit.CODE_FAILED, Audit.CODE_VOIDED),
    ),
    LogKind.LAPTOPS: (
        *(Audit.ENROLLED, Audit.REVOKED, Audit.ROSTER_SIGNED, Audit.DEVICE_COPIED),
        *(Audit.BAD_SIGNATURE, Audit.VOTING_DEVICE),
    ),
    LogKind.PACKETS: (
        *(Audit.PACKET_SUBMITTED, Audit.PACKET_APPROVED, Audit.PACKET_PUBLISHED),
        *(Audit.PACKET_RECALLED, Audit.COPY_DESTROYED),
    ),
    LogKind.VOTES: (
        *(Audit.MOTION_OPENED, Audit.MOTION_CLOSED, Audit.VOTING_ENDED, Audit.VOTES_ENTERED),
        *(Audit.VOTES_CONFIRMED, Audit.VOTES_WITHDRAWN, Audit.MOTION_CHANGED, Audit.MOTION_ANNULLED),
        *(Audit.LATE_BALLOT, Audit.OTHER_DEVICE_VOTES, Audit.LOG_FORKED),
    ),
    LogKind.HUB: (
        *(Audit.OFFICE_MADE, Audit.OFFICE_CHANGED, Audit.ROOT_CHANGED),
        *(Audit.HUB_RESTORED, Audit.TLS_RENEWED),
    ),
}


def kind_names() -> list[str]:
    """The filters, in order."""
    return [
        QCoreApplication.translate("Admin", "Mọi việc"),
        QCoreApplication.translate("Admin", "Người và mã ghi danh"),
        QCoreApplication.translate("Admin", "Máy"),
        QCoreApplication.translate("Admin", "Tập tài liệu"),
        QCoreApplication.translate("Admin", "Biểu quyết"),
        QCoreApplication.translate("Admin", "Máy chủ và cơ quan"),
    ]


def log_title(row: AuditRow) -> str:
    """What happened, as the audit says it."""
    if row.kind not in set(Audit):
        return row.kind
    meaning = MEANINGS[Audit(row.kind)]
    return meaning.en if language() == "en" else meaning.vi


def log_note(row: AuditRow, view: OfficeView) -> str:
    """When, about whom, and who did it."""
    about = [view.names.get(row.person, row.person), view.names.get(row.device, row.device)]
    about += [row.meeting, row.subject if row.kind == Audit.ROSTER_SIGNED else ""]
    parts = [moment_text(row.at), *dict.fromkeys(part for part in about if part)]
    if row.by_person:
        by = view.names.get(row.by_person, row.by_person)
        parts.append(QCoreApplication.translate("Admin", "do {name} làm").format(name=by))
    return plain_line(" · ".join(parts))
