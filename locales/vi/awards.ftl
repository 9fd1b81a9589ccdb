# Khen thưởng: đề nghị, trình, quyết định (Kế hoạch 101, IV.3).
error-proposal-not-found = Không tìm thấy đề nghị khen thưởng này, hoặc đơn vị đã rút. Gõ /khenthuong để xem danh sách.
error-proposal-decided = { $state ->
    [proposed] Đề nghị của { $code } vừa được { $who } mở lại lúc { $when }.
    [forwarded] Đề nghị của { $code } đã được { $who } trình lúc { $when }.
    [not_forwarded] { $who } đã ghi không trình đề nghị của { $code } lúc { $when }.
    [granted] Đề nghị của { $code } đã có quyết định khen thưởng, { $who } ghi lúc { $when }.
    [withdrawn] Đơn vị đã rút đề nghị của { $code } lúc { $when }.
   *[refused] { $who } đã ghi đề nghị của { $code } không được khen lúc { $when }.
  } Gõ /khenthuong để xem danh sách.
error-proposal-there = { $code } đã được đề nghị đúng hình thức và cấp này trong năm. Gõ /khenthuong để xem danh sách.
error-award-not-held = Đề nghị của { $code }: cấp hoặc hình thức, danh hiệu này không có vào ngày { $day } theo kế hoạch. Anh/chị xem lại ngày, hoặc đề nghị ở cấp khác.
error-award-over = Không trình được đề nghị của { $code }: theo kế hoạch, cấp hoặc hình thức, danh hiệu này không còn vào ngày { $day }. Anh/chị ghi Không trình, rồi thêm đề nghị ở cấp khác.
error-proposal-unfit = Không trình được đề nghị của { $code }: hồ sơ { $status ->
    [submitted] đang chờ duyệt lại. Anh/chị duyệt hồ sơ bằng /duyet rồi trình, hoặc ghi Không trình.
    [returned] đang chờ đơn vị bổ sung. Anh/chị chờ đơn vị gửi lại, duyệt rồi trình, hoặc ghi Không trình.
    [withdrawn] đã được đơn vị rút. Anh/chị ghi Không trình.
   *[rejected] không được duyệt. Anh/chị mở lại và duyệt hồ sơ rồi trình, hoặc ghi Không trình.
  }
error-award-before-year = Đề nghị của { $code } là của năm { $year }, nên quyết định không thể là ngày { $day }. Anh/chị xem lại ngày trên quyết định.
error-award-decision-not-found = Không tìm thấy quyết định khen thưởng này. Gõ /khenthuong rồi bấm Các quyết định.
error-award-decision-over = { $who } đã hủy ghi quyết định này lúc { $when }. Các đề nghị trở lại trạng thái đã trình. Gõ /khenthuong để xem danh sách.
error-award-decision-changed = Người khác vừa sửa quyết định này nên chưa ghi thay đổi của anh/chị. Anh/chị mở lại quyết định để xem rồi sửa.
error-award-decision-there = Đã có một quyết định khác cùng cấp, cùng số, cùng ngày, cùng cơ quan. Anh/chị xem lại số và ngày.
report-awards = Đề nghị khen thưởng
report-figure-award-proposed = Chưa trình
report-figure-award-forwarded = Đã trình, chưa có kết quả
report-figure-award-declined = Không trình
report-figure-award-granted = Được khen thưởng
report-figure-award-refused = Không được khen thưởng
report-figure-award-withdrawn = Đã rút
error-awards-none = Kế hoạch này không nêu cấp, hình thức khen thưởng nên không có đề nghị khen thưởng.
awards-year = Năm { $year }
awards-all = mọi năm
awards-all-years = Mọi năm
awards-title = <b>Đề nghị khen thưởng</b> { $range }, { $filter }:
awards-none = <b>Đề nghị khen thưởng</b> ({ $filter }): chưa có đề nghị nào.
awards-none-yet = Chưa có đề nghị khen thưởng nào. Đơn vị đề nghị trong báo cáo năm (/baocaonam).
awards-counts = Có: { $counts }.
awards-counts-others = Ở trạng thái khác: { $counts }.
awards-line = { $n }. <b>{ $code }</b> “{ $name }” – { $unit }: { $award }{ $year ->
        [none] { "" }
       *[other] { "" }, năm { $year }
    } – { $state }
awards-plain-line = – <b>{ $code }</b> “{ $name }” – { $unit }: { $award }
awards-waiting = chưa trình
awards-forward = Trình
awards-decline = Không trình
awards-refuse = Không được khen
awards-reopen = Mở lại
awards-record = Ghi quyết định
awards-several = Chọn nhiều
awards-list = Danh sách đề nghị
awards-see = Xem đề nghị
awards-filter = Lọc
awards-files = Excel, Word
awards-decisions = Các quyết định
awards-add = Thêm đề nghị
awards-add-for = Đề nghị khen thưởng
awards-add-more = Thêm đề nghị khác
awards-none-of-year = { $code } không có đề nghị khen thưởng năm { $year }.
awards-story = Hồ sơ { $code }
awards-filter-ask = Lọc danh sách theo:
awards-filter-now = Đang lọc: { $filter }. Lọc theo:
awards-filter-none = Bỏ lọc
awards-by-year = Theo năm
awards-by-level = Theo cấp
awards-by-award = Theo hình thức, danh hiệu
awards-by-unit = Theo đơn vị
awards-by-plan = Kế hoạch khác
awards-which-year = Năm nào?
awards-one-year = Danh sách xem từng năm, hoặc mọi năm. Anh/chị chọn:
awards-which-level = Cấp nào?
awards-which-award = Hình thức khen thưởng hoặc danh hiệu nào?
awards-which-unit = Đơn vị nào?
awards-which-plan = Kế hoạch nào?
awards-no-code = Không tìm thấy điển hình { $code }. Gõ /khenthuong để xem danh sách.
awards-of-exemplar = <b>{ $code }</b> “{ $name }” được đề nghị khen thưởng:
awards-of-exemplar-none = <b>{ $code }</b> “{ $name }” chưa được đề nghị khen thưởng.
awards-head = <b>{ $code }</b> “{ $name }” – { $unit }
awards-proposed = Đề nghị: <b>{ $award }</b>, năm { $year }. { $source ->
        [office] Cán bộ phụ trách đề nghị thay { $unit }
       *[report] { $unit } đề nghị
    } lúc { $when }.
awards-state = Trạng thái: <b>{ $state }</b>{ $who ->
        [none] { "" }
       *[other] , { $who } ghi lúc { $when }
    }.
awards-reason = Lý do: { $reason }
awards-position = Chức vụ, người đại diện: { $position }
awards-grounds = Tóm tắt thành tích: { $grounds }
awards-evaluation = Đánh giá năm { $year }: { $result }{ $place ->
        [none] { "" }
       *[other] , nhân rộng ở { $place }
    }.
awards-evaluation-none = Đánh giá năm { $year }: đơn vị chưa đánh giá.
awards-same = Lưu ý: đã được đề nghị đúng hình thức và cấp này trong năm, bởi { $unit } theo kế hoạch { $plan } ({ $state }).
awards-others = Đề nghị và khen thưởng khác:
awards-others-none = Chưa có đề nghị, khen thưởng nào khác.
awards-other-line = – Năm { $year }: { $award } – { $state }
awards-level-over = Lưu ý: theo kế hoạch, cấp hoặc hình thức này hiện không còn. Đề nghị chỉ trình được ở cấp khác: ghi Không trình, rồi thêm đề nghị mới.
awards-unfit = Lưu ý: hồ sơ hiện { $status }, không còn là điển hình đã duyệt.
awards-see-decision = Quyết định { $number }
awards-forward-page = Trình cả trang ({ $n })
awards-forward-ask = Trình cấp có thẩm quyền { $n } đề nghị này?
awards-forward-yes = Trình { $n } đề nghị
awards-forward-no = Để xem lại
awards-forwarded = Đã trình { $n } đề nghị.
awards-forwarded-one = Đã trình.
awards-none-waiting = Không có đề nghị nào chờ trình ở trang này.
awards-none-to-choose = Danh sách này không còn đề nghị nào chờ trình.
awards-none-forwarded = Chưa có đề nghị nào đã trình mà còn chờ quyết định. Mở đề nghị, bấm Trình trước, rồi ghi quyết định.
awards-decline-title = Không trình đề nghị
awards-decline-reason = Vì sao không trình đề nghị { $award } của <b>{ $code }</b>? Đơn vị đọc được lý do ({ $min }–{ NUMBER($max, useGrouping: "true") } ký tự).
awards-decline-done = Đã ghi không trình đề nghị của { $code }. { $told }
awards-refuse-title = Không được khen thưởng
awards-refuse-reason = Vì sao cấp có thẩm quyền không khen { $award } cho <b>{ $code }</b>? Đơn vị đọc được lý do ({ $min }–{ NUMBER($max, useGrouping: "true") } ký tự).
awards-refuse-done = Đã ghi { $code } không được khen. { $told }
awards-reopen-title = Mở lại đề nghị
awards-reopen-reason = Vì sao mở lại đề nghị { $award } của <b>{ $code }</b>? ({ $min }–{ NUMBER($max, useGrouping: "true") } ký tự)
awards-reopen-done = Đã mở lại đề nghị của { $code }. { $told }
awards-several-ask = Chọn những đề nghị chưa trình: bấm từng dòng, gõ số dòng như 1-5, hoặc gõ "tất cả"; rồi bấm Xong.
awards-several-label = Đề nghị
awards-several-what = Đã chọn { $n } đề nghị. Trình hay không trình?
awards-several-what-label = Trình hay không
awards-several-reason = Vì sao không trình { $n } đề nghị này? Các đơn vị đọc được lý do ({ $min }–{ NUMBER($max, useGrouping: "true") } ký tự).
awards-several-declined = Đã ghi không trình { $n } đề nghị. Các đơn vị được báo, mỗi người một tin.
awards-level = Quyết định của cấp nào?
awards-number = Số quyết định? Ví dụ: 1234/QĐ-UBND
awards-number-label = Số quyết định
awards-number-unreadable = Số quyết định cần có chữ số. Ví dụ: 1234/QĐ-UBND
awards-number-day = Đây là một ngày, chưa phải số quyết định. Ví dụ: 1234/QĐ-UBND
awards-number-odd = Số quyết định chỉ gồm chữ, chữ số, dấu gạch chéo và gạch nối. Gõ như trên quyết định, ví dụ: 1234/QĐ-UBND
awards-number-too-long = Số quyết định dài quá 60 ký tự. Ví dụ: 1234/QĐ-UBND
awards-day = Ngày quyết định? Ví dụ: { $example }
awards-day-label = Ngày quyết định
awards-day-bad = Chưa đọc được ngày. Gõ ngày như { $example }.
awards-day-future = Ngày quyết định không thể ở sau hôm nay. Gõ ngày như { $example }.
awards-day-lunar = Đây là ngày âm lịch. Gõ ngày dương lịch ghi trên quyết định, như { $example }.
awards-day-level = Theo kế hoạch, { $level } không có vào ngày { $day }, nên quyết định ngày đó không thể ở cấp này. Gõ đúng ngày, hoặc quay lại chọn cấp khác.
awards-paper-known = Lưu ý: quyết định { $paper } đã được ghi. Ghi tiếp thì những đề nghị này được thêm vào đó.
awards-paper-like = Lưu ý: đã ghi quyết định { $paper }, cùng số trong năm đó. Nếu là một quyết định thì bấm Sửa, gõ đúng số, ngày, cơ quan và cấp như đã ghi.
awards-body = Cơ quan nào ra quyết định?
awards-body-label = Cơ quan
awards-body-bad = Đây chưa phải tên cơ quan. Ví dụ: { $example }
awards-keep = Giữ nguyên: { $value }
awards-granted = Quyết định khen thưởng những ai? Bấm từng dòng, gõ số dòng như 1-5, hoặc gõ "tất cả"; rồi bấm Xong.
awards-granted-label = Được khen thưởng
awards-counted = { $n } đề nghị
awards-rest = Còn { $n } đề nghị đã trình ở cấp này không có trong quyết định. Để chờ tiếp, hay có đề nghị không được khen?
awards-rest-label = Đề nghị còn lại
awards-rest-wait = Để chờ tiếp
awards-rest-refused = Có đề nghị không được khen
awards-refused = Những đề nghị nào không được khen? Phần còn lại vẫn chờ.
awards-refused-label = Không được khen
awards-refused-reason = Vì sao những đề nghị đó không được khen? Đơn vị đọc được lý do ({ $min }–{ NUMBER($max, useGrouping: "true") } ký tự).
awards-paper-files = Gửi tệp quyết định (ảnh, PDF, Word; tối đa { $max } tệp), rồi bấm Xong. Chưa có tệp thì bấm Bỏ qua.
awards-paper-files-label = Tệp quyết định
awards-confirm = Anh/chị xem lại trước khi ghi:
awards-paper = số { $number } ngày { $day } của { $body }
awards-recorded = { $added ->
        [yes] Quyết định { $paper } đã được ghi trước đó, nay thêm vào: được khen { $granted }
       *[no] Đã ghi quyết định { $paper }: được khen { $granted }
    }{ $refused ->
        [0] .
       *[other] , không được khen { $refused }.
    } Các đơn vị được báo, mỗi người một tin.
awards-decision-open = Xem quyết định
awards-decisions-title = <b>Quyết định khen thưởng</b> { $range }:
awards-decisions-none = Chưa ghi quyết định khen thưởng nào. Gõ /khenthuong, trình đề nghị rồi bấm Ghi quyết định.
awards-decision-none-such = Không có quyết định khen thưởng nào khớp với “{ $words }”.
awards-decision-line = { $n }. Quyết định { $paper }, { $level }: { $over ->
        [yes] đã hủy ghi
       *[no] { $granted } được khen
    }
awards-decision-head = <b>Quyết định { $paper }</b>, { $level }{ $over ->
        [yes] { " " }– đã hủy ghi, các đề nghị trở lại trạng thái đã trình
       *[no] { "" }
    }.
awards-decision-proposal = – <b>{ $code }</b> “{ $name }” – { $unit }: { $award }{ $state ->
        [refused] , không được khen{ $reason ->
            [none] { "" }
           *[other] : { $reason }
        }
       *[other] { "" }
    }
awards-decision-more = … và { $n } đề nghị nữa.
awards-decision-files = { $n ->
        [0] Chưa có tệp quyết định.
       *[other] Có { $n } tệp.
    }
awards-decision-step-record = { $when }: { $who } ghi quyết định.
awards-decision-step-extend = { $when }: { $who } ghi thêm người được khen.
awards-decision-step-mend = { $when }: { $who } sửa quyết định: { $reason }
awards-decision-step-take_back = { $when }: { $who } hủy ghi: { $reason }
awards-mend = Sửa quyết định
awards-mend-title = Sửa quyết định khen thưởng
awards-mend-reason = Vì sao sửa? Lý do được lưu trong lịch sử ({ $min }–{ NUMBER($max, useGrouping: "true") } ký tự).
awards-mend-save = Lưu thay đổi
awards-mend-nothing = Không có gì thay đổi nên không ghi.
awards-mended = Đã sửa quyết định: { $paper }. Các đơn vị được báo.
awards-take-back = Hủy ghi
awards-take-back-title = Hủy ghi quyết định
awards-take-back-reason = Vì sao hủy ghi quyết định { $paper }? { $n } đề nghị sẽ trở lại trạng thái đã trình, các đơn vị được báo ({ $min }–{ NUMBER($max, useGrouping: "true") } ký tự).
awards-taken-back = Đã hủy ghi quyết định { $paper }. Các đề nghị trở lại trạng thái đã trình, các đơn vị được báo.
awards-add-title = Đề nghị khen thưởng thay đơn vị
awards-add-exemplar = Đề nghị khen thưởng điển hình nào? Gõ mã như DONVI-2021-003, hoặc tên.
awards-add-exemplar-label = Điển hình
awards-add-several = Có { $total } điển hình như vậy: { $named }. Gõ mã của một điển hình.
awards-add-year = Đề nghị của năm nào?
awards-add-year-label = Năm
awards-added = Đã thêm đề nghị thay { $unit }: { $code }, { $award }, năm { $year }. { $told }
notice-awards-decline = { $office } không trình đề nghị khen thưởng sau. Lý do: { $reason }
notice-awards-refuse = Cấp có thẩm quyền không khen thưởng theo đề nghị sau. Lý do: { $reason }
notice-awards-reopen = { $office } xem lại đề nghị khen thưởng sau; kết quả đã báo trước đây không còn hiệu lực.
notice-awards-grant = Có <b>quyết định khen thưởng</b> { $paper }:
notice-awards-mend = { $office } đã sửa quyết định khen thưởng: { $paper }.
notice-awards-take-back = { $office } đã hủy việc ghi quyết định khen thưởng { $paper }. Các đề nghị sau vẫn đang chờ quyết định:
notice-awards-behalf = { $office } đã đề nghị khen thưởng thay đơn vị:
notice-awards-line = – <b>{ $code }</b> “{ $name }” – { $unit }: { $award }{ $state ->
        [none] { "" }
       *[other] { " " }– <b>{ $state }</b>
    }{ $reason ->
        [none] { "" }
       *[other] . Lý do: { $reason }
    }
