# Nghĩa vụ và hạn nộp của đơn vị. Tin gửi với parse_mode HTML.
duty-line = <b>{ $duty }:</b>{ " " }
duty-counted = { $missing ->
    [0] đã có { $counted } (chỉ tiêu { $quota }).
   *[other] đã có { $counted } (chỉ tiêu { $quota }), còn thiếu { $missing }.
  }
duty-done = Đã xong ngày { $done }.
duty-done-undated = Đã xong.
duty-done-late = Đã xong ngày { $done }, trễ hạn ({ $day }).
duty-missing = Chưa xong. Hạn chót { $day }, còn { $days } ngày.
duty-missing-today = Chưa xong. Hạn chót { $day }, hôm nay là ngày cuối.
duty-overdue = Chưa xong. Hạn chót { $day }, đã quá hạn { $days } ngày.
duty-optional = Nộp khi có đề xuất, chậm nhất { $day }.
duty-optional-undated = Nộp khi có đề xuất.
duty-unset = Thời hạn chưa ấn định.
duty-supplemented = Bổ sung sau hạn ngày { $day }.
duty-document-submitted = Chờ { $office } xem.
duty-document-accepted = { $office } đã chấp nhận.
duty-document-returned = Bản mới nhất bị trả lại ngày { $day }.
duty-returned = Đã nộp ngày { $first }, { $office } trả lại ngày { $day }, cần nộp lại.
duty-returned-until = { $days ->
    [0] Hạn chót { $day }, hôm nay là ngày cuối.
   *[other] Hạn chót { $day }, còn { $days } ngày.
  }
duty-returned-after = Lần đầu nộp đúng hạn ({ $day }) nên bản nộp lại không tính là trễ.
duty-returned-late = Lần đầu đã nộp trễ hạn ({ $day }).
duty-signed-list = Danh sách đăng ký có ký
duty-signed-list-inside = danh sách đăng ký có ký
filing-no-such = Chưa có việc nộp văn bản nào là “{ $typed }”. Anh/chị chọn trong các việc dưới đây.
occurrence-half = { $half ->
    [first] 6 tháng đầu năm { $year }
   *[second] 6 tháng cuối năm { $year }
  }
occurrence-quarter = quý { $numeral }/{ $year }
occurrence-month = { $month }/{ $year }
