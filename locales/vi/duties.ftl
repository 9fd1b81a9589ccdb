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
