"""What ``sohop-hub`` says, in Vietnamese and English."""

from __future__ import annotations

import os

from sync.hub.sayable import Say, Sentence

SENTENCES: dict[Say, Sentence] = {
    Say.MADE: Sentence("Đã lập hệ thống của {name} ở {dir}.", "The hub of {name} was made in {dir}."),
    Say.ROOT_APART: Sentence(
        "Khóa gốc nằm trong tệp {file}. Cất tệp này ở nơi khác, không để trên máy chủ; "
        "cần tệp và mật khẩu mỗi khi ký danh sách máy của cơ quan.",
        "The root key is in the file {file}. Keep it elsewhere, not on the server; "
        "the file and its passphrase are needed whenever the roster is signed.",
    ),
    Say.ROOT_KEPT: Sentence(
        "Khóa gốc được giữ ngay bên máy chủ ({file}), vẫn có mật khẩu. Ai chiếm được máy chủ và đoán ra "
        "mật khẩu thì giả được thư ký và người phê duyệt. Chỉ nên dùng để trình diễn "
        "hoặc khi chỉ có một máy.",
        "The root key is kept beside the hub ({file}), under its passphrase. Whoever takes the server and "
        "guesses the passphrase can pose as secretary and approver. For a demonstration or a single machine "
        "only.",
    ),
    Say.ROOT_SHOWN: Sentence(
        "Khóa gốc số {number}, vân tay: {fingerprint}\n{key}",
        "Root key number {number}, fingerprint: {fingerprint}\n{key}",
    ),
    Say.CODE: Sentence("Mã ghi danh: {code}", "Enrolment code: {code}"),
    Say.LINK: Sentence("Liên kết: {link}", "Link: {link}"),
    Say.EXPIRES: Sentence(
        "Dùng một lần, trước {when}. Mã cấp trước đó không còn giá trị.",
        "Good once, before {when}. An earlier code is void.",
    ),
    Say.WRITTEN: Sentence("Đã ghi thư mời vào {file}.", "The invitation was written to {file}."),
    Say.ROSTER: Sentence(
        "Đã ký danh sách máy của cơ quan số {number}, gồm {count} máy.",
        "Roster number {number} was signed; devices on it: {count}.",
    ),
    Say.ROSTER_NEW: Sentence(
        "Mới vào danh sách: {name} ({roles}), máy {device}.",
        "New on it: {name} ({roles}), device {device}.",
    ),
    Say.REVOKED: Sentence("Đã thu hồi máy {device} của {name}.", "Device {device} of {name} was revoked."),
    Say.REVOKED_OFFICE: Sentence(
        "Máy này có trong danh sách của cơ quan: hãy ký danh sách mới (roster sign).",
        "This device is on the roster: sign a new one (roster sign).",
    ),
    Say.ROOM_CARRIES: Sentence(
        "Trạm phòng họp {device} mang {count} kỳ họp, từ lần gặp máy chủ tới.",
        "Meetings that the room hub {device} carries, from when it meets the hub next: {count}.",
    ),
    Say.ROOM_CODE: Sentence("Mã ghi danh của trạm: ", "The room hub's code: "),
    Say.ROOM_JOINED: Sentence(
        "Máy này là trạm {device}. Dấu khóa: {mark}. Đợi người quản trị ký danh sách, rồi chạy: sohop-hub "
        "room meet.",
        "This laptop is the room hub {device}. Mark of its key: {mark}. Once the administrator has signed "
        "the roster: sohop-hub room meet.",
    ),
    Say.ROOM_MET: Sentence(
        "Đã gặp máy chủ cơ quan: đưa lên {brought} việc, lấy về {packets} tập tài liệu.",
        "Met the office's hub. Acts up: {brought}, packets down: {packets}.",
    ),
    Say.ROOM_LEFT: Sentence(
        "{left} việc máy chủ chưa nhận được; giữ ở đây và đưa lại lần sau.",
        "Acts that could not be taken yet: {left}. They are kept here and brought again.",
    ),
    Say.ROOM_FORKED: Sentence(
        "{forked} nội dung đã được mở ở hai nơi: máy chủ có sổ khác. Báo chủ tọa.",
        "Motions that were opened at two places: {forked}. The hub has another log. Tell the chair.",
    ),
    Say.E_NO_ROOM: Sentence("{id} không phải trạm phòng họp.", "{id} is no room hub."),
    Say.E_NO_MEETING: Sentence(
        "Có kỳ họp chưa từng có tập tài liệu (xem list).", "A meeting has no packet yet (see list)."
    ),
    Say.E_ROOM_UNSIGNED: Sentence(
        "Trạm ở {dir} chưa được ký vào danh sách máy (roster sign), hoặc chưa gặp máy chủ từ lúc ký (room "
        "meet).",
        "The room hub in {dir} is not on a signed roster yet (roster sign), or has not met the hub since.",
    ),
    Say.NEW_PASSPHRASE: Sentence("Mật khẩu mới cho khóa gốc: ", "New passphrase for the root key: "),
    Say.PASSPHRASE_AGAIN: Sentence("Gõ lại mật khẩu: ", "The same again: "),
    Say.ROOT_PASSPHRASE: Sentence("Mật khẩu của khóa gốc: ", "Passphrase of the root key: "),
    Say.NEXT_PASSPHRASE: Sentence(
        "Mật khẩu của khóa gốc mới (đã tạo lần trước): ", "Passphrase of the new root key (made before): "
    ),
    Say.OFFICE_NAME: Sentence("Tên cơ quan: ", "Name of the office: "),
    Say.TERM: Sentence("Nhiệm kỳ (có thể bỏ trống): ", "Term (may be empty): "),
    Say.PEOPLE: Sentence("Người", "People"),
    Say.DEVICES: Sentence("Máy", "Devices"),
    Say.MEETINGS: Sentence("Cuộc họp", "Meetings"),
    Say.ID: Sentence("Mã", "Id"),
    Say.NAME: Sentence("Tên", "Name"),
    Say.TITLE: Sentence("Chức danh", "Title"),
    Say.ROLES: Sentence("Vai trò", "Roles"),
    Say.PERSON: Sentence("Của", "Of"),
    Say.DEVICE_NAME: Sentence("Tên máy", "Device"),
    Say.STATE: Sentence("Tình trạng", "State"),
    Say.VERSION: Sentence("Bản", "Version"),
    Say.ACTIVE: Sentence("đang dùng", "active"),
    Say.PENDING: Sentence("chờ ký danh sách", "waits for roster sign"),
    Say.GONE: Sentence("đã thu hồi", "revoked"),
    Say.VOTES: Sentence("{state}, biểu quyết", "{state}, votes"),
    Say.GO_ON: Sentence("Tiếp tục? [c/K] ", "Go on? [y/N] "),
    Say.TLS_NAMES: Sentence("Tên: {names}", "Names: {names}"),
    Say.TLS_DATES: Sentence("Từ {begins} đến {ends}", "From {begins} to {ends}"),
    Say.TLS_LEFT: Sentence("Còn {days} ngày", "Days left: {days}"),
    Say.TLS_FINGERPRINT: Sentence(
        "Vân tay của khóa (SHA-256): {fingerprint}", "Fingerprint of its key (SHA-256): {fingerprint}"
    ),
    Say.TLS_CA: Sentence("CA của cơ quan dùng đến {ends}", "The office's CA is good until {ends}"),
    Say.TLS_SOON: Sentence(
        "Chứng nhận máy chủ chỉ còn {days} ngày. Gia hạn bằng tls renew.",
        "The server's certificate ends soon. Days left: {days}. Renew it with tls renew.",
    ),
    Say.TLS_ENDED: Sentence(
        "Chứng nhận máy chủ đã hết hạn ngày {ends}. Gia hạn ngay bằng tls renew.",
        "The server's certificate ended on {ends}. Renew it now with tls renew.",
    ),
    Say.TLS_RENEWED: Sentence(
        "Đã gia hạn. Hệ thống đang chạy tự dùng chứng nhận mới trong vài giây; các máy không phải làm gì.",
        "Renewed. A running hub takes it up within seconds; laptops have nothing to do.",
    ),
    Say.ROOT_CHANGED: Sentence(
        "Khóa gốc mới nằm trong tệp {new}; danh sách số {number} đã ký bằng khóa này. Các máy tự nhận khi "
        "liên lạc.\n"
        "Hủy tệp khóa gốc cũ {old} và mọi bản chép của nó. Sao lưu hệ thống ngay. Mã ghi danh chưa dùng đã "
        "bị hủy: cấp lại.",
        "The new root key is in the file {new}; it has signed roster number {number}. Laptops follow at "
        "their next contact.\n"
        "Destroy the old root file {old} and every copy of it. Back the hub up now. Unused codes are void: "
        "issue them again.",
    ),
    Say.RESTORING: Sentence(
        "Chỉ dùng khi thư mục này lấy lại từ bản sao lưu. Mọi máy sẽ hỏi lại từ đầu và gửi lại những gì hệ "
        "thống này không có.\n"
        "Những việc quản trị sau bản sao lưu không còn: trước hết hãy thu hồi lại (revoke) các máy đã thu "
        "hồi sau đó; máy ghi danh sau đó phải ghi danh lại.",
        "Only when this folder came back from a backup. Every laptop will ask for everything anew and send "
        "again what this hub does not have.\n"
        "What was administered after the backup is gone: first revoke again the laptops that were revoked "
        "since; laptops enrolled since have to enrol again.",
    ),
    Say.RESTORED: Sentence(
        "Đã bắt đầu thời kỳ mới với danh sách số {number}, gồm {count} máy. Bây giờ chạy serve. Mã ghi danh "
        "chưa dùng đã bị hủy: cấp lại.",
        "A new epoch has begun with roster number {number}; devices on it: {count}. Now run serve. Unused "
        "codes are void: issue them again.",
    ),
    Say.BACKED_UP: Sentence(
        "Đã sao lưu vào {copy}: thêm {blobs} tệp, {size} MB.",
        "Backed up to {copy}. New blobs: {blobs}, {size} MB.",
    ),
    Say.E_BACKUP_INSIDE: Sentence(
        "Bản sao lưu phải nằm ngoài thư mục {dir}, tốt nhất là trên ổ đĩa khác.",
        "The backup must lie outside of {dir}, best on another disk.",
    ),
    Say.PUT_BACK: Sentence("Đã lấy lại bản sao {copy}.", "Put back the copy {copy}."),
    Say.CHECKED: Sentence(
        "Nguyên vẹn: {events} việc đã ghi nhận, {receipts} biên nhận, {packets} tập tài liệu với {blobs} "
        "mảnh, {motions} sổ ghi phiếu.",
        "Whole. Recorded acts: {events}, receipts: {receipts}, packets: {packets}, their chunks: {blobs}, "
        "logs of motions: {motions}.",
    ),
    Say.FLAW: Sentence("Không nguyên vẹn ({what}): {which}", "Not whole ({what}): {which}"),
    Say.GROUPS: Sentence("Tổ, ban", "Groups"),
    Say.PERSON_CODE: Sentence("Mã của cơ quan", "Office's code"),
    Say.ROW: Sentence("Dòng", "Row"),
    Say.WHAT: Sentence("Vì sao", "Why"),
    Say.WILL_ADD: Sentence("Sẽ thêm", "To be added"),
    Say.WILL_CHANGE: Sentence("Sẽ sửa", "To be changed"),
    Say.DOUBTFUL: Sentence("Đáng ngờ, bỏ qua", "Doubtful, left out"),
    Say.PLANNED: Sentence(
        "Thêm {added}, sửa {changed}, giữ nguyên {same}, bỏ qua {doubtful}.",
        "{added} to add, {changed} to change, {same} unchanged, {doubtful} left out.",
    ),
    Say.IMPORTED: Sentence("Đã ghi {count} người.", "People written: {count}."),
    Say.NOTHING_NEW: Sentence("Không có gì để ghi.", "There is nothing to write."),
    Say.CHANGED: Sentence("Đã sửa {name}.", "{name} was changed."),
    Say.LEAVING: Sentence(
        "{name} rời cơ quan: máy của họ bị thu hồi, mã chưa dùng bị hủy.",
        "{name} leaves the office: their laptops are revoked, unused codes become void.",
    ),
    Say.LEFT: Sentence(
        "{name} đã rời cơ quan; {count} máy bị thu hồi.", "{name} has left; laptops revoked: {count}."
    ),
    Say.OLD_ROLES: Sentence(
        "Máy đã ghi danh giữ vai trò cũ: thu hồi máy và cấp mã mới để đổi.",
        "Enrolled laptops keep the old roles: revoke them and issue a new code to change that.",
    ),
    Say.DOUBT_HIDDEN: Sentence("đã bỏ ký tự ẩn", "hidden characters taken out"),
    Say.DOUBT_NO_ROLE: Sentence("không ghi vai trò: là đại biểu", "no role: a delegate"),
    Say.DOUBT_EMPTY: Sentence("không có tên", "no name"),
    Say.DOUBT_LONG: Sentence("quá dài", "too long"),
    Say.DOUBT_FORMULA: Sentence("ô chứa công thức", "a cell holds a formula"),
    Say.DOUBT_NO_NAME: Sentence("tên không có chữ cái", "the name has no letter"),
    Say.DOUBT_ROLE: Sentence("vai trò lạ", "unknown role"),
    Say.DOUBT_SAME_NAME: Sentence(
        "trùng tên với người khác; thêm cột Mã", "another has the same name; add a column Code"
    ),
    Say.DOUBT_SAME_CODE: Sentence("mã có hai lần", "the code stands twice"),
    Say.DOUBT_OTHER_NAME: Sentence("mã và tên là của hai người", "code and name are two persons'"),
    Say.LOG: Sentence("Nhật ký", "Log"),
    Say.AT: Sentence("Lúc", "At"),
    Say.ABOUT: Sentence("Về", "About"),
    Say.BY: Sentence("Do", "By"),
    Say.OFFICE_CHANGED: Sentence(
        "Đã ghi. Ký lại danh sách máy (roster sign) để các máy thấy.",
        "Written. Sign the roster (roster sign) for laptops to see it.",
    ),
    Say.E_NOT_WHOLE: Sentence(
        "Có {count} chỗ không nguyên vẹn. Đừng dùng thư mục này để họp; lấy lại từ bản sao lưu trước đó.",
        "Things that are not whole: {count}. Do not hold meetings with this folder; restore an "
        "earlier backup.",
    ),
    Say.E_NO_COPY: Sentence(
        "Thư mục {dir} không có bản sao lưu nào như vậy.", "The folder {dir} holds no such backup."
    ),
    Say.E_BACKUP_ROOM: Sentence(
        "Trạm phòng họp không sao lưu: mọi thứ nó giữ được chuyển lên máy chủ của cơ quan khi có mạng. "
        "Sao lưu máy chủ đó.",
        "A room hub is not backed up: all that it has goes up to the office's hub once there is a line. "
        "Back up that one.",
    ),
    Say.E_BACKUP_BUSY: Sentence(
        "Một lần sao lưu khác đang ghi vào {dir}.", "Another backup is being written to {dir}."
    ),
    Say.E_OTHER_BACKUP: Sentence(
        "{dir} là bản sao lưu của cơ quan khác; chọn thư mục khác.",
        "{dir} is the backup of another office; choose another folder.",
    ),
    Say.E_NOT_EMPTY: Sentence(
        "Thư mục {dir} không trống nên không ghi đè; chọn thư mục khác bằng --dir.",
        "The folder {dir} is not empty and is not overwritten; choose another with --dir.",
    ),
    Say.E_EXISTS: Sentence("Thư mục {dir} đã có hệ thống.", "The folder {dir} already holds a hub."),
    Say.E_NO_HUB: Sentence(
        "Thư mục {dir} không có hệ thống nào. Dùng --dir, hoặc sohop-hub init.",
        "The folder {dir} holds no hub. Use --dir, or sohop-hub init.",
    ),
    Say.E_NEWER: Sentence(
        "Hệ thống ở {dir} do bản chương trình mới hơn ghi; không có gì thay đổi.",
        "The hub in {dir} was written by a newer program; nothing has changed.",
    ),
    Say.E_IN_USE: Sentence(
        "Một chương trình khác đang chạy hệ thống ở {dir}.", "Another program is serving the hub in {dir}."
    ),
    Say.E_PASSPHRASE_SHORT: Sentence(
        "Mật khẩu cần ít nhất {least} ký tự.", "A passphrase needs at least {least} characters."
    ),
    Say.E_PASSPHRASE_DIFFERENT: Sentence("Hai lần gõ khác nhau.", "The two passphrases differ."),
    Say.E_PASSPHRASE_NONE: Sentence(
        "Không có bàn phím để hỏi mật khẩu; dùng --passphrase-fd.",
        "There is no terminal to ask for the passphrase; use --passphrase-fd.",
    ),
    Say.E_WRONG_PASSPHRASE: Sentence(
        "Mật khẩu của khóa gốc chưa đúng; không có gì thay đổi.",
        "The passphrase of the root key is not right; nothing has changed.",
    ),
    Say.E_NO_ROOT_FILE: Sentence(
        "Không thấy tệp khóa gốc {file}; chỉ ra bằng --root.",
        "The root file {file} was not found; name it with --root.",
    ),
    Say.E_BAD_ROOT_FILE: Sentence(
        "Tệp {file} không phải tệp khóa gốc, hoặc đã hỏng.", "The file {file} is no root file, or is damaged."
    ),
    Say.E_OTHER_ROOT: Sentence("Khóa gốc này của cơ quan khác.", "This root key belongs to another office."),
    Say.E_OLD_ROOT: Sentence(
        "Đây không phải khóa gốc đang dùng của cơ quan. Nếu đang thay khóa gốc thì chạy lại root rotate; nếu "
        "thư mục lấy từ bản sao lưu thì chạy restored.",
        "This is not the root key in use. If it was being replaced, run root rotate again; if the folder "
        "came from a backup, run restored.",
    ),
    Say.E_OTHER_NEW_ROOT: Sentence(
        "Tệp {file} đã có và không phải khóa gốc kế tiếp; chọn tên tệp khác.",
        "The file {file} exists and is not the next root key; choose another name.",
    ),
    Say.E_NO_TLS: Sentence(
        "Thư mục {dir} không có chứng nhận dùng được (tls.pem); tạo bằng tls renew --address.",
        "The folder {dir} has no usable certificate (tls.pem); make one with tls renew --address.",
    ),
    Say.E_STOPPED: Sentence("Đã dừng; không có gì thay đổi.", "Stopped; nothing has changed."),
    Say.E_FILE: Sentence("Không đọc hoặc ghi được {file}.", "{file} cannot be read or written."),
    Say.E_NO_PERSON: Sentence("Không có người nào mang mã {id}.", "There is no person {id}."),
    Say.E_NO_DEVICE: Sentence("Không có máy nào mang mã {id}.", "There is no device {id}."),
    Say.E_LISTEN: Sentence("Không dùng được địa chỉ {address}.", "The address {address} cannot be used."),
    Say.E_LISTEN_FORM: Sentence(
        "Địa chỉ phải có dạng HOST:PORT, không phải {address}.",
        "The address has the form HOST:PORT, not {address}.",
    ),
    Say.E_FILE_EXISTS: Sentence(
        "Tệp {file} đã có nên không ghi đè.", "The file {file} exists and is not overwritten."
    ),
    Say.E_NEEDED: Sentence("Thiếu {option}.", "{option} is needed."),
    Say.BUNDLE_OUT: Sentence(
        "{file}: gói của {office} cho {devices} máy, lúc {made}, phần {part}/{parts}, {size} MB.",
        "{file}: a bundle by {office}, laptops: {devices}, of {made}, part {part} of {parts}, {size} MB.",
    ),
    Say.BUNDLE_HOME: Sentence(
        "{file}: gói gửi về {office}, lúc {made}, {size} MB.",
        "{file}: a bundle for {office}, of {made}, {size} MB.",
    ),
    Say.BUNDLE_WRITTEN: Sentence(
        "Đã chép ra {dir}: {files} tệp cho {devices} máy, {size} MB. Rút USB được rồi.",
        "Written to {dir}. Files: {files}, laptops: {devices}, {size} MB. The stick may be pulled out.",
    ),
    Say.BUNDLE_ROOM_WRITTEN: Sentence(
        "Đã chép ra {dir} phần của trạm phòng họp cho máy chủ của cơ quan, {size} MB. Rút USB được rồi.",
        "Written to {dir}: what this room hub has for its office, {size} MB. The stick may be pulled out.",
    ),
    Say.BUNDLE_GOES_ON: Sentence(
        "Có một gói chép dở trên USB; chép tiếp gói đó.",
        "A bundle on the stick was not finished; it goes on with that.",
    ),
    Say.BUNDLE_TAKEN: Sentence(
        "{file}: máy {device}: {recorded} việc đã ghi nhận, {refused} bị từ chối, {carried} chuyển tiếp, "
        "{waiting} còn chờ. Biên nhận đã chép lên USB.",
        "{file}: laptop {device}: acts recorded: {recorded}, refused: {refused}, passed on: {carried}, "
        "still waiting: {waiting}. The receipts are on the stick.",
    ),
    Say.BUNDLE_TAKEN_ROOM: Sentence(
        "{file}: máy {device}: trạm đã nhận {recorded} việc, từ chối {refused}, chuyển tiếp {carried}, "
        "{waiting} còn chờ. Biên nhận đã chép lên USB.",
        "{file}: laptop {device}: acts taken by this room hub: {recorded}, refused: {refused}, passed on: "
        "{carried}, still waiting: {waiting}. The receipts are on the stick.",
    ),
    Say.BUNDLE_OF_ROOM: Sentence(
        "{file}: trạm phòng họp {device}: {recorded} việc đã ghi nhận, {refused} bị từ chối, "
        "{waiting} còn chờ.",
        "{file}: room hub {device}: acts recorded: {recorded}, refused: {refused}, still waiting: {waiting}.",
    ),
    Say.E_BUNDLES: Sentence("{count} gói chưa nhận được.", "Bundles not taken: {count}."),
}


def language(chosen: str | None) -> str:
    """``vi`` or ``en``: as chosen, else English where the system speaks it, else Vietnamese."""
    if chosen is not None:
        return chosen
    return "en" if os.environ.get("LANG", "").startswith("en") else "vi"


def say(sentence: Say, lang: str, **fields: object) -> str:
    """The sentence with its fields."""
    entry = SENTENCES[sentence]
    return (entry.en if lang == "en" else entry.vi).format(**fields)
