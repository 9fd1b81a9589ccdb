# Tên báo cáo (nút bấm) và các số liệu chính ghi dưới tệp.

report-by-unit = Tổng hợp theo đơn vị
report-detail = Danh sách chi tiết
report-signed-list = Danh sách đăng ký để ký
report-office = Báo cáo (Word)
report-year-results = Kết quả năm
report-figure-evaluated = Điển hình đã đánh giá
report-figure-spread = Phát triển, nhân rộng
report-figure-proposed = Lượt đề nghị khen thưởng
report-publicity = Tuyên truyền điển hình
report-late-letter = Công văn đôn đốc (Word)
report-phone-list = Cần gọi điện
report-by-category = Theo lĩnh vực
report-duty-progress = Tiến độ nộp
report-nudge-log = Đôn đốc
report-period = { $which ->
    [first] 6 tháng đầu năm { $year }
    [second] 6 tháng cuối năm { $year }
    [whole] cả giai đoạn đến năm { $year }
   *[year] năm { $year }
}

report-figure-units-met = Đơn vị đã đủ chỉ tiêu
report-figure-submitted = Điển hình được tính, đăng ký { $years } (đã gửi và đã duyệt)
report-figure-approved = Trong đó đã duyệt
report-figure-returned = Trả lại
report-figure-last-year = Cùng kỳ năm trước, đến { $day } (tăng, giảm)
report-figure-missing = Còn thiếu so với tối thiểu
report-figure-units-late = Đơn vị nộp chậm
report-figure-units-overdue = Quá hạn chưa đủ
report-figure-exemplars = Điển hình trong danh sách, mọi trạng thái
report-figure-counted = Được tính vào chỉ tiêu, riêng { $period } (đã gửi và đã duyệt)
report-figure-difficult-area = Ở vùng khó khăn
report-figure-direct-labour = Lao động trực tiếp
report-figure-signed-list = Cộng, đã gửi và đã duyệt
report-figure-publicity-exemplars = Điển hình đã duyệt
report-figure-never-publicised = Chưa được tuyên truyền lần nào
report-figure-publicity-times = Lần tuyên truyền trong kỳ, mỗi hoạt động tính một lần
report-figure-broadcasts = Lượt phát
report-figure-minutes = Phút phát
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
report-figure-category-exemplars = Điển hình được tính (đã gửi và đã duyệt)
report-figure-category-subject = Trong đó { $subject }
report-figure-categories-used = Lĩnh vực đã có điển hình
report-figure-duties = Việc của các đơn vị
report-figure-duties-done = Đã xong đúng hạn
report-figure-duties-late = Nộp chậm
report-figure-duties-overdue = Quá hạn chưa xong
report-figure-duties-missing = Chưa xong, còn hạn
report-figure-duties-unset = Chưa ấn định hạn
report-figure-duties-optional = Chỉ nộp khi có việc, chưa nộp
report-figure-duties-nudges = Lần nhắc đã đến nơi
report-figure-nudges = Tin nhắc
report-figure-nudges-sent = Đã gửi
report-figure-nudges-blocked = Bị chặn
report-figure-nudges-unconnected = Chưa kết nối
report-figure-nudges-failed = Không gửi được

report-state-submitted = Đã gửi
report-state-approved = Đã duyệt
report-state-returned = Trả lại
report-state-rejected = Không duyệt
report-state-withdrawn = Đã rút
report-state-done = Đã xong
report-state-doneLate = Nộp chậm
report-state-overdue = Quá hạn
report-state-missing = Chưa xong
report-state-unset = Chưa ấn định
report-state-optional = Không phát sinh
report-state-sent = Đã gửi
report-state-blocked = Bị chặn
report-state-unconnected = Chưa kết nối
report-state-failed = Không gửi được
report-state-dropped = Thôi gửi
report-state-pending = Chờ gửi
report-filter-part = { $part ->
    [kinds] Nhóm đơn vị
    [categories] Lĩnh vực
    [duties] Việc phải nộp
   *[states] Trạng thái
  }: { $values }
report-figure-exemplars-filtered = Điển hình trong danh sách, theo bộ lọc

# Biểu đồ: tên (nút bấm), tiêu đề và chữ trong hình.

chart-by-unit = Theo đơn vị
chart-by-unit-title = Đăng ký so với chỉ tiêu
chart-by-day = Theo thời gian
chart-by-day-title = Đã gửi, đã duyệt theo ngày
chart-by-category = Theo lĩnh vực
chart-by-category-title = Điển hình theo lĩnh vực
chart-subtitle = { $period } · { $moment } · { $scope }
chart-of-moment = lúc { $at }
chart-of-day = tính đến hết ngày { $day }
chart-period = từ năm { $from } đến hết { $period }
chart-approved = Đã duyệt
chart-waiting = Chờ duyệt
chart-minimum = Tối thiểu
chart-maximum = Tối đa
chart-units-met = { $met }/{ $of } đơn vị đủ
chart-none-yet = Chưa có điển hình nào được gửi.
chart-none-such = Không có điển hình nào ở trạng thái này.
chart-no-units = Không có đơn vị nào.
chart-most-behind = vẽ { $shown } trong { $of } đơn vị, còn thiếu nhiều nhất
chart-due = Hạn { $day }
chart-wanted = Tối thiểu cần { $n }
chart-submitted-so-far = Đã gửi (cộng dồn)
chart-approved-so-far = Đã duyệt (cộng dồn)
chart-share = { $n } ({ NUMBER($percent) }%)
