# Nhắc việc, đôn đốc. Tin gửi với parse_mode HTML; nhãn nút thì không.
nudge-note = <b>{ $office } nhắn:</b> { $note }
nudge-head-intro = Kính báo thủ trưởng đơn vị biết và đôn đốc:
nudge-line = <b>{ $unit }</b> { $what }.
nudge-line-head = <b>{ $unit }</b> { $what } (cán bộ đầu mối: { $liaisons }).
nudge-line-head-no-liaison = <b>{ $unit }</b> { $what } (chưa có cán bộ đầu mối).
nudge-lacks = còn thiếu { $missing } điển hình (đã có { $counted }/{ $quota })
nudge-lacks-open = còn thiếu { $missing } điển hình (đã có { $counted }, cần ít nhất { $min })
nudge-not-filed = chưa nộp { $duties }
nudge-returned = cần nộp lại { $duties }
nudge-due-left = Hạn chót { $day }, còn { $days } ngày.
nudge-due-today = Hạn chót { $day }, hôm nay là ngày cuối.
nudge-due-past = Hạn chót { $day }, đã quá hạn { $days } ngày.
nudge-more = Còn { $count } việc khác: chọn Hạn nộp để xem hết.
nudge-button-register = Đăng ký điển hình
nudge-button-file = Nộp { $duty }
nudge-button-snooze = Nhắc lại ngày mai
nudge-button-acknowledge = Đã rõ
