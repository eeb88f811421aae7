"""What the command line says, Vietnamese first. The window's words are translated by Qt instead."""

from __future__ import annotations

import locale
import os

from reader.app.stick_words import STICK

WORDS: dict[str, tuple[str, str]] = {
    **STICK,
    "about": (
        "Sổ Họp: đọc, ghi chú và biểu quyết trong kỳ họp, kể cả khi mất mạng.",
        "Sổ Họp: read, annotate and vote in a meeting, also without a line.",
    ),
    "profile": ("thư mục sổ của máy này", "folder of this laptop's book"),
    "language": ("ngôn ngữ: vi hoặc en", "language: vi or en"),
    "passphrase-fd": (
        "đọc mật khẩu từ bộ mô tả tệp này (một dòng)",
        "read the passphrase from this file descriptor (one line)",
    ),
    "passphrase": ("Mật khẩu mở sổ: ", "Passphrase: "),
    "passphrase-new": ("Mật khẩu mới: ", "New passphrase: "),
    "passphrase-again": ("Gõ lại mật khẩu: ", "Type it again: "),
    "passphrase-differs": ("Hai lần gõ không giống nhau.", "The two are not the same."),
    "passphrase-short": (
        "Mật khẩu cần ít nhất {least} ký tự.",
        "A passphrase needs at least {least} characters.",
    ),
    "enrol": ("ghi danh máy này bằng mã mời", "enrol this laptop with an invitation"),
    "enrol-link": ("liên kết sohop:// hoặc tệp mời", "sohop:// link or invitation file"),
    "enrol-hub": ("địa chỉ hệ thống, khi gõ mã bằng tay", "the hub's address, when a code is typed"),
    "enrol-code": ("Mã mời (20 ký tự): ", "Invitation code (20 characters): "),
    "enrolled": (
        "Máy này từ nay của {person}, {office}.",
        "This laptop is now {person}'s, {office}.",
    ),
    "recovery": (
        "Mã khôi phục ghi chú riêng (chép ra giấy, chỉ hiện một lần): {code}",
        "Recovery code of private notes (write it down, shown once): {code}",
    ),
    "no-recovery": (
        "Bạn còn máy khác: mở sổ ở đây rồi chọn “Máy của tôi” để lấy khóa ghi chú riêng từ máy đó.",
        'You have another laptop: open this book and choose "My laptops" to get the note key from it.',
    ),
    "sync": ("trao đổi một lượt với hệ thống", "one round with the hub"),
    "sync-room": (
        "trao đổi với trạm phòng họp ở địa chỉ này trước, rồi với máy chủ cơ quan nếu có đường truyền",
        "exchange with the room hub at this address first, then with the office's hub if there is a line",
    ),
    "synced-room": (
        "Đã trao đổi với trạm phòng họp ở {address}.",
        "Exchanged with the room hub at {address}.",
    ),
    "no-office": (
        "Không tới được máy chủ cơ quan. Trạm phòng họp giữ mọi việc đã nhận và sẽ chuyển đi.",
        "The office's hub cannot be reached. The room hub keeps all that it received and will pass it on.",
    ),
    "synced": (
        "Đã trao đổi xong. Còn chờ gửi: {waiting}. Còn chờ tải: {files} tệp.",
        "Done. Waiting to go up: {waiting}. Files still to come: {files}.",
    ),
    "packet": ("soạn, phê duyệt và phát hành tập tài liệu", "prepare, approve and publish a packet"),
    "packet-check": ("kiểm tra thư mục tài liệu", "check a folder"),
    "packet-submit": ("tải lên và trình phê duyệt", "upload and submit for approval"),
    "packet-approve": ("xác nhận phê duyệt bản đang trình", "approve the submitted version"),
    "packet-publish": ("phát hành bản đã phê duyệt", "publish the approved version"),
    "folder": ("thư mục có packet.toml", "folder with packet.toml"),
    "meeting": ("mã kỳ họp, ví dụ ky-hop-5-2026", "meeting id, e.g. ky-hop-5-2026"),
    "motion": ("mở, kết thúc biểu quyết", "open and close a motion"),
    "motion-open": ("mở biểu quyết", "open a motion"),
    "motion-close": ("kết thúc biểu quyết", "close a motion"),
    "minutes": ("biên bản cuộc họp", "minutes of the meeting"),
    "minutes-write": ("ghi biên bản ra tệp Word hoặc PDF", "write the minutes as a Word file or PDF"),
    "invitation": ("giấy mời họp", "invitation to a meeting"),
    "invitation-write": (
        "ghi giấy mời (.docx, .pdf) hoặc tệp lịch (.ics)",
        "write the letter (.docx, .pdf) or a calendar file (.ics)",
    ),
    "invitation-each": ("mỗi người một giấy, trong một tệp", "a letter to each person, in one file"),
    "invitation-draft": ("theo bản đang soạn trên máy này", "of the packet being composed here"),
    "resolution": ("dự thảo nghị quyết", "draft of a resolution"),
    "resolution-write": (
        "ghi dự thảo nghị quyết của một nội dung đã được thông qua",
        "write the draft of an adopted motion",
    ),
    "paper-to": (
        "tệp để ghi; .pdf cần có LibreOffice; ai có tệp cũng đọc được",
        "the file to write; .pdf wants LibreOffice; whoever has it can read it",
    ),
    "paper-template": ("mẫu văn bản", "the template"),
    "savings": ("giấy và tiền in đã tiết kiệm trong một năm", "paper and money saved in a year"),
    "savings-about": (
        "Chỉ tính người mà máy đã báo có tài liệu. Mỗi người một bản của mỗi tài liệu được đọc; tài liệu đã "
        "thay tính hai lần (bản đầu và bản cuối), dù thay bao nhiêu lần. Tài liệu bị thu hồi không tính. Một "
        "trang là một mặt giấy.",
        "Only people count whose laptop has reported documents. Each counts every document that they may "
        "read once; one that was replaced counts twice (first and last), however many versions there were. "
        "What was recalled does not count. A page is one side.",
    ),
    "savings-year": ("năm", "the year"),
    "savings-price": ("từ nay giá in một trang là N đồng", "a printed page costs N đồng from now on"),
    "savings-to": ("ghi thành bảng Excel (.xlsx)", "write it as an Excel table (.xlsx)"),
    "savings-meeting": (
        "{title}: {readers} người, {pages} trang, {sheets} tờ",
        "{title}: readers: {readers}, pages: {pages}, sheets: {sheets}",
    ),
    "savings-all": (
        "Năm {year}: {meetings} cuộc họp, không phải in {pages} trang ({sheets} tờ hai mặt), khoảng {money} "
        "đồng ({price} đồng một trang).",
        "{year}: meetings: {meetings}; pages not printed: {pages} (sheets on both sides: {sheets}), "
        "about {money} đồng ({price} đồng a page).",
    ),
    "libreoffice": (
        "LibreOffice dùng để chuyển tệp Word thành PDF",
        "the LibreOffice that makes PDF of Word files",
    ),
    "libreoffice-use": ("từ nay dùng chương trình này (soffice)", "use this program (soffice) from now on"),
    "libreoffice-reset": ("lại tự tìm", "find it again"),
    "libreoffice-is": ("Dùng {file}.", "{file} is used."),
    "libreoffice-none": ("Máy này không có LibreOffice.", "There is no LibreOffice on this computer."),
    "template-save": (
        "lưu mẫu của chương trình ra tệp này, để sửa trong Word",
        "save the program's template",
    ),
    "template-use": ("từ nay dùng tệp Word này làm mẫu", "use this Word file from now on"),
    "template-reset": ("dùng lại mẫu của chương trình", "use the program's own again"),
    "motion-end": ("ngừng nhận phiếu, chưa công bố", "end the voting, before the count"),
    "early": (
        "kể cả khi mở chưa được 30 giây",
        "also when it has been open for less than 30 seconds",
    ),
    "all-present": (
        "ghi có mặt mọi đại biểu trong danh sách chưa ai điểm danh",
        "write down as present all of the roll of whom nobody has said anything",
    ),
    "motion-annul": ("hủy biểu quyết", "annul a motion"),
    "reason": ("lý do, mọi người đều đọc được", "the reason, which everybody reads"),
    "motion-id": ("mã nội dung biểu quyết", "motion id"),
    "motion-export": (
        "ghi tệp chứng cứ của một nội dung đã kết thúc (ai có tệp cũng đọc được)",
        "write the evidence of a closed motion (whoever has the file can read it)",
    ),
    "motion-file": ("tệp .json sẽ ghi", "the .json file to write"),
    "evidence-named": (
        "Đã ghi {file}: {count} phiếu, có tên từng người, và {entries} lần ghi phiếu giơ tay, phiếu giấy, "
        "phiếu muộn. Ai có tệp này cũng đọc được ai chọn gì: chỉ đưa cho chủ tọa, thư ký và Ban kiểm phiếu. "
        "Vân tay khóa gốc: {fingerprint}. Kiểm tra: sohop verify",
        "Wrote {file}. Ballots with their voters' names: {count}; entries by hand, on paper and of late "
        "ballots: {entries}. Whoever has this file can read who chose what: hand it to the chair, the "
        "secretary and the tellers only. Fingerprint of the root key: {fingerprint}. To check it: sohop "
        "verify",
    ),
    "evidence-own": (
        "Đã ghi {file}: kết quả, và chứng cứ cho {count} phiếu và {entries} lần ghi phiếu của chính bạn; "
        "không có phiếu của người khác. Ai có tệp này cũng đọc được bạn chọn gì. Vân tay khóa gốc: "
        "{fingerprint}. Kiểm tra: sohop verify",
        "Wrote {file}: the result, and the proof of your own ballots ({count}) and entries ({entries}); "
        "nobody else's are in it. Whoever has this file can read what you chose. Fingerprint of the root "
        "key: {fingerprint}. To check it: sohop verify",
    ),
    "evidence-broken": (
        "NHƯNG tệp không tự chứng minh được: {reason} Giữ tệp làm chứng và báo chủ tọa.",
        "BUT the file does not hold: {reason} Keep it as evidence and tell the chair.",
    ),
    "evidence-lacking": (
        "Chưa đủ để làm tệp chứng cứ của {motion}.",
        "Not all is here for the evidence of {motion}.",
    ),
    "verify": ("kiểm tra tệp chứng cứ biểu quyết hoặc hồ sơ lưu trữ", "check evidence or an archive"),
    "verify-about": (
        "Tính lại mọi thứ trong tệp chứng cứ hoặc hồ sơ lưu trữ, không cần mạng, không cần sổ: chữ ký, sổ "
        "ghi phiếu, từng phiếu, kết quả, từng tài liệu. Thoát với 0 khi đúng cả, 1 khi không. Quy cách: "
        "docs/EVIDENCE.md, docs/ARCHIVE.md.",
        "Recomputes everything in a file of evidence or an archive, without a line or a book: signatures, "
        "the log, each ballot, the result, each document. Exits with 0 when all holds, 1 when not. Formats: "
        "docs/EVIDENCE.md, docs/ARCHIVE.md.",
    ),
    "verify-file": ("tệp chứng cứ (.json) hoặc hồ sơ (.zip)", "evidence (.json) or an archive (.zip)"),
    "verify-root": (
        "khóa gốc của cơ quan: 64 chữ số thập lục phân, hoặc tệp có chúng, hoặc tệp mời",
        "the office's root key: 64 hexadecimal digits, or a file with them, or an invitation",
    ),
    "archive": ("hồ sơ lưu trữ của cả cuộc họp", "the archive of a whole meeting"),
    "archive-make": ("lưu cả cuộc họp vào một tệp có chữ ký", "write a whole meeting into one signed file"),
    "archive-sign": ("ký thêm vào hồ sơ: chủ tọa hoặc người phê duyệt", "sign it too, as chair or approver"),
    "archive-open": ("kiểm chứng rồi lấy giấy tờ trong hồ sơ ra", "check it and unpack its papers"),
    "archive-file": (
        "tệp .zip sẽ ghi; không mã hóa, ai có tệp cũng đọc được",
        "the .zip file to write; not encrypted: whoever has it can read it",
    ),
    "archive-folder": ("thư mục mới sẽ ghi vào", "a new folder to write to"),
    "archive-without": ("bỏ ra các mục hạn chế người xem", "leave items with restricted access out"),
    "archive-minutes": (
        "biên bản đã hoàn chỉnh, thay cho bản máy ghi; dùng được nhiều lần",
        "finished minutes in place of those the program writes; may be repeated",
    ),
    "archive-making": ("Đang lưu hồ sơ", "Archiving"),
    "archive-checking": ("Đang kiểm chứng", "Checking"),
    "archive-running": (
        "Lưu ý: còn {count} nội dung chưa kết thúc biểu quyết.",
        "Note: motions that are not closed yet: {count}.",
    ),
    "archive-waiting": (
        "Lưu ý: máy này còn việc chưa gửi; việc ấy không có trong hồ sơ.",
        "Note: work on this laptop was not sent yet; it is not in the archive.",
    ),
    "archive-left-out": (
        "Lưu ý: {count} tài liệu bản cũ hoặc biểu quyết không đủ trên máy này nên chỉ ghi dấu.",
        "Note: old documents or votes that are not whole on this laptop, only named: {count}.",
    ),
    "archive-made": (
        "Đã lưu hồ sơ vào {file} ({size} MB, {motions} biểu quyết có chứng cứ), và kiểm chứng đúng quy cách. "
        "Không mã hóa, ai có tệp cũng đọc được. Vân tay khóa gốc: {fingerprint}.",
        "Wrote the archive to {file} ({size} MB, evidence of votes: {motions}) and checked it. It is not "
        "encrypted: whoever has it can read it. Fingerprint of the root key: {fingerprint}.",
    ),
    "archive-broken": (
        "NHƯNG hồ sơ không kiểm chứng được: {reason} Giữ tệp làm chứng và báo chủ tọa.",
        "BUT the archive does not verify: {reason} Keep it as evidence and tell the chair.",
    ),
    "archive-sign-question": ("Ký thêm vào hồ sơ này? [c/K] ", "Sign this archive too? [y/N] "),
    "archive-not-signed": ("Chưa ký.", "Not signed."),
    "archive-signed": ("Hồ sơ {file} nay có chữ ký của: {names}.", "{file} is now signed by: {names}."),
    "archive-other-root": (
        "Hồ sơ không bắt đầu từ khóa gốc bạn đưa, mà từ {fingerprint}. Chưa lấy ra gì.",
        "The archive does not begin with the root key that you gave, but with {fingerprint}. Nothing was "
        "unpacked.",
    ),
    "archive-compare": (
        "Chỉ đúng nếu vân tay khóa gốc là của cơ quan: {fingerprint}.",
        "It holds only if this is the fingerprint of the office's root key: {fingerprint}.",
    ),
    "archive-opened": (
        "Đã lấy ra {count} tệp vào {folder}. Mở muc-luc.html để đọc.",
        "Files unpacked into {folder}: {count}. Open muc-luc.html to read.",
    ),
    "collect": ("ghi kết quả kỳ họp ra thư mục", "write a meeting's results to a folder"),
    "to": ("thư mục nhận", "folder to write to"),
    "yes": ("không hỏi lại", "do not ask"),
    "file": ("TỆP", "FILE"),
    "probe": ("thử mở từng tệp PDF", "try to open PDF files"),
    "probe-about": (
        "Mở từng tệp trong tiến trình đọc PDF, vẽ trang đầu, giữa và cuối, đọc chữ; mỗi tệp in một dòng "
        "JSON: file, outcome (ok, password, damaged, refused, timeout, memory), pages, seconds, peak_mb, "
        "sentence. Thoát với 0 khi mọi tệp đều thử được.",
        "Opens each file in the PDF process, paints the first, middle and last page and reads their words; "
        "prints a line of JSON for each file: file, outcome (ok, password, damaged, refused, timeout, "
        "memory), pages, seconds, peak_mb, sentence. Exits with 0 when all files could be tried.",
    ),
    "probe-files": ("tệp PDF", "PDF file"),
    "probe-fine": ("Tệp {name} mở được: {pages} trang.", "File {name} opens: pages: {pages}."),
    "probe-no-text": (
        "Tệp {name} mở được: {pages} trang. Bản quét: không có chữ để tìm.",
        "File {name} opens: pages: {pages}. A scan: no text to search.",
    ),
    "probe-repaired": (
        "Tệp {name} có lỗi nhưng vẫn mở được: {pages} trang. Nên xem lại từng trang.",
        "File {name} is not in order but opens: pages: {pages}. Look through its pages.",
    ),
    "self-check": ("kiểm tra chương trình này", "check this program"),
    "checked": (
        "Đạt: {documents} tài liệu, {pages} trang, {size} MB, khoảng {minutes} phút ở 128 kbit/s.",
        "Fine. Documents: {documents}, pages: {pages}, {size} MB, about {minutes} min at 128 kbit/s.",
    ),
    "check-scan": (
        "  {name}: bản quét, không có chữ để tìm",
        "  {name}: a scan, no text to search",
    ),
    "submitted": (
        "Đã trình bản {version} của {meeting} ({sent} KB tải lên). Chờ người phê duyệt.",
        "Submitted version {version} of {meeting} ({sent} KB uploaded). It waits for the approver.",
    ),
    "to-approve": (
        "{title} – bản {version}, {documents} tài liệu, {motions} nội dung biểu quyết. {change}",
        "{title} – version {version}, documents: {documents}, motions: {motions}. {change}",
    ),
    "approve-question": ("Xác nhận phê duyệt? [c/K] ", "Approve? [y/N] "),
    "not-approved": ("Chưa phê duyệt.", "Not approved."),
    "approved": ("Đã xác nhận phê duyệt bản {version}.", "Approved version {version}."),
    "published": ("Đã phát hành bản {version}.", "Published version {version}."),
    "waits-at-hub": (
        "Máy chủ đã giữ việc này nhưng còn chờ phê duyệt, hoặc phần đang ở trạm phòng họp. Đủ là tự xong.",
        "The hub keeps this and waits for an approval, or for what the room hub has. Then it is done by "
        "itself.",
    ),
    "opened": ("Đã mở biểu quyết {motion}.", "Opened motion {motion}."),
    "annulled": ("Đã hủy biểu quyết {motion}.", "Annulled motion {motion}."),
    "paper-written": (
        "Đã ghi {file}. Ai có tệp này cũng đọc được.",
        "Wrote {file}. Whoever has this file can read it.",
    ),
    "template-saved": ("Đã lưu mẫu vào {file}.", "Saved the template to {file}."),
    "template-used": ("Từ nay dùng mẫu này.", "This template is used from now on."),
    "template-own": ("Từ nay dùng mẫu của chương trình.", "The program's own template is used from now on."),
    "ended": (
        "Đã ngừng nhận phiếu của {motion}. Kiểm phiếu xong thì kết thúc biểu quyết.",
        "Voting on {motion} ended. Close it when the count is done.",
    ),
    "closed": ("Đã kết thúc biểu quyết {motion}.", "Closed motion {motion}."),
    "refused": ("Hệ thống không nhận: {sentence}", "The hub refused it: {sentence}"),
    "collected": ("Đã ghi {count} tệp vào {folder}.", "Files written to {folder}: {count}."),
    "uploading": (
        "Đang tải lên: {size} KB, nhiều nhất {all} KB",
        "Uploading: {size} KB of at most {all} KB",
    ),
    "uploading-now": ("Đang tải lên", "Uploading"),
    "upload-goes-on": (
        "Tải tiếp được: chạy lại lệnh. Phần đã lên hệ thống không phải gửi lại.",
        "It can go on: run the command again. What the hub has is not sent twice.",
    ),
    "packet-recall": ("thu hồi tập tài liệu đã phát hành", "take a published packet back"),
    "packet-reach": ("thu hồi đã đến những máy nào", "which laptops a recall has reached"),
    "recall-version": (
        "thu hồi đến bản này (bỏ trống: bản mới nhất)",
        "up to this version (default: newest)",
    ),
    "recall-reason": ("lý do, mọi người nhận đều đọc được", "the reason, which every reader sees"),
    "to-recall": (
        "{title} – thu hồi đến bản {version}. Mọi máy đã nhận sẽ xóa tài liệu; ghi chú riêng của từng người "
        "vẫn còn. Không hoàn tác được, nhưng có thể phát hành bản mới sau đó.",
        "{title} – recall up to version {version}. Every laptop destroys its documents; people's own notes "
        "stay. This cannot be undone, but a later version may be published.",
    ),
    "recall-question": ("Thu hồi? [c/K] ", "Recall? [y/N] "),
    "not-recalled": ("Chưa thu hồi.", "Not recalled."),
    "recalled": (
        "Đã thu hồi {title} đến bản {version}. Xem đã đến những máy nào: sohop packet reach {meeting}",
        "Recalled {title} up to version {version}. Which laptops it reached: sohop packet reach {meeting}",
    ),
    "reach-version": ("Thu hồi đến bản {version}:", "Recall up to version {version}:"),
    "reach-destroyed": ("Đã xóa: {count} máy", "Laptops that destroyed it: {count}"),
    "reach-told": ("Đã báo, chưa xác nhận xóa: {count} máy", "Laptops told, not confirmed yet: {count}"),
    "reach-never": ("Chưa đến: {count} máy", "Laptops not reached: {count}"),
    "reach-done": (
        "Thu hồi đến bản {version}: mọi máy đã xác nhận xóa.",
        "Recall up to version {version}: every laptop has confirmed.",
    ),
    "reach-none": (
        "Không thấy việc thu hồi nào của cuộc họp này.",
        "No recall of this meeting is known.",
    ),
    "as-of": (
        "Thông tin trên máy tính đến {time} ({age}).",
        "What is here is as of {time} ({age}).",
    ),
    "ago-minutes": ("{count} phút trước", "{count} min ago"),
    "ago-hours": ("{count} giờ trước", "{count} h ago"),
    "ago-days": ("{count} ngày trước", "{count} d ago"),
    "never-heard": ("Máy này chưa nhận được gì từ hệ thống.", "Nothing has come from the hub yet."),
    "unsent": ("việc chưa được ghi nhận hoặc không được nhận", "work not recorded, or refused"),
    "unsent-list": ("liệt kê", "list it"),
    "unsent-export": ("ghi ra tệp để đưa cho thư ký", "write it to a file for the secretary"),
    "unsent-file": ("tệp .zip sẽ ghi; ai có tệp cũng đọc được", "the .zip file; whoever has it can read it"),
    "unsent-none": ("Mọi việc đã được ghi nhận, không còn gì chờ.", "All work was recorded; nothing waits."),
    "unsent-exported": (
        "Đã ghi {count} việc vào {file}. Ai có tệp này cũng đọc được: chỉ đưa cho thư ký.",
        "Items written to {file}: {count}. Whoever has this file can read it: hand it to the secretary only.",
    ),
    "notes": ("ghi chú của mình: xuất ra tệp, nhập từ tệp", "your own notes: to files and from files"),
    "notes-export": ("xuất ghi chú ra tệp", "write notes to a file"),
    "notes-import": (
        "nhập ghi chú từ tệp, hoặc từ chính tài liệu, thành ghi chú riêng",
        "take notes in from a file, or from the document itself, as private notes",
    ),
    "notes-document": ("mã tài liệu", "document id"),
    "notes-to": (
        "tệp sẽ ghi: .pdf là bản sao tài liệu kèm ghi chú, .xfdf, .docx hoặc .md; ai có tệp cũng đọc được",
        "the file: .pdf is a copy of the document with the notes, .xfdf, .docx or .md; whoever has it can "
        "read it",
    ),
    "notes-shared": ("kèm ghi chú người khác đã chia sẻ", "with notes that others shared"),
    "notes-file": (
        "tệp .xfdf hoặc .pdf; bỏ trống: ghi chú có sẵn trong tài liệu",
        "an .xfdf or .pdf file; without one: what stands in the document itself",
    ),
    "notes-which": ("Chọn một tài liệu bằng --document:", "Name a document with --document:"),
    "notes-exported": (
        "Đã ghi {count} ghi chú vào {file}. Ai có tệp này cũng đọc được.",
        "Notes written to {file}: {count}. Whoever has this file can read it.",
    ),
    "notes-elsewhere": (
        "{count} ghi chú làm trên bản khác của tài liệu không có trong tệp.",
        "Notes made on another version of the document are not in the file: {count}.",
    ),
    "notes-imported": (
        "Đã nhập {count} ghi chú riêng; {known} mục đã có từ trước.",
        "Private notes taken in: {count}; there already: {known}.",
    ),
    "notes-left": (
        "{count} mục không nhập được: khác loại hoặc không có chỗ trong tài liệu.",
        "Not taken in: {count}, of other kinds or without a place in the document.",
    ),
    "stopped": ("Đã dừng. Những gì đã lưu vẫn còn.", "Stopped. What was saved is still there."),
    "self-check-ok": ("Chương trình đủ bộ phận.", "All parts of the program are there."),
}


class Speaker:
    """Says catalogue words in one language."""

    def __init__(self, language: str = "") -> None:
        self.language = language or system_language()

    def __call__(self, key: str, **fields: object) -> str:
        """The words of ``key`` with its fields."""
        vi, en = WORDS[key]
        return (en if self.language == "en" else vi).format(**fields)


def system_language() -> str:
    """``vi`` unless the system plainly speaks English."""
    name = os.environ.get("SOHOP_LANG") or (locale.getlocale()[0] or "")
    return "en" if name.lower().startswith("en") else "vi"
