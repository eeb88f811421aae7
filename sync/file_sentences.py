"""The sentences about files: those that a person chooses, and documents that can't be opened."""

from __future__ import annotations

from typing import Final

from sync.codes import Code, Fault, Retry
from sync.entry import Entry, entry

FILES: Final[dict[Code, Entry]] = {
    Code.FILE_MISSING: entry(
        "Không thấy tệp {name}.",
        "File {name} was not found.",
        Retry.AFTER_ACTION,
        Fault.CONTENT,
    ),
    Code.FILE_REFUSED: entry(
        "Chưa ghi được tệp {name}: nơi đã chọn không cho ghi hoặc không còn đó. Không mất gì; chọn nơi khác.",
        "File {name} could not be written: the place does not allow it or is gone. Nothing is lost; choose "
        "another place.",
        Retry.AFTER_ACTION,
        Fault.DEVICE,
    ),
    Code.FILE_NOT_ONE: entry(
        "{name} là thư mục hoặc thiết bị, không phải tệp, nên không mở. Chọn một tệp PDF.",
        "{name} is a folder or a device, not a file, and was not opened. Choose a PDF file.",
        Retry.AFTER_ACTION,
        Fault.CONTENT,
    ),
    Code.FILE_UNREADABLE: entry(
        "Không đọc được tệp {name}: không có quyền đọc, hoặc ổ đĩa báo lỗi. Tệp không thay đổi.",
        "File {name} could not be read: no permission, or the disk reports a fault. It was not changed.",
        Retry.AFTER_ACTION,
        Fault.DEVICE,
    ),
    Code.PDF_PASSWORD: entry(
        "Tệp {name} bị khóa bằng mật khẩu hoặc chứng thư nên không mở được. Cần bản không khóa.",
        "File {name} is locked by a password or a certificate and does not open. A copy without a lock is "
        "needed.",
        Retry.AFTER_ACTION,
        Fault.CONTENT,
    ),
    Code.PDF_DAMAGED: entry(
        "Tệp {name} bị hỏng hoặc không phải PDF.",
        "File {name} is damaged or is no PDF.",
        Retry.AFTER_ACTION,
        Fault.CONTENT,
    ),
    Code.PDF_REFUSED: entry(
        "Tệp {name} vượt giới hạn an toàn nên không mở.",
        "File {name} exceeds the safe limits and was not opened.",
        Retry.NEVER,
        Fault.HOSTILE,
    ),
    Code.PDF_TIMEOUT: entry(
        "Tệp {name} mất quá lâu để mở nên đã dừng.",
        "File {name} took too long to open and was stopped.",
        Retry.LATER,
        Fault.CONTENT,
    ),
    Code.PDF_MEMORY: entry(
        "Tệp {name} cần quá nhiều bộ nhớ nên đã dừng.",
        "File {name} needs too much memory and was stopped.",
        Retry.NEVER,
        Fault.CONTENT,
    ),
    Code.PDF_LOCKED: entry(
        "Người làm ra tệp {name} không cho thêm ghi chú vào tệp. Ghi chú vẫn còn trong sổ; xuất ra XFDF, "
        "Word hoặc Markdown.",
        "Whoever made file {name} allows no notes in it. The notes are still in the book; export them as "
        "XFDF, Word or Markdown.",
        Retry.AFTER_ACTION,
        Fault.CONTENT,
    ),
    Code.CONVERTER_MISSING: entry(
        "Máy này không có LibreOffice nên chưa tự làm được PDF. Cài LibreOffice, hoặc mở tệp trong Word và "
        "lưu thành PDF.",
        "This computer has no LibreOffice, so no PDF could be made. Install LibreOffice, or open the file in "
        "Word and save it as PDF.",
        Retry.AFTER_ACTION,
        Fault.DEVICE,
    ),
    Code.CONVERTER_FAILED: entry(
        "LibreOffice trên máy này không chạy được nên chưa làm ra PDF. Không mất gì; mở tệp trong Word và "
        "lưu thành PDF, hoặc cài lại LibreOffice.",
        "The LibreOffice of this computer does not run, so no PDF was made. Nothing is lost; open the file "
        "in Word and save it as PDF, or install LibreOffice again.",
        Retry.AFTER_ACTION,
        Fault.DEVICE,
    ),
    Code.CONVERT_LOCKED: entry(
        "Tệp {name} bị khóa bằng mật khẩu nên không chuyển được. Gỡ mật khẩu trong Word rồi thêm lại.",
        "File {name} is locked by a password and was not converted. Take the password off in Word and add it "
        "again.",
        Retry.AFTER_ACTION,
        Fault.CONTENT,
    ),
    Code.CONVERT_DAMAGED: entry(
        "LibreOffice không mở được tệp {name}: tệp hỏng, có mật khẩu, không đúng loại, hoặc LibreOffice trên "
        "máy thiếu phần đọc loại này. Mở thử trong Word và lưu thành PDF.",
        "LibreOffice could not open file {name}: it is damaged, has a password, is of another kind, or the "
        "part of LibreOffice that reads it is not installed. Try to open it in Word and save it as PDF.",
        Retry.AFTER_ACTION,
        Fault.CONTENT,
    ),
    Code.CONVERT_TOO_LARGE: entry(
        "Tệp {name} lớn quá mức chuyển được (100 MB). Thu nhỏ hình trong tệp, hoặc lưu thành PDF trong Word.",
        "File {name} is larger than what is converted (100 MB). Make its pictures smaller, or save it as "
        "PDF in Word.",
        Retry.AFTER_ACTION,
        Fault.CONTENT,
    ),
    Code.CONVERT_TIMEOUT: entry(
        "LibreOffice làm tệp {name} quá 3 phút chưa xong nên đã dừng. Mở tệp trong Word và lưu thành PDF.",
        "LibreOffice was not done with file {name} in 3 minutes and was stopped. Open it in Word and save "
        "it as PDF.",
        Retry.AFTER_ACTION,
        Fault.CONTENT,
    ),
    Code.FORMAT_UNKNOWN: entry(
        "Không biết phải ghi hay đọc {name} theo kiểu nào. Tên tệp kết thúc bằng .pdf, .xfdf, .docx hoặc "
        ".md; nhập vào thì .pdf hoặc .xfdf.",
        "It is not clear in which format {name} is to be written or read. End the name in .pdf, .xfdf, .docx "
        "or .md; to read notes in, in .pdf or .xfdf.",
        Retry.AFTER_ACTION,
        Fault.PERSON,
    ),
    Code.NOTES_FILE_WRONG: entry(
        "Tệp {name} không phải tệp ghi chú XFDF, bị hỏng, hoặc vượt giới hạn an toàn. Chưa nhập gì.",
        "File {name} is no XFDF file of notes, is damaged, or exceeds the safe limits. Nothing was read in.",
        Retry.NEVER,
        Fault.CONTENT,
    ),
    Code.PACKET_FILE_WRONG: entry(
        "packet.toml sai ở {where}: {what}",
        "packet.toml is wrong at {where}: {what}",
        Retry.AFTER_ACTION,
        Fault.CONTENT,
    ),
    Code.MINUTES_REFUSED: entry(
        "Chưa lưu hồ sơ: biên bản kèm theo nhiều nhất {most} tệp, chỉ nhận PDF, Word, Excel, CSV, văn bản "
        "thuần, ảnh PNG hoặc JPG{name}.",
        "The archive was not written: at most {most} files of minutes, and only PDF, Word, Excel, CSV, plain "
        "text, PNG or JPG pictures{name}.",
        Retry.AFTER_ACTION,
        Fault.CONTENT,
    ),
    Code.ARCHIVE_BROKEN: entry(
        "Hồ sơ {name} không kiểm chứng được. {why}",
        "The archive {name} does not verify. {why}",
        Retry.NEVER,
        Fault.CONTENT,
    ),
    Code.TEMPLATE_WRONG: entry(
        "Không điền được mẫu văn bản: {what}. Chưa ghi gì; sửa mẫu trong Word, hoặc dùng mẫu của chương "
        "trình.",
        "The template could not be filled: {what}. Nothing was written; correct it in Word, or "
        "use the program's own.",
        Retry.AFTER_ACTION,
        Fault.CONTENT,
    ),
}
