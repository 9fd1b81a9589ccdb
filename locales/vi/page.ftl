# Web chat: the page in the browser. Words and arguments only, nothing else of Fluent.

page-title = Điển hình tiên tiến
page-rehearsal = Bản diễn tập
page-people = Vào vai
page-people-hint = Chọn một người để nhắn tin với bot thay người đó.
page-choose = Chọn một người ở danh sách để bắt đầu.
page-guide = Thử trong hai phút
page-guide-register = Vào vai một cán bộ đầu mối, gửi /dangky và trả lời từng câu.
page-guide-review = Vào vai Phòng Nội vụ, gửi /duyet để duyệt hồ sơ vừa gửi.
page-guide-clock = Bấm “Đến hạn kế tiếp”: đơn vị còn thiếu được nhắc, số tin chưa đọc hiện bên cạnh tên.
page-guide-report = Vào vai lãnh đạo UBND, gửi /baocao để tải báo cáo Excel.
page-chat = Trò chuyện
page-chat-of = Trò chuyện của { $name }
page-messages = Tin nhắn
page-back = Về danh sách
page-unread = { $count } tin chưa đọc

page-role-liaison = Cán bộ đầu mối
page-role-head = Thủ trưởng đơn vị
page-role-officer = Phòng Nội vụ
page-role-manager = Lãnh đạo UBND
page-role-publicist = Cán bộ tuyên truyền
page-role-newcomer = Chưa tham gia

page-clock = Đồng hồ của bản diễn tập
page-clock-move = Chuyển đồng hồ
page-clock-hour = +1 giờ
page-clock-day = +1 ngày
page-clock-due = Đến hạn kế tiếp

page-plain = Xem như trên Zalo
page-plain-hint = Như trên Zalo: gõ số để chọn, tệp là đường dẫn.
page-buttons-again = Đã trở lại cách xem có nút bấm. Anh/chị chọn tiếp:

page-write = Nhập tin nhắn
page-send = Gửi
page-send-command = Gửi lệnh này
page-attach = Đính kèm tệp
page-attach-photos = Đính kèm ảnh
page-commands = Các lệnh
page-no-commands = Chưa có lệnh nào. Anh/chị gửi /start để bắt đầu.
page-keyboard = Câu trả lời có sẵn
page-buttons = Nút chọn
page-your-phone = Số điện thoại sẽ gửi
page-cancel = Thôi
page-empty = Chưa có tin nhắn nào.
page-begin = Bắt đầu
page-understood = Đã rõ

page-from-bot = Bot:
page-from-you = Anh/chị:
page-sent = Đã gửi
page-sending = Đang gửi…
page-uploading = Đang tải lên
page-send-again = Gửi lại
page-give-up = Bỏ
page-edited = đã sửa
page-typing = Bot đang soạn tin
page-picture = Ảnh
page-download = Tải về
page-phone-shared = Số điện thoại: { $phone }
page-new-messages = { $count } tin mới
page-to-end = Tin mới nhất
page-loading-older = Đang tải tin cũ hơn…
page-no-chat = Không mở được cuộc trò chuyện này. Anh/chị vui lòng chọn lại ở danh sách.
page-no-signal = Chưa gửi được, đang chờ kết nối.
page-offline = Mất kết nối. Tin đã viết được giữ lại và sẽ tự gửi khi có mạng.

page-sign-in = Đăng nhập trò chuyện
page-sign-in-go = Vào
page-sign-in-no-signal = Chưa kết nối được máy chủ. Anh/chị kiểm tra mạng rồi thử lại.
page-code = Mã mời
page-code-empty = Anh/chị nhập mã mời rồi chọn Vào.
page-code-hint = Tám chữ và số, do Phòng Nội vụ cấp.
page-code-second = Đã tham gia trên thiết bị hoặc kênh khác: gõ /taikhoan ở đó, chọn Dùng thêm kênh khác để lấy mã cho thiết bị này.
page-session-over = Phiên đăng nhập trên thiết bị này đã kết thúc. Anh/chị nhập mã mới để vào lại.
page-devices-open = Thiết bị và đăng xuất
page-devices = Thiết bị đang đăng nhập
page-devices-of = Tài khoản: { $name }
page-device-here = Thiết bị này
page-device-seen = Dùng gần nhất: { $when }
page-sign-out = Đăng xuất
page-sign-out-of = Đăng xuất: { $device }
page-sign-out-title = Đăng xuất thiết bị này
page-sign-out-sure = Muốn vào lại, anh/chị cần mã mới. Nên gõ /taikhoan để lấy mã trước khi đăng xuất; nếu không, xin Phòng Nội vụ cấp.
page-sign-out-yes = Đăng xuất
page-close = Đóng

page-error-bad-request = Yêu cầu không đúng. Anh/chị vui lòng tải lại trang rồi thử lại.
page-error-not-found = Không tìm thấy nội dung này.
page-error-signed-out = Anh/chị chưa đăng nhập.
page-error-elsewhere = Yêu cầu này đến từ địa chỉ khác nên chưa được nhận. Bản diễn tập chỉ mở được trên chính máy đang chạy nó; trang trò chuyện chỉ dùng được tại đúng địa chỉ của nó.
page-error-too-big = Tệp lớn quá 20 MB. Anh/chị vui lòng nén lại hoặc chia nhỏ rồi gửi.
page-error-empty-file = Tệp không có nội dung. Anh/chị vui lòng kiểm tra lại tệp.
page-error-too-long = Tin nhắn dài quá 4.096 ký tự. Anh/chị vui lòng chia thành nhiều tin.
page-error-server = Máy chủ gặp lỗi. Anh/chị vui lòng thử lại sau ít phút.
