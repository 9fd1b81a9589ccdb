# Giới thiệu và Hội nghị điển hình tiên tiến (/hoinghi).
error-nomination-not-found = Không tìm thấy giới thiệu này. Gõ /hoinghi để xem danh sách.
error-nomination-gone = Điển hình này không còn trong danh sách giới thiệu: đơn vị đã rút, hoặc hồ sơ không còn là điển hình đã duyệt của kế hoạch. Gõ /hoinghi để xem danh sách.
error-nomination-changed = { $state ->
    [chosen] { $who } đã chọn điển hình này lúc { $when }. Chưa ghi quyết định của anh/chị; xem lại rồi hãy quyết định.
    [not_chosen] { $who } đã bỏ điển hình này lúc { $when }. Chưa ghi quyết định của anh/chị; xem lại rồi hãy quyết định.
   *[other] { $who } đã sửa giới thiệu này lúc { $when }. Chưa ghi quyết định của anh/chị; xem lại rồi hãy quyết định.
    }
conference-which-plan = Hội nghị của kế hoạch nào?
report-conference = Giới thiệu dự Hội nghị
report-figure-nominated = Điển hình được giới thiệu
report-figure-delegates = Đại biểu được chọn
report-figure-delegate-number = Số đại biểu ấn định
report-figure-undecided = Chưa quyết định
report-figure-not-chosen = Không chọn
points-yearKept = { $times } năm duy trì × { $each } = { $points }
points-replication = { $times } năm nhân rộng × { $each } = { $points }
points-award = { $times } khen thưởng { $level } × { $each } = { $points }
points-directLabour = lao động trực tiếp { $points }
points-difficultArea = địa bàn khó khăn { $points }
points-none = chưa có căn cứ tính điểm
error-conference-none = Kế hoạch không có Hội nghị điển hình: tệp kế hoạch không có phần <b>conference</b>.
conference-title = <b>{ $conference }</b>
conference-empty = Chưa đơn vị nào giới thiệu điển hình. Đơn vị giới thiệu bằng /tongket; Phòng có thể giới thiệu thay.
conference-counts = { $nominated } giới thiệu của { $units } đơn vị: đã chọn { $chosen }, chưa quyết định { $waiting }, không chọn { $dropped }.
conference-delegates = Số đại biểu: đã chọn <b>{ $chosen }/{ $delegates }</b>.
conference-delegates-over = Số đại biểu: đã chọn <b>{ $chosen }/{ $delegates }</b>, quá { $over }.
conference-weights = Điểm: mỗi năm duy trì { $yearKept }; mỗi năm nhân rộng { $replication }; mỗi khen thưởng { $award }; lao động trực tiếp { $directLabour }; địa bàn khó khăn { $difficultArea }. Bằng điểm: nhiều năm duy trì hơn, rồi nhiều năm nhân rộng hơn, rồi nhiều khen thưởng hơn, rồi đăng ký sớm hơn.
conference-page = Xếp hạng { $range }
conference-line = <b>Hạng { $rank }</b>: { $code } { $name } ({ $unit }): <b>{ $points } điểm</b>, { $state }
conference-why = { $why }
conference-next = Đang xét hạng <b>{ $rank }</b>: { $code } { $name } ({ $unit })
conference-rank = Hạng { $rank }: { $code } { $name }
conference-choose = Chọn
conference-drop = Bỏ
conference-explain = Ghi lý do chọn
conference-open = Xem lại
conference-see = Xem hồ sơ { $code }
conference-narrowed = Đang xem: <b>{ $filter }</b> – { $n ->
    [0] chưa có giới thiệu nào
   *[other] { $n } giới thiệu
  }.
conference-only-chosen = Đã chọn ({ $n })
conference-only-nominated = Chưa quyết định ({ $n })
conference-only-not_chosen = Không chọn ({ $n })
conference-whole = Cả bảng ({ $n })
conference-list = Bảng xếp hạng
conference-report = Danh sách (Excel, Word)
conference-nominate = Giới thiệu thay đơn vị
conference-number = Số đại biểu
conference-facts = { $subject }, { $category }. { $who }. { $place }.
conference-grounds = Đơn vị giới thiệu lúc { $when }: «{ $grounds }»
conference-grounds-behalf = { $office } giới thiệu thay đơn vị lúc { $when }: «{ $grounds }»
conference-step-choose = { $who } chọn lúc { $when }{ $reasoned ->
    [yes] : «{ $reason }»
   *[no] .
    }
conference-step-drop = { $who } bỏ lúc { $when }: «{ $reason }»
conference-choose-done = Đã chọn <b>{ $code }</b> { $name } dự Hội nghị. { $told }
conference-drop-done = Đã bỏ <b>{ $code }</b> { $name } khỏi danh sách đại biểu. { $told }
conference-drop-title = Bỏ { $code }
conference-drop-reason = Vì sao không chọn { $code }? Đơn vị đọc được lý do này. ({ NUMBER($min, useGrouping: "true") }–{ NUMBER($max, useGrouping: "true") } ký tự)
conference-explain-title = Lý do chọn { $code }
conference-explain-reason = Vì sao chọn { $code }? Đơn vị đọc được lý do này. ({ NUMBER($min, useGrouping: "true") }–{ NUMBER($max, useGrouping: "true") } ký tự)
conference-not-nominated = { $code } chưa được giới thiệu dự Hội nghị.
conference-words = Không hiểu “{ $typed }”. Sau /hoinghi có thể gõ mã điển hình, tên đơn vị, một phần tên, hoặc: đã chọn, chưa quyết định, không chọn.
conference-nominate-which = Giới thiệu điển hình nào? Gõ mã hoặc một phần tên, ví dụ: <b>DONVI-2021-003</b>.
conference-nominate-label = Điển hình
conference-nominate-none = Không có điển hình đã duyệt nào khớp “{ $typed }”. Gõ mã, ví dụ: DONVI-2021-003.
conference-nominate-several = Có nhiều điển hình khớp: { $names }. Gõ mã của một điển hình.
conference-nominate-there = { $code } của { $unit } đã được giới thiệu. Gõ mã khác, hoặc /hoinghi { $code } để xem.
conference-nominate-grounds = Thành tích làm căn cứ giới thiệu { $code } { $name } ({ $unit })? ({ NUMBER($min, useGrouping: "true") }–{ NUMBER($max, useGrouping: "true") } ký tự)
conference-nominated = Đã giới thiệu <b>{ $code }</b> thay { $unit }. { $told }
conference-number-ask = Bao nhiêu đại biểu dự Hội nghị? { $set ->
    [yes] Hiện là { $now }.
   *[no] Hiện chưa ấn định.
    } Ví dụ: 60.
conference-number-bad = Số đại biểu là một số từ { NUMBER($min, useGrouping: "true") } đến { NUMBER($max, useGrouping: "true") }. Ví dụ: 60.
conference-number-none = Không ấn định
conference-number-done = { $set ->
    [yes] Số đại biểu dự Hội nghị: <b>{ $delegates }</b>.
   *[no] Số đại biểu không ấn định.
    }
notice-nomination-nominate = { $office } đã giới thiệu <b>{ $code }</b> { $name } của { $unit } dự { $conference }. Đơn vị xem lại bằng /tongket.
notice-nomination-choose = { $office } đã chọn <b>{ $code }</b> { $name } của { $unit } dự { $conference }.{ $reasoned ->
    [yes] {" "}Lý do: «{ $reason }»
   *[no] {""}
    }
notice-nomination-drop = { $office } không chọn <b>{ $code }</b> { $name } của { $unit } dự { $conference }. Lý do: «{ $reason }»
