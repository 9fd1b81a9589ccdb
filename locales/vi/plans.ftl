plan-part-title = Tên kế hoạch
plan-part-period = Giai đoạn
plan-part-bodies = Tên các cơ quan
plan-part-ladder = Lịch nhắc việc
plan-part-unitKind = Loại đơn vị
plan-part-category = Lĩnh vực
plan-part-criterion = Tiêu chí
plan-part-movement = Phong trào thi đua
plan-part-award = Hình thức khen thưởng, danh hiệu
plan-part-conference = Hội nghị điển hình, điểm xếp hạng
plan-part-duty = Việc phải nộp
plan-part-other = Nội dung khác
plan-difference-added = Thêm { $part }: { $name }
plan-difference-removed = Bỏ { $part }: { $name }
plan-difference-changed = { $named ->
    [yes] Sửa { $part }: { $name }
   *[no] Sửa { $part }
  }
plan-difference-text = { $part } “{ $before }” thành “{ $after }”
plan-difference-quota = Chỉ tiêu của { $name }: { $before } thành { $after }
plan-difference-due = Ngày cuối của { $name }: { $before } thành { $after }
plan-difference-none = chưa ấn định
command-suahan = Sửa hạn nộp
do-suahan = Sửa hạn khác
due-move-title = Sửa hạn
due-move-duty = Sửa hạn của việc nào? Ngày trong ngoặc là hạn hiện nay.
due-move-duty-label = Việc
due-move-scope = Sửa hạn { $duty } (hiện nay: { $day }) cho ai?
due-move-scope-label = Cho ai
due-move-all = Tất cả đơn vị
due-move-unit = Một đơn vị
due-move-which-unit = Đơn vị nào được sửa hạn { $duty }? Gõ tên hoặc mã đơn vị.
due-move-day = Ngày cuối cùng còn đúng hạn là ngày nào? Ví dụ: 15/9/2021. Hiện nay: { $day }.
due-move-day-label = Ngày cuối
due-move-day-unreadable = Ngày chưa đúng. Anh/chị gõ như 15/9/2021, “ngày 15 tháng 9” hoặc “10 ngày nữa”.
due-move-day-no-such-day = Lịch không có ngày đó. Anh/chị xem lại, ví dụ: 15/9/2021.
due-move-day-past = Ngày đó đã qua. Hạn mới phải từ hôm nay trở đi, ví dụ: 15/9/2021.
due-move-day-lunar = Đó là ngày âm lịch. Anh/chị cho biết ngày dương lịch, ví dụ: 15/9/2021.
due-move-day-same = Hạn hiện nay đã là { $day }. Anh/chị gõ một ngày khác.
due-move-exact-label = Hạn nào có hiệu lực
due-move-own-later = Có đơn vị đã được gia hạn riêng muộn hơn { $day }. Giữ hạn riêng của các đơn vị đó không?
due-move-keep-own = Giữ hạn riêng
due-move-drop-own = Tất cả theo hạn chung
due-move-general-later = Hạn chung là { $general }, muộn hơn { $day }. Đơn vị này vẫn theo ngày { $day }?
due-move-this-day = Đúng, theo hạn riêng
due-move-other-day = Chọn ngày khác
due-move-reason = Lý do sửa hạn? ({ $min }–{ $max } ký tự) Đơn vị được báo sẽ đọc lý do này.
due-move-preview-all = Hạn { $duty } cho <b>tất cả đơn vị</b>: { $before } → <b>{ $after }</b>.
due-move-preview-unit = Hạn { $duty } cho <b>{ $unit }</b>: { $before } → <b>{ $after }</b>.
due-move-keeping = { $n } đơn vị giữ hạn riêng: { $names }.
due-move-told = { $units } đơn vị chưa xong việc này có hạn mới, { $people } người sẽ được báo.
due-move-sure = Đúng, sửa hạn
due-move-stop = Thôi, không sửa
due-move-unchanged = Hạn không thay đổi.
due-move-moved = Hạn này vừa được người khác sửa: hạn hiện nay là { $day }. Anh/chị xem lại rồi hãy xác nhận.
due-move-done = Đã sửa hạn { $duty }: ngày cuối là { $after }. Đang báo cho { $people } người của { $units } đơn vị.
notice-due-moved = { $office } đã sửa hạn { $duty } của { $units }: ngày cuối là <b>{ $day }</b> (trước đây { $before }). Lý do: { $reason }
notice-due-set = { $office } đã ấn định hạn { $duty } của { $units }: ngày cuối là <b>{ $day }</b>. Lý do: { $reason }
register-which-plan = Đăng ký theo kế hoạch nào?
register-no-plan = Đơn vị không tham gia kế hoạch nào đang mở nên chưa đăng ký được. Xin liên hệ { $contact }.
no-open-plan = Không có kế hoạch nào đang mở: chỉ xem và lập báo cáo được.
command-kehoach = Kế hoạch, phiên bản
do-kehoach = Các kế hoạch
plans-title = <b>Các kế hoạch</b>
plans-plan = <b>{ $code }</b> ({ $from }–{ $to }): { $title }
plans-open = Đang mở. Phiên bản { $n }, nạp lúc { $when }.
plans-closed = Đã đóng lúc { $when } ({ $who }): chỉ xem và lập báo cáo.
plans-counts = { $units } đơn vị, { $exemplars } hồ sơ điển hình.
plans-carried = { $n } điển hình được chuyển tiếp từ kế hoạch trước.
plans-versions = Phiên bản của { $plan } ({ $n })
plan-load-send-file = Anh/chị gửi tệp kế hoạch (.yaml), xong thì chọn Xong.
plans-load = Nạp tệp kế hoạch
plans-close = Đóng { $plan }
plans-versions-of = Các phiên bản của { $plan }, mới nhất trước
plans-version = <b>Phiên bản { $n }</b> – { $when }, { $who }
plans-version-by-file = <b>Phiên bản { $n }</b> – { $when }, nạp từ tệp trên máy chủ
plans-first-version = Phiên bản đầu tiên.
plans-no-difference = Không khác phiên bản trước ở điểm nào được so sánh.
plans-difference = • { $words }
plans-more-differences = … và { $n } điểm khác nữa
plan-load-title = Nạp tệp kế hoạch
plan-load-file = Gửi tệp kế hoạch (.yaml), xong thì chọn Xong. Tệp được kiểm tra và cho xem trước khi có hiệu lực.
plan-load-file-label = Tệp kế hoạch
plan-load-unreadable = Tệp không phải văn bản UTF-8, chưa đọc được.
plan-load-wrong = Tệp chưa nạp được. Mỗi dòng dưới đây là một lỗi: tên tệp, số dòng, điều cần sửa.
plan-load-known = { $plan } đã có đúng nội dung này, là phiên bản { $n }. Không có gì để nạp.
plan-load-version = <b>{ $plan }</b> sẽ có phiên bản { $n }. Những điểm khác:
plan-load-new = <b>{ $plan }</b> là kế hoạch mới ({ $from }–{ $to }): { $title }. { $duties } việc phải nộp, { $kinds } loại đơn vị, { $categories } lĩnh vực. Kế hoạch đang mở vẫn mở; các đơn vị tham gia theo loại của mình.
plan-load-yes = Đúng, nạp phiên bản này
plan-load-open = Mở kế hoạch, không chuyển tiếp
plan-load-carry = Mở và chuyển tiếp { $n } điển hình của { $plan }
plan-load-carry-picked = Mở và chuyển tiếp { $n } điển hình đã chọn
plan-load-pick = Chọn từng điển hình của { $plan }
plan-load-which = Chuyển tiếp những điển hình nào của { $plan }? Chọn từng dòng, hoặc gõ mã, hoặc gõ tên đơn vị để chọn mọi điển hình của đơn vị đó; “tất cả” là chọn hết. Xong thì chọn Xong.
plan-load-which-label = Điển hình chuyển tiếp
plan-load-picked = Đã chọn chuyển tiếp { $n } điển hình của { $plan }: { $codes }
plan-load-again = Gửi tệp khác
plan-load-no = Thôi, không nạp
plan-load-stopped = Không nạp tệp nào.
plan-load-done = Đã nạp phiên bản { $n } của { $plan }. Mọi người thấy ngay.
plan-load-opened = Đã mở kế hoạch { $plan }.
plan-load-moved = { $plan } vừa có phiên bản khác do người khác nạp. Anh/chị xem lại những điểm khác rồi hãy xác nhận.
plan-close-title = Đóng { $plan }
plan-close-sure = Đóng kế hoạch <b>{ $plan }</b>? Sau khi đóng chỉ xem và lập báo cáo được; không đăng ký, nộp, duyệt hay nhắc việc nữa, và không mở lại được.
plan-close-open = Việc còn mở:
plan-close-open-line = – { $work }: <b>{ $choice }</b>
plan-close-how = Chọn từng dòng bên dưới để đổi: để nguyên, kết thúc có lý do, hoặc chuyển tiếp. Việc để nguyên vẫn xem được, không làm tiếp được. Việc phải nộp là của kế hoạch này: chưa nộp khi đóng thì báo cáo ghi là chưa nộp.
plan-close-changed = <b>Đã có thay đổi từ khi anh/chị xem:</b> { $work }. Chưa đóng kế hoạch. Anh/chị xem lại rồi xác nhận.
plan-close-leave = để nguyên
plan-close-unfiled = ghi là chưa nộp
plan-close-close = kết thúc, có lý do
plan-close-move = chuyển sang { $plan }
plan-close-change = { $work } → { $choice }
plan-close-reason = Vì sao kết thúc hoặc chuyển các việc còn mở? Các đơn vị sẽ đọc lý do này.
plan-close-over = Kế hoạch { $plan } đã kết thúc.
open-work-exemplars = { $n } hồ sơ chưa duyệt hoặc cần bổ sung
open-work-documents = { $n } văn bản chờ duyệt
open-work-duties = { $n } việc phải nộp chưa xong
open-work-steps = { $n } việc bồi dưỡng chưa làm
open-work-help = { $n } đề nghị giúp đỡ
open-work-proposals = { $n } đề nghị khen thưởng chưa có kết quả
open-work-nominations = { $n } giới thiệu dự Hội nghị chưa quyết định
open-work-standing = { $n } báo cáo định kỳ
open-work-drafts = { $n } bản nháp
open-work-look = Xem từng việc
open-work-title = <b>Việc còn mở của { $plan }</b>. Chọn loại việc để xem từng việc.
open-work-of = <b>{ $work }</b> của { $plan } { $range }
open-work-line = { $n }. { $unit ->
    [none] {""}
   *[other] { $unit }:{" "}
  }{ $name }{ $day ->
    [none] {""}
   *[other] , { $day }
  }{ $state ->
    [none] {""}
   *[other] {" "}– { $state }
  }
open-work-kinds = Các loại việc còn mở
open-work-draft = { $who } ({ $form ->
    [register] hồ sơ đăng ký
    [filing] nộp văn bản
    [annual] báo cáo năm
    [annual-nil] báo cáo năm
    [summary] tổng kết
    [summary-nil] tổng kết
    [activity] hoạt động
    [ask-help] đề nghị giúp đỡ
    [fostering] kế hoạch bồi dưỡng
    [fostering-add] kế hoạch bồi dưỡng
   *[other] việc khác
  })
open-work-report = { $who }: { $report }
plans-ending = Khi đóng (lý do: { $reason }):
plans-left-open = Việc để lại của { $plan }
notice-plan-unfiled = Việc của đơn vị được ghi là chưa nộp:
notice-plan-unfiled-line = – { $unit }: { $duty }
notice-plan-ended = { $office } đã đóng kế hoạch <b>{ $plan }</b>: từ nay chỉ xem và lập báo cáo. { $next ->
    [none] {""}
   *[other] Việc mới làm theo kế hoạch { $next }.
  } Lý do: { $reason }
reason-example-plan = Giai đoạn 2021–2025 đã tổng kết, hồ sơ chưa duyệt đăng ký lại theo kế hoạch mới.
plan-close-last = Không còn kế hoạch nào khác đang mở.
plan-close-yes = Đúng, đóng kế hoạch
plan-close-no = Thôi, để mở
plan-close-stopped = Kế hoạch vẫn mở.
plan-close-done = Đã đóng kế hoạch { $plan }.
report-which-plan = Báo cáo của kế hoạch nào?
report-plan-open = { $plan } ({ $from }–{ $to })
report-plan-closed = { $plan } ({ $from }–{ $to }), đã đóng
plan-choice-line = – <b>{ $plan }</b>: { $title }
plan-meant = (kế hoạch { $plan })
progress-which-plan = Tiến độ của kế hoạch nào?
chart-which-plan = Biểu đồ của kế hoạch nào?
criteria-which-plan = Tiêu chí của kế hoạch nào?
