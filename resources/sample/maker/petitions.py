"""What voters asked before the session, and the answers: hamlet, field, question, answer, who, state."""

from __future__ import annotations

from dataclasses import dataclass

DONE, DOING, LATER = "Đã giải quyết", "Đang giải quyết", "Giải trình"


@dataclass(frozen=True)
class Petition:
    """One petition; `state` is one of the three words above."""

    hamlet: str
    field: str
    ask: str
    answer: str
    who: str
    state: str


_ROAD, _WATER, _SCHOOL, _LAND, _ENV, _AID, _FARM, _ADMIN = (
    "Giao thông", "Thủy lợi, nước sạch", "Giáo dục, y tế", "Đất đai", "Môi trường", "Chính sách", "Sản xuất", "Hành chính, an ninh"
)  # fmt: skip

PETITIONS = tuple(
    Petition(*row)
    for row in (
        ("Đồng Bưởi", _ROAD, "Đề nghị cho biết khi nào làm xong đường liên thôn Suối Lam – Đồng Bưởi; mùa bưởi năm nay xe không vào được, dân phải bán rẻ.", "Đã thi công 3,2 km, còn 1,8 km. Dự toán năm 2027 bố trí 1.850 triệu đồng để hoàn thành trước mùa mưa. Nhà thầu phải có mặt trở lại công trường ngay sau khi hết mưa, chậm do lỗi chủ quan bị phạt theo hợp đồng.", "Phòng Kinh tế", DOING),
        ("Suối Lam", _ROAD, "Rãnh trước chợ bị lấp, mưa to nước tràn vào nhà bảy hộ.", "Ngày 22/10 xã đã nạo vét 140 m rãnh và thay 18 tấm đan. Giải pháp lâu dài là nâng nền chợ, nằm trong dự án cải tạo chợ khởi công năm 2027.", "Phòng Kinh tế", DONE),
        ("Cây Si", _ROAD, "Xe chở cát quá tải làm hỏng 700 m đường, bụi nhiều.", "Công an xã đã xử phạt 11 trường hợp; doanh nghiệp cam kết tưới nước hai lần mỗi ngày và góp 60 triệu đồng sửa đường. Biển hạn chế 8 tấn được cắm trước Tết.", "Công an xã", DOING),
        ("Gò Mít", _ROAD, "Ngõ dốc và trơn, đề nghị sớm hỗ trợ xi măng vì nhân dân đã hiến đất.", "Dự án được bố trí 460 triệu đồng năm 2027. Xi măng cấp một lần khi thôn san xong nền; tổ vận động cần thống nhất cao độ với ba hộ còn lại.", "Phòng Kinh tế", DOING),
        ("Khe Gỗ", _ROAD, "Đề nghị làm đường bê tông Khe Gỗ – Bản Cú.", "Tuyến dài 3,4 km, cần khoảng 4.900 triệu đồng, vượt khả năng năm 2027. Dự án nằm trong năm đề xuất chuẩn bị đầu tư, được thăm dò ý kiến đại biểu tại kỳ họp này.", "Ủy ban nhân dân xã", LATER),
        ("Phú Sơn", _ROAD, "Cột điện nằm giữa đường vào khu sản xuất, xe tải không tránh được nhau.", "Đơn vị điện lực đã khảo sát ngày 05/11, đồng ý dời ba cột; chi phí 42 triệu đồng do hai bên chia đôi, làm trong quý I năm 2027.", "Phòng Kinh tế", DOING),
        ("Vĩnh Thành", _ROAD, "Ngã ba nhà văn hóa thường có va chạm, cần gương cầu lồi.", "Đã lắp một gương, kẻ vạch giảm tốc ngày 30/10.", "Công an xã", DONE),
        ("Nà Hang", _ROAD, "Cầu treo cũ lắc mạnh, học sinh sợ không dám qua khi có gió.", "Xã đã thay 26 tấm ván, căng lại cáp và cấm xe máy. Cầu mới được bố trí 980 triệu đồng, thông xe kỹ thuật trước ngày 30/4/2027.", "Phòng Kinh tế", DOING),
        ("Đồi Chè", _ROAD, "Đề nghị làm nốt 0,5 km đường vào khu chè đang dở dang.", "Phần còn lại vướng cột điện, sau khi dời trong tháng 1 sẽ thi công bằng kinh phí duy tu; hoàn thành trong quý II.", "Phòng Kinh tế", DOING),
        ("Bản Cú", _WATER, "Mùa khô cả thôn thiếu nước, phải mua 90 nghìn đồng một khối.", "Dự án nước sinh hoạt tập trung được bố trí 890 triệu đồng năm 2027. Trước mắt, xã hợp đồng xe chở nước ba chuyến mỗi tuần từ tháng 2, hộ nghèo được cấp miễn phí.", "Phòng Kinh tế", DOING),
        ("Bãi Đa", _WATER, "Mương đang làm dở, sợ không kịp lấy nước đổ ải.", "Nhà thầu phải khơi dòng tạm trước ngày 10/01/2027; xã bố trí hai máy bơm dự phòng. Phần còn lại thi công sau khi lấy nước.", "Phòng Kinh tế", DOING),
        ("Đầm Sen", _WATER, "Đê bao có ba chỗ thấp, năm nào cũng tràn vào ao cá.", "Kinh phí nạo vét mương và duy tu năm 2027 hỗ trợ máy xúc bốn ca; thôn huy động công đắp. Phương án kè cứng chưa đủ căn cứ, cần theo dõi thêm một mùa lũ.", "Phòng Kinh tế", LATER),
        ("Khe Gỗ", _WATER, "Nước tự chảy hay đục sau mưa, đề nghị làm bể lọc.", "Bể lọc 6 m³ đã được Hội Phụ nữ xã cùng thôn xây xong ngày 28/9, mẫu nước tháng 10 đạt yêu cầu. Thôn cần rửa cát lọc mỗi tháng.", "Phòng Văn hóa – Xã hội", DONE),
        ("Cây Si", _WATER, "Trạm bơm cũ hỏng luôn, dân phải tự mua phụ tùng.", "Xã đã đề nghị đơn vị khai thác thủy lợi tỉnh kết luận về phương án thay máy; trong vụ xuân dùng máy bơm lưu động, chi phí nhiên liệu do đơn vị chi trả.", "Phòng Kinh tế", DOING),
        ("Làng Mận", _WATER, "Cửa cống đầu mương kẹt, không đóng được.", "Đã thay trục vít và hai cánh phai ngày 14/11, bàn giao chìa khóa cho tổ thủy nông.", "Phòng Kinh tế", DONE),
        ("Đồng Bưởi", _SCHOOL, "Hai phòng mầm non đã xuống cấp, phụ huynh không yên tâm.", "Từ ngày 02/11 hai lớp được chuyển sang nhà văn hóa thôn. Nhà học 06 phòng sẽ bàn giao trước khai giảng năm học 2027 – 2028.", "Phòng Văn hóa – Xã hội", DOING),
        ("Vĩnh Thành", _SCHOOL, "Trần lớp học bong vữa, đề nghị sửa ngay.", "Đã cạo bỏ phần bong, chống thấm tạm năm phòng; bố trí 860 triệu đồng để sửa trong hè 2027 và 2028. Nhà trường kiểm tra trần mỗi tuần.", "Phòng Văn hóa – Xã hội", DOING),
        ("Nà Hang", _SCHOOL, "Điểm trường lẻ học ghép ba độ tuổi, trẻ năm tuổi bị thiệt.", "Từ học kỳ II có thêm một giáo viên biệt phái, tách riêng lớp năm tuổi buổi sáng. Việc đưa trẻ về điểm trung tâm chỉ xem xét khi có cầu mới.", "Phòng Văn hóa – Xã hội", DOING),
        ("Suối Lam", _SCHOOL, "Giá suất ăn bán trú 18.000 đồng có bảo đảm dinh dưỡng không?", "Thực đơn do Trạm Y tế kiểm tra, công khai hằng ngày. Phụ huynh được cử người dự giao nhận thực phẩm; kết quả kiểm tra đột xuất tháng 10 đạt.", "Trường Mầm non Suối Lam", DONE),
        ("Phú Sơn", _SCHOOL, "Trạm Y tế thường hết thuốc huyết áp vào cuối tháng.", "Nguyên nhân là dự trù theo số thẻ năm trước. Từ tháng 11 đã điều chỉnh tăng 20 %, cấp thuốc một lần cho 30 ngày.", "Trạm Y tế xã", DONE),
        ("Gò Mít", _SCHOOL, "Học sinh trung học cơ sở đi xa 7 km, đề nghị có chỗ bán trú.", "Trường có 118 chỗ bán trú, ưu tiên em ở xa trên 6 km; năm học này đã thêm 12 chỗ. Nhà bán trú mới cần tỉnh hỗ trợ, chưa đưa vào kế hoạch 2027.", "Trường THCS Suối Lam", LATER),
        ("Đồng Lau", _LAND, "Hồ sơ cấp giấy chứng nhận nộp từ tháng 3 chưa có kết quả.", "Bốn trong sáu hồ sơ của thôn đã trả trong tháng 11; hai hồ sơ chồng ranh đất lâm trường cũ phải đo lại, hẹn trả kết quả ngày 28/02/2027.", "Phòng Kinh tế", DOING),
        ("Vĩnh Thành", _LAND, "Đề nghị công khai tiền đấu giá mười hai thửa đất được dùng vào việc gì.", "Tiền đấu giá đã nộp ngân sách, phần xã hưởng năm 2026 là 2.150 triệu đồng, toàn bộ chi cho đầu tư công; bảng kê niêm yết tại nhà văn hóa thôn từ ngày 10/11.", "Ủy ban nhân dân xã", DONE),
        ("Cây Si", _LAND, "Khu tái định cư cắm mốc chậm, các hộ không dám sửa nhà.", "Hoàn thành cắm mốc trước ngày 31/01/2027. Hộ nằm ngoài ranh được sửa nhà bình thường, xã đã gửi thông báo cho từng hộ.", "Phòng Kinh tế", DOING),
        ("Bản Cú", _LAND, "Diện tích rừng trên giấy ít hơn thực tế nên thiếu tiền dịch vụ môi trường.", "Đã đo lại 15 trong 23 trường hợp, chênh lệch 31,4 ha; phần còn lại đo xong trong tháng 1. Tiền thiếu được chi bổ sung vào kỳ chi trả sau.", "Phòng Kinh tế", DOING),
        ("Phú Sơn", _ENV, "Bãi rác quá tải, mùi hôi, nước rỉ chảy xuống mương.", "Tăng số chuyến xe từ hai lên ba chuyến mỗi tuần, rải vôi hằng ngày. Bãi mới hợp vệ sinh được bố trí 350 triệu đồng năm 2027; mẫu nước mương sẽ được công khai mỗi quý.", "Phòng Kinh tế", DOING),
        ("Vĩnh Thành", _ENV, "Sáu xưởng mộc gây ồn và bụi đến tận đêm.", "Các xưởng ký cam kết không chạy máy sau 19 giờ, lắp hút bụi trước ngày 31/12. Xưởng nào không thực hiện sẽ bị đình chỉ; đã có vị trí chuyển ra cuối thôn.", "Công an xã", DOING),
        ("Đầm Sen", _ENV, "Vỏ bao thuốc bảo vệ thực vật vứt ở bờ ruộng.", "Đã đặt thêm 12 bể chứa, tổng cộng 38 bể; hợp tác xã thu gom hai lần mỗi vụ. Thôn được khen về phân loại rác.", "Phòng Kinh tế", DONE),
        ("Suối Lam", _ENV, "Khu vệ sinh của chợ xuống cấp, không có nước.", "Đã nối nước và sửa bốn buồng. Dự án cải tạo chợ làm khu vệ sinh mới, có người trông coi.", "Ban Quản lý chợ", DONE),
        ("Khe Gỗ", _AID, "Có hộ khó khăn nhưng không được vào danh sách nghèo.", "Ban rà soát đã phúc tra ba hộ; một hộ được bổ sung, hai hộ có điểm vượt mức theo bảng chấm, được đưa vào diện cận nghèo. Danh sách niêm yết bảy ngày, không có khiếu nại.", "Phòng Văn hóa – Xã hội", DONE),
        ("Đồng Lau", _AID, "Trợ cấp người cao tuổi nhận qua tài khoản, người già không có điện thoại.", "Người không dùng tài khoản được nhận tiền mặt tại nhà văn hóa ngày 10 hằng tháng; người đau yếu được chi trả tại nhà.", "Phòng Văn hóa – Xã hội", DONE),
        ("Nà Hang", _AID, "Nhà tạm của hai hộ bị tốc mái chưa được hỗ trợ.", "Một hộ đã làm xong nhà với 60 triệu đồng hỗ trợ; hộ còn lại vướng đất hành lang suối, đã được bố trí lô mới, khởi công trước Tết.", "Phòng Văn hóa – Xã hội", DOING),
        ("Làng Mận", _FARM, "Mận chín rộ không bán kịp, đề nghị có chỗ sơ chế.", "Hợp tác xã Suối Lam nhận sấy thử 12 tấn trong vụ 2027 theo giá thỏa thuận; xã hỗ trợ khay và bao bì. Nhà sơ chế riêng cần có vùng nguyên liệu ổn định.", "Phòng Kinh tế", LATER),
        ("Gò Mít", _FARM, "Tiền hỗ trợ tiêu hủy lợn chi chậm.", "338 triệu đồng hỗ trợ 29 hộ đã chi xong ngày 25/9 qua tài khoản; hai hộ sai số tài khoản đã nhận ngày 12/10.", "Phòng Kinh tế", DONE),
        ("Đồng Lau", _FARM, "Đề nghị sớm làm đường nội đồng để máy gặt vào được.", "Bố trí 520 triệu đồng năm 2027, thi công sau khi thu lúa xuân. Thôn phải xong dồn đổi 22 ha trước vụ mùa.", "Phòng Kinh tế", DOING),
        ("Bãi Đa", _FARM, "Giống ngô đông được cấp muộn mười ngày.", "Do đơn vị trúng thầu giao chậm, đã phạt hợp đồng 4,2 triệu đồng. Vụ tới xã đặt giống trước ngày 20/8 và cho hộ đăng ký tự mua, hỗ trợ sau.", "Phòng Kinh tế", DONE),
        ("Đồi Chè", _ADMIN, "Sau nhập xóm, nhiều người phải sửa địa chỉ trên giấy tờ, có mất tiền không?", "Không thu phí. Công an xã làm lưu động hai ngày tại thôn, đã cấp xong 311 trường hợp; các giấy tờ cũ vẫn có giá trị đến khi đổi.", "Công an xã", DONE),
        ("Bản Cú", _ADMIN, "Sóng điện thoại yếu, không nộp được hồ sơ qua mạng.", "Tổ lưu động đến thôn ngày thứ Ba tuần thứ hai hằng tháng. Doanh nghiệp viễn thông trả lời sẽ khảo sát trạm phát trong quý II năm 2027.", "Trung tâm Phục vụ hành chính công", DOING),
        ("Khe Gỗ", _ADMIN, "Loa truyền thanh mất tiếng khi mưa, không nghe được cảnh báo.", "Năm cụm loa có dây được thay bằng loa dùng sim trong quý III năm 2027; trước mùa mưa mỗi thôn được cấp hai còi tay.", "Phòng Văn hóa – Xã hội", DOING),
        ("Suối Lam", _ADMIN, "Buổi tối thanh niên tụ tập chạy xe trước trường học.", "Công an xã tuần tra 24 buổi, lập biên bản 13 trường hợp, gọi gia đình ký cam kết. Từ tháng 11 không tái diễn.", "Công an xã", DONE),
        ("Đầm Sen", _ADMIN, "Người dân bị gọi điện giả danh cán bộ để cài phần mềm.", "Đã phát cảnh báo trên loa và nhóm thôn; cán bộ xã không yêu cầu cài phần mềm qua điện thoại. Ai nhận cuộc gọi báo ngay trực ban Công an xã.", "Công an xã", DONE),
        ("Phú Sơn", _ADMIN, "Dây điện trần chạm cành cây, rất nguy hiểm khi mưa dông.", "Phát quang hai đợt; xã kiến nghị thay dây bọc trước mùa mưa 2027. Trong khi chờ, cấm câu móc và dựng biển ở bốn vị trí.", "Phòng Kinh tế", DOING),
    )
)  # fmt: skip
