"""What the command line says of the USB courier."""

from __future__ import annotations

from typing import Final

STICK: Final[dict[str, tuple[str, str]]] = {
    "bundle": ("gói .sohop chép qua USB, khi không có mạng", "bundles by USB stick, where there is no line"),
    "bundle-make": (
        "chép ra USB: phần chờ gửi của máy này; với --meeting: gói của cơ quan cho đại biểu",
        "write to a stick: what waits on this laptop; with --meeting the office's bundle for readers",
    ),
    "bundle-open": (
        "nhận từ USB những gì dành cho máy này; ở bàn thư ký còn đưa gói của đại biểu lên hệ thống",
        "take from a stick what is for this laptop; at the desk, also bring delegates' bundles to the hub",
    ),
    "bundle-list": ("xem trên USB có gói nào, không mở gói", "list what is on a stick, without opening it"),
    "place": ("USB", "stick"),
    "bundle-place": (
        "ổ USB, thư mục SOHOP trên đó, hoặc một tệp .sohop",
        "the stick, its folder SOHOP, or one .sohop file",
    ),
    "bundle-meeting": (
        "kỳ họp có tài liệu cần chép, hoặc all: mọi kỳ họp còn hạn đọc",
        "the meeting whose documents go along, or all: every one that may still be read",
    ),
    "bundle-device": (
        "chỉ cho máy này; lặp lại được",
        "for this laptop only; may be repeated",
    ),
    "bundle-room": (
        "xin trạm phòng họp ở địa chỉ này thay cho máy chủ của cơ quan",
        "ask the room hub at this address in place of the office's hub",
    ),
    "bundle-copying": ("Đang chép", "Copying"),
    "bundle-home-written": (
        "Đã chép {acts} việc ra {folder}; chưa được ghi nhận cho đến khi có biên nhận. Rút USB được rồi.",
        "Acts copied to {folder}: {acts}; they are not recorded until their receipts come. The stick may be "
        "pulled out.",
    ),
    "bundle-beside": (
        "Có cả phần của trạm phòng họp {room} cho máy chủ của cơ quan.",
        "What the room hub {room} has for the office's hub is there, too.",
    ),
    "bundle-out-written": (
        "Đã chép gói cho {devices} máy ra {folder}, {size} MB. Rút USB được rồi.",
        "A bundle was copied to {folder}, laptops: {devices}, {size} MB. The stick may be pulled out.",
    ),
    "bundle-went-on": (
        "Có một gói chép dở trên USB; máy đã chép tiếp gói đó.",
        "A bundle on the stick was not finished; that was gone on with.",
    ),
    "bundle-took": (
        "Đã nhận: {confirmed} việc của máy này được ghi nhận, {received} việc mới, {size} MB tài liệu.",
        "Taken. Acts of this laptop now recorded: {confirmed}, new ones: {received}, documents: {size} MB.",
    ),
    "bundle-by-room": (
        "Phần riêng của từng máy do trạm phòng họp {room} làm.",
        "The laptops' own parts were made by the room hub {room}.",
    ),
    "bundle-in-room": (
        "{count} việc của máy này đã nhận qua trạm phòng họp, chờ máy chủ ghi nhận.",
        "Acts of this laptop at the room hub, still to be recorded by the office's hub: {count}.",
    ),
    "bundle-on-way": (
        "{count} việc của máy này đang chuyển đến trạm phòng họp, chưa được ghi nhận.",
        "Acts of this laptop on their way to the room hub, not recorded: {count}.",
    ),
    "bundle-version": ("Có bản tài liệu mới: {title}", "There is a new packet: {title}"),
    "bundle-recalled": ("Tài liệu bị thu hồi: {title}", "Recalled: {title}"),
    "bundle-brought": (
        "Máy {device}: {recorded} việc đã ghi nhận, {refused} bị từ chối, {carried} chuyển tiếp, {waiting} "
        "còn chờ. Biên nhận đã chép lên USB.",
        "Laptop {device}: acts recorded: {recorded}, refused: {refused}, passed on: {carried}, still "
        "waiting: {waiting}. The receipts are on the stick.",
    ),
    "bundle-brought-room": (
        "Máy {device}: trạm phòng họp {room} đã nhận {recorded} việc, từ chối {refused}, chuyển tiếp "
        "{carried}, {waiting} còn chờ. Biên nhận đã chép lên USB.",
        "Laptop {device}: acts taken by the room hub {room}: {recorded}, refused: {refused}, passed on: "
        "{carried}, still waiting: {waiting}. The receipts are on the stick.",
    ),
    "bundle-brought-of-room": (
        "Trạm phòng họp {device}: {recorded} việc đã ghi nhận, {refused} bị từ chối, {waiting} còn chờ.",
        "Room hub {device}: acts recorded: {recorded}, refused: {refused}, still waiting: {waiting}.",
    ),
    "bundle-line-out": (
        "{name}: gói của {office} cho {devices} máy, lúc {made}, phần {part}/{parts}, {size} MB.",
        "{name}: a bundle by {office}, laptops: {devices}, of {made}, part {part} of {parts}, {size} MB.",
    ),
    "bundle-line-room": (
        "{name}: gói của trạm phòng họp {room} cho {devices} máy, lúc {made}, phần {part}/{parts}, {size} "
        "MB.",
        "{name}: a bundle by the room hub {room}, laptops: {devices}, of {made}, part {part} of {parts}, "
        "{size} MB.",
    ),
    "bundle-line-home": (
        "{name}: gói gửi về {office}, lúc {made}, {size} MB.",
        "{name}: a bundle for {office}, of {made}, {size} MB.",
    ),
    "bundle-line-room-home": (
        "{name}: gói của trạm phòng họp {room} gửi về {office}, lúc {made}, {size} MB.",
        "{name}: a bundle by the room hub {room} for {office}, of {made}, {size} MB.",
    ),
    "bundle-line-mine": ("Có phần của máy này.", "There is something for this laptop."),
}
