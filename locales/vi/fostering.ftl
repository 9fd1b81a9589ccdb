command-boiduong = Kế hoạch bồi dưỡng điển hình
do-boiduong = Kế hoạch bồi dưỡng
error-fostering-plan-unknown = Đơn vị chưa có kế hoạch bồi dưỡng. Gõ /boiduong để lập.
error-fostering-step-unknown = Không tìm thấy việc bồi dưỡng này trong các đơn vị của anh/chị. Gõ /boiduong để xem.
error-fostering-step-over = Việc này vừa được người khác đánh dấu đã làm hoặc bỏ. Gõ /boiduong để xem hiện nay.
error-fostering-step-open = Việc này đang mở, không cần mở lại. Gõ /boiduong để xem.
fostering-title = Lập kế hoạch bồi dưỡng
fostering-go-on = Anh/chị đang lập dở kế hoạch bồi dưỡng. Những câu đã trả lời vẫn còn, mời anh/chị tiếp tục.
fostering-which-plan = Xem bồi dưỡng theo kế hoạch nào?
fostering-lead = Lãnh đạo phụ trách bồi dưỡng điển hình của { $unit } là ai? Ghi họ tên và chức vụ, ví dụ: Rơ Châm Hyưh, Phó thủ trưởng đơn vị.
fostering-lead-label = Lãnh đạo phụ trách
fostering-lead-length = Lãnh đạo phụ trách ghi từ { $min } đến { $max } ký tự (hiện { $have }). Ví dụ: Rơ Châm Hyưh, Phó thủ trưởng đơn vị.
fostering-kind = { $first ->
    [yes] “{ $name }”: sẽ làm việc gì? Chọn loại việc. Không có việc riêng thì bỏ qua; việc chung hỏi sau cùng.
   *[no] “{ $name }”: việc tiếp theo thuộc loại nào?
  }
fostering-kind-all = { $first ->
    [yes] Có việc nào chung cho mọi điển hình không? Chọn loại việc, hoặc bỏ qua.
   *[no] Việc chung tiếp theo thuộc loại nào?
  }
fostering-kind-new = Thuộc loại việc nào?
fostering-kind-nurture = Bồi dưỡng
fostering-kind-publicise = Tuyên truyền, nhân rộng
fostering-kind-honour = Biểu dương, khen thưởng
fostering-kind-exchange = Giao lưu, thi đua
fostering-step-label = Việc { $n }
fostering-step-shown = { $kind }: { $what } ({ $who }; chậm nhất { $day })
fostering-what = { $kind ->
    [nurture] Làm gì? Ví dụ: tập huấn cách làm cho người làm theo.
    [publicise] Làm gì? Ví dụ: viết tin, bài mỗi quý.
    [honour] Làm gì? Ví dụ: biểu dương tại hội nghị tổng kết năm.
   *[exchange] Làm gì? Ví dụ: tổ chức giao lưu với đơn vị bạn.
  }
fostering-what-label = Làm gì
fostering-what-length = Nội dung việc ghi từ { $min } đến { $max } ký tự (hiện { $have }). Ví dụ: tập huấn cách làm cho người làm theo.
fostering-who = Ai làm? Ví dụ: Công đoàn đơn vị.
fostering-who-label = Ai làm
fostering-who-length = Người hoặc tổ chức làm ghi từ { $min } đến { $max } ký tự (hiện { $have }). Ví dụ: Công đoàn đơn vị.
fostering-by = Làm xong chậm nhất ngày nào? Ví dụ: { $example }, “cuối tháng 11”, “quý IV”.
fostering-by-label = Hạn
fostering-by-unreadable = Ngày chưa đúng. Anh/chị gõ như { $example }, “cuối tháng 11” hoặc “quý IV”.
fostering-by-no-such-day = Lịch không có ngày đó. Anh/chị xem lại, ví dụ: { $example }.
fostering-by-past = Ngày đó đã qua. Hạn phải từ hôm nay trở đi, ví dụ: { $example }.
fostering-by-lunar = Đó là ngày âm lịch. Anh/chị cho biết ngày dương lịch, ví dụ: { $example }.
fostering-by-after = Kế hoạch kết thúc năm { $year }. Hạn phải trong thời gian kế hoạch, ví dụ: { $example }.
fostering-more = Thêm việc nữa, hay đã đủ?
fostering-more-label = Thêm việc
fostering-add = Thêm việc
fostering-save = Lưu kế hoạch
fostering-confirm = Kế hoạch bồi dưỡng của đơn vị như sau. Anh/chị xem lại rồi lưu.
fostering-no-step = Kế hoạch chưa có việc nào nên chưa lưu được. Anh/chị chọn ít nhất một việc.
fostering-saved = Đã lưu kế hoạch bồi dưỡng: { $n } việc.
fostering-joined = Trong lúc anh/chị lập, người khác của đơn vị đã lưu kế hoạch. { $n } việc của anh/chị đã được thêm vào kế hoạch đó.
fostering-for-all = Tất cả điển hình
fostering-new-step = Việc mới:
fostering-for-whom = Cho điển hình nào?
fostering-for-whom-label = Cho điển hình
fostering-add-title = Thêm việc bồi dưỡng
fostering-added = Đã thêm { $n } việc.
fostering-lead-change = Đổi lãnh đạo phụ trách
fostering-lead-changed = Đã ghi lãnh đạo phụ trách.
fostering-of = <b>Kế hoạch bồi dưỡng của { $unit }</b>
  Lãnh đạo phụ trách: { $lead }
fostering-figures = { $n } việc: { $done } đã làm, { $overdue } quá hạn, { $dropped } đã bỏ
fostering-whom = <b>{ $whom }</b>
fostering-step-line = { $n }. { $sign } { $kind }: { $what } – { $who } – { $when }
fostering-day-open = chậm nhất { $day }, { $days ->
    [0] hạn hôm nay
   *[other] còn { $days } ngày
  }
fostering-day-overdue = hạn { $day }, quá { $days } ngày
fostering-day-done = đã làm { $day }
fostering-day-dropped = đã bỏ { $day }
fostering-next = Việc cần làm trước: { $n }. <b>{ $what }</b>
fostering-done = Đã làm
fostering-move = Dời ngày
fostering-drop = Bỏ
fostering-reopen = Mở lại việc
fostering-files = Minh chứng ({ $n } tệp)
fostering-back = Về kế hoạch bồi dưỡng
fostering-history = Lịch sử
fostering-history-of = Lịch sử kế hoạch bồi dưỡng của <b>{ $unit }</b> ({ $n }), mới nhất trước:
fostering-history-line = { $when } – { $who } ({ $via }{ $behalf }): { $change }
fostering-behalf = , thay đơn vị
fostering-changed-save = lập kế hoạch; phụ trách: { $lead }
fostering-changed-lead = đổi lãnh đạo phụ trách: { $before } → { $lead }
fostering-changed-add = thêm việc “{ $what }”, hạn { $day }
fostering-changed-done = đã làm “{ $what }” ngày { $day }
fostering-changed-move = dời hạn “{ $what }”: { $before } → { $day }
fostering-changed-carry = chuyển “{ $what }” từ kế hoạch { $before } sang { $to }. Lý do: { $reason }
fostering-changed-drop = bỏ “{ $what }”. Lý do: { $reason }
fostering-changed-reopen = mở lại “{ $what }”. Lý do: { $reason }
fostering-step = <b>{ $what }</b>
  { $unit } – { $whom }
  { $kind }; ai làm: { $who }
  { $when }
fostering-step-why = Lý do bỏ: { $reason }
fostering-not-planned = { $unit } có { $n } điển hình đã duyệt và chưa lập kế hoạch bồi dưỡng.
fostering-make = Lập kế hoạch bồi dưỡng
fostering-owed = <b>Kế hoạch bồi dưỡng:</b> chưa lập, { $n } điển hình đã duyệt.
fostering-progress = <b>Kế hoạch bồi dưỡng:</b> { $done }/{ $steps } việc đã làm{ $overdue ->
    [0] .
   *[other] , { $overdue } quá hạn.
  }
fostering-progress-next = Việc gần nhất: “{ $what }”, chậm nhất { $day }.
fostering-uncovered = { $n } điển hình đã duyệt chưa có việc nào.
fostering-asked = Việc tiếp theo: lập kế hoạch bồi dưỡng điển hình của { $unit } (ai phụ trách, làm gì, khi nào).
fostering-asked-step = Kế hoạch bồi dưỡng của { $unit } chưa có việc nào cho điển hình này.
fostering-none-approved = { $unit } chưa có điển hình nào được duyệt. Kế hoạch bồi dưỡng lập sau khi có điển hình được duyệt.
fostering-units = Bồi dưỡng điển hình: { $planned }/{ $n } đơn vị đã lập kế hoạch, { $overdue } đơn vị có việc quá hạn. Chọn đơn vị, hoặc gõ /boiduong và tên đơn vị.
fostering-overdue-open = Việc bồi dưỡng quá hạn
fostering-overdue-title = <b>Việc bồi dưỡng quá hạn</b> { $range }:
fostering-overdue-line = – { $unit }: { $what } – { $who } – hạn { $day }, quá { $days } ngày
fostering-overdue-none = Không có việc bồi dưỡng nào quá hạn.
fostering-units-none = Chưa đơn vị nào có điển hình được duyệt, nên chưa có kế hoạch bồi dưỡng.
fostering-unit-planned = { $unit }: { $done }/{ $steps } việc{ $overdue ->
    [0] {""}
   *[other] , { $overdue } quá hạn
  }
fostering-unit-not = { $unit }: chưa lập
fostering-done-title = Đánh dấu việc đã làm
fostering-done-day = Việc “{ $what }” ({ $who }, hạn { $day }) làm xong ngày nào?
fostering-done-day-label = Ngày làm xong
fostering-done-day-unreadable = Ngày chưa đúng. Anh/chị gõ như 30/11/2021 hoặc “hôm nay”.
fostering-done-day-no-such-day = Lịch không có ngày đó. Anh/chị xem lại, ví dụ: 30/11/2021.
fostering-done-day-future = Ngày đó chưa tới. Việc chưa xong thì dời ngày; đã xong thì ghi ngày đã làm, ví dụ: hôm nay.
fostering-done-day-lunar = Đó là ngày âm lịch. Anh/chị cho biết ngày dương lịch, ví dụ: 30/11/2021.
fostering-today = Hôm nay
fostering-evidence = Gửi ảnh hoặc tệp minh chứng (tối đa { $most }) rồi bấm Xong; không có thì bỏ qua.
fostering-done-said = Đã ghi: “{ $what }” làm xong ngày { $day }.
fostering-move-title = Dời ngày việc bồi dưỡng
fostering-move-day = Dời việc “{ $what }” ({ $who }, hạn { $day }) đến ngày nào?
fostering-move-same = Hạn hiện nay đã là { $day }. Anh/chị gõ một ngày khác.
fostering-move-said = Đã dời: “{ $what }” chậm nhất ngày { $day }.
fostering-drop-title = Bỏ việc bồi dưỡng
fostering-step-dropped-reason = Vì sao bỏ việc “{ $what }” ({ $who }, hạn { $day })? Ghi từ { $min } đến { NUMBER($max, useGrouping: "true") } ký tự.
fostering-drop-said = Đã bỏ việc “{ $what }” (hạn { $day }).
fostering-reopen-title = Mở lại việc bồi dưỡng
fostering-step-reopened-reason = Vì sao mở lại việc “{ $what }” ({ $who }, hạn { $day })? Ghi từ { $min } đến { NUMBER($max, useGrouping: "true") } ký tự.
fostering-reopen-said = Đã mở lại việc “{ $what }”, hạn { $day }.
reason-example-step-dropped = Ngày hội dừng tổ chức vì dịch bệnh.
reason-example-step-reopened = Đánh dấu nhầm, lớp tập huấn chưa mở.
