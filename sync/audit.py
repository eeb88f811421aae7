"""The closed list of audit events: what a hub writes down for ever about acts of consequence.

A row says who, when, from which device and about which id. It never holds content.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Audit(StrEnum):
    """Everything that is audited."""

    OFFICE_MADE = "office_made"
    PERSON_ADDED = "person_added"
    PERSON_CHANGED = "person_changed"
    PERSON_LEFT = "person_left"
    OFFICE_CHANGED = "office_changed"
    INVITED = "invited"
    CODE_FAILED = "code_failed"
    CODE_VOIDED = "code_voided"
    ENROLLED = "enrolled"
    REVOKED = "revoked"
    ROSTER_SIGNED = "roster_signed"
    BAD_SIGNATURE = "bad_signature"
    DEVICE_COPIED = "device_copied"
    PACKET_SUBMITTED = "packet_submitted"
    PACKET_APPROVED = "packet_approved"
    PACKET_RETURNED = "packet_returned"
    PACKET_PUBLISHED = "packet_published"
    PACKET_RECALLED = "packet_recalled"
    COPY_DESTROYED = "copy_destroyed"
    ROOT_CHANGED = "root_changed"
    HUB_RESTORED = "hub_restored"
    TLS_RENEWED = "tls_renewed"
    MOTION_OPENED = "motion_opened"
    MOTION_CLOSED = "motion_closed"
    VOTING_ENDED = "voting_ended"
    VOTES_ENTERED = "votes_entered"
    VOTES_CONFIRMED = "votes_confirmed"
    VOTES_WITHDRAWN = "votes_withdrawn"
    MOTION_CHANGED = "motion_changed"
    MOTION_ANNULLED = "motion_annulled"
    LATE_BALLOT = "late_ballot"
    VOTING_DEVICE = "voting_device"
    OTHER_DEVICE_VOTES = "other_device_votes"
    LOG_FORKED = "log_forked"
    ROOM_CARRIES = "room_carries"
    BUNDLE_TAKEN = "bundle_taken"


@dataclass(frozen=True)
class Meaning:
    """What one kind of row says, in both languages."""

    vi: str
    en: str


MEANINGS: dict[Audit, Meaning] = {
    Audit.OFFICE_MADE: Meaning("Đã lập hệ thống của cơ quan.", "The office's hub was made."),
    Audit.PERSON_ADDED: Meaning("Đã thêm một người.", "A person was added."),
    Audit.PERSON_CHANGED: Meaning(
        "Đã sửa tên, chức vụ, nhóm hoặc vai trò của một người.",
        "A person's name, title, groups or roles were changed.",
    ),
    Audit.PERSON_LEFT: Meaning("Một người đã rời cơ quan.", "A person left the office."),
    Audit.OFFICE_CHANGED: Meaning(
        "Đã sửa tên hoặc biểu trưng của cơ quan.", "The office's name or emblem was changed."
    ),
    Audit.INVITED: Meaning("Đã cấp mã ghi danh.", "An enrolment code was issued."),
    Audit.CODE_FAILED: Meaning(
        "Có người thử mã ghi danh mà không đúng.", "An enrolment code was tried wrongly."
    ),
    Audit.CODE_VOIDED: Meaning(
        "Một mã ghi danh chưa dùng không còn giá trị.", "An unused enrolment code was made void."
    ),
    Audit.ENROLLED: Meaning("Một máy đã ghi danh.", "A laptop was enrolled."),
    Audit.REVOKED: Meaning("Một máy bị thu hồi quyền.", "A laptop was revoked."),
    Audit.ROSTER_SIGNED: Meaning("Đã ký danh sách máy của cơ quan.", "The office's roster was signed."),
    Audit.BAD_SIGNATURE: Meaning(
        "Có việc làm gửi tới với chữ ký sai; không ghi nhận.",
        "An act arrived with a wrong signature; it was not recorded.",
    ),
    Audit.DEVICE_COPIED: Meaning(
        "Một máy gửi hai việc khác nhau ở cùng một vị trí: bản sao hoặc đĩa khôi phục.",
        "A laptop sent two different acts for one place: a copy or a restored disk.",
    ),
    Audit.PACKET_SUBMITTED: Meaning("Đã trình một tập tài liệu.", "A packet was submitted."),
    Audit.PACKET_APPROVED: Meaning("Đã phê duyệt một tập tài liệu.", "A packet was approved."),
    Audit.PACKET_RETURNED: Meaning("Đã trả lại một tập tài liệu.", "A packet was returned."),
    Audit.PACKET_PUBLISHED: Meaning("Đã phát hành một tập tài liệu.", "A packet was published."),
    Audit.PACKET_RECALLED: Meaning("Đã thu hồi một tập tài liệu.", "A packet was recalled."),
    Audit.COPY_DESTROYED: Meaning(
        "Một máy báo đã hủy bản đã thu hồi.", "A laptop has destroyed its copy of a recalled packet."
    ),
    Audit.ROOT_CHANGED: Meaning("Đã thay khóa gốc của cơ quan.", "The office's root key was replaced."),
    Audit.HUB_RESTORED: Meaning(
        "Hệ thống được khôi phục từ bản sao lưu; bắt đầu thời kỳ mới.",
        "The hub was restored from a backup; a new epoch began.",
    ),
    Audit.TLS_RENEWED: Meaning("Đã gia hạn chứng nhận máy chủ.", "The server's certificate was renewed."),
    Audit.MOTION_OPENED: Meaning("Đã mở biểu quyết.", "A motion was opened."),
    Audit.MOTION_CLOSED: Meaning("Đã kết thúc biểu quyết.", "A motion was closed."),
    Audit.VOTING_ENDED: Meaning(
        "Đã ngừng nhận phiếu của một nội dung, chưa công bố.",
        "Voting on a motion ended; it is not closed yet.",
    ),
    Audit.VOTES_ENTERED: Meaning(
        "Đã ghi phiếu giơ tay, phiếu giấy, hoặc đề nghị tính phiếu đến muộn; chờ người thứ hai.",
        "Votes by hand or on paper were entered, or a late ballot put forward; a second person is awaited.",
    ),
    Audit.VOTES_CONFIRMED: Meaning(
        "Người thứ hai đã xác nhận phiếu ghi tay, phiếu giấy hoặc phiếu đến muộn.",
        "A second person confirmed votes by hand or on paper, or a late ballot.",
    ),
    Audit.VOTES_WITHDRAWN: Meaning(
        "Đã rút lại phiếu ghi tay, phiếu giấy hoặc phiếu đến muộn.",
        "Votes by hand or on paper, or a late ballot, were withdrawn.",
    ),
    Audit.MOTION_CHANGED: Meaning(
        "Nội dung đang biểu quyết bị thay bằng bản mới; phải mở lại.",
        "A motion was replaced while open; it has to be opened again.",
    ),
    Audit.MOTION_ANNULLED: Meaning("Một nội dung biểu quyết bị hủy.", "A motion was annulled."),
    Audit.LATE_BALLOT: Meaning(
        "Phiếu đến sau khi kết thúc: được lưu, không tính.",
        "A ballot arrived after the close: kept, not counted.",
    ),
    Audit.VOTING_DEVICE: Meaning(
        "Một người đổi máy biểu quyết; có hiệu lực với nội dung mở sau đó.",
        "A person changed their voting device, for motions opened afterwards.",
    ),
    Audit.OTHER_DEVICE_VOTES: Meaning(
        "Phiếu gửi từ máy không phải máy biểu quyết: được lưu, không nhận.",
        "A ballot came from a laptop that is not its person's voting device: kept, not taken.",
    ),
    Audit.LOG_FORKED: Meaning(
        "Một máy báo đã thấy hai sổ ghi phiếu khác nhau của cùng một nội dung.",
        "A laptop was shown two different logs of one motion.",
    ),
    Audit.BUNDLE_TAKEN: Meaning(
        "Đã nhận gói gửi về của một máy qua USB.", "A laptop's homeward bundle came by stick."
    ),
    Audit.ROOM_CARRIES: Meaning(
        "Đã giao kỳ họp cho một trạm phòng họp.", "A room hub was given meetings to carry."
    ),
}
