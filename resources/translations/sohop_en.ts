<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="vi">
<context>
    <name>AboutDialog</name>
    <message>
        <location filename="../../reader/ui/dialogs.py"/>
        <source>Phần mềm tự do, giấy phép AGPL-3.0 trở lên: được dùng, xem mã nguồn, sửa và chia sẻ lại; không kèm bảo hành.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/dialogs.py"/>
        <source>Tài liệu, ghi chú và phiếu trên máy được khóa bằng mật khẩu. Tập tài liệu chỉ hiện khi có đủ hai người xác nhận.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/dialogs.py"/>
        <source>Không bảo vệ được khi máy đã nhiễm mã độc, khi bị ép buộc, khi người khác nhìn hay chụp màn hình, khi mật khẩu quá dễ đoán.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/dialogs.py"/>
        <source>Không dùng cho tài liệu mật nhà nước và không dùng cho bỏ phiếu kín: dùng giấy.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Agenda</name>
    <message>
        <location filename="../../reader/ui/meeting/words.py"/>
        <source>{n} tài liệu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/words.py"/>
        <source>{n} mới</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/words.py"/>
        <source>{n} đổi bản</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/words.py"/>
        <source>{n} trang</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/words.py"/>
        <source>Chờ tải, {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/words.py"/>
        <source>Đã có {part}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/words.py"/>
        <source>Bản quét: không có chữ để tìm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/words.py"/>
        <source>Khẩn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/words.py"/>
        <source>Thượng khẩn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/words.py"/>
        <source>Hỏa tốc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/words.py"/>
        <source>Mới</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/words.py"/>
        <source>Đổi bản lúc {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/words.py"/>
        <source>Mục {number}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AgendaPane</name>
    <message>
        <location filename="../../reader/ui/meeting/agenda.py"/>
        <source>Chương trình</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/agenda.py"/>
        <source>Ẩn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/agenda.py"/>
        <source>Ẩn chương trình</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/agenda.py"/>
        <source>Chương trình và tài liệu</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Ballot</name>
    <message>
        <location filename="../../reader/ui/ballot/draft.py"/>
        <source>Chọn ít nhất một câu trả lời.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/draft.py"/>
        <source>Chọn một câu trả lời.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/draft.py"/>
        <source>Ghi ý kiến vào ô bên trên.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Đã hủy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Phiếu kín, bỏ phiếu giấy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Chưa mở</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Đang mở · không có tên trong danh sách</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Đang mở · chưa bỏ phiếu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Đang mở · phiếu chờ gửi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Đang mở · đã nhận phiếu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Đang mở · cần bỏ phiếu lại</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Phiếu chưa được nhận</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Đang mở</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Đã kết thúc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Đã kết thúc lúc {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Biểu quyết công khai</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Mở lúc {time} theo lịch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Nhận phiếu đến {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Mở lúc {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Đổi được đến {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Đổi được đến khi chủ tọa kết thúc biểu quyết.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Phiếu được niêm phong trên máy này rồi tự gửi khi có mạng. Chỉ tính khi hệ thống nhận trước {time}; đến lúc đó vẫn đổi được.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Phiếu được niêm phong trên máy này rồi tự gửi. Chỉ tính khi trạm phòng họp nhận trước lúc chủ tọa kết thúc; đến lúc đó vẫn đổi được.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>1. Niêm phong trên máy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Niêm phong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>2. Trạm phòng họp nhận</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Trạm nhận</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>2. Hệ thống nhận</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Hệ thống nhận</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>3. Được tính vào kết quả</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Được tính</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Biết sau khi kết thúc biểu quyết.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Chưa bỏ phiếu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Sau khi xác nhận.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Máy tự gửi.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Đã niêm phong trên máy này – chờ gửi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Mất điện cũng không mất.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Chưa tới. Máy tự gửi lại khi có mạng.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Trạm phòng họp đã nhận</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Hệ thống đã nhận</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Đã được tính</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Có trong kết quả.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Đến muộn, không tính</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Đã có phiếu sau thay thế</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Nội dung đã đổi, phiếu cũ không tính</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Hai phiếu khác nhau, chưa tính</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Máy đã bị thu hồi, không tính</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Không có tên trong danh sách</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Phiếu không hợp lệ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Không được tính</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Phiếu tới sau lúc kết thúc. Phiếu được lưu, không tính.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Phiếu sau cùng được tính thay phiếu này.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Phiếu cũ được lưu. Đọc lại nội dung rồi bỏ phiếu lại.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Cả hai phiếu được lưu. Bỏ phiếu lại, hoặc báo thư ký.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Phiếu được lưu, không tính. Đề nghị bỏ phiếu giấy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Phiếu được lưu, không tính. Báo thư ký nếu có nhầm lẫn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Phiếu được lưu, tính là phiếu không hợp lệ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Phiếu được lưu. Hỏi thư ký.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Phiếu vẫn còn trên máy này. Báo thư ký.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Kết quả thăm dò</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Thông qua</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Không thông qua</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Qua mạng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Qua trạm phòng họp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Qua USB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Thư ký ghi theo tên</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Phiếu giấy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Cách khác</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Đã kết thúc · chờ kết quả</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Đã kết thúc: có kết quả</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Đã kết thúc: thông qua</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Đã kết thúc: không thông qua</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Có giấy nhận, chữ ký đúng.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/words.py"/>
        <source>Chưa kiểm được giấy nhận.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BallotPaper</name>
    <message>
        <location filename="../../reader/ui/ballot/paper.py"/>
        <source>Ý kiến của đại biểu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/paper.py"/>
        <source>Ghi ý kiến ở đây</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/paper.py"/>
        <source>Giữ phiếu cũ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/paper.py"/>
        <source>Đổi lựa chọn…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/paper.py"/>
        <source>Bỏ phiếu…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/paper.py"/>
        <source>{rule}: điều luật chưa đối chiếu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/paper.py"/>
        <source>Các câu trả lời</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/paper.py"/>
        <source>Đã niêm phong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/paper.py"/>
        <source>Phiếu kín: bỏ phiếu giấy tại phòng họp. Máy này không ghi lựa chọn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/paper.py"/>
        <source>Chưa mở biểu quyết. Mở rồi thì bỏ phiếu ngay ở đây.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/paper.py"/>
        <source>Không có tên trong danh sách biểu quyết của nội dung này.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/paper.py"/>
        <source>Nội dung này đã bị hủy; phiếu đã gửi được lưu, không tính.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/paper.py"/>
        <source>Đã kết thúc biểu quyết. Kết quả hiện ở đây khi máy nhận được.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/paper.py"/>
        <source>Chọn tối đa {n}. Đã chọn {chosen}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/paper.py"/>
        <source>Đang niêm phong…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/paper.py"/>
        <source>Phiếu đã niêm phong vẫn giữ đến khi niêm phong phiếu mới.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BallotScreen</name>
    <message>
        <location filename="../../reader/ui/ballot/screen.py"/>
        <source>Danh sách</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/screen.py"/>
        <source>Chưa có nội dung biểu quyết</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/screen.py"/>
        <source>Nội dung có trong tập tài liệu sẽ hiện ở đây.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/screen.py"/>
        <source>Biểu quyết · {n} trên {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/screen.py"/>
        <source>Phiếu chưa được niêm phong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/screen.py"/>
        <source>Phiếu chưa được nhận</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/screen.py"/>
        <source>Lựa chọn này chưa niêm phong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/screen.py"/>
        <source>Biểu quyết đã kết thúc trước khi niêm phong, nên chưa gửi gì.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChangesPane</name>
    <message>
        <location filename="../../reader/ui/meeting/changes.py"/>
        <source>Tài liệu mới và đổi bản</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/changes.py"/>
        <source>Chưa có thay đổi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/changes.py"/>
        <source>Văn phòng đổi tài liệu thì hiện ở đây.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/changes.py"/>
        <source>Bản {version}, lúc {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/changes.py"/>
        <source>Văn phòng không ghi lý do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/changes.py"/>
        <source>Mới</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/changes.py"/>
        <source>Đổi bản</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CodeStep</name>
    <message>
        <location filename="../../reader/ui/unlock/code_step.py"/>
        <source>Liên kết hoặc tệp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/code_step.py"/>
        <source>Gõ mã</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/code_step.py"/>
        <source>Cách ghi danh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/code_step.py"/>
        <source>Liên kết ghi danh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/code_step.py"/>
        <source>Dán liên kết người quản trị gửi, hoặc chọn tệp lời mời.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/code_step.py"/>
        <source>Chọn tệp lời mời…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/code_step.py"/>
        <source>Địa chỉ hệ thống</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/code_step.py"/>
        <source>Mã ghi danh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/code_step.py"/>
        <source>{n} ký tự trên giấy mời; không phân biệt chữ hoa, chữ thường.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/code_step.py"/>
        <source>Tiếp tục</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/code_step.py"/>
        <source>Không đọc được tệp này. Chọn lại, hoặc dán liên kết.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/code_step.py"/>
        <source>Tệp này không phải lời mời ghi danh. Chọn lại tệp người quản trị gửi.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/code_step.py"/>
        <source>Liên kết chưa đủ hoặc chưa đúng. Chép lại cả dòng, từ “sohop://”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/code_step.py"/>
        <source>Mã không có ký tự “{letter}”. Xem lại trên giấy mời.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/code_step.py"/>
        <source>Mã không có chữ “{letter}”. Nên tắt bộ gõ tiếng Việt khi gõ mã.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/code_step.py"/>
        <source>Đủ {n} ký tự</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/code_step.py"/>
        <source>Còn {n} ký tự</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/code_step.py"/>
        <source>Đang hỏi hệ thống…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/code_step.py"/>
        <source>Lời mời ghi danh (*.sohop *.txt);;Mọi tệp (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/code_step.py"/>
        <source>Chọn tệp lời mời</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/code_step.py"/>
        <source>Ghi danh máy này</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/code_step.py"/>
        <source>Chỉ làm một lần, cần có mạng. Mã do người quản trị của cơ quan cấp.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConfirmBallot</name>
    <message>
        <location filename="../../reader/ui/ballot/confirm.py"/>
        <source>Xác nhận bỏ phiếu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/confirm.py"/>
        <source>Niêm phong và gửi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/confirm.py"/>
        <source>Mật khẩu mở sổ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/confirm.py"/>
        <source>{question} Lựa chọn: {choice}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DateTile</name>
    <message>
        <location filename="../../reader/ui/widgets/marks.py"/>
        <source>Thứ Hai</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/widgets/marks.py"/>
        <source>Thứ Ba</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/widgets/marks.py"/>
        <source>Thứ Tư</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/widgets/marks.py"/>
        <source>Thứ Năm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/widgets/marks.py"/>
        <source>Thứ Sáu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/widgets/marks.py"/>
        <source>Thứ Bảy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/widgets/marks.py"/>
        <source>Chủ Nhật</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/widgets/marks.py"/>
        <source>tháng {n}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <location filename="../../reader/ui/desk/words.py"/>
        <source>{ready}/{all} đại biểu đọc được dù mất mạng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/words.py"/>
        <source>{n} người thiếu tài liệu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/words.py"/>
        <source>{n} người đọc bản cũ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/words.py"/>
        <source>{n} người chưa có gì</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/words.py"/>
        <source>Mọi người đã có đủ {n} tài liệu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/words.py"/>
        <source>Nếu mạng mất lúc này: {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/words.py"/>
        <source>Chưa có gì</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/words.py"/>
        <source>Mới có bản {version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/words.py"/>
        <source>Đã có {n}/{all} tài liệu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/words.py"/>
        <source>Đủ tài liệu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/words.py"/>
        <source>Không mở được gì</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/words.py"/>
        <source>Đọc bản cũ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/words.py"/>
        <source>Thiếu {n} tài liệu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/words.py"/>
        <source>Chưa liên lạc lần nào</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/words.py"/>
        <source>Liên lạc {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/words.py"/>
        <source>Đã có {n}/{all} phiếu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/words.py"/>
        <source>Đang mở · {turnout}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/words.py"/>
        <source>Đã tính</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/words.py"/>
        <source>Trang {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/words.py"/>
        <source>bản cũ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/words.py"/>
        <source>Gửi mọi người</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/words.py"/>
        <source>Gửi thư ký</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DeskScreen</name>
    <message>
        <location filename="../../reader/ui/desk/screen.py"/>
        <source>Sẵn sàng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/screen.py"/>
        <source>Ý kiến và ghi chú</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/screen.py"/>
        <source>Biểu quyết</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/screen.py"/>
        <source>Trang của thư ký</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/screen.py"/>
        <source>Lưu kết quả…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/screen.py"/>
        <source>Chưa làm được</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Dialog</name>
    <message>
        <location filename="../../reader/ui/widgets/dialog.py"/>
        <source>Quay lại</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DocumentPane</name>
    <message>
        <location filename="../../reader/ui/page/document_pane.py"/>
        <source>Chọn một tài liệu trong chương trình</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/document_pane.py"/>
        <source>Đang tải về máy này</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/document_pane.py"/>
        <source>Ghi chú vẫn còn. Báo thư ký để nhận lại tệp.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/document_pane.py"/>
        <source>Tệp này khóa bằng mật khẩu nên không mở được</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/document_pane.py"/>
        <source>Tệp này vượt quá giới hạn an toàn nên không mở</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/document_pane.py"/>
        <source>Máy không đủ bộ nhớ để mở tệp này</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/document_pane.py"/>
        <source>Đóng bớt chương trình khác rồi mở lại. Ghi chú vẫn còn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/document_pane.py"/>
        <source>Mở tệp này quá lâu nên đã dừng lại</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/document_pane.py"/>
        <source>Chọn lại tài liệu để thử lần nữa. Ghi chú vẫn còn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/document_pane.py"/>
        <source>Tệp này bị hỏng nên không mở được</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EnrolScreen</name>
    <message>
        <location filename="../../reader/ui/unlock/enrol.py"/>
        <source>Đang hỏi hệ thống</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/enrol.py"/>
        <source>Đang tạo sổ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/enrol.py"/>
        <source>Chưa ghi danh được</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/enrol.py"/>
        <source>Chưa tạo được sổ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/enrol.py"/>
        <source>Bước {n}/{all}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <location filename="../../reader/ui/widgets/field.py"/>
        <source>Hiện chữ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/widgets/field.py"/>
        <source>Xóa chữ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/widgets/field.py"/>
        <source>Giấu chữ</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindPanel</name>
    <message>
        <location filename="../../reader/ui/page/finding.py"/>
        <source>Tìm trong tài liệu này</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/finding.py"/>
        <source>Đóng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/finding.py"/>
        <source>Từ cần tìm, không cần gõ dấu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/finding.py"/>
        <source>Gõ từ cần tìm, không cần dấu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/finding.py"/>
        <source>Chỗ trước (Shift+Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/finding.py"/>
        <source>Chỗ sau (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/finding.py"/>
        <source>Những chỗ tìm thấy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/finding.py"/>
        <source>Chỗ {now}/{total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/finding.py"/>
        <source>Đang tìm…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/finding.py"/>
        <source>Không có chỗ nào</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForgottenScreen</name>
    <message>
        <location filename="../../reader/ui/unlock/help.py"/>
        <source>Không ai xem lại được mật khẩu, kể cả người quản trị. Nhớ ra thì quay lại gõ tiếp.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/help.py"/>
        <source>Xin người quản trị mã ghi danh mới. Tài liệu tự tải lại; phiếu đã gửi vẫn được giữ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/help.py"/>
        <source>Ghi chú riêng chỉ về lại khi còn mã khôi phục đã chép lúc ghi danh.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/help.py"/>
        <source>Sổ cũ được cất lại, không xóa; việc chưa gửi nằm trong đó.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/help.py"/>
        <source>Quên mật khẩu</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <location filename="../../reader/ui/format.py"/>
        <source>vi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/format.py"/>
        <source>,</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/format.py"/>
        <source>dưới 1 phút</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/format.py"/>
        <source>khoảng {n} phút</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/format.py"/>
        <source>khoảng {n} giờ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/format.py"/>
        <source>{time} ngày {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/format.py"/>
        <source>Thứ Hai</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/format.py"/>
        <source>Thứ Ba</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/format.py"/>
        <source>Thứ Tư</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/format.py"/>
        <source>Thứ Năm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/format.py"/>
        <source>Thứ Sáu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/format.py"/>
        <source>Thứ Bảy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/format.py"/>
        <source>Chủ nhật</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/format.py"/>
        <source>tháng 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/format.py"/>
        <source>tháng 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/format.py"/>
        <source>tháng 3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/format.py"/>
        <source>tháng 4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/format.py"/>
        <source>tháng 5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/format.py"/>
        <source>tháng 6</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/format.py"/>
        <source>tháng 7</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/format.py"/>
        <source>tháng 8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/format.py"/>
        <source>tháng 9</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/format.py"/>
        <source>tháng 10</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/format.py"/>
        <source>tháng 11</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/format.py"/>
        <source>tháng 12</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/format.py"/>
        <source>ngày {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/format.py"/>
        <source>còn {n} phút nữa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/format.py"/>
        <source>hôm nay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/format.py"/>
        <source>ngày mai</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/format.py"/>
        <source>trong {n} ngày</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <location filename="../../reader/ui/header.py"/>
        <source>Các trang</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HelpScreen</name>
    <message>
        <location filename="../../reader/ui/unlock/help.py"/>
        <source>Quay lại</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/help.py"/>
        <source>Ghi danh lại…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MarkBar</name>
    <message>
        <location filename="../../reader/ui/marks/mark_bar.py"/>
        <source>Ghi chú</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/mark_bar.py"/>
        <source>Gửi thư ký…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/mark_bar.py"/>
        <source>Chép chữ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/mark_bar.py"/>
        <source>Xóa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/mark_bar.py"/>
        <source>Đoạn tô {colour}, trang {page}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/mark_bar.py"/>
        <source>Ghi chú, trang {page}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MarkTools</name>
    <message>
        <location filename="../../reader/ui/marks/tools.py"/>
        <source>Tô sáng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/tools.py"/>
        <source>Ghi chú</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/tools.py"/>
        <source>Hoàn tác</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/tools.py"/>
        <source>Làm lại</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/tools.py"/>
        <source>Màu: </source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Marks</name>
    <message>
        <location filename="../../reader/ui/marks/words.py"/>
        <source>Riêng tôi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/words.py"/>
        <source>Chờ gửi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/words.py"/>
        <source>Không gửi được</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/words.py"/>
        <source>Đã gửi thư ký</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/words.py"/>
        <source>Đã gửi cả kỳ họp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/words.py"/>
        <source>vàng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/words.py"/>
        <source>xanh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/words.py"/>
        <source>hồng</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MarksPage</name>
    <message>
        <location filename="../../reader/ui/desk/marks.py"/>
        <source>Chép tất cả</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/marks.py"/>
        <source>Ý kiến và ghi chú đại biểu đã gửi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/marks.py"/>
        <source>Chưa có ý kiến nào gửi thư ký</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/marks.py"/>
        <source>Đại biểu gửi thì hiện ở đây.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/marks.py"/>
        <source>{n} ý kiến, ghi chú đã gửi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/marks.py"/>
        <source>Chép ý kiến này</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MeetingScreen</name>
    <message>
        <location filename="../../reader/ui/meeting/screen.py"/>
        <source>Tài liệu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/screen.py"/>
        <source>Biểu quyết</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/screen.py"/>
        <source>Thư ký</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/screen.py"/>
        <source>Kệ họp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/screen.py"/>
        <source>Hiện chương trình</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/screen.py"/>
        <source>Hiện ghi chú và thay đổi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/screen.py"/>
        <source>Ghi chú</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/screen.py"/>
        <source>Thay đổi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/screen.py"/>
        <source>Ghi chú và thay đổi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/screen.py"/>
        <source>Ẩn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/meeting/screen.py"/>
        <source>Ẩn ghi chú và thay đổi</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MotionList</name>
    <message>
        <location filename="../../reader/ui/ballot/list.py"/>
        <source>Nội dung biểu quyết</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/list.py"/>
        <source>Ẩn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/list.py"/>
        <source>Ẩn danh sách nội dung biểu quyết</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NewPassphrase</name>
    <message>
        <location filename="../../reader/ui/unlock/pass_step.py"/>
        <source>Mật khẩu mới</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/pass_step.py"/>
        <source>Gõ lại mật khẩu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/pass_step.py"/>
        <source>Độ khó đoán của mật khẩu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/pass_step.py"/>
        <source>Ít nhất {n} ký tự. Nên dùng bốn từ trở lên, dễ nhớ với riêng mình.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/pass_step.py"/>
        <source>Còn ngắn: cần ít nhất {n} ký tự.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/pass_step.py"/>
        <source>Dùng được nhưng dễ đoán. Thêm vài từ nữa thì chắc hơn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/pass_step.py"/>
        <source>Khá. Bốn từ trở lên thì chắc hơn nữa.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/pass_step.py"/>
        <source>Tốt: đủ dài để người nhặt được máy không dò ra.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/pass_step.py"/>
        <source>Hai lần gõ chưa giống nhau.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NextCard</name>
    <message>
        <location filename="../../reader/ui/shelf/next.py"/>
        <source>Mở kỳ họp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/next.py"/>
        <source>Xem chỗ thay đổi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/next.py"/>
        <source>Bàn thư ký</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/next.py"/>
        <source>{n} nội dung đang biểu quyết, chưa bỏ phiếu</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NotMineScreen</name>
    <message>
        <location filename="../../reader/ui/unlock/help.py"/>
        <source>Tài liệu và ghi chú trên máy này đã khóa, không có mật khẩu thì không đọc được.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/help.py"/>
        <source>Đưa lại cho người có tên trên màn hình, hoặc gửi văn phòng.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/help.py"/>
        <source>Máy bị mất: báo người quản trị để thu hồi quyền của máy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/help.py"/>
        <source>Không phải máy của tôi</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoteEditor</name>
    <message>
        <location filename="../../reader/ui/marks/note_editor.py"/>
        <source>Nội dung ghi chú</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/note_editor.py"/>
        <source>Viết ở đây…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/note_editor.py"/>
        <source>Riêng tôi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/note_editor.py"/>
        <source>Gửi thư ký</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/note_editor.py"/>
        <source>Ai đọc được</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/note_editor.py"/>
        <source>Lưu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/note_editor.py"/>
        <source>Hủy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/note_editor.py"/>
        <source>Xóa ghi chú</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/note_editor.py"/>
        <source>Ghi chú mới, trang {page}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/note_editor.py"/>
        <source>Ghi chú trang {page}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/note_editor.py"/>
        <source>Ghi chú này đã gửi thư ký; bản sửa cũng sẽ gửi.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/note_editor.py"/>
        <source>Thư ký sẽ đọc được, ghi tên người viết.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/note_editor.py"/>
        <source>Không ai khác đọc được.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NotesModel</name>
    <message>
        <location filename="../../reader/ui/marks/notes_list.py"/>
        <source>Chưa khớp bản mới · trang {page} cũ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/notes_list.py"/>
        <source>Trang {page}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NotesPane</name>
    <message>
        <location filename="../../reader/ui/marks/notes_pane.py"/>
        <source>Ghi chú của tài liệu này</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/notes_pane.py"/>
        <source>Chưa có ghi chú</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/notes_pane.py"/>
        <source>Chọn chữ trên trang rồi bấm Ghi chú, hoặc viết cho cả trang.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/notes_pane.py"/>
        <source>Sửa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/notes_pane.py"/>
        <source>Xóa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/notes_pane.py"/>
        <source>Viết ghi chú cho trang {page}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/marks/notes_pane.py"/>
        <source>Ghi chú</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OpenBook</name>
    <message>
        <location filename="../../reader/ui/open_book.py"/>
        <source>Lưu kết quả vào thư mục</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/open_book.py"/>
        <source>Chưa làm được</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Owner</name>
    <message>
        <location filename="../../reader/ui/owner.py"/>
        <source>Máy này của {who}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/owner.py"/>
        <source>chủ tọa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/owner.py"/>
        <source>người phê duyệt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/owner.py"/>
        <source>thư ký</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/owner.py"/>
        <source>đại biểu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/owner.py"/>
        <source>người kiểm phiếu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/owner.py"/>
        <source>người quản trị</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/owner.py"/>
        <source>khách mời</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OwnerMenu</name>
    <message>
        <location filename="../../reader/ui/menu.py"/>
        <source>Máy này và cách hiển thị</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/menu.py"/>
        <source>Sáng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/menu.py"/>
        <source>Tối</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/menu.py"/>
        <source>Theo máy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/menu.py"/>
        <source>Tương phản cao</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/menu.py"/>
        <source>Chữ nhỏ hơn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/menu.py"/>
        <source>Chữ to hơn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/menu.py"/>
        <source>Màu nền</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/menu.py"/>
        <source>Cỡ chữ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/menu.py"/>
        <source>Ngôn ngữ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/menu.py"/>
        <source>Đổi mật khẩu…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/menu.py"/>
        <source>Giới thiệu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/menu.py"/>
        <source>Khóa sổ (Ctrl+L)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/menu.py"/>
        <source>{n} %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PageScroller</name>
    <message>
        <location filename="../../reader/ui/page/scroller.py"/>
        <source>Trang tài liệu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/scroller.py"/>
        <source>Trang này vẽ quá lâu nên đã dừng lại. Các trang khác vẫn đọc được.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/scroller.py"/>
        <source>Trang này cần nhiều bộ nhớ hơn máy cho phép. Các trang khác vẫn đọc được.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/scroller.py"/>
        <source>Trang này lớn quá mức cho phép. Thử thu nhỏ; các trang khác vẫn đọc được.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/scroller.py"/>
        <source>Trang này bị hỏng trong tệp. Các trang khác vẫn đọc được.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/scroller.py"/>
        <source>Trang {page} trên {pages}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PageToolbar</name>
    <message>
        <location filename="../../reader/ui/page/toolbar.py"/>
        <source>Chương trình</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/toolbar.py"/>
        <source>Trang trước</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/toolbar.py"/>
        <source>Trang sau</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/toolbar.py"/>
        <source>Thu nhỏ (Ctrl+−)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/toolbar.py"/>
        <source>Phóng to (Ctrl++)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/toolbar.py"/>
        <source>Vừa chữ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/toolbar.py"/>
        <source>Tìm trong tài liệu (Ctrl+F)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/toolbar.py"/>
        <source>Trang tối</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/toolbar.py"/>
        <source>Toàn màn hình (F11)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/toolbar.py"/>
        <source>Đánh dấu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/toolbar.py"/>
        <source>Hiện ghi chú</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/toolbar.py"/>
        <source>Cỡ trang: {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/toolbar.py"/>
        <source>Vừa ngang</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/toolbar.py"/>
        <source>Vừa trang</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/toolbar.py"/>
        <source>Toàn màn hình</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PassStep</name>
    <message>
        <location filename="../../reader/ui/unlock/pass_step.py"/>
        <source>Có mã khôi phục từ máy trước?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/pass_step.py"/>
        <source>Mã khôi phục từ máy trước</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/pass_step.py"/>
        <source>{n} ký tự; để lấy lại ghi chú riêng.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/pass_step.py"/>
        <source>Không phải tôi, nhập mã khác</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/pass_step.py"/>
        <source>Máy này sẽ là của {who}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/pass_step.py"/>
        <source>Đang tạo sổ…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/pass_step.py"/>
        <source>Tạo sổ trên máy này</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PassphraseDialog</name>
    <message>
        <location filename="../../reader/ui/dialogs.py"/>
        <source>Mật khẩu đang dùng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/dialogs.py"/>
        <source>Chưa đúng mật khẩu đang dùng.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/dialogs.py"/>
        <source>Đang đổi mật khẩu</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuickBar</name>
    <message>
        <location filename="../../reader/ui/page/quick_bar.py"/>
        <source>Tô sáng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/quick_bar.py"/>
        <source>Ghi chú</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/quick_bar.py"/>
        <source>Chép chữ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/quick_bar.py"/>
        <source>Việc với đoạn đã chọn</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Reading</name>
    <message>
        <location filename="../../reader/ui/reading.py"/>
        <source>Gửi thư ký</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/reading.py"/>
        <source>Thư ký sẽ đọc được đoạn đánh dấu và ghi chú ở trang {page}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/reading.py"/>
        <source>Quay lại</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/reading.py"/>
        <source>Đã xóa ghi chú</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReadingCard</name>
    <message>
        <location filename="../../reader/ui/shelf/side.py"/>
        <source>Đọc tiếp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/side.py"/>
        <source>Đang ở trang {page}/{pages}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/side.py"/>
        <source>Đọc tiếp trang {page}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReadyBar</name>
    <message>
        <location filename="../../reader/ui/desk/ready.py"/>
        <source>{ready} trên {all} người sẵn sàng</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReadyPage</name>
    <message>
        <location filename="../../reader/ui/desk/ready.py"/>
        <source>Bảng sẵn sàng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/ready.py"/>
        <source>Cần giúp ngay: {n} người</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/ready.py"/>
        <source>Sẵn sàng: {n} người – đủ {files} tài liệu</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecoveryStep</name>
    <message>
        <location filename="../../reader/ui/unlock/recovery.py"/>
        <source>Chép vào bộ nhớ tạm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/recovery.py"/>
        <source>Lưu thành tệp…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/recovery.py"/>
        <source>Đã chép lại mã này ra giấy hoặc cất nơi khác</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/recovery.py"/>
        <source>Vào kệ họp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/recovery.py"/>
        <source>Sổ Họp – mã khôi phục ghi chú riêng:
{code}
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/recovery.py"/>
        <source>Đã lưu. Cất tệp ở nơi khác, không để trên máy này.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/recovery.py"/>
        <source>Chưa lưu được vào chỗ này. Chọn chỗ khác.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/recovery.py"/>
        <source>Đã chép vào bộ nhớ tạm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/recovery.py"/>
        <source>ma-khoi-phuc-so-hop.txt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/recovery.py"/>
        <source>Lưu mã khôi phục</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/recovery.py"/>
        <source>Mã khôi phục ghi chú riêng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/recovery.py"/>
        <source>Máy hỏng hay quên mật khẩu thì chỉ mã này lấy lại được ghi chú riêng. Mã chỉ hiện một lần; văn phòng không giữ bản nào.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResultBody</name>
    <message>
        <location filename="../../reader/ui/ballot/result.py"/>
        <source>Theo lựa chọn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/result.py"/>
        <source>Phiếu đến bằng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/result.py"/>
        <source>Không có phiếu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/result.py"/>
        <source>Đã ghi {cast} phiếu · không hợp lệ {invalid} · đến muộn {late}, không tính</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/result.py"/>
        <source>Tính trên tổng số {n} đại biểu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/result.py"/>
        <source>Tính trên {n} phiếu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/result.py"/>
        <source>không có phiếu {n}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResultPaper</name>
    <message>
        <location filename="../../reader/ui/ballot/result.py"/>
        <source>{rule}: điều luật chưa đối chiếu.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Shelf</name>
    <message>
        <location filename="../../reader/ui/shelf/words.py"/>
        <source>Đang họp, đến {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/words.py"/>
        <source>Đã họp {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/words.py"/>
        <source>Họp hôm nay, {until}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/words.py"/>
        <source>Họp {until}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/words.py"/>
        <source>Đã hết hạn đọc. Ghi chú vẫn còn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/words.py"/>
        <source>Đã họp, đủ tài liệu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/words.py"/>
        <source>Đủ tài liệu – đọc được khi mất mạng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/words.py"/>
        <source>{n} tệp, {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/words.py"/>
        <source>{n} tài liệu mới</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/words.py"/>
        <source>{n} tài liệu đổi bản</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/words.py"/>
        <source>lúc {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/words.py"/>
        <source>Đã có {have}/{all} tệp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/words.py"/>
        <source>{n} nội dung đang biểu quyết, chưa bỏ phiếu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/words.py"/>
        <source>Còn {n} tệp, {size}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShelfList</name>
    <message>
        <location filename="../../reader/ui/shelf/rows.py"/>
        <source>Các kỳ họp trên kệ</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShelfScreen</name>
    <message>
        <location filename="../../reader/ui/shelf/shelf.py"/>
        <source>Kệ họp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/shelf.py"/>
        <source>Đồng bộ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/shelf.py"/>
        <source>Trên kệ</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sync</name>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Chưa nối được</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Chưa liên lạc lần nào</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Đã gửi hết</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>vừa liên lạc {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Không gửi, không tải gì cho đến khi tiếp tục.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Tài liệu, ghi chú và phiếu vẫn an toàn trên máy này; có mạng là máy tự nối lại.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Có mạng là máy tự liên lạc và tải tài liệu về.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>{what} chờ gửi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Đang gửi {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Còn {n} tệp, {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>{n} ghi chú</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>{n} việc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>{n} phiếu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>{n} việc khác</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Phiếu biểu quyết</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Ghi chú</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Ghi chú riêng, đã khóa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Xóa một ghi chú</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Mở biểu quyết</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Kết thúc biểu quyết</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Trình tập tài liệu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Xác nhận phê duyệt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Phát hành tập tài liệu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Báo thư ký: máy đã sẵn sàng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Việc của máy này</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Không được nhận.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Hệ thống đã nhận lúc {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Đã niêm phong trên máy này – đang gửi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Đang gửi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Đã niêm phong trên máy này – chờ gửi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Chờ gửi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Nối được với hệ thống.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Mất mạng. Không mất tài liệu nào.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Đã gửi {n} việc.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Đã nhận {n} việc mới.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Nhận bản mới: {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Đã tải đủ: {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Có trục trặc; máy tự thử lại.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Mạng yếu, vừa nối lại</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Mạng chập chờn, đang nối</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Mạng yếu, vẫn gửi nhận được</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Đang nối với hệ thống</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Khoảng {speed}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Rớt {n} lần trong 10 phút qua, mỗi lần đều tải tiếp từ chỗ dừng.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Liên lạc gần nhất lúc {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Mất mạng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Mất mạng từ {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Thử lại sau {n} giây.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Thử lại sau {n} phút.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/words.py"/>
        <source>Đang tạm dừng</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SyncIndicator</name>
    <message>
        <location filename="../../reader/ui/sync/indicator.py"/>
        <source>Đồng bộ: {state}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SyncScreen</name>
    <message>
        <location filename="../../reader/ui/sync/screen.py"/>
        <source>Kệ họp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/screen.py"/>
        <source>Đồng bộ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/screen.py"/>
        <source>Đồng bộ ngay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/screen.py"/>
        <source>Tạm dừng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/screen.py"/>
        <source>Gửi lên</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/screen.py"/>
        <source>Tải về</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/screen.py"/>
        <source>Xem cả nhật ký</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/screen.py"/>
        <source>Tiếp tục</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/screen.py"/>
        <source>Đã gửi hết</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/screen.py"/>
        <source>Không còn gì chờ gửi từ máy này.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/screen.py"/>
        <source>Phiếu luôn đi trước. Mọi thứ tự gửi khi có mạng.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/screen.py"/>
        <source>Tự gửi khi có mạng, không cần làm gì.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/screen.py"/>
        <source>và {n} việc nữa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/screen.py"/>
        <source>Đủ tài liệu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/screen.py"/>
        <source>Mọi tài liệu đã phát hành đều ở trên máy này.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/screen.py"/>
        <source>Kỳ họp gần nhất tải trước, theo thứ tự chương trình.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/screen.py"/>
        <source>Đang tạm dừng, phần đã có được giữ lại.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/screen.py"/>
        <source>Có mạng là tải tiếp từ chỗ dừng.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/screen.py"/>
        <source>Đang nhường đường cho phiếu, sẽ tự tải tiếp.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/screen.py"/>
        <source>và {n} tệp nữa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/screen.py"/>
        <source>còn {n} tệp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/screen.py"/>
        <source>Chờ tới lượt · {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/screen.py"/>
        <source>Đang tải, đã có {far}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/screen.py"/>
        <source>Tạm dừng, đã có {far}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/screen.py"/>
        <source>Thu gọn nhật ký</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/screen.py"/>
        <source>Chưa có gì để ghi.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/sync/screen.py"/>
        <source>Nhật ký</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ThemeButton</name>
    <message>
        <location filename="../../reader/ui/unlock/frame.py"/>
        <source>Tối</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/frame.py"/>
        <source>Sáng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/frame.py"/>
        <source>Đổi sang nền sáng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/frame.py"/>
        <source>Đổi sang nền tối</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ThresholdBar</name>
    <message>
        <location filename="../../reader/ui/widgets/threshold.py"/>
        <source>{total} đại biểu: tán thành {yes}, không tán thành {no}, không biểu quyết {abstain}, không có phiếu {missing}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/widgets/threshold.py"/>
        <source>Cần {n} phiếu tán thành.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/widgets/threshold.py"/>
        <source>Cần {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/widgets/threshold.py"/>
        <source>Có mặt {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/widgets/threshold.py"/>
        <source>Vắng {n}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <location filename="../../reader/ui/widgets/toast.py"/>
        <source>Hoàn tác</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trail</name>
    <message>
        <location filename="../../reader/ui/widgets/trail.py"/>
        <source>xong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/widgets/trail.py"/>
        <source>đang chờ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/widgets/trail.py"/>
        <source>chưa tới</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/widgets/trail.py"/>
        <source>không được</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrailPane</name>
    <message>
        <location filename="../../reader/ui/ballot/trail.py"/>
        <source>Đường đi của lá phiếu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/trail.py"/>
        <source>Quá 1 phút vẫn chờ? Giơ tay báo thư ký</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/trail.py"/>
        <source>Phiếu vẫn an toàn trên máy này. Phiếu chỉ được tính khi tới trạm trước lúc kết thúc.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/trail.py"/>
        <source>Phiếu kín, bỏ phiếu giấy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/ballot/trail.py"/>
        <source>Lựa chọn: {choice}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UnlockScreen</name>
    <message>
        <location filename="../../reader/ui/unlock/unlock.py"/>
        <source>Mật khẩu mở sổ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/unlock.py"/>
        <source>Gõ tiếng Việt có dấu thì bấm “Hiện chữ” để xem dấu đã đúng chưa.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/unlock.py"/>
        <source>Mở sổ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/unlock.py"/>
        <source>Đang mở sổ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/unlock.py"/>
        <source>Chưa mở được sổ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/unlock.py"/>
        <source>Chưa đúng. Thử lại sau {n} giây</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/unlock.py"/>
        <source>Chưa đúng. Thử lại được rồi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/unlock.py"/>
        <source>Đang mở…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/unlock.py"/>
        <source>Mở được khi không có mạng. Gõ sai không làm mất tài liệu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/unlock.py"/>
        <source>Quên mật khẩu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/unlock/unlock.py"/>
        <source>Không phải máy của tôi</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VotesPage</name>
    <message>
        <location filename="../../reader/ui/desk/votes.py"/>
        <source>Nội dung biểu quyết</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/votes.py"/>
        <source>Tập tài liệu này không có nội dung biểu quyết</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/votes.py"/>
        <source>Kết quả</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/votes.py"/>
        <source>Từng phiếu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/votes.py"/>
        <source>Chưa bỏ phiếu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/votes.py"/>
        <source>Chi tiết biểu quyết</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/votes.py"/>
        <source>Phiếu kín: bỏ phiếu giấy, kiểm phiếu tại phòng họp.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/votes.py"/>
        <source>Chưa mở. Mở rồi thì câu hỏi, các lựa chọn và danh sách không đổi được nữa.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/votes.py"/>
        <source>Chỉ hiện số phiếu đã nhận. Lựa chọn và kết quả hiện sau khi kết thúc.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/votes.py"/>
        <source>Nội dung này đã bị hủy; phiếu được lưu, không tính.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/votes.py"/>
        <source>Đã kết thúc. Kết quả hiện khi máy nhận được.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/votes.py"/>
        <source>Kết thúc biểu quyết…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/votes.py"/>
        <source>Mở biểu quyết…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/votes.py"/>
        <source>Đã nhận phiếu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/votes.py"/>
        <source>Còn {n} người chưa bỏ phiếu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/votes.py"/>
        <source>{turnout}. Phiếu tới sau lúc kết thúc được lưu, không tính.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/votes.py"/>
        <source>{n} người trong danh sách bỏ phiếu được ngay khi mở.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/votes.py"/>
        <source>Kết thúc biểu quyết</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/desk/votes.py"/>
        <source>Mở biểu quyết</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WaitingCard</name>
    <message>
        <location filename="../../reader/ui/shelf/side.py"/>
        <source>Xem đồng bộ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/side.py"/>
        <source>Việc đang chờ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/side.py"/>
        <source>Không có việc nào chờ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/side.py"/>
        <source>Không được nhận.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/side.py"/>
        <source>{n} nội dung chờ bỏ phiếu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/side.py"/>
        <source>{what} đã niêm phong, chờ gửi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/side.py"/>
        <source>Tự gửi khi có mạng.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/side.py"/>
        <source>{what} chờ gửi</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Chosen</name>
    <message>
        <location filename="../../reader/ui/ballot/confirm.py"/>
        <source>Lựa chọn</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_HitDelegate</name>
    <message>
        <location filename="../../reader/ui/page/finding.py"/>
        <source>Trang {page}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_HitModel</name>
    <message>
        <location filename="../../reader/ui/page/finding.py"/>
        <source>Trang {page}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Nothing</name>
    <message>
        <location filename="../../reader/ui/shelf/shelf.py"/>
        <source>Chưa nối được với hệ thống</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/shelf.py"/>
        <source>Có mạng là máy tự liên lạc và tải tài liệu kỳ họp về đây. Không cần làm gì thêm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/shelf.py"/>
        <source>Chưa có kỳ họp nào</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/shelf.py"/>
        <source>Khi văn phòng phát hành tài liệu, kỳ họp hiện ở đây và tự tải về máy này.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/shelf.py"/>
        <source>Chưa có kỳ họp mới</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/shelf/shelf.py"/>
        <source>Các kỳ họp trước vẫn ở dưới đây, đọc được khi mất mạng.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_OwnerButton</name>
    <message>
        <location filename="../../reader/ui/header.py"/>
        <source>{name}: máy này và cách hiển thị</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_PageNumber</name>
    <message>
        <location filename="../../reader/ui/page/toolbar.py"/>
        <source>Đến trang số</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/toolbar.py"/>
        <source>Trang {page}/{pages}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../reader/ui/page/toolbar.py"/>
        <source>Đến trang… (Ctrl+G)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Rows</name>
    <message>
        <location filename="../../reader/ui/shelf/rows.py"/>
        <source>Bàn thư ký</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Tab</name>
    <message>
        <location filename="../../reader/ui/widgets/tabs.py"/>
        <source>{n} việc đang chờ</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
