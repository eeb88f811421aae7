"""The room hub in plain words. Pure: views in, sentences out."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from reader.core.line_views import RoomHubState, RoomHubView, RoomView
from reader.core.views import Line, LineView
from reader.ui import problems
from reader.ui.plain import plain_line
from reader.ui.sync.addresses import network_name, short
from reader.ui.theme import Tone
from sync.errors import Code


@dataclass(frozen=True)
class Said:
    """A state in words: the sentence, its second line, an icon and a tone that only help."""

    text: str
    detail: str = ""
    icon: str = ""
    tone: Tone = Tone.PLAIN


def is_in_room(line: LineView) -> bool:
    """Whether the room hub is the only one that is in reach."""
    room = line.room is not None and line.room.line is Line.ONLINE
    return room and line.line not in (Line.ONLINE, Line.TALKING)


def room_state(room: RoomView | None) -> Said:
    """How it stands with the room hub, in one sentence and what it means."""
    if room is not None and room.line is Line.NEVER and not room.networks:
        text = QCoreApplication.translate("Sync", "Máy này chưa vào mạng nào")
        detail = QCoreApplication.translate(
            "Sync", "Vào Wi-Fi của phòng họp hoặc cắm dây mạng; trạm không cần internet."
        )
        return Said(text, detail, "wifi-slash", Tone.WAIT)
    if room is not None and room.line is Line.NEVER:
        text = QCoreApplication.translate("Sync", "Chưa nghe thấy trạm phòng họp nào")
        on = ", ".join(network_name(kind) for kind in dict.fromkeys(room.networks or ()))
        detail = QCoreApplication.translate(
            "Sync",
            "Máy đang ở mạng: {networks}. Nếu trạm đã mở, mạng này không cho các máy tìm nhau: gõ địa chỉ "
            "trên màn chiếu.",
        ).format(networks=on)
        return Said(text, detail, "wifi-slash")
    if room is None:
        text = QCoreApplication.translate("Sync", "Chưa thấy trạm phòng họp nào")
        detail = QCoreApplication.translate(
            "Sync", "Trong phòng họp, máy tự tìm ra trạm; nếu mạng không cho, gõ địa chỉ trên màn chiếu."
        )
        return Said(text, detail, "wifi-slash")
    name = plain_line(room.name) or short(room.address.removeprefix("https://"))
    if room.line is Line.ONLINE:
        text = QCoreApplication.translate("Sync", "Đang nối với trạm “{name}”").format(name=name)
        detail = QCoreApplication.translate("Sync", "Biểu quyết và tài liệu đi được cả khi mất internet.")
        return Said(text, detail, "wifi-high", Tone.OK)
    if room.line is Line.TALKING:
        text = QCoreApplication.translate("Sync", "Đang tìm trạm “{name}”…").format(name=name)
        return Said(text, "", "arrows-clockwise")
    if room.line is Line.PROBLEM and room.problem is not None:
        text = QCoreApplication.translate("Sync", "Chưa nối được trạm “{name}”").format(name=name)
        return Said(text, _why(room.problem), "warning-circle", Tone.WAIT)
    if room.line is Line.PAUSED:
        text = QCoreApplication.translate("Sync", "Đang tạm dừng với trạm “{name}”").format(name=name)
        return Said(text, "", "pause")
    text = QCoreApplication.translate("Sync", "Mất liên lạc với trạm “{name}”").format(name=name)
    detail = QCoreApplication.translate("Sync", "Việc đã làm vẫn nằm trong máy; thấy trạm là máy tự nối lại.")
    return Said(text, detail, "wifi-slash", Tone.WAIT)


def _why(problem: Code) -> str:
    """A room hub knows only whom the office has told it of."""
    if problem is Code.UNKNOWN_DEVICE:
        return QCoreApplication.translate(
            "Sync",
            "Trạm chưa biết máy này: máy mới ghi danh hoặc người này không dự kỳ họp trạm mang. Trạm có mạng "
            "một lần là biết.",
        )
    if problem is Code.MALFORMED:
        return QCoreApplication.translate("Sync", "Đó không phải là địa chỉ. Ví dụ: 192.168.1.20")
    return problems.sentence(problem)


def room_hub_state(hub: RoomHubView) -> Said:
    """How the room hub on this laptop stands, in one sentence and what it means."""
    if hub.problem:
        text = QCoreApplication.translate("Sync", "Trạm trên máy này chưa chạy được")
        return Said(text, plain_line(hub.problem), "warning-circle", Tone.WAIT)
    match hub.state:
        case RoomHubState.NONE:
            text = QCoreApplication.translate("Sync", "Máy này chưa phải trạm phòng họp")
            detail = QCoreApplication.translate("Sync", "Xin người quản trị một mã cho trạm, làm một lần.")
            return Said(text, detail)
        case RoomHubState.UNSIGNED:
            text = QCoreApplication.translate("Sync", "Trạm chờ người quản trị ký danh sách")
            detail = QCoreApplication.translate("Sync", "Ký xong, bấm mở trạm khi máy này có mạng.")
            if hub.mark:
                mark = QCoreApplication.translate(
                    "Sync", "Dấu khóa của trạm, để người quản trị so trước khi ký: {mark}."
                )
                detail = f"{mark.format(mark=hub.mark)} {detail}"
            return Said(text, detail, "hourglass-medium", Tone.WAIT)
        case RoomHubState.READY:
            text = QCoreApplication.translate("Sync", "Máy này sẵn sàng làm trạm phòng họp")
            detail = QCoreApplication.translate(
                "Sync", "Mở trước giờ họp. Tài liệu trong trạm không mã hóa: dùng mã hóa ổ đĩa."
            )
            return Said(text, detail, "desktop")
        case RoomHubState.WORKING:
            return Said(QCoreApplication.translate("Sync", "Đang chuẩn bị trạm…"), "", "arrows-clockwise")
        case RoomHubState.CLOSING:
            return Said(QCoreApplication.translate("Sync", "Đang đóng trạm…"), "", "arrows-clockwise")
        case RoomHubState.RUNNING:
            text = QCoreApplication.translate("Sync", "Máy này đang là trạm phòng họp")
            detail = QCoreApplication.translate("Sync", "Địa chỉ cho máy không tự tìm ra: {address}.").format(
                address=", ".join(hub.addresses)
            )
            if not hub.addresses:
                detail = QCoreApplication.translate(
                    "Sync", "Máy này chưa vào mạng nào: vào Wi-Fi của phòng, hoặc phát sóng từ điện thoại."
                )
            if hub.office is False:
                more = QCoreApplication.translate("Sync", "Chưa tới được máy chủ; có mạng là tự chuyển lên.")
                detail = f"{detail} {more}"
            elif hub.office:
                more = QCoreApplication.translate("Sync", "Đang nối với máy chủ; mọi việc tự chuyển lên.")
                detail = f"{detail} {more}"
            return Said(text, detail, "wifi-high", Tone.OK)
