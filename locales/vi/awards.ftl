# Khen thưởng: đề nghị, trình, quyết định (Kế hoạch 101, IV.3).
error-proposal-not-found = Không tìm thấy đề nghị khen thưởng này, hoặc đơn vị đã rút. Gõ /khenthuong để xem danh sách.
error-proposal-decided = { $state ->
    [proposed] Đề nghị của { $code } vừa được { $who } mở lại lúc { $when }.
    [forwarded] Đề nghị của { $code } đã được { $who } trình lúc { $when }.
    [not_forwarded] { $who } đã ghi không trình đề nghị của { $code } lúc { $when }.
    [granted] Đề nghị của { $code } đã có quyết định khen thưởng, { $who } ghi lúc { $when }.
   *[refused] { $who } đã ghi đề nghị của { $code } không được khen lúc { $when }.
  } Gõ /khenthuong để xem danh sách.
error-proposal-there = { $code } đã được đề nghị đúng hình thức và cấp này trong năm. Gõ /khenthuong để xem danh sách.
error-award-not-held = Đề nghị của { $code }: cấp hoặc hình thức, danh hiệu này không có vào ngày { $day } theo kế hoạch. Anh/chị xem lại ngày, hoặc đề nghị ở cấp khác.
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
