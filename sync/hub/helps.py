"""What ``sohop-hub --help`` says of each command and option, in Vietnamese and English."""

from __future__ import annotations

from sync.hub.sayable import Sentence


def explain(name: str, lang: str) -> str:
    """The explanation of a command or option; its first line is the short one."""
    entry = HELPS[name]
    return entry.en if lang == "en" else entry.vi


HELPS: dict[str, Sentence] = {
    # the frame
    "usage": Sentence("cách dùng: ", "usage: "),
    "arguments": Sentence("tham số", "arguments"),
    "options": Sentence("tùy chọn", "options"),
    "commands": Sentence("lệnh", "commands"),
    "COMMAND": Sentence("LỆNH", "COMMAND"),
    "wrong": Sentence("{prog}: dòng lệnh chưa đúng: {message}", "{prog}: {message}"),
    "--help": Sentence("hiện phần giải thích này rồi thôi", "show this and end"),
    "sohop-hub": Sentence(
        "Lập, chạy và quản trị hệ thống họp của một cơ quan.\n\n"
        "Kết thúc với 0 khi xong, 1 khi không làm được (một câu cho biết vì sao), 2 khi dòng lệnh chưa đúng.",
        "Makes, runs and administers the hub of one office.\n\n"
        "Ends with 0 when it was done, 1 when not (one sentence says why), 2 when the line is wrong.",
    ),
    "--dir": Sentence(
        "thư mục của hệ thống; nếu không ghi thì theo biến SOHOP_HUB, hoặc thư mục hiện tại",
        "the hub's folder; else that in the variable SOHOP_HUB, or the present folder",
    ),
    "--lang": Sentence("ngôn ngữ: vi hoặc en", "language: vi or en"),
    # commands
    "init": Sentence(
        "lập hệ thống mới cho một cơ quan\n\n"
        "Tạo khóa gốc (tệp riêng, có mật khẩu), khóa của máy chủ, chứng nhận và cơ sở dữ liệu.",
        "make a new office\n\n"
        "Makes the root key (a file of its own, with a passphrase), the server's keys, its certificate and "
        "the database.",
    ),
    "serve": Sentence(
        "chạy hệ thống\n\n"
        "Dừng bằng Ctrl+C hoặc SIGTERM. Chứng nhận được gia hạn thì dùng ngay, không cần chạy lại.\n"
        "Đặt sau nginx, HAProxy…: chỉ chuyển tiếp TCP (nginx: stream), không giải mã TLS ở đó, vì máy của "
        "đại biểu chỉ tin chứng nhận của cơ quan.",
        "run the hub\n\n"
        "Stops with Ctrl+C or SIGTERM. A renewed certificate is taken up at once, without a restart.\n"
        "Behind nginx, HAProxy and the like: let them pass TCP on (nginx: stream) and not end TLS, because "
        "laptops trust the office's own certificate only.",
    ),
    "person": Sentence("người của cơ quan", "people of the office"),
    "person add": Sentence(
        "thêm một người; in ra mã của người đó\n\nTên có thể trùng; mã thì không.",
        "add a person; prints the id\n\nNames may repeat; ids do not.",
    ),
    "person change": Sentence(
        "sửa tên, chức danh, tổ, mã hoặc vai trò của một người\n\n"
        "Chỉ sửa những gì được ghi. Vai trò mới có hiệu lực trên máy ghi danh sau đó; máy đã ghi danh giữ "
        "vai trò cũ cho tới khi bị thu hồi.",
        "change a person's name, title, groups, code or roles\n\n"
        "Only what is given changes. New roles hold on laptops enrolled afterwards; an enrolled laptop keeps "
        "its roles until it is revoked.",
    ),
    "person leave": Sentence(
        "một người rời cơ quan\n\nMáy của họ bị thu hồi, mã chưa dùng bị hủy; việc đã làm vẫn còn.",
        "a person leaves the office\n\nTheir laptops are revoked, unused codes void; what they did stays.",
    ),
    "person list": Sentence("xem người của cơ quan", "list the people of the office"),
    "person import": Sentence(
        "nhập danh sách người từ tệp CSV hoặc XLSX\n\n"
        "Đọc các cột Họ và tên, Chức vụ, Đơn vị/Tổ/Nhóm, Vai trò, Mã. Cho xem sẽ thêm, sửa gì và dòng nào "
        "đáng ngờ; chỉ ghi khi được đồng ý. Dòng đáng ngờ bị bỏ qua. Nhập lại cùng tệp thì không đổi gì.",
        "import people from a CSV or XLSX file\n\n"
        "Reads the columns name, title, group, role, code. Shows what would be added or changed and which "
        "rows are doubtful; writes only after a yes. Doubtful rows are left out. "
        "Importing again changes nothing.",
    ),
    "invite": Sentence(
        "cấp mã ghi danh cho máy của một người\n\nMã dùng một lần trong 7 ngày. Mã cấp trước đó bị hủy.",
        "issue a code to enrol a person's laptop\n\nGood once, for 7 days. An earlier code becomes void.",
    ),
    "roster": Sentence("danh sách máy của cơ quan", "the office's roster"),
    "roster sign": Sentence(
        "ký danh sách máy của cơ quan bằng khóa gốc\n\n"
        "Cần sau khi máy của thư ký, người phê duyệt, chủ tọa ghi danh, và sau khi thu hồi máy như vậy.",
        "sign the roster of office devices with the root key\n\n"
        "Needed after a laptop of a secretary, approver or chair was enrolled, and after one was revoked.",
    ),
    "revoke": Sentence(
        "thu hồi quyền của một máy\n\nMáy đó không nhận gì mới; phiếu của nó được ghi lại, không tính.",
        "trust a laptop no more\n\nIt gets nothing new; its ballots are recorded and not counted.",
    ),
    "list": Sentence("liệt kê người, máy, cuộc họp", "list people, laptops, meetings"),
    "log": Sentence(
        "xem nhật ký những việc quan trọng, mới nhất trước\n\nKhông sửa được. Nhiều --kind: lấy việc thuộc "
        "một trong số đó.",
        "show the audit, the newest first\n\nIt can't be changed. Of several --kind any one counts.",
    ),
    "office": Sentence(
        "sửa tên, nhiệm kỳ, biểu trưng của cơ quan\n\nCác máy thấy sau roster sign.",
        "change the office's name, term or emblem\n\nLaptops see it after roster sign.",
    ),
    "tls": Sentence("chứng nhận TLS của máy chủ", "the server's TLS certificate"),
    "tls show": Sentence(
        "xem chứng nhận: tên, thời hạn, vân tay", "show the certificate: names, dates, fingerprint"
    ),
    "tls renew": Sentence(
        "gia hạn: khóa và chứng nhận mới, 3 năm\n\n"
        "Cần tệp khóa gốc, vì khóa của CA nằm trong đó. Máy đã ghi danh không phải làm gì; hệ thống đang "
        "chạy tự dùng chứng nhận mới trong vài giây.",
        "renew: a new key and certificate, for 3 years\n\n"
        "Needs the root file, which holds the CA's key. Enrolled laptops have nothing to do; a running hub "
        "takes the new one up within seconds.",
    ),
    "root": Sentence("khóa gốc của cơ quan", "the office's root key"),
    "root show": Sentence(
        "xem khóa gốc hiện nay: vân tay và số\n\nCông bố vân tay này: ai kiểm tra tệp chứng cứ biểu quyết "
        "đều so với nó (sohop verify). Giữ lại cả vân tay của các khóa gốc trước.",
        "show the present root key: its fingerprint and itself\n\nPublish the fingerprint: whoever checks "
        "the evidence of a vote compares it (sohop verify). Keep those of earlier root keys, too.",
    ),
    "root rotate": Sentence(
        "thay khóa gốc bằng khóa mới\n\n"
        "Khóa cũ và khóa mới cùng ký; máy đã ghi danh tự nhận. Mã ghi danh chưa dùng bị hủy. Nếu bị ngắt "
        "giữa chừng, chạy lại đúng lệnh này với cùng tệp --new. Qua --passphrase-fd: dòng đầu là mật khẩu "
        "của khóa cũ, dòng sau là mật khẩu của khóa mới.",
        "put a new root key in the old one's place\n\n"
        "Signed by the old and the new one; enrolled laptops follow by themselves. Unused codes become void. "
        "If it is interrupted, run the same command with the same --new file. Over --passphrase-fd: the old "
        "passphrase on the first line, the new one on the second.",
    ),
    "restored": Sentence(
        "báo rằng thư mục này lấy lại từ bản sao lưu\n\n"
        "Ký danh sách mới với thời kỳ mới, để các máy hỏi lại từ đầu và gửi lại những gì hệ thống này không "
        "có.\n"
        "Chạy trước khi chạy serve.",
        "say that this folder came back from a backup\n\n"
        "Signs a roster of a new epoch, so that laptops ask for everything anew and send again what this hub "
        "does not have. Run it before serve.",
    ),
    "backup": Sentence(
        "sao lưu hệ thống, kể cả khi đang chạy\n\n"
        "Lần sau chỉ chép thêm phần mới. Giữ 30 bản gần nhất. Bản sao chứa mọi thứ máy chủ biết, trừ khóa "
        "gốc: để trên ổ được mã hóa, ở nơi khác.",
        "back the hub up, also while it serves\n\n"
        "The next time only what is new is copied. The last 30 copies are kept. A backup holds everything "
        "that the server knows, but for the root key: keep it on an encrypted disk, elsewhere.",
    ),
    "restore": Sentence(
        "lập lại hệ thống từ bản sao lưu, vào thư mục --dir còn trống\n\n"
        "Kiểm tra bản sao, rồi bắt đầu thời kỳ mới như lệnh restored. Sau đó chạy serve.",
        "make the hub again from a backup, in the empty folder --dir\n\n"
        "Checks the copy, then begins a new epoch as restored does. Then run serve.",
    ),
    "check": Sentence(
        "kiểm tra thư mục của hệ thống có còn nguyên vẹn không\n\n"
        "Mọi việc đã ghi nhận, biên nhận, tập tài liệu và sổ ghi phiếu. Chạy được khi hệ thống đang chạy.",
        "look whether the hub's folder is whole\n\n"
        "Every recorded act, receipt, packet and motion's log. It can run while the hub serves.",
    ),
    "room": Sentence("trạm phòng họp", "the room hub"),
    "room carry": Sentence(
        "giao kỳ họp cho một trạm phòng họp\n\n"
        "Trạm chỉ mang những kỳ họp này, thay cho lần giao trước; không ghi kỳ nào là thu lại hết. Chạy "
        "trên máy "
        "chủ của cơ quan.",
        "give meetings to a room hub\n\n"
        "It carries these only, in place of those given before; none takes all away. Run it at the office's "
        "hub.",
    ),
    "room join": Sentence(
        "biến máy này thành trạm phòng họp của cơ quan, bằng một mã ghi danh\n\n"
        "Ở máy chủ: person add … --role room_hub, rồi invite. Sau đó người quản trị ký danh sách (roster "
        "sign) và "
        "giao kỳ họp (room carry).",
        "make this laptop a room hub of its office, with a code\n\n"
        "At the hub: person add … --role room_hub, then invite. Afterwards the administrator signs the "
        "roster "
        "(roster sign) and gives it meetings (room carry).",
    ),
    "room meet": Sentence(
        "gặp máy chủ cơ quan một lần: lấy tài liệu về, đưa mọi việc đã nhận lên\n\n"
        "Làm lại bao nhiêu lần cũng được; không có gì bị nhân đôi. Khi trạm đang chạy, trạm tự gặp.",
        "meet the office's hub once: fetch the packets, bring up all that was received\n\n"
        "It can be done any number of times; nothing is doubled. While it serves, a room hub does it by "
        "itself.",
    ),
    "room serve": Sentence(
        "chạy trạm phòng họp trên mạng của phòng\n\n"
        "Các máy tự tìm ra, hoặc gõ địa chỉ in ra. Không cần internet. Thư mục của trạm không mã hóa: dùng "
        "mã hóa "
        "ổ đĩa.",
        "run the room hub on the room's network\n\n"
        "Laptops find it, or its address is typed there. No internet is needed. Its folder is in clear: use "
        "disk encryption.",
    ),
    "meetings": Sentence("mã các kỳ họp (xem list)", "ids of meetings (see list)"),
    "--code-file": Sentence(
        "đọc mã hoặc thư mời từ tệp này", "read the code or the invitation from this file"
    ),
    "room join --hub-address": Sentence(
        "địa chỉ máy chủ cơ quan, khi chỉ có mã gõ tay", "the office's hub, where there is only a typed code"
    ),
    "--quiet": Sentence("không báo trên mạng; các máy gõ địa chỉ", "tell nobody; the address is typed"),
    "--with-parent": Sentence(
        "dừng khi chương trình đã gọi nó dừng", "end when the program that started it ends"
    ),
    # arguments
    "target": Sentence("thư mục của bản sao lưu", "the backup's folder"),
    "--backup": Sentence(
        "tự sao lưu mỗi đêm vào thư mục này (xem lệnh backup)",
        "take a backup into this folder every night (see backup)",
    ),
    "--copy": Sentence(
        "bản sao nào (tên trong copies/); nếu không ghi thì bản mới nhất",
        "which copy (its name in copies/); the newest unless told",
    ),
    "dir_new": Sentence("thư mục của hệ thống", "the hub's folder"),
    "--name": Sentence("tên cơ quan", "name of the office"),
    "--term": Sentence("nhiệm kỳ", "term of office"),
    "--address": Sentence(
        "tên hoặc địa chỉ IP mà máy của đại biểu dùng để tới máy chủ",
        "names or IP addresses by which laptops reach the server",
    ),
    "tls renew --address": Sentence(
        "tên hoặc địa chỉ IP; nếu không ghi thì như chứng nhận hiện tại",
        "names or IP addresses; else those of the present certificate",
    ),
    "--root-file": Sentence("nơi ghi tệp khóa gốc", "where to write the root file"),
    "--keep-root": Sentence(
        "giữ khóa gốc bên máy chủ (chỉ để trình diễn)", "keep the root key beside the hub (demonstrations)"
    ),
    "--passphrase-fd": Sentence(
        "đọc mật khẩu của khóa gốc từ ống dẫn số N", "read the root key's passphrase from descriptor N"
    ),
    "--listen": Sentence(
        "địa chỉ và cổng để lắng nghe (mặc định %(default)s; 0.0.0.0 là mọi mạng)",
        "address and port to listen on (default %(default)s; 0.0.0.0 is every network)",
    ),
    "--no-tls": Sentence(
        "không mã hóa; chỉ trên chính máy này, để thử", "no encryption; on this machine only, for trials"
    ),
    "name": Sentence("họ và tên", "the person's name"),
    "--role": Sentence("vai trò; lặp lại được", "a role; may be repeated"),
    "--title": Sentence("chức danh", "title"),
    "--group": Sentence("tổ, ban, đơn vị; lặp lại được", "a group or committee; may be repeated"),
    "--code": Sentence("mã của cơ quan cho người này", "what the office calls this person in its lists"),
    "person change --name": Sentence("họ và tên", "the person's name"),
    "person change person": Sentence("mã của người đó (xem list)", "the person's id (see list)"),
    "person leave person": Sentence("mã của người đó (xem list)", "the person's id (see list)"),
    "file": Sentence("tệp CSV hoặc XLSX", "a CSV or XLSX file"),
    "invite person": Sentence("mã của người đó (xem list)", "the person's id (see list)"),
    "--hub-address": Sentence(
        "địa chỉ ghi trong thư mời, nếu khác", "the address in the invitation, if another"
    ),
    "--file": Sentence("ghi thư mời vào tệp này", "write the invitation to this file"),
    "--kind": Sentence("loại việc, ví dụ revoked; lặp lại được", "a kind, such as revoked; may be repeated"),
    "--person": Sentence("mã người làm, hoặc người được làm", "id of who did it or to whom it was done"),
    "--device": Sentence("mã máy làm, hoặc máy bị làm", "id of the laptop that did it, or had it done"),
    "--days": Sentence("trong số ngày này", "within so many days"),
    "--most": Sentence("số dòng nhiều nhất (mặc định %(default)s)", "at most so many rows (%(default)s)"),
    "--emblem": Sentence("ảnh PNG, tới 256 điểm mỗi chiều, 12 KB", "a PNG, up to 256 pixels a side, 12 KB"),
    "--no-emblem": Sentence("bỏ biểu trưng", "no emblem"),
    "device": Sentence("mã của máy (xem list)", "the laptop's id (see list)"),
    "--root": Sentence(
        "tệp khóa gốc; cần khi không giữ bên máy chủ",
        "the root file; needed unless it is kept beside the hub",
    ),
    "--new": Sentence("tệp cho khóa gốc mới, chưa có", "the file for the new root key, not there yet"),
    "--yes": Sentence("không hỏi lại", "do not ask again"),
    "bundle": Sentence(
        "gói .sohop chép qua USB\n\nỞ máy của trạm phòng họp: --dir là thư mục của trạm.",
        "bundles that go by USB stick\n\nAt a room hub's machine --dir is the room hub's folder.",
    ),
    "bundle out": Sentence(
        "chép gói của cơ quan ra USB cho máy của đại biểu\n\n"
        "Mỗi máy chỉ mở được phần của mình. Chép dở thì chạy lại lệnh này, máy chép tiếp. Máy chủ vẫn chạy.",
        "write the office's bundle to a stick, for delegates' laptops\n\n"
        "Each laptop opens its own part only. A copy that was cut goes on when this is run again. The hub "
        "may go on serving.",
    ),
    "bundle home": Sentence(
        "ở máy của trạm phòng họp: chép ra USB những gì trạm có cho máy chủ của cơ quan\n\n"
        "Phiếu, sổ phiếu và mọi việc trạm đã nhận, niêm phong cho riêng máy chủ của cơ quan. Khi có mạng, "
        "trạm vẫn nói lại tất cả.",
        "at a room hub's machine: write what it has for its office to a stick\n\n"
        "Ballots, their logs and all acts that it took, sealed to the office's hub alone. Over a line the "
        "room hub says all of it again.",
    ),
    "bundle in": Sentence(
        "nhận các gói mà máy của đại biểu gửi về qua USB\n\n"
        "Việc làm được ghi nhận như khi có mạng; biên nhận được chép lại lên USB. Máy chủ vẫn chạy. Trạm "
        "phòng họp ghi nhận việc của mình, việc khác thì chuyển tiếp.",
        "take what delegates' laptops sent home by stick\n\n"
        "Acts are recorded as over the line; receipts go onto the same stick. The hub may go on serving. A "
        "room hub records what is for it and passes the rest on.",
    ),
    "bundle list": Sentence(
        "xem trên USB có gói nào, không mở gói", "list what is on a stick, without opening it"
    ),
    "place": Sentence(
        "USB, thư mục SOHOP trên đó, hoặc một tệp .sohop", "a stick, its folder SOHOP, or one file"
    ),
    "bundle out --meeting": Sentence(
        "chỉ tài liệu của kỳ họp này (xem list); nếu không ghi thì mọi kỳ họp còn hạn đọc",
        "this meeting's documents only (see list); else of all that may still be read",
    ),
    "bundle out --device": Sentence(
        "chỉ cho máy này; lặp lại được. Nếu không ghi thì cho mọi máy được nhận",
        "for this laptop only; may be repeated. Else for all that receive those meetings",
    ),
}
