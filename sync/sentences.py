"""The sentence of each code: what happened, what is safe and what to do next, in both languages."""

from __future__ import annotations

from sync.admin_sentences import ADMIN
from sync.codes import Code, Fault, Retry
from sync.entry import Entry as Entry
from sync.entry import entry as _e
from sync.file_sentences import FILES
from sync.stick_sentences import STICK
from sync.vote_sentences import VOTES

CATALOGUE: dict[Code, Entry] = {
    Code.OFFLINE: _e(
        "Chưa nối được với hệ thống. Tài liệu, ghi chú và phiếu trên máy này vẫn an toàn; máy tự thử lại.",
        "No connection to the hub. Documents, notes and ballots on this laptop are safe; it will try again.",
        Retry.LATER,
        Fault.LINE,
    ),
    Code.TIMEOUT: _e(
        "Đường truyền quá chậm nên dừng giữa chừng. Phần đã nhận được giữ lại; máy tự tải tiếp.",
        "The line was too slow and stopped. What has arrived is kept; it continues by itself.",
        Retry.LATER,
        Fault.LINE,
    ),
    Code.NOT_A_HUB: _e(
        "Mạng này trả về một trang khác, không phải hệ thống họp (có thể là trang đăng nhập Wi-Fi). "
        "Chưa gửi gì. Mở trình duyệt để đăng nhập Wi-Fi, hoặc đổi mạng.",
        "This network answered with another page, not the hub (perhaps a Wi-Fi sign-in page). "
        "Nothing was sent. Sign in to the Wi-Fi in a browser, or change networks.",
        Retry.AFTER_ACTION,
        Fault.LINE,
    ),
    Code.TLS_UNTRUSTED: _e(
        "Máy chủ trả lời không mang chứng nhận của cơ quan, nên chưa gửi gì. Báo người quản trị.",
        "The server that answered does not carry the office's certificate, so nothing was sent. "
        "Tell the administrator.",
        Retry.AFTER_ACTION,
        Fault.HOSTILE,
    ),
    Code.TLS_EXPIRED: _e(
        "Chứng nhận của máy chủ đã hết hạn theo giờ của hệ thống, nên chưa gửi gì. Báo người quản trị "
        "gia hạn (sohop-hub tls renew).",
        "The server certificate has expired by the hub time, so nothing was sent. Ask the "
        "administrator to renew it (sohop-hub tls renew).",
        Retry.AFTER_ACTION,
        Fault.HUB,
    ),
    Code.PLAIN_HTTP: _e(
        "Địa chỉ này không mã hóa (http). Chỉ dùng được https, trừ khi chạy ngay trên máy này.",
        "This address is not encrypted (http). Only https is used, except on this very machine.",
        Retry.AFTER_ACTION,
        Fault.PERSON,
    ),
    Code.HUB_BROKEN: _e(
        "Hệ thống trả lời sai. Mọi thứ trên máy này vẫn an toàn; máy tự thử lại.",
        "The hub's answer made no sense. Everything on this laptop is safe; it will try again.",
        Retry.LATER,
        Fault.HUB,
    ),
    Code.TOO_LARGE: _e(
        "Dữ liệu lớn quá mức cho phép nên bị từ chối; không có gì thay đổi.",
        "The data is larger than allowed and was refused; nothing has changed.",
        Retry.NEVER,
        Fault.HOSTILE,
    ),
    Code.UNKNOWN_DEVICE: _e(
        "Hệ thống không biết máy này. Đề nghị quản trị cấp mã ghi danh mới.",
        "The hub does not know this laptop. Ask the administrator for a new enrolment code.",
        Retry.AFTER_ACTION,
        Fault.DEVICE,
    ),
    Code.DEVICE_REVOKED: _e(
        "Máy này đã bị thu hồi quyền. Ghi chú vẫn còn; khi có biểu quyết, đề nghị bỏ phiếu giấy.",
        "This laptop has been revoked. Notes are kept; please vote on paper.",
        Retry.AFTER_ACTION,
        Fault.DEVICE,
    ),
    Code.NOT_YET_ON_ROSTER: _e(
        "Máy này chờ người quản trị đưa vào danh sách máy của cơ quan (roster sign).",
        "This laptop waits for the administrator to put it on the office's roster (roster sign).",
        Retry.AFTER_ACTION,
        Fault.DEVICE,
    ),
    Code.TOKEN_EXPIRED: _e(
        "Phiên nối đã hết hạn; máy tự nối lại.",
        "The session has expired; it reconnects by itself.",
        Retry.NOW,
        Fault.LINE,
    ),
    Code.NOT_PERMITTED: _e(
        "Vai trò của máy này không được làm việc đó; không có gì thay đổi.",
        "This laptop's role may not do that; nothing has changed.",
        Retry.NEVER,
        Fault.PERSON,
    ),
    Code.CODE_WRONG: _e(
        "Mã ghi danh chưa đúng. Xem lại từng ký tự; còn {left} lần thử.",
        "The enrolment code is not right. Check each character; tries left: {left}.",
        Retry.AFTER_ACTION,
        Fault.PERSON,
    ),
    Code.CODE_USED: _e(
        "Mã này đã dùng hoặc đã bị thay. Đề nghị quản trị cấp mã mới.",
        "This code has been used or replaced. Ask the administrator for a new one.",
        Retry.AFTER_ACTION,
        Fault.PERSON,
    ),
    Code.CODE_EXPIRED: _e(
        "Mã này đã quá hạn. Đề nghị quản trị cấp mã mới.",
        "This code has expired. Ask the administrator for a new one.",
        Retry.AFTER_ACTION,
        Fault.PERSON,
    ),
    Code.HUB_NOT_PROVED: _e(
        "Máy chủ ở địa chỉ này không chứng minh được là của cơ quan, nên chưa gửi gì. Xem lại địa chỉ và mã.",
        "The server at this address could not prove that it is the office's, so nothing was sent. "
        "Check address and code.",
        Retry.AFTER_ACTION,
        Fault.HOSTILE,
    ),
    Code.NOT_THIS_ROOM: _e(
        "Đã thấy trạm phòng họp, nhưng danh sách máy của cơ quan chưa có hoặc đã bỏ trạm này, nên không nhận "
        "gì từ nó. Báo người quản trị. Việc đã làm vẫn nằm trong máy.",
        "The room hub is there, but the office's roster does not name it, or no longer, so nothing is taken "
        "from it. Tell the administrator. What was done is kept on this laptop.",
        Retry.AFTER_ACTION,
        Fault.HUB,
    ),
    Code.ROOM_OF_ANOTHER: _e(
        "Ở địa chỉ này là trạm của cơ quan khác, nên chưa gửi gì. Xem lại địa chỉ trên màn chiếu. Việc đã "
        "làm vẫn nằm trong máy.",
        "At this address is another office's room hub, so nothing was sent. Look at the address on the "
        "projector again. What was done is kept on this laptop.",
        Retry.AFTER_ACTION,
        Fault.LINE,
    ),
    Code.NO_ROOM_HERE: _e(
        "Ở địa chỉ này có máy trả lời, nhưng không phải trạm phòng họp, nên chưa gửi gì. Wi-Fi đòi đăng nhập "
        "thì đăng nhập trước; nếu không, xem lại địa chỉ. Việc đã làm vẫn nằm trong máy.",
        "Somebody answers at this address, but no room hub, so nothing was sent. Where the Wi-Fi asks for a "
        "login, log in first; else look at the address again. What was done is kept on this laptop.",
        Retry.AFTER_ACTION,
        Fault.LINE,
    ),
    Code.BAD_SIGNATURE: _e(
        "Chữ ký xác nhận không đúng nên không nhận. Bản đang có trên máy giữ nguyên.",
        "A signature does not fit, so it was not accepted. What is on this laptop stays as it was.",
        Retry.LATER,
        Fault.HOSTILE,
    ),
    Code.ONE_SIGNATURE: _e(
        "Tập tài liệu này chưa đủ xác nhận của thư ký và của người phê duyệt (hai người khác nhau), "
        "nên không hiển thị.",
        "This packet lacks the confirmations of a secretary and of an approver (two different persons), "
        "so it is not shown.",
        Retry.LATER,
        Fault.HOSTILE,
    ),
    Code.OTHER_TENANT: _e(
        "Dữ liệu này của cơ quan khác nên không nhận.",
        "This belongs to another office and was not accepted.",
        Retry.NEVER,
        Fault.HOSTILE,
    ),
    Code.OLD_VERSION: _e(
        "Nhận được bản cũ hơn bản đang có nên bỏ qua. Bản mới nhất trên máy giữ nguyên.",
        "An older version than the present one arrived and was ignored. The newest stays.",
        Retry.LATER,
        Fault.HOSTILE,
    ),
    Code.OLD_ROSTER: _e(
        "Nhận được danh sách cơ quan cũ hơn bản đang có nên bỏ qua.",
        "An older office roster than the present one arrived and was ignored.",
        Retry.LATER,
        Fault.HOSTILE,
    ),
    Code.OLD_ROOT: _e(
        "Hệ thống đưa ra khóa gốc cũ hơn khóa máy này đã biết, nên không nhận. Báo người quản trị.",
        "The hub showed an older root key than this laptop knows; it was not accepted. Tell the "
        "administrator.",
        Retry.LATER,
        Fault.HOSTILE,
    ),
    Code.OLD_EPOCH: _e(
        "Hệ thống quay về thời kỳ cũ hơn lần trước, nên không nhận. Dữ liệu trên máy giữ nguyên; báo "
        "người quản trị.",
        "The hub went back to an earlier epoch; nothing was accepted. What is on this laptop stays; "
        "tell the administrator.",
        Retry.LATER,
        Fault.HOSTILE,
    ),
    Code.OTHER_ROSTER: _e(
        "Có hai danh sách máy khác nhau mang cùng một số, nên không nhận. Báo người quản trị.",
        "Two different rosters bear the same number; the second was not accepted. Tell the administrator.",
        Retry.LATER,
        Fault.HOSTILE,
    ),
    Code.OTHER_VERSION: _e(
        "Có hai bản tài liệu khác nhau mang cùng một số bản, nên giữ bản nhận trước. Báo thư ký.",
        "Two different packets bear the same version number; the first one is kept. Tell the secretary.",
        Retry.LATER,
        Fault.HOSTILE,
    ),
    Code.WITHHELD: _e(
        "Hệ thống nói có bản mới hơn nhưng chưa đưa xuống. Bản trên máy vẫn đọc được; máy tự hỏi lại.",
        "The hub says there is a newer version but has not handed it over. What is here can be read; "
        "it will ask again.",
        Retry.LATER,
        Fault.HUB,
    ),
    Code.RECALLED: _e(
        "Tập tài liệu này đã bị thu hồi nên không nhận. Ghi chú của bạn vẫn còn và vẫn xuất được.",
        "This packet was recalled and is not accepted. Your notes are kept and can be exported.",
        Retry.NEVER,
        Fault.CONTENT,
    ),
    Code.LEASE_TOO_SHORT: _e(
        "Thời hạn đọc của tập tài liệu kết thúc trước khi cuộc họp xong 24 giờ, nên không nhận. Báo thư ký.",
        "The packet would expire less than 24 hours after the meeting, so it was not accepted. Tell "
        "the secretary.",
        Retry.NEVER,
        Fault.CONTENT,
    ),
    Code.STALE: _e(
        "Thông tin đã cũ, có thể chưa phải bản mới nhất. Nối mạng để cập nhật.",
        "This information is old and may not be the newest. Connect to update.",
        Retry.LATER,
        Fault.LINE,
    ),
    Code.WRONG_DIGEST: _e(
        "Một phần tệp bị sai khi truyền nên đã bỏ; máy tự tải lại phần đó.",
        "A piece of a file was altered on the way and was dropped; it is fetched again by itself.",
        Retry.LATER,
        Fault.HOSTILE,
    ),
    Code.MALFORMED: _e(
        "Dữ liệu không đúng dạng nên không nhận; không có gì thay đổi.",
        "The data is malformed and was not accepted; nothing has changed.",
        Retry.NEVER,
        Fault.HOSTILE,
    ),
    Code.WRONG_PASSPHRASE: _e(
        "Mật khẩu chưa đúng. Thử lại sau {seconds} giây. Gõ sai không làm mất tài liệu.",
        "The passphrase is not right. Try again in {seconds} s. Wrong tries destroy nothing.",
        Retry.AFTER_ACTION,
        Fault.PERSON,
    ),
    Code.VAULT_NEWER: _e(
        "Sổ trên máy này do bản chương trình mới hơn ghi. Sổ được giữ nguyên; hãy cài bản mới.",
        "This vault was written by a newer program. It was left untouched; install the new version.",
        Retry.AFTER_ACTION,
        Fault.DEVICE,
    ),
    Code.VAULT_DAMAGED: _e(
        "Sổ trên máy này bị hỏng, không mở được. Tệp được giữ nguyên; báo người quản trị.",
        "The vault on this laptop is damaged and does not open. The file was left as it is; "
        "tell the administrator.",
        Retry.AFTER_ACTION,
        Fault.DEVICE,
    ),
    Code.VAULT_MISSING: _e(
        "Máy này chưa có sổ. Ghi danh máy trước.",
        "This laptop has no vault yet. Enrol it first.",
        Retry.AFTER_ACTION,
        Fault.PERSON,
    ),
    Code.VAULT_IN_USE: _e(
        "Sổ Họp đang mở ở cửa sổ khác trên máy này.",
        "Sổ Họp is already open in another window on this laptop.",
        Retry.AFTER_ACTION,
        Fault.PERSON,
    ),
    Code.DISK_FULL: _e(
        "Ổ đĩa đã đầy nên chưa lưu được. Những gì đã lưu vẫn còn. Xóa bớt tệp rồi thử lại.",
        "The disk is full, so this was not saved. What was saved is still there. "
        "Free some space and try again.",
        Retry.AFTER_ACTION,
        Fault.DEVICE,
    ),
    Code.CHAIN_BROKEN: _e(
        "Hệ thống thiếu việc làm trước đó của máy này; máy tự gửi lại theo thứ tự.",
        "The hub lacks an earlier act of this laptop; it sends them again in order.",
        Retry.NOW,
        Fault.DEVICE,
    ),
    Code.DEVICE_COPIED: _e(
        "Máy này có vẻ là bản sao hoặc vừa được khôi phục đĩa. Việc này chưa được ghi; báo thư ký.",
        "This laptop seems to be a copy or restored from an old disk. This act was not recorded; "
        "tell the secretary.",
        Retry.AFTER_ACTION,
        Fault.DEVICE,
    ),
    Code.MOTION_NOT_OPEN: _e(
        "Nội dung này chưa mở hoặc đã kết thúc biểu quyết.",
        "This motion is not open yet or is closed.",
        Retry.NEVER,
        Fault.PERSON,
    ),
    Code.MOTION_CHANGED: _e(
        "Nội dung biểu quyết đã đổi nên phiếu cũ được lưu, không tính. Đề nghị bỏ phiếu lại.",
        "The motion has changed, so the earlier ballot is kept but not counted. Please vote again.",
        Retry.AFTER_ACTION,
        Fault.PERSON,
    ),
    Code.NOT_ON_ROLL: _e(
        "Không có tên trong danh sách biểu quyết của nội dung này.",
        "Not on the roll of this motion.",
        Retry.NEVER,
        Fault.PERSON,
    ),
    Code.THREAD_ENDED: _e(
        "Người viết đã xóa hoặc rút lại nội dung này, nên không trả lời được nữa. Lời trả lời vẫn còn trên "
        "máy này.",
        "Its writer has deleted or taken this back, so it takes no more replies. The reply is still on this "
        "laptop.",
        Retry.NEVER,
        Fault.CONTENT,
    ),
    Code.BALLOT_INVALID: _e(
        "Phiếu không hợp lệ: chọn ít nhất một và không quá {most} lựa chọn.",
        "The ballot is invalid: choose at least one and at most {most}.",
        Retry.AFTER_ACTION,
        Fault.PERSON,
    ),
    Code.PACKET_INCOMPLETE: _e(
        "Hệ thống chưa có đủ tệp của tập tài liệu này. Tải lên tiếp rồi trình lại.",
        "The hub does not have all files of this packet yet. Continue the upload and submit again.",
        Retry.AFTER_ACTION,
        Fault.PERSON,
    ),
    Code.PACKET_UNKNOWN: _e(
        "Không có tập tài liệu như vậy ở hệ thống.",
        "The hub has no such packet.",
        Retry.NEVER,
        Fault.PERSON,
    ),
    Code.PACKET_NOT_APPROVED: _e(
        "Tập tài liệu chưa được phê duyệt nên chưa phát hành được.",
        "The packet is not approved, so it cannot be published.",
        Retry.AFTER_ACTION,
        Fault.PERSON,
    ),
    Code.PACKET_RETURNED: _e(
        "Bản này đã được trả lại kèm góp ý nên không phê duyệt hay phát hành được nữa. Thư ký sửa rồi trình "
        "lại.",
        "This version was returned with remarks, so it can be neither approved nor published. The secretary "
        "mends it and submits it again.",
        Retry.AFTER_ACTION,
        Fault.PERSON,
    ),
    Code.PACKET_NOT_READY: _e(
        "Chưa trình được: có tài liệu bị giữ lại, hoặc chưa có tài liệu nào. Bản soạn vẫn được lưu trên máy.",
        "It cannot be submitted yet: a document is held back, or there is none. The draft is kept on this "
        "laptop.",
        Retry.AFTER_ACTION,
        Fault.PERSON,
    ),
    Code.PACKET_SUPERSEDED: _e(
        "Trong lúc đó kỳ họp này đã có bản khác, nên với bản này không làm thêm được gì. Mở lại để xem bản "
        "mới nhất.",
        "Meanwhile there is another version of this meeting, so nothing more can be done with this one. Open "
        "it again to see the newest.",
        Retry.NEVER,
        Fault.PERSON,
    ),
    Code.PACKET_OVERTAKEN: _e(
        "Chưa trình được: bản {version} của kỳ họp đã được phát hành sau khi bắt đầu soạn, và bản soạn này "
        "không có các thay đổi của bản đó. Ghi lại phần cần giữ, bỏ bản soạn, rồi soạn tiếp từ bản "
        "{version}.",
        "It cannot be submitted: version {version} of the meeting was published after this draft was begun, "
        "and the draft lacks its changes. Note what is to be kept, discard the draft, and go on from version "
        "{version}.",
        Retry.AFTER_ACTION,
        Fault.PERSON,
    ),
    Code.SAME_PERSON: _e(
        "Người trình và người phê duyệt phải là hai người khác nhau.",
        "The person who submits and the one who approves must be different.",
        Retry.NEVER,
        Fault.PERSON,
    ),
    Code.SECRET_ON_PAPER: _e(
        "Biểu quyết kín: bỏ phiếu giấy.",
        "Secret vote: on paper.",
        Retry.NEVER,
        Fault.PERSON,
    ),
    Code.TIMING_REFUSED: _e(
        "Loại biểu quyết này không cho phép cách tính giờ hoặc cách bỏ phiếu đã chọn.",
        "This kind of motion does not allow the chosen timing or secrecy.",
        Retry.AFTER_ACTION,
        Fault.CONTENT,
    ),
    Code.NOT_DOWNLOADED: _e(
        "Tài liệu này chưa về máy. Máy đang ưu tiên tải.",
        "This document is not on the laptop yet. It is being fetched first.",
        Retry.LATER,
        Fault.LINE,
    ),
    **FILES,
    **STICK,
    **VOTES,
    **ADMIN,
}
