"""What is said of an archive, Vietnamese and English."""

from __future__ import annotations

from typing import Final

from sync.verify.reading import Why
from sync.verify.steps import Step

ARCHIVE_HELD: Final[dict[Step, tuple[str, str]]] = {
    Step.ARCHIVE: (
        "Hồ sơ có {n} mục ({size} MB), không thừa không thiếu so với bản liệt kê; mục nào cũng "
        "đúng dấu SHA-256.",
        "The archive has the entries of its list ({n}, {size} MB), no more and no fewer; each has "
        "its SHA-256.",
    ),
    Step.LIST: (
        "Bản liệt kê do {name} (thư ký) ký: “{title}”.",
        "The list is signed by {name} (secretary): “{title}”.",
    ),
    Step.COUNTERSIGNED: ("{name} cùng ký bản liệt kê.", "{name} has signed the list too."),
    Step.VERSION: (
        "Tài liệu bản {version}: {secretary} (thư ký) trình, {approver} phê duyệt; {items}/{all} "
        "mục chương trình, "
        "{documents} tài liệu.",
        "Version {version}: signed by {secretary} (secretary) and {approver} (approver); agenda "
        "items: {items} of {all}, documents: {documents}.",
    ),
    Step.GAP: (
        "Lưu ý: bản trước bản {version} không có trong hồ sơ.",
        "Note: the version before version {version} is not in the archive.",
    ),
    Step.EVENTS: (
        "{n} việc đã ghi nhận; việc nào cũng đúng chữ ký của máy người làm.",
        "Recorded acts, each signed by its author's device: {n}.",
    ),
    Step.MOTION: (
        "Biểu quyết “{question}” kiểm lại từ đầu: {vi}",
        "The vote on “{question}”, counted again from its ballots: {en}",
    ),
    Step.ANNULLED: (
        "Lưu ý: biểu quyết “{question}” đã bị hủy.",
        "Note: the vote on “{question}” was annulled.",
    ),
    Step.UNRESTRICTED: (
        "Lưu ý: mục hạn chế người xem không có trong hồ sơ này.",
        "Note: items with restricted access are not in this archive.",
    ),
    Step.LEFT_OUT: (
        "Lưu ý, chỉ còn dấu, không có nội dung: {items} mục chương trình, {documents} tài liệu, "
        "{motions} biểu quyết, "
        "{events} việc.",
        "Note: left out, with their digests: agenda items: {items}, documents: {documents}, votes: "
        "{motions}, acts: {events}.",
    ),
}
ARCHIVE_WHY: Final[dict[Why, tuple[str, str]]] = {
    Why.ZIP_CUT: ("tệp bị cắt, hoặc có gì sau phần cuối", "the file was cut, or goes on behind its end"),
    Why.ZIP_END: ("phần cuối không khớp với các mục", "its end does not fit the entries"),
    Why.ZIP_MANY: ("quá nhiều mục (nhiều nhất {most})", "too many entries (at most {most})"),
    Why.ZIP_NAME: ("tên không an toàn: “{name}”", "an unsafe name: “{name}”"),
    Why.ZIP_PACKED: (
        "mục bị nén, mã hóa hoặc không rõ cỡ; hồ sơ thật không có mục nào như vậy",
        "the entry is compressed, encrypted or of unknown size; no true archive has such",
    ),
    Why.ZIP_LINK: ("là liên kết, không phải tệp", "a link, not a file"),
    Why.ZIP_HEADER: ("đầu mục không đúng khuôn", "its header is not the one there can be"),
    Why.ZIP_PLACE: (
        "chồng lên mục khác, cách quãng, hoặc nằm ngoài tệp",
        "it overlaps another, leaves a gap or lies outside the file",
    ),
    Why.ZIP_SUM: ("nội dung không khớp mã CRC", "its bytes do not fit their CRC"),
    Why.TOO_LARGE_PART: ("lớn hơn {most} MB", "over {most} MB"),
    Why.DIGEST: ("nội dung đã bị đổi: không khớp dấu SHA-256", "it was changed: not its SHA-256"),
    Why.NOT_HERE: ("không có trong hồ sơ", "it is not in the archive"),
    Why.NOT_NAMED: ("không bản nào của tập tài liệu nêu tên", "no version of the packet names it"),
    Why.NOT_LEFT_OUT: (
        "ghi là bỏ ra, nhưng có trong hồ sơ hoặc không thuộc hồ sơ",
        "told to be left out, but it is here, or does not belong here",
    ),
    Why.RESTRICTED: (
        "mục hạn chế người xem, dù ghi là đã bỏ ra",
        "an item with restricted access, said to be left out",
    ),
    Why.PAGE: (
        "trang này chỉ được có chữ, bảng và liên kết tới tệp trong hồ sơ",
        "that page may have words, tables and links into the archive, and nothing else",
    ),
    Why.NO_BALLOTS: (
        "phiếu và ghi chú riêng không được có ở đây",
        "neither ballots nor private notes belong here",
    ),
}
ARCHIVE_WORDS: Final = {
    "good": ("ĐÚNG. Hồ sơ nguyên vẹn như khi được ký.", "PROVED. The archive is as it was signed."),
    "not": (
        "Hồ sơ không chứng minh được: có việc nào không được đưa vào hay không, biên bản viết đúng "
        "hay không, máy của "
        "người ký sau đó có bị thu hồi hay không, và những gì tệp chứng cứ của từng biểu quyết "
        "không chứng minh được.",
        "What it cannot prove: that nothing was left out that it does not name, that the minutes "
        "are true, that the "
        "signer's device was not retired afterwards, and what files of evidence cannot prove of votes.",
    ),
}
