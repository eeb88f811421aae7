"""The sentences about the USB courier: bundles, and the stick that they are on."""

from __future__ import annotations

from typing import Final

from sync.codes import Code, Fault, Retry
from sync.entry import Entry, entry

STICK: Final[dict[Code, Entry]] = {
    Code.BUNDLE_BROKEN: entry(
        "Gói trên USB bị hỏng, bị sửa, hoặc không phải gói của Sổ Họp. Không nhận gì từ phần hỏng, mọi thứ "
        "trên máy vẫn nguyên. Xin cơ quan chép lại gói.",
        "The bundle on the stick is damaged, was altered, or is none of Sổ Họp's. Nothing was taken from "
        "what is damaged, and everything on this laptop is as it was. Ask the office to copy it again.",
        Retry.AFTER_ACTION,
        Fault.CONTENT,
    ),
    Code.BUNDLE_NEWER: entry(
        "Gói này do bản Sổ Họp mới hơn chép ra. Không có gì thay đổi; cài bản mới rồi mở lại.",
        "This bundle was made by a newer Sổ Họp. Nothing has changed; install the new version and open it "
        "again.",
        Retry.AFTER_ACTION,
        Fault.CONTENT,
    ),
    Code.BUNDLE_UNFINISHED: entry(
        "Gói này chưa chép xong (có thể USB đã bị rút sớm). Phần đã có không mất; chép lại là máy làm tiếp "
        "từ chỗ dừng.",
        "This bundle was not copied to its end (perhaps the stick was pulled out). What is there is not "
        "lost; copying again goes on from where it stopped.",
        Retry.AFTER_ACTION,
        Fault.DEVICE,
    ),
    Code.BUNDLE_OTHER: entry(
        "Gói này không dành cho máy này nên không mở được. Không có gì thay đổi.",
        "This bundle is not for this laptop and cannot be opened here. Nothing has changed.",
        Retry.NEVER,
        Fault.CONTENT,
    ),
    Code.BUNDLE_OTHER_HUB: entry(
        "Nơi đang nối không nhận được gói gửi về này: gói không niêm phong cho nơi đó, hoặc nơi đó chưa biết "
        "máy đã chép gói. Gói vẫn nguyên trên USB; đưa về máy chủ của cơ quan, hoặc xin đại biểu chép lại.",
        "The hub that was asked cannot take this homeward bundle: it is not sealed to that hub, or the "
        "laptop that wrote it is not known there. It is still on the stick; bring it to the office's hub, or "
        "ask its owner to copy it again.",
        Retry.AFTER_ACTION,
        Fault.CONTENT,
    ),
    Code.BUNDLE_STRANGE_HUB: entry(
        "Gói này do một trạm phòng họp mà máy này chưa biết, hoặc đã bị thu hồi, chép ra. Không nhận gì từ "
        "gói; xin gói của máy chủ cơ quan trước.",
        "This bundle was made by a room hub that this laptop does not know, or that was revoked. Nothing was "
        "taken from it; ask for a bundle by the office's hub first.",
        Retry.AFTER_ACTION,
        Fault.CONTENT,
    ),
    Code.BUNDLE_OLD: entry(
        "Gói này cũ hơn những gì máy đã có nên không có gì để nhận. Không có gì thay đổi.",
        "This bundle is older than what this laptop has, so there is nothing to take. Nothing has changed.",
        Retry.NEVER,
        Fault.CONTENT,
    ),
    Code.BUNDLE_PART_MISSING: entry(
        "Gói có {parts} phần, trên USB còn thiếu phần {part}. Phần đã có vẫn được nhận; xin cơ quan chép "
        "nốt.",
        "Part {part} of the bundle, which has {parts}, is not on the stick. What is there was taken; ask the "
        "office for the rest.",
        Retry.AFTER_ACTION,
        Fault.CONTENT,
    ),
    Code.BUNDLE_NONE: entry(
        "Không thấy gói Sổ Họp nào ở {name}.",
        "There is no Sổ Họp bundle at {name}.",
        Retry.AFTER_ACTION,
        Fault.PERSON,
    ),
    Code.NOTHING_TO_CARRY: entry(
        "Không có gì cần chép ra USB.",
        "There is nothing to be copied to a stick.",
        Retry.NEVER,
        Fault.PERSON,
    ),
    Code.STICK_FULL: entry(
        "USB không đủ chỗ: cần {need} MB, còn {free} MB. Không mất gì; xóa bớt hoặc dùng USB khác.",
        "The stick has too little room: {need} MB needed, {free} MB free. Nothing is lost; make room "
        "or use another.",
        Retry.AFTER_ACTION,
        Fault.DEVICE,
    ),
    Code.STICK_GONE: entry(
        "Không đọc hoặc ghi được USB nữa (có thể đã bị rút, hoặc đang khóa ghi). Không mất gì; cắm lại rồi "
        "làm tiếp, máy đi tiếp từ chỗ dừng.",
        "The stick can no longer be read or written (perhaps it was pulled out, or is write-protected). "
        "Nothing is lost; put it back and go on: it continues from where it stopped.",
        Retry.AFTER_ACTION,
        Fault.DEVICE,
    ),
}
