# Tên báo cáo (nút bấm) và các số liệu chính ghi dưới tệp.

report-by-unit = Tổng hợp theo đơn vị
report-detail = Danh sách chi tiết

report-figure-units-met = Đơn vị đã đủ chỉ tiêu
report-figure-submitted = Điển hình đã gửi
report-figure-approved = Trong đó đã duyệt
report-figure-returned = Trả lại
report-figure-missing = Còn thiếu so với tối thiểu
report-figure-units-late = Đơn vị nộp trễ
report-figure-exemplars = Điển hình trong danh sách
report-figure-counted = Được tính vào chỉ tiêu
report-figure-difficult-area = Ở vùng khó khăn
report-figure-direct-labour = Lao động trực tiếp
