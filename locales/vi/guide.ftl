# Hướng dẫn có hình (src/guide): trang mở ở /huong-dan, mỗi vai trò một trang.
guide-of-liaison = Hướng dẫn cho cán bộ đầu mối
guide-of-officer = Hướng dẫn cho { $office }
guide-of-reader = Hướng dẫn cho lãnh đạo và người theo dõi
guide-other-language = English
guide-intro = Mọi việc làm bằng cách nhắn tin. Có nút thì bấm nút; trên Zalo thì gõ số đứng trước mục cần chọn. Gõ có dấu hay không dấu đều được. Tên và số liệu trong hình là ví dụ.
guide-contact = Cần hỏi thêm, xin liên hệ { $contact }.
guide-join = Tham gia bằng mã mời
guide-join-text = { $office } gửi cho anh/chị một mã dạng <b>K7Q2-9M4D</b>. Mở bot, gửi mã đó như một tin nhắn.
    Đúng tên đơn vị thì chọn <b>Đúng, tôi nhận</b>, rồi gửi họ tên và số điện thoại. Mã dùng một lần, trong 14 ngày.
guide-register = Đăng ký một điển hình
guide-register-text = Gõ <b>đăng ký</b>. Bot hỏi từng câu, đầu câu có số thứ tự. Trả lời đến đâu được lưu đến đó.
    Trả lời nhầm thì chọn <b>Quay lại</b>. Câu không bắt buộc có nút <b>Bỏ qua</b>.
guide-zalo = Trên Zalo: gõ số để chọn
guide-zalo-text = Zalo không có nút. Mỗi mục là một dòng có số: gõ số, ví dụ <b>2</b>, hoặc gõ chữ của mục đó.
    Câu hỏi mà câu trả lời là một con số (năm sinh, số người) thì các mục mang chữ cái A, B, C.
guide-criteria = Chọn tiêu chí đạt được
guide-criteria-text = Bấm vào từng dòng, hoặc gõ các số một lúc: <b>1, 3</b>. Tiêu chí riêng của đơn vị thì gõ thành tin nhắn.
    Đủ rồi thì chọn <b>Xong</b>.
guide-files = Gửi minh chứng
guide-files-text = Gửi ảnh, PDF, Word hoặc Excel, nhiều nhất 10 tệp, mỗi tệp 20 MB. Bot báo tệp nào đã đến. Trên Zalo, bot gửi một đường dẫn đến trang nhận tệp.
    Xong thì chọn <b>Xong</b>. Đừng gửi ảnh thẻ căn cước.
guide-send = Xem lại rồi gửi
guide-send-text = Bot hiện cả hồ sơ. Cần sửa thì chọn <b>Sửa</b> và chọn dòng. Đúng cả thì chọn <b>Gửi { $office }</b>.
guide-paused = Dừng giữa chừng, làm tiếp sau
guide-paused-text = Gõ lệnh khác lúc nào cũng được: câu đã trả lời vẫn còn. Chọn <b>Tiếp tục</b> để làm tiếp, hoặc gõ <b>bản nháp</b>.
guide-returned = Hồ sơ được trả lại để bổ sung
guide-returned-text = Tin nhắn nói rõ cần bổ sung gì. Chọn <b>Sửa ngay</b>: bot mở đúng câu đó. Sửa xong thì gửi lại.
guide-dues = Hạn nộp và văn bản
guide-dues-text = Gõ <b>hạn nộp</b> để xem đơn vị còn phải nộp gì, đến ngày nào. Gõ <b>nộp văn bản</b> để nộp kế hoạch, báo cáo.
guide-nudge = Tin nhắc việc
guide-nudge-text = Gần đến hạn, bot tự nhắc phần còn thiếu. Chọn <b>Nhắc lại ngày mai</b> hoặc <b>Đã rõ</b>.
guide-trouble = Khi chưa rõ phải làm gì
guide-trouble-text = Gõ <b>trợ giúp</b>: bot hiện mọi việc anh/chị làm được. Gõ <b>xin chào</b>: bot cho biết việc nên làm tiếp.
    Chữ hiện sai dấu là do phông cũ (.VnTime, VNI): gõ lại bằng bảng mã Unicode.
guide-invite = Mời cán bộ đầu mối
guide-invite-text = Gõ <b>mời</b>, chọn vai trò và đơn vị. Chuyển tiếp nguyên tin có mã cho người được mời.
    Mời nhiều người một lúc: chọn <b>Nhiều người</b> rồi dán danh sách hoặc gửi tệp Excel.
guide-review = Duyệt hồ sơ
guide-review-text = Gõ <b>duyệt</b>, mở từng hồ sơ. Một màn hình có đủ nội dung, tiêu chí, tệp, hồ sơ gần giống. Chọn <b>Duyệt</b>, <b>Trả lại</b> hoặc <b>Không duyệt</b>.
guide-sent-back = Trả lại để bổ sung
guide-sent-back-text = Chọn <b>Trả lại</b>, đánh dấu các dòng cần sửa, viết lý do. Đơn vị nhận ngay tin như hình dưới; khi gửi lại, anh/chị thấy dòng nào đã sửa.
guide-nudging = Đôn đốc đơn vị chưa nộp
guide-nudging-text = Gõ <b>đôn đốc</b>, chọn việc. Bot cho xem trước ai sẽ nhận và nhận gì, rồi mới gửi. Bot cũng tự nhắc theo các mốc của kế hoạch.
guide-report = Lấy báo cáo
guide-report-text = Gõ <b>báo cáo</b> và chọn, hoặc gõ liền một dòng: <b>báo cáo tổng hợp 2021</b>. Tệp Excel in ra ký được ngay.
guide-office = Người dùng và hệ thống
guide-office-text = <b>Người dùng</b>: xem ai giữ vai trò gì, cho thôi vai trò, đổi đơn vị, gỡ tài khoản.
    <b>Sức khỏe hệ thống</b>: tin chờ gửi, sao lưu, trục trặc của từng kênh.
guide-head = Theo dõi đơn vị
guide-head-text = Thủ trưởng gõ <b>hạn nộp</b> để xem đơn vị còn thiếu gì, và được báo khi đơn vị nộp chậm. Gõ <b>danh sách</b> để xem các điển hình.
