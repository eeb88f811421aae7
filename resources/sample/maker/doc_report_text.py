"""The prose of the yearly report. '@name' stands for a table or chart made in doc_report."""

from __future__ import annotations

from . import data
from .data import Hamlet, vn

Parts = tuple[tuple[str, tuple[str, ...]], ...]

GROUND = (
    "Thực hiện Nghị quyết của Hội đồng nhân dân xã về nhiệm vụ phát triển kinh tế – xã hội năm 2026, Ủy ban nhân dân xã báo "
    "cáo kết quả đến hết tháng 10, ước thực hiện cả năm và phương hướng năm 2027 như sau.",
    "Năm 2026 là năm đầu nhiệm kỳ 2026 – 2031 và là năm đầy đủ đầu tiên của chính quyền địa phương hai cấp. Xã có 14 thôn, 2.385 "
    "hộ, 10.301 khẩu; diện tích tự nhiên 126,3 km², trong đó đất lâm nghiệp chiếm 63 %. Khối lượng công việc chuyển từ cấp huyện "
    "trước đây về xã lớn, trong khi 11 trên 41 cán bộ, công chức mới nhận nhiệm vụ chưa đủ một năm.",
    "Thuận lợi là vụ xuân được mùa, giá bưởi và mật ong khá, các công trình chuyển tiếp đã có mặt bằng. Khó khăn là hai đợt mưa "
    "lớn cuối tháng 8 và giữa tháng 9 làm hư hỏng đường, mương và 31 ha lúa mùa; dịch tả lợn châu Phi tái phát ở ba thôn; giá "
    "đá, cát tăng khoảng 14 % so với lúc lập dự toán.",
)

ECONOMY: Parts = (
    ("1. Trồng trọt", (
        "Tổng diện tích gieo cấy lúa hai vụ là 932 ha, đạt 100 % kế hoạch. Vụ xuân cấy gọn trong khung thời vụ từ ngày 25 tháng 1 "
        "đến ngày 20 tháng 2, tỷ lệ giống chất lượng 68 %. Vụ mùa mất trắng 9 ha, giảm trên 30 % năng suất ở 22 ha thuộc các thôn "
        "ven suối. Nhờ diện tích còn lại đạt khá nên sản lượng lúa cả năm vẫn cao hơn kế hoạch.",
        "@harvest",
        "Cây ngô đông gieo 38 ha trên đất hai lúa ở Bãi Đa, Đầm Sen và Cây Si; rau đậu các loại 64 ha. Mô hình luân canh hai lúa – "
        "một khoai tây tại Đầm Sen với 26 hộ cho lãi 41 triệu đồng mỗi héc-ta, nhưng đầu ra phụ thuộc một thương lái nên chưa mở "
        "rộng. Diện tích lúa bỏ hóa vụ mùa còn 7,5 ha, chủ yếu là ruộng bậc cao thiếu nước ở Phú Sơn và Khe Gỗ.",
        "Cây ăn quả tiếp tục là hướng chính. Toàn xã có 241 ha cam, bưởi cho thu hoạch, trong đó 57 ha được chứng nhận sản xuất theo "
        "quy trình an toàn. Sản lượng bưởi ước 2.160 tấn, cam 1.890 tấn. Giá bưởi tại vườn bình quân 9.500 đồng/kg, giảm còn 7.000 "
        "đồng/kg trong hai tuần đường bị chia cắt, làm nông dân thiệt khoảng 680 triệu đồng.",
        "@orchard",
        "Tồn tại là 34 ha cam già cỗi nhiễm bệnh vàng lá chưa được thay; việc dán tem truy xuất mới có 3 trên 9 tổ hợp tác làm đều. Ủy "
        "ban nhân dân xã đã cho ngừng xác nhận vùng trồng với một tổ không ghi nhật ký thuốc bảo vệ thực vật.",
    )),
    ("2. Chăn nuôi, thủy sản", (
        "Đàn lợn giảm do dịch tả lợn châu Phi xảy ra tại Phú Sơn, Gò Mít và Khe Gỗ từ ngày 12 tháng 5; đã tiêu hủy 216 con của 29 "
        "hộ, hỗ trợ 338 triệu đồng. Dịch được khống chế sau 34 ngày. Đàn bò và dê tăng nhờ nguồn vay ủy thác và nhu cầu thịt dịp cuối "
        "năm. Tiêm phòng gia súc hai đợt đạt 87 % diện phải tiêm, thấp hơn yêu cầu 3 điểm phần trăm.",
        "@stock",
        "Diện tích ao nuôi cá 46 ha, sản lượng 138 tấn; trận ngập tháng 9 cuốn trôi cá của 11 ao ở Đầm Sen. Nuôi cá lồng trên hồ Khe Gỗ "
        "được giữ ở 24 lồng để không vượt sức tải của hồ.",
    )),
    ("3. Lâm nghiệp, phòng cháy rừng", (
        "Trồng mới 92 ha rừng tập trung, vượt 8,2 % kế hoạch, trong đó 36 ha là gỗ lớn. Khai thác 61 ha keo đến tuổi, sản lượng "
        "5.300 m³. Tổ bảo vệ rừng cộng đồng của tám thôn tuần tra 312 lượt, phát hiện bốn vụ vi phạm, xử phạt 18,5 triệu đồng. Không "
        "để xảy ra cháy rừng; hai điểm đốt nương tại Bản Cú được dập trong vòng một giờ.",
        "Chi trả dịch vụ môi trường rừng cho 487 hộ với 612 triệu đồng, toàn bộ qua tài khoản. Còn 23 hộ chưa nhận được tiền do sai "
        "lệch diện tích giữa hồ sơ giao rừng và bản đồ; tổ công tác đã đo lại 15 trường hợp.",
    )),
    ("4. Tiểu thủ công nghiệp, thương mại, du lịch", (
        "Xã có 214 hộ kinh doanh, 9 tổ hợp tác, 4 hợp tác xã và 7 doanh nghiệp nhỏ. Xưởng sấy măng của Hợp tác xã Suối Lam đạt 38 tấn "
        "thành phẩm, tạo việc cho 42 lao động theo mùa. Sản phẩm mật ong rừng và bưởi da xanh được công nhận đạt ba sao cấp tỉnh.",
        "Chợ Suối Lam họp sáu phiên mỗi tháng, bình quân 1.300 lượt người. Thu phí chợ mười tháng được 121 triệu đồng, bằng 82 % dự "
        "toán cùng kỳ do một số hộ chuyển ra bán ở ngã ba. Đã xử lý 17 trường hợp lấn chiếm lề đường, vận động 26 hộ quay lại chợ.",
        "Ba hộ ở Nà Hang và Đồi Chè làm nhà đón khách, phục vụ 1.940 lượt; doanh thu ước 780 triệu đồng. Biển chỉ dẫn, nơi đỗ xe và "
        "nhà vệ sinh công cộng chưa đáp ứng được ngày đông khách.",
    )),
    ("5. Giao thông, thủy lợi, xây dựng", (
        "Đến ngày 31 tháng 10, toàn xã đã thi công 3,2 km đường liên thôn, đạt 64 % kế hoạch của tuyến Suối Lam – Đồng Bưởi; làm xong "
        "3,5 km đường ngõ xóm và đường nội đồng. Nhân dân hiến 4.260 m² đất, góp 3.780 ngày công.",
        "@roads",
        "Công trình đường liên thôn Suối Lam – Đồng Bưởi chậm do mưa lũ kéo dài 41 ngày trong thời gian thi công, đường công vụ bị xói "
        "ba lần và mỏ đá gần nhất dừng khai thác một tháng. Nhà thầu đã cam kết tiến độ bù; Ủy ban nhân dân xã phạt chậm 0,05 % giá trị "
        "phần việc cho mỗi ngày chậm do lỗi của nhà thầu, đến nay là 11 ngày.",
        "@rain",
        "Về thủy lợi, đã nạo vét 14,2 km mương, sửa 9 cống lấy nước, gia cố hai đập tạm. Tổng khối lượng đất, đá sạt lở phải dọn trên "
        "đường do xã quản lý là 3.150 m³. Công trình nước sinh hoạt tại Bản Cú chỉ hoạt động cầm chừng trong mùa khô; xã đã chở nước cho "
        "54 hộ trong 23 ngày.",
        "Quản lý xây dựng: cấp 63 giấy phép nhà ở riêng lẻ, kiểm tra 41 công trình, lập biên bản 6 trường hợp xây trên đất trồng cây "
        "lâu năm, trong đó 4 trường hợp đã tự tháo dỡ. Quy hoạch chung xã đang lấy ý kiến cộng đồng lần hai.",
    )),
    ("6. Thu, chi ngân sách và đầu tư công", (
        f"Ước thực hiện tổng thu ngân sách xã năm 2026 là {vn(data.TOTAL.before)} triệu đồng; thu tại địa bàn xã hưởng 5.210 triệu đồng, "
        "bằng 104,6 % dự toán. Chi ngân sách bảo đảm lương, an sinh và các nhiệm vụ cấp bách; không có nợ lương, không ứng vượt thu.",
        "@money",
        "Giải ngân đầu tư công đến hết tháng 10 được 8.300 triệu đồng, đạt 73,8 % kế hoạch 11.250 triệu đồng; ước cả năm đạt 88,4 %, thấp "
        "hơn mục tiêu 95 %. Nguyên nhân chủ yếu là hồ sơ đấu thầu phải làm lại ở hai gói do nhận việc từ cấp huyện chưa đủ tài liệu và "
        "thời tiết bất lợi trong quý III.",
        "@structure",
    )),
    ("7. Đất đai, tài nguyên, môi trường", (
        "Cấp mới và cấp đổi 318 giấy chứng nhận quyền sử dụng đất; còn 126 hồ sơ tồn do chồng lấn ranh giới đất lâm trường cũ. Hòa giải "
        "thành 12 trên 17 vụ tranh chấp. Kiểm tra ba mỏ cát nhỏ, đình chỉ một điểm khai thác không phép tại bãi bồi Cây Si.",
        "Tỷ lệ thu gom rác thải sinh hoạt đạt 78,5 %. Mô hình phân loại tại nguồn ở Đầm Sen và Vĩnh Thành giảm khoảng 30 % lượng rác phải "
        "chở đi. Điểm tập kết Phú Sơn quá tải, nước rỉ chảy xuống mương khi mưa lớn, cử tri phản ánh nhiều lần; xã đã rải vôi, phủ bạt và "
        "đề nghị đưa công trình mới vào kế hoạch năm 2027.",
    )),
)  # fmt: skip

CULTURE: Parts = (
    ("1. Giáo dục và đào tạo", (
        "Năm học 2025 – 2026 có 99,6 % học sinh tiểu học hoàn thành chương trình lớp học, 98,9 % học sinh lớp 9 tốt nghiệp trung học cơ "
        "sở. Đầu năm học mới, ba trường có 2.238 học sinh, tăng 47 em. Không có học sinh bỏ học ở cấp tiểu học; cấp trung học cơ sở có 4 "
        "em bỏ học, đã vận động được 3 em trở lại.",
        "@schools",
        "Thiếu 5 giáo viên tiếng Anh và tin học, đang bố trí dạy liên trường. Bếp ăn bán trú được kiểm tra hằng tháng, lưu mẫu đủ 24 giờ; "
        "giá suất ăn 18.000 đồng được công khai trên bảng tin và nhóm phụ huynh. Trường mầm non có hai điểm lẻ lớp ghép ba độ tuổi.",
    )),
    ("2. Y tế, dân số", (
        "Trạm Y tế khám 11.240 lượt, trong đó 78 % bằng thẻ bảo hiểm y tế. Tiêm chủng đủ mũi cho trẻ dưới một tuổi đạt 96,4 %. Sốt xuất huyết "
        "có 23 ca, không có tử vong; đã phun hóa chất hai đợt tại Đầm Sen và Bãi Đa. Người cao tuổi được lập hồ sơ sức khỏe đạt 91 %.",
        "Tỷ lệ trẻ thấp còi 15,4 %, cao hơn mục tiêu 0,4 điểm phần trăm, tập trung ở Bản Cú, Khe Gỗ, Nà Hang. Trạm đã mở bốn lớp nấu ăn cho bà "
        "mẹ nhưng thời điểm trùng vụ cấy nên chỉ có 61 người dự.",
    )),
    ("3. Giảm nghèo, an sinh, việc làm", (
        "Kết quả rà soát đến ngày 31 tháng 10: còn 118 hộ nghèo (4,95 %), giảm 27 hộ; 174 hộ cận nghèo (7,30 %). Năm hộ tái nghèo đều do người "
        "lao động chính bị bệnh hoặc tai nạn. Vốn vay chính sách dư nợ 41,8 tỷ đồng, nợ quá hạn 0,09 %.",
        "@poverty",
        "Đã chi trả trợ cấp hằng tháng cho 402 đối tượng bảo trợ, 97 người có công; 88 % nhận qua tài khoản. Xóa 11 nhà tạm, mỗi nhà được hỗ trợ "
        "60 triệu đồng và ngày công của thôn. Có 247 lao động có việc làm thêm, trong đó 31 người đi làm việc ở nước ngoài theo hợp đồng.",
        "Đào tạo nghề ba lớp cho 94 người: kỹ thuật trồng cây có múi, sửa máy nông nghiệp, nấu ăn. Sau ba tháng, 71 người sử dụng được nghề đã "
        "học. Lớp may công nghiệp không mở được vì chỉ có 9 người đăng ký.",
    )),
    ("4. Văn hóa, thông tin, thể thao", (
        "Mười hai thôn đạt danh hiệu văn hóa; 2.061 hộ được công nhận gia đình văn hóa. Duy trì 14 đội chiêng Mường, tổ chức lớp truyền dạy cho "
        "56 em. Lễ hội xuống đồng an toàn, rút ngắn còn một ngày. Đài truyền thanh phát 318 buổi; 9 cụm loa thông minh hoạt động tốt, 5 cụm "
        "loa có dây ở các thôn xa thường mất tín hiệu khi mưa dông.",
        "Giải bóng chuyền 14 thôn thu hút 168 vận động viên. Tủ sách nhà văn hóa được bổ sung 640 bản; lượt mượn ở Vĩnh Thành và Suối Lam cao, ở "
        "Bản Cú rất thấp do giờ mở cửa trùng giờ đi làm nương.",
    )),
    ("5. Phòng, chống thiên tai", (
        "Năm 2026 có bốn đợt thiên tai, không có người chết; 1 người bị thương, 37 nhà tốc mái, 31 ha lúa và 6,4 ha hoa màu thiệt hại, 1,9 km đường "
        "và 640 m mương hư hỏng. Tổng thiệt hại ước 3,6 tỷ đồng. Đã di dời tạm 19 hộ ở Vĩnh Thành và 8 hộ ở Nà Hang trong ba đêm.",
        "Ngân sách dự phòng đã chi 572 triệu đồng, tỉnh hỗ trợ 900 triệu đồng. Bài học là cảnh báo phải đến được từng hộ trước khi mất điện; năm 2027 "
        "mỗi thôn có một còi tay và danh sách hộ cần giúp di dời.",
    )),
)  # fmt: skip

DEFENCE: Parts = (
    ("1. Quốc phòng, quân sự địa phương", (
        "Hoàn thành 100 % chỉ tiêu tuyển quân với 19 thanh niên nhập ngũ; đón 17 quân nhân hoàn thành nghĩa vụ trở về. Huấn luyện 86 dân quân, kết "
        "quả khá, giỏi 82 %. Tổ chức diễn tập phòng thủ dân sự với tình huống lũ quét tại Vĩnh Thành, 140 người tham gia.",
    )),
    ("2. An ninh, trật tự an toàn xã hội", (
        "Tình hình ổn định. Xảy ra 14 vụ việc về trật tự xã hội, giảm 3 vụ; điều tra, làm rõ 12 vụ. Tai nạn giao thông 9 vụ, 1 người chết, 11 người bị "
        "thương. Lừa đảo qua mạng có 6 người trình báo, mất 214 triệu đồng; công an xã đã nói chuyện tại cả 14 thôn và hai trường học.",
    )),
    ("3. Cải cách hành chính, chuyển đổi số", (
        "Trung tâm Phục vụ hành chính công tiếp nhận 6.300 hồ sơ, 98,6 % giải quyết đúng và trước hạn. Hồ sơ đất đai quá hạn nhiều nhất do phải xác "
        "minh thực địa và trích lục từ kho cũ.",
        "@office",
        "Tỷ lệ hồ sơ nộp trực tuyến thực chất 62,6 % tính đến hết tháng 10, chưa đạt mục tiêu 70 %. Năm thôn vùng xa sóng yếu, người dân phải ra "
        "trung tâm; tổ công nghệ số cộng đồng làm hộ 1.120 hồ sơ. Từ kỳ họp này, tài liệu của Hội đồng nhân dân được gửi bằng tệp, tiết kiệm "
        "khoảng 11.000 trang in mỗi năm.",
    )),
    ("4. Tiếp công dân, giải quyết đơn", (
        "Tiếp 164 lượt công dân, nhận 58 đơn: 9 khiếu nại, 3 tố cáo, 46 kiến nghị, phản ánh. Đã giải quyết 52 đơn, còn 6 đơn trong hạn, chủ yếu về "
        "ranh giới đất và bồi thường hoa màu. Chủ tịch Ủy ban nhân dân xã đối thoại với thanh niên và phụ nữ mỗi đối tượng một lần.",
    )),
)  # fmt: skip

FAULTS: Parts = (
    ("1. Hạn chế", (
        "Một là, giải ngân vốn đầu tư công ước đạt 88,4 %, thấp nhất trong ba năm. Hai là, tỷ lệ hộ dùng nước hợp vệ sinh, rác được thu gom, hồ sơ "
        "trực tuyến và trẻ thấp còi chưa đạt kế hoạch. Ba là, tiêu thụ nông sản còn bấp bênh, hợp đồng bao tiêu mới chiếm 18 % sản lượng cây có múi.",
        "Bốn là, việc duy tu sau đầu tư chưa thành nền nếp: 11 trong 26 công trình kiểm tra không có người trông coi, nắp cống và biển báo hỏng "
        "không được thay kịp thời. Năm là, một số kiến nghị của cử tri được trả lời chung chung, không nêu thời hạn và người chịu trách nhiệm.",
    )),
    ("2. Nguyên nhân", (
        "Về khách quan: thiên tai, dịch bệnh, giá vật liệu tăng; địa bàn rộng, dân cư phân tán; tài liệu bàn giao từ cấp huyện thiếu, nhất là hồ sơ "
        "đất đai và quyết toán công trình cũ.",
        "Về chủ quan: người đứng đầu một số bộ phận chưa chủ động, phối hợp giữa Phòng Kinh tế và các thôn có lúc qua nhiều khâu; năng lực lập và "
        "quản lý dự án còn hạn chế, cả xã chỉ có hai người có chứng chỉ quản lý dự án. Việc kiểm tra sau chỉ đạo chưa thường xuyên.",
    )),
)  # fmt: skip

PLAN: Parts = (
    ("I. MỤC TIÊU", (
        "Giữ ổn định sản xuất, hoàn thành dứt điểm các công trình dở dang, nâng chất lượng nước sạch, trường học và phục vụ người dân. Tập trung thực "
        "hiện 21 chỉ tiêu tại Biểu 1, trong đó bốn chỉ tiêu được giao trách nhiệm cá nhân là giải ngân, nước hợp vệ sinh, thu gom rác và hộ nghèo.",
    )),
    ("II. NHIỆM VỤ VÀ GIẢI PHÁP CHỦ YẾU", (
        "1. Nông nghiệp: chỉ đạo khung thời vụ theo từng cánh đồng; thay 18 ha cam già cỗi bằng bưởi và cây che phủ; cấp mã vùng trồng cho 120 ha; "
        "ký ít nhất ba hợp đồng tiêu thụ trước tháng 9. Dồn đổi, cải tạo 22 ha ruộng tại Đồng Lau gắn với đường nội đồng.",
        "2. Chăn nuôi: tái đàn lợn có khai báo, hỗ trợ 40 hộ làm đệm lót; tiêm phòng đạt trên 90 %; quản lý giết mổ tập trung tại chợ. Không cho phát "
        "sinh điểm nuôi mới trong phạm vi 100 m cách khu dân cư.",
        "3. Kết cấu hạ tầng: hoàn thành đường liên thôn Suối Lam – Đồng Bưởi và cầu Nà Hang trước mùa mưa; khởi công mười dự án đủ thủ tục. Mỗi công "
        "trình có sổ theo dõi tại nhà văn hóa thôn, ghi khối lượng từng tuần để nhân dân xem.",
        "4. Ngân sách: thu đúng, thu đủ, không đặt thêm khoản đóng góp ngoài quy định; giao dự toán một lần từ đầu năm; tiết kiệm 10 % chi hoạt động. "
        "Đến ngày 30 tháng 9 điều chuyển vốn của dự án chậm.",
        "5. Đất đai, môi trường: xử lý 126 hồ sơ tồn, mỗi tháng ít nhất 12 hồ sơ; đưa bãi tập kết Phú Sơn vào sử dụng trong quý IV; mở rộng phân loại "
        "rác thêm bốn thôn.",
        "6. Giáo dục, y tế: sửa bốn phòng học trong hè; xây dựng Trường Mầm non Suối Lam đạt chuẩn; khám sức khỏe học sinh đủ 100 %; mở lớp dinh dưỡng "
        "vào buổi tối tại ba thôn có tỷ lệ thấp còi cao.",
        "7. Giảm nghèo: mỗi hộ nghèo có một cán bộ hoặc tổ chức giúp đỡ, có kế hoạch ghi rõ việc cần làm theo quý; ưu tiên việc làm cho 64 hộ nghèo còn "
        "lao động; bảo trợ đủ đối với 31 hộ không còn khả năng lao động.",
        "8. Chính quyền: phân công rõ người, rõ việc, rõ thời hạn; trả lời kiến nghị cử tri phải nêu ba nội dung là làm gì, ai làm, khi nào xong. Phủ "
        "sóng di động năm điểm lõm; duy trì tổ làm hộ thủ tục lưu động mỗi tháng một buổi tại thôn xa.",
        "9. Quốc phòng, an ninh: giữ vững ổn định; hoàn thành tuyển quân; kiềm chế tai nạn giao thông, không để tăng số người chết; duy trì trực, tuần "
        "tra trong dịp Tết Đinh Mùi và lễ hội.",
    )),
    ("III. KIẾN NGHỊ", (
        "1. Đề nghị tỉnh sớm bàn giao hồ sơ địa chính gốc còn lưu tại kho cũ, bố trí kinh phí đo đạc lại 640 ha giáp ranh lâm trường.",
        "2. Đề nghị tỉnh hỗ trợ 5 biên chế giáo viên, một kỹ sư giao thông cho xã; hướng dẫn định mức duy tu công trình do cộng đồng quản lý.",
        "3. Đề nghị đơn vị viễn thông đầu tư trạm phát tại Bản Cú và Khe Gỗ; đơn vị điện lực thay dây trần ở tuyến Phú Sơn trước mùa mưa.",
    )),
)  # fmt: skip

_CROPS = {
    "Suối Lam": "buôn bán, dịch vụ và lúa hai vụ", "Đồng Bưởi": "bưởi da xanh và lúa", "Đồi Chè": "chè và bưởi đồi",
    "Nà Hang": "lúa nương, ngô và đón khách nghỉ", "Bãi Đa": "lúa, ngô đông và bò thịt", "Khe Gỗ": "rừng keo, cá lồng và măng",
    "Làng Mận": "mận, cam và đàn ong", "Đầm Sen": "lúa, khoai tây và cá", "Vĩnh Thành": "lúa, nghề mộc và dịch vụ",
    "Cây Si": "lúa, rau và khai thác cát có phép", "Đồng Lau": "lúa chất lượng và gia cầm", "Phú Sơn": "keo, dê và lợn",
    "Gò Mít": "mít, cam và bò sinh sản", "Bản Cú": "rừng trồng, ngô và ong rừng",
}  # fmt: skip
_NOTES = {
    "Suối Lam": ("tổ tự quản tuyến phố dọn lề đường mỗi sáng thứ Bảy, vận động được 26 hộ bán rong quay vào chợ", "rãnh dọc trước chợ bị lấp nên ngập khi mưa to, có đêm nước vào nhà bảy hộ", "hoàn thành khu để xe và nhà vệ sinh công cộng cạnh chợ"),
    "Đồng Bưởi": ("tổ hợp tác bưởi có mã vùng trồng 31 ha, bán chung được 420 tấn", "đường liên thôn bị chia cắt bốn lần, quả chín phải bán non hoặc bán rẻ", "dời toàn bộ hàng rào trong phạm vi tuyến đường trước ngày 31 tháng 1"),
    "Đồi Chè": ("sau khi nhập hai xóm, chi ủy và ban công tác Mặt trận được kiện toàn nhanh, không có đơn thư", "nhà văn hóa chật, cuộc họp thôn tháng 8 có 46 người phải đứng ngoài hiên", "mở rộng nhà văn hóa, trồng lại 6 ha chè già cỗi"),
    "Nà Hang": ("ba hộ làm nhà đón khách, cho việc làm 21 lao động trong thôn", "63 hộ bên tả ngạn bị cô lập ba đêm khi nước lớn; một điểm trường lẻ phải nghỉ học hai ngày", "thông cầu dân sinh trước ngày 30 tháng 4 và giảm bốn hộ nghèo"),
    "Bãi Đa": ("cánh đồng một giống 34 ha cho năng suất cao nhất xã ở vụ xuân", "cuối vụ xuân 12 ha phải bơm nước hai cấp, tốn thêm 1,1 triệu đồng mỗi héc-ta", "bàn giao mương mới cho tổ thủy nông và thu phí bảo dưỡng theo thửa"),
    "Khe Gỗ": ("145 ngày công được góp để làm nhà văn hóa; 24 lồng cá giữ đúng quy hoạch", "tỷ lệ hộ nghèo cao nhất xã, sóng di động yếu, chín em học sinh phải leo đồi để học trực tuyến", "giúp bốn hộ nghèo sửa nhà và mở một lớp kỹ thuật trồng rừng gỗ lớn"),
    "Làng Mận": ("làm xong 1,4 km đường ngõ xóm, không hộ nào khiếu nại về đất hiến", "mận chín tập trung trong hai tuần, thiếu nơi sơ chế nên khoảng một phần năm sản lượng bị loại", "liên kết với hợp tác xã để sấy mận và nhân đàn ong lên 310 tổ"),
    "Đầm Sen": ("187 trong 205 hộ phân loại rác tại nguồn, lượng rác chở đi giảm gần một phần ba", "11 ao cá bị tràn bờ trong tháng 9; đê bao nội đồng có ba chỗ thấp", "đắp bù đê bao bằng công lao động của thôn, kè thử 40 m bằng cọc tre"),
    "Vĩnh Thành": ("nghề mộc có 34 xưởng hộ, thu hút 118 lao động; thuế khoán nộp đủ", "bờ suối lùi sát khu dân cư, 19 hộ phải di dời tạm; bụi và tiếng ồn của sáu xưởng gây bức xúc", "chuyển sáu xưởng ra cuối thôn và tham gia giám sát xây kè"),
    "Cây Si": ("tổ hòa giải giải quyết xong năm việc ranh giới đất ngay tại thôn", "xe chở cát làm hỏng 700 m đường; một điểm khai thác không phép đã bị đình chỉ", "cắm biển hạn chế tải trọng và hoàn thành cắm mốc khu tái định cư"),
    "Đồng Lau": ("84 hộ đồng ý dồn đổi ruộng, giảm từ sáu thửa còn ba thửa mỗi hộ", "chưa có đường nội đồng, máy gặt phải vòng 2 km, có vụ thuê máy chậm mất sáu ngày", "hoàn thành dồn đổi 22 ha trước vụ mùa để làm đường theo bờ thửa mới"),
    "Phú Sơn": ("khống chế dịch tả lợn trong 34 ngày, 12 hộ tái đàn an toàn", "điểm tập kết rác quá tải, mùi và nước rỉ ảnh hưởng 27 hộ; lưới điện dây trần chạm cành cây", "giải phóng mặt bằng bãi tập kết mới và phát quang hành lang điện hai đợt"),
    "Gò Mít": ("38 hộ ký cam kết hiến đất làm ngõ; chi hội phụ nữ có quỹ quay vòng 96 triệu đồng", "ngõ dốc và trơn, mùa thu hoạch phải gánh nông sản 300 m ra đường lớn", "khởi công đường ngõ xóm trong quý II, mỗi hộ góp ba công"),
    "Bản Cú": ("tổ bảo vệ rừng dập kịp thời hai điểm cháy; 9 hộ thoát nghèo nhờ nuôi ong", "thiếu nước sinh hoạt 23 ngày, ba trong năm mẫu nước vượt chỉ tiêu vi sinh", "xây đập đầu nguồn, lập tổ quản lý nước và mở lớp dinh dưỡng buổi tối"),
}  # fmt: skip


def hamlet_notes(h: Hamlet) -> str:
    """A few sentences on one hamlet, each with its own figures."""
    good, bad, nxt = _NOTES[h.name]
    income = 63.5 - 140 * h.poor / h.households + data.dice("note" + h.name).uniform(-1.5, 1.5)
    return (
        f"Kinh tế chủ yếu là {_CROPS[h.name]}; thu nhập bình quân {vn(income, 1)} triệu đồng/người. Trong năm, {good}. Hạn "
        f"chế: {bad}. Năm 2027, thôn đăng ký {nxt}."
    )
