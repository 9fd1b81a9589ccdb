# Sơ kết, tổng kết giai đoạn và giới thiệu dự Hội nghị của đơn vị (/tongket).
error-summary-not-asked = Kế hoạch không yêu cầu việc này. Gõ /hannop để xem việc phải nộp.
summary-unit = Của đơn vị nào?
summary-which-plan = Sơ kết, tổng kết theo kế hoạch nào?
summary-which-unit = Tổng kết của đơn vị nào? Gõ tên đơn vị sau lệnh, ví dụ: <b>/tongket { $example }</b>.
summary-begin = <b>{ $name }</b> ({ $from } – { $to }) của { $unit }, { $dated ->
    [yes] hạn chót { $day }
   *[no] thời hạn chưa ấn định
    }. Đơn vị có { $n } điển hình đã duyệt. Bốn đoạn đã soạn từ số liệu các năm để anh/chị nhận hoặc sửa. Dừng ở đâu cũng không mất gì.
summary-begin-nominations = <b>{ $name }</b> của { $unit }, { $dated ->
    [yes] hạn chót { $day }
   *[no] thời hạn chưa ấn định
    }. Đơn vị có { $n } điển hình đã duyệt.
summary-text-results = <b>Kết quả, ưu điểm</b> của đơn vị trong các năm { $from } – { $to }?
summary-text-difficulties = <b>Hạn chế, khó khăn</b> và nguyên nhân trong các năm { $from } – { $to }?
summary-text-proposals = <b>Kiến nghị, đề xuất</b> của đơn vị qua các năm { $from } – { $to }?
summary-text-directions = <b>Phương hướng, nhiệm vụ</b> sau các năm { $from } – { $to }?
summary-nominees = Giới thiệu dự <b>{ $conference }</b>: chọn những điển hình được giới thiệu, rồi bấm Xong. Không giới thiệu ai thì bấm Không có.
summary-nominees-label = Giới thiệu dự Hội nghị
summary-nominees-none = không giới thiệu
summary-none = Không có
summary-write = Viết báo cáo
summary-none-reason = Vì sao đơn vị không giới thiệu điển hình nào dự { $conference }? ({ NUMBER($min, useGrouping: "true") }–{ NUMBER($max, useGrouping: "true") } ký tự)
summary-grounds = Thành tích làm căn cứ giới thiệu dự { $conference }? ({ NUMBER($min, useGrouping: "true") }–{ NUMBER($max, useGrouping: "true") } ký tự)
summary-grounds-label = Căn cứ giới thiệu
summary-come = Có điển hình mới được duyệt: <b>{ $codes }</b>.
summary-nominated-since = { $office } đã giới thiệu thay đơn vị: <b>{ $codes }</b>. Điển hình này được thêm vào danh sách; không đồng ý thì sửa lại danh sách.
summary-redrafted = Các đoạn lấy từ bản soạn đã theo số liệu mới: <b>{ $texts }</b>.
summary-written = Đoạn anh/chị đã viết vẫn giữ; số liệu đã khác, xin xem lại: <b>{ $texts }</b>.
summary-word-caption = { $unit }: { $name }, bản xem trước
summary-confirm = <b>{ $name }</b> đã soạn xong: xem tệp Word ở trên. Đúng thì gửi; cần sửa thì chọn Sửa.
summary-confirm-none = <b>{ $name }</b>: gửi báo cáo không có. Đúng thì gửi; cần sửa thì chọn Sửa.
summary-content = Giới thiệu { $n } điển hình dự Hội nghị: { $codes }.
summary-content-none = Không giới thiệu điển hình nào dự Hội nghị: «{ $reason }»
summary-sent = Đã gửi <b>{ $name }</b> của { $unit } đến { $office }.
summary-sent-nominated = Đã giới thiệu { $n } điển hình dự { $conference }.
summary-sent-none = Đã báo không giới thiệu điển hình nào dự { $conference }.
summary-no-exemplars = { $unit } chưa có điển hình nào được duyệt cho <b>{ $name }</b> (hạn: { $day }). Không có gì để báo cáo thì bấm <b>Không có</b> và nêu lý do; vẫn muốn báo cáo thì bấm Viết báo cáo.
summary-nil-reason = Vì sao đơn vị không có { $name }? ({ NUMBER($min, useGrouping: "true") }–{ NUMBER($max, useGrouping: "true") } ký tự)
summary-nil-sent = Đã gửi báo cáo <b>không có</b> cho { $name } của { $unit }.
summary-not-sent = { $unit } chưa gửi <b>{ $name }</b> (hạn: { $day }).
summary-standing = <b>{ $name }</b> của { $unit }: bản { $version }/{ $versions }, { $who } gửi lúc { $when }.
summary-nominations = Giới thiệu dự Hội nghị
summary-nominated-line = • { $code } { $name }: { $state }{ $behalf ->
    [yes] {" "}({ $office } giới thiệu thay)
   *[no] {""}
    }
nomination-nominated = đã giới thiệu
nomination-chosen = được chọn dự Hội nghị
nomination-not_chosen = không chọn
nomination-withdrawn = đã rút
