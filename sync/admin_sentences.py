"""The sentences about administration: lists of people, what the root signs, the office's emblem."""

from __future__ import annotations

from typing import Final

from sync.codes import Code, Fault, Retry
from sync.entry import Entry, entry

ADMIN: Final[dict[Code, Entry]] = {
    Code.PEOPLE_FILE_WRONG: entry(
        "Không đọc được tệp {name} như một danh sách. Chưa đổi gì. Mở tệp bằng Excel rồi lưu lại dạng .xlsx "
        "hoặc CSV UTF-8.",
        "File {name} could not be read as a list. Nothing was changed. Open it in Excel and save it as .xlsx "
        "or as CSV UTF-8.",
        Retry.AFTER_ACTION,
        Fault.CONTENT,
    ),
    Code.PEOPLE_FILE_LARGE: entry(
        "Tệp {name} quá lớn cho một danh sách người: nhiều nhất {size} MB và {rows} người. Chưa đổi gì.",
        "File {name} is too large for a list of people: at most {rows}, and {size} MB. Nothing was changed.",
        Retry.AFTER_ACTION,
        Fault.CONTENT,
    ),
    Code.PEOPLE_FILE_NO_NAMES: entry(
        "Không thấy cột “Họ và tên” trong tệp {name}. Chưa đổi gì; thêm một dòng tiêu đề cột rồi chọn lại.",
        "File {name} has no column “Họ và tên” or “Name”. Nothing was changed; add a row of headings and "
        "choose it again.",
        Retry.AFTER_ACTION,
        Fault.CONTENT,
    ),
    Code.PEOPLE_CHANGED: entry(
        "Danh sách người vừa được sửa ở nơi khác nên chưa ghi gì. Xem lại thay đổi trên danh sách mới.",
        "The list of people was changed elsewhere meanwhile, so nothing was written. Look again at what "
        "would change.",
        Retry.NOW,
        Fault.PERSON,
    ),
    Code.PERSON_CODE_TAKEN: entry(
        "Mã {code} đã là của người khác nên chưa ghi gì.",
        "The code {code} is another person's, so nothing was written.",
        Retry.AFTER_ACTION,
        Fault.PERSON,
    ),
    Code.UNKNOWN_PERSON: entry(
        "Không có người này trong danh sách của cơ quan, hoặc người này đã rời cơ quan.",
        "This person is not on the office's list, or has left the office.",
        Retry.AFTER_ACTION,
        Fault.PERSON,
    ),
    Code.OWN_DEVICE: entry(
        "Không thu hồi được chính máy đang dùng. Làm việc này từ máy khác, hoặc trên máy chủ.",
        "The laptop in use can't revoke itself. Do it from another one, or at the hub.",
        Retry.AFTER_ACTION,
        Fault.PERSON,
    ),
    Code.PROPOSAL_REFUSED: entry(
        "Máy chủ đưa ký một danh sách không nối tiếp danh sách mà máy này biết. Máy này không ký. Đồng bộ "
        "rồi thử lại; nếu vẫn vậy, kiểm tra máy chủ trước khi ký bất cứ gì.",
        "The hub proposes a roster that does not follow the one known here. This laptop does not sign it. "
        "Sync and try again; if it stays so, look at the hub before anything is signed.",
        Retry.AFTER_ACTION,
        Fault.HOSTILE,
    ),
    Code.ROSTER_CHANGED: entry(
        "Máy hoặc tên của cơ quan vừa đổi trong lúc ký nên chữ ký này chưa dùng. Xem lại danh sách rồi ký.",
        "Laptops or the office's name changed while it was being signed, so this signature was not used. "
        "Look at the list again and sign.",
        Retry.NOW,
        Fault.PERSON,
    ),
    Code.ROOT_FILE_WRONG: entry(
        "Tệp {name} không phải tệp khóa gốc của cơ quan này, hoặc là khóa gốc đã được thay.",
        "File {name} is not this office's root key file, or holds a root that was replaced.",
        Retry.AFTER_ACTION,
        Fault.PERSON,
    ),
    Code.EMBLEM_WRONG: entry(
        "Ảnh này không dùng làm biểu trưng được: cần ảnh PNG hoặc JPEG, không quá 8 MB.",
        "This picture can't be the emblem: it has to be a PNG or JPEG of at most 8 MB.",
        Retry.AFTER_ACTION,
        Fault.CONTENT,
    ),
}
