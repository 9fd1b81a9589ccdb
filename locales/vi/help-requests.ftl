# Đơn vị cần giúp gì (Kế hoạch 101, II.3).
aid-title = Đề nghị giúp đỡ
aid-ask = Điển hình <b>{ $code }</b> “{ $name }” đang khó khăn gì, cần giúp gì? (10–2.000 ký tự)
aid-ask-unit = { $unit } đang khó khăn gì, cần giúp gì trong việc xây dựng điển hình? (10–2.000 ký tự)
aid-label = Cần giúp gì
aid-example = Đội cồng chiêng thiếu bộ chiêng, đề nghị hỗ trợ một bộ.
aid-length = Cần từ { NUMBER($min, useGrouping: "true") } đến { NUMBER($max, useGrouping: "true") } ký tự (hiện { NUMBER($have, useGrouping: "true") }). Ví dụ: { $example }
aid-asked = Đã gửi { $office }. Khi { $office } nhận hoặc giải quyết, anh/chị được báo ngay.
aid-open = Xem đề nghị
aid-list = Các đề nghị giúp đỡ
aid-unsettled = Đề nghị chưa giải quyết
aid-all = Mọi đề nghị giúp đỡ
aid-list-title = <b>{ $what }</b> { $range }:
aid-none = Chưa có đề nghị giúp đỡ nào.
aid-none-unsettled = Không có đề nghị giúp đỡ nào chưa giải quyết.
aid-line = { $n }. <b>{ $unit }</b>{ $exemplar ->
        [none] { "" }
       *[other] { " " }– { $exemplar }
    }: { $text } ({ $state }, gửi { $when })
aid-ask-new = Đề nghị giúp đỡ
aid-ask-new-of = Đề nghị giúp đỡ: { $unit }
aid-ask-exemplar = Cần giúp đỡ
aid-words-unknown = Lệnh này không dùng “{ $typed }”.
aid-words-unknown-unit = Muốn đề nghị giúp đỡ, anh/chị chọn Đề nghị giúp đỡ bên dưới rồi viết (“{ $typed }” chưa được gửi).
aid-state-open = mới gửi
aid-state-taken = đã nhận
aid-state-closed = đã xong
aid-head = <b>{ $unit }</b> đề nghị giúp đỡ – { $state }
aid-exemplar = Điển hình <b>{ $code }</b> “{ $name }”
aid-text = «{ $text }»
aid-step-ask = { $when } { $who } gửi
aid-step-mend = { $when } { $who } viết lại
aid-step-take = { $when } { $who } đã nhận{ $noted ->
        [yes] : { $note }
       *[no] { "" }
    }
aid-step-carry = { $when } { $who } chuyển từ kế hoạch { $from } sang { $to }: { $note }
aid-step-close = { $when } { $who } kết thúc: { $note }
aid-take = Đã nhận
aid-close = Đã giải quyết
aid-drop = Không cần nữa
aid-see-exemplar = Xem { $code }
aid-note-label = Trả lời đơn vị
aid-take-title = Nhận đề nghị giúp đỡ
aid-take-note = { $unit } cần: «{ $text }». Nhắn gì cho đơn vị? Không nhắn gì thì bỏ qua.
aid-take-example = Chúng tôi sẽ làm việc với đơn vị trong tuần này.
aid-take-done = Đã nhận đề nghị của { $unit }. { $told }
aid-close-title = Giải quyết đề nghị giúp đỡ
aid-close-note = { $unit } cần: «{ $text }». Đã giải quyết thế nào? Đơn vị được báo nguyên văn.
aid-close-example = Đã cấp một bộ chiêng ngày 5/10/2021.
aid-close-done = Đã ghi là giải quyết xong cho { $unit }. { $told }
aid-drop-title = Rút đề nghị giúp đỡ
aid-drop-note = Vì sao { $unit } không cần «{ $text }» nữa?
aid-drop-example = Làng đã tự mua được bộ chiêng.
aid-drop-done = Đã ghi là { $unit } không cần giúp nữa. { $told }
notice-help-take = { $office } <b>đã nhận</b> đề nghị giúp đỡ{ $exemplar ->
        [none] { "" }
       *[other] { " " }cho { $exemplar }
    }: «{ $text }».{ $noted ->
        [yes] { " " }{ $note }
       *[no] { "" }
    }
notice-help-close = { $office } <b>đã giải quyết</b> đề nghị giúp đỡ{ $exemplar ->
        [none] { "" }
       *[other] { " " }cho { $exemplar }
    }: «{ $text }».{ $noted ->
        [yes] { " " }{ $note }
       *[no] { "" }
    }
news-help = <b>{ $unit }</b> cần giúp đỡ{ $exemplar ->
        [none] { "" }
       *[other] { " " }cho { $exemplar }
    }: «{ $text }»
