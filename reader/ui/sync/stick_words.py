"""A stick in words: its bundles, and what came of writing or taking."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from reader.core.line_views import RoomAt
from reader.core.stick_views import Brought, Kind, StickFile, StickView, Took, Trouble, Written
from reader.ui import problems
from reader.ui.format import moment_text, size_text
from reader.ui.plain import plain_line
from reader.ui.stack import Entry
from reader.ui.theme import Tone
from sync.errors import SohopError


def contents_heading(view: StickView, *, desk: bool) -> str:
    """What of it matters here."""
    if view.for_us and desk and view.to_carry:
        return QCoreApplication.translate(
            "Stick", "Có gói cho máy này, và {n} gói gửi về cơ quan", None, view.to_carry
        ).format(n=view.to_carry)
    if desk and view.to_carry:
        return QCoreApplication.translate("Stick", "Có {n} gói gửi về cơ quan", None, view.to_carry).format(
            n=view.to_carry
        )
    if view.for_us:
        return QCoreApplication.translate("Stick", "Có gói cho máy này")
    if view.files:
        return QCoreApplication.translate("Stick", "Không có gói nào cho máy này")
    return QCoreApplication.translate("Stick", "Không có gói Sổ Họp nào ở đây")


def contents_text(view: StickView, *, desk: bool, room: RoomAt | None = None) -> str:
    """What taking does; ``room`` stands in for the office's hub."""
    if desk and view.to_carry:
        sealed = QCoreApplication.translate(
            "Stick",
            "Máy này không mở được, không xem được phiếu hay ghi chú trong đó. Biên nhận được chép lại lên "
            "USB để trả đại biểu.",
        )
        if room is None:
            to = QCoreApplication.translate(
                "Stick", "Gói gửi về được đưa lên máy chủ của cơ quan, nên cần có mạng."
            )
        else:
            to = QCoreApplication.translate(
                "Stick",
                "Chưa liên lạc được với máy chủ của cơ quan, nên gói gửi về được đưa vào trạm {room}. Việc "
                "không do trạm ghi nhận thì trạm chuyển về cơ quan.",
            ).format(room=_called(room.name))
        return f"{to} {sealed}"
    if view.for_us:
        return QCoreApplication.translate(
            "Stick", "Gói được kiểm tra chữ ký trước khi nhận. Không chạy chương trình nào trên USB."
        )
    return ""


def letters_by(room: RoomAt | None) -> str:
    """Which hub makes the laptops' own parts of an outward bundle."""
    if room is None:
        return QCoreApplication.translate(
            "Stick",
            "Tài liệu lấy từ máy này; phần riêng của từng máy xin từ máy chủ của cơ quan, nên lúc chép cần "
            "có mạng.",
        )
    return QCoreApplication.translate(
        "Stick",
        "Tài liệu lấy từ máy này; phần riêng của từng máy xin từ trạm {room}, vì chưa liên lạc được với máy "
        "chủ của cơ quan.",
    ).format(room=_called(room.name))


def part_of(room: RoomAt) -> str:
    """That what a room hub has for the office is copied, too."""
    return QCoreApplication.translate(
        "Stick", "Những gì trạm {room} đã nhận mà máy chủ của cơ quan chưa có cũng được chép."
    ).format(room=_called(room.name))


def _called(room: str) -> str:
    """A room hub in the middle of a sentence."""
    return f"“{plain_line(room)}”" if room else QCoreApplication.translate("Stick", "phòng họp")


def file_entries(files: Sequence[StickFile], most: int) -> list[Entry]:
    """The bundles: those for this laptop first, the newest of them before older ones."""
    newest = list(reversed(files))
    newest.sort(key=lambda one: (one.code is not None, not one.mine))
    entries = [_file_entry(one) for one in newest]
    if len(entries) <= most:
        return entries
    rest = QCoreApplication.translate("Stick", "và {n} tệp nữa").format(n=len(entries) - most)
    return [*entries[:most], Entry("dots-three", rest)]


def outcome(done: Took | Written) -> tuple[str, str, list[Entry], str]:
    """Title, heading, rows, and a last sentence."""
    return _written(done) if isinstance(done, Written) else _took(done)


def _file_entry(one: StickFile) -> Entry:
    why = "" if one.code is None else problems.sentence(one.code)
    if one.kind is None or one.made is None:
        return Entry("warning", plain_line(one.name), why, Tone.WAIT)
    if one.kind is Kind.OUT:
        title = QCoreApplication.translate("Stick", "Gói của {office} cho {n} máy", None, one.devices).format(
            office=plain_line(one.office), n=one.devices
        )
        if one.room is not None:
            title = QCoreApplication.translate(
                "Stick", "Gói của trạm {room} cho {n} máy", None, one.devices
            ).format(room=_called(one.room), n=one.devices)
        if one.part > 1:  # the laptops' boxes are in the first part
            title = QCoreApplication.translate("Stick", "Phần {part} của một gói lớn").format(part=one.part)
    else:
        title = QCoreApplication.translate("Stick", "Gói gửi về {office}").format(
            office=plain_line(one.office)
        )
        if one.room is not None:
            title = QCoreApplication.translate("Stick", "Gói của trạm {room} gửi về {office}").format(
                room=_called(one.room), office=plain_line(one.office)
            )
        if one.mine:
            title = QCoreApplication.translate("Stick", "Gói gửi về của máy này")
    detail = f"{moment_text(one.made)} · {size_text(one.size)}"
    if one.parts > 1:
        of = QCoreApplication.translate("Stick", "phần {part}/{parts}")
        detail = f"{detail} · {of.format(part=one.part, parts=one.parts)}"
    if one.kind is Kind.OUT and one.mine:
        detail = f"{detail} · {QCoreApplication.translate('Stick', 'có phần của máy này')}"
    icon = "download-simple" if one.kind is Kind.OUT else "upload-simple"
    if why:
        return Entry("warning", title, why, Tone.WAIT)
    return Entry(icon, title, detail)


def _written(done: Written) -> tuple[str, str, list[Entry], str]:
    title = QCoreApplication.translate("Stick", "Đã chép ra USB")
    pull = QCoreApplication.translate("Stick", "Tháo USB an toàn rồi hãy rút.")
    where = Entry("usb", plain_line(done.folder), size_text(done.size))
    if not done.devices:
        heading = QCoreApplication.translate("Stick", "Gói của máy này đã ở trên USB")
        if done.acts:
            said = QCoreApplication.translate(
                "Stick", "{n} việc đã chép ra USB – chưa được ghi nhận", None, done.acts
            )
            heading = said.format(n=done.acts)
        note = QCoreApplication.translate(
            "Stick",
            "Chỉ máy chủ và trạm phòng họp của cơ quan mở được gói này; thư ký mang hộ cũng không xem được. "
            "Mọi việc vẫn còn trên máy này cho đến khi có biên nhận, và vẫn tự gửi khi có mạng.",
        )
        entries = [where]
        if done.beside is not None:
            said = QCoreApplication.translate("Stick", "Có cả phần của trạm {room}")
            more = QCoreApplication.translate(
                "Stick", "Phiếu, kết quả và mọi việc trạm đã nhận: chỉ máy chủ của cơ quan mở được."
            )
            entries.append(Entry("wifi-high", said.format(room=_called(done.beside)), more))
        for one in done.troubles:
            said = QCoreApplication.translate("Stick", "Chưa chép được phần của trạm phòng họp")
            sentence = problems.sentence(SohopError(one.code, **one.fields))
            entries.append(Entry("warning", said, sentence, Tone.WAIT))
        return title, heading, entries, f"{note} {pull}"
    heading = QCoreApplication.translate("Stick", "Gói cho {n} máy đã ở trên USB", None, done.devices).format(
        n=done.devices
    )
    entries = [where]
    if done.room:
        said = QCoreApplication.translate("Stick", "Phần riêng của từng máy do trạm {room} làm")
        more = QCoreApplication.translate("Stick", "Máy nào đã biết trạm này thì mở được.")
        entries.append(Entry("wifi-high", said.format(room=_called(done.room)), more))
    if done.resumed:
        said = QCoreApplication.translate("Stick", "Đã chép tiếp gói còn dở trên USB này.")
        entries.append(Entry("arrows-clockwise", said))
    return title, heading, entries, pull


def _took(done: Took) -> tuple[str, str, list[Entry], str]:
    title = QCoreApplication.translate("Stick", "Nhận từ USB")
    entries: list[Entry] = []
    if done.confirmed:
        said = QCoreApplication.translate("Stick", "{n} việc của bạn đã được ghi nhận", None, done.confirmed)
        entries.append(Entry("check-circle", said.format(n=done.confirmed), tone=Tone.OK))
    if done.in_room:
        said = QCoreApplication.translate(
            "Stick", "{n} việc của bạn đã nhận qua trạm phòng họp – chờ máy chủ ghi nhận", None, done.in_room
        )
        entries.append(Entry("tray", said.format(n=done.in_room), tone=Tone.INFO))
    if done.on_way:
        said = QCoreApplication.translate(
            "Stick", "{n} việc của bạn đang chuyển đến trạm phòng họp – chưa được ghi nhận", None, done.on_way
        )
        entries.append(Entry("tray", said.format(n=done.on_way), tone=Tone.WAIT))
    for name in done.versions:
        said = QCoreApplication.translate("Stick", "Tài liệu mới: {name}")
        entries.append(Entry("file-text", said.format(name=plain_line(name))))
    for name in done.recalled:
        said = QCoreApplication.translate("Stick", "Đã thu hồi: {name}")
        entries.append(Entry("arrow-counter-clockwise", said.format(name=plain_line(name)), tone=Tone.WAIT))
    if done.size:
        said = QCoreApplication.translate("Stick", "{size} tài liệu")
        entries.append(Entry("download-simple", said.format(size=size_text(done.size))))
    if done.received:
        said = QCoreApplication.translate("Stick", "{n} việc mới của kỳ họp", None, done.received)
        entries.append(Entry("tray", said.format(n=done.received)))
    for one in done.brought:
        who = plain_line(one.name) or QCoreApplication.translate("Stick", "Máy {device}").format(
            device=one.device
        )
        there = Tone.OK if one.room is None else Tone.INFO  # a room hub's is for the time being
        tone = Tone.WAIT if one.waiting or one.refused else there
        entries.append(Entry("upload-simple", who, _recorded(one), tone))
    entries += [_trouble(one) for one in done.troubles]
    if done.stopped:
        said = QCoreApplication.translate("Stick", "Đã dừng giữa chừng")
        more = QCoreApplication.translate("Stick", "Phần đã nhận được giữ lại; nhận lại là máy làm tiếp.")
        entries.append(Entry("pause", said, more, Tone.WAIT))
    if not entries:
        said = QCoreApplication.translate("Stick", "Máy này đã có đủ, không có gì mới trên USB.")
        entries.append(Entry("check-circle", said, tone=Tone.OK))
    return title, _heading(done), entries, ""


def _recorded(one: Brought) -> str:
    if not (one.recorded or one.refused or one.carried or one.waiting):
        return QCoreApplication.translate("Stick", "Không có việc nào chờ ghi nhận.")
    if one.room is None:
        said = QCoreApplication.translate("Stick", "Đã ghi nhận {n} việc", None, one.recorded).format(
            n=one.recorded
        )
    else:
        said = QCoreApplication.translate("Stick", "Trạm {room} đã nhận {n} việc", None, one.recorded).format(
            room=_called(one.room), n=one.recorded
        )
    parts = [said]
    if one.carried:
        parts.append(QCoreApplication.translate("Stick", "chuyển tiếp {n}").format(n=one.carried))
    if one.refused:
        parts.append(QCoreApplication.translate("Stick", "không nhận {n}").format(n=one.refused))
    if one.waiting:
        parts.append(QCoreApplication.translate("Stick", "còn chờ {n}").format(n=one.waiting))
    done = f"{', '.join(parts)}."
    if not one.receipts:
        return done
    return f"{done} {QCoreApplication.translate('Stick', 'Biên nhận đã chép lên USB.')}"


def _heading(done: Took) -> str:
    if done.troubles and not (done.bundles or done.brought):
        return QCoreApplication.translate("Stick", "Chưa nhận được gì")
    if done.troubles or done.stopped:
        return QCoreApplication.translate("Stick", "Đã nhận một phần")
    return QCoreApplication.translate("Stick", "Đã nhận xong")


def _trouble(one: Trouble) -> Entry:
    sentence = problems.sentence(SohopError(one.code, **one.fields))
    first, dot, rest = sentence.partition(". ")
    return Entry("warning", first + dot.strip(), rest, Tone.WAIT)
