<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="vi">
<context>
    <name>AboutDialog</name>
    <message>
        <location filename="../../reader/ui/dialogs.py"/>
        <source>Giới thiệu</source>
        <translation>About</translation>
    </message>
    <message>
        <location filename="../../reader/ui/dialogs.py"/>
        <source>Sổ Họp {version}</source>
        <translation>Sổ Họp {version}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/dialogs.py"/>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
    <message>
        <location filename="../../reader/ui/dialogs.py"/>
        <source>Phần mềm tự do, giấy phép AGPL-3.0 trở lên: được dùng, xem mã nguồn, sửa và chia sẻ lại; không kèm bảo hành.</source>
        <translation>Free software under the AGPL, version 3.0 or later: use it, read its source, change it and pass it on; without any warranty.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/dialogs.py"/>
        <source>Tài liệu, ghi chú và phiếu trên máy được khóa bằng mật khẩu. Tập tài liệu chỉ hiện khi có đủ hai người xác nhận.</source>
        <translation>Documents, notes and ballots on this laptop are locked with the passphrase. A packet is shown only when two people have approved it.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/dialogs.py"/>
        <source>Không bảo vệ được khi máy đã nhiễm mã độc, khi bị ép buộc, khi người khác nhìn hay chụp màn hình, khi mật khẩu quá dễ đoán.</source>
        <translation>It cannot protect against malware on this laptop, against being forced, against somebody who watches or photographs the screen, or a passphrase that is easily guessed.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/dialogs.py"/>
        <source>Không dùng cho tài liệu mật nhà nước và không dùng cho bỏ phiếu kín: dùng giấy.</source>
        <translation>Not for state secrets, and not for secret ballots: use paper.</translation>
    </message>
</context>
<context>
    <name>Access</name>
    <message numerus="yes">
        <location filename="../../reader/ui/compose/access.py"/>
        <source>Chỉ {n} người</source>
        <translation><numerusform>Only {n} person</numerusform><numerusform>Only {n} people</numerusform></translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/access.py"/>
        <source>Mọi người trong kỳ họp</source>
        <translation>Everybody in the meeting</translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/compose/access.py"/>
        <source>Mọi người: {n} đại biểu</source>
        <translation><numerusform>Everybody: {n} delegate</numerusform><numerusform>Everybody: {n} delegates</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/compose/access.py"/>
        <source>{n} khách</source>
        <translation><numerusform>{n} guest</numerusform><numerusform>{n} guests</numerusform></translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/access.py"/>
        <source>Người được đọc</source>
        <translation>Who may read it</translation>
    </message>
</context>
<context>
    <name>AccessDialog</name>
    <message>
        <location filename="../../reader/ui/compose/access.py"/>
        <source>Ai được đọc</source>
        <translation>Who may read it</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/access.py"/>
        <source>Giữ như cũ</source>
        <translation>Leave as it is</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/access.py"/>
        <source>Xong</source>
        <translation>Done</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/access.py"/>
        <source>Mọi người trong kỳ họp</source>
        <translation>Everybody in the meeting</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/access.py"/>
        <source>Chỉ những người được chọn</source>
        <translation>Only those chosen</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/access.py"/>
        <source>Cả {group} ({n})</source>
        <translation>All of {group} ({n})</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/access.py"/>
        <source>Bàn thư ký luôn đọc được. Người khác thấy số thứ tự của mục, không thấy nội dung.</source>
        <translation>The desk can always read it. Others see the item's number, not what it says.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/access.py"/>
        <source>Máy này chưa có danh sách người của cơ quan. Danh sách về khi có mạng.</source>
        <translation>This laptop does not have the office's list of people yet. It comes when there is a line.</translation>
    </message>
</context>
<context>
    <name>AddSpeakerDialog</name>
    <message>
        <location filename="../../reader/ui/desk/add_speaker.py"/>
        <source>Thêm người phát biểu</source>
        <translation>Add a speaker</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/add_speaker.py"/>
        <source>Thêm</source>
        <translation>Add</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/add_speaker.py"/>
        <source>Họ tên</source>
        <translation>Name</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/add_speaker.py"/>
        <source>Gõ vài chữ để tìm. Không có trong danh sách thì ghi đủ họ tên, chức vụ.</source>
        <translation>Type a few letters to find somebody. For others write name and position.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/add_speaker.py"/>
        <source>Người dự họp</source>
        <translation>People at the meeting</translation>
    </message>
</context>
<context>
    <name>AddressBar</name>
    <message>
        <location filename="../../reader/ui/page/quick_bar.py"/>
        <source>Sổ Họp không mở địa chỉ ngoài.</source>
        <translation>Sổ Họp opens no outside addresses.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/quick_bar.py"/>
        <source>Chép địa chỉ</source>
        <translation>Copy the address</translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/quick_bar.py"/>
        <source>Địa chỉ: {address}</source>
        <translation>Address: {address}</translation>
    </message>
</context>
<context>
    <name>AddressProjector</name>
    <message>
        <location filename="../../reader/ui/sync/address_projector.py"/>
        <source>Chiếu địa chỉ trạm</source>
        <translation>Show the room hub's address</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/address_projector.py"/>
        <source>Bấm Esc để ngừng chiếu</source>
        <translation>Press Esc to stop showing it</translation>
    </message>
</context>
<context>
    <name>AddressSheet</name>
    <message>
        <location filename="../../reader/ui/sync/address_sheet.py"/>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/address_sheet.py"/>
        <source>Toàn màn hình</source>
        <translation>Full screen</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/address_sheet.py"/>
        <source>Mã vuông: {address}</source>
        <translation>QR code: {address}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/address_sheet.py"/>
        <source>Chép địa chỉ</source>
        <translation>Copy the address</translation>
    </message>
</context>
<context>
    <name>Admin</name>
    <message>
        <location filename="../../reader/ui/admin/words.py"/>
        <source>Đại biểu</source>
        <translation>Delegate</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/words.py"/>
        <source>Thư ký</source>
        <translation>Secretary</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/words.py"/>
        <source>Người phê duyệt</source>
        <translation>Approver</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/words.py"/>
        <source>Chủ tọa</source>
        <translation>Chair</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/words.py"/>
        <source>Người kiểm phiếu</source>
        <translation>Teller</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/words.py"/>
        <source>Khách mời</source>
        <translation>Guest</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/words.py"/>
        <source>Người quản trị</source>
        <translation>Administrator</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/words.py"/>
        <source>Trạm phòng họp</source>
        <translation>Room hub</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/words.py"/>
        <source>Máy chờ khóa gốc ký</source>
        <translation>Laptop waits for the root</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/words.py"/>
        <source>Máy giữ vai trò cũ</source>
        <translation>Laptop keeps old roles</translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/admin/words.py"/>
        <source>{n} máy</source>
        <translation><numerusform>{n} laptop</numerusform><numerusform>{n} laptops</numerusform></translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/words.py"/>
        <source>Có máy</source>
        <translation>Has a laptop</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/words.py"/>
        <source>Mã đến {day}</source>
        <translation>Code until {day}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/words.py"/>
        <source>Chưa có máy</source>
        <translation>No laptop yet</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/words.py"/>
        <source>Ghi danh {day}</source>
        <translation>Enrolled {day}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/words.py"/>
        <source>thu hồi {time}</source>
        <translation>revoked {time}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/words.py"/>
        <source>Trạm phòng họp, mang {n} kỳ họp</source>
        <translation>Room hub, carries meetings: {n}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/words.py"/>
        <source>chưa liên lạc</source>
        <translation>never in contact</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/words.py"/>
        <source>liên lạc {time}</source>
        <translation>in contact {time}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/words.py"/>
        <source>Đã thu hồi quyền</source>
        <translation>Revoked</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/words.py"/>
        <source>Chờ khóa gốc ký</source>
        <translation>Waits for the root</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/words.py"/>
        <source>Máy này</source>
        <translation>This laptop</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/words.py"/>
        <source>Đang dùng, để biểu quyết</source>
        <translation>In use, votes</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/words.py"/>
        <source>Đang dùng</source>
        <translation>In use</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/words.py"/>
        <source>đã bỏ ký tự ẩn</source>
        <translation>hidden characters taken out</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/words.py"/>
        <source>không ghi vai trò: là đại biểu</source>
        <translation>no role: a delegate</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/words.py"/>
        <source>không có tên</source>
        <translation>no name</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/words.py"/>
        <source>quá dài</source>
        <translation>too long</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/words.py"/>
        <source>ô chứa công thức</source>
        <translation>a cell holds a formula</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/words.py"/>
        <source>tên không có chữ cái</source>
        <translation>the name has no letter</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/words.py"/>
        <source>vai trò lạ</source>
        <translation>unknown role</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/words.py"/>
        <source>trùng tên với người khác; thêm cột Mã</source>
        <translation>another has the same name; add a column Code</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/words.py"/>
        <source>mã có hai lần</source>
        <translation>the code stands twice</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/words.py"/>
        <source>mã và tên là của hai người</source>
        <translation>code and name are two persons'</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/words.py"/>
        <source>Mọi việc</source>
        <translation>Everything</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/words.py"/>
        <source>Người và mã ghi danh</source>
        <translation>People and codes</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/words.py"/>
        <source>Máy</source>
        <translation>Laptops</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/words.py"/>
        <source>Tập tài liệu</source>
        <translation>Packets</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/words.py"/>
        <source>Biểu quyết</source>
        <translation>Votes</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/words.py"/>
        <source>Máy chủ và cơ quan</source>
        <translation>Hub and office</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/words.py"/>
        <source>do {name} làm</source>
        <translation>by {name}</translation>
    </message>
</context>
<context>
    <name>AdminScreen</name>
    <message>
        <location filename="../../reader/ui/admin/screen.py"/>
        <source>Người</source>
        <translation>People</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/screen.py"/>
        <source>Máy</source>
        <translation>Laptops</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/screen.py"/>
        <source>Mã ghi danh</source>
        <translation>Codes</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/screen.py"/>
        <source>Lưu trữ</source>
        <translation>Storage</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/screen.py"/>
        <source>Nhật ký</source>
        <translation>Log</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/screen.py"/>
        <source>Cơ quan</source>
        <translation>Office</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/screen.py"/>
        <source>Kệ họp</source>
        <translation>Shelf</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/screen.py"/>
        <source>Quản trị</source>
        <translation>Administration</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/screen.py"/>
        <source>Các trang</source>
        <translation>Pages</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/screen.py"/>
        <source>Thử lại</source>
        <translation>Try again</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/screen.py"/>
        <source>Đang hỏi máy chủ</source>
        <translation>Asking the hub</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/screen.py"/>
        <source>Quản trị cần có mạng: mọi thứ ở máy chủ.</source>
        <translation>Administration needs a line: everything is at the hub.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/screen.py"/>
        <source>Chưa làm được</source>
        <translation>Not done</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/screen.py"/>
        <source>Không tới được máy chủ. Quản trị cần có mạng</source>
        <translation>The hub can't be reached. Administration needs a line</translation>
    </message>
</context>
<context>
    <name>Administering</name>
    <message>
        <location filename="../../reader/ui/admin/opened.py"/>
        <source>Đang hỏi máy chủ</source>
        <translation>Asking the hub</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/opened.py"/>
        <source>Đang đọc nhật ký</source>
        <translation>Reading the log</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/opened.py"/>
        <source>Đang ghi</source>
        <translation>Writing</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/opened.py"/>
        <source>Đã ghi {name}</source>
        <translation>{name} was written</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/opened.py"/>
        <source>{name} đã rời cơ quan</source>
        <translation>{name} has left the office</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/opened.py"/>
        <source>Danh sách (*.xlsx *.csv *.txt);;Mọi tệp (*)</source>
        <translation>Lists (*.xlsx *.csv *.txt);;All files (*)</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/opened.py"/>
        <source>Chọn danh sách</source>
        <translation>Choose a list</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/opened.py"/>
        <source>Đang đọc danh sách</source>
        <translation>Reading the list</translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/admin/opened.py"/>
        <source>Đã ghi {n} người</source>
        <translation><numerusform>{n} person was written</numerusform><numerusform>{n} people were written</numerusform></translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/opened.py"/>
        <source>Đang thu hồi quyền</source>
        <translation>Revoking</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/opened.py"/>
        <source>Đã thu hồi quyền của máy của {name}</source>
        <translation>{name}'s laptop was revoked</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/opened.py"/>
        <source>Đã giao {n} kỳ họp cho trạm</source>
        <translation>Meetings given to the room hub: {n}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/opened.py"/>
        <source>Đã ký danh sách máy của cơ quan</source>
        <translation>The office's roster is signed</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/opened.py"/>
        <source>Đang ký</source>
        <translation>Signing</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/opened.py"/>
        <source>Ảnh (*.png *.jpg *.jpeg)</source>
        <translation>Pictures (*.png *.jpg *.jpeg)</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/opened.py"/>
        <source>Chọn biểu trưng</source>
        <translation>Choose an emblem</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/opened.py"/>
        <source>Đang đọc ảnh</source>
        <translation>Reading the picture</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/opened.py"/>
        <source>Đã ghi. Các máy thấy sau khi khóa gốc ký</source>
        <translation>Written. Laptops see it after the root has signed</translation>
    </message>
</context>
<context>
    <name>Agenda</name>
    <message>
        <location filename="../../reader/ui/meeting/words.py"/>
        <source>{n} tài liệu</source>
        <translation>Documents: {n}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/words.py"/>
        <source>{n} mới</source>
        <translation>{n} new</translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/words.py"/>
        <source>đã đọc {n}</source>
        <translation>{n} read</translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/words.py"/>
        <source>{n} đổi bản</source>
        <translation>{n} changed</translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/words.py"/>
        <source>{n} trang</source>
        <translation>{n} p.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/meeting/words.py"/>
        <source>đã đọc {seen}/{n} trang</source>
        <translation><numerusform>read {seen} of {n} page</numerusform><numerusform>read {seen} of {n} pages</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/meeting/words.py"/>
        <source>đã đọc cả {n} trang</source>
        <translation><numerusform>read the {n} page</numerusform><numerusform>read all {n} pages</numerusform></translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/words.py"/>
        <source>Chờ tải, {size}</source>
        <translation>Waiting to download, {size}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/words.py"/>
        <source>Đã có {part}</source>
        <translation>{part} here</translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/words.py"/>
        <source>Bản quét: không có chữ để tìm</source>
        <translation>A scan: no text to search</translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/words.py"/>
        <source>Khẩn</source>
        <translation>Urgent</translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/words.py"/>
        <source>Thượng khẩn</source>
        <translation>Very urgent</translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/words.py"/>
        <source>Hỏa tốc</source>
        <translation>Express</translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/words.py"/>
        <source>Mới</source>
        <translation>New</translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/words.py"/>
        <source>Đổi bản lúc {time}</source>
        <translation>New version at {time}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/words.py"/>
        <source>Mục {number}</source>
        <translation>Item {number}</translation>
    </message>
</context>
<context>
    <name>AgendaPane</name>
    <message>
        <location filename="../../reader/ui/meeting/agenda.py"/>
        <source>Chương trình</source>
        <translation>Agenda</translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/agenda.py"/>
        <source>Ẩn</source>
        <translation>Hide</translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/agenda.py"/>
        <source>Ẩn chương trình</source>
        <translation>Hide the agenda</translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/agenda.py"/>
        <source>Chương trình và tài liệu</source>
        <translation>Agenda and documents</translation>
    </message>
</context>
<context>
    <name>AllNotes</name>
    <message>
        <location filename="../../reader/ui/marks/all_notes.py"/>
        <source>Mọi ghi chú</source>
        <translation>All notes</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/all_notes.py"/>
        <source>Có chữ viết thêm</source>
        <translation>With words of one's own</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/all_notes.py"/>
        <source>Riêng tôi</source>
        <translation>Only me</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/all_notes.py"/>
        <source>Tôi đã chia sẻ</source>
        <translation>Shared by me</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/all_notes.py"/>
        <source>Của người khác</source>
        <translation>Of others</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/all_notes.py"/>
        <source>Cần xem lại chỗ</source>
        <translation>Place to be looked at</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/all_notes.py"/>
        <source>Dấu trang</source>
        <translation>Bookmarks</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/all_notes.py"/>
        <source>Tìm trong ghi chú</source>
        <translation>Find in notes</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/all_notes.py"/>
        <source>Loại ghi chú</source>
        <translation>Kind of notes</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/all_notes.py"/>
        <source>Ghi chú của cả kỳ họp</source>
        <translation>Notes of the whole meeting</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/all_notes.py"/>
        <source>Không có ghi chú nào như vậy</source>
        <translation>No such notes</translation>
    </message>
</context>
<context>
    <name>AnnulDialog</name>
    <message>
        <location filename="../../reader/ui/desk/annul.py"/>
        <source>Hủy biểu quyết</source>
        <translation>Annul the vote</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/annul.py"/>
        <source>Phiếu đã nhận được lưu làm bằng chứng và không tính. Không mở lại được; muốn biểu quyết lại thì đưa vào tập tài liệu một nội dung mới.</source>
        <translation>Ballots received are kept as evidence and do not count. It cannot be opened again; for another vote put a new motion into the packet.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/annul.py"/>
        <source>Lý do, mọi người đều đọc được</source>
        <translation>The reason, which everybody reads</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/annul.py"/>
        <source>Giữ biểu quyết</source>
        <translation>Keep the vote</translation>
    </message>
</context>
<context>
    <name>AnswerPanel</name>
    <message>
        <location filename="../../reader/ui/desk/opinions.py"/>
        <source>Danh sách ý kiến</source>
        <translation>List of opinions</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/opinions.py"/>
        <source>Kết luận của thư ký</source>
        <translation>The secretary's answer</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/opinions.py"/>
        <source>Lời trả lời</source>
        <translation>Words of the answer</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/opinions.py"/>
        <source>Lý do, cách tiếp thu (nếu cần)…</source>
        <translation>Why, or how it is taken up (if needed)…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/opinions.py"/>
        <source>Gửi trả lời</source>
        <translation>Send the answer</translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/desk/opinions.py"/>
        <source>Gửi trả lời cho {n} ý kiến</source>
        <translation><numerusform>Send the answer to {n} opinion</numerusform><numerusform>Send the answer to {n} opinions</numerusform></translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/opinions.py"/>
        <source>Ai đọc được ý kiến thì đọc được trả lời; có ý kiến gửi cả kỳ họp.</source>
        <translation>Whoever can read an opinion can read its answer; some of these everybody can read.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/opinions.py"/>
        <source>Chỉ thư ký, chủ tọa và người viết đọc được.</source>
        <translation>Only the secretary, the chair and the writer can read it.</translation>
    </message>
</context>
<context>
    <name>ApprovalsCard</name>
    <message>
        <location filename="../../reader/ui/shelf/approvals.py"/>
        <source>Chờ phê duyệt</source>
        <translation>Waiting for approval</translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/approvals.py"/>
        <source>bản {n}, {by} trình</source>
        <translation>version {n}, submitted by {by}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/approvals.py"/>
        <source>Xem bản trình</source>
        <translation>Look at it</translation>
    </message>
</context>
<context>
    <name>Approve</name>
    <message>
        <location filename="../../reader/ui/approve/words.py"/>
        <source>Cả tập tài liệu</source>
        <translation>The whole packet</translation>
    </message>
    <message>
        <location filename="../../reader/ui/approve/words.py"/>
        <source>{who} trả lại, {when}</source>
        <translation>Returned by {who}, {when}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/approve/words.py"/>
        <source>{who} trả lại, đang gửi</source>
        <translation>Returned by {who}, being sent</translation>
    </message>
    <message>
        <location filename="../../reader/ui/approve/words.py"/>
        <source>Tài liệu đang về máy này; đủ rồi mới phê duyệt được</source>
        <translation>Documents are on their way; it can be approved when all are here</translation>
    </message>
    <message>
        <location filename="../../reader/ui/approve/words.py"/>
        <source>Đã phê duyệt tại phòng họp, chờ thư ký phát hành</source>
        <translation>Approved in the meeting room, waiting for the secretary to publish</translation>
    </message>
    <message>
        <location filename="../../reader/ui/approve/words.py"/>
        <source>Đã trả lại tại phòng họp kèm góp ý, chờ thư ký trình lại</source>
        <translation>Returned in the meeting room with remarks, waiting for the secretary to submit again</translation>
    </message>
    <message>
        <location filename="../../reader/ui/approve/words.py"/>
        <source>Chờ phê duyệt</source>
        <translation>Waiting for approval</translation>
    </message>
    <message>
        <location filename="../../reader/ui/approve/words.py"/>
        <source>Người trình không tự phê duyệt: chờ người khác</source>
        <translation>Whoever submits does not approve: waiting for another person</translation>
    </message>
    <message>
        <location filename="../../reader/ui/approve/words.py"/>
        <source>Đã ký, đang gửi. Chưa có biên nhận.</source>
        <translation>Signed, being sent. No receipt yet.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/approve/words.py"/>
        <source>Đã trả lại kèm góp ý, đang gửi</source>
        <translation>Returned with remarks, being sent</translation>
    </message>
    <message>
        <location filename="../../reader/ui/approve/words.py"/>
        <source>Đã trả lại kèm góp ý, chờ thư ký trình lại</source>
        <translation>Returned with remarks; the secretary submits it again</translation>
    </message>
    <message>
        <location filename="../../reader/ui/approve/words.py"/>
        <source>Đã phê duyệt, chờ thư ký phát hành</source>
        <translation>Approved, waiting for the secretary to publish</translation>
    </message>
</context>
<context>
    <name>ApproveScreen</name>
    <message>
        <location filename="../../reader/ui/approve/screen.py"/>
        <source>Kệ họp</source>
        <translation>Shelf</translation>
    </message>
    <message>
        <location filename="../../reader/ui/approve/screen.py"/>
        <source>Tóm tắt</source>
        <translation>Summary</translation>
    </message>
    <message>
        <location filename="../../reader/ui/approve/screen.py"/>
        <source>Tài liệu</source>
        <translation>Document</translation>
    </message>
    <message>
        <location filename="../../reader/ui/approve/screen.py"/>
        <source>Đã hiểu</source>
        <translation>Understood</translation>
    </message>
    <message>
        <location filename="../../reader/ui/approve/screen.py"/>
        <source>Danh sách tài liệu</source>
        <translation>List of documents</translation>
    </message>
    <message>
        <location filename="../../reader/ui/approve/screen.py"/>
        <source>Góp ý về tài liệu này…</source>
        <translation>Remark on this document…</translation>
    </message>
</context>
<context>
    <name>Approving</name>
    <message>
        <location filename="../../reader/ui/approve/opened.py"/>
        <source>Xác nhận phê duyệt</source>
        <translation>Approve</translation>
    </message>
    <message>
        <location filename="../../reader/ui/approve/opened.py"/>
        <source>{title}, bản {n}</source>
        <translation>{title}, version {n}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/approve/opened.py"/>
        <source>Chữ ký của máy này gắn với đúng từng tệp của bản đã xem. Sau đó thư ký phát hành được. Không rút lại được; muốn sửa thì thư ký trình bản khác.</source>
        <translation>This laptop's signature is on every file exactly as it was looked at. Then a secretary can publish it. It cannot be taken back; for changes the secretary submits another version.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/approve/opened.py"/>
        <source>Xem lại</source>
        <translation>Look again</translation>
    </message>
    <message>
        <location filename="../../reader/ui/approve/opened.py"/>
        <source>Phê duyệt</source>
        <translation>Approve</translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/approve/opened.py"/>
        <source>{n} góp ý đã viết sẽ không được gửi.</source>
        <translation><numerusform>{n} remark was written and will not be sent.</numerusform><numerusform>{n} remarks were written and will not be sent.</numerusform></translation>
    </message>
    <message>
        <location filename="../../reader/ui/approve/opened.py"/>
        <source>Việc vừa làm không được nhận</source>
        <translation>What was just done was not accepted</translation>
    </message>
    <message>
        <location filename="../../reader/ui/approve/opened.py"/>
        <source>Chưa xem lại được</source>
        <translation>Could not be shown</translation>
    </message>
    <message>
        <location filename="../../reader/ui/approve/opened.py"/>
        <source>Chưa phê duyệt được</source>
        <translation>Not approved</translation>
    </message>
    <message>
        <location filename="../../reader/ui/approve/opened.py"/>
        <source>Bản này không còn chờ phê duyệt</source>
        <translation>This version does not wait for approval any more</translation>
    </message>
    <message>
        <location filename="../../reader/ui/approve/opened.py"/>
        <source>Trong lúc đó một bản của kỳ họp đã được phát hành hoặc thu hồi. Bản mới nhất ở trên kệ.</source>
        <translation>Meanwhile a version of the meeting was published or taken back. The newest is on the shelf.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/approve/opened.py"/>
        <source>Đã hiểu</source>
        <translation>Understood</translation>
    </message>
</context>
<context>
    <name>ArchiveDialog</name>
    <message>
        <location filename="../../reader/ui/archive/making.py"/>
        <source>Lưu hồ sơ cuộc họp</source>
        <translation>Archive the meeting</translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/archive/making.py"/>
        <source>Một tệp giữ cả cuộc họp: {n} tài liệu ({size}) và các bản trước, biên bản, kết quả, từng phiếu ghi tên, ý kiến đã gửi, chữ ký của mọi người. Chương trình ZIP nào cũng mở được, và kiểm chứng được cả khi không còn hệ thống này. Tệp không mã hóa: ai có tệp cũng đọc được.</source>
        <translation><numerusform>One file keeps the whole meeting: {n} document ({size}) and its earlier versions, minutes, results, every named ballot, opinions that were sent, everybody's signatures. Any ZIP program opens it, and it can be verified even when this system is gone. It is not encrypted: whoever has the file can read it.</numerusform><numerusform>One file keeps the whole meeting: {n} documents ({size}) and their earlier versions, minutes, results, every named ballot, opinions that were sent, everybody's signatures. Any ZIP program opens it, and it can be verified even when this system is gone. It is not encrypted: whoever has the file can read it.</numerusform></translation>
    </message>
    <message>
        <location filename="../../reader/ui/archive/making.py"/>
        <source>Chọn nơi lưu…</source>
        <translation>Choose a place…</translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/archive/making.py"/>
        <source>Kèm {n} mục hạn chế người xem</source>
        <translation><numerusform>With the {n} item of restricted access</numerusform><numerusform>With the {n} items of restricted access</numerusform></translation>
    </message>
    <message>
        <location filename="../../reader/ui/archive/making.py"/>
        <source>Kèm biên bản đã ký…</source>
        <translation>Add signed minutes…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/archive/making.py"/>
        <source>Chưa chọn: máy ghi biên bản từ dữ liệu.</source>
        <translation>None chosen: the program writes minutes from the data.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/archive/making.py"/>
        <source>{n} ghi chú riêng của bạn không có trong hồ sơ.</source>
        <translation><numerusform>Your {n} private note is not in the archive.</numerusform><numerusform>Your {n} private notes are not in the archive.</numerusform></translation>
    </message>
    <message>
        <location filename="../../reader/ui/archive/making.py"/>
        <source>Xuất ghi chú riêng…</source>
        <translation>Export private notes…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/archive/making.py"/>
        <source>Còn {n} nội dung chưa kết thúc biểu quyết.</source>
        <translation>Motions that are not closed yet: {n}.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/archive/making.py"/>
        <source>Máy này còn việc chưa gửi; việc ấy sẽ không có trong hồ sơ.</source>
        <translation>Some work on this laptop was not sent yet; it will not be in the archive.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/archive/making.py"/>
        <source>Chọn biên bản đã ký</source>
        <translation>Choose signed minutes</translation>
    </message>
    <message>
        <location filename="../../reader/ui/archive/making.py"/>
        <source>Biên bản</source>
        <translation>Minutes</translation>
    </message>
</context>
<context>
    <name>ArchiveScreen</name>
    <message>
        <location filename="../../reader/ui/archive/screen.py"/>
        <source>Kệ họp</source>
        <translation>Shelf</translation>
    </message>
    <message>
        <location filename="../../reader/ui/archive/screen.py"/>
        <source>Hồ sơ lưu trữ</source>
        <translation>Archive</translation>
    </message>
    <message>
        <location filename="../../reader/ui/archive/screen.py"/>
        <source>Tài liệu</source>
        <translation>Document</translation>
    </message>
    <message>
        <location filename="../../reader/ui/archive/screen.py"/>
        <source>Đã kiểm chứng những gì…</source>
        <translation>What was checked…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/archive/screen.py"/>
        <source>Lấy giấy tờ ra thư mục…</source>
        <translation>Unpack into a folder…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/archive/screen.py"/>
        <source>Nguyên vẹn như khi {names} ký; khóa gốc là của cơ quan này.</source>
        <translation>As it was when {names} signed it; the root key is this office's.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/archive/screen.py"/>
        <source>Hồ sơ đã kiểm chứng</source>
        <translation>The archive verifies</translation>
    </message>
    <message>
        <location filename="../../reader/ui/archive/screen.py"/>
        <source>Nguyên vẹn như khi {names} ký, nhưng khóa gốc không phải của cơ quan này. So vân tay {fingerprint} với vân tay mà cơ quan ấy công bố.</source>
        <translation>As it was when {names} signed it, but the root key is not this office's. Compare the fingerprint {fingerprint} with the one that the other office tells.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/archive/screen.py"/>
        <source>Hồ sơ của cơ quan khác</source>
        <translation>Another office's archive</translation>
    </message>
    <message>
        <location filename="../../reader/ui/archive/screen.py"/>
        <source>Chương trình và tài liệu</source>
        <translation>Agenda and documents</translation>
    </message>
    <message>
        <location filename="../../reader/ui/archive/screen.py"/>
        <source>Kết quả biểu quyết, kiểm lại từ từng phiếu</source>
        <translation>Results, counted again from the ballots</translation>
    </message>
    <message>
        <location filename="../../reader/ui/archive/screen.py"/>
        <source>Đã bị hủy.</source>
        <translation>Annulled.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/archive/screen.py"/>
        <source>Đã kiểm chứng những gì</source>
        <translation>What was checked</translation>
    </message>
    <message>
        <location filename="../../reader/ui/archive/screen.py"/>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>Archives</name>
    <message>
        <location filename="../../reader/ui/archive/opened.py"/>
        <source>Mở hồ sơ lưu trữ</source>
        <translation>Open an archive</translation>
    </message>
    <message>
        <location filename="../../reader/ui/archive/opened.py"/>
        <source>Đang kiểm chứng hồ sơ</source>
        <translation>Checking the archive</translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/archive/opened.py"/>
        <source>{n} tệp trong {folder}. Mở muc-luc.html để đọc. Ai có thư mục này cũng đọc được.</source>
        <translation><numerusform>{n} file in {folder}. Open muc-luc.html to read. Whoever has this folder can read it.</numerusform><numerusform>{n} files in {folder}. Open muc-luc.html to read. Whoever has this folder can read them.</numerusform></translation>
    </message>
    <message>
        <location filename="../../reader/ui/archive/opened.py"/>
        <source>Đã lấy giấy tờ ra</source>
        <translation>Unpacked</translation>
    </message>
    <message>
        <location filename="../../reader/ui/archive/opened.py"/>
        <source>Đang lấy giấy tờ ra</source>
        <translation>Unpacking</translation>
    </message>
    <message>
        <location filename="../../reader/ui/archive/opened.py"/>
        <source>Lấy giấy tờ ra thư mục</source>
        <translation>Unpack into a folder</translation>
    </message>
    <message>
        <location filename="../../reader/ui/archive/opened.py"/>
        <source>Chưa mở được hồ sơ</source>
        <translation>The archive was not opened</translation>
    </message>
    <message>
        <location filename="../../reader/ui/archive/opened.py"/>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>ArchivesCard</name>
    <message>
        <location filename="../../reader/ui/shelf/archives.py"/>
        <source>Cần lưu hồ sơ</source>
        <translation>To be archived</translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/archives.py"/>
        <source>Tài liệu được xóa khỏi mọi máy ngày {day}. Lưu hồ sơ trước ngày đó.</source>
        <translation>Its documents go from all laptops on {day}. Archive it before that day.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/archives.py"/>
        <source>Lưu hồ sơ…</source>
        <translation>Archive…</translation>
    </message>
</context>
<context>
    <name>AskingDialog</name>
    <message>
        <location filename="../../reader/ui/admin/asking.py"/>
        <source>Chưa làm được</source>
        <translation>Not done</translation>
    </message>
</context>
<context>
    <name>AttendancePane</name>
    <message>
        <location filename="../../reader/ui/desk/attendance.py"/>
        <source>Tìm theo tên</source>
        <translation>Search by name</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/attendance.py"/>
        <source>Điểm danh</source>
        <translation>Attendance</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/attendance.py"/>
        <source>Ghi có mặt {n} người…</source>
        <translation>Mark {n} as present…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/attendance.py"/>
        <source>Chờ gửi</source>
        <translation>Waiting to send</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/attendance.py"/>
        <source>Có mặt</source>
        <translation>Present</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/attendance.py"/>
        <source>Vắng, chưa rõ lý do</source>
        <translation>Absent, reason unknown</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/attendance.py"/>
        <source>Vắng, có lý do…</source>
        <translation>Absent, with a reason…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/attendance.py"/>
        <source>Có người dự thay…</source>
        <translation>Somebody comes instead…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/attendance.py"/>
        <source>Ghi có mặt {n} người chưa điểm danh</source>
        <translation>Mark the {n} not yet recorded as present</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/attendance.py"/>
        <source>Ghi có mặt</source>
        <translation>Mark as present</translation>
    </message>
</context>
<context>
    <name>Ballot</name>
    <message>
        <location filename="../../reader/ui/ballot/draft.py"/>
        <source>Chọn ít nhất một câu trả lời.</source>
        <translation>Choose at least one answer.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/draft.py"/>
        <source>Chọn một câu trả lời.</source>
        <translation>Choose an answer.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/draft.py"/>
        <source>Ghi ý kiến vào ô bên trên.</source>
        <translation>Write the opinion in the box above.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/lulls.py"/>
        <source>Nội dung đã thay đổi, chờ mở lại</source>
        <translation>Changed, waits to be opened again</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/lulls.py"/>
        <source>Đã hết giờ, chờ kết quả</source>
        <translation>Time is over, waits for the result</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/lulls.py"/>
        <source>Đã hết giờ nhận phiếu. Kết quả hiện ở đây khi máy nhận được.</source>
        <translation>The time for ballots is over. The result will be shown here when this laptop has it.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/lulls.py"/>
        <source>Theo đồng hồ máy này thì đã hết giờ nhận phiếu; giờ của hệ thống mới quyết định. Kết quả hiện ở đây khi máy nhận được.</source>
        <translation>By this laptop's clock the time for ballots is over; the hub's time decides. The result will be shown here when this laptop has it.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/lulls.py"/>
        <source>Nội dung đã thay đổi sau khi mở; chờ chủ tọa mở lại. Phiếu đã gửi cho bản trước được lưu, không tính: đọc lại nội dung rồi bỏ phiếu lại.</source>
        <translation>The motion was changed after it had been opened; the chair has to open it again. Ballots sent before are kept and not counted: read it again, then vote again.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/outcome.py"/>
        <source>Không đủ số người</source>
        <translation>No quorum</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/outcome.py"/>
        <source>Kết quả thăm dò</source>
        <translation>Poll result</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/outcome.py"/>
        <source>Đã kết thúc · chờ kết quả</source>
        <translation>Closed · waiting for the result</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/outcome.py"/>
        <source>Đã kết thúc: không đủ số người</source>
        <translation>Closed: no quorum</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/outcome.py"/>
        <source>Đã kết thúc: có kết quả</source>
        <translation>Closed: result known</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/outcome.py"/>
        <source>Đã kết thúc: {verdict}</source>
        <translation>Closed: {verdict}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/ballot/outcome.py"/>
        <source>Tính trên tổng số {n} đại biểu</source>
        <translation><numerusform>Of {n} delegate</numerusform><numerusform>Of all {n} delegates</numerusform></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/outcome.py"/>
        <source>Tính trên {n} người có mặt</source>
        <translation>Of the {n} present</translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/ballot/outcome.py"/>
        <source>Tính trên {n} phiếu hợp lệ</source>
        <translation><numerusform>Of {n} valid ballot</numerusform><numerusform>Of {n} valid ballots</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/ballot/outcome.py"/>
        <source>Tính trên {n} phiếu</source>
        <translation><numerusform>Of {n} ballot</numerusform><numerusform>Of {n} ballots</numerusform></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/outcome.py"/>
        <source>Phiếu không hợp lệ</source>
        <translation>Invalid ballot</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/outcome.py"/>
        <source>Không có phiếu</source>
        <translation>No ballot</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/outcome.py"/>
        <source>Trúng {n}, còn {left} chỗ phải bầu lại</source>
        <translation>{n} elected, {left} to be voted on again</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/outcome.py"/>
        <source>Chưa ai trúng</source>
        <translation>Nobody is elected</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/outcome.py"/>
        <source>Trúng {n} trên {seats} chỗ</source>
        <translation>{n} of {seats} elected</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/outcome.py"/>
        <source>Trúng</source>
        <translation>Elected</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/outcome.py"/>
        <source>Bằng phiếu, phải bầu lại</source>
        <translation>Equal votes, to be voted on again</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/outcome.py"/>
        <source>Đủ phiếu, hết chỗ</source>
        <translation>Enough votes, no seat left</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/outcome.py"/>
        <source>Chưa đủ phiếu</source>
        <translation>Not enough votes</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/outcome.py"/>
        <source>Chủ tọa chọn</source>
        <translation>The chair’s choice</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/reasons.py"/>
        <source>Đến muộn, không tính</source>
        <translation>Late, not counted</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/reasons.py"/>
        <source>Đến muộn, chưa tính</source>
        <translation>Late, not counted yet</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/reasons.py"/>
        <source>Đến muộn, đã được đề nghị tính</source>
        <translation>Late, put forward to count</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/reasons.py"/>
        <source>Đến muộn, được tính</source>
        <translation>Late, it counts</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/reasons.py"/>
        <source>Đã có phiếu sau thay thế</source>
        <translation>Replaced by a later ballot</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/reasons.py"/>
        <source>Nội dung đã đổi, phiếu cũ không tính</source>
        <translation>The motion has changed, the old ballot does not count</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/reasons.py"/>
        <source>Hai phiếu khác nhau, chưa tính</source>
        <translation>Two different ballots, none counted yet</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/reasons.py"/>
        <source>Máy đã bị thu hồi, không tính</source>
        <translation>Laptop revoked, not counted</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/reasons.py"/>
        <source>Không có tên trong danh sách</source>
        <translation>Not on the roll</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/reasons.py"/>
        <source>Đã được ghi bằng tay hoặc phiếu giấy</source>
        <translation>Entered by hand or on paper instead</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/reasons.py"/>
        <source>Không được tính</source>
        <translation>Not counted</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/reasons.py"/>
        <source>Phiếu tới sau lúc kết thúc. Phiếu được lưu, không tính.</source>
        <translation>The ballot arrived after the close. It is kept, not counted.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/reasons.py"/>
        <source>Phiếu tới sau lúc ngừng nhận và được lưu. Chủ tọa và thư ký có thể cho tính trước khi công bố; báo thư ký nếu mất mạng.</source>
        <translation>The ballot came after the voting had ended, and is kept. Chair and secretary can let it count before the result is announced; tell the secretary if the line had failed.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/reasons.py"/>
        <source>Phiếu được lưu. Đã có người đề nghị tính; chờ người thứ hai đồng ý.</source>
        <translation>The ballot is kept. It was put forward to count; a second person is awaited.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/reasons.py"/>
        <source>Chủ tọa và thư ký đã cho tính phiếu này. Kết quả hiện sau khi công bố.</source>
        <translation>Chair and secretary have let this ballot count. The result shows once it is announced.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/reasons.py"/>
        <source>Phiếu sau cùng được tính thay phiếu này.</source>
        <translation>The last ballot counts instead of this one.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/reasons.py"/>
        <source>Phiếu cũ được lưu. Đọc lại nội dung rồi bỏ phiếu lại.</source>
        <translation>The old ballot is kept. Read the motion again, then vote again.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/reasons.py"/>
        <source>Cả hai phiếu được lưu. Bỏ phiếu lại, hoặc báo thư ký.</source>
        <translation>Both ballots are kept. Vote again, or tell the secretary.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/reasons.py"/>
        <source>Phiếu được lưu, không tính. Đề nghị bỏ phiếu giấy.</source>
        <translation>The ballot is kept, not counted. Please vote on paper.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/reasons.py"/>
        <source>Phiếu được lưu, không tính. Báo thư ký nếu có nhầm lẫn.</source>
        <translation>The ballot is kept, not counted. Tell the secretary if this is a mistake.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/reasons.py"/>
        <source>Phiếu được lưu, tính là phiếu không hợp lệ.</source>
        <translation>The ballot is kept and counted as invalid.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/reasons.py"/>
        <source>Lá phiếu đã ghi, có hai người xác nhận, được tính thay phiếu trên máy. Nếu không đúng, báo ngay thư ký hoặc chủ tọa.</source>
        <translation>The vote that was written down, which two persons vouch for, counts in place of this ballot. If it is wrong, tell the secretary or the chair at once.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/reasons.py"/>
        <source>Phiếu được lưu. Hỏi thư ký.</source>
        <translation>The ballot is kept. Ask the secretary.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/reasons.py"/>
        <source>Phiếu vẫn còn trên máy này. Báo thư ký.</source>
        <translation>The ballot is still on this laptop. Tell the secretary.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/reasons.py"/>
        <source>Qua mạng</source>
        <translation>Over the line</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/reasons.py"/>
        <source>Qua trạm phòng họp</source>
        <translation>Through the room hub</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/reasons.py"/>
        <source>Qua USB</source>
        <translation>By USB</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/reasons.py"/>
        <source>Giơ tay</source>
        <translation>By hand</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/reasons.py"/>
        <source>Phiếu giấy</source>
        <translation>On paper</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/reasons.py"/>
        <source>Cách khác</source>
        <translation>Another way</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Đã hủy</source>
        <translation>Annulled</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Phiếu kín, bỏ phiếu giấy</source>
        <translation>Secret, vote on paper</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Chưa mở</source>
        <translation>Not open yet</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Đang mở · bỏ phiếu trên máy “{name}”</source>
        <translation>Open · vote on the laptop “{name}”</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Đang mở · không có tên trong danh sách</source>
        <translation>Open · not on the roll</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Đang mở · chưa bỏ phiếu</source>
        <translation>Open · not voted yet</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Đang mở · đã nhận phiếu</source>
        <translation>Open · ballot received</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Đang mở · cần bỏ phiếu lại</source>
        <translation>Open · needs a new ballot</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Phiếu chưa được nhận</source>
        <translation>Ballot not accepted</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Đang mở · trạm đã nhận phiếu</source>
        <translation>Open · the room hub has your ballot</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Đang mở · phiếu đã chuyển đi</source>
        <translation>Open · ballot passed on</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Đang mở · phiếu đã chép ra USB</source>
        <translation>Open · ballot copied to USB</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Đang mở · phiếu chờ gửi</source>
        <translation>Open · ballot waiting to send</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Biểu quyết này đã bị hủy; phiếu đã gửi được lưu, không tính. Lý do: {reason}</source>
        <translation>This vote was annulled; ballots sent are kept and do not count. The reason: {reason}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>chưa rõ tên</source>
        <translation>without a name</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Muốn đổi lựa chọn thì đổi trên máy “{name}”.</source>
        <translation>To change your choice, change it on the laptop “{name}”.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Nội dung này mở khi bạn biểu quyết trên máy “{name}”, máy đó đã bị thu hồi quyền. Báo thư ký để bỏ phiếu giấy.</source>
        <translation>This motion was opened while you voted on the laptop “{name}”, which has been revoked. Tell the secretary and vote on paper.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Nội dung này bỏ phiếu trên máy “{name}”. Không dùng được máy đó: báo thư ký để bỏ phiếu giấy.</source>
        <translation>Vote on this motion on the laptop “{name}”. If you can't use it: tell the secretary and vote on paper.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Nội dung này bỏ phiếu trên máy khác, nên chưa gửi gì.</source>
        <translation>You vote on this motion on another laptop, so nothing was sent.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Nội dung đã thay đổi trước khi niêm phong, nên chưa gửi gì.</source>
        <translation>The motion was changed before you sealed, so nothing was sent.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Biểu quyết đã kết thúc trước khi niêm phong, nên chưa gửi gì.</source>
        <translation>Voting ended before you sealed, so nothing was sent.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Đang mở</source>
        <translation>Open</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Đã kết thúc</source>
        <translation>Closed</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Đã kết thúc lúc {time}</source>
        <translation>Closed at {time}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Đang kiểm phiếu</source>
        <translation>Being counted</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Biểu quyết công khai</source>
        <translation>Open vote</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>{rule}: điều luật chưa đối chiếu.</source>
        <translation>{rule}: article of law not checked yet.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Mở lúc {time} theo lịch</source>
        <translation>Opens at {time} as scheduled</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Ngừng nhận phiếu lúc {time}</source>
        <translation>Voting ended at {time}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Nhận phiếu đến {time}</source>
        <translation>Ballots accepted until {time}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Mở lúc {time}</source>
        <translation>Opened at {time}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Đổi được đến {time}.</source>
        <translation>Can be changed until {time}.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Đổi được đến khi chủ tọa kết thúc biểu quyết.</source>
        <translation>Can be changed until the chair closes the vote.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Phiếu được niêm phong trên máy này rồi tự gửi khi có mạng. Chỉ tính khi hệ thống nhận trước {time}; đến lúc đó vẫn đổi được.</source>
        <translation>The ballot is sealed on this laptop and sent by itself when there is a line. It counts only if the hub receives it before {time}; until then it can be changed.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Phiếu được niêm phong trên máy này rồi tự gửi. Chỉ tính khi {recorder} nhận trước lúc chủ tọa kết thúc; đến lúc đó vẫn đổi được.</source>
        <translation>The ballot is sealed on this laptop and sent by itself. It counts only if {recorder} has it before the chair ends the vote; until then it can be changed.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>hệ thống</source>
        <translation>the hub</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>trạm phòng họp</source>
        <translation>the room hub</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>1. Niêm phong trên máy</source>
        <translation>1. Sealed on this laptop</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Niêm phong</source>
        <translation>Sealed</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>2. Trạm phòng họp nhận</source>
        <translation>2. Received by the room hub</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Trạm nhận</source>
        <translation>Room hub received</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>2. Hệ thống nhận</source>
        <translation>2. Received by the hub</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Hệ thống nhận</source>
        <translation>Received</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>3. Được tính vào kết quả</source>
        <translation>3. Counted in the result</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Được tính</source>
        <translation>Counted</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Biết sau khi kết thúc biểu quyết.</source>
        <translation>Known after the vote is closed.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Biết sau khi công bố kết quả.</source>
        <translation>Known when the result is announced.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Chưa bỏ phiếu</source>
        <translation>Not voted yet</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Sau khi xác nhận.</source>
        <translation>After confirming.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Máy tự gửi.</source>
        <translation>Sent by itself.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Mất điện cũng không mất.</source>
        <translation>Safe even if the power fails.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Đã nhận qua trạm phòng họp</source>
        <translation>Received by the room hub</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Hệ thống đã nhận</source>
        <translation>Received by the hub</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Đã được tính</source>
        <translation>Counted</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Có trong kết quả.</source>
        <translation>It is in the result.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Phiếu vẫn an toàn trên máy này. Phiếu chỉ được tính khi tới trạm phòng họp trước lúc kết thúc.</source>
        <translation>The ballot is safe on this laptop. It counts only if it reaches the room hub before the close.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Phiếu vẫn an toàn trên máy này. Phiếu chỉ được tính khi tới máy chủ cơ quan trước lúc kết thúc.</source>
        <translation>The ballot is safe on this laptop. It counts only if it reaches the office before the close.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Đã nhận qua trạm phòng họp – chờ máy chủ ghi nhận</source>
        <translation>Received by the room hub – the office has yet to record it</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Đã niêm phong trên máy này – chờ gửi</source>
        <translation>Sealed on this laptop – waiting to send</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Chờ máy chủ ghi nhận. Trạm giữ phiếu và tự chuyển lên.</source>
        <translation>The office has yet to record it. The room hub keeps it and passes it on.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Chờ trạm phòng họp ghi nhận. Máy vẫn giữ và gửi lại.</source>
        <translation>The room hub has yet to record it. This laptop keeps it and sends it again.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Chưa tới. Máy tự gửi lại khi có mạng.</source>
        <translation>Not there yet. It is sent again when there is a line.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Chép ra USB lúc {time}. Đưa USB cho thư ký; có mạng thì máy vẫn tự gửi.</source>
        <translation>Copied to USB at {time}. Hand the stick to the secretary; with a line it is sent all the same.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Đã chép ra USB lúc {time}.</source>
        <translation>Copied to USB at {time}.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Có giấy nhận, chữ ký đúng.</source>
        <translation>Receipt held, its signature is right.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Chưa kiểm được giấy nhận.</source>
        <translation>The receipt could not be checked yet.</translation>
    </message>
</context>
<context>
    <name>BallotPaper</name>
    <message>
        <location filename="../../reader/ui/ballot/paper.py"/>
        <source>Ý kiến của đại biểu</source>
        <translation>Your opinion</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/paper.py"/>
        <source>Ghi ý kiến ở đây</source>
        <translation>Write the opinion here</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/paper.py"/>
        <source>Giữ phiếu cũ</source>
        <translation>Keep the old ballot</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/paper.py"/>
        <source>Đổi lựa chọn…</source>
        <translation>Change choice…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/paper.py"/>
        <source>Bỏ phiếu…</source>
        <translation>Vote…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/paper.py"/>
        <source>Các câu trả lời</source>
        <translation>Answers</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/paper.py"/>
        <source>Đã niêm phong</source>
        <translation>Sealed</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/paper.py"/>
        <source>Phiếu kín: bỏ phiếu giấy tại phòng họp. Máy này không ghi lựa chọn.</source>
        <translation>Secret ballot: vote on paper in the meeting room. This laptop records no choice.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/paper.py"/>
        <source>Chưa mở biểu quyết. Mở rồi thì bỏ phiếu ngay ở đây.</source>
        <translation>Voting is not open yet. When it is, vote right here.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/paper.py"/>
        <source>Không có tên trong danh sách biểu quyết của nội dung này.</source>
        <translation>Not on the roll of this motion.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/paper.py"/>
        <source>Đã ngừng nhận phiếu, đang kiểm phiếu. Không bỏ phiếu hay đổi phiếu được nữa.</source>
        <translation>The voting has ended and the votes are being counted. No ballot can be cast or changed any more.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/paper.py"/>
        <source>Đã kết thúc biểu quyết. Kết quả hiện ở đây khi máy nhận được.</source>
        <translation>The vote is closed. The result is shown here as soon as it arrives.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/paper.py"/>
        <source>Chọn tối đa {n}. Đã chọn {chosen}.</source>
        <translation>Choose up to {n}. Chosen: {chosen}.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/paper.py"/>
        <source>Đang niêm phong…</source>
        <translation>Sealing…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/paper.py"/>
        <source>Phiếu đã niêm phong vẫn giữ đến khi niêm phong phiếu mới.</source>
        <translation>The sealed ballot stands until a new one is sealed.</translation>
    </message>
</context>
<context>
    <name>BallotScreen</name>
    <message>
        <location filename="../../reader/ui/ballot/screen.py"/>
        <source>Danh sách</source>
        <translation>List</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/screen.py"/>
        <source>Chưa có nội dung biểu quyết</source>
        <translation>No motions yet</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/screen.py"/>
        <source>Nội dung có trong tập tài liệu sẽ hiện ở đây.</source>
        <translation>Motions of the packet are shown here.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/screen.py"/>
        <source>Biểu quyết · {n} trên {total}</source>
        <translation>Motion {n} of {total}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/screen.py"/>
        <source>Phiếu chưa được niêm phong</source>
        <translation>The ballot is not sealed</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/screen.py"/>
        <source>Phiếu chưa được nhận</source>
        <translation>Ballot not accepted</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/screen.py"/>
        <source>Lựa chọn này chưa niêm phong</source>
        <translation>This choice is not sealed</translation>
    </message>
</context>
<context>
    <name>BeginDialog</name>
    <message>
        <location filename="../../reader/ui/compose/begin.py"/>
        <source>Soạn kỳ họp mới</source>
        <translation>New meeting</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/begin.py"/>
        <source>Quay lại</source>
        <translation>Back</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/begin.py"/>
        <source>Bắt đầu soạn</source>
        <translation>Begin</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/begin.py"/>
        <source>Tên kỳ họp</source>
        <translation>Title</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/begin.py"/>
        <source>Kỳ họp thứ sáu, HĐND xã khóa XXI</source>
        <translation>Sixth session of the commune council, term XXI</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/begin.py"/>
        <source>Ngày</source>
        <translation>Day</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/begin.py"/>
        <source>ngày/tháng/năm</source>
        <translation>day/month/year</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/begin.py"/>
        <source>Bắt đầu</source>
        <translation>Starts</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/begin.py"/>
        <source>Kết thúc</source>
        <translation>Ends</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/begin.py"/>
        <source>Từ đầu</source>
        <translation>From scratch</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/begin.py"/>
        <source>Theo kỳ họp trước</source>
        <translation>Like an earlier one</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/begin.py"/>
        <source>Từ thư mục tệp</source>
        <translation>From a folder</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/begin.py"/>
        <source>Chương trình lấy từ</source>
        <translation>Where the agenda comes from</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/begin.py"/>
        <source>Kỳ họp trước</source>
        <translation>Earlier meeting</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/begin.py"/>
        <source>Phải sau lúc bắt đầu</source>
        <translation>Must be after the start</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/begin.py"/>
        <source>Chương trình trống; thêm mục, tệp và biểu quyết sau.</source>
        <translation>An empty agenda; items, files and motions are added later.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/begin.py"/>
        <source>Lấy tên các mục và người trình bày; không lấy tài liệu, biểu quyết.</source>
        <translation>Takes the items' titles and speakers; no documents, no motions.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/begin.py"/>
        <source>Chọn thư mục ở bước sau; cách xếp hiện ra trước khi thêm.</source>
        <translation>You choose the folder next; the order is shown before anything is added.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/begin.py"/>
        <source>Viết như 11/12/2026 và 08:00</source>
        <translation>Write it like 11/12/2026 and 08:00</translation>
    </message>
</context>
<context>
    <name>Bookmarks</name>
    <message>
        <location filename="../../reader/ui/page/bookmarks.py"/>
        <source>Đã bỏ dấu trang {page}</source>
        <translation>Bookmark on page {page} taken away</translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/bookmarks.py"/>
        <source>Đã đặt dấu trang {page}</source>
        <translation>Bookmark set on page {page}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/bookmarks.py"/>
        <source>Tài liệu này chưa có dấu trang</source>
        <translation>This document has no bookmarks yet</translation>
    </message>
</context>
<context>
    <name>ByHand</name>
    <message>
        <location filename="../../reader/ui/ballot/by_hand.py"/>
        <source>Đang mở · {means}</source>
        <translation>Open · {means}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/by_hand.py"/>
        <source>Phiếu đến muộn được chấp nhận tính</source>
        <translation>The late ballot counts after all</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/by_hand.py"/>
        <source>Phiếu đến muộn đang được đề nghị tính</source>
        <translation>The late ballot has been put forward</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/by_hand.py"/>
        <source>không chọn ai</source>
        <translation>nobody</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/by_hand.py"/>
        <source>{name} ghi lúc {time}</source>
        <translation>Entered by {name} at {time}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/by_hand.py"/>
        <source>{name} đã xác nhận</source>
        <translation>confirmed by {name}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/by_hand.py"/>
        <source>không có người thứ hai xác nhận nên không được tính</source>
        <translation>no second person confirmed it, so it did not count</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/by_hand.py"/>
        <source>chờ người thứ hai xác nhận</source>
        <translation>waiting for a second person</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/by_hand.py"/>
        <source>Nếu không đúng: báo ngay thư ký hoặc chủ tọa trước khi công bố kết quả.</source>
        <translation>If it is wrong: tell the secretary or the chair before the result is announced.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/by_hand.py"/>
        <source>Nếu không đúng: báo thư ký, hoặc bỏ phiếu trên máy này trước khi được xác nhận.</source>
        <translation>If it is wrong: tell the secretary, or vote on this laptop before it is confirmed.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/by_hand.py"/>
        <source>Đã ghi, chờ người thứ hai</source>
        <translation>Entered, waiting for a second person</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/by_hand.py"/>
        <source>{name} ghi lúc {time}.</source>
        <translation>By {name} at {time}.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/by_hand.py"/>
        <source>{name} đã xác nhận.</source>
        <translation>By {name}.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/by_hand.py"/>
        <source>Đang chờ.</source>
        <translation>Waiting.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/by_hand.py"/>
        <source>Có trong kết quả.</source>
        <translation>It is in the result.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/by_hand.py"/>
        <source>Biết sau khi công bố kết quả.</source>
        <translation>Known when the result is announced.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/by_hand.py"/>
        <source>1. Ghi bằng tay</source>
        <translation>1. Entered by hand</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/by_hand.py"/>
        <source>1. Ghi phiếu giấy</source>
        <translation>1. Paper ballot entered</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/by_hand.py"/>
        <source>Đã ghi</source>
        <translation>Entered</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/by_hand.py"/>
        <source>2. Người thứ hai xác nhận</source>
        <translation>2. Confirmed by a second person</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/by_hand.py"/>
        <source>Xác nhận</source>
        <translation>Confirm</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/by_hand.py"/>
        <source>3. Được tính vào kết quả</source>
        <translation>3. Counted in the result</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/by_hand.py"/>
        <source>Được tính</source>
        <translation>Counted</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/by_hand.py"/>
        <source>Đã ghi bằng tay</source>
        <translation>Entered by hand</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/by_hand.py"/>
        <source>Đã ghi phiếu giấy</source>
        <translation>Entered from paper</translation>
    </message>
</context>
<context>
    <name>ChangesPane</name>
    <message>
        <location filename="../../reader/ui/meeting/changes.py"/>
        <source>Tài liệu mới và đổi bản</source>
        <translation>New and changed documents</translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/changes.py"/>
        <source>Chưa có thay đổi</source>
        <translation>No changes yet</translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/changes.py"/>
        <source>Văn phòng đổi tài liệu thì hiện ở đây.</source>
        <translation>When the office changes a document, it is shown here.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/changes.py"/>
        <source>Bản {version}, lúc {time}</source>
        <translation>Version {version}, {time}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/changes.py"/>
        <source>Văn phòng không ghi lý do.</source>
        <translation>The office gave no reason.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/changes.py"/>
        <source>Mới</source>
        <translation>New</translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/changes.py"/>
        <source>Đổi bản</source>
        <translation>New version</translation>
    </message>
</context>
<context>
    <name>CheckInBar</name>
    <message>
        <location filename="../../reader/ui/meeting/check_in.py"/>
        <source>Điểm danh…</source>
        <translation>Check in…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/check_in.py"/>
        <source>Đổi…</source>
        <translation>Change…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/check_in.py"/>
        <source>Chưa báo thư ký</source>
        <translation>Secretary not told yet</translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/check_in.py"/>
        <source>Chờ gửi</source>
        <translation>Waiting to send</translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/check_in.py"/>
        <source>{name} ghi · {time}</source>
        <translation>written by {name} · {time}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/check_in.py"/>
        <source>Thư ký đã nhận</source>
        <translation>Received by the secretary</translation>
    </message>
</context>
<context>
    <name>CheckInDialog</name>
    <message>
        <location filename="../../reader/ui/meeting/check_in.py"/>
        <source>Điểm danh</source>
        <translation>Check-in</translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/check_in.py"/>
        <source>Thư ký và chủ tọa đọc được. Đổi lại lúc nào cũng được.</source>
        <translation>The secretary and the chair read it. It can be changed at any time.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/check_in.py"/>
        <source>Quay lại</source>
        <translation>Back</translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/check_in.py"/>
        <source>Báo thư ký</source>
        <translation>Tell the secretary</translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/check_in.py"/>
        <source>Lý do vắng</source>
        <translation>Why absent</translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/check_in.py"/>
        <source>Chỉ thư ký và chủ tọa đọc được.</source>
        <translation>Only the secretary and the chair can read it.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/check_in.py"/>
        <source>Ai dự thay (họ tên, chức vụ)</source>
        <translation>Who comes instead (name, office)</translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/check_in.py"/>
        <source>Người dự thay không biểu quyết thay.</source>
        <translation>A proxy attends and does not vote.</translation>
    </message>
</context>
<context>
    <name>ChooseDialog</name>
    <message>
        <location filename="../../reader/ui/ballot/where.py"/>
        <source>Máy biểu quyết</source>
        <translation>Voting laptop</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/where.py"/>
        <source>Biểu quyết bằng máy này?</source>
        <translation>Vote on this laptop?</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/where.py"/>
        <source>Giữ như cũ</source>
        <translation>Leave it as it is</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/where.py"/>
        <source>Biểu quyết bằng máy này</source>
        <translation>Vote on this laptop</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/where.py"/>
        <source>Từ nội dung mở tiếp theo, bạn biểu quyết trên máy này. Máy “{name}” thôi biểu quyết.</source>
        <translation>From the next motion that is opened, you vote on this laptop. The laptop “{name}” no longer votes.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/where.py"/>
        <source>Nội dung đang mở thì vẫn bỏ phiếu trên máy “{name}”.</source>
        <translation>On motions that are open now, you still vote on the laptop “{name}”.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/where.py"/>
        <source>Có hiệu lực khi hệ thống ghi nhận; muốn đổi lại thì chọn trên máy kia.</source>
        <translation>It takes effect when the hub has recorded it; to change back, choose on the other laptop.</translation>
    </message>
</context>
<context>
    <name>CloseDialog</name>
    <message>
        <location filename="../../reader/ui/desk/ending.py"/>
        <source>Công bố kết quả</source>
        <translation>Announce the result</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/ending.py"/>
        <source>{turnout}. Kết quả được tính và báo cho mọi người; không ghi thêm hay mở lại được.</source>
        <translation>{turnout}. The result is counted and told to everybody; nothing can be added and it is never opened again.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/ending.py"/>
        <source>Kiểm phiếu tiếp</source>
        <translation>Go on counting</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/ending.py"/>
        <source>Còn chưa xong</source>
        <translation>Not done yet</translation>
    </message>
</context>
<context>
    <name>CodeDialog</name>
    <message>
        <location filename="../../reader/ui/admin/code_dialogs.py"/>
        <source>Mã ghi danh</source>
        <translation>Codes</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/code_dialogs.py"/>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/code_dialogs.py"/>
        <source>In…</source>
        <translation>Print…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/code_dialogs.py"/>
        <source>Mã vuông để quét</source>
        <translation>The square code, to be scanned</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/code_dialogs.py"/>
        <source>Chép liên kết</source>
        <translation>Copy the link</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/code_dialogs.py"/>
        <source>Địa chỉ hệ thống</source>
        <translation>Hub's address</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/code_dialogs.py"/>
        <source>Dùng được một lần, đến</source>
        <translation>Good once, until</translation>
    </message>
</context>
<context>
    <name>CodeSheet</name>
    <message>
        <location filename="../../reader/ui/admin/code_sheet.py"/>
        <source>1. Mở Sổ Họp trên máy của bạn khi có mạng, chọn “Gõ mã”.</source>
        <translation>1. Open Sổ Họp on your laptop where there is a line, and choose “Type a code”.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/code_sheet.py"/>
        <source>2. Gõ địa chỉ hệ thống và mã ghi danh ở dưới.</source>
        <translation>2. Type the hub's address and the code below.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/code_sheet.py"/>
        <source>3. Đặt mật khẩu mở sổ, rồi chép mã khôi phục ra giấy.</source>
        <translation>3. Choose a passphrase, then copy the recovery code to paper.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/code_sheet.py"/>
        <source>Mã ghi danh</source>
        <translation>Codes</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/code_sheet.py"/>
        <source>Mã ghi danh máy</source>
        <translation>Code to enrol a laptop</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/code_sheet.py"/>
        <source>Địa chỉ hệ thống</source>
        <translation>Hub's address</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/code_sheet.py"/>
        <source>Mã vuông chứa cả địa chỉ và mã: quét, rồi dán liên kết sohop:// vào ô liên kết.</source>
        <translation>The square holds address and code: scan it and paste the sohop:// link into the field for it.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/code_sheet.py"/>
        <source>Dùng được một lần, đến {time}.</source>
        <translation>Good once, until {time}.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/code_sheet.py"/>
        <source>Ai có tờ này ghi danh được máy mang tên bạn: giữ kỹ, dùng xong thì hủy. Mất tờ này thì báo văn phòng để hủy mã.</source>
        <translation>Whoever has this sheet can enrol a laptop in your name: keep it safe and destroy it after use. If it is lost, tell the office, which makes the code void.</translation>
    </message>
</context>
<context>
    <name>CodeStep</name>
    <message>
        <location filename="../../reader/ui/unlock/code_step.py"/>
        <source>Liên kết hoặc tệp</source>
        <translation>Link or file</translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/code_step.py"/>
        <source>Gõ mã</source>
        <translation>Type a code</translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/code_step.py"/>
        <source>Cách ghi danh</source>
        <translation>How to enrol</translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/code_step.py"/>
        <source>Liên kết ghi danh</source>
        <translation>Enrolment link</translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/code_step.py"/>
        <source>Dán liên kết người quản trị gửi, hoặc chọn tệp lời mời.</source>
        <translation>Paste the link from the administrator, or choose the invitation file.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/code_step.py"/>
        <source>Chọn tệp lời mời…</source>
        <translation>Choose the invitation file…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/code_step.py"/>
        <source>Địa chỉ hệ thống</source>
        <translation>Address of the hub</translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/code_step.py"/>
        <source>Mã ghi danh</source>
        <translation>Enrolment code</translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/code_step.py"/>
        <source>{n} ký tự trên giấy mời; không phân biệt chữ hoa, chữ thường.</source>
        <translation>All {n} characters from the invitation; capitals do not matter.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/code_step.py"/>
        <source>Tiếp tục</source>
        <translation>Continue</translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/code_step.py"/>
        <source>Không đọc được tệp này. Chọn lại, hoặc dán liên kết.</source>
        <translation>This file cannot be read. Choose again, or paste the link.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/code_step.py"/>
        <source>Tệp này không phải lời mời ghi danh. Chọn lại tệp người quản trị gửi.</source>
        <translation>This file is no invitation. Choose the one the administrator sent.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/code_step.py"/>
        <source>Liên kết chưa đủ hoặc chưa đúng. Chép lại cả dòng, từ “sohop://”.</source>
        <translation>The link is incomplete or wrong. Copy the whole line, from “sohop://”.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/code_step.py"/>
        <source>Mã không có ký tự “{letter}”. Xem lại trên giấy mời.</source>
        <translation>Codes have no “{letter}”. Look at the invitation again.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/code_step.py"/>
        <source>Mã không có chữ “{letter}”. Nên tắt bộ gõ tiếng Việt khi gõ mã.</source>
        <translation>Codes have no “{letter}”. Switch off Vietnamese typing for the code.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/code_step.py"/>
        <source>Đủ {n} ký tự</source>
        <translation>All {n} characters</translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/unlock/code_step.py"/>
        <source>Còn {n} ký tự</source>
        <translation><numerusform>{n} character to go</numerusform><numerusform>{n} characters to go</numerusform></translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/code_step.py"/>
        <source>Đang hỏi hệ thống…</source>
        <translation>Asking the hub…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/code_step.py"/>
        <source>Lời mời ghi danh (*.sohop *.txt);;Mọi tệp (*)</source>
        <translation>Invitations (*.sohop *.txt);;All files (*)</translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/code_step.py"/>
        <source>Chọn tệp lời mời</source>
        <translation>Choose the invitation file</translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/code_step.py"/>
        <source>Ghi danh máy này</source>
        <translation>Enrol this laptop</translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/code_step.py"/>
        <source>Chỉ làm một lần, cần có mạng. Mã do người quản trị của cơ quan cấp.</source>
        <translation>Done once, with a line. The code comes from the office's administrator.</translation>
    </message>
</context>
<context>
    <name>Codes</name>
    <message>
        <location filename="../../reader/ui/admin/codes.py"/>
        <source>Đã cấp mã. Bấm In… để in tờ đưa cho từng người</source>
        <translation>Codes are issued. Press Print… for the sheets to hand out</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/codes.py"/>
        <source>Đang cấp mã</source>
        <translation>Issuing codes</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/codes.py"/>
        <source>ma-ghi-danh.pdf</source>
        <translation>codes.pdf</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/codes.py"/>
        <source>Lưu tờ in mã ghi danh</source>
        <translation>Save the sheets with codes</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/codes.py"/>
        <source>Tài liệu PDF (*.pdf)</source>
        <translation>PDF documents (*.pdf)</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/codes.py"/>
        <source>{file}. Ai có tệp này ghi danh được máy: in xong thì xóa tệp.</source>
        <translation>{file}. Whoever has this file can enrol laptops: delete it once it is printed.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/admin/codes.py"/>
        <source>Đã lưu {n} tờ để in</source>
        <translation><numerusform>{n} sheet is saved for printing</numerusform><numerusform>{n} sheets are saved for printing</numerusform></translation>
    </message>
</context>
<context>
    <name>CodesPage</name>
    <message>
        <location filename="../../reader/ui/admin/codes_page.py"/>
        <source>Không có mã nào đang chờ dùng</source>
        <translation>No code waits to be used</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/codes_page.py"/>
        <source>Mỗi mã dùng một lần trong 7 ngày, cho máy của một người.</source>
        <translation>A code is good once, for 7 days, for one person's laptop.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/codes_page.py"/>
        <source>Mã ghi danh</source>
        <translation>Codes</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/codes_page.py"/>
        <source>Tìm theo tên</source>
        <translation>Search by name</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/codes_page.py"/>
        <source>Cấp mã…</source>
        <translation>Issue codes…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/codes_page.py"/>
        <source>In…</source>
        <translation>Print…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/codes_page.py"/>
        <source>{n} mã chờ dùng</source>
        <translation>Codes waiting: {n}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/codes_page.py"/>
        <source>Mã chỉ hiện ở cửa sổ đã cấp, tới khi khóa sổ. Cấp mã khác thì mã cũ hết giá trị.</source>
        <translation>Codes are shown only in the window that issued them, until it is locked. Another code makes the old one void.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/codes_page.py"/>
        <source>Đến {time}</source>
        <translation>Until {time}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/codes_page.py"/>
        <source>Xem mã</source>
        <translation>Show the code</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/codes_page.py"/>
        <source>Đã đưa</source>
        <translation>Handed out</translation>
    </message>
</context>
<context>
    <name>CollectExport</name>
    <message>
        <location filename="../../reader/ui/desk/collect_export.py"/>
        <source>Đã lưu kết quả</source>
        <translation>Results saved</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/collect_export.py"/>
        <source>{n} tệp trong {folder}</source>
        <translation>Files in {folder}: {n}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/collect_export.py"/>
        <source>Đã xuất bảng tổng hợp</source>
        <translation>Summary exported</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/collect_export.py"/>
        <source>Lưu kết quả vào thư mục</source>
        <translation>Save results to a folder</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/collect_export.py"/>
        <source>Tài liệu Word (*.docx)</source>
        <translation>Word document (*.docx)</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/collect_export.py"/>
        <source>Bảng tính Excel (*.xlsx)</source>
        <translation>Excel workbook (*.xlsx)</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/collect_export.py"/>
        <source>Bảng tổng hợp ý kiến.docx</source>
        <translation>Summary of opinions.docx</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/collect_export.py"/>
        <source>Xuất bảng tổng hợp ý kiến</source>
        <translation>Export the summary of opinions</translation>
    </message>
</context>
<context>
    <name>Compose</name>
    <message>
        <location filename="../../reader/ui/compose/words.py"/>
        <source>Có dấu {what}</source>
        <translation>Marked {what}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/words.py"/>
        <source>Không còn tệp trên máy</source>
        <translation>File no longer here</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/words.py"/>
        <source>Trùng tệp khác</source>
        <translation>Same as another file</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/words.py"/>
        <source>Bản quét, không có chữ</source>
        <translation>A scan, no text</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/words.py"/>
        <source>Tệp hỏng, đã vá</source>
        <translation>Damaged, mended</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/words.py"/>
        <source>Chưa có chữ ký số</source>
        <translation>No digital signature</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/words.py"/>
        <source>Thiếu phông chữ</source>
        <translation>Fonts missing</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/words.py"/>
        <source>Thiếu phụ lục?</source>
        <translation>Annex missing?</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/words.py"/>
        <source>Đã chuyển thành PDF</source>
        <translation>Made PDF here</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/words.py"/>
        <source>Trang có dấu “{what}”. Tài liệu mật không được gửi qua hệ thống: gỡ khỏi tập tài liệu.</source>
        <translation>A page is marked “{what}”. Classified documents never go through the hub: remove it from the packet.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/words.py"/>
        <source>Tệp không còn trên máy này. Thay bản khác hoặc gỡ tài liệu.</source>
        <translation>The file is no longer on this laptop. Replace it or remove the document.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/words.py"/>
        <source>Cùng một tệp với “{what}”. Giữ một bản là đủ.</source>
        <translation>The same file as “{what}”. One of them is enough.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/words.py"/>
        <source>Bản quét: đại biểu không tìm được chữ trong đó.</source>
        <translation>A scan: delegates cannot search it.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/words.py"/>
        <source>Tệp hỏng, chỉ đọc được phần vá lại. Nên xin bản khác.</source>
        <translation>Damaged: only what could be mended is shown. Better ask for another copy.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/words.py"/>
        <source>Có số, ký hiệu mà chưa có chữ ký số.</source>
        <translation>It has a number and symbol but no digital signature.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/words.py"/>
        <source>Phông chữ không nằm trong tệp: máy khác có thể hiện chữ khác.</source>
        <translation>Fonts are not in the file: another laptop may show other letters.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/words.py"/>
        <source>Nhắc đến phụ lục kèm theo mà chưa thấy phụ lục.</source>
        <translation>It speaks of an annex that is not there.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/words.py"/>
        <source>Máy này vừa chuyển thành PDF: xem lại từng trang trước khi trình.</source>
        <translation>Made PDF on this laptop: look through its pages before you submit it.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/words.py"/>
        <source>Đạt</source>
        <translation>Fine</translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/compose/words.py"/>
        <source>Mở được, {n} trang</source>
        <translation><numerusform>Opens, {n} page</numerusform><numerusform>Opens, {n} pages</numerusform></translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/words.py"/>
        <source>Có chữ để tìm</source>
        <translation>Has text to search</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/words.py"/>
        <source>Không trùng tệp khác</source>
        <translation>No other file is the same</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/words.py"/>
        <source>Không có dấu mật</source>
        <translation>No classified marking</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/words.py"/>
        <source>Thông qua: {title}?</source>
        <translation>Adopt: {title}?</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/words.py"/>
        <source>Không có quy tắc cho loại này</source>
        <translation>There is no rule for this kind</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/words.py"/>
        <source>Chưa có tên</source>
        <translation>No title yet</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/words.py"/>
        <source>Chưa có câu hỏi</source>
        <translation>No question yet</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/words.py"/>
        <source>Cần ít nhất hai lựa chọn khác nhau</source>
        <translation>Needs at least two different choices</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/words.py"/>
        <source>Số người được chọn nhiều hơn danh sách</source>
        <translation>More seats than choices</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/words.py"/>
        <source>Cách tính giờ không hợp loại này</source>
        <translation>This timing does not fit the kind</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/words.py"/>
        <source>Cách bỏ phiếu không hợp loại này</source>
        <translation>This way of voting does not fit the kind</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/words.py"/>
        <source>Chưa có hạn nhận phiếu</source>
        <translation>No time until which ballots are taken</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/words.py"/>
        <source>Hạn nhận phiếu phải sau lúc mở</source>
        <translation>It must end after it opens</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/words.py"/>
        <source>Thường</source>
        <translation>Normal</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/words.py"/>
        <source>Khẩn</source>
        <translation>Urgent</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/words.py"/>
        <source>Thượng khẩn</source>
        <translation>Very urgent</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/words.py"/>
        <source>Hỏa tốc</source>
        <translation>Express</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/words.py"/>
        <source>Tại phiên họp</source>
        <translation>In the session</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/words.py"/>
        <source>Nhận đến một thời hạn</source>
        <translation>Taken until a time</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/words.py"/>
        <source>Chỉ ghi lại, không tính</source>
        <translation>Recorded only, not counted</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/words.py"/>
        <source>Có thể được cho tính</source>
        <translation>May be admitted</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/words.py"/>
        <source>Công khai, ghi tên</source>
        <translation>Open, by name</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/words.py"/>
        <source>Phiếu kín, trên giấy</source>
        <translation>Secret, on paper</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/words.py"/>
        <source>Thông qua nghị quyết</source>
        <translation>Resolution</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/words.py"/>
        <source>Bãi nhiệm</source>
        <translation>Removal</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/words.py"/>
        <source>Bầu chức danh</source>
        <translation>Election</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/words.py"/>
        <source>Lấy phiếu tín nhiệm</source>
        <translation>Confidence rating</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/words.py"/>
        <source>Bỏ phiếu tín nhiệm</source>
        <translation>Vote of confidence</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/words.py"/>
        <source>Ủy ban nhân dân</source>
        <translation>People's committee</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/words.py"/>
        <source>Ý kiến bằng văn bản</source>
        <translation>Written opinion</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/words.py"/>
        <source>Thủ tục</source>
        <translation>Procedural</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/words.py"/>
        <source>Thăm dò</source>
        <translation>Poll</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/words.py"/>
        <source>Chưa có tệp nào.</source>
        <translation>No files yet.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/compose/words.py"/>
        <source>Máy đại biểu tải khoảng {n} phút ở 128 kbit/s</source>
        <translation><numerusform>About {n} minute for a delegate's laptop at 128 kbit/s</numerusform><numerusform>About {n} minutes for a delegate's laptop at 128 kbit/s</numerusform></translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/words.py"/>
        <source>{n} chỗ phải sửa</source>
        <translation>{n} to be put right</translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/compose/words.py"/>
        <source>{n} tệp cần xem</source>
        <translation><numerusform>{n} file to look at</numerusform><numerusform>{n} files to look at</numerusform></translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/words.py"/>
        <source>Thêm: {names}</source>
        <translation>Added: {names}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/words.py"/>
        <source>Thay: {names}</source>
        <translation>Replaced: {names}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/words.py"/>
        <source>Gỡ: {names}</source>
        <translation>Removed: {names}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/words.py"/>
        <source>Thêm biểu quyết: {names}</source>
        <translation>Motions added: {names}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/words.py"/>
        <source>Gỡ biểu quyết: {names}</source>
        <translation>Motions removed: {names}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/words.py"/>
        <source>{names} và {n} nữa</source>
        <translation>{names} and {n} more</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/words.py"/>
        <source>Máy này không có LibreOffice để tự chuyển: lưu thành PDF rồi thêm lại.</source>
        <translation>No LibreOffice here to convert it: save it as PDF and add it again.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/words.py"/>
        <source>Đã thêm bản PDF cùng tên nằm bên cạnh.</source>
        <translation>The PDF of the same name beside it was added.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/words.py"/>
        <source>Không phải tệp PDF, Word, Excel hay PowerPoint.</source>
        <translation>No PDF, Word, Excel or PowerPoint file.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/words.py"/>
        <source>Tệp trống.</source>
        <translation>An empty file.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/words.py"/>
        <source>Mục của tệp này vừa bị gỡ, nên tệp chưa được thêm.</source>
        <translation>The item for this file was just removed, so the file was not added.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/words.py"/>
        <source>Lớn hơn {size}: chia nhỏ hoặc nén lại rồi thêm.</source>
        <translation>Larger than {size}: split or compress it, then add it.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/words.py"/>
        <source>Thư mục nằm trong quá {n} thư mục khác: tệp trong đó chưa được thêm. Chuyển ra ngoài rồi thêm.</source>
        <translation>This folder lies in more than {n} others: its files were not added. Move it out and add it.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/words.py"/>
        <source>Không mở được thư mục này: tệp trong đó chưa được thêm. Kiểm tra quyền đọc.</source>
        <translation>This folder does not open: its files were not added. Check the permission to read it.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/words.py"/>
        <source>PDF, Word, Excel, PowerPoint ({endings})</source>
        <translation>PDF, Word, Excel, PowerPoint ({endings})</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/words.py"/>
        <source>Thư mục có hơn {n} tệp và thư mục con. Chưa thêm tệp nào; chọn thư mục nhỏ hơn.</source>
        <translation>The folder has more than {n} files and folders. No file was added; choose a smaller folder.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/words.py"/>
        <source>Quá nhiều tệp: một tập tài liệu có nhiều nhất {n} tài liệu. Chưa thêm tệp nào; chọn ít hơn.</source>
        <translation>Too many files: a packet has at most {n} documents. Nothing was added; choose fewer.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/words.py"/>
        <source>Đã trình tại phòng họp, chờ phê duyệt</source>
        <translation>Submitted in the meeting room, waiting for approval</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/words.py"/>
        <source>Đã phê duyệt tại phòng họp, chờ phát hành</source>
        <translation>Approved in the meeting room, ready to publish</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/words.py"/>
        <source>Đã phát hành tại phòng họp, chờ lên máy chủ</source>
        <translation>Published in the meeting room, waiting to reach the office's hub</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/words.py"/>
        <source>Đã ký, đang gửi. Chưa có biên nhận.</source>
        <translation>Signed, being sent. No receipt yet.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/words.py"/>
        <source>Đã trình, chờ phê duyệt</source>
        <translation>Submitted, waiting for approval</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/words.py"/>
        <source>Không được nhận. {why}</source>
        <translation>Not accepted. {why}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/words.py"/>
        <source>Được trả lại kèm góp ý</source>
        <translation>Returned with remarks</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/words.py"/>
        <source>Đã phê duyệt, chờ phát hành</source>
        <translation>Approved, waiting to be published</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/words.py"/>
        <source>Đang phát hành</source>
        <translation>Being published</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/words.py"/>
        <source>Đã phát hành</source>
        <translation>Published</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/words.py"/>
        <source>Bản khác đã phát hành trong lúc soạn</source>
        <translation>Another version was published meanwhile</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/words.py"/>
        <source>{state}; bản soạn đã sửa thêm</source>
        <translation>{state}; the draft has changed since</translation>
    </message>
</context>
<context>
    <name>ComposeBar</name>
    <message>
        <location filename="../../reader/ui/compose/bar.py"/>
        <source>Trình phê duyệt…</source>
        <translation>Submit for approval…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/bar.py"/>
        <source>Phát hành…</source>
        <translation>Publish…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/bar.py"/>
        <source>Xem ai đã có tài liệu</source>
        <translation>See who has the papers</translation>
    </message>
</context>
<context>
    <name>ComposeDelegate</name>
    <message>
        <location filename="../../reader/ui/compose/delegate.py"/>
        <source>Tên mới</source>
        <translation>New name</translation>
    </message>
</context>
<context>
    <name>ComposeList</name>
    <message>
        <location filename="../../reader/ui/compose/list.py"/>
        <source>Chương trình và tài liệu</source>
        <translation>Agenda and documents</translation>
    </message>
</context>
<context>
    <name>ComposeModel</name>
    <message>
        <location filename="../../reader/ui/compose/model.py"/>
        <source>Thông tin kỳ họp</source>
        <translation>About the meeting</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/model.py"/>
        <source>Mục</source>
        <translation>Item</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/model.py"/>
        <source>Tài liệu</source>
        <translation>Document</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/model.py"/>
        <source>Biểu quyết</source>
        <translation>Motion</translation>
    </message>
</context>
<context>
    <name>ComposeScreen</name>
    <message>
        <location filename="../../reader/ui/compose/screen.py"/>
        <source>Kệ họp</source>
        <translation>Shelf</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/screen.py"/>
        <source>Thêm tệp…</source>
        <translation>Add files…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/screen.py"/>
        <source>Thêm thư mục…</source>
        <translation>Add folder…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/screen.py"/>
        <source>Thêm mục</source>
        <translation>Add item</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/screen.py"/>
        <source>Thêm biểu quyết</source>
        <translation>Add motion</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/screen.py"/>
        <source>Hoàn tác (Ctrl+Z)</source>
        <translation>Undo (Ctrl+Z)</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/screen.py"/>
        <source>Làm lại (Ctrl+Y)</source>
        <translation>Do again (Ctrl+Y)</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/screen.py"/>
        <source>Chi tiết</source>
        <translation>Details</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/screen.py"/>
        <source>Đã hiểu</source>
        <translation>Understood</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/screen.py"/>
        <source> · bản {n}</source>
        <translation> · version {n}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/screen.py"/>
        <source>Chưa làm được</source>
        <translation>Not done</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/screen.py"/>
        <source>Đã lưu trên máy lúc {time}</source>
        <translation>Saved on this laptop at {time}</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <location filename="../../reader/ui/compose/composer.py"/>
        <source>Mục mới</source>
        <translation>New item</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/composer.py"/>
        <source>Tài liệu kỳ họp</source>
        <translation>Meeting documents</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/composer.py"/>
        <source>Đã gỡ “{name}”</source>
        <translation>“{name}” removed</translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/compose/composer.py"/>
        <source>Đã gỡ {n} dòng</source>
        <translation><numerusform>{n} row removed</numerusform><numerusform>{n} rows removed</numerusform></translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/composer.py"/>
        <source>Bỏ bản soạn</source>
        <translation>Discard the draft</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/composer.py"/>
        <source>Bản soạn và các tệp của nó bị xóa khỏi máy này, không lấy lại được. Tài liệu đã phát hành và bản đã trình không thay đổi.</source>
        <translation>The draft and its files are erased from this laptop and cannot be brought back. What is published or submitted does not change.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/composer.py"/>
        <source>Giữ lại</source>
        <translation>Keep it</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/composer.py"/>
        <source>Thay bản</source>
        <translation>Replace</translation>
    </message>
    <message>
        <location filename="../../reader/ui/said/composer.py"/>
        <source>Góp ý</source>
        <translation>Opinion</translation>
    </message>
    <message>
        <location filename="../../reader/ui/said/composer.py"/>
        <source>Chất vấn</source>
        <translation>Question</translation>
    </message>
    <message>
        <location filename="../../reader/ui/said/composer.py"/>
        <source>Phát biểu</source>
        <translation>Speak</translation>
    </message>
    <message>
        <location filename="../../reader/ui/said/composer.py"/>
        <source>Loại ý kiến</source>
        <translation>Kind of opinion</translation>
    </message>
    <message>
        <location filename="../../reader/ui/said/composer.py"/>
        <source>Về nội dung nào</source>
        <translation>About what</translation>
    </message>
    <message>
        <location filename="../../reader/ui/said/composer.py"/>
        <source>Điều, khoản (nếu có)</source>
        <translation>Article, clause (if any)</translation>
    </message>
    <message>
        <location filename="../../reader/ui/said/composer.py"/>
        <source>Nội dung ý kiến</source>
        <translation>Words of the opinion</translation>
    </message>
    <message>
        <location filename="../../reader/ui/said/composer.py"/>
        <source>Chỉ trả lời</source>
        <translation>Reply only</translation>
    </message>
    <message>
        <location filename="../../reader/ui/said/composer.py"/>
        <source>Kết luận của thư ký</source>
        <translation>The secretary's answer</translation>
    </message>
    <message>
        <location filename="../../reader/ui/said/composer.py"/>
        <source>Thư ký</source>
        <translation>Secretary</translation>
    </message>
    <message>
        <location filename="../../reader/ui/said/composer.py"/>
        <source>Cả kỳ họp</source>
        <translation>Everybody</translation>
    </message>
    <message>
        <location filename="../../reader/ui/said/composer.py"/>
        <source>Ai đọc được</source>
        <translation>Who can read it</translation>
    </message>
    <message>
        <location filename="../../reader/ui/said/composer.py"/>
        <source>Gửi</source>
        <translation>Send</translation>
    </message>
    <message>
        <location filename="../../reader/ui/said/composer.py"/>
        <source>Hủy</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <location filename="../../reader/ui/said/composer.py"/>
        <source>Viết trả lời ở đây…</source>
        <translation>Write a reply here…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/said/composer.py"/>
        <source>Nội dung muốn phát biểu (nếu cần)…</source>
        <translation>What to speak about (if needed)…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/said/composer.py"/>
        <source>Viết ý kiến ở đây…</source>
        <translation>Write an opinion here…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/said/composer.py"/>
        <source>Ai đọc được ý kiến này thì đọc được trả lời.</source>
        <translation>Whoever can read this can read the reply.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/said/composer.py"/>
        <source>Mọi người dự kỳ họp đọc được, ghi tên người viết.</source>
        <translation>Everybody in the meeting can read it, with the writer's name.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/said/composer.py"/>
        <source>Thư ký và chủ tọa đọc được, ghi tên người viết.</source>
        <translation>The secretary and the chair can read it, with the writer's name.</translation>
    </message>
</context>
<context>
    <name>Composing</name>
    <message>
        <location filename="../../reader/ui/compose/opened.py"/>
        <source>Chọn thư mục tài liệu</source>
        <translation>Choose the folder of documents</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/opened.py"/>
        <source>Chưa mở được bản soạn</source>
        <translation>The draft could not be opened</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/opened.py"/>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>Conduct</name>
    <message>
        <location filename="../../reader/ui/desk/conduct_words.py"/>
        <source>Điểm danh: có mặt {n}/{all}</source>
        <translation>Attendance: {n}/{all} present</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/conduct_words.py"/>
        <source>chưa điểm danh {n}</source>
        <translation>{n} not recorded</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/conduct_words.py"/>
        <source>Chưa đủ số người dự tối thiểu: cần {n}, thiếu {short}</source>
        <translation>No quorum: {n} needed, {short} missing</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/conduct_words.py"/>
        <source>Đủ số người dự tối thiểu (cần {n})</source>
        <translation>Quorum reached ({n} needed)</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/conduct_words.py"/>
        <source>Chưa điểm danh</source>
        <translation>Not checked in</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/conduct_words.py"/>
        <source>Có mặt</source>
        <translation>Present</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/conduct_words.py"/>
        <source>Có người dự thay</source>
        <translation>Substitute</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/conduct_words.py"/>
        <source>Vắng, có lý do</source>
        <translation>Absent, with reason</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/conduct_words.py"/>
        <source>Vắng, chưa rõ lý do</source>
        <translation>Absent, reason unknown</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/conduct_words.py"/>
        <source>{name} ghi</source>
        <translation>written by {name}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/conduct_words.py"/>
        <source>{name} ghi · {time}</source>
        <translation>written by {name} · {time}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/conduct_words.py"/>
        <source>Tự báo · {time}</source>
        <translation>Own word · {time}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/desk/conduct_words.py"/>
        <source>đã quá {n} phút</source>
        <translation><numerusform>{n} minute over</numerusform><numerusform>{n} minutes over</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/desk/conduct_words.py"/>
        <source>đã quá {n} giờ</source>
        <translation><numerusform>{n} hour over</numerusform><numerusform>{n} hours over</numerusform></translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/conduct_words.py"/>
        <source>Dự kiến đến {time}</source>
        <translation>Planned until {time}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/conduct_words.py"/>
        <source>Từ {time}</source>
        <translation>From {time}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/conduct_words.py"/>
        <source>{begin}, dự kiến đến {end}</source>
        <translation>{begin}, planned until {end}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/conduct_words.py"/>
        <source>Đăng ký {time}</source>
        <translation>Asked at {time}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/conduct_words.py"/>
        <source>chờ gửi</source>
        <translation>waiting to be sent</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/conduct_words.py"/>
        <source>mới, chưa xếp lượt</source>
        <translation>new, no place yet</translation>
    </message>
</context>
<context>
    <name>ConfirmBallot</name>
    <message>
        <location filename="../../reader/ui/ballot/confirm.py"/>
        <source>Xác nhận bỏ phiếu</source>
        <translation>Confirm your ballot</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/confirm.py"/>
        <source>Niêm phong và gửi</source>
        <translation>Seal and send</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/confirm.py"/>
        <source>Mật khẩu mở sổ</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/confirm.py"/>
        <source>{question} Lựa chọn: {choice}</source>
        <translation>{question} Choice: {choice}</translation>
    </message>
</context>
<context>
    <name>ConfirmLate</name>
    <message>
        <location filename="../../reader/ui/desk/confirm_votes.py"/>
        <source>Xác nhận tính phiếu đến muộn</source>
        <translation>Admit a late ballot</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/confirm_votes.py"/>
        <source>Phiếu của {voter}. {author} đề nghị tính, lý do: {reason}</source>
        <translation>The ballot of {voter}. Put forward by {author}, because: {reason}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/confirm_votes.py"/>
        <source>Xác nhận tính phiếu này</source>
        <translation>Admit this ballot</translation>
    </message>
</context>
<context>
    <name>ConfirmNamed</name>
    <message>
        <location filename="../../reader/ui/desk/confirm_votes.py"/>
        <source>Xác nhận phiếu ghi theo tên</source>
        <translation>Confirm votes entered by name</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/confirm_votes.py"/>
        <source>{author} đã ghi. Đọc từng dòng, bỏ dấu ở dòng chưa chắc; dòng sai thì rút trong bảng đối chiếu.</source>
        <translation>Entered by {author}. Read each line and untick what you are not sure of; withdraw what is wrong in the reconciliation sheet.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/confirm_votes.py"/>
        <source>Xác nhận</source>
        <translation>Confirm</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/confirm_votes.py"/>
        <source>Phiếu chờ xác nhận</source>
        <translation>Votes to confirm</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/confirm_votes.py"/>
        <source>Xác nhận {n} phiếu</source>
        <translation>Confirm {n}</translation>
    </message>
</context>
<context>
    <name>ConfirmTotals</name>
    <message>
        <location filename="../../reader/ui/desk/confirm_votes.py"/>
        <source>Kiểm lại số đếm chung</source>
        <translation>Count again</translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/desk/confirm_votes.py"/>
        <source>{author} đã ghi số đếm chung của {n} người ({means}). Đếm lại rồi nhập ở đây; chỉ xác nhận được khi hai lần đếm như nhau.</source>
        <translation><numerusform>{author} has entered the count of {n} person ({means}). Count again and type the figures here; they are confirmed only when both counts are the same.</numerusform><numerusform>{author} has entered the count of {n} people ({means}). Count again and type the figures here; they are confirmed only when both counts are the same.</numerusform></translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/confirm_votes.py"/>
        <source>So hai lần đếm</source>
        <translation>Compare the counts</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/confirm_votes.py"/>
        <source>Rút lần ghi trước…</source>
        <translation>Withdraw the first…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/confirm_votes.py"/>
        <source>Hai lần đếm khác nhau, chưa xác nhận</source>
        <translation>The two counts differ; nothing is confirmed</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/confirm_votes.py"/>
        <source>Đếm lại các dòng có dấu ≠. Sai ở đây thì sửa số; sai lần trước thì rút lần ghi ấy.</source>
        <translation>Count the lines marked ≠ again. Wrong here: correct the figures. Wrong the first time: withdraw that entry.</translation>
    </message>
</context>
<context>
    <name>Contact</name>
    <message>
        <location filename="../../reader/ui/desk/contact_words.py"/>
        <source>USB</source>
        <translation>USB</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/contact_words.py"/>
        <source>máy chủ cơ quan</source>
        <translation>the office</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/contact_words.py"/>
        <source>trạm “{name}”</source>
        <translation>room hub “{name}”</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/contact_words.py"/>
        <source>trạm phòng họp</source>
        <translation>the room hub</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/contact_words.py"/>
        <source>Chưa liên lạc lần nào</source>
        <translation>No contact yet</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/contact_words.py"/>
        <source>Liên lạc {time}</source>
        <translation>Last contact {time}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/contact_words.py"/>
        <source>đã mở xem</source>
        <translation>has looked at it</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/contact_words.py"/>
        <source>chưa mở xem</source>
        <translation>has not looked at it</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/contact_words.py"/>
        <source>Chưa nhận được phiếu: nội dung {n}</source>
        <translation>No vote received: motion {n}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/contact_words.py"/>
        <source>Đã nhận qua trạm phòng họp, chưa lên máy chủ</source>
        <translation>Received by the room hub, not yet at the office</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/contact_words.py"/>
        <source>Đã chép ra USB lúc {time} – chưa có xác nhận</source>
        <translation>Copied to USB at {time} – not confirmed yet</translation>
    </message>
</context>
<context>
    <name>CountDialogs</name>
    <message numerus="yes">
        <location filename="../../reader/ui/desk/count_dialogs.py"/>
        <source>{n} người</source>
        <translation><numerusform>{n} person</numerusform><numerusform>{n} people</numerusform></translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/count_dialogs.py"/>
        <source>Rút một lần ghi phiếu</source>
        <translation>Withdraw an entry</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/count_dialogs.py"/>
        <source>Phiếu ghi cho {names}</source>
        <translation>Entered for {names}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/count_dialogs.py"/>
        <source>Lần ghi này đã được xác nhận. Rút thì không tính nữa; ghi lại được.</source>
        <translation>This entry was confirmed. Withdrawn it counts no more; it can be entered anew.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/count_dialogs.py"/>
        <source>Rút thì không tính; ghi lại được.</source>
        <translation>Withdrawn it does not count; it can be entered anew.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/count_dialogs.py"/>
        <source>Lý do rút</source>
        <translation>Reason</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/count_dialogs.py"/>
        <source>Giữ lần ghi</source>
        <translation>Keep the entry</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/count_dialogs.py"/>
        <source>Rút lần ghi</source>
        <translation>Withdraw the entry</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/count_dialogs.py"/>
        <source>Đề nghị tính phiếu đến muộn</source>
        <translation>Put a late ballot forward</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/count_dialogs.py"/>
        <source>Phiếu của {name}</source>
        <translation>The ballot of {name}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/count_dialogs.py"/>
        <source>Phiếu được tính khi cả chủ tọa và thư ký đồng ý. Lý do được ghi vào biên bản.</source>
        <translation>It counts when both the chair and the secretary agree. The reason goes into the minutes.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/count_dialogs.py"/>
        <source>Lý do</source>
        <translation>Reason</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/count_dialogs.py"/>
        <source>Quay lại</source>
        <translation>Back</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/count_dialogs.py"/>
        <source>Đề nghị tính</source>
        <translation>Put forward</translation>
    </message>
</context>
<context>
    <name>Counting</name>
    <message>
        <location filename="../../reader/ui/desk/count_words.py"/>
        <source>Phiếu trên máy</source>
        <translation>Laptop</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/count_words.py"/>
        <source>Giơ tay</source>
        <translation>Show of hands</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/count_words.py"/>
        <source>Phiếu giấy</source>
        <translation>On paper</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/count_words.py"/>
        <source>Đến muộn, được tính</source>
        <translation>Late, admitted</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/count_words.py"/>
        <source>Đến muộn, chưa tính</source>
        <translation>Late, not counted</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/count_words.py"/>
        <source>Chưa có</source>
        <translation>Nothing</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/count_words.py"/>
        <source>Máy {n}</source>
        <translation>Laptop {n}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/count_words.py"/>
        <source>giơ tay {n}</source>
        <translation>hands {n}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/count_words.py"/>
        <source>phiếu giấy {n}</source>
        <translation>paper {n}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/count_words.py"/>
        <source>đến muộn được tính {n}</source>
        <translation>late admitted {n}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/count_words.py"/>
        <source>đến muộn chưa tính {n}</source>
        <translation>late not counted {n}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/count_words.py"/>
        <source>chưa có {n}</source>
        <translation>nothing {n}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/desk/count_words.py"/>
        <source>{parts}, trên {n} người</source>
        <translation><numerusform>{parts}, of {n} person</numerusform><numerusform>{parts}, of {n} people</numerusform></translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/count_words.py"/>
        <source>không chọn ai</source>
        <translation>nobody</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/count_words.py"/>
        <source>Đề nghị tính phiếu đến muộn: {reason}</source>
        <translation>Late ballot put forward: {reason}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/count_words.py"/>
        <source>{means}: {choices}</source>
        <translation>{means}: {choices}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/desk/count_words.py"/>
        <source>{means}, đếm chung {n} người</source>
        <translation><numerusform>{means}, {n} person counted together</numerusform><numerusform>{means}, {n} people counted together</numerusform></translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/count_words.py"/>
        <source>thu về {returned}, không hợp lệ {invalid}</source>
        <translation>returned {returned}, not valid {invalid}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/count_words.py"/>
        <source>Đã rút, không tính</source>
        <translation>Withdrawn, does not count</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/count_words.py"/>
        <source>Đã rút, không tính: {reason}</source>
        <translation>Withdrawn, does not count: {reason}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/count_words.py"/>
        <source>Chờ gửi tới hệ thống</source>
        <translation>Waiting to be sent</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/count_words.py"/>
        <source>Được tính; {name} đã xác nhận</source>
        <translation>Counts; confirmed by {name}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/count_words.py"/>
        <source>Chờ người thứ hai xác nhận</source>
        <translation>Waiting for a second person</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/count_words.py"/>
        <source>Đã ghi, chờ người thứ hai ({who})</source>
        <translation>Entered, waiting for a second person ({who})</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/count_words.py"/>
        <source>chủ tọa</source>
        <translation>chair</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/count_words.py"/>
        <source>chủ tọa hoặc người kiểm phiếu</source>
        <translation>chair or teller</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/count_words.py"/>
        <source>thư ký</source>
        <translation>secretary</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/count_words.py"/>
        <source>thư ký hoặc người kiểm phiếu</source>
        <translation>secretary or teller</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/count_words.py"/>
        <source>chủ tọa và thư ký</source>
        <translation>chair and secretary</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/count_words.py"/>
        <source>chủ tọa, thư ký hoặc người kiểm phiếu</source>
        <translation>chair, secretary or teller</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/count_words.py"/>
        <source>Không được nhận.</source>
        <translation>Not accepted.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/count_words.py"/>
        <source>Lần xác nhận không được nhận.</source>
        <translation>The confirmation was not accepted.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/count_words.py"/>
        <source>{name} ghi lúc {time}</source>
        <translation>Entered by {name} at {time}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/count_words.py"/>
        <source>Chờ người thứ hai · {entry}</source>
        <translation>Waiting for a second person · {entry}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/count_words.py"/>
        <source>Chờ gửi · {entry}</source>
        <translation>Waiting to be sent · {entry}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/count_words.py"/>
        <source>Lần ghi trước không được nhận</source>
        <translation>The last entry was not accepted</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/count_words.py"/>
        <source>Đã ghi nhận lúc {time}</source>
        <translation>Recorded at {time}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/count_words.py"/>
        <source>Trạm phòng họp đang giữ việc của máy này, chưa lên máy chủ</source>
        <translation>The room hub has something from this laptop, not yet at the office</translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/desk/count_words.py"/>
        <source>{n} phiếu đến muộn</source>
        <translation><numerusform>{n} late ballot</numerusform><numerusform>{n} late ballots</numerusform></translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/count_words.py"/>
        <source>{n} phiếu ghi theo tên</source>
        <translation>{n} by name</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/count_words.py"/>
        <source>{n} lần đếm chung</source>
        <translation>{n} counted together</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/count_words.py"/>
        <source>Chờ người thứ hai: {what}</source>
        <translation>Waiting for a second person: {what}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/desk/count_words.py"/>
        <source>{n} lần ghi phiếu chưa có người thứ hai xác nhận, sẽ không được tính.</source>
        <translation><numerusform>{n} entry nobody has confirmed: it will not count.</numerusform><numerusform>{n} entries nobody has confirmed: they will not count.</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/desk/count_words.py"/>
        <source>{n} phiếu đến muộn, không được tính.</source>
        <translation><numerusform>{n} late ballot: it does not count.</numerusform><numerusform>{n} late ballots: they do not count.</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/desk/count_words.py"/>
        <source>{n} người chưa có phiếu nào.</source>
        <translation><numerusform>{n} person with nothing yet.</numerusform><numerusform>{n} people with nothing yet.</numerusform></translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/count_words.py"/>
        <source>Nội dung này không cho tính phiếu đến muộn: phiếu được lưu làm bằng chứng, không tính.</source>
        <translation>This motion admits no late ballots: it is kept as evidence and does not count.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/desk/figures.py"/>
        <source>Thu về {n} nhưng chỉ phát ra {given}.</source>
        <translation><numerusform>Returned {n}, but only {given} was given out.</numerusform><numerusform>Returned {n}, but only {given} were given out.</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/desk/figures.py"/>
        <source>Không hợp lệ {n} nhưng thu về {returned}.</source>
        <translation><numerusform>Not valid {n}, but {returned} was returned.</numerusform><numerusform>Not valid {n}, but {returned} were returned.</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/desk/figures.py"/>
        <source>{choice}: {n}, nhưng chỉ có {valid} phiếu hợp lệ.</source>
        <translation><numerusform>{choice}: {n}, but only {valid} ballot is valid.</numerusform><numerusform>{choice}: {n}, but only {valid} ballots are valid.</numerusform></translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/figures.py"/>
        <source>Hợp lệ {valid} nhưng các lựa chọn cộng lại là {n}.</source>
        <translation>Valid {valid}, but the choices add up to {n}.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/figures.py"/>
        <source>Các lựa chọn cộng lại là {n}, nhiều hơn {valid} phiếu × {most} lựa chọn.</source>
        <translation>The choices add up to {n}, more than ballots × choices: {valid} × {most}.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/figures.py"/>
        <source>Hợp lệ {valid} nhưng các lựa chọn cộng lại chỉ có {n}: mỗi phiếu chọn ít nhất một.</source>
        <translation>Valid {valid}, but the choices add up to {n} only: each ballot has at least one.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/figures.py"/>
        <source>≠ lần trước {n}</source>
        <translation>≠ first {n}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/figures.py"/>
        <source>lần trước {n}</source>
        <translation>first {n}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/figures.py"/>
        <source>Thu về</source>
        <translation>Returned</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/figures.py"/>
        <source>Không hợp lệ</source>
        <translation>Not valid</translation>
    </message>
</context>
<context>
    <name>Courier</name>
    <message numerus="yes">
        <location filename="../../reader/ui/sync/courier.py"/>
        <source>{n} việc chưa được ghi nhận của máy này được niêm phong và chép ra USB, để đưa thư ký mang về cơ quan.</source>
        <translation><numerusform>{n} item that is not recorded yet is sealed and copied to a stick, for the secretary to carry to the office.</numerusform><numerusform>{n} items that are not recorded yet are sealed and copied to a stick, for the secretary to carry to the office.</numerusform></translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/courier.py"/>
        <source>Máy này không còn gì chờ gửi. Vẫn chép được: gói cho cơ quan biết máy đã có gì, để lần sau chỉ chép phần còn thiếu.</source>
        <translation>Nothing waits on this laptop. It can be copied all the same: the office then knows what is here, and brings only the rest next time.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/courier.py"/>
        <source>Chép ra USB</source>
        <translation>Copy to USB</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/courier.py"/>
        <source>Chọn USB có gói của cơ quan.</source>
        <translation>Choose the stick with the office's bundle.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/courier.py"/>
        <source>Nhận từ USB</source>
        <translation>Take from USB</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/courier.py"/>
        <source>Xem trên USB có gì</source>
        <translation>See what is on it</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/courier.py"/>
        <source>Gói gồm tài liệu của kỳ họp cho mọi máy được nhận: mỗi máy chỉ mở được phần của mình, phần máy nào cũng có rồi thì không chép.</source>
        <translation>The bundle holds the meeting's documents for every laptop that may have them: each opens its own part only, and what all of them have already is not copied.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/courier.py"/>
        <source>Chép gói ra USB</source>
        <translation>Copy the bundle to USB</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/courier.py"/>
        <source>Chưa làm được</source>
        <translation>Not done</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/courier.py"/>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>CoursePane</name>
    <message>
        <location filename="../../reader/ui/desk/course.py"/>
        <source>Mục đang bàn</source>
        <translation>Current item</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/course.py"/>
        <source>Biểu quyết</source>
        <translation>Motion</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/course.py"/>
        <source>Ghi biên bản</source>
        <translation>Write the minutes</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/course.py"/>
        <source>Phần giữa</source>
        <translation>Middle part</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/course.py"/>
        <source>Chưa lưu được. Chữ vẫn ở đây; chép ra chỗ khác nếu cần.</source>
        <translation>Not saved. The words are still here; copy them elsewhere if needed.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/course.py"/>
        <source>Đã lưu trên máy này</source>
        <translation>Saved on this laptop</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/course.py"/>
        <source>Tài liệu, nội dung biểu quyết, người đã phát biểu</source>
        <translation>Documents, motions, who has spoken</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/course.py"/>
        <source>Mục này không có tài liệu</source>
        <translation>This item has no documents</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/course.py"/>
        <source>Báo cáo: {name}</source>
        <translation>Reports: {name}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/course.py"/>
        <source>Tài liệu</source>
        <translation>Document</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/course.py"/>
        <source>Đã phát biểu: {n}</source>
        <translation>Have spoken: {n}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/course.py"/>
        <source>Ghi diễn biến cho biên bản</source>
        <translation>Notes for the minutes</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/course.py"/>
        <source>Diễn biến, ý kiến, kết luận của chủ tọa…</source>
        <translation>What happened, what was said, what the chair concluded…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/course.py"/>
        <source>Lưu ngay khi gõ, chỉ trên máy này; vào biên bản khi xuất.</source>
        <translation>Saved as it is typed, on this laptop only; part of the minutes when they are written.</translation>
    </message>
</context>
<context>
    <name>DateTile</name>
    <message>
        <location filename="../../reader/ui/widgets/marks.py"/>
        <source>Thứ Hai</source>
        <translation>Monday</translation>
    </message>
    <message>
        <location filename="../../reader/ui/widgets/marks.py"/>
        <source>Thứ Ba</source>
        <translation>Tuesday</translation>
    </message>
    <message>
        <location filename="../../reader/ui/widgets/marks.py"/>
        <source>Thứ Tư</source>
        <translation>Wednesday</translation>
    </message>
    <message>
        <location filename="../../reader/ui/widgets/marks.py"/>
        <source>Thứ Năm</source>
        <translation>Thursday</translation>
    </message>
    <message>
        <location filename="../../reader/ui/widgets/marks.py"/>
        <source>Thứ Sáu</source>
        <translation>Friday</translation>
    </message>
    <message>
        <location filename="../../reader/ui/widgets/marks.py"/>
        <source>Thứ Bảy</source>
        <translation>Saturday</translation>
    </message>
    <message>
        <location filename="../../reader/ui/widgets/marks.py"/>
        <source>Chủ Nhật</source>
        <translation>Sunday</translation>
    </message>
    <message>
        <location filename="../../reader/ui/widgets/marks.py"/>
        <source>tháng {n}</source>
        <translation>month {n}</translation>
    </message>
</context>
<context>
    <name>DayInput</name>
    <message>
        <location filename="../../reader/ui/compose/fields.py"/>
        <source>ngày/tháng/năm</source>
        <translation>day/month/year</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message numerus="yes">
        <location filename="../../reader/ui/desk/words.py"/>
        <source>{ready}/{all} đại biểu đọc được dù mất mạng</source>
        <translation><numerusform>{ready}/{all} delegate could read on without a line</numerusform><numerusform>{ready}/{all} delegates could read on without a line</numerusform></translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/words.py"/>
        <source>{n} người thiếu tài liệu</source>
        <translation>lacking documents: {n}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/words.py"/>
        <source>{n} người đọc bản cũ</source>
        <translation>on an old version: {n}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/words.py"/>
        <source>{n} người chưa có gì</source>
        <translation>with nothing yet: {n}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/desk/words.py"/>
        <source>Mọi người đã có đủ {n} tài liệu; {people} người chưa mở xem.</source>
        <translation><numerusform>Everybody has the {n} document; not opened by: {people}.</numerusform><numerusform>Everybody has all {n} documents; none opened by: {people}.</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/desk/words.py"/>
        <source>Mọi người đã có đủ {n} tài liệu.</source>
        <translation><numerusform>Everybody has the {n} document.</numerusform><numerusform>Everybody has all {n} documents.</numerusform></translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/words.py"/>
        <source>Nếu mạng mất lúc này: {what}.</source>
        <translation>If the line failed now: {what}.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/words.py"/>
        <source>Chưa ghi danh máy nào</source>
        <translation>No laptop enrolled</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/words.py"/>
        <source>Chưa có gì</source>
        <translation>Nothing yet</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/words.py"/>
        <source>Mới có bản {version}</source>
        <translation>Has only version {version}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/desk/words.py"/>
        <source>Đã có {n}/{all} tài liệu</source>
        <translation><numerusform>{n}/{all} document here</numerusform><numerusform>{n}/{all} documents here</numerusform></translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/words.py"/>
        <source>Đủ tài liệu</source>
        <translation>Complete</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/words.py"/>
        <source>Không mở được gì</source>
        <translation>Could open nothing</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/words.py"/>
        <source>Đọc bản cũ</source>
        <translation>Would read an old version</translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/desk/words.py"/>
        <source>Thiếu {n} tài liệu</source>
        <translation><numerusform>{n} document missing</numerusform><numerusform>{n} documents missing</numerusform></translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/words.py"/>
        <source>{meeting}, {date}: máy của các ông, bà sau chưa đủ tài liệu.</source>
        <translation>{meeting}, {date}: the laptops of these people do not have all documents yet.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/words.py"/>
        <source>Đề nghị mở Sổ Họp ở nơi có mạng và để máy chạy đến khi thấy “Đủ tài liệu – đọc được khi mất mạng”. Không được thì báo văn phòng.</source>
        <translation>Please open Sổ Họp where there is a network and leave it running until it says “Complete – readable offline”. If that does not work, tell the office.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/words.py"/>
        <source>Các máy chỉ cho đọc tài liệu đến {time}, trước khi họp xong. Cần phát hành bản có hạn dài hơn.</source>
        <translation>Laptops show the documents until {time} only, before the meeting is over. Publish a version that may be read for longer.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/desk/words.py"/>
        <source>Đã có {n}/{all} phiếu</source>
        <translation><numerusform>{n}/{all} ballot received</numerusform><numerusform>{n}/{all} ballots received</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/desk/words.py"/>
        <source>Đã kiểm {n}/{all} phiếu giấy</source>
        <translation><numerusform>{n}/{all} paper ballot counted</numerusform><numerusform>{n}/{all} paper ballots counted</numerusform></translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/words.py"/>
        <source>Đang kiểm phiếu · {turnout}</source>
        <translation>Being counted · {turnout}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/words.py"/>
        <source>Đang mở · {turnout}</source>
        <translation>Open · {turnout}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/words.py"/>
        <source>Đã tính</source>
        <translation>Counted</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/words.py"/>
        <source>đến muộn, được chấp nhận: {reason} ({author}, {other})</source>
        <translation>late, admitted: {reason} ({author}, {other})</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/words.py"/>
        <source>{author} ghi, {other} xác nhận</source>
        <translation>entered by {author}, confirmed by {other}</translation>
    </message>
</context>
<context>
    <name>DeskPapers</name>
    <message>
        <location filename="../../reader/ui/desk/papers.py"/>
        <source>Văn bản, hồ sơ</source>
        <translation>Papers and archive</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/papers.py"/>
        <source>Máy điền sẵn những gì có trong hệ thống; phần còn lại ghi tiếp trong Word. Lưu thẳng thành PDF được khi máy có LibreOffice. Ai có tệp cũng đọc được.</source>
        <translation>What the system knows is filled in; write the rest in Word. It can be saved as PDF right away where LibreOffice is installed. Whoever has the file can read it.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/papers.py"/>
        <source>Biên bản cuộc họp</source>
        <translation>Minutes of the meeting</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/papers.py"/>
        <source>Dự thảo nghị quyết</source>
        <translation>Draft of a resolution</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/papers.py"/>
        <source>Giấy mời, tệp lịch</source>
        <translation>Invitation, calendar file</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/papers.py"/>
        <source>Mọi kết quả và ý kiến, vào một thư mục</source>
        <translation>All results and opinions, into a folder</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/papers.py"/>
        <source>Hồ sơ cả cuộc họp, một tệp ai cũng kiểm chứng được</source>
        <translation>The archive of the whole meeting, one file that anybody can verify</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/papers.py"/>
        <source>Giấy và tiền in đã tiết kiệm</source>
        <translation>Paper and money saved</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/papers.py"/>
        <source>Mẫu văn bản của cơ quan</source>
        <translation>The office's templates</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/papers.py"/>
        <source>Biên bản</source>
        <translation>Minutes</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/papers.py"/>
        <source>Ghi biên bản</source>
        <translation>Write the minutes</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/papers.py"/>
        <source>Các nội dung đã được thông qua:</source>
        <translation>Motions that were carried:</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/papers.py"/>
        <source>Lưu dự thảo nghị quyết</source>
        <translation>Save the draft</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/papers.py"/>
        <source>Dự thảo nghị quyết {n}</source>
        <translation>Draft resolution {n}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/papers.py"/>
        <source>Tiếp tục…</source>
        <translation>Continue…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/papers.py"/>
        <source>Việc cần làm</source>
        <translation>What to do</translation>
    </message>
</context>
<context>
    <name>DeskScreen</name>
    <message>
        <location filename="../../reader/ui/desk/screen.py"/>
        <source>Sẵn sàng</source>
        <translation>Readiness</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/screen.py"/>
        <source>Điều hành</source>
        <translation>Running</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/screen.py"/>
        <source>Ý kiến</source>
        <translation>Opinions</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/screen.py"/>
        <source>Biểu quyết</source>
        <translation>Voting</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/screen.py"/>
        <source>Trang của thư ký</source>
        <translation>Secretary's page</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/screen.py"/>
        <source>Văn bản, hồ sơ…</source>
        <translation>Papers and archive…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/screen.py"/>
        <source>Đã chép lời nhắc</source>
        <translation>The reminder was copied</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/screen.py"/>
        <source>Dán vào tin nhắn hoặc thư trong vòng 5 phút.</source>
        <translation>Paste it into a message or mail within 5 minutes.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/screen.py"/>
        <source>(Dán lời nhắc vào đây.)</source>
        <translation>(Paste the reminder here.)</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/screen.py"/>
        <source>Dán vào thư vừa mở trong vòng 5 phút.</source>
        <translation>Paste it into the letter within 5 minutes.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/screen.py"/>
        <source>Máy này chưa có phần mềm thư. Dán vào tin nhắn hoặc thư trong vòng 5 phút.</source>
        <translation>There is no mail program on this computer. Paste it into a message or a letter within 5 minutes.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/screen.py"/>
        <source>Chưa làm được</source>
        <translation>Not done</translation>
    </message>
</context>
<context>
    <name>DeviceBanner</name>
    <message>
        <location filename="../../reader/ui/shelf/device.py"/>
        <source>Văn phòng đã thu hồi quyền của máy này</source>
        <translation>The office has revoked this laptop</translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/device.py"/>
        <source>Máy này không gửi nhận được nữa. Ghi chú vẫn còn và xuất ra tệp được. Khi có biểu quyết, đề nghị bỏ phiếu giấy.</source>
        <translation>It can send and receive nothing any more. Notes are kept and can be saved to a file. Please vote on paper.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/device.py"/>
        <source>Xuất ghi chú của tôi…</source>
        <translation>Save my notes…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/device.py"/>
        <source>Xuất phần chưa ghi nhận…</source>
        <translation>Save unrecorded work…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/device.py"/>
        <source>Máy này có vẻ là bản sao hoặc vừa được khôi phục đĩa</source>
        <translation>This laptop seems to be a copy, or restored from an old disk</translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/device.py"/>
        <source>Hệ thống không nhận việc mới từ máy này, để không phiếu nào bị tính hai lần. Không mất gì: phần chưa ghi nhận xuất ra tệp được. Xin văn phòng mã ghi danh mới rồi ghi danh lại máy này.</source>
        <translation>The hub takes nothing new from it, so that no ballot counts twice. Nothing is lost: unrecorded work can be saved to a file. Ask the office for a new enrolment code, and enrol this laptop again.</translation>
    </message>
</context>
<context>
    <name>Dialog</name>
    <message>
        <location filename="../../reader/ui/widgets/dialog.py"/>
        <source>Quay lại</source>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>Differences</name>
    <message>
        <location filename="../../reader/ui/meeting/differences.py"/>
        <source>So với bản trước</source>
        <translation>Compare with the version before</translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/differences.py"/>
        <source>Dừng</source>
        <translation>Stop</translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/differences.py"/>
        <source>Chỗ đổi trước (Shift+F7)</source>
        <translation>Previous change (Shift+F7)</translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/differences.py"/>
        <source>Chỗ đổi sau (F7)</source>
        <translation>Next change (F7)</translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/differences.py"/>
        <source>Trang có thay đổi</source>
        <translation>Pages with changes</translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/differences.py"/>
        <source>Bỏ trang {pages} của bản trước</source>
        <translation>Page {pages} of the version before: removed</translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/differences.py"/>
        <source>Trang {pages}: mới</source>
        <translation>Page {pages}: new</translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/differences.py"/>
        <source>Trang {pages}: không có chữ để so</source>
        <translation>Page {pages}: no text to compare</translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/differences.py"/>
        <source>Trang {page}: chuyển từ trang {was}</source>
        <translation>Page {page}: moved from page {was}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/differences.py"/>
        <source>Trang {page}: sửa {n} chỗ</source>
        <translation>Page {page}: changes: {n}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/differences.py"/>
        <source>thêm “{words}”</source>
        <translation>added “{words}”</translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/differences.py"/>
        <source>bỏ “{words}”</source>
        <translation>removed “{words}”</translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/differences.py"/>
        <source>“{old}” thành “{new}”</source>
        <translation>“{old}” became “{new}”</translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/differences.py"/>
        <source>Đang so với bản trước…</source>
        <translation>Comparing with the version before…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/differences.py"/>
        <source>Không so được: một trong hai bản không mở được.</source>
        <translation>Can't compare: one of the versions can't be opened.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/differences.py"/>
        <source>Bản trước vẫn còn trên máy này.</source>
        <translation>The version before is still on this laptop.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/differences.py"/>
        <source>sửa {n} trang</source>
        <translation>pages changed: {n}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/differences.py"/>
        <source>thêm {n} trang</source>
        <translation>added: {n}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/differences.py"/>
        <source>chuyển {n} trang</source>
        <translation>moved: {n}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/differences.py"/>
        <source>bỏ {n} trang</source>
        <translation>removed: {n}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/differences.py"/>
        <source>So với bản trước: {changes}</source>
        <translation>Since the version before: {changes}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/differences.py"/>
        <source>Không có chữ để so với bản trước.</source>
        <translation>There is no text to compare with the version before.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/differences.py"/>
        <source>Chữ trên các trang giống hệt bản trước.</source>
        <translation>The text of all pages is the same as before.</translation>
    </message>
</context>
<context>
    <name>Digits</name>
    <message>
        <location filename="../../reader/ui/keys/digits.py"/>
        <source>Sáu chữ số: {digits}</source>
        <translation>Six digits: {digits}</translation>
    </message>
</context>
<context>
    <name>DocumentPage</name>
    <message>
        <location filename="../../reader/ui/compose/document_page.py"/>
        <source>Mở xem</source>
        <translation>Open</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/document_page.py"/>
        <source>Thay bản…</source>
        <translation>Replace…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/document_page.py"/>
        <source>Gỡ tài liệu này</source>
        <translation>Remove this document</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/document_page.py"/>
        <source>Tên</source>
        <translation>Name</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/document_page.py"/>
        <source>Loại văn bản</source>
        <translation>Kind</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/document_page.py"/>
        <source>Số, ký hiệu</source>
        <translation>Number, symbol</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/document_page.py"/>
        <source>Ngày ban hành</source>
        <translation>Date</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/document_page.py"/>
        <source>Cơ quan</source>
        <translation>Issued by</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/document_page.py"/>
        <source>Trích yếu</source>
        <translation>Abstract</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/document_page.py"/>
        <source>Độ khẩn</source>
        <translation>Urgency</translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/compose/document_page.py"/>
        <source>{n} trang · {size} · PDF</source>
        <translation><numerusform>{n} page · {size} · PDF</numerusform><numerusform>{n} pages · {size} · PDF</numerusform></translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/document_page.py"/>
        <source>Chưa rõ</source>
        <translation>Not known</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/document_page.py"/>
        <source>Người được đọc</source>
        <translation>Who may read it</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/document_page.py"/>
        <source>Máy đã kiểm tra</source>
        <translation>What was checked</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/document_page.py"/>
        <source>Tài liệu phải có tên.</source>
        <translation>A document needs a name.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/document_page.py"/>
        <source>Viết như 27/11/2026.</source>
        <translation>Write it like 27/11/2026.</translation>
    </message>
</context>
<context>
    <name>DocumentPane</name>
    <message>
        <location filename="../../reader/ui/page/document_pane.py"/>
        <source>Chọn một tài liệu trong chương trình</source>
        <translation>Choose a document in the agenda</translation>
    </message>
</context>
<context>
    <name>DocumentTabs</name>
    <message>
        <location filename="../../reader/ui/meeting/document_tabs.py"/>
        <source>Tài liệu đang mở</source>
        <translation>Open documents</translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/document_tabs.py"/>
        <source>Đóng {name} (Ctrl+W)</source>
        <translation>Close {name} (Ctrl+W)</translation>
    </message>
</context>
<context>
    <name>DraftsCard</name>
    <message>
        <location filename="../../reader/ui/shelf/drafts.py"/>
        <source>Soạn kỳ họp mới…</source>
        <translation>New meeting…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/drafts.py"/>
        <source>Soạn tài liệu kỳ họp</source>
        <translation>Packets being made</translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/drafts.py"/>
        <source>lưu trên máy lúc {when}</source>
        <translation>saved on this laptop at {when}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/drafts.py"/>
        <source>Đang soạn</source>
        <translation>Being made</translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/drafts.py"/>
        <source>Mở bản soạn</source>
        <translation>Open the draft</translation>
    </message>
</context>
<context>
    <name>EndDialog</name>
    <message>
        <location filename="../../reader/ui/desk/ending.py"/>
        <source>Kết thúc biểu quyết</source>
        <translation>Close the vote</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/ending.py"/>
        <source>Biểu quyết tiếp</source>
        <translation>Go on voting</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/ending.py"/>
        <source>Kết thúc và công bố</source>
        <translation>Close and announce</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/ending.py"/>
        <source>Kết thúc và công bố kết quả ngay</source>
        <translation>Close and announce the result at once</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/ending.py"/>
        <source>Ngừng nhận phiếu, kiểm phiếu trước</source>
        <translation>Take no more ballots, count first</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/ending.py"/>
        <source>Cách kết thúc</source>
        <translation>How to close</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/ending.py"/>
        <source>Tôi xác nhận kết thúc sớm</source>
        <translation>I confirm that it is to end early</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/ending.py"/>
        <source>Có người có thể chưa kịp bỏ phiếu.</source>
        <translation>Some may not have had the time to vote.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/ending.py"/>
        <source>Chưa có kết quả. Ghi phiếu giơ tay, phiếu giấy, xét phiếu đến muộn, rồi bấm Công bố kết quả.</source>
        <translation>No result yet. Enter hands and paper, look at late ballots, then press Announce the result.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/ending.py"/>
        <source>Kết quả được tính và báo cho mọi người; không ghi thêm hay mở lại được.</source>
        <translation>The result is counted and told to everybody; nothing can be added and it is never opened again.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/ending.py"/>
        <source>Ngừng nhận phiếu</source>
        <translation>End the voting</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/ending.py"/>
        <source>Hệ thống báo biểu quyết mở chưa đủ 30 giây</source>
        <translation>The hub says it has not been open for 30 seconds</translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/desk/ending.py"/>
        <source>Mới mở được {n} giây</source>
        <translation><numerusform>Open for {n} second only</numerusform><numerusform>Open for {n} seconds only</numerusform></translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/ending.py"/>
        <source>{turnout}. Phiếu tới sau lúc kết thúc được lưu, không tính.</source>
        <translation>{turnout}. Ballots that arrive after the close are kept, not counted.</translation>
    </message>
</context>
<context>
    <name>EnrolScreen</name>
    <message>
        <location filename="../../reader/ui/unlock/enrol.py"/>
        <source>Đang hỏi hệ thống</source>
        <translation>Asking the hub</translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/enrol.py"/>
        <source>Đang tạo sổ</source>
        <translation>Making the book</translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/enrol.py"/>
        <source>Chưa ghi danh được</source>
        <translation>Not enrolled</translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/enrol.py"/>
        <source>Chưa tạo được sổ</source>
        <translation>The book was not made</translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/enrol.py"/>
        <source>Bước {n}/{all}</source>
        <translation>Step {n}/{all}</translation>
    </message>
</context>
<context>
    <name>EnterDialog</name>
    <message>
        <location filename="../../reader/ui/desk/enter.py"/>
        <source>Ghi phiếu</source>
        <translation>Enter votes</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/enter.py"/>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/enter.py"/>
        <source>Theo tên</source>
        <translation>By name</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/enter.py"/>
        <source>Đếm chung</source>
        <translation>Counted together</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/enter.py"/>
        <source>Cách ghi</source>
        <translation>How to enter</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/enter.py"/>
        <source>Nội dung này đã kết thúc, không ghi thêm được</source>
        <translation>This motion is over, nothing can be entered</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/enter.py"/>
        <source>báo vắng</source>
        <translation>said to be absent</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/enter.py"/>
        <source>Đã có phiếu, bỏ khỏi danh sách đang ghi: {names}</source>
        <translation>They have a vote by now and were taken off: {names}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/enter.py"/>
        <source>Chưa ghi được</source>
        <translation>Not entered</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/enter.py"/>
        <source>Đóng mà không ghi?</source>
        <translation>Close without entering?</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/enter.py"/>
        <source>Những gì đã nhập ở đây chưa được ghi và sẽ mất.</source>
        <translation>What was filled in here is not entered and will be lost.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/enter.py"/>
        <source>Nhập tiếp</source>
        <translation>Go on</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/enter.py"/>
        <source>Bỏ những gì đã nhập</source>
        <translation>Discard it</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/enter.py"/>
        <source>Đang ghi…</source>
        <translation>Entering…</translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/desk/enter.py"/>
        <source>Ghi phiếu của {n} người</source>
        <translation><numerusform>Enter the vote of {n}</numerusform><numerusform>Enter the votes of {n}</numerusform></translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/enter.py"/>
        <source>Chỉ được tính sau khi người thứ hai xác nhận; rút lại được đến lúc công bố.</source>
        <translation>Counts only after a second person has confirmed it; can be withdrawn until the result is announced.</translation>
    </message>
</context>
<context>
    <name>EntryStrip</name>
    <message>
        <location filename="../../reader/ui/desk/entry_strip.py"/>
        <source>Xác nhận…</source>
        <translation>Confirm…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/entry_strip.py"/>
        <source>Rút lần ghi này…</source>
        <translation>Withdraw this entry…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/entry_strip.py"/>
        <source>Đề nghị tính…</source>
        <translation>Put forward…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/entry_strip.py"/>
        <source>Phiếu đến muộn lúc {time}, chưa tính</source>
        <translation>Late ballot at {time}, not counted</translation>
    </message>
</context>
<context>
    <name>Exports</name>
    <message>
        <location filename="../../reader/ui/exports.py"/>
        <source>Xuất phần chưa ghi nhận</source>
        <translation>Save unrecorded work</translation>
    </message>
    <message>
        <location filename="../../reader/ui/exports.py"/>
        <source>Tệp gồm phiếu, ghi chú chia sẻ và việc khác chưa được ghi nhận, để đưa tận tay thư ký. Ai có tệp cũng đọc được; dùng xong thì xóa. Ghi chú riêng vẫn khóa. Mọi thứ vẫn còn trên máy này và vẫn tự gửi khi có mạng.</source>
        <translation>The file holds ballots, shared notes and other work that was not recorded, to hand to the secretary. Whoever has it can read it; delete it afterwards. Private notes stay sealed. Everything stays on this laptop and still goes up by itself when there is a line.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/exports.py"/>
        <source>Chọn nơi lưu…</source>
        <translation>Choose a place…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/exports.py"/>
        <source>Đã lưu phần chưa ghi nhận</source>
        <translation>Unrecorded work saved</translation>
    </message>
    <message>
        <location filename="../../reader/ui/exports.py"/>
        <source>Tệp gồm từng phiếu với tên người bỏ phiếu. Ai có tệp cũng đọc được ai chọn gì: chỉ đưa cho chủ tọa, thư ký và Ban kiểm phiếu.</source>
        <translation>The file holds every ballot with its voter's name. Whoever has it can read who chose what: hand it to the chair, the secretary and the tellers only.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/exports.py"/>
        <source>Tệp gồm kết quả và chứng cứ cho phiếu của chính bạn, không có phiếu của người khác. Ai có tệp cũng đọc được bạn đã chọn gì.</source>
        <translation>The file holds the result and the proof of your own ballots, nobody else's. Whoever has it can read what you chose.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/exports.py"/>
        <source>Lưu tệp chứng cứ</source>
        <translation>Save the evidence</translation>
    </message>
    <message>
        <location filename="../../reader/ui/exports.py"/>
        <source>chung-cu-{motion}.json</source>
        <translation>evidence-{motion}.json</translation>
    </message>
    <message>
        <location filename="../../reader/ui/exports.py"/>
        <source>Tệp {file} không tự chứng minh được. {reason} Giữ tệp làm chứng và báo chủ tọa.</source>
        <translation>The file {file} does not hold. {reason} Keep it as evidence and tell the chair.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/exports.py"/>
        <source>Kết quả không chứng minh được</source>
        <translation>The result is not proved</translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/exports.py"/>
        <source>Đã ghi {n} phiếu vào {file} và kiểm tra lại: đúng. Ai cũng kiểm tra được, không cần mạng: sohop verify. Vân tay khóa gốc: {fingerprint}.</source>
        <translation><numerusform>Wrote {n} ballot to {file} and checked it: it holds. Anybody can check it, without a line: sohop verify. Fingerprint of the root key: {fingerprint}.</numerusform><numerusform>Wrote {n} ballots to {file} and checked them: they hold. Anybody can check it, without a line: sohop verify. Fingerprint of the root key: {fingerprint}.</numerusform></translation>
    </message>
    <message>
        <location filename="../../reader/ui/exports.py"/>
        <source>Đã lưu tệp chứng cứ</source>
        <translation>The evidence is saved</translation>
    </message>
    <message>
        <location filename="../../reader/ui/exports.py"/>
        <source>chua-ghi-nhan-{date}.zip</source>
        <translation>unrecorded-{date}.zip</translation>
    </message>
    <message>
        <location filename="../../reader/ui/exports.py"/>
        <source>Lưu phần chưa ghi nhận</source>
        <translation>Save unrecorded work</translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/exports.py"/>
        <source>{n} mục, trong {file}. Ai có tệp này cũng đọc được.</source>
        <translation><numerusform>{n} item, in {file}. Whoever has this file can read it.</numerusform><numerusform>{n} items, in {file}. Whoever has this file can read it.</numerusform></translation>
    </message>
    <message>
        <location filename="../../reader/ui/exports.py"/>
        <source>Chưa lưu được</source>
        <translation>Not saved</translation>
    </message>
    <message>
        <location filename="../../reader/ui/exports.py"/>
        <source>Quay lại</source>
        <translation>Back</translation>
    </message>
    <message>
        <location filename="../../reader/ui/exports.py"/>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>Failures</name>
    <message>
        <location filename="../../reader/ui/page/failures.py"/>
        <source>Ghi chú vẫn còn. Báo thư ký để nhận lại tệp.</source>
        <translation>Notes are kept. Ask the secretary for the file again.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/failures.py"/>
        <source>Tệp này khóa bằng mật khẩu nên không mở được</source>
        <translation>This file is locked with a password and cannot be opened</translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/failures.py"/>
        <source>Tệp này vượt quá giới hạn an toàn nên không mở</source>
        <translation>This file exceeds the safe limits and is not opened</translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/failures.py"/>
        <source>Máy không đủ bộ nhớ để mở tệp này</source>
        <translation>Not enough memory to open this file</translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/failures.py"/>
        <source>Đóng bớt chương trình khác rồi mở lại. Ghi chú vẫn còn.</source>
        <translation>Close other programs, then open it again. Notes are kept.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/failures.py"/>
        <source>Mở tệp này quá lâu nên đã dừng lại</source>
        <translation>Opening this file took too long and was stopped</translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/failures.py"/>
        <source>Chọn lại tài liệu để thử lần nữa. Ghi chú vẫn còn.</source>
        <translation>Choose the document again to retry. Notes are kept.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/failures.py"/>
        <source>Tệp này bị hỏng nên không mở được</source>
        <translation>This file is damaged and cannot be opened</translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/failures.py"/>
        <source>Trang này vẽ quá lâu nên đã dừng lại. Các trang khác vẫn đọc được.</source>
        <translation>Drawing this page took too long and was stopped. Other pages can be read.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/failures.py"/>
        <source>Trang này cần nhiều bộ nhớ hơn máy cho phép. Các trang khác vẫn đọc được.</source>
        <translation>This page needs more memory than allowed. Other pages can be read.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/failures.py"/>
        <source>Trang này lớn quá mức cho phép. Thử thu nhỏ; các trang khác vẫn đọc được.</source>
        <translation>This page is larger than allowed. Try zooming out; other pages can be read.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/failures.py"/>
        <source>Trang này bị hỏng trong tệp. Các trang khác vẫn đọc được.</source>
        <translation>This page is damaged in the file. Other pages can be read.</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <location filename="../../reader/ui/widgets/field.py"/>
        <source>Hiện chữ</source>
        <translation>Show</translation>
    </message>
    <message>
        <location filename="../../reader/ui/widgets/field.py"/>
        <source>Xóa chữ</source>
        <translation>Clear</translation>
    </message>
    <message>
        <location filename="../../reader/ui/widgets/field.py"/>
        <source>Giấu chữ</source>
        <translation>Hide</translation>
    </message>
</context>
<context>
    <name>FilesIn</name>
    <message>
        <location filename="../../reader/ui/compose/files.py"/>
        <source>Thêm tệp</source>
        <translation>Add files</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/files.py"/>
        <source>Chọn thư mục tài liệu</source>
        <translation>Choose the folder of documents</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/files.py"/>
        <source>Đang đọc tệp</source>
        <translation>Reading files</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/files.py"/>
        <source>Chọn chương trình soffice của LibreOffice</source>
        <translation>Choose LibreOffice's program soffice</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/files.py"/>
        <source>Từ nay chuyển được tệp Word thành PDF</source>
        <translation>Word files can be made PDF from now on</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/files.py"/>
        <source>Thêm lại các tệp đó.</source>
        <translation>Add those files again.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/files.py"/>
        <source>Đang thử LibreOffice</source>
        <translation>Trying LibreOffice</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/files.py"/>
        <source>Chưa thêm tệp nào</source>
        <translation>Nothing was added</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/files.py"/>
        <source>Đang xem thư mục</source>
        <translation>Looking at the folder</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/files.py"/>
        <source>Đề xuất: {items}, {files}</source>
        <translation>Proposal: {items}, {files}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/files.py"/>
        <source>Xếp theo số và tên của tệp và thư mục con. Chưa thêm gì khi chưa đồng ý; thêm rồi vẫn sửa, kéo và hoàn tác được.</source>
        <translation>Ordered by the numbers and names of files and subfolders. Nothing is added before you agree; afterwards it can still be changed, dragged and undone.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/compose/files.py"/>
        <source>Thêm {n} tệp</source>
        <translation><numerusform>Add {n} file</numerusform><numerusform>Add {n} files</numerusform></translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/files.py"/>
        <source>Mục và tệp sẽ thêm</source>
        <translation>Items and files to be added</translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/compose/files.py"/>
        <source>{n} tệp khác không thêm được; danh sách hiện sau.</source>
        <translation><numerusform>{n} other file cannot be added; it is listed afterwards.</numerusform><numerusform>{n} other files cannot be added; they are listed afterwards.</numerusform></translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/files.py"/>
        <source>Mục {n}</source>
        <translation>Item {n}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/files.py"/>
        <source>Tài liệu kỳ họp</source>
        <translation>Meeting documents</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/files.py"/>
        <source>{name} (mục {n}) = {other} (mục {m})</source>
        <translation>{name} (item {n}) = {other} (item {m})</translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/compose/files.py"/>
        <source>Đã thêm {n} tệp; có tệp trùng</source>
        <translation><numerusform>{n} file added; it is the same as another</numerusform><numerusform>{n} files added; some are the same</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/compose/files.py"/>
        <source>Không thêm được {n} tệp</source>
        <translation><numerusform>{n} file could not be added</numerusform><numerusform>{n} files could not be added</numerusform></translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/files.py"/>
        <source>Chưa thêm gì.</source>
        <translation>Nothing was added.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/compose/files.py"/>
        <source>Đã thêm {n} tệp khác.</source>
        <translation><numerusform>{n} other file was added.</numerusform><numerusform>{n} other files were added.</numerusform></translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/files.py"/>
        <source>Chỉ nơi cài LibreOffice…</source>
        <translation>Say where LibreOffice is…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/files.py"/>
        <source>Tệp không thêm được</source>
        <translation>Files that could not be added</translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/compose/files.py"/>
        <source>Và {n} dòng nữa.</source>
        <translation><numerusform>And {n} more line.</numerusform><numerusform>And {n} more lines.</numerusform></translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/files.py"/>
        <source>Quay lại</source>
        <translation>Back</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/files.py"/>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>FindPanel</name>
    <message>
        <location filename="../../reader/ui/page/finding.py"/>
        <source>Cả kỳ họp</source>
        <translation>Whole meeting</translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/finding.py"/>
        <source>Tài liệu này</source>
        <translation>This document</translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/finding.py"/>
        <source>Tìm ở đâu</source>
        <translation>Where to search</translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/finding.py"/>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/finding.py"/>
        <source>Từ cần tìm, không cần gõ dấu</source>
        <translation>Words to find, accents not needed</translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/finding.py"/>
        <source>Gõ từ cần tìm, không cần dấu</source>
        <translation>Type words to find, accents not needed</translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/finding.py"/>
        <source>Đúng dấu, đúng chữ hoa</source>
        <translation>Exact accents and capitals</translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/finding.py"/>
        <source>Chỗ trước (Shift+Enter)</source>
        <translation>Previous place (Shift+Enter)</translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/finding.py"/>
        <source>Chỗ sau (Enter)</source>
        <translation>Next place (Enter)</translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/finding.py"/>
        <source>Những chỗ tìm thấy</source>
        <translation>Places found</translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/finding.py"/>
        <source>Những chỗ tìm thấy trong kỳ họp</source>
        <translation>Places found in the meeting</translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/finding.py"/>
        <source>Chỗ {now}/{total}</source>
        <translation>{now}/{total}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/finding.py"/>
        <source>Đang tìm…</source>
        <translation>Searching…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/finding.py"/>
        <source>Không có chỗ nào</source>
        <translation>Not found</translation>
    </message>
</context>
<context>
    <name>ForgottenScreen</name>
    <message>
        <location filename="../../reader/ui/unlock/help.py"/>
        <source>Không ai xem lại được mật khẩu, kể cả người quản trị. Nhớ ra thì quay lại gõ tiếp.</source>
        <translation>Nobody can look a passphrase up, not even the administrator. If it comes back to mind, go back and type it.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/help.py"/>
        <source>Xin người quản trị mã ghi danh mới. Tài liệu tự tải lại; phiếu đã gửi vẫn được giữ.</source>
        <translation>Ask the administrator for a new code. Documents download again by themselves; ballots already sent are kept.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/help.py"/>
        <source>Ghi chú riêng chỉ về lại khi còn mã khôi phục đã chép lúc ghi danh.</source>
        <translation>Private notes come back only with the recovery code written down at enrolment.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/help.py"/>
        <source>Sổ cũ được cất lại, không xóa; việc chưa gửi nằm trong đó.</source>
        <translation>The old book is set aside, not erased; what was not sent is in it.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/help.py"/>
        <source>Quên mật khẩu</source>
        <translation>Forgotten passphrase</translation>
    </message>
</context>
<context>
    <name>ForkBanner</name>
    <message>
        <location filename="../../reader/ui/sync/forks.py"/>
        <source>“{title}”, phát hiện {when}. Hai dấu sổ: {one} và {other}.</source>
        <translation>“{title}”, found {when}. The two marks: {one} and {other}.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/forks.py"/>
        <source>Phiếu, biên nhận và cả hai dấu sổ được giữ trên máy này làm chứng. Báo chủ tọa và thư ký, so dấu sổ với đại biểu khác, và kiểm phiếu lại bằng giấy.</source>
        <translation>Ballots, receipts and both marks are kept on this laptop as evidence. Tell the chair and the secretary, compare marks with other delegates, and count again on paper.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/forks.py"/>
        <source>Hệ thống đã cho thấy hai sổ ghi phiếu khác nhau của cùng một nội dung</source>
        <translation>The hub has shown two different logs of one motion</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <location filename="../../reader/ui/format.py"/>
        <source>vi</source>
        <translation>en</translation>
    </message>
    <message>
        <location filename="../../reader/ui/format.py"/>
        <source>,</source>
        <translation>.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/format.py"/>
        <source>{n} trang</source>
        <translation><numerusform>{n} page</numerusform><numerusform>{n} pages</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/format.py"/>
        <source>{n} tệp</source>
        <translation><numerusform>{n} file</numerusform><numerusform>{n} files</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/format.py"/>
        <source>{n} mục</source>
        <translation><numerusform>{n} item</numerusform><numerusform>{n} items</numerusform></translation>
    </message>
    <message>
        <location filename="../../reader/ui/format.py"/>
        <source>dưới 1 phút</source>
        <translation>under 1 minute</translation>
    </message>
    <message>
        <location filename="../../reader/ui/format.py"/>
        <source>khoảng {n} phút</source>
        <translation>about {n} min</translation>
    </message>
    <message>
        <location filename="../../reader/ui/format.py"/>
        <source>khoảng {n} giờ</source>
        <translation>about {n} h</translation>
    </message>
    <message>
        <location filename="../../reader/ui/format.py"/>
        <source>{time} ngày {date}</source>
        <translation>{time} on {date}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/format.py"/>
        <source>Thứ Hai</source>
        <translation>Monday</translation>
    </message>
    <message>
        <location filename="../../reader/ui/format.py"/>
        <source>Thứ Ba</source>
        <translation>Tuesday</translation>
    </message>
    <message>
        <location filename="../../reader/ui/format.py"/>
        <source>Thứ Tư</source>
        <translation>Wednesday</translation>
    </message>
    <message>
        <location filename="../../reader/ui/format.py"/>
        <source>Thứ Năm</source>
        <translation>Thursday</translation>
    </message>
    <message>
        <location filename="../../reader/ui/format.py"/>
        <source>Thứ Sáu</source>
        <translation>Friday</translation>
    </message>
    <message>
        <location filename="../../reader/ui/format.py"/>
        <source>Thứ Bảy</source>
        <translation>Saturday</translation>
    </message>
    <message>
        <location filename="../../reader/ui/format.py"/>
        <source>Chủ nhật</source>
        <translation>Sunday</translation>
    </message>
    <message>
        <location filename="../../reader/ui/format.py"/>
        <source>tháng 1</source>
        <translation>January</translation>
    </message>
    <message>
        <location filename="../../reader/ui/format.py"/>
        <source>tháng 2</source>
        <translation>February</translation>
    </message>
    <message>
        <location filename="../../reader/ui/format.py"/>
        <source>tháng 3</source>
        <translation>March</translation>
    </message>
    <message>
        <location filename="../../reader/ui/format.py"/>
        <source>tháng 4</source>
        <translation>April</translation>
    </message>
    <message>
        <location filename="../../reader/ui/format.py"/>
        <source>tháng 5</source>
        <translation>May</translation>
    </message>
    <message>
        <location filename="../../reader/ui/format.py"/>
        <source>tháng 6</source>
        <translation>June</translation>
    </message>
    <message>
        <location filename="../../reader/ui/format.py"/>
        <source>tháng 7</source>
        <translation>July</translation>
    </message>
    <message>
        <location filename="../../reader/ui/format.py"/>
        <source>tháng 8</source>
        <translation>August</translation>
    </message>
    <message>
        <location filename="../../reader/ui/format.py"/>
        <source>tháng 9</source>
        <translation>September</translation>
    </message>
    <message>
        <location filename="../../reader/ui/format.py"/>
        <source>tháng 10</source>
        <translation>October</translation>
    </message>
    <message>
        <location filename="../../reader/ui/format.py"/>
        <source>tháng 11</source>
        <translation>November</translation>
    </message>
    <message>
        <location filename="../../reader/ui/format.py"/>
        <source>tháng 12</source>
        <translation>December</translation>
    </message>
    <message>
        <location filename="../../reader/ui/format.py"/>
        <source>ngày {date}</source>
        <translation>on {date}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/format.py"/>
        <source>còn {n} phút nữa</source>
        <translation>in {n} min</translation>
    </message>
    <message>
        <location filename="../../reader/ui/format.py"/>
        <source>hôm nay</source>
        <translation>today</translation>
    </message>
    <message>
        <location filename="../../reader/ui/format.py"/>
        <source>ngày mai</source>
        <translation>tomorrow</translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/format.py"/>
        <source>trong {n} ngày</source>
        <translation><numerusform>in {n} day</numerusform><numerusform>in {n} days</numerusform></translation>
    </message>
</context>
<context>
    <name>GetKeyDialog</name>
    <message>
        <location filename="../../reader/ui/keys/get_dialog.py"/>
        <source>Khóa ghi chú riêng</source>
        <translation>Key of private notes</translation>
    </message>
    <message>
        <location filename="../../reader/ui/keys/get_dialog.py"/>
        <source>Mã khôi phục</source>
        <translation>Recovery code</translation>
    </message>
    <message>
        <location filename="../../reader/ui/keys/get_dialog.py"/>
        <source>26 ký tự, chép lúc ghi danh máy đầu tiên.</source>
        <translation>26 characters, written down when your first laptop was enrolled.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/keys/get_dialog.py"/>
        <source>Dùng mã khôi phục</source>
        <translation>Use the recovery code</translation>
    </message>
    <message>
        <location filename="../../reader/ui/keys/get_dialog.py"/>
        <source>Không còn máy nào khác</source>
        <translation>There is no other laptop any more</translation>
    </message>
    <message>
        <location filename="../../reader/ui/keys/get_dialog.py"/>
        <source>Dùng khóa của máy này</source>
        <translation>Use this laptop's key</translation>
    </message>
    <message>
        <location filename="../../reader/ui/keys/get_dialog.py"/>
        <source>Khóa của máy này thành khóa của bạn</source>
        <translation>This laptop's key becomes yours</translation>
    </message>
    <message>
        <location filename="../../reader/ui/keys/get_dialog.py"/>
        <source>Chỉ làm khi máy cũ đã mất hay hỏng và mã khôi phục cũ không còn: ghi chú riêng viết ở máy cũ sẽ không đọc được nữa.</source>
        <translation>Only when the old laptop is lost or broken and its recovery code is gone: private notes written there can then be read no more.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/keys/get_dialog.py"/>
        <source>Quay lại</source>
        <translation>Back</translation>
    </message>
    <message>
        <location filename="../../reader/ui/keys/get_dialog.py"/>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
    <message>
        <location filename="../../reader/ui/keys/get_dialog.py"/>
        <source>Mã này không mở được ghi chú riêng nào đang có ở đây. Xem lại mã.</source>
        <translation>This code opens none of the private notes that are here. Look at it again.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/keys/get_dialog.py"/>
        <source>Mã chưa đúng: có 26 ký tự, xem lại từng nhóm.</source>
        <translation>That is not a recovery code: it has 26 characters. Look at each group again.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/keys/get_dialog.py"/>
        <source>Lấy khóa từ máy khác của bạn</source>
        <translation>Get the key from your other laptop</translation>
    </message>
    <message>
        <location filename="../../reader/ui/keys/get_dialog.py"/>
        <source>1. Mở sổ trên máy kia và nối mạng.
2. Trên kệ họp của máy đó, chọn “Xem và so chữ số”.
3. Hai máy hiện sáu chữ số. Nếu giống nhau, bấm “Giống nhau” trên cả hai.</source>
        <translation>1. Open the book on the other laptop and connect it.
2. On its shelf, choose “Look and compare digits”.
3. Both show six digits. If they are the same, press “The same” on both.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/keys/get_dialog.py"/>
        <source>Để sau</source>
        <translation>Later</translation>
    </message>
    <message>
        <location filename="../../reader/ui/keys/get_dialog.py"/>
        <source>Bắt đầu</source>
        <translation>Begin</translation>
    </message>
    <message>
        <location filename="../../reader/ui/keys/get_dialog.py"/>
        <source>Mã mở được ghi chú riêng đã viết ở các máy trước.</source>
        <translation>The code opens private notes that were written on earlier laptops.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/keys/get_dialog.py"/>
        <source>Dùng mã này</source>
        <translation>Use this code</translation>
    </message>
    <message>
        <location filename="../../reader/ui/keys/get_dialog.py"/>
        <source>Xin lại</source>
        <translation>Ask again</translation>
    </message>
    <message>
        <location filename="../../reader/ui/keys/get_dialog.py"/>
        <source>Giờ bấm “Giống nhau” trên máy kia</source>
        <translation>Now press “The same” on the other laptop</translation>
    </message>
    <message>
        <location filename="../../reader/ui/keys/get_dialog.py"/>
        <source>Khóa tự đến ngay sau đó.</source>
        <translation>The key comes by itself right after that.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/keys/get_dialog.py"/>
        <source>Chờ máy kia</source>
        <translation>Waiting for the other laptop</translation>
    </message>
    <message>
        <location filename="../../reader/ui/keys/get_dialog.py"/>
        <source>Mở sổ trên máy kia</source>
        <translation>Open the book on the other laptop</translation>
    </message>
    <message>
        <location filename="../../reader/ui/keys/get_dialog.py"/>
        <source>Trên kệ họp của máy đó có dòng báo máy này xin khóa: chọn “Xem và so chữ số”.</source>
        <translation>Its shelf says that this laptop asks for the key: choose “Look and compare digits”.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/keys/get_dialog.py"/>
        <source>Hủy</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <location filename="../../reader/ui/keys/get_dialog.py"/>
        <source>Đã có khóa ghi chú riêng</source>
        <translation>The key of private notes is here</translation>
    </message>
    <message>
        <location filename="../../reader/ui/keys/get_dialog.py"/>
        <source>Ghi chú riêng của các máy có chung khóa từ nay đọc được ở đây, và ngược lại.</source>
        <translation>Private notes of all laptops with this key can be read here from now on, and the other way round.</translation>
    </message>
</context>
<context>
    <name>GiveKeyDialog</name>
    <message>
        <location filename="../../reader/ui/keys/give_dialog.py"/>
        <source>Khóa ghi chú riêng</source>
        <translation>Key of private notes</translation>
    </message>
    <message>
        <location filename="../../reader/ui/keys/give_dialog.py"/>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
    <message>
        <location filename="../../reader/ui/keys/give_dialog.py"/>
        <source>Đã gửi khóa cho máy “{name}”</source>
        <translation>The key was sent to “{name}”</translation>
    </message>
    <message>
        <location filename="../../reader/ui/keys/give_dialog.py"/>
        <source>Bấm “Giống nhau” cả trên máy đó: khi ấy nó mới dùng khóa.</source>
        <translation>Press “The same” on that laptop, too: only then does it use the key.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/keys/give_dialog.py"/>
        <source>Chờ máy “{name}”</source>
        <translation>Waiting for “{name}”</translation>
    </message>
    <message>
        <location filename="../../reader/ui/keys/give_dialog.py"/>
        <source>Sáu chữ số hiện ra ở cả hai máy ngay khi máy đó trả lời.</source>
        <translation>Six digits appear on both laptops as soon as that one answers.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/keys/give_dialog.py"/>
        <source>Chờ máy kia</source>
        <translation>Waiting for the other laptop</translation>
    </message>
    <message>
        <location filename="../../reader/ui/keys/give_dialog.py"/>
        <source>Hủy</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <location filename="../../reader/ui/keys/give_dialog.py"/>
        <source>Máy “{name}” xin khóa ghi chú riêng của bạn</source>
        <translation>“{name}” asks for the key of your private notes</translation>
    </message>
    <message>
        <location filename="../../reader/ui/keys/give_dialog.py"/>
        <source>Có khóa, máy đó đọc được mọi ghi chú riêng của bạn. Chỉ tiếp tục khi chính bạn đang ngồi trước máy đó và vừa xin khóa.</source>
        <translation>With the key it can read all your private notes. Go on only if you yourself are at that laptop and have just asked.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/keys/give_dialog.py"/>
        <source>Để sau</source>
        <translation>Later</translation>
    </message>
    <message>
        <location filename="../../reader/ui/keys/give_dialog.py"/>
        <source>Tôi đang dùng máy đó</source>
        <translation>I am at that laptop</translation>
    </message>
</context>
<context>
    <name>Head</name>
    <message>
        <location filename="../../reader/ui/compose/delegate.py"/>
        <source>Chương trình và tài liệu</source>
        <translation>Agenda and documents</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/delegate.py"/>
        <source>Trang</source>
        <translation>Pages</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/delegate.py"/>
        <source>Cỡ</source>
        <translation>Size</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/delegate.py"/>
        <source>Kiểm tra</source>
        <translation>Check</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <location filename="../../reader/ui/header.py"/>
        <source>Các trang</source>
        <translation>Pages</translation>
    </message>
</context>
<context>
    <name>HelpScreen</name>
    <message>
        <location filename="../../reader/ui/unlock/help.py"/>
        <source>Quay lại</source>
        <translation>Back</translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/help.py"/>
        <source>Ghi danh lại…</source>
        <translation>Enrol again…</translation>
    </message>
</context>
<context>
    <name>HitDelegate</name>
    <message>
        <location filename="../../reader/ui/page/hits.py"/>
        <source>Trang {page}</source>
        <translation>Page {page}</translation>
    </message>
</context>
<context>
    <name>HitModel</name>
    <message>
        <location filename="../../reader/ui/page/hits.py"/>
        <source>Trang {page}</source>
        <translation>Page {page}</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message numerus="yes">
        <location filename="../../reader/ui/admin/import_dialog.py"/>
        <source>Ghi {n} người</source>
        <translation><numerusform>Write {n} person</numerusform><numerusform>Write {n} people</numerusform></translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/import_dialog.py"/>
        <source>Nhập danh sách</source>
        <translation>Import a list</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/import_dialog.py"/>
        <source>Không ghi</source>
        <translation>Write nothing</translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/admin/import_dialog.py"/>
        <source>{n} người đã đúng như danh sách.</source>
        <translation><numerusform>{n} person is as the list has them.</numerusform><numerusform>{n} people are as the list has them.</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/admin/import_dialog.py"/>
        <source>{n} dòng đáng ngờ bị bỏ qua: sửa trong tệp rồi nhập lại; ai đã ghi thì không bị ghi hai lần.</source>
        <translation><numerusform>{n} doubtful row left out. Correct it in the file and import that again; nobody is written twice.</numerusform><numerusform>{n} doubtful rows left out. Correct them in the file and import that again; nobody is written twice.</numerusform></translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/import_dialog.py"/>
        <source>Thêm {n}</source>
        <translation>Add {n}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/import_dialog.py"/>
        <source>Sửa {n}</source>
        <translation>Change {n}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/import_dialog.py"/>
        <source>Đáng ngờ {n}</source>
        <translation>Doubtful {n}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/import_dialog.py"/>
        <source>Phần của danh sách</source>
        <translation>Part of the list</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/import_dialog.py"/>
        <source>Dòng của danh sách</source>
        <translation>Rows of the list</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/import_dialog.py"/>
        <source>Không có dòng nào.</source>
        <translation>No rows.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/import_dialog.py"/>
        <source>Dòng {n}</source>
        <translation>Row {n}</translation>
    </message>
</context>
<context>
    <name>Inviting</name>
    <message>
        <location filename="../../reader/ui/papers/inviting.py"/>
        <source>Giấy mời</source>
        <translation>Invitation</translation>
    </message>
    <message>
        <location filename="../../reader/ui/papers/inviting.py"/>
        <source>Giấy mời họp và tệp lịch</source>
        <translation>Invitation and calendar file</translation>
    </message>
    <message>
        <location filename="../../reader/ui/papers/inviting.py"/>
        <source>Điền sẵn chương trình, thời gian, địa điểm, thành phần; số, ký hiệu ghi tiếp trong Word. Mục chỉ một số người được đọc không có trong giấy mời chung và tệp lịch.</source>
        <translation>Agenda, time, place and who is invited are filled in; write number and symbol in Word. Items that only some may read are neither in the letter to all nor in the calendar file.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/papers/inviting.py"/>
        <source>Chọn nơi lưu…</source>
        <translation>Choose where to save…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/papers/inviting.py"/>
        <source>Giấy mời chung</source>
        <translation>One letter to all</translation>
    </message>
    <message>
        <location filename="../../reader/ui/papers/inviting.py"/>
        <source>Giấy mời từng người, trong một tệp</source>
        <translation>A letter to each person, in one file</translation>
    </message>
    <message>
        <location filename="../../reader/ui/papers/inviting.py"/>
        <source>Tệp lịch (.ics) cho điện thoại, máy tính</source>
        <translation>Calendar file (.ics) for phones and computers</translation>
    </message>
    <message>
        <location filename="../../reader/ui/papers/inviting.py"/>
        <source>Việc cần làm</source>
        <translation>What to do</translation>
    </message>
    <message>
        <location filename="../../reader/ui/papers/inviting.py"/>
        <source>Lưu tệp lịch</source>
        <translation>Save the calendar file</translation>
    </message>
    <message>
        <location filename="../../reader/ui/papers/inviting.py"/>
        <source>Lưu giấy mời</source>
        <translation>Save the invitation</translation>
    </message>
</context>
<context>
    <name>IssueDialog</name>
    <message>
        <location filename="../../reader/ui/admin/code_dialogs.py"/>
        <source>Cấp mã ghi danh</source>
        <translation>Issue codes</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/code_dialogs.py"/>
        <source>Mỗi người một mã, dùng một lần trong 7 ngày. Mã chưa dùng cấp trước đó hết giá trị.</source>
        <translation>A code for each, good once, for 7 days. Earlier codes that were not used become void.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/code_dialogs.py"/>
        <source>Cấp mã</source>
        <translation>Issue</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/code_dialogs.py"/>
        <source>Tìm theo tên, tổ</source>
        <translation>Search by name or group</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/code_dialogs.py"/>
        <source>Bỏ chọn</source>
        <translation>None</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/code_dialogs.py"/>
        <source>Chọn người chưa có máy</source>
        <translation>Those without a laptop</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/code_dialogs.py"/>
        <source>Người được cấp mã</source>
        <translation>Who gets a code</translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/admin/code_dialogs.py"/>
        <source>Cấp {n} mã</source>
        <translation><numerusform>Issue {n} code</numerusform><numerusform>Issue {n} codes</numerusform></translation>
    </message>
</context>
<context>
    <name>ItemPage</name>
    <message>
        <location filename="../../reader/ui/compose/item_pages.py"/>
        <source>Tên mục</source>
        <translation>Title</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/item_pages.py"/>
        <source>Người trình bày</source>
        <translation>Speaker</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/item_pages.py"/>
        <source>Giờ</source>
        <translation>Time</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/item_pages.py"/>
        <source>giờ:phút</source>
        <translation>hour:minute</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/item_pages.py"/>
        <source>Người được đọc</source>
        <translation>Who may read it</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/item_pages.py"/>
        <source>Gỡ mục này</source>
        <translation>Remove this item</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/item_pages.py"/>
        <source>Mục {n}</source>
        <translation>Item {n}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/item_pages.py"/>
        <source>Mục phải có tên.</source>
        <translation>An item needs a title.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/item_pages.py"/>
        <source>Viết như 08:00, hoặc 08:00 11/12/2026.</source>
        <translation>Write it as 08:00, or 08:00 11/12/2026.</translation>
    </message>
</context>
<context>
    <name>ItemStrip</name>
    <message>
        <location filename="../../reader/ui/desk/item_strip.py"/>
        <source>Chiếu lên màn hình</source>
        <translation>Show on the screen</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/item_strip.py"/>
        <source>Sang mục khác</source>
        <translation>Go to another item</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/item_strip.py"/>
        <source>Chưa bắt đầu mục nào</source>
        <translation>No item has begun</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/item_strip.py"/>
        <source>Sang mục {number}</source>
        <translation>Go to item {number}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/item_strip.py"/>
        <source>Bắt đầu mục {number}</source>
        <translation>Begin item {number}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/item_strip.py"/>
        <source>Ngừng chiếu</source>
        <translation>Stop showing</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/item_strip.py"/>
        <source>Máy của đại biểu chuyển theo khi bắt đầu.</source>
        <translation>Delegates' laptops follow once it begins.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/item_strip.py"/>
        <source>chờ gửi</source>
        <translation>waiting to be sent</translation>
    </message>
</context>
<context>
    <name>KeyHanding</name>
    <message>
        <location filename="../../reader/ui/keys/handing.py"/>
        <source>Đã có khóa ghi chú riêng</source>
        <translation>The key of private notes is here</translation>
    </message>
    <message>
        <location filename="../../reader/ui/keys/handing.py"/>
        <source>Ghi chú riêng ở các máy trước đọc được ở đây.</source>
        <translation>Private notes of earlier laptops can be read here.</translation>
    </message>
</context>
<context>
    <name>KeyNotices</name>
    <message>
        <location filename="../../reader/ui/keys/notices.py"/>
        <source>Xem và so chữ số…</source>
        <translation>Look and compare digits…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/keys/notices.py"/>
        <source>Không phải tôi</source>
        <translation>Not me</translation>
    </message>
    <message>
        <location filename="../../reader/ui/keys/notices.py"/>
        <source>Lấy khóa…</source>
        <translation>Get the key…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/keys/notices.py"/>
        <source>Để sau</source>
        <translation>Later</translation>
    </message>
    <message>
        <location filename="../../reader/ui/keys/notices.py"/>
        <source>Đúng là của tôi</source>
        <translation>They are mine</translation>
    </message>
    <message>
        <location filename="../../reader/ui/keys/notices.py"/>
        <source>Không phải tôi…</source>
        <translation>Not me…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/keys/notices.py"/>
        <source>Máy “{name}” xin khóa ghi chú riêng của bạn</source>
        <translation>“{name}” asks for the key of your private notes</translation>
    </message>
    <message>
        <location filename="../../reader/ui/keys/notices.py"/>
        <source>Chỉ đồng ý khi chính bạn đang dùng máy đó. Hai máy sẽ hiện sáu chữ số để so.</source>
        <translation>Agree only if you are at that laptop yourself. Both will show six digits to compare.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/keys/notices.py"/>
        <source>Xem…</source>
        <translation>Look…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/keys/notices.py"/>
        <source>Đang lấy khóa ghi chú riêng</source>
        <translation>Getting the key of private notes</translation>
    </message>
    <message>
        <location filename="../../reader/ui/keys/notices.py"/>
        <source>Ghi chú riêng ở máy khác chưa đọc được ở đây</source>
        <translation>Private notes of your other laptop cannot be read here yet</translation>
    </message>
    <message>
        <location filename="../../reader/ui/keys/notices.py"/>
        <source>Lấy khóa từ máy đó bằng cách so sáu chữ số, hoặc dùng mã khôi phục. Ghi chú viết ở đây trong lúc này vẫn được giữ.</source>
        <translation>Get the key from that laptop by comparing six digits, or use the recovery code. Notes written here meanwhile are kept.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/keys/notices.py"/>
        <source>Hai máy đang hiện sáu chữ số. So rồi chọn giống hay khác.</source>
        <translation>Both laptops show six digits. Compare them and say whether they are the same.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/keys/notices.py"/>
        <source>Chờ máy kia.</source>
        <translation>Waiting for the other laptop.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/keys/notices.py"/>
        <source>Máy khác mang tên bạn: “{name}”</source>
        <translation>Another laptop in your name: “{name}”</translation>
    </message>
    <message>
        <location filename="../../reader/ui/keys/notices.py"/>
        <source>và {n} máy nữa, xem “Máy của tôi”</source>
        <translation>and {n} more, see “My laptops”</translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/keys/notices.py"/>
        <source>{n} máy khác mang tên bạn</source>
        <translation><numerusform>{n} other laptop in your name</numerusform><numerusform>{n} other laptops in your name</numerusform></translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <location filename="../../reader/ui/keys/words.py"/>
        <source>chưa rõ tên</source>
        <translation>without a name</translation>
    </message>
    <message>
        <location filename="../../reader/ui/keys/words.py"/>
        <source>Có trong danh sách máy của cơ quan.</source>
        <translation>On the office's roster.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/keys/words.py"/>
        <source>Ghi danh ngày {date}.</source>
        <translation>Enrolled on {date}.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/keys/words.py"/>
        <source>Văn phòng đã thu hồi quyền.</source>
        <translation>Revoked by the office.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/keys/words.py"/>
        <source>Không có khóa nào được gửi đi.</source>
        <translation>No key was sent.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/keys/words.py"/>
        <source>Đã hủy</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <location filename="../../reader/ui/keys/words.py"/>
        <source>Máy kia đã từ chối</source>
        <translation>The other laptop refused</translation>
    </message>
    <message>
        <location filename="../../reader/ui/keys/words.py"/>
        <source>Trên máy kia có người bấm “Không phải tôi”. Không có khóa nào được gửi đi.</source>
        <translation>Somebody pressed “Not me” on the other laptop. No key was sent.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/keys/words.py"/>
        <source>Chữ số khác nhau: không có khóa nào được gửi đi</source>
        <translation>The digits differ: no key was sent</translation>
    </message>
    <message>
        <location filename="../../reader/ui/keys/words.py"/>
        <source>Có thể đã so nhầm máy. Nếu không nhầm, có máy lạ chen vào giữa hai máy của bạn: gọi điện báo văn phòng để thu hồi máy mang tên bạn mà không phải của bạn (xem “Máy của tôi”).</source>
        <translation>Perhaps the wrong laptop was compared. If not, a stranger stands between your two laptops: phone the office, and have any laptop revoked that is in your name and not yours (see “My laptops”).</translation>
    </message>
    <message>
        <location filename="../../reader/ui/keys/words.py"/>
        <source>Đã quá mười phút</source>
        <translation>Ten minutes have passed</translation>
    </message>
    <message>
        <location filename="../../reader/ui/keys/words.py"/>
        <source>Không có khóa nào được nhận. Xin lại khi cả hai máy đều có mạng.</source>
        <translation>No key was taken. Ask again when both laptops are connected.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/keys/words.py"/>
        <source>Hệ thống vừa được khôi phục</source>
        <translation>The hub was restored from a backup</translation>
    </message>
    <message>
        <location filename="../../reader/ui/keys/words.py"/>
        <source>Lần xin khóa này không còn giá trị. Xin lại từ đầu.</source>
        <translation>This ask does not count any more. Ask again.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/keys/words.py"/>
        <source>Đã có lần xin mới hơn</source>
        <translation>There is a newer ask</translation>
    </message>
    <message>
        <location filename="../../reader/ui/keys/words.py"/>
        <source>Máy kia đã xin khóa lại từ đầu. Xem lần xin mới.</source>
        <translation>The other laptop has asked again. Look at the new ask.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/keys/words.py"/>
        <source>Máy không còn được nhận</source>
        <translation>A laptop does not count any more</translation>
    </message>
    <message>
        <location filename="../../reader/ui/keys/words.py"/>
        <source>Một trong hai máy không còn quyền. Hỏi văn phòng. Không có khóa nào được gửi đi.</source>
        <translation>One of the two laptops was revoked. Ask the office. No key was sent.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/keys/words.py"/>
        <source>Một máy khác của bạn đang trả lời</source>
        <translation>Another laptop of yours is answering</translation>
    </message>
    <message>
        <location filename="../../reader/ui/keys/words.py"/>
        <source>Tiếp tục ở máy đó. Ở đây không cần làm gì.</source>
        <translation>Go on there. Nothing is to be done here.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/keys/words.py"/>
        <source>Dữ liệu nhận được không khớp</source>
        <translation>What arrived does not fit</translation>
    </message>
    <message>
        <location filename="../../reader/ui/keys/words.py"/>
        <source>Máy này không nhận khóa nào. Xin lại từ đầu; nếu vẫn vậy, gọi điện báo văn phòng.</source>
        <translation>This laptop took no key. Ask again; if it stays so, phone the office.</translation>
    </message>
</context>
<context>
    <name>LaptopDialog</name>
    <message>
        <location filename="../../reader/ui/admin/laptop_dialogs.py"/>
        <source>Máy ghi danh</source>
        <translation>Enrolled laptop</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/laptop_dialogs.py"/>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/laptop_dialogs.py"/>
        <source>Thu hồi máy này</source>
        <translation>Revoke this laptop</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/laptop_dialogs.py"/>
        <source>Tình trạng</source>
        <translation>State</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/laptop_dialogs.py"/>
        <source>Vai trò khi ghi danh</source>
        <translation>Roles at enrolment</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/laptop_dialogs.py"/>
        <source>Ghi danh</source>
        <translation>Enrolled</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/laptop_dialogs.py"/>
        <source>Liên lạc gần nhất</source>
        <translation>Last contact</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/laptop_dialogs.py"/>
        <source>chưa lần nào</source>
        <translation>never</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/laptop_dialogs.py"/>
        <source>Mã máy</source>
        <translation>Laptop's id</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/laptop_dialogs.py"/>
        <source>Thu hồi thì máy này không nhận gì mới, hủy tài liệu ở lần liên lạc tới, và phiếu từ máy này được ghi lại mà không tính. Không hoàn tác được: muốn dùng lại thì ghi danh lại.</source>
        <translation>A revoked laptop gets nothing new, destroys its documents at its next contact, and its ballots are recorded and not counted. It can't be undone: to be used again it has to be enrolled anew.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/laptop_dialogs.py"/>
        <source>Đây là máy của cơ quan: sau đó ký lại danh sách máy.</source>
        <translation>It is one of the office's laptops: sign the roster afterwards.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/laptop_dialogs.py"/>
        <source>Đây là máy đang dùng: thu hồi nó từ máy khác, hoặc trên máy chủ.</source>
        <translation>This is the laptop in use: revoke it from another one, or at the hub.</translation>
    </message>
</context>
<context>
    <name>LaptopsDialog</name>
    <message>
        <location filename="../../reader/ui/keys/laptops.py"/>
        <source>Máy của tôi</source>
        <translation>My laptops</translation>
    </message>
    <message>
        <location filename="../../reader/ui/keys/laptops.py"/>
        <source>Các máy mang tên bạn</source>
        <translation>Laptops in your name</translation>
    </message>
    <message>
        <location filename="../../reader/ui/keys/laptops.py"/>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
    <message>
        <location filename="../../reader/ui/keys/laptops.py"/>
        <source>Lấy khóa từ máy khác…</source>
        <translation>Get the key from another…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/keys/laptops.py"/>
        <source>Dấu khóa của máy này</source>
        <translation>Mark of this laptop's key</translation>
    </message>
    <message>
        <location filename="../../reader/ui/keys/laptops.py"/>
        <source>Đọc cho người quản trị khi họ gọi hỏi, trước khi ký cho máy này vào danh sách.</source>
        <translation>Read it to the administrator when they call, before they sign this laptop into the list.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/keys/laptops.py"/>
        <source>Khóa ghi chú riêng</source>
        <translation>Key of private notes</translation>
    </message>
    <message>
        <location filename="../../reader/ui/keys/laptops.py"/>
        <source>Thấy máy không phải của bạn: gọi điện báo văn phòng để thu hồi máy đó.</source>
        <translation>If one is not yours: phone the office to have it revoked.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/keys/laptops.py"/>
        <source>Máy này đang dùng khóa riêng của nó. Ghi chú riêng ở máy khác chưa đọc được ở đây, và ghi chú viết ở đây chưa đọc được ở máy khác.</source>
        <translation>This laptop uses a key of its own. Private notes of other laptops cannot be read here yet, nor those written here on others.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/keys/laptops.py"/>
        <source>Máy này đã có khóa: máy nào có cùng khóa thì đọc được ghi chú riêng của nhau.</source>
        <translation>This laptop has the key: laptops with the same key read one another's private notes.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/keys/laptops.py"/>
        <source>{name} (máy này)</source>
        <translation>{name} (this laptop)</translation>
    </message>
    <message>
        <location filename="../../reader/ui/keys/laptops.py"/>
        <source>Máy biểu quyết của bạn.</source>
        <translation>You vote on this one.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/keys/laptops.py"/>
        <source>Máy này</source>
        <translation>This laptop</translation>
    </message>
    <message>
        <location filename="../../reader/ui/keys/laptops.py"/>
        <source>Danh sách đến sau lần liên lạc đầu tiên.</source>
        <translation>The list comes with the first contact.</translation>
    </message>
</context>
<context>
    <name>LaptopsPage</name>
    <message>
        <location filename="../../reader/ui/admin/laptops_page.py"/>
        <source>Chưa có máy nào ghi danh</source>
        <translation>No laptop was enrolled yet</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/laptops_page.py"/>
        <source>Máy của cơ quan</source>
        <translation>The office's laptops</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/laptops_page.py"/>
        <source>Tìm theo tên người, tên máy</source>
        <translation>Search by person or laptop</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/laptops_page.py"/>
        <source>Danh sách máy của cơ quan chờ khóa gốc ký</source>
        <translation>The office's roster waits for the root</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/laptops_page.py"/>
        <source>Ký danh sách…</source>
        <translation>Sign the roster…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/laptops_page.py"/>
        <source>Thêm trạm phòng họp…</source>
        <translation>Add a room hub…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/laptops_page.py"/>
        <source>{n} máy đã thu hồi quyền.</source>
        <translation>Laptops revoked: {n}.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/laptops_page.py"/>
        <source>{n} máy đang dùng</source>
        <translation>Laptops in use: {n}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/laptops_page.py"/>
        <source>Tên, biểu trưng, máy đã thu hồi hoặc chứng thư của trạm phòng họp: có hiệu lực sau khi ký.</source>
        <translation>Name, emblem, revoked laptops or a room hub's certificate: in force once it is signed.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/laptops_page.py"/>
        <source>Chưa nhận được gì cho tới khi ký: {names}.</source>
        <translation>They get nothing before it is signed: {names}.</translation>
    </message>
</context>
<context>
    <name>LeaveDialog</name>
    <message>
        <location filename="../../reader/ui/admin/laptop_dialogs.py"/>
        <source>Rời cơ quan</source>
        <translation>Leaving the office</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/laptop_dialogs.py"/>
        <source>Người này rời cơ quan</source>
        <translation>This person leaves</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/laptop_dialogs.py"/>
        <source>Người này không có máy nào.</source>
        <translation>This person has no laptop.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/laptop_dialogs.py"/>
        <source>Các máy bị thu hồi quyền: {names}.</source>
        <translation>Laptops that are revoked: {names}.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/laptop_dialogs.py"/>
        <source>Mã chưa dùng hết giá trị. Phiếu, ý kiến và chữ ký đã có vẫn còn. Không hoàn tác được: muốn trở lại thì thêm như người mới.</source>
        <translation>Unused codes become void. Ballots, opinions and signatures stay. It can't be undone: whoever comes back is added as somebody new.</translation>
    </message>
</context>
<context>
    <name>Links</name>
    <message>
        <location filename="../../reader/ui/page/links.py"/>
        <source>Đến trang {page}</source>
        <translation>Go to page {page}</translation>
    </message>
</context>
<context>
    <name>ListPage</name>
    <message>
        <location filename="../../reader/ui/admin/page.py"/>
        <source>Không có dòng nào khớp.</source>
        <translation>Nothing matches.</translation>
    </message>
</context>
<context>
    <name>LogPage</name>
    <message>
        <location filename="../../reader/ui/admin/log_page.py"/>
        <source>Loại việc</source>
        <translation>Kind</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/log_page.py"/>
        <source>Mọi lúc</source>
        <translation>Any time</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/log_page.py"/>
        <source>24 giờ qua</source>
        <translation>Last 24 hours</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/log_page.py"/>
        <source>7 ngày qua</source>
        <translation>Last 7 days</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/log_page.py"/>
        <source>30 ngày qua</source>
        <translation>Last 30 days</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/log_page.py"/>
        <source>Thời gian</source>
        <translation>Time</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/log_page.py"/>
        <source>Mọi người</source>
        <translation>Everybody</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/log_page.py"/>
        <source>Người</source>
        <translation>People</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/log_page.py"/>
        <source>Mọi máy</source>
        <translation>All laptops</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/log_page.py"/>
        <source>Máy</source>
        <translation>Laptops</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/log_page.py"/>
        <source>Nhật ký</source>
        <translation>Log</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/log_page.py"/>
        <source>Không có việc nào như vậy.</source>
        <translation>There is nothing like that.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/log_page.py"/>
        <source>Xem việc cũ hơn</source>
        <translation>Show older ones</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/log_page.py"/>
        <source>Mọi việc quan trọng, do máy chủ ghi; không sửa được.</source>
        <translation>Everything of consequence, written by the hub; it can't be changed.</translation>
    </message>
</context>
<context>
    <name>LongWork</name>
    <message>
        <location filename="../../reader/ui/long_work.py"/>
        <source>Dừng</source>
        <translation>Stop</translation>
    </message>
    <message>
        <location filename="../../reader/ui/long_work.py"/>
        <source>{n} %</source>
        <translation>{n} %</translation>
    </message>
    <message>
        <location filename="../../reader/ui/long_work.py"/>
        <source>Đang làm</source>
        <translation>Working</translation>
    </message>
</context>
<context>
    <name>LookMenu</name>
    <message>
        <location filename="../../reader/ui/page/look_menu.py"/>
        <source>Phần trăm</source>
        <translation>Percent</translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/look_menu.py"/>
        <source>Cuộn liền</source>
        <translation>Continuous</translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/look_menu.py"/>
        <source>Từng trang</source>
        <translation>Single page</translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/look_menu.py"/>
        <source>Hai trang</source>
        <translation>Two pages</translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/look_menu.py"/>
        <source>Hai trang, bìa riêng</source>
        <translation>Two pages, cover alone</translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/look_menu.py"/>
        <source>Xoay phải</source>
        <translation>Turn right</translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/look_menu.py"/>
        <source>Xoay trái</source>
        <translation>Turn left</translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/look_menu.py"/>
        <source>Trang tối</source>
        <translation>Dark pages</translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/look_menu.py"/>
        <source>Mục lục và hình trang</source>
        <translation>Contents and pages</translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/look_menu.py"/>
        <source>Toàn màn hình</source>
        <translation>Full screen</translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/look_menu.py"/>
        <source>Trình chiếu</source>
        <translation>Present</translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/look_menu.py"/>
        <source>Trình chiếu lên màn hình</source>
        <translation>Present on screen</translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/look_menu.py"/>
        <source>Vừa chữ</source>
        <translation>Fit text</translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/look_menu.py"/>
        <source>Vừa ngang</source>
        <translation>Fit width</translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/look_menu.py"/>
        <source>Vừa trang</source>
        <translation>Fit page</translation>
    </message>
</context>
<context>
    <name>LostBanner</name>
    <message>
        <location filename="../../reader/ui/shelf/lost.py"/>
        <source>Đã hiểu</source>
        <translation>Understood</translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/lost.py"/>
        <source>Kỳ họp này không còn trên máy</source>
        <translation>This meeting is no longer on this laptop</translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/lost.py"/>
        <source>Ghi chú vẫn còn.</source>
        <translation>Notes are kept.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/lost.py"/>
        <source>Đã đóng “{title}”</source>
        <translation>“{title}” was closed</translation>
    </message>
</context>
<context>
    <name>MakingArchive</name>
    <message>
        <location filename="../../reader/ui/archive/making.py"/>
        <source>Đang lưu hồ sơ cuộc họp</source>
        <translation>Archiving the meeting</translation>
    </message>
    <message>
        <location filename="../../reader/ui/archive/making.py"/>
        <source>Hồ sơ</source>
        <translation>Archive</translation>
    </message>
    <message>
        <location filename="../../reader/ui/archive/making.py"/>
        <source>Lưu hồ sơ</source>
        <translation>Save the archive</translation>
    </message>
    <message>
        <location filename="../../reader/ui/archive/making.py"/>
        <source>Đã ghi {file}, nhưng hồ sơ không kiểm chứng được. {why} Giữ tệp làm chứng và báo chủ tọa.</source>
        <translation>{file} was written, but it does not verify. {why} Keep it as evidence and tell the chair.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/archive/making.py"/>
        <source>Hồ sơ không đúng</source>
        <translation>The archive does not verify</translation>
    </message>
    <message>
        <location filename="../../reader/ui/archive/making.py"/>
        <source>{file} ({size}). Đã kiểm chứng: {n} mục, {motions} biểu quyết có chứng cứ. Vân tay khóa gốc: {fingerprint}. Ai có tệp cũng đọc được.</source>
        <translation>{file} ({size}). Checked: entries: {n}, votes with evidence: {motions}. Fingerprint of the root key: {fingerprint}. Whoever has the file can read it.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/archive/making.py"/>
        <source>{n} tài liệu bản cũ hoặc biểu quyết không đủ trên máy này nên chỉ ghi dấu.</source>
        <translation>Old documents or votes that are not whole on this laptop are only named: {n}.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/archive/making.py"/>
        <source>Đã lưu hồ sơ cuộc họp</source>
        <translation>The meeting is archived</translation>
    </message>
    <message>
        <location filename="../../reader/ui/archive/making.py"/>
        <source>Chưa lưu được hồ sơ</source>
        <translation>The archive was not saved</translation>
    </message>
    <message>
        <location filename="../../reader/ui/archive/making.py"/>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>MarkActs</name>
    <message>
        <location filename="../../reader/ui/marks/acts.py"/>
        <source>Đánh dấu này đã đổi từ máy khác nên được giữ nguyên, không hoàn tác nữa.</source>
        <translation>This mark was changed on another laptop since, so it stays as it is and this is not undone.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/acts.py"/>
        <source>Đã hiểu</source>
        <translation>Got it</translation>
    </message>
</context>
<context>
    <name>MarkBar</name>
    <message>
        <location filename="../../reader/ui/marks/mark_bar.py"/>
        <source>Ghi chú</source>
        <translation>Note</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/mark_bar.py"/>
        <source>Ai đọc được…</source>
        <translation>Who can read…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/mark_bar.py"/>
        <source>Chép chữ</source>
        <translation>Copy text</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/mark_bar.py"/>
        <source>Xóa</source>
        <translation>Delete</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/mark_bar.py"/>
        <source>Sửa</source>
        <translation>Edit</translation>
    </message>
</context>
<context>
    <name>MarkTools</name>
    <message>
        <location filename="../../reader/ui/marks/tools.py"/>
        <source>Tô sáng</source>
        <translation>Highlight</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/tools.py"/>
        <source>Gạch chân</source>
        <translation>Underline</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/tools.py"/>
        <source>Gạch bỏ</source>
        <translation>Strike out</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/tools.py"/>
        <source>Bút viết</source>
        <translation>Pen</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/tools.py"/>
        <source>Viết chữ</source>
        <translation>Write text</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/tools.py"/>
        <source>Ghi chú</source>
        <translation>Note</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/tools.py"/>
        <source>Khung</source>
        <translation>Frame</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/tools.py"/>
        <source>Vòng tròn</source>
        <translation>Ellipse</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/tools.py"/>
        <source>Mũi tên</source>
        <translation>Arrow</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/tools.py"/>
        <source>Tẩy</source>
        <translation>Eraser</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/tools.py"/>
        <source>Hoàn tác</source>
        <translation>Undo</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/tools.py"/>
        <source>Làm lại</source>
        <translation>Redo</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/tools.py"/>
        <source>Dấu trang</source>
        <translation>Bookmark</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/tools.py"/>
        <source>Màu: </source>
        <translation>Colour: </translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/tools.py"/>
        <source>Tẩy cả nét</source>
        <translation>Whole strokes</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/tools.py"/>
        <source>Tẩy từng phần</source>
        <translation>Parts of strokes</translation>
    </message>
</context>
<context>
    <name>Marking</name>
    <message>
        <location filename="../../reader/ui/marking.py"/>
        <source>Đã tẩy đánh dấu có chữ</source>
        <translation>A mark with words was erased</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marking.py"/>
        <source>Đã xóa ghi chú</source>
        <translation>Note deleted</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marking.py"/>
        <source>Đã xóa đánh dấu</source>
        <translation>Mark deleted</translation>
    </message>
</context>
<context>
    <name>Marks</name>
    <message>
        <location filename="../../reader/ui/marks/words.py"/>
        <source>Riêng tôi</source>
        <translation>Only me</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/words.py"/>
        <source>Đã chép ra USB, chưa ghi nhận</source>
        <translation>Copied to USB, not recorded</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/words.py"/>
        <source>Chờ gửi</source>
        <translation>Waiting to send</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/words.py"/>
        <source>Không gửi được</source>
        <translation>Could not be sent</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/words.py"/>
        <source>Đã gửi thư ký</source>
        <translation>Sent to the secretary</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/words.py"/>
        <source>Đã gửi cả kỳ họp</source>
        <translation>Sent to the whole meeting</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/words.py"/>
        <source>vàng</source>
        <translation>yellow</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/words.py"/>
        <source>xanh lá</source>
        <translation>green</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/words.py"/>
        <source>hồng</source>
        <translation>pink</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/words.py"/>
        <source>xanh dương</source>
        <translation>blue</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/words.py"/>
        <source>Đoạn tô {colour}, trang {page}</source>
        <translation>Highlight ({colour}), page {page}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/words.py"/>
        <source>Đoạn gạch chân {colour}, trang {page}</source>
        <translation>Passage underlined {colour}, page {page}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/words.py"/>
        <source>Đoạn gạch bỏ {colour}, trang {page}</source>
        <translation>Passage struck out {colour}, page {page}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/words.py"/>
        <source>Ghi chú, trang {page}</source>
        <translation>Note, page {page}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/words.py"/>
        <source>Nét bút {colour}, trang {page}</source>
        <translation>Pen stroke, {colour}, page {page}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/words.py"/>
        <source>Khung {colour}, trang {page}</source>
        <translation>Frame, {colour}, page {page}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/words.py"/>
        <source>Vòng tròn {colour}, trang {page}</source>
        <translation>Ellipse, {colour}, page {page}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/words.py"/>
        <source>Mũi tên {colour}, trang {page}</source>
        <translation>Arrow, {colour}, page {page}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/words.py"/>
        <source>Chữ viết trên trang {page}</source>
        <translation>Text on page {page}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/words.py"/>
        <source>Dấu trang {page}</source>
        <translation>Bookmark of page {page}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/words.py"/>
        <source>Tô sáng</source>
        <translation>Highlight</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/words.py"/>
        <source>Gạch chân</source>
        <translation>Underline</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/words.py"/>
        <source>Gạch bỏ</source>
        <translation>Strike-out</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/words.py"/>
        <source>Ghi chú</source>
        <translation>Note</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/words.py"/>
        <source>Nét bút</source>
        <translation>Pen stroke</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/words.py"/>
        <source>Khung</source>
        <translation>Frame</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/words.py"/>
        <source>Vòng tròn</source>
        <translation>Ellipse</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/words.py"/>
        <source>Mũi tên</source>
        <translation>Arrow</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/words.py"/>
        <source>Chữ trên trang</source>
        <translation>Text on the page</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/words.py"/>
        <source>Dấu trang</source>
        <translation>Bookmark</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/words.py"/>
        <source>Trang {page}</source>
        <translation>Page {page}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/words.py"/>
        <source>Đã chuyển theo · trang {page}</source>
        <translation>Moved along · page {page}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/words.py"/>
        <source>Chưa chắc chỗ · trang {page}</source>
        <translation>Place not certain · page {page}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/words.py"/>
        <source>Chưa khớp bản mới · trang {page} cũ</source>
        <translation>No place in the new version · old page {page}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/words.py"/>
        <source>Chưa tìm chỗ · trang {page} cũ</source>
        <translation>Not looked for yet · old page {page}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/words.py"/>
        <source>Đã xóa ở máy khác · trang {page}</source>
        <translation>Deleted on another laptop · page {page}</translation>
    </message>
</context>
<context>
    <name>MeetingPage</name>
    <message>
        <location filename="../../reader/ui/compose/item_pages.py"/>
        <source>Tên kỳ họp</source>
        <translation>Title</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/item_pages.py"/>
        <source>Tên ngắn</source>
        <translation>Short title</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/item_pages.py"/>
        <source>Loại kỳ họp</source>
        <translation>Kind</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/item_pages.py"/>
        <source>Địa điểm</source>
        <translation>Place</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/item_pages.py"/>
        <source>Bắt đầu</source>
        <translation>Starts</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/item_pages.py"/>
        <source>Kết thúc</source>
        <translation>Ends</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/item_pages.py"/>
        <source>Thông tin kỳ họp</source>
        <translation>About the meeting</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/item_pages.py"/>
        <source>Bỏ bản soạn này…</source>
        <translation>Discard this draft…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/item_pages.py"/>
        <source>Giấy mời, tệp lịch…</source>
        <translation>Invitation, calendar file…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/item_pages.py"/>
        <source>Kỳ họp phải có tên.</source>
        <translation>A meeting needs a title.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/item_pages.py"/>
        <source>Viết như 08:00 11/12/2026.</source>
        <translation>Write it like 08:00 11/12/2026.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/item_pages.py"/>
        <source>Kết thúc phải sau lúc bắt đầu.</source>
        <translation>It must end after it starts.</translation>
    </message>
</context>
<context>
    <name>MeetingScreen</name>
    <message>
        <location filename="../../reader/ui/meeting/screen.py"/>
        <source>Tài liệu</source>
        <translation>Documents</translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/screen.py"/>
        <source>Biểu quyết</source>
        <translation>Voting</translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/screen.py"/>
        <source>Thư ký</source>
        <translation>Secretary</translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/screen.py"/>
        <source>Kiểm phiếu</source>
        <translation>Counting</translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/screen.py"/>
        <source>Kệ họp</source>
        <translation>Shelf</translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/screen.py"/>
        <source>Hiện chương trình</source>
        <translation>Show the agenda</translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/screen.py"/>
        <source>Hiện ghi chú, thay đổi, góp ý</source>
        <translation>Show notes, changes, opinions</translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/screen.py"/>
        <source>Ghi chú</source>
        <translation>Notes</translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/screen.py"/>
        <source>Thay đổi</source>
        <translation>Changes</translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/screen.py"/>
        <source>Góp ý</source>
        <translation>Opinion</translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/screen.py"/>
        <source>Ghi chú, thay đổi, góp ý</source>
        <translation>Notes, changes, opinions</translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/screen.py"/>
        <source>Ẩn ghi chú, thay đổi, góp ý</source>
        <translation>Hide notes, changes, opinions</translation>
    </message>
</context>
<context>
    <name>MomentInput</name>
    <message>
        <location filename="../../reader/ui/compose/fields.py"/>
        <source>giờ:phút ngày/tháng/năm</source>
        <translation>hour:minute day/month/year</translation>
    </message>
</context>
<context>
    <name>MotionActs</name>
    <message>
        <location filename="../../reader/ui/desk/acts.py"/>
        <source>Hủy biểu quyết…</source>
        <translation>Annul the vote…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/acts.py"/>
        <source>Chiếu kết quả</source>
        <translation>Show to the room</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/acts.py"/>
        <source>Xuất kết quả…</source>
        <translation>Export the result…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/acts.py"/>
        <source>Đã hiểu</source>
        <translation>Understood</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/acts.py"/>
        <source>Ngừng chiếu</source>
        <translation>Stop showing</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/acts.py"/>
        <source>Kết thúc biểu quyết…</source>
        <translation>Close the vote…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/acts.py"/>
        <source>Công bố kết quả…</source>
        <translation>Announce the result…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/acts.py"/>
        <source>Mở biểu quyết…</source>
        <translation>Open the vote…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/acts.py"/>
        <source>Kết thúc lại…</source>
        <translation>Close again…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/acts.py"/>
        <source>Chưa kết thúc được: biểu quyết mới mở</source>
        <translation>Not closed: it was opened a moment ago</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/acts.py"/>
        <source>Hệ thống không nhận lần bấm vừa rồi</source>
        <translation>The hub did not accept the last press</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/acts.py"/>
        <source>Chờ gửi tới hệ thống: mở biểu quyết</source>
        <translation>Waiting to be sent: open the vote</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/acts.py"/>
        <source>Chờ gửi tới hệ thống: ngừng nhận phiếu</source>
        <translation>Waiting to be sent: end the voting</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/acts.py"/>
        <source>Chờ gửi tới hệ thống: kết thúc và công bố</source>
        <translation>Waiting to be sent: close and announce</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/acts.py"/>
        <source>Chờ gửi tới hệ thống: hủy biểu quyết</source>
        <translation>Waiting to be sent: annul the vote</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/acts.py"/>
        <source>Đến khi nhận được lệnh này, hệ thống vẫn nhận phiếu.</source>
        <translation>Until this arrives the hub goes on taking ballots.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/acts.py"/>
        <source>Đại biểu thấy biểu quyết mở khi hệ thống nhận được lệnh này.</source>
        <translation>Delegates see it open when this has arrived at the hub.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/opening.py"/>
        <source>Mở biểu quyết</source>
        <translation>Open the vote</translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/desk/opening.py"/>
        <source>Phiếu kín: {n} người trong danh sách bỏ phiếu giấy tại phòng họp.</source>
        <translation><numerusform>Secret: the {n} person on the roll votes on paper in the room.</numerusform><numerusform>Secret: the {n} people on the roll vote on paper in the room.</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/desk/opening.py"/>
        <source>{n} người trong danh sách bỏ phiếu được ngay khi mở.</source>
        <translation><numerusform>The {n} person on the roll can vote as soon as it opens.</numerusform><numerusform>The {n} people on the roll can vote as soon as it opens.</numerusform></translation>
    </message>
</context>
<context>
    <name>MotionList</name>
    <message>
        <location filename="../../reader/ui/ballot/list.py"/>
        <source>Nội dung biểu quyết</source>
        <translation>Motions</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/list.py"/>
        <source>Ẩn</source>
        <translation>Hide</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/list.py"/>
        <source>Ẩn danh sách nội dung biểu quyết</source>
        <translation>Hide the list of motions</translation>
    </message>
</context>
<context>
    <name>MotionPage</name>
    <message>
        <location filename="../../reader/ui/compose/motion_page.py"/>
        <source>Tên</source>
        <translation>Name</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/motion_page.py"/>
        <source>Loại</source>
        <translation>Kind</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/motion_page.py"/>
        <source>Câu hỏi</source>
        <translation>Question</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/motion_page.py"/>
        <source>Lựa chọn, mỗi dòng một</source>
        <translation>Choices, one a line</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/motion_page.py"/>
        <source>Chọn nhiều nhất</source>
        <translation>At most</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/motion_page.py"/>
        <source>Thời gian</source>
        <translation>Timing</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/motion_page.py"/>
        <source>Mở lúc</source>
        <translation>Opens</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/motion_page.py"/>
        <source>Nhận đến</source>
        <translation>Until</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/motion_page.py"/>
        <source>Chờ thêm, phút</source>
        <translation>Grace, minutes</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/motion_page.py"/>
        <source>Phiếu đến muộn</source>
        <translation>Late ballots</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/motion_page.py"/>
        <source>Cách bỏ phiếu</source>
        <translation>Way of voting</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/motion_page.py"/>
        <source>Hỏi lại mật khẩu khi bỏ phiếu</source>
        <translation>Ask for the passphrase when voting</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/motion_page.py"/>
        <source>Gỡ nội dung này</source>
        <translation>Remove this motion</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/motion_page.py"/>
        <source>Lựa chọn</source>
        <translation>Choices</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/motion_page.py"/>
        <source>Tài liệu kèm</source>
        <translation>Documents</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/motion_page.py"/>
        <source>Nội dung biểu quyết</source>
        <translation>Motion</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/motion_page.py"/>
        <source>Viết như 08:00 11/12/2026.</source>
        <translation>Write it like 08:00 11/12/2026.</translation>
    </message>
</context>
<context>
    <name>MotionPane</name>
    <message>
        <location filename="../../reader/ui/desk/motion_pane.py"/>
        <source>Mục này không có nội dung biểu quyết</source>
        <translation>Nothing is voted on under this item</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/motion_pane.py"/>
        <source>Chưa thấy phiếu</source>
        <translation>No ballot yet</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/motion_pane.py"/>
        <source>Bảng đối chiếu, ghi phiếu…</source>
        <translation>Reconciliation, enter votes…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/motion_pane.py"/>
        <source>Chi tiết biểu quyết</source>
        <translation>Details of the vote</translation>
    </message>
</context>
<context>
    <name>NamedForm</name>
    <message>
        <location filename="../../reader/ui/desk/enter_named.py"/>
        <source>Người chưa có phiếu</source>
        <translation>People with nothing yet</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/enter_named.py"/>
        <source>Bỏ phiếu bằng cách nào</source>
        <translation>How they voted</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/enter_named.py"/>
        <source>Lựa chọn của những người đã đánh dấu</source>
        <translation>What those ticked voted</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/enter_named.py"/>
        <source>Chọn tối đa {n}.</source>
        <translation>Choose up to {n}.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/enter_named.py"/>
        <source>Thêm nhóm này, ghi tiếp nhóm khác</source>
        <translation>Add this group, go on with another</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/enter_named.py"/>
        <source>Sẽ ghi</source>
        <translation>To be entered</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/enter_named.py"/>
        <source>Chọn phiếu của {n} người đã đánh dấu.</source>
        <translation>Choose what the {n} ticked voted.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/enter_named.py"/>
        <source>Đánh dấu người đã bỏ phiếu như vậy.</source>
        <translation>Tick who voted so.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/enter_named.py"/>
        <source>Đánh dấu người, rồi chọn phiếu của họ.</source>
        <translation>Tick people, then choose what they voted.</translation>
    </message>
</context>
<context>
    <name>NewPassphrase</name>
    <message>
        <location filename="../../reader/ui/unlock/pass_step.py"/>
        <source>Mật khẩu mới</source>
        <translation>New passphrase</translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/pass_step.py"/>
        <source>Gõ lại mật khẩu</source>
        <translation>Type it again</translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/pass_step.py"/>
        <source>Độ khó đoán của mật khẩu</source>
        <translation>How hard the passphrase is to guess</translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/pass_step.py"/>
        <source>Ít nhất {n} ký tự. Nên dùng bốn từ trở lên, dễ nhớ với riêng mình.</source>
        <translation>At least {n} characters. Better four words or more that only you will remember.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/pass_step.py"/>
        <source>Còn ngắn: cần ít nhất {n} ký tự.</source>
        <translation>Too short: at least {n} characters.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/pass_step.py"/>
        <source>Dùng được nhưng dễ đoán. Thêm vài từ nữa thì chắc hơn.</source>
        <translation>Usable, but easily guessed. A few more words make it stronger.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/pass_step.py"/>
        <source>Khá. Bốn từ trở lên thì chắc hơn nữa.</source>
        <translation>Fair. Four words or more are stronger still.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/pass_step.py"/>
        <source>Tốt: đủ dài để người nhặt được máy không dò ra.</source>
        <translation>Good: long enough that a finder of the laptop will not guess it.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/pass_step.py"/>
        <source>Hai lần gõ chưa giống nhau.</source>
        <translation>The two are not the same.</translation>
    </message>
</context>
<context>
    <name>NewRoomDialog</name>
    <message>
        <location filename="../../reader/ui/admin/room_dialogs.py"/>
        <source>Thêm trạm phòng họp</source>
        <translation>Add a room hub</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/room_dialogs.py"/>
        <source>Máy tính xách tay của thư ký làm máy chủ ngay trong phòng họp khi mất internet. Thêm xong, cấp mã: thư ký mở mục Đồng bộ, bấm “Lập trạm trên máy này…”, dán mã. Rồi ký danh sách máy.</source>
        <translation>The secretary's laptop is the hub in the meeting room while there is no internet. After adding it, issue a code: the secretary opens Sync, presses “Make this laptop a room hub…” and pastes the code. Then sign the roster.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/room_dialogs.py"/>
        <source>Quay lại</source>
        <translation>Go back</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/room_dialogs.py"/>
        <source>Thêm và cấp mã</source>
        <translation>Add and issue a code</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/room_dialogs.py"/>
        <source>Tên trạm</source>
        <translation>Name</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/room_dialogs.py"/>
        <source>Ví dụ: Phòng họp lớn. Mọi máy thấy tên này.</source>
        <translation>For example: Large meeting room. Every laptop shows it.</translation>
    </message>
</context>
<context>
    <name>NextCard</name>
    <message>
        <location filename="../../reader/ui/shelf/next.py"/>
        <source>Mở kỳ họp</source>
        <translation>Open meeting</translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/next.py"/>
        <source>Xem chỗ thay đổi</source>
        <translation>See what changed</translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/next.py"/>
        <source>Bàn thư ký</source>
        <translation>Secretary's desk</translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/next.py"/>
        <source>{n} nội dung đang biểu quyết, chưa bỏ phiếu</source>
        <translation>Motions open, not voted yet: {n}</translation>
    </message>
</context>
<context>
    <name>NotMineScreen</name>
    <message>
        <location filename="../../reader/ui/unlock/help.py"/>
        <source>Tài liệu và ghi chú trên máy này đã khóa, không có mật khẩu thì không đọc được.</source>
        <translation>Documents and notes on this laptop are locked and cannot be read without the passphrase.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/help.py"/>
        <source>Đưa lại cho người có tên trên màn hình, hoặc gửi văn phòng.</source>
        <translation>Give it back to the person named on the screen, or to the office.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/help.py"/>
        <source>Máy bị mất: báo người quản trị để thu hồi quyền của máy.</source>
        <translation>A lost laptop: tell the administrator, who revokes it.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/help.py"/>
        <source>Không phải máy của tôi</source>
        <translation>Not my laptop</translation>
    </message>
</context>
<context>
    <name>NoteEditor</name>
    <message>
        <location filename="../../reader/ui/marks/note_editor.py"/>
        <source>Nội dung ghi chú</source>
        <translation>Text of the note</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/note_editor.py"/>
        <source>Viết ở đây…</source>
        <translation>Write here…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/note_editor.py"/>
        <source>Riêng tôi</source>
        <translation>Only me</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/note_editor.py"/>
        <source>Gửi thư ký</source>
        <translation>The secretary</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/note_editor.py"/>
        <source>Ai đọc được</source>
        <translation>Who can read it</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/note_editor.py"/>
        <source>Lưu</source>
        <translation>Save</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/note_editor.py"/>
        <source>Hủy</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/note_editor.py"/>
        <source>Xóa ghi chú</source>
        <translation>Delete note</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/note_editor.py"/>
        <source>Ghi chú mới, trang {page}</source>
        <translation>New note, page {page}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/note_editor.py"/>
        <source>Ghi chú trang {page}</source>
        <translation>Note on page {page}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/note_editor.py"/>
        <source>Ghi chú này đã gửi cả kỳ họp; bản sửa cũng sẽ gửi.</source>
        <translation>Everybody in the meeting has this note; the change will be sent, too.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/note_editor.py"/>
        <source>Ghi chú này đã gửi thư ký; bản sửa cũng sẽ gửi.</source>
        <translation>This note was sent to the secretary; the change will be sent too.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/note_editor.py"/>
        <source>Thư ký sẽ đọc được, ghi tên người viết.</source>
        <translation>The secretary will read it, with the writer's name.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/note_editor.py"/>
        <source>Không ai khác đọc được.</source>
        <translation>Nobody else can read it.</translation>
    </message>
</context>
<context>
    <name>NotesIn</name>
    <message>
        <location filename="../../reader/ui/marks/notes_in.py"/>
        <source>Nhập ghi chú</source>
        <translation>Take notes in</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/notes_in.py"/>
        <source>Ghi chú từ tệp XFDF hoặc PDF, hoặc có sẵn trong tài liệu này, được chép thành ghi chú riêng của bạn. Danh sách hiện ra trước; chưa nhập gì khi bạn chưa đồng ý.</source>
        <translation>Notes from an XFDF or PDF file, or from this document itself, are copied as private notes of yours. A list is shown first; nothing is taken in before you agree.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/notes_in.py"/>
        <source>Chọn tệp…</source>
        <translation>Choose a file…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/notes_in.py"/>
        <source>Có sẵn trong tài liệu</source>
        <translation>In the document</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/notes_in.py"/>
        <source>tài liệu này</source>
        <translation>this document</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/notes_in.py"/>
        <source>Đang nhập ghi chú</source>
        <translation>Taking notes in</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/notes_in.py"/>
        <source>Đang đọc ghi chú</source>
        <translation>Reading notes</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/notes_in.py"/>
        <source>Không có ghi chú nào nhập được từ {name}.</source>
        <translation>There are no notes in {name} that could be taken in.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/marks/notes_in.py"/>
        <source>{n} mục từ {name}. Nhập thành ghi chú riêng; mục đã có thì không nhập lại.</source>
        <translation><numerusform>{n} item from {name}. It becomes a private note; what is here already is not taken in again.</numerusform><numerusform>{n} items from {name}. They become private notes; what is here already is not taken in again.</numerusform></translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/notes_in.py"/>
        <source>Nhập {n} mục</source>
        <translation>Take in {n}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/notes_in.py"/>
        <source>Ghi chú sẽ nhập</source>
        <translation>Notes to take in</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/notes_in.py"/>
        <source>Và {n} mục nữa.</source>
        <translation>And {n} more.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/notes_in.py"/>
        <source>{n} mục thuộc loại không nhập được.</source>
        <translation>Of kinds that can't be taken in: {n}.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/notes_in.py"/>
        <source>{n} mục không có chỗ trong tài liệu này.</source>
        <translation>Without a place in this document: {n}.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/notes_in.py"/>
        <source>Tệp còn nhiều hơn nữa; phần vượt giới hạn không đọc.</source>
        <translation>The file has even more; what exceeds the limit is not read.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/notes_in.py"/>
        <source>Đã nhập {n} ghi chú.</source>
        <translation>Notes taken in: {n}.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/notes_in.py"/>
        <source>{n} mục đã có từ trước.</source>
        <translation>Here already: {n}.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/notes_in.py"/>
        <source>Bỏ ghi chú vừa nhập</source>
        <translation>Remove them again</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/notes_in.py"/>
        <source>Chưa nhập được</source>
        <translation>Not taken in</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/notes_in.py"/>
        <source>Quay lại</source>
        <translation>Back</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/notes_in.py"/>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/notes_in.py"/>
        <source>Trang {page}</source>
        <translation>Page {page}</translation>
    </message>
</context>
<context>
    <name>NotesMenu</name>
    <message>
        <location filename="../../reader/ui/marks/notes_menu.py"/>
        <source>Xuất tài liệu kèm ghi chú (PDF)…</source>
        <translation>Export document with notes (PDF)…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/notes_menu.py"/>
        <source>Xuất ghi chú (Word, Markdown, XFDF)…</source>
        <translation>Export notes (Word, Markdown, XFDF)…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/notes_menu.py"/>
        <source>Nhập ghi chú…</source>
        <translation>Take notes in…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/notes_menu.py"/>
        <source>Xuất và nhập ghi chú</source>
        <translation>Notes to and from files</translation>
    </message>
</context>
<context>
    <name>NotesOut</name>
    <message>
        <location filename="../../reader/ui/marks/notes_out.py"/>
        <source>Xuất tài liệu kèm ghi chú</source>
        <translation>Export document with notes</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/notes_out.py"/>
        <source>Tệp PDF là bản sao có ghi chú của bạn trên trang, kể cả ghi chú riêng. Ai có tệp cũng đọc được. Trong tệp có ghi rõ đây không phải bản gốc đã ký; bản gốc trên máy giữ nguyên.</source>
        <translation>The PDF file is a copy with your notes on its pages, private ones included. Whoever has it can read it. The file says that it is not the signed original; the original on this laptop stays as it is.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/notes_out.py"/>
        <source>Kèm ghi chú người khác đã chia sẻ</source>
        <translation>With notes that others shared</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/notes_out.py"/>
        <source>{name} - bản có ghi chú</source>
        <translation>{name} - annotated copy</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/notes_out.py"/>
        <source>Xuất ghi chú</source>
        <translation>Export notes</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/notes_out.py"/>
        <source>Tệp gồm cả ghi chú riêng và đoạn được đánh dấu; ai có tệp cũng đọc được. Ghi chú vẫn còn trên máy này.</source>
        <translation>The file has private notes and marked passages, too; whoever has it can read it. The notes stay on this laptop.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/notes_out.py"/>
        <source>Tài liệu này</source>
        <translation>This document</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/notes_out.py"/>
        <source>Cả kỳ họp</source>
        <translation>Whole meeting</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/notes_out.py"/>
        <source>Ghi chú của</source>
        <translation>Notes of</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/notes_out.py"/>
        <source>Kiểu tệp</source>
        <translation>Kind of file</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/notes_out.py"/>
        <source>Ghi chú - {name}</source>
        <translation>Notes - {name}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/notes_out.py"/>
        <source>Đang xuất ghi chú</source>
        <translation>Exporting notes</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/notes_out.py"/>
        <source>{n} ghi chú, trong {file}. Ai có tệp này cũng đọc được.</source>
        <translation>Notes: {n}, in {file}. Whoever has this file can read it.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/notes_out.py"/>
        <source>{n} ghi chú làm trên bản khác của tài liệu không có trong tệp.</source>
        <translation>Made on another version of the document and not in the file: {n}.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/notes_out.py"/>
        <source>Đã xuất ghi chú</source>
        <translation>Notes exported</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/notes_out.py"/>
        <source>Chưa xuất được</source>
        <translation>Not exported</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/notes_out.py"/>
        <source>Danh sách theo tài liệu và trang, để in hoặc sửa tiếp.</source>
        <translation>A list by document and page, to print or work on.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/notes_out.py"/>
        <source>Danh sách dạng chữ thường, chương trình nào cũng mở được.</source>
        <translation>A list in plain text that any program opens.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/notes_out.py"/>
        <source>Để mở lại trong Sổ Họp hoặc chương trình đọc PDF khác, cùng với đúng tài liệu này.</source>
        <translation>To be opened again in Sổ Họp or another PDF program, together with this very document.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/notes_out.py"/>
        <source>Lưu ghi chú</source>
        <translation>Save notes</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/notes_out.py"/>
        <source>Quay lại</source>
        <translation>Back</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/notes_out.py"/>
        <source>Chọn nơi lưu…</source>
        <translation>Choose a place…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/notes_out.py"/>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>NotesPane</name>
    <message>
        <location filename="../../reader/ui/marks/notes_pane.py"/>
        <source>Ghi chú của tài liệu này</source>
        <translation>Notes on this document</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/notes_pane.py"/>
        <source>Chưa có ghi chú</source>
        <translation>No notes yet</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/notes_pane.py"/>
        <source>Chọn chữ trên trang rồi bấm Ghi chú, hoặc viết cho cả trang.</source>
        <translation>Select text on the page and choose Note, or write one for the whole page.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/notes_pane.py"/>
        <source>Sửa</source>
        <translation>Edit</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/notes_pane.py"/>
        <source>Xóa</source>
        <translation>Delete</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/notes_pane.py"/>
        <source>Tài liệu này</source>
        <translation>This document</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/notes_pane.py"/>
        <source>Cả kỳ họp</source>
        <translation>Whole meeting</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/notes_pane.py"/>
        <source>Ghi chú của</source>
        <translation>Notes of</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/notes_pane.py"/>
        <source>Ghi chú cho trang {page}</source>
        <translation>Note for page {page}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/notes_pane.py"/>
        <source>Ghi chú</source>
        <translation>Note</translation>
    </message>
</context>
<context>
    <name>OfficePage</name>
    <message>
        <location filename="../../reader/ui/admin/office_page.py"/>
        <source>Tên cơ quan</source>
        <translation>Office's name</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/office_page.py"/>
        <source>Nhiệm kỳ</source>
        <translation>Term</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/office_page.py"/>
        <source>Biểu trưng của cơ quan</source>
        <translation>The office's emblem</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/office_page.py"/>
        <source>Chọn ảnh…</source>
        <translation>Choose a picture…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/office_page.py"/>
        <source>Bỏ biểu trưng</source>
        <translation>No emblem</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/office_page.py"/>
        <source>Lưu</source>
        <translation>Save</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/office_page.py"/>
        <source>Chờ khóa gốc ký</source>
        <translation>Waits for the root</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/office_page.py"/>
        <source>Máy của mọi người thấy tên và biểu trưng mới sau khi ký.</source>
        <translation>Everybody's laptops see the new name and emblem after it is signed.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/office_page.py"/>
        <source>Ký danh sách…</source>
        <translation>Sign the roster…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/office_page.py"/>
        <source>Cơ quan</source>
        <translation>Office</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/office_page.py"/>
        <source>Hiện trên màn hình mở sổ của mọi máy.</source>
        <translation>Shown on the unlock screen of every laptop.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/office_page.py"/>
        <source>Biểu trưng</source>
        <translation>Emblem</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/office_page.py"/>
        <source>Ảnh PNG hoặc JPEG, được thu nhỏ còn 256 điểm mỗi chiều.</source>
        <translation>A PNG or JPEG; it is made smaller, to 256 pixels a side.</translation>
    </message>
</context>
<context>
    <name>OneFile</name>
    <message>
        <location filename="../../reader/ui/page/one_file.py"/>
        <source>Trang tài liệu</source>
        <translation>Pages</translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/one_file.py"/>
        <source>Tệp hỏng, hoặc nặng quá sức máy này.</source>
        <translation>The file is damaged, or more than this laptop can do.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/one_file.py"/>
        <source>Chưa mở được tài liệu này</source>
        <translation>This document could not be opened</translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/one_file.py"/>
        <source>Chọn một tài liệu để xem</source>
        <translation>Choose a document to read</translation>
    </message>
</context>
<context>
    <name>OpenDialog</name>
    <message>
        <location filename="../../reader/ui/desk/opening.py"/>
        <source>Ghi nhận tại trạm phòng họp “{name}”; không cần internet.</source>
        <translation>Recorded by the room hub “{name}”; no internet is needed.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/opening.py"/>
        <source>Ghi nhận tại máy chủ cơ quan.</source>
        <translation>Recorded by the office's hub.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/opening.py"/>
        <source>Ghi có mặt {n} người chưa điểm danh</source>
        <translation>Mark the {n} not yet recorded as present</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/opening.py"/>
        <source>Có mặt {n}/{all}</source>
        <translation>{n}/{all} present</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/opening.py"/>
        <source>Chưa đủ số người dự tối thiểu: cần {n}. Biểu quyết sẽ không có giá trị.</source>
        <translation>No quorum: {n} needed. The vote would not be valid.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/opening.py"/>
        <source>Người chưa điểm danh không được tính là có mặt.</source>
        <translation>Those not recorded do not count as present.</translation>
    </message>
</context>
<context>
    <name>Opining</name>
    <message>
        <location filename="../../reader/ui/opining.py"/>
        <source>Đã xóa góp ý</source>
        <translation>Opinion deleted</translation>
    </message>
</context>
<context>
    <name>OpinionsPage</name>
    <message>
        <location filename="../../reader/ui/desk/opinions.py"/>
        <source>Chép tất cả</source>
        <translation>Copy all</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/opinions.py"/>
        <source>Xuất bảng tổng hợp…</source>
        <translation>Export the summary…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/opinions.py"/>
        <source>Ý kiến đã gửi</source>
        <translation>Opinions sent</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/opinions.py"/>
        <source>Chưa có ý kiến nào gửi thư ký</source>
        <translation>No opinions sent to the secretary yet</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/opinions.py"/>
        <source>Đại biểu gửi thì hiện ở đây.</source>
        <translation>They appear here when delegates send them.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/opinions.py"/>
        <source>{matters} từ {opinions}</source>
        <translation>{matters} from {opinions}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/desk/opinions.py"/>
        <source>{n} nội dung</source>
        <translation><numerusform>{n} matter</numerusform><numerusform>{n} matters</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/desk/opinions.py"/>
        <source>{n} ý kiến</source>
        <translation><numerusform>{n} opinion</numerusform><numerusform>{n} opinions</numerusform></translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/opinions.py"/>
        <source>{n} chưa trả lời</source>
        <translation>{n} unanswered</translation>
    </message>
</context>
<context>
    <name>OpinionsPane</name>
    <message>
        <location filename="../../reader/ui/said/pane.py"/>
        <source>Góp ý cho mục này</source>
        <translation>Opinions on this item</translation>
    </message>
    <message>
        <location filename="../../reader/ui/said/pane.py"/>
        <source>Chưa có góp ý</source>
        <translation>No opinions yet</translation>
    </message>
    <message>
        <location filename="../../reader/ui/said/pane.py"/>
        <source>Góp ý, chất vấn, đăng ký phát biểu ở đây.</source>
        <translation>Opinions, questions and requests to speak go here.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/said/pane.py"/>
        <source>Trả lời</source>
        <translation>Reply</translation>
    </message>
    <message>
        <location filename="../../reader/ui/said/pane.py"/>
        <source>Sửa</source>
        <translation>Edit</translation>
    </message>
    <message>
        <location filename="../../reader/ui/said/pane.py"/>
        <source>Xóa</source>
        <translation>Delete</translation>
    </message>
    <message>
        <location filename="../../reader/ui/said/pane.py"/>
        <source>Viết góp ý</source>
        <translation>Write an opinion</translation>
    </message>
    <message>
        <location filename="../../reader/ui/said/pane.py"/>
        <source>Trả lời {author}</source>
        <translation>Reply to {author}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/said/pane.py"/>
        <source>Sửa {kind}</source>
        <translation>Edit: {kind}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/said/pane.py"/>
        <source>Ý kiến mới</source>
        <translation>New opinion</translation>
    </message>
    <message>
        <location filename="../../reader/ui/said/pane.py"/>
        <source>Cả mục {number}</source>
        <translation>Item {number} as a whole</translation>
    </message>
    <message>
        <location filename="../../reader/ui/said/pane.py"/>
        <source>Mục {number}. {title}</source>
        <translation>Item {number}. {title}</translation>
    </message>
</context>
<context>
    <name>OtherLaptopStep</name>
    <message>
        <location filename="../../reader/ui/unlock/other_laptop.py"/>
        <source>Vào kệ họp</source>
        <translation>To the shelf</translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/other_laptop.py"/>
        <source>Bạn đã có máy khác</source>
        <translation>You have another laptop</translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/other_laptop.py"/>
        <source>Máy này dùng được ngay: tài liệu, phiếu, ghi chú mới.</source>
        <translation>This one works at once: documents, ballots, new notes.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/other_laptop.py"/>
        <source>Ghi chú riêng đã viết ở máy kia thì cần khóa mới đọc được ở đây. Lấy khóa từ máy kia bằng cách so sáu chữ số, hoặc dùng mã khôi phục, vào lúc nào cũng được: chọn “Lấy khóa” trên kệ họp.</source>
        <translation>Only private notes written on the other one need its key. Get it from there by comparing six digits, or use the recovery code, whenever you like: choose “Get the key” on the shelf.</translation>
    </message>
</context>
<context>
    <name>OutlineTree</name>
    <message>
        <location filename="../../reader/ui/page/outline.py"/>
        <source>Mục lục</source>
        <translation>Contents</translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/outline.py"/>
        <source>trang {page}</source>
        <translation>page {page}</translation>
    </message>
</context>
<context>
    <name>Owner</name>
    <message>
        <location filename="../../reader/ui/owner.py"/>
        <source>Máy này của {who}</source>
        <translation>Laptop of {who}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/owner.py"/>
        <source>chủ tọa</source>
        <translation>chair</translation>
    </message>
    <message>
        <location filename="../../reader/ui/owner.py"/>
        <source>người phê duyệt</source>
        <translation>approver</translation>
    </message>
    <message>
        <location filename="../../reader/ui/owner.py"/>
        <source>thư ký</source>
        <translation>secretary</translation>
    </message>
    <message>
        <location filename="../../reader/ui/owner.py"/>
        <source>đại biểu</source>
        <translation>delegate</translation>
    </message>
    <message>
        <location filename="../../reader/ui/owner.py"/>
        <source>người kiểm phiếu</source>
        <translation>teller</translation>
    </message>
    <message>
        <location filename="../../reader/ui/owner.py"/>
        <source>người quản trị</source>
        <translation>administrator</translation>
    </message>
    <message>
        <location filename="../../reader/ui/owner.py"/>
        <source>khách mời</source>
        <translation>guest</translation>
    </message>
</context>
<context>
    <name>OwnerMenu</name>
    <message>
        <location filename="../../reader/ui/menu.py"/>
        <source>Máy này và cách hiển thị</source>
        <translation>This laptop and how it looks</translation>
    </message>
    <message>
        <location filename="../../reader/ui/menu.py"/>
        <source>Sáng</source>
        <translation>Light</translation>
    </message>
    <message>
        <location filename="../../reader/ui/menu.py"/>
        <source>Tối</source>
        <translation>Dark</translation>
    </message>
    <message>
        <location filename="../../reader/ui/menu.py"/>
        <source>Theo máy</source>
        <translation>As the system</translation>
    </message>
    <message>
        <location filename="../../reader/ui/menu.py"/>
        <source>Tương phản cao</source>
        <translation>High contrast</translation>
    </message>
    <message>
        <location filename="../../reader/ui/menu.py"/>
        <source>Chữ nhỏ hơn</source>
        <translation>Smaller text</translation>
    </message>
    <message>
        <location filename="../../reader/ui/menu.py"/>
        <source>Chữ to hơn</source>
        <translation>Larger text</translation>
    </message>
    <message>
        <location filename="../../reader/ui/menu.py"/>
        <source>Quản trị…</source>
        <translation>Administration…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/menu.py"/>
        <source>Màu nền</source>
        <translation>Background</translation>
    </message>
    <message>
        <location filename="../../reader/ui/menu.py"/>
        <source>Cỡ chữ</source>
        <translation>Text size</translation>
    </message>
    <message>
        <location filename="../../reader/ui/menu.py"/>
        <source>Ngôn ngữ</source>
        <translation>Language</translation>
    </message>
    <message>
        <location filename="../../reader/ui/menu.py"/>
        <source>Đổi mật khẩu…</source>
        <translation>Change passphrase…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/menu.py"/>
        <source>Máy của tôi…</source>
        <translation>My laptops…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/menu.py"/>
        <source>Mở hồ sơ lưu trữ…</source>
        <translation>Open an archive…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/menu.py"/>
        <source>Giới thiệu</source>
        <translation>About</translation>
    </message>
    <message>
        <location filename="../../reader/ui/menu.py"/>
        <source>Khóa sổ (Ctrl+L)</source>
        <translation>Lock (Ctrl+L)</translation>
    </message>
    <message>
        <location filename="../../reader/ui/menu.py"/>
        <source>{n} %</source>
        <translation>{n}%</translation>
    </message>
</context>
<context>
    <name>PageNumber</name>
    <message>
        <location filename="../../reader/ui/page/page_number.py"/>
        <source>Đến trang số</source>
        <translation>Go to page number</translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/page_number.py"/>
        <source>Trang {page}/{pages}</source>
        <translation>Page {page}/{pages}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/page_number.py"/>
        <source>Trang {label} ({page}/{pages})</source>
        <translation>Page {label} ({page}/{pages})</translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/page_number.py"/>
        <source>Đến trang… (Ctrl+G)</source>
        <translation>Go to page… (Ctrl+G)</translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/page/page_number.py"/>
        <source>Không có trang này. Tài liệu có {n} trang.</source>
        <translation><numerusform>There is no such page. The document has {n} page.</numerusform><numerusform>There is no such page. The document has {n} pages.</numerusform></translation>
    </message>
</context>
<context>
    <name>PageScroller</name>
    <message>
        <location filename="../../reader/ui/page/scroller.py"/>
        <source>Trang {page} trên {pages}</source>
        <translation>Page {page} of {pages}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/scroller.py"/>
        <source>Trang tài liệu</source>
        <translation>Document pages</translation>
    </message>
</context>
<context>
    <name>PageToolbar</name>
    <message>
        <location filename="../../reader/ui/page/toolbar.py"/>
        <source>Chương trình</source>
        <translation>Agenda</translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/toolbar.py"/>
        <source>Hiện chương trình</source>
        <translation>Show the agenda</translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/toolbar.py"/>
        <source>Mục lục và hình trang (F9)</source>
        <translation>Contents and pages (F9)</translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/toolbar.py"/>
        <source>Về chỗ vừa đọc (Alt+←)</source>
        <translation>Back to where you were reading (Alt+←)</translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/toolbar.py"/>
        <source>Trang trước</source>
        <translation>Previous page</translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/toolbar.py"/>
        <source>Trang sau</source>
        <translation>Next page</translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/toolbar.py"/>
        <source>Thu nhỏ (Ctrl+−)</source>
        <translation>Zoom out (Ctrl+−)</translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/toolbar.py"/>
        <source>Phóng to (Ctrl++)</source>
        <translation>Zoom in (Ctrl++)</translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/toolbar.py"/>
        <source>Vừa chữ</source>
        <translation>Fit text</translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/toolbar.py"/>
        <source>Tìm trong tài liệu (Ctrl+F)</source>
        <translation>Find in document (Ctrl+F)</translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/toolbar.py"/>
        <source>Trang tối</source>
        <translation>Dark pages</translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/toolbar.py"/>
        <source>Toàn màn hình (F11)</source>
        <translation>Full screen (F11)</translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/toolbar.py"/>
        <source>Đánh dấu</source>
        <translation>Mark</translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/toolbar.py"/>
        <source>Hiện ghi chú</source>
        <translation>Show notes</translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/toolbar.py"/>
        <source>Cỡ trang: {size}</source>
        <translation>Page size: {size}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/toolbar.py"/>
        <source>Thôi toàn màn hình (Esc)</source>
        <translation>Leave full screen (Esc)</translation>
    </message>
</context>
<context>
    <name>PaperWriter</name>
    <message>
        <location filename="../../reader/ui/papers/writer.py"/>
        <source>Tài liệu Word (*.docx)</source>
        <translation>Word document (*.docx)</translation>
    </message>
    <message>
        <location filename="../../reader/ui/papers/writer.py"/>
        <source>Tài liệu PDF (*.pdf)</source>
        <translation>PDF document (*.pdf)</translation>
    </message>
    <message>
        <location filename="../../reader/ui/papers/writer.py"/>
        <source>Tệp lịch (*.ics)</source>
        <translation>Calendar file (*.ics)</translation>
    </message>
    <message>
        <location filename="../../reader/ui/papers/writer.py"/>
        <source>Đã lưu văn bản</source>
        <translation>Saved</translation>
    </message>
    <message>
        <location filename="../../reader/ui/papers/writer.py"/>
        <source>{file}. Ai có tệp này cũng đọc được.</source>
        <translation>{file}. Whoever has this file can read it.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/papers/writer.py"/>
        <source>LibreOffice đang làm PDF</source>
        <translation>LibreOffice makes the PDF</translation>
    </message>
</context>
<context>
    <name>PassStep</name>
    <message>
        <location filename="../../reader/ui/unlock/pass_step.py"/>
        <source>Có mã khôi phục từ máy trước?</source>
        <translation>A recovery code from an earlier laptop?</translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/pass_step.py"/>
        <source>Mã khôi phục từ máy trước</source>
        <translation>Recovery code from an earlier laptop</translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/pass_step.py"/>
        <source>{n} ký tự; để lấy lại ghi chú riêng.</source>
        <translation>All {n} characters; brings private notes back.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/pass_step.py"/>
        <source>Không phải tôi, nhập mã khác</source>
        <translation>Not me, use another code</translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/pass_step.py"/>
        <source>Máy này sẽ là của {who}</source>
        <translation>This laptop will be {who}'s</translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/pass_step.py"/>
        <source>Đang tạo sổ…</source>
        <translation>Making the book…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/pass_step.py"/>
        <source>Tạo sổ trên máy này</source>
        <translation>Make the book on this laptop</translation>
    </message>
</context>
<context>
    <name>Passing</name>
    <message>
        <location filename="../../reader/ui/passing.py"/>
        <source>Đã nhận qua trạm phòng họp – chờ máy chủ ghi nhận</source>
        <translation>Received by the room hub – the office has yet to record it</translation>
    </message>
    <message>
        <location filename="../../reader/ui/passing.py"/>
        <source>Đã nhận qua trạm phòng họp, đã chép ra USB – chờ máy chủ ghi nhận</source>
        <translation>Received by the room hub, copied to USB – the office has yet to record it</translation>
    </message>
    <message>
        <location filename="../../reader/ui/passing.py"/>
        <source>Đã chuyển đi – chờ trạm phòng họp ghi nhận</source>
        <translation>Passed on – the room hub has yet to record it</translation>
    </message>
    <message>
        <location filename="../../reader/ui/passing.py"/>
        <source>Đã chuyển đi, đã chép ra USB – chờ trạm phòng họp ghi nhận</source>
        <translation>Passed on, copied to USB – the room hub has yet to record it</translation>
    </message>
    <message>
        <location filename="../../reader/ui/passing.py"/>
        <source>Đã chép ra USB lúc {time} – chưa được ghi nhận</source>
        <translation>Copied to USB at {time} – not recorded yet</translation>
    </message>
    <message>
        <location filename="../../reader/ui/passing.py"/>
        <source>Đã nhận qua trạm phòng họp</source>
        <translation>Received by the room hub</translation>
    </message>
    <message>
        <location filename="../../reader/ui/passing.py"/>
        <source>Đã chuyển đi – chờ ghi nhận</source>
        <translation>Passed on – not recorded yet</translation>
    </message>
    <message>
        <location filename="../../reader/ui/passing.py"/>
        <source>Đã chép ra USB – chưa được ghi nhận</source>
        <translation>Copied to USB – not recorded yet</translation>
    </message>
</context>
<context>
    <name>PassphraseDialog</name>
    <message>
        <location filename="../../reader/ui/dialogs.py"/>
        <source>Đổi mật khẩu</source>
        <translation>Change the passphrase</translation>
    </message>
    <message>
        <location filename="../../reader/ui/dialogs.py"/>
        <source>Tài liệu, ghi chú và phiếu giữ nguyên; chỉ mật khẩu thay đổi.</source>
        <translation>Documents, notes and ballots stay as they are; only the passphrase changes.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/dialogs.py"/>
        <source>Giữ mật khẩu cũ</source>
        <translation>Keep the old passphrase</translation>
    </message>
    <message>
        <location filename="../../reader/ui/dialogs.py"/>
        <source>Mật khẩu đang dùng</source>
        <translation>Present passphrase</translation>
    </message>
    <message>
        <location filename="../../reader/ui/dialogs.py"/>
        <source>Chưa đúng mật khẩu đang dùng.</source>
        <translation>That is not the present passphrase.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/dialogs.py"/>
        <source>Đang đổi mật khẩu</source>
        <translation>Changing the passphrase</translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message>
        <location filename="../../reader/ui/admin/people_page.py"/>
        <source>Chưa có ai trong danh sách</source>
        <translation>Nobody is on the list yet</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/people_page.py"/>
        <source>Nhập danh sách từ tệp Excel hoặc CSV, hoặc thêm từng người.</source>
        <translation>Import a list from an Excel or CSV file, or add people one by one.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/people_page.py"/>
        <source>Người của cơ quan</source>
        <translation>People of the office</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/people_page.py"/>
        <source>Tìm theo tên, tổ, chức vụ</source>
        <translation>Search by name, group, title</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/people_page.py"/>
        <source>Thêm người…</source>
        <translation>Add a person…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/people_page.py"/>
        <source>Nhập danh sách…</source>
        <translation>Import a list…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/people_page.py"/>
        <source>Cấp mã ghi danh…</source>
        <translation>Issue codes…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/people_page.py"/>
        <source>Ai cũng có máy.</source>
        <translation>Everybody has a laptop.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/people_page.py"/>
        <source>{n} người chưa có máy.</source>
        <translation>Without a laptop: {n}.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/people_page.py"/>
        <source>{n} người</source>
        <translation>People: {n}</translation>
    </message>
</context>
<context>
    <name>PeoplePicker</name>
    <message>
        <location filename="../../reader/ui/desk/people.py"/>
        <source>Tìm theo tên</source>
        <translation>Search by name</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/people.py"/>
        <source>Chọn mọi người có mặt</source>
        <translation>Tick all present</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/people.py"/>
        <source>Bỏ chọn</source>
        <translation>Untick</translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/desk/people.py"/>
        <source>Đã chọn {n} trên {all} người chưa có phiếu</source>
        <translation><numerusform>Ticked: {n} of {all} person without a ballot</numerusform><numerusform>Ticked: {n} of {all} people without a ballot</numerusform></translation>
    </message>
</context>
<context>
    <name>PersonDialog</name>
    <message>
        <location filename="../../reader/ui/admin/person_dialog.py"/>
        <source>Thêm người</source>
        <translation>Add a person</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/person_dialog.py"/>
        <source>Sửa thông tin</source>
        <translation>Change a person</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/person_dialog.py"/>
        <source>Quay lại</source>
        <translation>Back</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/person_dialog.py"/>
        <source>Thêm</source>
        <translation>Add</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/person_dialog.py"/>
        <source>Lưu</source>
        <translation>Save</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/person_dialog.py"/>
        <source>Họ và tên</source>
        <translation>Name</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/person_dialog.py"/>
        <source>Chức vụ</source>
        <translation>Title</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/person_dialog.py"/>
        <source>Tổ, ban, đơn vị</source>
        <translation>Groups, committees</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/person_dialog.py"/>
        <source>Nhiều tổ, ban: cách nhau bằng dấu ;</source>
        <translation>Several: with ; between them</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/person_dialog.py"/>
        <source>Mã của cơ quan</source>
        <translation>Office's code</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/person_dialog.py"/>
        <source>Phân biệt người trùng tên; có thể để trống.</source>
        <translation>Tells people of one name apart; may be empty.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/person_dialog.py"/>
        <source>Vai trò</source>
        <translation>Roles</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/person_dialog.py"/>
        <source>Cấp mã ghi danh…</source>
        <translation>Issue codes…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/person_dialog.py"/>
        <source>Rời cơ quan…</source>
        <translation>Leaves the office…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/person_dialog.py"/>
        <source>Chọn ít nhất một vai trò.</source>
        <translation>Choose at least one role.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/person_dialog.py"/>
        <source>Vai trò mới có hiệu lực trên máy ghi danh sau đó. Máy đang dùng giữ vai trò cũ: thu hồi máy đó và cấp mã mới.</source>
        <translation>New roles hold on laptops enrolled afterwards. Laptops in use keep the old ones: revoke them and issue a new code.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/person_dialog.py"/>
        <source>Máy có vai trò này chỉ dùng được sau khi khóa gốc ký.</source>
        <translation>A laptop with such a role can be used only after the root has signed it.</translation>
    </message>
</context>
<context>
    <name>PlaceDialog</name>
    <message>
        <location filename="../../reader/ui/sync/stick_dialogs.py"/>
        <source>Chưa thấy USB nào</source>
        <translation>No stick found</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/stick_dialogs.py"/>
        <source>Cắm USB vào máy, đợi vài giây rồi bấm “Tìm lại”. Hoặc chọn một thư mục.</source>
        <translation>Plug in a stick, wait a few seconds and press “Look again”. Or choose a folder.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/stick_dialogs.py"/>
        <source>Tìm lại</source>
        <translation>Look again</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/stick_dialogs.py"/>
        <source>Chọn thư mục…</source>
        <translation>Choose a folder…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/stick_dialogs.py"/>
        <source>{name} – còn trống {size}</source>
        <translation>{name} – {size} free</translation>
    </message>
</context>
<context>
    <name>Placing</name>
    <message>
        <location filename="../../reader/ui/marks/placing.py"/>
        <source>Đặt vào đoạn đang chọn</source>
        <translation>Put on the selected words</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/placing.py"/>
        <source>Đặt ở trang này</source>
        <translation>Put on this page</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/placing.py"/>
        <source>Chọn đoạn chữ trên trang trước, rồi bấm lại nút này.</source>
        <translation>Select the words on the page first, then press this button again.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/placing.py"/>
        <source>Đang tìm chỗ cho ghi chú trên bản mới… {share} %</source>
        <translation>Finding the notes' places in the new version… {share} %</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/placing.py"/>
        <source>{n} đã chuyển theo</source>
        <translation>{n} moved along</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/placing.py"/>
        <source>{n} chưa chắc chỗ</source>
        <translation>{n} not certain</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/placing.py"/>
        <source>{n} chưa khớp</source>
        <translation>{n} without a place</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/placing.py"/>
        <source>{n} chưa tìm chỗ</source>
        <translation>{n} not looked for yet</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/placing.py"/>
        <source>{n} đã xóa ở máy khác</source>
        <translation>{n} deleted on another laptop</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/placing.py"/>
        <source>Ghi chú cần xem: {parts}</source>
        <translation>Notes to look at: {parts}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/placing.py"/>
        <source>Ghi chú đã chuyển theo. Chữ ở đây hoặc quanh đây đã đổi.</source>
        <translation>The note moved along. Words here or around it have changed.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/placing.py"/>
        <source>Có lẽ là chỗ có khung nét đứt. Đúng thì giữ, không thì đặt lại.</source>
        <translation>It may be the place in the dashed frame. Keep it if that is right, else put it elsewhere.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/placing.py"/>
        <source>Không tìm thấy chỗ này trong bản mới. Ghi chú vẫn còn ở bản cũ.</source>
        <translation>This place is not in the new version. The note is still on the old one.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/placing.py"/>
        <source>Ghi chú này bị xóa ở máy khác trong khi được viết ở đây. Giữ lại không?</source>
        <translation>This note was deleted on another laptop while it was written on here. Keep it?</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/placing.py"/>
        <source>Chưa biết chỗ này ở đâu trong bản mới. Ghi chú vẫn còn ở bản cũ.</source>
        <translation>Where this is in the new version is not known yet. The note is still on the old one.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/placing.py"/>
        <source>Xem lần lượt</source>
        <translation>Go through them</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/placing.py"/>
        <source>Đã xem cả</source>
        <translation>All seen</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/placing.py"/>
        <source>Tìm chỗ</source>
        <translation>Find places</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/placing.py"/>
        <source>Dừng</source>
        <translation>Stop</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/placing.py"/>
        <source>Đúng chỗ</source>
        <translation>Right place</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/placing.py"/>
        <source>Đã xem</source>
        <translation>Seen</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/placing.py"/>
        <source>Bản cũ</source>
        <translation>Old version</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/placing.py"/>
        <source>Xem ở bản cũ</source>
        <translation>See in the old version</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/placing.py"/>
        <source>Giữ lại</source>
        <translation>Keep</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/placing.py"/>
        <source>Xóa hẳn</source>
        <translation>Delete for good</translation>
    </message>
</context>
<context>
    <name>Presentation</name>
    <message>
        <location filename="../../reader/ui/page/presentation.py"/>
        <source>Trình chiếu</source>
        <translation>Present</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <location filename="../../reader/ui/compose/preview.py"/>
        <source>Về bản soạn</source>
        <translation>Back to the draft</translation>
    </message>
</context>
<context>
    <name>Projector</name>
    <message>
        <location filename="../../reader/ui/desk/item_scene.py"/>
        <source>Mục {number}</source>
        <translation>Item {number}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/item_scene.py"/>
        <source>Nội dung chỉ dành cho một số người</source>
        <translation>Only some may know what it is about</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/item_scene.py"/>
        <source>Báo cáo: {name}</source>
        <translation>Reports: {name}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/projector.py"/>
        <source>Chiếu kết quả</source>
        <translation>Show to the room</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/projector.py"/>
        <source>Bấm Esc để ngừng chiếu</source>
        <translation>Press Esc to stop showing</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/scene.py"/>
        <source>Đã kết thúc</source>
        <translation>Closed</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/scene.py"/>
        <source>Kết thúc lúc {time}</source>
        <translation>Closed at {time}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/scene.py"/>
        <source>Bỏ phiếu kín</source>
        <translation>Secret vote</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/scene.py"/>
        <source>Bỏ phiếu giấy, kiểm phiếu tại phòng họp.</source>
        <translation>Paper ballots, counted in the room.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/scene.py"/>
        <source>Đã hủy biểu quyết</source>
        <translation>The vote is annulled</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/scene.py"/>
        <source>Đang chờ kết quả</source>
        <translation>Waiting for the result</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/scene.py"/>
        <source>Chưa mở biểu quyết</source>
        <translation>The vote is not open yet</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/scene.py"/>
        <source>Đang biểu quyết</source>
        <translation>Voting</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/scene.py"/>
        <source>Đang kiểm phiếu</source>
        <translation>Being counted</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/scene.py"/>
        <source>Cần {n}</source>
        <translation>{n} needed</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/scene.py"/>
        <source>có mặt {n}, vắng {away}</source>
        <translation>{n} present, {away} absent</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/scene.py"/>
        <source>Còn {n} dòng nữa, xem trong biên bản.</source>
        <translation>{n} more in the result sheet.</translation>
    </message>
</context>
<context>
    <name>ProofRow</name>
    <message>
        <location filename="../../reader/ui/ballot/proof.py"/>
        <source>Lưu tệp chứng cứ…</source>
        <translation>Save the evidence…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/proof.py"/>
        <source>Dấu sổ phiếu: {mark}. Ai cũng phải thấy đúng dấu này.</source>
        <translation>Mark of the log: {mark}. Everybody must see this very mark.</translation>
    </message>
</context>
<context>
    <name>QuickBar</name>
    <message>
        <location filename="../../reader/ui/page/quick_bar.py"/>
        <source>Tô sáng</source>
        <translation>Highlight</translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/quick_bar.py"/>
        <source>Gạch chân</source>
        <translation>Underline</translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/quick_bar.py"/>
        <source>Gạch bỏ</source>
        <translation>Strike out</translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/quick_bar.py"/>
        <source>Ghi chú</source>
        <translation>Note</translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/quick_bar.py"/>
        <source>Chép chữ</source>
        <translation>Copy text</translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/quick_bar.py"/>
        <source>Việc với đoạn đã chọn</source>
        <translation>What to do with the selection</translation>
    </message>
</context>
<context>
    <name>Reading</name>
    <message>
        <location filename="../../reader/ui/reading.py"/>
        <source>Bản cũ không còn trên máy này.</source>
        <translation>The old version is not on this laptop any more.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/reading.py"/>
        <source>Chương trình mới không còn tài liệu này. Bản này vẫn đọc được.</source>
        <translation>The new agenda no longer has this document. This version can still be read.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/reading.py"/>
        <source>Đây là bản cũ.</source>
        <translation>This is the old version.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/reading.py"/>
        <source>Có bản mới của tài liệu này.</source>
        <translation>There is a new version of this document.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/reading.py"/>
        <source>Có bản mới, chưa tải về đủ. Bản này vẫn đọc được.</source>
        <translation>There is a new version, not all here yet. This one can still be read.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/reading.py"/>
        <source>Xem chỗ đổi (F7)</source>
        <translation>See the changes (F7)</translation>
    </message>
    <message>
        <location filename="../../reader/ui/reading.py"/>
        <source>Đã hiểu</source>
        <translation>Understood</translation>
    </message>
    <message>
        <location filename="../../reader/ui/reading.py"/>
        <source>Mở bản mới</source>
        <translation>Open new version</translation>
    </message>
    <message>
        <location filename="../../reader/ui/reading.py"/>
        <source>Bản vừa đọc đã bị gỡ khỏi máy; đây là bản mới.</source>
        <translation>The version you were reading was removed from this laptop; this is the new one.</translation>
    </message>
</context>
<context>
    <name>ReadingCard</name>
    <message>
        <location filename="../../reader/ui/shelf/side.py"/>
        <source>Đọc tiếp</source>
        <translation>Read on</translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/side.py"/>
        <source>Đang ở trang {page}/{pages}</source>
        <translation>At page {page}/{pages}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/side.py"/>
        <source>Đọc tiếp trang {page}</source>
        <translation>Read on at page {page}</translation>
    </message>
</context>
<context>
    <name>ReadyBar</name>
    <message>
        <location filename="../../reader/ui/desk/board.py"/>
        <source>{ready} trên {all} người sẵn sàng</source>
        <translation>{ready} of {all} ready</translation>
    </message>
</context>
<context>
    <name>ReadyPage</name>
    <message>
        <location filename="../../reader/ui/desk/ready.py"/>
        <source>Chép lời nhắc</source>
        <translation>Copy a reminder</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/ready.py"/>
        <source>Chép gói ra USB…</source>
        <translation>Copy the bundle to USB…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/ready.py"/>
        <source>Soạn thư nhắc</source>
        <translation>Write a reminder</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/ready.py"/>
        <source>Mọi người</source>
        <translation>Everybody</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/ready.py"/>
        <source>Người cần giúp</source>
        <translation>Those in need</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/ready.py"/>
        <source>Người chưa mở xem</source>
        <translation>Those who opened nothing</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/ready.py"/>
        <source>Người còn thiếu</source>
        <translation>Still outstanding</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/ready.py"/>
        <source>Liên lạc gần nhất</source>
        <translation>Last contact</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/ready.py"/>
        <source>Hiện</source>
        <translation>Show</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/ready.py"/>
        <source>Thu hồi tài liệu…</source>
        <translation>Take documents back…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/ready.py"/>
        <source>Soạn bản mới</source>
        <translation>New version</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/ready.py"/>
        <source>Bảng sẵn sàng</source>
        <translation>Readiness board</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/ready.py"/>
        <source>Chờ gửi tới hệ thống: thu hồi tài liệu</source>
        <translation>Waiting to be sent: taking the documents back</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/ready.py"/>
        <source>Đến khi gửi được, mọi người vẫn đọc. Lý do: {reason}</source>
        <translation>Until it is sent, everybody still reads them. Reason: {reason}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/ready.py"/>
        <source>Không có ai</source>
        <translation>Nobody</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/ready.py"/>
        <source>Cần giúp ngay: {n} người</source>
        <translation>Needs help now: {n}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/ready.py"/>
        <source>Đủ tài liệu, còn thiếu việc khác: {n} người</source>
        <translation>All documents, something else outstanding: {n}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/ready.py"/>
        <source>Còn thiếu: {n} người</source>
        <translation>Still outstanding: {n}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/ready.py"/>
        <source>Liên lạc gần nhất, lâu nhất đứng trước</source>
        <translation>Last contact, the longest ago first</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/ready.py"/>
        <source>Chưa mở xem tài liệu: {n} người</source>
        <translation>Opened nothing yet: {n}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/desk/ready.py"/>
        <source>Sẵn sàng: {n} người – đủ {files} tài liệu</source>
        <translation><numerusform>Ready: {n} – {files} document</numerusform><numerusform>Ready: {n} – all {files} documents</numerusform></translation>
    </message>
</context>
<context>
    <name>RecallDialog</name>
    <message>
        <location filename="../../reader/ui/desk/recall.py"/>
        <source>Thu hồi tài liệu</source>
        <translation>Take documents back</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/recall.py"/>
        <source>{meeting} · bản {version}</source>
        <translation>{meeting} · version {version}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/recall.py"/>
        <source>Tài liệu bị xóa khỏi từng máy, kể cả máy này, khi máy ấy liên lạc được với hệ thống. Ghi chú của mọi người vẫn còn. Muốn dùng lại thì phát hành một bản mới.</source>
        <translation>The documents are deleted from each laptop, this one too, when it next reaches the system. Everybody's notes stay. To use them again, publish a new version.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/recall.py"/>
        <source>Lý do, mọi người đều đọc được</source>
        <translation>Reason, everybody can read it</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/recall.py"/>
        <source>Giữ tài liệu</source>
        <translation>Keep documents</translation>
    </message>
</context>
<context>
    <name>RecalledDialog</name>
    <message>
        <location filename="../../reader/ui/shelf/recalled.py"/>
        <source>Đã thu hồi</source>
        <translation>Recalled</translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/recalled.py"/>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/recalled.py"/>
        <source>Xuất ghi chú của tôi…</source>
        <translation>Save my notes…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/recalled.py"/>
        <source>Lý do</source>
        <translation>Reason</translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/recalled.py"/>
        <source>Văn phòng không ghi lý do.</source>
        <translation>The office gave no reason.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/recalled.py"/>
        <source>Thu hồi</source>
        <translation>Recalled</translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/recalled.py"/>
        <source>Trên máy này</source>
        <translation>On this laptop</translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/recalled.py"/>
        <source>Đã đến các máy</source>
        <translation>Laptops reached</translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/recalled.py"/>
        <source>đến bản {version}</source>
        <translation>up to version {version}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/recalled.py"/>
        <source>Tài liệu đã xóa khỏi máy này và không mở được nữa.</source>
        <translation>The documents were destroyed here and can no longer be opened.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/shelf/recalled.py"/>
        <source>Vẫn còn {n} ghi chú đã viết, xuất ra tệp được.</source>
        <translation><numerusform>{n} note you wrote is kept and can be saved to a file.</numerusform><numerusform>{n} notes you wrote are kept and can be saved to a file.</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/shelf/recalled.py"/>
        <source>Đã xóa: {n} máy.</source>
        <translation><numerusform>Destroyed: {n} laptop.</numerusform><numerusform>Destroyed: {n} laptops.</numerusform></translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/recalled.py"/>
        <source>Đã báo, chờ xác nhận: {names}.</source>
        <translation>Told, not confirmed yet: {names}.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/recalled.py"/>
        <source>Chưa đến: {names}.</source>
        <translation>Not reached: {names}.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/recalled.py"/>
        <source>và {n} máy nữa</source>
        <translation>and {n} more</translation>
    </message>
</context>
<context>
    <name>RecoveryStep</name>
    <message>
        <location filename="../../reader/ui/unlock/recovery.py"/>
        <source>Chép vào bộ nhớ tạm</source>
        <translation>Copy to the clipboard</translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/recovery.py"/>
        <source>Lưu thành tệp…</source>
        <translation>Save as a file…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/recovery.py"/>
        <source>Đã chép lại mã này ra giấy hoặc cất nơi khác</source>
        <translation>The code is written down or kept elsewhere</translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/recovery.py"/>
        <source>Vào kệ họp</source>
        <translation>Go to the shelf</translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/recovery.py"/>
        <source>Sổ Họp – mã khôi phục ghi chú riêng:
{code}
</source>
        <translation>Sổ Họp – recovery code of private notes:
{code}
</translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/recovery.py"/>
        <source>Đã lưu. Cất tệp ở nơi khác, không để trên máy này.</source>
        <translation>Saved. Keep the file elsewhere, not on this laptop.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/recovery.py"/>
        <source>Chưa lưu được vào chỗ này. Chọn chỗ khác.</source>
        <translation>It could not be saved there. Choose another place.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/recovery.py"/>
        <source>Đã chép vào bộ nhớ tạm.</source>
        <translation>Copied to the clipboard.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/recovery.py"/>
        <source>ma-khoi-phuc-so-hop.txt</source>
        <translation>sohop-recovery-code.txt</translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/recovery.py"/>
        <source>Lưu mã khôi phục</source>
        <translation>Save the recovery code</translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/recovery.py"/>
        <source>Mã khôi phục ghi chú riêng</source>
        <translation>Recovery code of private notes</translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/recovery.py"/>
        <source>Máy hỏng hay quên mật khẩu thì chỉ mã này lấy lại được ghi chú riêng. Mã chỉ hiện một lần; văn phòng không giữ bản nào.</source>
        <translation>If the laptop breaks or the passphrase is forgotten, only this code brings private notes back. It is shown once; the office keeps no copy.</translation>
    </message>
</context>
<context>
    <name>RemarkDialog</name>
    <message>
        <location filename="../../reader/ui/approve/remarks.py"/>
        <source>Góp ý cho bản trình</source>
        <translation>Remark on this version</translation>
    </message>
    <message>
        <location filename="../../reader/ui/approve/remarks.py"/>
        <source>Thư ký đọc góp ý khi bản trình được trả lại. Đại biểu không thấy.</source>
        <translation>The secretary reads remarks when the version is returned. Delegates do not see them.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/approve/remarks.py"/>
        <source>Thôi</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <location filename="../../reader/ui/approve/remarks.py"/>
        <source>Giữ góp ý</source>
        <translation>Keep remark</translation>
    </message>
    <message>
        <location filename="../../reader/ui/approve/remarks.py"/>
        <source>Góp ý về</source>
        <translation>About</translation>
    </message>
    <message>
        <location filename="../../reader/ui/approve/remarks.py"/>
        <source>Nội dung góp ý</source>
        <translation>Remark</translation>
    </message>
    <message>
        <location filename="../../reader/ui/approve/remarks.py"/>
        <source>Bỏ góp ý này</source>
        <translation>Discard this remark</translation>
    </message>
</context>
<context>
    <name>Remarks</name>
    <message>
        <location filename="../../reader/ui/approve/remarks.py"/>
        <source>Thêm góp ý…</source>
        <translation>Add remark…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/approve/remarks.py"/>
        <source>Sửa</source>
        <translation>Change</translation>
    </message>
    <message>
        <location filename="../../reader/ui/approve/remarks.py"/>
        <source>Góp ý để thư ký sửa</source>
        <translation>Remarks for the secretary</translation>
    </message>
</context>
<context>
    <name>ResultBody</name>
    <message>
        <location filename="../../reader/ui/ballot/result.py"/>
        <source>Theo lựa chọn</source>
        <translation>By choice</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/result.py"/>
        <source>Phiếu đến bằng</source>
        <translation>How ballots arrived</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/result.py"/>
        <source>Đã ghi {cast} phiếu · không hợp lệ {invalid} · đến muộn {late}, không tính</source>
        <translation>Ballots recorded: {cast} · invalid: {invalid} · late, not counted: {late}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/result.py"/>
        <source>không có phiếu {n}</source>
        <translation>no ballot: {n}</translation>
    </message>
</context>
<context>
    <name>ResultExport</name>
    <message>
        <location filename="../../reader/ui/desk/result_export.py"/>
        <source>Word hoặc PDF: biên bản kết quả, để in và ký. Ai có tệp cũng đọc được.</source>
        <translation>Word or PDF: the result sheet, to print and sign. Whoever has the file can read it.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/result_export.py"/>
        <source>Excel hoặc CSV: từng phiếu, ghi rõ ai chọn gì.</source>
        <translation>Excel or CSV: every ballot, with who chose what.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/result_export.py"/>
        <source>Xuất kết quả</source>
        <translation>Export the result</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/result_export.py"/>
        <source>Chọn nơi lưu…</source>
        <translation>Choose where to save…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/result_export.py"/>
        <source>Tài liệu Word (*.docx)</source>
        <translation>Word document (*.docx)</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/result_export.py"/>
        <source>Tài liệu PDF (*.pdf)</source>
        <translation>PDF document (*.pdf)</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/result_export.py"/>
        <source>Bảng tính Excel (*.xlsx)</source>
        <translation>Excel workbook (*.xlsx)</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/result_export.py"/>
        <source>Bảng CSV (*.csv)</source>
        <translation>CSV table (*.csv)</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/result_export.py"/>
        <source>Biên bản biểu quyết {n}.docx</source>
        <translation>Result sheet {n}.docx</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/result_export.py"/>
        <source>Đã xuất kết quả</source>
        <translation>The result is exported</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/result_export.py"/>
        <source>{file}. Ai có tệp này cũng đọc được.</source>
        <translation>{file}. Whoever has this file can read it.</translation>
    </message>
</context>
<context>
    <name>ReturnedPane</name>
    <message>
        <location filename="../../reader/ui/compose/returned.py"/>
        <source>Góp ý của người phê duyệt</source>
        <translation>The approver's remarks</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/returned.py"/>
        <source>Đến chỗ này</source>
        <translation>Go there</translation>
    </message>
</context>
<context>
    <name>Returning</name>
    <message>
        <location filename="../../reader/ui/approve/returning.py"/>
        <source>Trả lại thư ký</source>
        <translation>Return to the secretary</translation>
    </message>
    <message>
        <location filename="../../reader/ui/approve/returning.py"/>
        <source>{title}, bản {n}</source>
        <translation>{title}, version {n}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/approve/returning.py"/>
        <source>Thư ký nhận {n} góp ý. Bản này không phê duyệt hay phát hành được nữa; thư ký sửa rồi trình lại.</source>
        <translation><numerusform>The secretary gets {n} remark. This version can be neither approved nor published; the secretary mends it and submits it again.</numerusform><numerusform>The secretary gets {n} remarks. This version can be neither approved nor published; the secretary mends it and submits it again.</numerusform></translation>
    </message>
    <message>
        <location filename="../../reader/ui/approve/returning.py"/>
        <source>Xem lại</source>
        <translation>Look again</translation>
    </message>
    <message>
        <location filename="../../reader/ui/approve/returning.py"/>
        <source>Trả lại</source>
        <translation>Return</translation>
    </message>
    <message>
        <location filename="../../reader/ui/approve/returning.py"/>
        <source>Chưa làm được</source>
        <translation>Not done</translation>
    </message>
</context>
<context>
    <name>RoomCard</name>
    <message>
        <location filename="../../reader/ui/sync/room.py"/>
        <source>Gõ địa chỉ trạm…</source>
        <translation>Type its address…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/room.py"/>
        <source>Lập trạm trên máy này…</source>
        <translation>Make this laptop a room hub…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/room.py"/>
        <source>Mở trạm trên máy này</source>
        <translation>Start the room hub here</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/room.py"/>
        <source>Đóng trạm</source>
        <translation>Stop the room hub</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/room.py"/>
        <source>Chiếu địa chỉ</source>
        <translation>Show the address</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/room.py"/>
        <source>Trạm phòng họp</source>
        <translation>Room hub</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/room.py"/>
        <source>Ngừng chiếu</source>
        <translation>Stop showing</translation>
    </message>
</context>
<context>
    <name>RoomDialog</name>
    <message>
        <location filename="../../reader/ui/admin/room_dialogs.py"/>
        <source>Trạm phòng họp</source>
        <translation>Room hub</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/room_dialogs.py"/>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/room_dialogs.py"/>
        <source>Giao các kỳ họp này</source>
        <translation>Give these meetings</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/room_dialogs.py"/>
        <source>chưa lần nào</source>
        <translation>never</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/room_dialogs.py"/>
        <source>Tình trạng</source>
        <translation>State</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/room_dialogs.py"/>
        <source>Liên lạc gần nhất</source>
        <translation>Last contact</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/room_dialogs.py"/>
        <source>Kỳ họp trạm này mang</source>
        <translation>Meetings that it carries</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/room_dialogs.py"/>
        <source>Trạm giữ tài liệu, tên người và phiếu của các kỳ họp này không mã hóa trên máy của thư ký: chỉ giao kỳ sắp họp.</source>
        <translation>It keeps papers, names and ballots of these meetings unencrypted on the secretary's laptop: give it the next ones only.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/room_dialogs.py"/>
        <source>Chưa có kỳ họp nào được phát hành.</source>
        <translation>No meeting was published yet.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/room_dialogs.py"/>
        <source>Thu hồi trạm này…</source>
        <translation>Revoke this room hub…</translation>
    </message>
</context>
<context>
    <name>Rooms</name>
    <message>
        <location filename="../../reader/ui/sync/room.py"/>
        <source>Trạm phòng họp</source>
        <translation>Room hub</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/room.py"/>
        <source>Địa chỉ của trạm</source>
        <translation>The room hub's address</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/room.py"/>
        <source>Như trên màn chiếu, ví dụ 192.168.1.20. Chỉ trạm của cơ quan mới được tin.</source>
        <translation>As on the projector, such as 192.168.1.20. Only a room hub of the office is believed.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/room.py"/>
        <source>Địa chỉ</source>
        <translation>Address</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/room.py"/>
        <source>Quay lại</source>
        <translation>Back</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/room.py"/>
        <source>Nối với trạm</source>
        <translation>Connect</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/room.py"/>
        <source>Lập trạm trên máy này</source>
        <translation>Make this laptop a room hub</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/room.py"/>
        <source>Dán mã hoặc liên kết người quản trị cấp cho trạm. Mã dùng một lần.</source>
        <translation>Paste the code or link that the administrator issued for the room hub. It works once.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/room.py"/>
        <source>Mã của trạm</source>
        <translation>The room hub's code</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/room.py"/>
        <source>Lập trạm</source>
        <translation>Make it one</translation>
    </message>
</context>
<context>
    <name>RunningPage</name>
    <message>
        <location filename="../../reader/ui/desk/running.py"/>
        <source>Điểm danh</source>
        <translation>Attendance</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/running.py"/>
        <source>Phát biểu</source>
        <translation>Speakers</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/running.py"/>
        <source>Bên cạnh</source>
        <translation>Beside it</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/running.py"/>
        <source>Phần nào</source>
        <translation>Which part</translation>
    </message>
</context>
<context>
    <name>Said</name>
    <message>
        <location filename="../../reader/ui/said/words.py"/>
        <source>Góp ý</source>
        <translation>Opinion</translation>
    </message>
    <message>
        <location filename="../../reader/ui/said/words.py"/>
        <source>Chất vấn</source>
        <translation>Question</translation>
    </message>
    <message>
        <location filename="../../reader/ui/said/words.py"/>
        <source>Đăng ký phát biểu</source>
        <translation>Asks to speak</translation>
    </message>
    <message>
        <location filename="../../reader/ui/said/words.py"/>
        <source>Trả lời</source>
        <translation>Reply</translation>
    </message>
    <message>
        <location filename="../../reader/ui/said/words.py"/>
        <source>Tiếp thu</source>
        <translation>Accepted</translation>
    </message>
    <message>
        <location filename="../../reader/ui/said/words.py"/>
        <source>Không tiếp thu</source>
        <translation>Not accepted</translation>
    </message>
    <message>
        <location filename="../../reader/ui/said/words.py"/>
        <source>Giải trình</source>
        <translation>Explained</translation>
    </message>
    <message>
        <location filename="../../reader/ui/said/words.py"/>
        <source>Của mình</source>
        <translation>Mine</translation>
    </message>
    <message>
        <location filename="../../reader/ui/said/words.py"/>
        <source>Chờ gửi</source>
        <translation>Waiting to send</translation>
    </message>
    <message>
        <location filename="../../reader/ui/said/words.py"/>
        <source>Không được nhận.</source>
        <translation>Refused.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/said/words.py"/>
        <source>Đã gửi cả kỳ họp</source>
        <translation>Sent to everybody</translation>
    </message>
    <message>
        <location filename="../../reader/ui/said/words.py"/>
        <source>Đã gửi thư ký</source>
        <translation>Sent to the secretary</translation>
    </message>
    <message>
        <location filename="../../reader/ui/said/words.py"/>
        <source>Cả kỳ họp đọc được</source>
        <translation>Everybody in the meeting can read it</translation>
    </message>
    <message>
        <location filename="../../reader/ui/said/words.py"/>
        <source>Chỉ thư ký và người viết đọc được</source>
        <translation>Only the secretary and the writer can read it</translation>
    </message>
    <message>
        <location filename="../../reader/ui/said/words.py"/>
        <source>Trang {n}</source>
        <translation>Page {n}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/said/words.py"/>
        <source>bản cũ</source>
        <translation>earlier version</translation>
    </message>
    <message>
        <location filename="../../reader/ui/said/words.py"/>
        <source>Cả tài liệu</source>
        <translation>The document as a whole</translation>
    </message>
    <message>
        <location filename="../../reader/ui/said/words.py"/>
        <source>Cả mục</source>
        <translation>The item as a whole</translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/said/words.py"/>
        <source>{n} ý kiến giống nhau</source>
        <translation><numerusform>{n} says the same</numerusform><numerusform>{n} say the same</numerusform></translation>
    </message>
    <message>
        <location filename="../../reader/ui/said/words.py"/>
        <source>Chưa trả lời</source>
        <translation>Not answered</translation>
    </message>
    <message>
        <location filename="../../reader/ui/said/words.py"/>
        <source>Trả lời chưa thống nhất</source>
        <translation>Answers differ</translation>
    </message>
    <message>
        <location filename="../../reader/ui/said/words.py"/>
        <source>Về nội dung không còn trong chương trình</source>
        <translation>About something no longer on the agenda</translation>
    </message>
    <message>
        <location filename="../../reader/ui/said/words.py"/>
        <source>Có mặt</source>
        <translation>Present</translation>
    </message>
    <message>
        <location filename="../../reader/ui/said/words.py"/>
        <source>Vắng có lý do</source>
        <translation>Absent with a reason</translation>
    </message>
    <message>
        <location filename="../../reader/ui/said/words.py"/>
        <source>Ủy quyền dự</source>
        <translation>Sends a proxy</translation>
    </message>
    <message>
        <location filename="../../reader/ui/said/words.py"/>
        <source>Chưa điểm danh</source>
        <translation>Not checked in</translation>
    </message>
    <message>
        <location filename="../../reader/ui/said/words.py"/>
        <source>Vắng, chưa rõ lý do</source>
        <translation>Absent, reason unknown</translation>
    </message>
</context>
<context>
    <name>SavingCard</name>
    <message>
        <location filename="../../reader/ui/sync/parts.py"/>
        <source>Lúc này chỉ gửi nhận thứ nhỏ</source>
        <translation>Only small things now</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/parts.py"/>
        <source>Phiếu, ghi chú, ý kiến. Tệp lớn để sau.</source>
        <translation>Ballots, notes, opinions. Large files later.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/parts.py"/>
        <source>Không hạn chế</source>
        <translation>No limit</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/parts.py"/>
        <source>Tốc độ tối đa (kbit/s)</source>
        <translation>Highest speed (kbit/s)</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/parts.py"/>
        <source>Tiết kiệm đường truyền</source>
        <translation>Save the line</translation>
    </message>
</context>
<context>
    <name>Savings</name>
    <message>
        <location filename="../../reader/ui/papers/savings.py"/>
        <source>Giấy tiết kiệm năm {n}.xlsx</source>
        <translation>Paper saved in {n}.xlsx</translation>
    </message>
    <message>
        <location filename="../../reader/ui/papers/savings.py"/>
        <source>Bảng tính Excel (*.xlsx)</source>
        <translation>Excel workbook (*.xlsx)</translation>
    </message>
    <message>
        <location filename="../../reader/ui/papers/savings.py"/>
        <source>Lưu bảng giấy tiết kiệm</source>
        <translation>Save the table of paper saved</translation>
    </message>
</context>
<context>
    <name>SavingsDialog</name>
    <message>
        <location filename="../../reader/ui/papers/savings.py"/>
        <source>Giấy và tiền in đã tiết kiệm</source>
        <translation>Paper and money saved</translation>
    </message>
    <message>
        <location filename="../../reader/ui/papers/savings.py"/>
        <source>Giá in một trang (đồng)</source>
        <translation>Price of a printed page (đồng)</translation>
    </message>
    <message>
        <location filename="../../reader/ui/papers/savings.py"/>
        <source>Các cuộc họp trong năm</source>
        <translation>Meetings of the year</translation>
    </message>
    <message>
        <location filename="../../reader/ui/papers/savings.py"/>
        <source>Xuất bảng Excel…</source>
        <translation>Export to Excel…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/papers/savings.py"/>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
    <message>
        <location filename="../../reader/ui/papers/savings.py"/>
        <source>Chỉ tính người mà máy đã báo có tài liệu. Mỗi người một bản của mỗi tài liệu được đọc; tài liệu đã thay tính hai lần (bản đầu và bản cuối), dù thay bao nhiêu lần. Tài liệu bị thu hồi không tính. Một trang là một mặt giấy.</source>
        <translation>Only people count whose laptop has reported documents. Each counts every document that they may read once; one that was replaced counts twice (first and last), however many versions there were. What was recalled does not count. A page is one side.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/papers/savings.py"/>
        <source>Viết số đồng, như 300</source>
        <translation>Write a number, such as 300</translation>
    </message>
    <message>
        <location filename="../../reader/ui/papers/savings.py"/>
        <source>Cuộc họp này không phải in {pages} trang</source>
        <translation>Pages not printed for this meeting: {pages}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/papers/savings.py"/>
        <source>{n} người đọc trên máy</source>
        <translation><numerusform>{n} reader on a laptop</numerusform><numerusform>{n} readers on a laptop</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/papers/savings.py"/>
        <source>{n} tờ in hai mặt</source>
        <translation><numerusform>{n} sheet printed on both sides</numerusform><numerusform>{n} sheets printed on both sides</numerusform></translation>
    </message>
    <message>
        <location filename="../../reader/ui/papers/savings.py"/>
        <source>khoảng {money} đồng</source>
        <translation>about {money} đồng</translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/papers/savings.py"/>
        <source>{n} người khác không tính</source>
        <translation><numerusform>{n} other does not count</numerusform><numerusform>{n} others do not count</numerusform></translation>
    </message>
    <message>
        <location filename="../../reader/ui/papers/savings.py"/>
        <source>Cả năm {year}: {pages}, {sheets}, khoảng {money} đồng</source>
        <translation>All of {year}: {pages}, {sheets}, about {money} đồng</translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/papers/savings.py"/>
        <source>{n} người</source>
        <translation><numerusform>{n} reader</numerusform><numerusform>{n} readers</numerusform></translation>
    </message>
    <message>
        <location filename="../../reader/ui/papers/savings.py"/>
        <source>{money} đồng</source>
        <translation>{money} đồng</translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/papers/savings.py"/>
        <source>{n} tờ</source>
        <translation><numerusform>{n} sheet</numerusform><numerusform>{n} sheets</numerusform></translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message>
        <location filename="../../reader/ui/search/words.py"/>
        <source>Trang {page}</source>
        <translation>Page {page}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/search/words.py"/>
        <source>Kỳ họp</source>
        <translation>Meeting</translation>
    </message>
    <message>
        <location filename="../../reader/ui/search/words.py"/>
        <source>Mục</source>
        <translation>Item</translation>
    </message>
    <message>
        <location filename="../../reader/ui/search/words.py"/>
        <source>Tài liệu</source>
        <translation>Document</translation>
    </message>
    <message>
        <location filename="../../reader/ui/search/words.py"/>
        <source>Bản quét: không có chữ để tìm</source>
        <translation>Scan: no text to search</translation>
    </message>
    <message>
        <location filename="../../reader/ui/search/words.py"/>
        <source>Ghi chú của tôi</source>
        <translation>My notes</translation>
    </message>
    <message>
        <location filename="../../reader/ui/search/words.py"/>
        <source>Tên tài liệu và mục chương trình</source>
        <translation>Names of documents and agenda items</translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/search/words.py"/>
        <source>{n} chỗ</source>
        <translation><numerusform>{n} place</numerusform><numerusform>{n} places</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/search/words.py"/>
        <source>{n} bản quét không có chữ để tìm</source>
        <translation><numerusform>{n} scan without text to search</numerusform><numerusform>{n} scans without text to search</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/search/words.py"/>
        <source>{places}, trong {n} tài liệu</source>
        <translation><numerusform>{places} in {n} document</numerusform><numerusform>{places} in {n} documents</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/search/words.py"/>
        <source>Chỗ {now}/{total}, trong {n} tài liệu</source>
        <translation><numerusform>Place {now}/{total}, in {n} document</numerusform><numerusform>Place {now}/{total}, in {n} documents</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/search/words.py"/>
        <source>Đang lập chỉ mục: {done}/{total} tệp. Kết quả chưa đủ.</source>
        <translation><numerusform>Indexing: {done}/{total} file. Results are not complete yet.</numerusform><numerusform>Indexing: {done}/{total} files. Results are not complete yet.</numerusform></translation>
    </message>
</context>
<context>
    <name>SearchPage</name>
    <message>
        <location filename="../../reader/ui/search/page.py"/>
        <source>Tìm trong máy, không cần gõ dấu (Ctrl+Shift+F)</source>
        <translation>Search this laptop, accents not needed (Ctrl+Shift+F)</translation>
    </message>
    <message>
        <location filename="../../reader/ui/search/page.py"/>
        <source>Tìm trong máy, không cần gõ dấu</source>
        <translation>Search this laptop, accents not needed</translation>
    </message>
    <message>
        <location filename="../../reader/ui/search/page.py"/>
        <source>Đúng dấu, đúng chữ hoa</source>
        <translation>Exact accents and capitals</translation>
    </message>
    <message>
        <location filename="../../reader/ui/search/page.py"/>
        <source>Những chỗ tìm thấy</source>
        <translation>Places found</translation>
    </message>
    <message>
        <location filename="../../reader/ui/search/page.py"/>
        <source>Đang tìm…</source>
        <translation>Searching…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/search/page.py"/>
        <source>Gõ ít nhất một chữ cái hoặc chữ số</source>
        <translation>Type at least one letter or digit</translation>
    </message>
    <message>
        <location filename="../../reader/ui/search/page.py"/>
        <source>Không thấy “{query}” trong máy này</source>
        <translation>“{query}” is not on this laptop</translation>
    </message>
    <message>
        <location filename="../../reader/ui/search/page.py"/>
        <source>Chưa lập chỉ mục xong. Kết quả tự hiện khi có.</source>
        <translation>Indexing is not finished. Results appear as they come.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/search/page.py"/>
        <source>Bỏ chọn ô “Đúng dấu, đúng chữ hoa” để tìm rộng hơn.</source>
        <translation>Untick “Exact accents and capitals” to search more widely.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/search/page.py"/>
        <source>Thử ít chữ hơn: các chữ phải đứng liền nhau như trong tài liệu.</source>
        <translation>Try fewer words: they must stand together as in the document.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/search/page.py"/>
        <source>{n} tài liệu là bản quét: không có chữ để tìm.</source>
        <translation><numerusform>{n} document is a scan: no text to search.</numerusform><numerusform>{n} documents are scans: no text to search.</numerusform></translation>
    </message>
</context>
<context>
    <name>Sending</name>
    <message>
        <location filename="../../reader/ui/compose/sending.py"/>
        <source>Đang tải lên</source>
        <translation>Uploading</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/sending.py"/>
        <source>Phát hành</source>
        <translation>Publish</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/sending.py"/>
        <source>Đã đủ hai người ký. Từ lúc phát hành, máy của đại biểu tự tải bản này về; muốn rút lại phải thu hồi tài liệu.</source>
        <translation>Two people have signed. Once published, delegates' laptops fetch this version by themselves; to take it back it must be recalled.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/sending.py"/>
        <source>Chưa phát hành</source>
        <translation>Not yet</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/sending.py"/>
        <source>Chưa phát hành được</source>
        <translation>Not published</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/sending.py"/>
        <source>Bản soạn vẫn ở trên máy này và không mất gì.</source>
        <translation>The draft is still on this laptop and nothing is lost.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/sending.py"/>
        <source>Khi có mạng, bấm trình lại: phần đã lên không phải gửi nữa.</source>
        <translation>When there is a line, submit again: what has arrived is not sent twice.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/sending.py"/>
        <source>Chưa trình được</source>
        <translation>Not submitted</translation>
    </message>
</context>
<context>
    <name>ShareDialog</name>
    <message>
        <location filename="../../reader/ui/marks/share_dialog.py"/>
        <source>Ai đọc được</source>
        <translation>Who can read it</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/share_dialog.py"/>
        <source>Giữ như cũ</source>
        <translation>Leave it as it is</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/share_dialog.py"/>
        <source>Gửi thư ký</source>
        <translation>Send to the secretary</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/share_dialog.py"/>
        <source>Riêng tôi</source>
        <translation>Only me</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/share_dialog.py"/>
        <source>Thư ký và chủ tọa</source>
        <translation>Secretary and chair</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/share_dialog.py"/>
        <source>Cả kỳ họp</source>
        <translation>Everybody</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/share_dialog.py"/>
        <source>Hiện không ai khác đọc được.</source>
        <translation>Nobody else can read it now.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/share_dialog.py"/>
        <source>Hiện thư ký và chủ tọa đọc được.</source>
        <translation>The secretary and the chair can read it now.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/share_dialog.py"/>
        <source>Hiện mọi người dự kỳ họp đọc được.</source>
        <translation>Everybody in the meeting can read it now.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/share_dialog.py"/>
        <source>Rút lại khi máy có mạng: máy khác sẽ gỡ đi cùng các trả lời. Ai đã đọc thì đã đọc rồi.</source>
        <translation>Taken back when there is a line: other laptops remove it with its replies. Who has read it has read it.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/share_dialog.py"/>
        <source>Thư ký và chủ tọa sẽ đọc được đoạn đánh dấu và ghi chú, ghi tên người viết.</source>
        <translation>The secretary and the chair will be able to read the mark and the note, with the writer's name.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/share_dialog.py"/>
        <source>Mọi người dự kỳ họp sẽ đọc được đoạn đánh dấu và ghi chú, ghi tên người viết.</source>
        <translation>Everybody in the meeting will be able to read the mark and the note, with the writer's name.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/share_dialog.py"/>
        <source>Rút lại</source>
        <translation>Take back</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/share_dialog.py"/>
        <source>Rút lại, chỉ để thư ký</source>
        <translation>Take back, leave to the secretary</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/share_dialog.py"/>
        <source>Gửi cả kỳ họp</source>
        <translation>Send to everybody</translation>
    </message>
</context>
<context>
    <name>SheetPage</name>
    <message>
        <location filename="../../reader/ui/desk/sheet.py"/>
        <source>Kiểm và xác nhận…</source>
        <translation>Check and confirm…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/sheet.py"/>
        <source>Ghi phiếu…</source>
        <translation>Enter votes…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/sheet.py"/>
        <source>Tìm theo tên</source>
        <translation>Search by name</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/sheet.py"/>
        <source>Lọc theo nguồn</source>
        <translation>Filter by source</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/sheet.py"/>
        <source>Bảng đối chiếu</source>
        <translation>Reconciliation sheet</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/sheet.py"/>
        <source>Không có ai như vậy.</source>
        <translation>There is nobody like that.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/sheet.py"/>
        <source>Chưa ghi lần kiểm phiếu nào</source>
        <translation>No count was entered yet</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/sheet.py"/>
        <source>Bấm Ghi phiếu để ghi số phiếu giấy.</source>
        <translation>Press Enter votes to enter the paper count.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/sheet.py"/>
        <source>Chỉ hiện ai đã có phiếu; lựa chọn và kết quả hiện sau khi công bố.</source>
        <translation>Only who has voted is shown; choices and the result after it is announced.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/sheet.py"/>
        <source>Người xác nhận: {who}; người đã ghi không tự xác nhận.</source>
        <translation>To be confirmed by: {who}; never by whoever entered it.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/sheet.py"/>
        <source>Tất cả mọi người</source>
        <translation>Everybody</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/sheet.py"/>
        <source>Chờ người thứ hai</source>
        <translation>Waiting for a second person</translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/desk/sheet.py"/>
        <source>Phiếu kín, chỉ ghi số đếm chung: {n}/{all} phiếu giấy đã được xác nhận</source>
        <translation><numerusform>Secret, totals only: {n}/{all} paper ballot confirmed</numerusform><numerusform>Secret, totals only: {n}/{all} paper ballots confirmed</numerusform></translation>
    </message>
</context>
<context>
    <name>Shelf</name>
    <message>
        <location filename="../../reader/ui/shelf/words.py"/>
        <source>Đang họp, đến {time}</source>
        <translation>In session until {time}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/words.py"/>
        <source>Đã họp {when}</source>
        <translation>Held {when}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/words.py"/>
        <source>Họp hôm nay, {until}</source>
        <translation>Meets today, {until}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/words.py"/>
        <source>Họp {until}</source>
        <translation>Meets {until}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/words.py"/>
        <source>Máy bị thu hồi quyền, tài liệu đã xóa. Ghi chú vẫn còn</source>
        <translation>Laptop revoked, documents destroyed. Notes kept</translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/words.py"/>
        <source>Đã hết hạn đọc. Ghi chú vẫn còn</source>
        <translation>Reading period ended. Notes kept</translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/words.py"/>
        <source>Đã hết hạn đọc, đã xóa khỏi máy này. Ghi chú vẫn còn</source>
        <translation>Reading period ended, destroyed here. Notes kept</translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/words.py"/>
        <source>Đã họp, đủ tài liệu</source>
        <translation>Held, complete</translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/words.py"/>
        <source>Đủ tài liệu – đọc được khi mất mạng</source>
        <translation>Complete – readable offline</translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/words.py"/>
        <source>Văn phòng đã thu hồi</source>
        <translation>Recalled by the office</translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/words.py"/>
        <source>lúc {time}</source>
        <translation>at {time}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/words.py"/>
        <source>{recalled}. Ghi chú vẫn còn</source>
        <translation>{recalled}. Notes kept</translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/words.py"/>
        <source>{n} tệp, {size}</source>
        <translation>Files: {n}, {size}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/words.py"/>
        <source>{n} tài liệu mới</source>
        <translation>New documents: {n}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/words.py"/>
        <source>{n} tài liệu đổi bản</source>
        <translation>Changed documents: {n}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/shelf/words.py"/>
        <source>Đã có {have}/{all} tệp</source>
        <translation><numerusform>{have}/{all} file here</numerusform><numerusform>{have}/{all} files here</numerusform></translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/words.py"/>
        <source>{n} nội dung đang biểu quyết, chưa bỏ phiếu</source>
        <translation>Motions open, not voted yet: {n}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/words.py"/>
        <source>Còn {n} tệp, {size}</source>
        <translation>Files left: {n}, {size}</translation>
    </message>
</context>
<context>
    <name>ShelfList</name>
    <message>
        <location filename="../../reader/ui/shelf/rows.py"/>
        <source>Các kỳ họp trên kệ</source>
        <translation>Meetings on the shelf</translation>
    </message>
</context>
<context>
    <name>ShelfScreen</name>
    <message>
        <location filename="../../reader/ui/shelf/shelf.py"/>
        <source>Kệ họp</source>
        <translation>Shelf</translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/shelf.py"/>
        <source>Đồng bộ</source>
        <translation>Sync</translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/shelf.py"/>
        <source>Trên kệ</source>
        <translation>On the shelf</translation>
    </message>
</context>
<context>
    <name>SidePane</name>
    <message>
        <location filename="../../reader/ui/page/side_pane.py"/>
        <source>Mục lục</source>
        <translation>Contents</translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/side_pane.py"/>
        <source>Trang</source>
        <translation>Pages</translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/side_pane.py"/>
        <source>Mục lục và hình trang</source>
        <translation>Contents and pages</translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/side_pane.py"/>
        <source>Tài liệu này không có mục lục.</source>
        <translation>This document has no table of contents.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/side_pane.py"/>
        <source>Đóng (F9)</source>
        <translation>Close (F9)</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <location filename="../../reader/ui/compose/side.py"/>
        <source>Chi tiết</source>
        <translation>Details</translation>
    </message>
</context>
<context>
    <name>SignDialog</name>
    <message>
        <location filename="../../reader/ui/admin/sign_dialog.py"/>
        <source>Ký danh sách máy của cơ quan</source>
        <translation>Sign the office's roster</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/sign_dialog.py"/>
        <source>Danh sách số {n}</source>
        <translation>Roster {n}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/sign_dialog.py"/>
        <source>Chưa ký</source>
        <translation>Not now</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/sign_dialog.py"/>
        <source>Ký</source>
        <translation>Sign</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/sign_dialog.py"/>
        <source>Thêm máy</source>
        <translation>New laptop</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/sign_dialog.py"/>
        <source>Bớt máy đã thu hồi</source>
        <translation>Revoked laptop</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/sign_dialog.py"/>
        <source>Đổi cách gọi: {before} → {after}</source>
        <translation>Called otherwise: {before} → {after}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/sign_dialog.py"/>
        <source>Chứng thư mới cho trạm phòng họp: {name}</source>
        <translation>New certificate for the room hub: {name}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/sign_dialog.py"/>
        <source>Tên cơ quan: {name}</source>
        <translation>Office's name: {name}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/sign_dialog.py"/>
        <source>Biểu trưng mới</source>
        <translation>New emblem</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/sign_dialog.py"/>
        <source>Bỏ biểu trưng</source>
        <translation>No emblem</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/sign_dialog.py"/>
        <source>Không đổi máy nào</source>
        <translation>No laptop changes</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/sign_dialog.py"/>
        <source>Chỉ ký khi biết chắc máy là của đúng người: gọi cho người đó, nhờ đọc dấu khóa trên máy (mục “Máy của tôi”; của trạm phòng họp: mục Đồng bộ), phải giống dấu ở trên. Chữ ký này cho máy quyền trình, duyệt, mở biểu quyết, làm trạm phòng họp hoặc quản trị.</source>
        <translation>Sign only when you are sure whose laptop it is: call that person and have the mark of its key read to you (page “My laptops”; a room hub's: page Sync). It must be the mark above. Your signature lets the laptop submit, approve, open votes, be a room hub or administer.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/sign_dialog.py"/>
        <source>Chọn tệp khóa gốc…</source>
        <translation>Choose the root file…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/sign_dialog.py"/>
        <source>Tệp thường ở trên USB cất riêng.</source>
        <translation>It is usually on a stick that is kept apart.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/sign_dialog.py"/>
        <source>Mật khẩu của khóa gốc</source>
        <translation>Passphrase of the root key</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/sign_dialog.py"/>
        <source>Khóa chỉ mở trên máy này trong lúc ký, không gửi đi đâu.</source>
        <translation>The key is opened on this laptop while it signs, and sent nowhere.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/sign_dialog.py"/>
        <source>Chưa đúng mật khẩu của khóa gốc.</source>
        <translation>Not the root key's passphrase.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/sign_dialog.py"/>
        <source>Khóa gốc (*.key);;Mọi tệp (*)</source>
        <translation>Root keys (*.key);;All files (*)</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/sign_dialog.py"/>
        <source>Chọn tệp khóa gốc</source>
        <translation>Choose the root file</translation>
    </message>
</context>
<context>
    <name>Sitting</name>
    <message>
        <location filename="../../reader/ui/sitting_words.py"/>
        <source>trên {time}</source>
        <translation>of {time}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/sitting_words.py"/>
        <source>trên {n} phút</source>
        <translation><numerusform>of {n} minute</numerusform><numerusform>of {n} minutes</numerusform></translation>
    </message>
    <message>
        <location filename="../../reader/ui/sitting_words.py"/>
        <source>Quá {time}</source>
        <translation>{time} over</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sitting_words.py"/>
        <source>Còn {time}</source>
        <translation>{time} left</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sitting_words.py"/>
        <source>Đang ở mục {number} · {title}</source>
        <translation>Now at item {number} · {title}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sitting_words.py"/>
        <source>Đến lượt bạn phát biểu</source>
        <translation>It is your turn to speak</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sitting_words.py"/>
        <source>Đang phát biểu: {name}</source>
        <translation>Speaking: {name}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sitting_words.py"/>
        <source>Đã đăng ký phát biểu, chờ thư ký xếp lượt</source>
        <translation>Asked to speak, the secretary has not given a place yet</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sitting_words.py"/>
        <source>Bạn phát biểu kế tiếp</source>
        <translation>You speak next</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sitting_words.py"/>
        <source>Còn {n} người trước bạn</source>
        <translation>{n} before you</translation>
    </message>
</context>
<context>
    <name>SittingStrip</name>
    <message>
        <location filename="../../reader/ui/meeting/sitting_strip.py"/>
        <source>Chỉ trang này</source>
        <translation>Point at this page</translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/sitting_strip.py"/>
        <source>Máy của người theo chủ tọa chuyển tới trang đang xem ở đây.</source>
        <translation>Laptops that follow the chair turn to the page shown here.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/sitting_strip.py"/>
        <source>Về chỗ chủ tọa</source>
        <translation>Back to the chair</translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/sitting_strip.py"/>
        <source>Theo chủ tọa</source>
        <translation>Follow the chair</translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/sitting_strip.py"/>
        <source>Tự chuyển tới mục và trang mà chủ tọa chỉ. Tự mở chỗ khác thì thôi theo.</source>
        <translation>Turns to the item and page that the chair points at. Going elsewhere yourself ends it.</translation>
    </message>
</context>
<context>
    <name>SpeakerQueue</name>
    <message>
        <location filename="../../reader/ui/desk/speaker_queue.py"/>
        <source>Chờ đến lượt phát biểu</source>
        <translation>Waiting to speak</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/speaker_queue.py"/>
        <source>Ở mục khác: {n}</source>
        <translation>On other items: {n}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/speaker_queue.py"/>
        <source>Mời phát biểu ngay</source>
        <translation>Give the word now</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/speaker_queue.py"/>
        <source>Lên trước</source>
        <translation>Move up</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/speaker_queue.py"/>
        <source>Xuống sau</source>
        <translation>Move down</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/speaker_queue.py"/>
        <source>Bỏ khỏi danh sách</source>
        <translation>Take off the list</translation>
    </message>
</context>
<context>
    <name>SpeakersPane</name>
    <message numerus="yes">
        <location filename="../../reader/ui/desk/speakers.py"/>
        <source>{n} phút</source>
        <translation><numerusform>{n} minute</numerusform><numerusform>{n} minutes</numerusform></translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/speakers.py"/>
        <source>Thời gian mỗi lượt</source>
        <translation>Time for each speaker</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/speakers.py"/>
        <source>Thêm</source>
        <translation>Add</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/speakers.py"/>
        <source>Thêm người phát biểu</source>
        <translation>Add a speaker</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/speakers.py"/>
        <source>Phát biểu</source>
        <translation>Speakers</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/speakers.py"/>
        <source>Chưa ai đăng ký phát biểu</source>
        <translation>Nobody has asked to speak</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/speakers.py"/>
        <source>Chờ đến lượt: {n}</source>
        <translation>Waiting: {n}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/speakers.py"/>
        <source>Xếp {n} người mới</source>
        <translation>Give {n} new a place</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/speakers.py"/>
        <source>Thời gian đã nói</source>
        <translation>Time spoken</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/speakers.py"/>
        <source>Thêm 2 phút</source>
        <translation>2 more minutes</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/speakers.py"/>
        <source>Kết thúc lượt</source>
        <translation>End the turn</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/speakers.py"/>
        <source>Đang phát biểu</source>
        <translation>Speaking</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/speakers.py"/>
        <source>Chưa ai phát biểu</source>
        <translation>Nobody is speaking</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/speakers.py"/>
        <source>Người kế tiếp</source>
        <translation>Next speaker</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/speakers.py"/>
        <source>Mời người đầu danh sách</source>
        <translation>Invite the first</translation>
    </message>
</context>
<context>
    <name>Stick</name>
    <message>
        <location filename="../../reader/ui/sync/stick_dialogs.py"/>
        <source>Nhận từ USB</source>
        <translation>Take from USB</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/stick_dialogs.py"/>
        <source>Nhận</source>
        <translation>Take</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/stick_dialogs.py"/>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/sync/stick_words.py"/>
        <source>Có gói cho máy này, và {n} gói gửi về cơ quan</source>
        <translation><numerusform>A bundle for this laptop, and {n} bundle for the office</numerusform><numerusform>A bundle for this laptop, and {n} bundles for the office</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/sync/stick_words.py"/>
        <source>Có {n} gói gửi về cơ quan</source>
        <translation><numerusform>{n} bundle for the office</numerusform><numerusform>{n} bundles for the office</numerusform></translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/stick_words.py"/>
        <source>Có gói cho máy này</source>
        <translation>There is a bundle for this laptop</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/stick_words.py"/>
        <source>Không có gói nào cho máy này</source>
        <translation>There is no bundle for this laptop</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/stick_words.py"/>
        <source>Không có gói Sổ Họp nào ở đây</source>
        <translation>There is no Sổ Họp bundle here</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/stick_words.py"/>
        <source>Máy này không mở được, không xem được phiếu hay ghi chú trong đó. Biên nhận được chép lại lên USB để trả đại biểu.</source>
        <translation>This laptop cannot open them, and sees no ballot and no note in them. Receipts are copied back to the stick, for the delegates.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/stick_words.py"/>
        <source>Gói gửi về được đưa lên máy chủ của cơ quan, nên cần có mạng.</source>
        <translation>The bundles go to the office's hub, so there has to be a line.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/stick_words.py"/>
        <source>Chưa liên lạc được với máy chủ của cơ quan, nên gói gửi về được đưa vào trạm {room}. Việc không do trạm ghi nhận thì trạm chuyển về cơ quan.</source>
        <translation>The office's hub is out of reach, so the bundles go to the room hub {room}. What it does not record itself it passes on to the office.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/stick_words.py"/>
        <source>Gói được kiểm tra chữ ký trước khi nhận. Không chạy chương trình nào trên USB.</source>
        <translation>Signatures are checked before anything is taken. No program on the stick is run.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/stick_words.py"/>
        <source>Tài liệu lấy từ máy này; phần riêng của từng máy xin từ máy chủ của cơ quan, nên lúc chép cần có mạng.</source>
        <translation>The documents come from this laptop; each laptop's own part is asked of the office's hub, so there has to be a line.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/stick_words.py"/>
        <source>Tài liệu lấy từ máy này; phần riêng của từng máy xin từ trạm {room}, vì chưa liên lạc được với máy chủ của cơ quan.</source>
        <translation>The documents come from this laptop; each laptop's own part is asked of the room hub {room}, as the office's hub is out of reach.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/stick_words.py"/>
        <source>Những gì trạm {room} đã nhận mà máy chủ của cơ quan chưa có cũng được chép.</source>
        <translation>What room hub {room} has taken and the office's hub has not got is copied as well.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/stick_words.py"/>
        <source>phòng họp</source>
        <translation>of the meeting</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/stick_words.py"/>
        <source>và {n} tệp nữa</source>
        <translation>and {n} more</translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/sync/stick_words.py"/>
        <source>Gói của {office} cho {n} máy</source>
        <translation><numerusform>Bundle by {office} for {n} laptop</numerusform><numerusform>Bundle by {office} for {n} laptops</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/sync/stick_words.py"/>
        <source>Gói của trạm {room} cho {n} máy</source>
        <translation><numerusform>Bundle by the room hub {room} for {n} laptop</numerusform><numerusform>Bundle by the room hub {room} for {n} laptops</numerusform></translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/stick_words.py"/>
        <source>Phần {part} của một gói lớn</source>
        <translation>Part {part} of a large bundle</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/stick_words.py"/>
        <source>Gói gửi về {office}</source>
        <translation>Bundle for {office}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/stick_words.py"/>
        <source>Gói của trạm {room} gửi về {office}</source>
        <translation>Bundle of room hub {room} for {office}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/stick_words.py"/>
        <source>Gói gửi về của máy này</source>
        <translation>This laptop's bundle for the office</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/stick_words.py"/>
        <source>phần {part}/{parts}</source>
        <translation>part {part} of {parts}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/stick_words.py"/>
        <source>có phần của máy này</source>
        <translation>with a part for this laptop</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/stick_words.py"/>
        <source>Đã chép ra USB</source>
        <translation>Copied to USB</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/stick_words.py"/>
        <source>Tháo USB an toàn rồi hãy rút.</source>
        <translation>Eject the stick safely before you pull it out.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/stick_words.py"/>
        <source>Gói của máy này đã ở trên USB</source>
        <translation>This laptop's bundle is on the stick</translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/sync/stick_words.py"/>
        <source>{n} việc đã chép ra USB – chưa được ghi nhận</source>
        <translation><numerusform>{n} item copied to USB – not recorded yet</numerusform><numerusform>{n} items copied to USB – not recorded yet</numerusform></translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/stick_words.py"/>
        <source>Chỉ máy chủ và trạm phòng họp của cơ quan mở được gói này; thư ký mang hộ cũng không xem được. Mọi việc vẫn còn trên máy này cho đến khi có biên nhận, và vẫn tự gửi khi có mạng.</source>
        <translation>Only the office's hub and its room hubs can open this bundle; the secretary who carries it sees nothing of it. Everything stays on this laptop until its receipt comes, and is sent by itself when there is a line.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/stick_words.py"/>
        <source>Có cả phần của trạm {room}</source>
        <translation>The part of room hub {room} is there too</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/stick_words.py"/>
        <source>Phiếu, kết quả và mọi việc trạm đã nhận: chỉ máy chủ của cơ quan mở được.</source>
        <translation>Ballots, results and all that the room hub took: only the office's hub can open it.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/stick_words.py"/>
        <source>Chưa chép được phần của trạm phòng họp</source>
        <translation>The room hub's part could not be copied</translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/sync/stick_words.py"/>
        <source>Gói cho {n} máy đã ở trên USB</source>
        <translation><numerusform>The bundle for {n} laptop is on the stick</numerusform><numerusform>The bundle for {n} laptops is on the stick</numerusform></translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/stick_words.py"/>
        <source>Phần riêng của từng máy do trạm {room} làm</source>
        <translation>Each laptop's own part was made by the room hub {room}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/stick_words.py"/>
        <source>Máy nào đã biết trạm này thì mở được.</source>
        <translation>Laptops that know this room hub can open it.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/stick_words.py"/>
        <source>Đã chép tiếp gói còn dở trên USB này.</source>
        <translation>Went on with the unfinished bundle on this stick.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/sync/stick_words.py"/>
        <source>{n} việc của bạn đã được ghi nhận</source>
        <translation><numerusform>{n} item of yours is recorded now</numerusform><numerusform>{n} items of yours are recorded now</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/sync/stick_words.py"/>
        <source>{n} việc của bạn đã nhận qua trạm phòng họp – chờ máy chủ ghi nhận</source>
        <translation><numerusform>The room hub has {n} item of yours – the office is still to record it</numerusform><numerusform>The room hub has {n} items of yours – the office is still to record them</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/sync/stick_words.py"/>
        <source>{n} việc của bạn đang chuyển đến trạm phòng họp – chưa được ghi nhận</source>
        <translation><numerusform>{n} item of yours is on its way to the room hub – not recorded yet</numerusform><numerusform>{n} items of yours are on their way to the room hub – not recorded yet</numerusform></translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/stick_words.py"/>
        <source>Tài liệu mới: {name}</source>
        <translation>New packet: {name}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/stick_words.py"/>
        <source>Đã thu hồi: {name}</source>
        <translation>Recalled: {name}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/stick_words.py"/>
        <source>{size} tài liệu</source>
        <translation>{size} of documents</translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/sync/stick_words.py"/>
        <source>{n} việc mới của kỳ họp</source>
        <translation><numerusform>{n} new item of the meeting</numerusform><numerusform>{n} new items of the meeting</numerusform></translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/stick_words.py"/>
        <source>Máy {device}</source>
        <translation>Laptop {device}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/stick_words.py"/>
        <source>Đã dừng giữa chừng</source>
        <translation>Stopped half-way</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/stick_words.py"/>
        <source>Phần đã nhận được giữ lại; nhận lại là máy làm tiếp.</source>
        <translation>What was taken is kept; taking again goes on from there.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/stick_words.py"/>
        <source>Máy này đã có đủ, không có gì mới trên USB.</source>
        <translation>This laptop has it all; there is nothing new on the stick.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/stick_words.py"/>
        <source>Không có việc nào chờ ghi nhận.</source>
        <translation>Nothing waited to be recorded.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/sync/stick_words.py"/>
        <source>Đã ghi nhận {n} việc</source>
        <translation><numerusform>Recorded {n} item</numerusform><numerusform>Recorded {n} items</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/sync/stick_words.py"/>
        <source>Trạm {room} đã nhận {n} việc</source>
        <translation><numerusform>The room hub {room} took {n} item</numerusform><numerusform>The room hub {room} took {n} items</numerusform></translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/stick_words.py"/>
        <source>chuyển tiếp {n}</source>
        <translation>passes on {n}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/stick_words.py"/>
        <source>không nhận {n}</source>
        <translation>refused {n}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/stick_words.py"/>
        <source>còn chờ {n}</source>
        <translation>still waiting {n}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/stick_words.py"/>
        <source>Biên nhận đã chép lên USB.</source>
        <translation>The receipts are on the stick.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/stick_words.py"/>
        <source>Chưa nhận được gì</source>
        <translation>Nothing was taken</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/stick_words.py"/>
        <source>Đã nhận một phần</source>
        <translation>Taken in part</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/stick_words.py"/>
        <source>Đã nhận xong</source>
        <translation>Taken</translation>
    </message>
</context>
<context>
    <name>StoragePage</name>
    <message>
        <location filename="../../reader/ui/admin/storage_page.py"/>
        <source>Ổ đĩa máy chủ</source>
        <translation>The hub's disk</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/storage_page.py"/>
        <source>Sao lưu</source>
        <translation>Backup</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/storage_page.py"/>
        <source>Còn trống {size}</source>
        <translation>{size} free</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/storage_page.py"/>
        <source>Chương trình máy chủ: bản {version}.</source>
        <translation>The hub's program: version {version}.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/storage_page.py"/>
        <source>Tài liệu</source>
        <translation>Documents</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/storage_page.py"/>
        <source>Cơ sở dữ liệu: người, việc làm, phiếu, nhật ký</source>
        <translation>Database: people, acts, ballots, log</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/storage_page.py"/>
        <source>Đã dùng trên cả ổ đĩa</source>
        <translation>Used of the whole disk</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/storage_page.py"/>
        <source>{used} trên {all}</source>
        <translation>{used} of {all}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/storage_page.py"/>
        <source>Chưa có bản sao lưu nào trong 48 giờ qua</source>
        <translation>No backup in the last 48 hours</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/storage_page.py"/>
        <source>Máy chủ hỏng lúc này thì mất những gì chỉ có ở đó. Trên máy chủ: chạy serve với --backup, hoặc lệnh backup, và xem nhật ký của nó.</source>
        <translation>If the hub broke now, what only it has would be lost. At the hub: run serve with --backup, or the command backup, and look at its log.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/storage_page.py"/>
        <source>Ổ đĩa máy chủ sắp đầy</source>
        <translation>The hub's disk is nearly full</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/storage_page.py"/>
        <source>Đầy thì không nhận thêm tài liệu; phiếu và việc làm chờ ở máy của mọi người.</source>
        <translation>When it is full it takes no more documents; ballots and acts wait on people's laptops.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/storage_page.py"/>
        <source>Máy chủ không biết bản sao lưu nào</source>
        <translation>The hub knows of no backup</translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/storage_page.py"/>
        <source>Bản mới nhất: {time}</source>
        <translation>Newest: {time}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/admin/storage_page.py"/>
        <source>{n} bản được giữ</source>
        <translation><numerusform>{n} copy kept</numerusform><numerusform>{n} copies kept</numerusform></translation>
    </message>
    <message>
        <location filename="../../reader/ui/admin/storage_page.py"/>
        <source>do bản {version} ghi</source>
        <translation>written by version {version}</translation>
    </message>
</context>
<context>
    <name>StrangeDialog</name>
    <message>
        <location filename="../../reader/ui/keys/laptops.py"/>
        <source>Máy lạ mang tên bạn</source>
        <translation>A stranger's laptop in your name</translation>
    </message>
    <message>
        <location filename="../../reader/ui/keys/laptops.py"/>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
    <message>
        <location filename="../../reader/ui/keys/laptops.py"/>
        <source>Gọi điện ngay cho văn phòng, đọc tên máy và ngày ghi danh, yêu cầu thu hồi máy đó.</source>
        <translation>Phone the office at once, read out its name and the day it was enrolled, and have it revoked.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/keys/laptops.py"/>
        <source>Người giữ máy đó nhận được tài liệu gửi cho bạn và gửi được phiếu, ý kiến mang tên bạn. Đối chiếu phiếu mang tên bạn với văn phòng.</source>
        <translation>Whoever has it receives what is sent to you, and can vote and speak in your name. Check the ballots in your name with the office.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/keys/laptops.py"/>
        <source>Ghi chú riêng vẫn an toàn nếu bạn chưa bấm “Giống nhau” để đưa khóa cho máy đó.</source>
        <translation>Private notes are safe as long as you have not pressed “The same” to give it the key.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/keys/laptops.py"/>
        <source>Dòng báo vẫn hiện trên kệ họp cho đến khi bạn nhận đó là máy của mình.</source>
        <translation>The line stays on the shelf until you say that the laptop is yours.</translation>
    </message>
</context>
<context>
    <name>SubmitDialog</name>
    <message>
        <location filename="../../reader/ui/compose/sending.py"/>
        <source>Trình phê duyệt</source>
        <translation>Submit for approval</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/sending.py"/>
        <source>Soạn tiếp</source>
        <translation>Go on composing</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/sending.py"/>
        <source>Ký và trình</source>
        <translation>Sign and submit</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/sending.py"/>
        <source>Phải sửa trước</source>
        <translation>To be put right first</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/sending.py"/>
        <source>Bản {n}</source>
        <translation>Version {n}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/compose/sending.py"/>
        <source>Và {n} tệp nữa.</source>
        <translation><numerusform>And {n} more file.</numerusform><numerusform>And {n} more files.</numerusform></translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/sending.py"/>
        <source>Nên xem lại trước khi ký</source>
        <translation>Better looked at before signing</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/sending.py"/>
        <source>Không thêm, bớt hay thay tài liệu nào.</source>
        <translation>No document was added, removed or replaced.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/sending.py"/>
        <source>So với bản {n} đã phát hành</source>
        <translation>Against version {n}, which is published</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/sending.py"/>
        <source>Lý do có bản mới</source>
        <translation>Reason for the new version</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/sending.py"/>
        <source>Lý do có bản mới, đại biểu sẽ đọc</source>
        <translation>Reason for the new version; delegates will read it</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/sending.py"/>
        <source>Người phê duyệt, là người khác, xem đúng bản này rồi xác nhận. Đại biểu chưa thấy gì.</source>
        <translation>The approver, who is another person, sees exactly this version and confirms it. Delegates see nothing yet.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/sending.py"/>
        <source>Chưa có tài liệu nào.</source>
        <translation>There is no document yet.</translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message>
        <location filename="../../reader/ui/approve/summary.py"/>
        <source>Đọc tài liệu</source>
        <translation>Read the documents</translation>
    </message>
    <message>
        <location filename="../../reader/ui/approve/summary.py"/>
        <source>Xác nhận phê duyệt…</source>
        <translation>Approve…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/approve/summary.py"/>
        <source>Trả lại…</source>
        <translation>Return…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/approve/summary.py"/>
        <source>Bản {n}, {by} trình</source>
        <translation>Version {n}, submitted by {by}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/approve/summary.py"/>
        <source>Lý do có bản mới, đại biểu sẽ đọc</source>
        <translation>Reason for the new version; delegates will read it</translation>
    </message>
    <message>
        <location filename="../../reader/ui/approve/summary.py"/>
        <source>Không thêm, bớt hay thay tài liệu nào.</source>
        <translation>No document was added, removed or replaced.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/approve/summary.py"/>
        <source>So với bản {n} đã phát hành</source>
        <translation>Against version {n}, which is published</translation>
    </message>
    <message>
        <location filename="../../reader/ui/approve/summary.py"/>
        <source>Biểu quyết</source>
        <translation>Motion</translation>
    </message>
</context>
<context>
    <name>Sync</name>
    <message>
        <location filename="../../reader/ui/sync/addresses.py"/>
        <source>Wi-Fi</source>
        <translation>Wi-Fi</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/addresses.py"/>
        <source>Dây mạng</source>
        <translation>Cable</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/addresses.py"/>
        <source>Điểm phát sóng của điện thoại</source>
        <translation>A phone's hotspot</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/addresses.py"/>
        <source>Điểm phát sóng của máy này</source>
        <translation>This laptop's own hotspot</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/addresses.py"/>
        <source>Mạng của phòng</source>
        <translation>The room's network</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/addresses.py"/>
        <source>Mạng chưa cấp địa chỉ</source>
        <translation>A network that gave no address</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/addresses.py"/>
        <source>Mạng riêng trong máy</source>
        <translation>A network inside this laptop</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/addresses.py"/>
        <source>Máy nào không tự tìm ra trạm: mở Đồng bộ, bấm “Gõ địa chỉ trạm…”, gõ đúng dãy số này.</source>
        <translation>If a laptop does not find the room hub by itself: open Sync, press “Type its address…” and type these digits.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/addresses.py"/>
        <source>Nối máy với trạm phòng họp</source>
        <translation>Connect to the room hub</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/parts.py"/>
        <source>Đã hiểu</source>
        <translation>Understood</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/room_words.py"/>
        <source>Máy này chưa vào mạng nào</source>
        <translation>This laptop is on no network</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/room_words.py"/>
        <source>Vào Wi-Fi của phòng họp hoặc cắm dây mạng; trạm không cần internet.</source>
        <translation>Join the room's Wi-Fi or plug in a cable; the room hub needs no internet.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/room_words.py"/>
        <source>Chưa nghe thấy trạm phòng họp nào</source>
        <translation>No room hub was heard yet</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/room_words.py"/>
        <source>Máy đang ở mạng: {networks}. Nếu trạm đã mở, mạng này không cho các máy tìm nhau: gõ địa chỉ trên màn chiếu.</source>
        <translation>This laptop is on: {networks}. If the room hub is running, this network keeps laptops from finding one another: type the address on the projector.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/room_words.py"/>
        <source>Chưa thấy trạm phòng họp nào</source>
        <translation>No room hub in sight</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/room_words.py"/>
        <source>Trong phòng họp, máy tự tìm ra trạm; nếu mạng không cho, gõ địa chỉ trên màn chiếu.</source>
        <translation>In the meeting room this laptop finds it by itself; where the network does not let it, type the address on the projector.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/room_words.py"/>
        <source>Đang nối với trạm “{name}”</source>
        <translation>Connected to the room hub “{name}”</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/room_words.py"/>
        <source>Biểu quyết và tài liệu đi được cả khi mất internet.</source>
        <translation>Votes and documents go on without the internet.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/room_words.py"/>
        <source>Đang tìm trạm “{name}”…</source>
        <translation>Looking for the room hub “{name}”…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/room_words.py"/>
        <source>Chưa nối được trạm “{name}”</source>
        <translation>Not connected to the room hub “{name}”</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/room_words.py"/>
        <source>Đang tạm dừng với trạm “{name}”</source>
        <translation>Paused with the room hub “{name}”</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/room_words.py"/>
        <source>Mất liên lạc với trạm “{name}”</source>
        <translation>Lost the room hub “{name}”</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/room_words.py"/>
        <source>Việc đã làm vẫn nằm trong máy; thấy trạm là máy tự nối lại.</source>
        <translation>What was done is kept on this laptop; it connects again by itself.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/room_words.py"/>
        <source>Trạm chưa biết máy này: máy mới ghi danh hoặc người này không dự kỳ họp trạm mang. Trạm có mạng một lần là biết.</source>
        <translation>The room hub does not know this laptop: it was enrolled lately, or its person takes no part in the meetings that it carries. It will once it has had a line.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/room_words.py"/>
        <source>Đó không phải là địa chỉ. Ví dụ: 192.168.1.20</source>
        <translation>That is no address. For example: 192.168.1.20</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/room_words.py"/>
        <source>Trạm trên máy này chưa chạy được</source>
        <translation>The room hub here could not run</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/room_words.py"/>
        <source>Máy này chưa phải trạm phòng họp</source>
        <translation>This laptop is no room hub yet</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/room_words.py"/>
        <source>Xin người quản trị một mã cho trạm, làm một lần.</source>
        <translation>Ask the administrator for a room hub's code; it is done once.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/room_words.py"/>
        <source>Trạm chờ người quản trị ký danh sách</source>
        <translation>The room hub waits for the administrator to sign the roster</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/room_words.py"/>
        <source>Ký xong, bấm mở trạm khi máy này có mạng.</source>
        <translation>Once signed, start it while this laptop has a line.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/room_words.py"/>
        <source>Dấu khóa của trạm, để người quản trị so trước khi ký: {mark}.</source>
        <translation>Mark of its key, for the administrator to compare before signing: {mark}.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/room_words.py"/>
        <source>Máy này sẵn sàng làm trạm phòng họp</source>
        <translation>This laptop can be the room hub</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/room_words.py"/>
        <source>Mở trước giờ họp. Tài liệu trong trạm không mã hóa: dùng mã hóa ổ đĩa.</source>
        <translation>Start it before the meeting. The documents in it are not encrypted: use disk encryption.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/room_words.py"/>
        <source>Đang chuẩn bị trạm…</source>
        <translation>Preparing the room hub…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/room_words.py"/>
        <source>Đang đóng trạm…</source>
        <translation>Closing the room hub…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/room_words.py"/>
        <source>Máy này đang là trạm phòng họp</source>
        <translation>This laptop is the room hub</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/room_words.py"/>
        <source>Địa chỉ cho máy không tự tìm ra: {address}.</source>
        <translation>The address for laptops that do not find it: {address}.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/room_words.py"/>
        <source>Máy này chưa vào mạng nào: vào Wi-Fi của phòng, hoặc phát sóng từ điện thoại.</source>
        <translation>This laptop is on no network: join the room's Wi-Fi, or a phone's hotspot.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/room_words.py"/>
        <source>Chưa tới được máy chủ; có mạng là tự chuyển lên.</source>
        <translation>The office's hub is out of reach; with a line all goes up by itself.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/room_words.py"/>
        <source>Đang nối với máy chủ; mọi việc tự chuyển lên.</source>
        <translation>Connected to the office; everything goes up by itself.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/screen.py"/>
        <source>còn {n} tệp</source>
        <translation>{n} to come</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Đang nối trạm phòng họp</source>
        <translation>Connected to the room hub</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Chưa nối được</source>
        <translation>Not connected</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Chưa liên lạc lần nào</source>
        <translation>No contact yet</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Chỉ gửi nhận thứ nhỏ – {left}</source>
        <translation>Only small things – {left}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Đã gửi hết</source>
        <translation>All sent</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>vừa liên lạc {time}</source>
        <translation>contact at {time}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Không gửi, không tải gì cho đến khi tiếp tục.</source>
        <translation>Nothing is sent or fetched until you continue.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Đang nối với trạm phòng họp</source>
        <translation>Connected to the room hub</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Chưa tới được máy chủ cơ quan. Trạm giữ mọi việc đã nhận và tự chuyển lên khi có mạng.</source>
        <translation>The office's hub is out of reach. The room hub keeps all that it received and passes it on by itself.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Tài liệu, ghi chú và phiếu vẫn an toàn trên máy này; có mạng là máy tự nối lại.</source>
        <translation>Documents, notes and ballots are safe on this laptop; it reconnects by itself.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Có mạng là máy tự liên lạc và tải tài liệu về.</source>
        <translation>With a line, this laptop makes contact by itself and fetches documents.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>{what} chờ gửi</source>
        <translation>Waiting to send: {what}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Đang gửi {what}</source>
        <translation>Sending: {what}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Còn {n} tệp, {size}</source>
        <translation><numerusform>{n} file left, {size}</numerusform><numerusform>{n} files left, {size}</numerusform></translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>{size}, chỉ tải phần thay đổi</source>
        <translation>{size}, only what changed</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Đang tải, còn {left}</source>
        <translation>Downloading, {left} left</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Đang tải, đã có {far}</source>
        <translation>Downloading, {far} here</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Để sau · còn {left}</source>
        <translation>Later · {left} left</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Chờ tới lượt · {left}</source>
        <translation>Waiting its turn · {left}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Tạm dừng · còn {left}</source>
        <translation>Paused · {left} left</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Thông tin trên máy tính đến {time}. Có thể đã có bản mới hơn.</source>
        <translation>What is here is as of {time}. There may be newer versions.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Đã có bản mới hơn, đang chờ tải</source>
        <translation>A newer version exists, waiting for it</translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/sync/words.py"/>
        <source>{n} phiếu</source>
        <translation><numerusform>{n} ballot</numerusform><numerusform>{n} ballots</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/sync/words.py"/>
        <source>{n} ghi chú</source>
        <translation><numerusform>{n} note</numerusform><numerusform>{n} notes</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/sync/words.py"/>
        <source>{n} việc</source>
        <translation><numerusform>{n} item</numerusform><numerusform>{n} items</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/sync/words.py"/>
        <source>{n} việc khác</source>
        <translation><numerusform>{n} other item</numerusform><numerusform>{n} other items</numerusform></translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Phiếu biểu quyết</source>
        <translation>Ballot</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Ghi chú</source>
        <translation>Note</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Ghi chú riêng, đã khóa</source>
        <translation>Private note, locked</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Xóa một ghi chú</source>
        <translation>A note deleted</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Góp ý hoặc trả lời</source>
        <translation>Opinion or reply</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Xóa một góp ý</source>
        <translation>An opinion deleted</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Điểm danh</source>
        <translation>Check-in</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Xin khóa ghi chú riêng</source>
        <translation>Asking for the key of private notes</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Trả lời máy xin khóa</source>
        <translation>Answering a laptop that asks for the key</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Trả lời máy có khóa</source>
        <translation>Answering the laptop that has the key</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Khóa ghi chú riêng, đã niêm phong</source>
        <translation>Key of private notes, sealed</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Kết thúc xin khóa</source>
        <translation>Ending an ask for the key</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Chọn máy biểu quyết</source>
        <translation>Choice of the voting laptop</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Chỉ mục chương trình</source>
        <translation>Point at an agenda item</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Ghi điểm danh</source>
        <translation>Write down attendance</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Thêm người phát biểu</source>
        <translation>Add a speaker</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Xếp thứ tự phát biểu</source>
        <translation>Order the speakers</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Mời phát biểu</source>
        <translation>Give the word</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Thêm giờ phát biểu</source>
        <translation>Give a speaker more time</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Kết thúc lượt phát biểu</source>
        <translation>End a speaker's turn</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Bỏ khỏi danh sách phát biểu</source>
        <translation>Take off the list of speakers</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Mở biểu quyết</source>
        <translation>A vote opened</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Ngừng nhận phiếu</source>
        <translation>End the voting</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Ghi phiếu giơ tay hoặc phiếu giấy</source>
        <translation>Votes entered by hand or on paper</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Đề nghị tính một phiếu đến muộn</source>
        <translation>A late ballot put forward</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Xác nhận một lần ghi phiếu</source>
        <translation>An entry of votes confirmed</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Rút một lần ghi phiếu</source>
        <translation>Withdraw an entry</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Hủy biểu quyết</source>
        <translation>Annul the vote</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Kết thúc biểu quyết</source>
        <translation>A vote closed</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Trình tập tài liệu</source>
        <translation>Packet submitted</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Xác nhận phê duyệt</source>
        <translation>Approval confirmed</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Phát hành tập tài liệu</source>
        <translation>Packet published</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Thu hồi tập tài liệu</source>
        <translation>Packet recalled</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Việc của máy này</source>
        <translation>Something this laptop did</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Không được nhận.</source>
        <translation>Not accepted.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Đã ghi nhận lúc {time}</source>
        <translation>Recorded at {time}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Đã ghi nhận lúc {time} tại trạm phòng họp</source>
        <translation>Recorded at {time} by the room hub</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Đã niêm phong trên máy này – đang gửi</source>
        <translation>Sealed on this laptop – sending</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Đang gửi</source>
        <translation>Sending</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Đã niêm phong trên máy này – chờ gửi</source>
        <translation>Sealed on this laptop – waiting to send</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Chờ gửi</source>
        <translation>Waiting to send</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Nối được với hệ thống.</source>
        <translation>Connected to the hub.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Mất mạng. Không mất tài liệu nào.</source>
        <translation>Line lost. No document is lost.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Đã gửi {n} việc.</source>
        <translation><numerusform>Sent {n} item.</numerusform><numerusform>Sent {n} items.</numerusform></translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Nhận bản mới: {name}.</source>
        <translation>New version received: {name}.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Đã tải đủ: {name}.</source>
        <translation>Fully downloaded: {name}.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Máy chủ được khôi phục từ bản sao lưu; máy gửi lại phần hệ thống còn thiếu.</source>
        <translation>The hub was restored from a backup; this laptop sends again what it lacks.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Văn phòng đã thu hồi: {name}. Tài liệu đã xóa khỏi máy này, ghi chú vẫn còn.</source>
        <translation>Recalled by the office: {name}. Documents destroyed here, notes kept.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Đã hết hạn đọc: {name}. Tài liệu đã xóa khỏi máy này, ghi chú vẫn còn.</source>
        <translation>Reading period ended: {name}. Documents destroyed here, notes kept.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Đã có bản mới hơn của {name}, đang chờ tải.</source>
        <translation>There is a newer version of {name}; waiting for it.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Máy này có vẻ là bản sao hoặc vừa khôi phục đĩa. Xin văn phòng mã ghi danh mới.</source>
        <translation>This laptop seems to be a copy or restored from an old disk. Ask the office for a new enrolment code.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Văn phòng đã thu hồi quyền của máy này. Ghi chú vẫn còn và xuất được.</source>
        <translation>The office has revoked this laptop. Notes are kept and can be saved.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Nối được với trạm phòng họp.</source>
        <translation>Connected to the room hub.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Mất liên lạc với trạm phòng họp.</source>
        <translation>Lost the room hub.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Đã đóng trạm trên máy này.</source>
        <translation>The room hub on this laptop was closed.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Trạm phòng họp đã nhận {n} việc.</source>
        <translation><numerusform>The room hub has received {n} item.</numerusform><numerusform>The room hub has received {n} items.</numerusform></translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Có trục trặc; máy tự thử lại.</source>
        <translation>Something went wrong; it is tried again by itself.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Đang nối, có phần máy này không nhận</source>
        <translation>Connected, but something was not accepted</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Mạng yếu, vừa nối lại</source>
        <translation>Weak line, just reconnected</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Mạng chập chờn, đang nối</source>
        <translation>Unsteady line, connecting</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Mạng yếu, vẫn gửi nhận được</source>
        <translation>Weak line, still working</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Đang nối với hệ thống</source>
        <translation>Connecting to the hub</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Khoảng {speed}.</source>
        <translation>About {speed}.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Rớt {n} lần trong 10 phút qua, mỗi lần đều tải tiếp từ chỗ dừng.</source>
        <translation><numerusform>{n} drop in the last 10 minutes; it went on where it stopped.</numerusform><numerusform>{n} drops in the last 10 minutes; each time it went on where it stopped.</numerusform></translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Liên lạc gần nhất lúc {time}.</source>
        <translation>Last contact at {time}.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Mất mạng</source>
        <translation>No line</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Mất mạng từ {time}</source>
        <translation>No line since {time}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Thử lại sau {n} giây.</source>
        <translation>Next try in {n} s.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Thử lại sau {n} phút.</source>
        <translation>Next try in {n} min.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Đang tạm dừng</source>
        <translation>Paused</translation>
    </message>
</context>
<context>
    <name>SyncIndicator</name>
    <message>
        <location filename="../../reader/ui/sync/indicator.py"/>
        <source>Đồng bộ: {state}</source>
        <translation>Sync: {state}</translation>
    </message>
</context>
<context>
    <name>SyncScreen</name>
    <message>
        <location filename="../../reader/ui/sync/screen.py"/>
        <source>Kệ họp</source>
        <translation>Shelf</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/screen.py"/>
        <source>Đồng bộ</source>
        <translation>Sync</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/screen.py"/>
        <source>Đồng bộ ngay</source>
        <translation>Sync now</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/screen.py"/>
        <source>Tạm dừng</source>
        <translation>Pause</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/screen.py"/>
        <source>Gửi lên</source>
        <translation>Going up</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/screen.py"/>
        <source>Tải về</source>
        <translation>Coming down</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/screen.py"/>
        <source>Xuất phần chưa ghi nhận…</source>
        <translation>Save unrecorded work…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/screen.py"/>
        <source>Chép ra USB…</source>
        <translation>Copy to USB…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/screen.py"/>
        <source>Nhận từ USB…</source>
        <translation>Take from USB…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/screen.py"/>
        <source>Xem cả nhật ký</source>
        <translation>Show the whole log</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/screen.py"/>
        <source>Tiếp tục</source>
        <translation>Resume</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/screen.py"/>
        <source>Đã gửi hết</source>
        <translation>All sent</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/screen.py"/>
        <source>Trạm phòng họp đã nhận hết</source>
        <translation>The room hub has received all of it</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/screen.py"/>
        <source>Đã chuyển đi hết</source>
        <translation>Everything was passed on</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/screen.py"/>
        <source>{what} đã chép ra USB</source>
        <translation>{what} copied to the stick</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/screen.py"/>
        <source>Không còn gì chờ gửi từ máy này.</source>
        <translation>Nothing on this laptop waits to be sent.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/screen.py"/>
        <source>Chờ máy chủ cơ quan ghi nhận, không cần làm gì.</source>
        <translation>The office's hub is still to record it; nothing needs to be done.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/screen.py"/>
        <source>Chờ nơi ghi phiếu ghi nhận, không cần làm gì.</source>
        <translation>The recorder has yet to record it. Nothing to do.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/screen.py"/>
        <source>Chưa được ghi nhận: đưa USB cho thư ký. Có mạng thì máy vẫn tự gửi.</source>
        <translation>Not recorded yet: give the stick to the secretary. With a line they still go by themselves.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/screen.py"/>
        <source>Phiếu luôn đi trước. Mọi thứ tự gửi khi có mạng.</source>
        <translation>Ballots always go first. Everything is sent by itself when there is a line.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/screen.py"/>
        <source>Tự gửi khi có mạng, không cần làm gì.</source>
        <translation>Sent by itself when there is a line, nothing to do.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/screen.py"/>
        <source>Phiếu luôn đi trước.</source>
        <translation>Ballots always go first.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/sync/screen.py"/>
        <source>{n} việc không được nhận, lý do ở dưới.</source>
        <translation><numerusform>{n} item was not accepted; the reason is below.</numerusform><numerusform>{n} items were not accepted; the reasons are below.</numerusform></translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/screen.py"/>
        <source>Không còn gì chờ gửi. Việc không được nhận đã ẩn vẫn xuất ra tệp được.</source>
        <translation>Nothing waits to go up. Refused work that you put away can still be saved to a file.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/screen.py"/>
        <source>và {n} việc nữa</source>
        <translation>and {n} more</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/screen.py"/>
        <source>Đủ tài liệu</source>
        <translation>Complete</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/screen.py"/>
        <source>Mọi tài liệu đã phát hành đều ở trên máy này.</source>
        <translation>Every published document is on this laptop.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/screen.py"/>
        <source>Kỳ họp gần nhất tải trước, theo thứ tự chương trình.</source>
        <translation>The next meeting comes first, in agenda order.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/screen.py"/>
        <source>Đang tạm dừng, phần đã có được giữ lại.</source>
        <translation>Paused; what is here is kept.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/screen.py"/>
        <source>Lúc này chỉ gửi nhận thứ nhỏ, tệp lớn để sau. Phần đã có được giữ lại.</source>
        <translation>Only small things now, large files later. What has come is kept.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/screen.py"/>
        <source>Có mạng là tải tiếp từ chỗ dừng.</source>
        <translation>Goes on where it stopped when there is a line.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/screen.py"/>
        <source>Đang nhường đường cho phiếu, sẽ tự tải tiếp.</source>
        <translation>Making way for a ballot; goes on by itself.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/screen.py"/>
        <source>và {n} tệp nữa</source>
        <translation>and {n} more</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/screen.py"/>
        <source>Thu gọn nhật ký</source>
        <translation>Show less of the log</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/screen.py"/>
        <source>Chưa có gì để ghi.</source>
        <translation>Nothing to log yet.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/screen.py"/>
        <source>Đã ẩn việc không được nhận</source>
        <translation>Hidden: what was not accepted</translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/screen.py"/>
        <source>Nhật ký</source>
        <translation>Log</translation>
    </message>
</context>
<context>
    <name>TalkDialog</name>
    <message>
        <location filename="../../reader/ui/keys/talk_dialog.py"/>
        <source>Chưa gửi được: chờ có mạng.</source>
        <translation>Not sent yet: waiting for the line.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/keys/talk_dialog.py"/>
        <source>Chờ đến {time}.</source>
        <translation>Waiting until {time}.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/keys/talk_dialog.py"/>
        <source>Máy “{name}” có hiện đúng sáu chữ số này không?</source>
        <translation>Does “{name}” show exactly these six digits?</translation>
    </message>
    <message>
        <location filename="../../reader/ui/keys/talk_dialog.py"/>
        <source>Đặt hai máy cạnh nhau và so từng chữ số. Cả hai máy đều phải bấm “Giống nhau”.</source>
        <translation>Put the two side by side and compare each digit. “The same” must be pressed on both.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/keys/talk_dialog.py"/>
        <source>Khác nhau</source>
        <translation>Different</translation>
    </message>
    <message>
        <location filename="../../reader/ui/keys/talk_dialog.py"/>
        <source>Giống nhau</source>
        <translation>The same</translation>
    </message>
</context>
<context>
    <name>Templates</name>
    <message>
        <location filename="../../reader/ui/papers/templates.py"/>
        <source>Mẫu văn bản</source>
        <translation>Templates</translation>
    </message>
    <message>
        <location filename="../../reader/ui/papers/templates.py"/>
        <source>Lưu mẫu của chương trình, sửa trong Word (giữ nguyên các chỗ trong ngoặc nhọn), rồi chọn lại làm mẫu của cơ quan.</source>
        <translation>Save the program's template, change it in Word (leave what stands in braces), then choose it as the office's own.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/papers/templates.py"/>
        <source>Tiếp tục…</source>
        <translation>Continue…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/papers/templates.py"/>
        <source>Mẫu của</source>
        <translation>Template of</translation>
    </message>
    <message>
        <location filename="../../reader/ui/papers/templates.py"/>
        <source>Lưu mẫu của chương trình để sửa</source>
        <translation>Save the program's template to change it</translation>
    </message>
    <message>
        <location filename="../../reader/ui/papers/templates.py"/>
        <source>Chọn mẫu của cơ quan</source>
        <translation>Choose the office's own</translation>
    </message>
    <message>
        <location filename="../../reader/ui/papers/templates.py"/>
        <source>Dùng lại mẫu của chương trình</source>
        <translation>Use the program's own again</translation>
    </message>
    <message>
        <location filename="../../reader/ui/papers/templates.py"/>
        <source>Việc cần làm</source>
        <translation>What to do</translation>
    </message>
    <message>
        <location filename="../../reader/ui/papers/templates.py"/>
        <source>Từ nay dùng mẫu của chương trình</source>
        <translation>The program's template is used from now on</translation>
    </message>
    <message>
        <location filename="../../reader/ui/papers/templates.py"/>
        <source>Từ nay dùng mẫu này</source>
        <translation>This template is used from now on</translation>
    </message>
    <message>
        <location filename="../../reader/ui/papers/templates.py"/>
        <source>Biên bản</source>
        <translation>Minutes</translation>
    </message>
    <message>
        <location filename="../../reader/ui/papers/templates.py"/>
        <source>Giấy mời</source>
        <translation>Invitation</translation>
    </message>
    <message>
        <location filename="../../reader/ui/papers/templates.py"/>
        <source>Nghị quyết</source>
        <translation>Resolution</translation>
    </message>
    <message>
        <location filename="../../reader/ui/papers/templates.py"/>
        <source>Kết quả</source>
        <translation>Result</translation>
    </message>
    <message>
        <location filename="../../reader/ui/papers/templates.py"/>
        <source>Tài liệu Word (*.docx)</source>
        <translation>Word document (*.docx)</translation>
    </message>
    <message>
        <location filename="../../reader/ui/papers/templates.py"/>
        <source>Mẫu {paper}.docx</source>
        <translation>Template, {paper}.docx</translation>
    </message>
    <message>
        <location filename="../../reader/ui/papers/templates.py"/>
        <source>Lưu mẫu</source>
        <translation>Save the template</translation>
    </message>
    <message>
        <location filename="../../reader/ui/papers/templates.py"/>
        <source>Chọn mẫu</source>
        <translation>Choose a template</translation>
    </message>
</context>
<context>
    <name>TextEditor</name>
    <message>
        <location filename="../../reader/ui/page/text_editor.py"/>
        <source>Chữ trên trang {page}: {text}</source>
        <translation>Text on page {page}: {text}</translation>
    </message>
</context>
<context>
    <name>ThemeButton</name>
    <message>
        <location filename="../../reader/ui/unlock/frame.py"/>
        <source>Tối</source>
        <translation>Dark</translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/frame.py"/>
        <source>Sáng</source>
        <translation>Light</translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/frame.py"/>
        <source>Đổi sang nền sáng</source>
        <translation>Switch to the light theme</translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/frame.py"/>
        <source>Đổi sang nền tối</source>
        <translation>Switch to the dark theme</translation>
    </message>
</context>
<context>
    <name>ThreadPane</name>
    <message>
        <location filename="../../reader/ui/marks/thread.py"/>
        <source>Trả lời cho ghi chú này</source>
        <translation>Replies to this note</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/thread.py"/>
        <source>Trả lời</source>
        <translation>Reply</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/thread.py"/>
        <source>Trả lời ở đây…</source>
        <translation>Reply here…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/thread.py"/>
        <source>Gửi</source>
        <translation>Send</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/thread.py"/>
        <source>Gửi trả lời</source>
        <translation>Send the reply</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/thread.py"/>
        <source>Xóa</source>
        <translation>Delete</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/thread.py"/>
        <source>Xóa trả lời</source>
        <translation>Delete the reply</translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/marks/thread.py"/>
        <source>Trao đổi: {n} trả lời</source>
        <translation><numerusform>Thread: {n} reply</numerusform><numerusform>Thread: {n} replies</numerusform></translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/thread.py"/>
        <source>Chưa ai trả lời</source>
        <translation>No replies yet</translation>
    </message>
</context>
<context>
    <name>ThresholdBar</name>
    <message numerus="yes">
        <location filename="../../reader/ui/widgets/threshold.py"/>
        <source>{total} đại biểu: tán thành {yes}, không tán thành {no}, không biểu quyết {abstain}, không có phiếu {missing}.</source>
        <translation><numerusform>{total} delegate: for {yes}, against {no}, not voting {abstain}, no ballot {missing}.</numerusform><numerusform>{total} delegates: for {yes}, against {no}, not voting {abstain}, no ballot {missing}.</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/widgets/threshold.py"/>
        <source>Cần {n} phiếu tán thành.</source>
        <translation><numerusform>Needs {n} vote for.</numerusform><numerusform>Needs {n} votes for.</numerusform></translation>
    </message>
    <message>
        <location filename="../../reader/ui/widgets/threshold.py"/>
        <source>Cần {n}</source>
        <translation>Needs {n}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/widgets/threshold.py"/>
        <source>Có mặt {n}</source>
        <translation>Present: {n}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/widgets/threshold.py"/>
        <source>Vắng {n}</source>
        <translation>Absent: {n}</translation>
    </message>
</context>
<context>
    <name>Thumbnails</name>
    <message>
        <location filename="../../reader/ui/page/thumbnails.py"/>
        <source>Hình các trang</source>
        <translation>All pages in small</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <location filename="../../reader/ui/widgets/toast.py"/>
        <source>Hoàn tác</source>
        <translation>Undo</translation>
    </message>
</context>
<context>
    <name>TotalsForm</name>
    <message>
        <location filename="../../reader/ui/desk/enter_totals.py"/>
        <source>Người được hỏi hoặc được phát phiếu</source>
        <translation>Those asked or given a ballot</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/enter_totals.py"/>
        <source>Đếm cái gì</source>
        <translation>What was counted</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/enter_totals.py"/>
        <source>Tổ kiểm phiếu</source>
        <translation>Tellers</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/enter_totals.py"/>
        <source>Tên, cách nhau bằng dấu phẩy</source>
        <translation>Names, separated by commas</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/enter_totals.py"/>
        <source>Chọn người được hỏi hoặc được phát phiếu.</source>
        <translation>Tick those who were asked or given a ballot.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/enter_totals.py"/>
        <source>Chưa nhập: {what}.</source>
        <translation>Not typed yet: {what}.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/enter_totals.py"/>
        <source>Phát ra: {n}</source>
        <translation>Given out: {n}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/enter_totals.py"/>
        <source>Số người được hỏi: {n}</source>
        <translation>Asked: {n}</translation>
    </message>
</context>
<context>
    <name>Trail</name>
    <message>
        <location filename="../../reader/ui/widgets/trail.py"/>
        <source>xong</source>
        <translation>done</translation>
    </message>
    <message>
        <location filename="../../reader/ui/widgets/trail.py"/>
        <source>đang chờ</source>
        <translation>waiting</translation>
    </message>
    <message>
        <location filename="../../reader/ui/widgets/trail.py"/>
        <source>chưa tới</source>
        <translation>not yet</translation>
    </message>
    <message>
        <location filename="../../reader/ui/widgets/trail.py"/>
        <source>không được</source>
        <translation>refused</translation>
    </message>
</context>
<context>
    <name>TrailPane</name>
    <message>
        <location filename="../../reader/ui/ballot/trail.py"/>
        <source>Đường đi của lá phiếu</source>
        <translation>The way of the ballot</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/trail.py"/>
        <source>Phiếu kín, bỏ phiếu giấy</source>
        <translation>Secret, vote on paper</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/trail.py"/>
        <source>Lựa chọn: {choice}</source>
        <translation>Choice: {choice}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/trail.py"/>
        <source>Quá 1 phút vẫn chờ? Giơ tay báo thư ký</source>
        <translation>Still waiting after 1 minute? Raise a hand</translation>
    </message>
</context>
<context>
    <name>UnlockScreen</name>
    <message>
        <location filename="../../reader/ui/unlock/unlock.py"/>
        <source>Mật khẩu mở sổ</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/unlock.py"/>
        <source>Gõ tiếng Việt có dấu thì bấm “Hiện chữ” để xem dấu đã đúng chưa.</source>
        <translation>When typing Vietnamese accents, choose “Show” to check them.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/unlock.py"/>
        <source>Mở sổ</source>
        <translation>Unlock</translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/unlock.py"/>
        <source>Đang mở sổ</source>
        <translation>Unlocking</translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/unlock.py"/>
        <source>Chưa mở được sổ</source>
        <translation>Not unlocked</translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/unlock/unlock.py"/>
        <source>Chưa đúng. Thử lại sau {n} giây</source>
        <translation><numerusform>Not right. Try again in {n} second</numerusform><numerusform>Not right. Try again in {n} seconds</numerusform></translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/unlock.py"/>
        <source>Chưa đúng. Thử lại được rồi</source>
        <translation>Not right. You can try again now</translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/unlock.py"/>
        <source>Đang mở…</source>
        <translation>Unlocking…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/unlock.py"/>
        <source>Mở được khi không có mạng. Gõ sai không làm mất tài liệu.</source>
        <translation>Opens without a network. A wrong passphrase loses nothing.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/unlock.py"/>
        <source>Quên mật khẩu</source>
        <translation>Forgotten passphrase</translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/unlock.py"/>
        <source>Không phải máy của tôi</source>
        <translation>Not my laptop</translation>
    </message>
</context>
<context>
    <name>VotesPage</name>
    <message>
        <location filename="../../reader/ui/desk/votes.py"/>
        <source>Nội dung biểu quyết</source>
        <translation>Motions</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/votes.py"/>
        <source>Tập tài liệu này không có nội dung biểu quyết</source>
        <translation>This packet has no motions</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/votes.py"/>
        <source>Kết quả</source>
        <translation>Result</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/votes.py"/>
        <source>Bảng đối chiếu</source>
        <translation>Reconciliation sheet</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/votes.py"/>
        <source>Từng phiếu</source>
        <translation>Each ballot</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/votes.py"/>
        <source>Chưa bỏ phiếu</source>
        <translation>Not voted yet</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/votes.py"/>
        <source>Chi tiết biểu quyết</source>
        <translation>Details of the vote</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/votes.py"/>
        <source>Có máy thấy hai sổ ghi phiếu khác nhau</source>
        <translation>A laptop was shown two different logs</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/votes.py"/>
        <source>Máy của {names}. Chưa công bố kết quả; so dấu sổ phiếu và kiểm phiếu lại bằng giấy.</source>
        <translation>Laptops of: {names}. Do not publish the result yet; compare marks of the log and count again on paper.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/votes.py"/>
        <source>Phiếu kín: bỏ phiếu giấy, kiểm phiếu tại phòng họp.</source>
        <translation>Secret ballot: vote on paper, counted in the meeting room.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/votes.py"/>
        <source>Chưa mở. Mở rồi thì câu hỏi, các lựa chọn và danh sách không đổi được nữa.</source>
        <translation>Not open yet. Once open, the question, the choices and the roll can no longer change.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/votes.py"/>
        <source>Chỉ hiện số phiếu đã nhận. Lựa chọn và kết quả hiện sau khi kết thúc.</source>
        <translation>Only the number of ballots received is shown. Choices and the result follow after the close.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/votes.py"/>
        <source>Đã ngừng nhận phiếu, đang kiểm phiếu. Kết quả hiện sau khi công bố.</source>
        <translation>The voting has ended and the votes are being counted. The result is shown once it is announced.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/votes.py"/>
        <source>Đã kết thúc. Kết quả hiện khi máy nhận được.</source>
        <translation>Closed. The result is shown as soon as it arrives.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/votes.py"/>
        <source>Đã nhận phiếu</source>
        <translation>Ballot received</translation>
    </message>
</context>
<context>
    <name>Waiting</name>
    <message>
        <location filename="../../reader/ui/page/waiting.py"/>
        <source>Tài liệu mở ngay khi về đủ. Các tài liệu đã có vẫn đọc được.</source>
        <translation>It opens as soon as it is complete. Documents already here can be read.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/waiting.py"/>
        <source>Đang tải về máy này</source>
        <translation>Downloading to this laptop</translation>
    </message>
</context>
<context>
    <name>WaitingCard</name>
    <message>
        <location filename="../../reader/ui/shelf/side.py"/>
        <source>Xem đồng bộ</source>
        <translation>See sync</translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/side.py"/>
        <source>Việc đang chờ</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/side.py"/>
        <source>Không có việc nào chờ.</source>
        <translation>Nothing is waiting.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/side.py"/>
        <source>Không được nhận.</source>
        <translation>Not accepted.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/side.py"/>
        <source>{n} nội dung chờ bỏ phiếu</source>
        <translation>Motions waiting for a vote: {n}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/side.py"/>
        <source>Tự gửi khi có mạng.</source>
        <translation>Sent by itself when there is a line.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/side.py"/>
        <source>Có mạng thì máy vẫn tự gửi.</source>
        <translation>It is still sent when there is a line.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/side.py"/>
        <source>Không gửi được từ máy này nữa.</source>
        <translation>It can no longer be sent from this laptop.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/side.py"/>
        <source>{what} đã chuyển đi, chờ ghi nhận</source>
        <translation>{what}: passed on, not recorded yet</translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/side.py"/>
        <source>Trạm giữ và tự chuyển đến nơi ghi nhận.</source>
        <translation>It is kept and passed on to the recorder.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/side.py"/>
        <source>{what} đã nhận qua trạm phòng họp</source>
        <translation>{what}: received by the room hub</translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/side.py"/>
        <source>Chờ máy chủ cơ quan ghi nhận.</source>
        <translation>The office has yet to record it.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/side.py"/>
        <source>{what} đã chép ra USB – chưa được ghi nhận</source>
        <translation>{what}: copied to USB, not recorded yet</translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/side.py"/>
        <source>{what} đã niêm phong, chờ gửi</source>
        <translation>Sealed, waiting to send: {what}</translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/side.py"/>
        <source>{what} chờ gửi</source>
        <translation>Waiting to send: {what}</translation>
    </message>
</context>
<context>
    <name>WhereStrip</name>
    <message>
        <location filename="../../reader/ui/ballot/where.py"/>
        <source>Hệ thống đã ghi nhận: từ nội dung mở tiếp theo, bạn biểu quyết trên máy này.</source>
        <translation>The hub has recorded it: from the next motion that is opened, you vote on this laptop.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/where.py"/>
        <source>Nội dung đã mở trước đó thì bỏ phiếu trên máy cũ.</source>
        <translation>Motions opened before are voted on on the other one.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/where.py"/>
        <source>Đã hiểu</source>
        <translation>Understood</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/where.py"/>
        <source>Bạn biểu quyết trên máy “{name}”.</source>
        <translation>You vote on the laptop “{name}”.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/where.py"/>
        <source>Biểu quyết bằng máy này…</source>
        <translation>Vote on this laptop…</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/where.py"/>
        <source>Máy này đang chờ hệ thống ghi nhận. Đến khi hệ thống nhận, máy kia vẫn là máy biểu quyết.</source>
        <translation>This laptop waits for the hub to record it. Until then the other one is the voting laptop.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/where.py"/>
        <source>Đổi sang máy này khi có mạng.</source>
        <translation>You can change to this laptop when there is a connection.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/where.py"/>
        <source>Hệ thống không nhận lần đổi trước. Xem lý do ở trang Đồng bộ.</source>
        <translation>The hub did not take the last change. The page Sync says why.</translation>
    </message>
</context>
<context>
    <name>WhyDialog</name>
    <message>
        <location filename="../../reader/ui/desk/attendance.py"/>
        <source>Điểm danh</source>
        <translation>Attendance</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/attendance.py"/>
        <source>Ghi</source>
        <translation>Write</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/attendance.py"/>
        <source>Ai dự thay (họ tên, chức vụ)</source>
        <translation>Who comes instead (name, position)</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/attendance.py"/>
        <source>Lý do vắng</source>
        <translation>Reason for absence</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/attendance.py"/>
        <source>Người dự thay không biểu quyết thay.</source>
        <translation>A substitute does not vote.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/attendance.py"/>
        <source>Chỉ thư ký, chủ tọa và người này đọc được.</source>
        <translation>Read by the secretary, the chair and this person only.</translation>
    </message>
</context>
<context>
    <name>WiderDialog</name>
    <message numerus="yes">
        <location filename="../../reader/ui/compose/wider.py"/>
        <source>và {n} tài liệu khác</source>
        <translation><numerusform>and {n} other document</numerusform><numerusform>and {n} other documents</numerusform></translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/wider.py"/>
        <source>Thêm người đọc được</source>
        <translation>More people may read it</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/wider.py"/>
        <source>Để ở chỗ cũ</source>
        <translation>Leave it there</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/wider.py"/>
        <source>Vẫn chuyển</source>
        <translation>Move all the same</translation>
    </message>
    <message>
        <location filename="../../reader/ui/compose/wider.py"/>
        <source>Mục này ai cũng đọc được: “{item}”. Chuyển vào đó thì mọi người trong kỳ họp đọc được, không chỉ những người đã chọn.</source>
        <translation>Everybody may read this item: “{item}”. Moved there, everybody in the meeting may read it, not only those chosen.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../reader/ui/compose/wider.py"/>
        <source>Mục này có người đọc khác: “{item}”. Chuyển vào đó thì thêm {n} người đọc được.</source>
        <translation><numerusform>Others may read this item: “{item}”. Moved there, {n} more person may read it.</numerusform><numerusform>Others may read this item: “{item}”. Moved there, {n} more people may read it.</numerusform></translation>
    </message>
</context>
<context>
    <name>Widths</name>
    <message>
        <location filename="../../reader/ui/marks/swatches.py"/>
        <source>Nét mảnh</source>
        <translation>Thin line</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/swatches.py"/>
        <source>Nét vừa</source>
        <translation>Medium line</translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/swatches.py"/>
        <source>Nét đậm</source>
        <translation>Thick line</translation>
    </message>
</context>
<context>
    <name>_Chosen</name>
    <message>
        <location filename="../../reader/ui/ballot/confirm.py"/>
        <source>Lựa chọn</source>
        <translation>Choice</translation>
    </message>
</context>
<context>
    <name>_GroupRow</name>
    <message numerus="yes">
        <location filename="../../reader/ui/desk/enter_named.py"/>
        <source>{choices} ({means}), {n} người: {names}</source>
        <translation><numerusform>{choices} ({means}), {n} person: {names}</numerusform><numerusform>{choices} ({means}), {n} people: {names}</numerusform></translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/enter_named.py"/>
        <source>Bỏ nhóm này</source>
        <translation>Drop this group</translation>
    </message>
</context>
<context>
    <name>_Nothing</name>
    <message>
        <location filename="../../reader/ui/shelf/shelf.py"/>
        <source>Chưa nối được với hệ thống</source>
        <translation>Not connected to the hub yet</translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/shelf.py"/>
        <source>Có mạng là máy tự liên lạc và tải tài liệu kỳ họp về đây. Không cần làm gì thêm.</source>
        <translation>With a line, this laptop makes contact by itself and brings the meeting's documents here. Nothing else to do.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/shelf.py"/>
        <source>Chưa có kỳ họp nào</source>
        <translation>No meetings yet</translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/shelf.py"/>
        <source>Khi văn phòng phát hành tài liệu, kỳ họp hiện ở đây và tự tải về máy này.</source>
        <translation>When the office publishes documents, the meeting appears here and downloads by itself.</translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/shelf.py"/>
        <source>Chưa có kỳ họp mới</source>
        <translation>No new meeting yet</translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/shelf.py"/>
        <source>Các kỳ họp trước vẫn ở dưới đây, đọc được khi mất mạng.</source>
        <translation>Earlier meetings are below and can be read offline.</translation>
    </message>
</context>
<context>
    <name>_OwnerButton</name>
    <message>
        <location filename="../../reader/ui/header.py"/>
        <source>{name}: máy này và cách hiển thị</source>
        <translation>{name}: this laptop and how it looks</translation>
    </message>
</context>
<context>
    <name>_Pages</name>
    <message>
        <location filename="../../reader/ui/page/thumbnails.py"/>
        <source>Trang {page}, có dấu trang</source>
        <translation>Page {page}, with a bookmark</translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/thumbnails.py"/>
        <source>Trang {page}</source>
        <translation>Page {page}</translation>
    </message>
</context>
<context>
    <name>_Rows</name>
    <message>
        <location filename="../../reader/ui/shelf/rows.py"/>
        <source>Xem lý do</source>
        <translation>Why</translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/rows.py"/>
        <source>Bàn thư ký</source>
        <translation>Secretary's desk</translation>
    </message>
</context>
<context>
    <name>_Strip</name>
    <message>
        <location filename="../../reader/ui/compose/screen.py"/>
        <source>Kéo tệp PDF, tệp Word hoặc thư mục thả vào mục cần thêm</source>
        <translation>Drag PDF files, Word files or folders onto an item</translation>
    </message>
</context>
<context>
    <name>_Tab</name>
    <message>
        <location filename="../../reader/ui/widgets/tabs.py"/>
        <source>{n} việc đang chờ</source>
        <translation>Waiting: {n}</translation>
    </message>
</context>
</TS>
