"""The line, the queue and the log in plain words. Every function is pure: views in, sentences out."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from reader.core.views import FetchView, Line, LineView, LogLine, SyncView, Trip, WaitingView
from reader.ui import problems
from reader.ui.format import minutes_text, moment_text, progress_text, size_text, speed_text
from reader.ui.passing import passed
from reader.ui.sync.room_words import Said as Said
from reader.ui.sync.room_words import is_in_room
from reader.ui.theme import Tone

SLOW = 8_000
"""Bytes per second (64 kbit/s) under which the line is called weak."""
FAST = 125_000
"""Bytes per second (1 Mbit/s) from which all four bars are filled."""

_NOTES = ("mark.put", "mark.sealed", "mark.drop")


def quiet(view: SyncView) -> Said:
    """The one sentence of the indicator. A lost line is weather: never red."""
    line = view.line
    up = waiting_text(view)
    if view.paused or line.line is Line.PAUSED:
        return Said(_joined(_tr_paused(), up), icon="pause", tone=Tone.PLAIN)
    if is_in_room(line):
        text = QCoreApplication.translate("Sync", "Đang nối trạm phòng họp")
        return Said(_joined(text, up), icon="wifi-high", tone=Tone.INFO if up else Tone.PLAIN)
    if line.line is Line.PROBLEM:
        return Said(
            _joined(QCoreApplication.translate("Sync", "Chưa nối được"), up),
            icon="warning-circle",
            tone=Tone.WAIT,
        )
    if line.line is Line.OFFLINE:
        return Said(_joined(_lost(line), up), icon="wifi-slash", tone=Tone.WAIT)
    if line.line is Line.NEVER:
        text = QCoreApplication.translate("Sync", "Chưa liên lạc lần nào")
        return Said(_joined(text, up), icon="cloud-slash", tone=Tone.WAIT if up else Tone.PLAIN)
    if up:
        return Said(sending_text(view), icon="cloud-arrow-up", tone=Tone.INFO)
    if view.fetching and view.saving.small_only:
        text = QCoreApplication.translate("Sync", "Chỉ gửi nhận thứ nhỏ – {left}")
        return Said(text.format(left=lower_first(left_text(view))), icon="cloud-check", tone=Tone.PLAIN)
    if view.fetching:
        return Said(left_text(view), icon="cloud-arrow-down", tone=Tone.INFO)
    sent = QCoreApplication.translate("Sync", "Đã gửi hết")
    if line.last_contact is None:
        return Said(sent, icon="cloud-check", tone=Tone.PLAIN)
    contact = QCoreApplication.translate("Sync", "vừa liên lạc {time}").format(
        time=moment_text(line.last_contact)
    )
    return Said(f"{sent} – {contact}", icon="cloud-check", tone=Tone.PLAIN)


def line_state(view: SyncView) -> Said:
    """The head of the page: the state of the line and what it means."""
    line = view.line
    if view.paused or line.line is Line.PAUSED:
        detail = QCoreApplication.translate("Sync", "Không gửi, không tải gì cho đến khi tiếp tục.")
        return Said(_tr_paused(), detail, "pause", Tone.PLAIN)
    if is_in_room(line):
        text = QCoreApplication.translate("Sync", "Đang nối với trạm phòng họp")
        detail = QCoreApplication.translate(
            "Sync", "Chưa tới được máy chủ cơ quan. Trạm giữ mọi việc đã nhận và tự chuyển lên khi có mạng."
        )
        return Said(text, detail, "wifi-high", Tone.OK)
    if line.line is Line.PROBLEM:
        detail = problems.sentence(line.problem) if line.problem is not None else ""
        return Said(QCoreApplication.translate("Sync", "Chưa nối được"), detail, "warning-circle", Tone.WAIT)
    if line.line is Line.OFFLINE:
        safe = QCoreApplication.translate(
            "Sync", "Tài liệu, ghi chú và phiếu vẫn an toàn trên máy này; có mạng là máy tự nối lại."
        )
        return Said(_lost(line), f"{safe} {_retry(line)}".strip(), "wifi-slash", Tone.WAIT)
    if line.line is Line.NEVER:
        detail = QCoreApplication.translate("Sync", "Có mạng là máy tự liên lạc và tải tài liệu về.")
        return Said(
            QCoreApplication.translate("Sync", "Chưa liên lạc lần nào"), detail, "cloud-slash", Tone.PLAIN
        )
    return _connected(line)


def bars(view: SyncView) -> int:
    """How many of the four bars are filled: 0 without a line, then by speed; 3 while the speed is unknown."""
    line = view.line
    if is_in_room(line) and not view.paused:
        return 4
    if view.paused or line.line not in (Line.ONLINE, Line.TALKING):
        return 0
    if line.bytes_per_second is None:
        return 2 if line.drops else 3
    if line.bytes_per_second < SLOW / 4:
        return 1
    if line.bytes_per_second < SLOW or line.drops:
        return 2
    return 3 if line.bytes_per_second < FAST else 4


def waiting_text(view: SyncView) -> str:
    """``1 phiếu chờ gửi``, ``3 việc chờ gửi``; empty when nothing waits."""
    going = _alone(view)
    if not going:
        return ""
    return QCoreApplication.translate("Sync", "{what} chờ gửi").format(what=counted(going))


def sending_text(view: SyncView) -> str:
    """``Đang gửi 1 phiếu`` while connected."""
    return QCoreApplication.translate("Sync", "Đang gửi {what}").format(what=counted(_alone(view)))


def _alone(view: SyncView) -> list[WaitingView]:
    """What waits and is with no hub yet."""
    return [act for act in view.waiting if act.trip is Trip.WAITING and not act.passage.with_hub]


def left_text(view: SyncView) -> str:
    """``Còn 3 tệp, 1,8 MB, khoảng 6 phút``; the bytes are those that travel, the minutes keep the limit."""
    size = sum(each.bytes_left for each in view.fetching)
    text = QCoreApplication.translate("Sync", "Còn {n} tệp, {size}", None, len(view.fetching)).format(
        n=len(view.fetching), size=size_text(size)
    )
    return _joined(text, minutes_text(size, speed(view)), ", ")


def speed(view: SyncView) -> float | None:
    """Bytes per second to reckon with: what the line gives, under the limit that the person set.

    None while it is not known, or nothing is to be fetched.
    """
    given, cap = view.line.bytes_per_second, view.saving.bytes_per_second
    if view.saving.small_only or view.paused or given is None:
        return None
    return given if cap is None else min(given, cap)


def fetch_detail(each: FetchView, *, still: bool, later: bool) -> str:
    """The second line of a document that is coming. ``still``: nothing moves now; ``later``: nor will it."""
    left = size_text(each.bytes_left)
    if each.only_changes:
        left = QCoreApplication.translate("Sync", "{size}, chỉ tải phần thay đổi").format(size=left)
    if each.active and not still:
        far = progress_text(each.size - each.bytes_left, each.size)
        if each.only_changes:
            return QCoreApplication.translate("Sync", "Đang tải, còn {left}").format(left=left)
        return QCoreApplication.translate("Sync", "Đang tải, đã có {far}").format(far=far)
    if later:
        return QCoreApplication.translate("Sync", "Để sau · còn {left}").format(left=left)
    if not each.have:
        return QCoreApplication.translate("Sync", "Chờ tới lượt · {left}").format(left=left)
    return QCoreApplication.translate("Sync", "Tạm dừng · còn {left}").format(left=left)


def stale_text(when: datetime) -> str:
    """How old what one sees is."""
    text = QCoreApplication.translate("Sync", "Thông tin trên máy tính đến {time}. Có thể đã có bản mới hơn.")
    return text.format(time=moment_text(when))


def newer_text() -> str:
    """The hub has signed that there is a newer version, and has not handed it over."""
    return QCoreApplication.translate("Sync", "Đã có bản mới hơn, đang chờ tải")


def lower_first(sentence: str) -> str:
    """``sentence`` with its first letter small, where it goes on within a line."""
    return sentence[:1].lower() + sentence[1:]


def counted(acts: list[WaitingView]) -> str:
    """``1 phiếu``, ``2 ghi chú``; ballots are named first, mixed heaps are ``1 phiếu, 2 việc khác``."""
    ballots = sum(act.kind == "ballot" for act in acts)
    notes = sum(act.kind in _NOTES for act in acts)
    rest = len(acts) - ballots
    if not ballots:
        return _notes_text(notes) if notes == rest else _acts_text(rest)
    voted = QCoreApplication.translate("Sync", "{n} phiếu", None, ballots).format(n=ballots)
    if not rest:
        return voted
    return f"{voted}, {_notes_text(rest) if notes == rest else _others_text(rest)}"


def _notes_text(many: int) -> str:
    return QCoreApplication.translate("Sync", "{n} ghi chú", None, many).format(n=many)


def _acts_text(many: int) -> str:
    return QCoreApplication.translate("Sync", "{n} việc", None, many).format(n=many)


def _others_text(many: int) -> str:
    return QCoreApplication.translate("Sync", "{n} việc khác", None, many).format(n=many)


def act_title(act: WaitingView) -> str:
    """What the act is: ``Phiếu: Dự toán 2027``, ``Ghi chú gửi thư ký`` …"""
    titles = {
        "ballot": QCoreApplication.translate("Sync", "Phiếu biểu quyết"),
        "mark.put": QCoreApplication.translate("Sync", "Ghi chú"),
        "mark.sealed": QCoreApplication.translate("Sync", "Ghi chú riêng, đã khóa"),
        "mark.drop": QCoreApplication.translate("Sync", "Xóa một ghi chú"),
        "opinion.put": QCoreApplication.translate("Sync", "Góp ý hoặc trả lời"),
        "opinion.drop": QCoreApplication.translate("Sync", "Xóa một góp ý"),
        "checkin": QCoreApplication.translate("Sync", "Điểm danh"),
        "key.ask": QCoreApplication.translate("Sync", "Xin khóa ghi chú riêng"),
        "key.hear": QCoreApplication.translate("Sync", "Trả lời máy xin khóa"),
        "key.open": QCoreApplication.translate("Sync", "Trả lời máy có khóa"),
        "key.give": QCoreApplication.translate("Sync", "Khóa ghi chú riêng, đã niêm phong"),
        "key.end": QCoreApplication.translate("Sync", "Kết thúc xin khóa"),
        "device.voting": QCoreApplication.translate("Sync", "Chọn máy biểu quyết"),
        "agenda.point": QCoreApplication.translate("Sync", "Chỉ mục chương trình"),
        "attendance.put": QCoreApplication.translate("Sync", "Ghi điểm danh"),
        "speaker.add": QCoreApplication.translate("Sync", "Thêm người phát biểu"),
        "speaker.order": QCoreApplication.translate("Sync", "Xếp thứ tự phát biểu"),
        "speaker.begin": QCoreApplication.translate("Sync", "Mời phát biểu"),
        "speaker.more": QCoreApplication.translate("Sync", "Thêm giờ phát biểu"),
        "speaker.end": QCoreApplication.translate("Sync", "Kết thúc lượt phát biểu"),
        "speaker.drop": QCoreApplication.translate("Sync", "Bỏ khỏi danh sách phát biểu"),
        "motion.open": QCoreApplication.translate("Sync", "Mở biểu quyết"),
        "motion.end": QCoreApplication.translate("Sync", "Ngừng nhận phiếu"),
        "votes.enter": QCoreApplication.translate("Sync", "Ghi phiếu giơ tay hoặc phiếu giấy"),
        "votes.admit": QCoreApplication.translate("Sync", "Đề nghị tính một phiếu đến muộn"),
        "votes.confirm": QCoreApplication.translate("Sync", "Xác nhận một lần ghi phiếu"),
        "votes.withdraw": QCoreApplication.translate("Sync", "Rút một lần ghi phiếu"),
        "motion.annul": QCoreApplication.translate("Sync", "Hủy biểu quyết"),
        "motion.close": QCoreApplication.translate("Sync", "Kết thúc biểu quyết"),
        "packet.submit": QCoreApplication.translate("Sync", "Trình tập tài liệu"),
        "packet.approve": QCoreApplication.translate("Sync", "Xác nhận phê duyệt"),
        "packet.publish": QCoreApplication.translate("Sync", "Phát hành tập tài liệu"),
        "packet.recall": QCoreApplication.translate("Sync", "Thu hồi tập tài liệu"),
    }
    title = titles.get(act.kind, QCoreApplication.translate("Sync", "Việc của máy này"))
    return f"{title}: {act.title}" if act.title else title


def act_state(act: WaitingView, *, talking: bool) -> Said:
    """Where the act is, for its second line."""
    if act.trip is Trip.REFUSED:
        why = problems.sentence(act.code) if act.code is not None else ""
        text = QCoreApplication.translate("Sync", "Không được nhận.")
        return Said(f"{text} {why}".strip(), icon="warning-octagon", tone=Tone.BAD)
    if act.trip is Trip.SENT:
        said = QCoreApplication.translate("Sync", "Đã ghi nhận lúc {time}")
        if act.by_room:
            said = QCoreApplication.translate("Sync", "Đã ghi nhận lúc {time} tại trạm phòng họp")
        return Said(said.format(time=moment_text(act.at)), icon="check-circle", tone=Tone.OK)
    sealed, passage = act.kind == "ballot", passed(act.passage)
    if passage is not None and (passage.with_hub or not talking):
        return Said(passage.text, icon=passage.icon, tone=Tone.INFO if passage.with_hub else Tone.WAIT)
    if talking:
        text = (
            QCoreApplication.translate("Sync", "Đã niêm phong trên máy này – đang gửi")
            if sealed
            else QCoreApplication.translate("Sync", "Đang gửi")
        )
        return Said(text, icon="envelope-simple" if sealed else "paper-plane-tilt", tone=Tone.INFO)
    text = (
        QCoreApplication.translate("Sync", "Đã niêm phong trên máy này – chờ gửi")
        if sealed
        else QCoreApplication.translate("Sync", "Chờ gửi")
    )
    return Said(_joined(text, size_text(act.size), " · "), icon="hourglass-medium", tone=Tone.WAIT)


def log_text(entry: LogLine) -> str:
    """One line of the log."""
    if entry.what == "problem" and entry.code is not None:
        return problems.sentence(entry.code)
    texts = {
        "connected": QCoreApplication.translate("Sync", "Nối được với hệ thống."),
        "lost": QCoreApplication.translate("Sync", "Mất mạng. Không mất tài liệu nào."),
        "sent": QCoreApplication.translate("Sync", "Đã gửi {n} việc.", None, entry.count),
        "new_version": QCoreApplication.translate("Sync", "Nhận bản mới: {name}."),
        "document": QCoreApplication.translate("Sync", "Đã tải đủ: {name}."),
        "restored": QCoreApplication.translate(
            "Sync", "Máy chủ được khôi phục từ bản sao lưu; máy gửi lại phần hệ thống còn thiếu."
        ),
        "recalled": QCoreApplication.translate(
            "Sync", "Văn phòng đã thu hồi: {name}. Tài liệu đã xóa khỏi máy này, ghi chú vẫn còn."
        ),
        "erased": QCoreApplication.translate(
            "Sync", "Đã hết hạn đọc: {name}. Tài liệu đã xóa khỏi máy này, ghi chú vẫn còn."
        ),
        "withheld": QCoreApplication.translate("Sync", "Đã có bản mới hơn của {name}, đang chờ tải."),
        "copied": QCoreApplication.translate(
            "Sync", "Máy này có vẻ là bản sao hoặc vừa khôi phục đĩa. Xin văn phòng mã ghi danh mới."
        ),
        "revoked": QCoreApplication.translate(
            "Sync", "Văn phòng đã thu hồi quyền của máy này. Ghi chú vẫn còn và xuất được."
        ),
        "room_connected": QCoreApplication.translate("Sync", "Nối được với trạm phòng họp."),
        "room_lost": QCoreApplication.translate("Sync", "Mất liên lạc với trạm phòng họp."),
        "room_closed": QCoreApplication.translate("Sync", "Đã đóng trạm trên máy này."),
        "room_sent": QCoreApplication.translate(
            "Sync", "Trạm phòng họp đã nhận {n} việc.", None, entry.count
        ),
        "problem": QCoreApplication.translate("Sync", "Có trục trặc; máy tự thử lại."),
    }
    return texts[entry.what].format(n=entry.count, name=entry.name)


def _connected(line: LineView) -> Said:
    if line.problem is not None:
        text = QCoreApplication.translate("Sync", "Đang nối, có phần máy này không nhận")
        return Said(text, problems.sentence(line.problem), "warning-circle", Tone.WAIT)
    slow = line.bytes_per_second is not None and line.bytes_per_second < SLOW
    if line.drops and slow:
        text = QCoreApplication.translate("Sync", "Mạng yếu, vừa nối lại")
    elif line.drops:
        text = QCoreApplication.translate("Sync", "Mạng chập chờn, đang nối")
    elif slow:
        text = QCoreApplication.translate("Sync", "Mạng yếu, vẫn gửi nhận được")
    else:
        text = QCoreApplication.translate("Sync", "Đang nối với hệ thống")
    parts = []
    if line.bytes_per_second:
        speed = speed_text(line.bytes_per_second)
        parts.append(QCoreApplication.translate("Sync", "Khoảng {speed}.").format(speed=speed))
    if line.drops:
        parts.append(
            QCoreApplication.translate(
                "Sync", "Rớt {n} lần trong 10 phút qua, mỗi lần đều tải tiếp từ chỗ dừng.", None, line.drops
            ).format(n=line.drops)
        )
    if not parts and line.last_contact is not None:
        when = moment_text(line.last_contact)
        parts.append(QCoreApplication.translate("Sync", "Liên lạc gần nhất lúc {time}.").format(time=when))
    return Said(text, " ".join(parts), "wifi-high", Tone.WAIT if line.drops or slow else Tone.OK)


def _lost(line: LineView) -> str:
    if line.lost_since is None:
        return QCoreApplication.translate("Sync", "Mất mạng")
    return QCoreApplication.translate("Sync", "Mất mạng từ {time}").format(time=moment_text(line.lost_since))


def _retry(line: LineView) -> str:
    if line.retry_in is None or line.retry_in < 1:
        return ""
    seconds = round(line.retry_in)
    if seconds < 60:
        return QCoreApplication.translate("Sync", "Thử lại sau {n} giây.").format(n=seconds)
    return QCoreApplication.translate("Sync", "Thử lại sau {n} phút.").format(n=round(seconds / 60))


def _tr_paused() -> str:
    return QCoreApplication.translate("Sync", "Đang tạm dừng")


def _joined(one: str, other: str, between: str = " – ") -> str:
    return f"{one}{between}{other}" if other else one
