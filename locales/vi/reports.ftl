# Tên báo cáo (nút bấm) và các số liệu chính ghi dưới tệp.

report-by-unit = Tổng hợp theo đơn vị
report-detail = Danh sách chi tiết
report-signed-list = Danh sách đăng ký để ký
report-late-letter = Công văn đôn đốc (Word)
report-phone-list = Cần gọi điện

report-figure-units-met = Đơn vị đã đủ chỉ tiêu
report-figure-submitted = Điển hình được tính, đăng ký { $years } (đã gửi và đã duyệt)
report-figure-approved = Trong đó đã duyệt
report-figure-returned = Trả lại
report-figure-missing = Còn thiếu so với tối thiểu
report-figure-units-late = Đơn vị nộp chậm
report-figure-units-overdue = Quá hạn chưa đủ
report-figure-exemplars = Điển hình trong danh sách, mọi trạng thái
report-figure-counted = Được tính vào chỉ tiêu, riêng năm { $year } (đã gửi và đã duyệt)
report-figure-difficult-area = Ở vùng khó khăn
report-figure-direct-labour = Lao động trực tiếp
report-figure-signed-list = Cộng, đã gửi và đã duyệt
report-figure-late-units = Đơn vị quá hạn
report-figure-late-duties = Việc quá hạn
report-figure-reply-by = Đề nghị gửi chậm nhất ngày
report-figure-phone-lines = Dòng cần gọi
report-figure-phone-units = Đơn vị
report-figure-phone-people = Người cần gọi
report-figure-phone-blocked = Dòng vì đã chặn bot
report-figure-phone-unconnected = Dòng vì chưa kết nối
report-figure-phone-failed = Dòng vì gửi không được
report-figure-phone-nobody = Đơn vị chưa có cán bộ đầu mối
