# Lỗi trong tệp kế hoạch, tệp đơn vị, tệp ngày nghỉ: đứng sau tên tệp, số dòng, tên mục.

file-text = cần có chữ ở đây
file-ends-early = kết thúc trước khi bắt đầu: năm, ngày đầu phải đứng trước
file-true-false = chỉ ghi true (có) hoặc false (không)
file-subject = chỉ ghi collective (tập thể) hoặc individual (cá nhân)
file-phone = cần một số điện thoại đặt trong ngoặc kép, ví dụ "0269 3824 123"
file-no-such-day = không phải một ngày có trên lịch: xem lại ngày, tháng
file-min-above-max = có min lớn hơn max: số tối thiểu không được quá số tối đa
file-expected-outside = có expected nằm ngoài khoảng từ min đến max
file-zone = cần một múi giờ, ví dụ Asia/Ho_Chi_Minh
file-zone-unknown = không phải tên múi giờ: ghi Asia/Ho_Chi_Minh
file-time = cần một giờ đặt trong ngoặc kép, ví dụ "08:00"
file-time-shape = cần một giờ từ "00:00" đến "23:59", ví dụ "08:00"
file-days-fall = cần các số ngày giảm dần, ví dụ [14, 7, 3, 1]
file-days-rise = cần các số ngày tăng dần, ví dụ [1, 3, 7]
file-from-rise = cần xếp theo ngày tăng dần, không trùng ngày
file-subjects = cần đủ collective (tập thể) và individual (cá nhân)
file-not-yearly = không phải ngày năm nào cũng có: dùng day: last cho ngày cuối tháng
file-until-early = có until sớm hơn at
file-from-late = có from muộn hơn at
file-last-until-early = có lastDayUntil sớm hơn until
file-code = cần một mã, ví dụ commune
file-code-shape = mã chỉ gồm chữ không dấu, chữ số, _ và -, bắt đầu bằng chữ, ví dụ commune
file-unit-code = cần một mã đơn vị, ví dụ GLAR
file-unit-code-shape = mã đơn vị gồm 1 đến 12 chữ in hoa không dấu và chữ số, ví dụ GLAR
file-owed-by = ghi all (mọi đơn vị), hoặc danh sách mã loại đơn vị trong ngoặc vuông, ví dụ [commune]
file-day-of-month = cần một ngày trong tháng từ 1 đến 31, hoặc last (ngày cuối tháng)
file-due-rule = cần một rule: before (trước ngày) hoặc on (đúng ngày) kèm date; yearly, halfYearly, quarterly hoặc monthly kèm day, from, to; hoặc unset (chưa ấn định)
file-award-points = cần điểm là số nguyên cho mọi hình thức, hoặc theo từng cấp, ví dụ { $form }
file-unknown-key = không có mục tên này ở đây: sửa chính tả, hoặc xóa đi
file-leads-person = chỉ cá nhân mới là người đứng đầu: ghi false, hoặc đổi subject thành individual
file-leaders-not-asked = chỉ dành cho người đứng đầu, mà lĩnh vực này không hỏi: bỏ leaders ở đây, hoặc ghi leaders: true cho lĩnh vực
file-leaders-last = chỉ dành cho người đứng đầu nên phải đứng sau các tiêu chí khác của lĩnh vực
file-needs-registration = thiếu việc đăng ký: cần đúng một việc có fulfilledBy: registration
file-report-yearly = của báo cáo năm phải là yearly
file-in-summary = chỉ dùng cho việc có một ngày (rule: before hoặc on) và fulfilledBy: filing
file-comes-once = việc này chỉ có một lần: rule là before, on hoặc unset
file-needs-conference = cần phần conference có weights trong tệp
file-covers-interim = chỉ dùng cho việc có fulfilledBy: interim (sơ kết)
file-one-registration = chỉ một việc được có fulfilledBy: registration
file-one-report = chỉ một việc được là báo cáo năm (report)
file-one-summary = chỉ một việc được là tổng kết (summary)
file-one-nominations = chỉ một việc được là giới thiệu dự Hội nghị (nominations)
file-one-column = nhiều nhất một việc có cột riêng (inSummary)
file-plan-keys = không phải tệp kế hoạch: cần các mục code, title, issuedOn …; chép tệp mẫu rồi sửa
file-basis = chỉ ghi announced (đã công bố) hoặc by rule (tính theo luật)
file-source = cần ghi nơi công bố
file-ladder-keys = cần at, until, before, lastDay, after, everyDaysAfter, headsFrom
file-weights-keys = cần yearKept, replication, award, directLabour, difficultArea
file-bodies-keys = cần superior, issuer, committee, office, publicist, signerTitle, recipients
file-conference-keys = cần name và weights; có thể không ghi delegates
file-awards-keys = cần levels, forms và titles
file-document-keys = cần issuer, sign, signer; thêm superior và place nếu khác của cơ quan
file-kind-keys = cần code, name, words, quota
file-calendar-keys = cần daysOff, workingDays hoặc cả hai, mỗi mục là một danh sách ngày
file-list-levels = cần một danh sách cấp, mỗi mục một dòng bắt đầu bằng dấu gạch nối
file-list-days = cần một danh sách số ngày, mỗi mục một dòng bắt đầu bằng dấu gạch nối
file-list-titles = cần một danh sách danh hiệu, mỗi mục một dòng bắt đầu bằng dấu gạch nối
file-list-recipients = cần một danh sách nơi nhận, mỗi mục một dòng bắt đầu bằng dấu gạch nối
file-list-movements = cần một danh sách phong trào, mỗi mục một dòng bắt đầu bằng dấu gạch nối
file-list-lines = cần một danh sách dòng, mỗi mục một dòng bắt đầu bằng dấu gạch nối
file-list-legal-grounds = cần một danh sách căn cứ pháp lý, mỗi mục một dòng bắt đầu bằng dấu gạch nối
file-list-kinds = cần một danh sách loại đơn vị, mỗi mục một dòng bắt đầu bằng dấu gạch nối
file-list-forms = cần một danh sách hình thức, mỗi mục một dòng bắt đầu bằng dấu gạch nối
file-list-duties = cần một danh sách việc phải nộp, mỗi mục một dòng bắt đầu bằng dấu gạch nối
file-list-criteria = cần một danh sách tiêu chí, mỗi mục một dòng bắt đầu bằng dấu gạch nối
file-list-categories = cần một danh sách lĩnh vực, mỗi mục một dòng bắt đầu bằng dấu gạch nối
file-list-bodies = cần một danh sách cơ quan tiếp nhận, mỗi mục một dòng bắt đầu bằng dấu gạch nối
file-one-unit-at-least = cần ít nhất một đơn vị
file-one-recipient-at-least = cần ít nhất một nơi nhận
file-one-level-at-least = cần ít nhất một cấp
file-one-kind-at-least = cần ít nhất một loại đơn vị
file-one-duty-at-least = cần ít nhất một việc phải nộp
file-one-day-at-least = cần ít nhất một số ngày
file-one-criterion-at-least = cần ít nhất một tiêu chí
file-one-category-at-least = cần ít nhất một lĩnh vực
file-one-line-at-least = cần ít nhất một dòng, ví dụ [Thủ trưởng]
file-form = cần ghi theo dạng { $form }
file-form-left-out = cần ghi theo dạng { $form }; có thể không ghi from, until
file-form-award = cần ghi theo dạng { $form }; có thể không ghi subject, from, until
file-form-bodies = cần ghi theo dạng { $form }, chỉ ghi các cơ quan thay đổi
file-form-days = cần ghi theo dạng { $form }, thêm to: … nếu nhiều ngày
file-form-day-list = cần một danh sách ngày, mỗi ngày ghi { $form }
file-form-units = không phải danh sách đơn vị: mỗi đơn vị một dòng bắt đầu bằng dấu gạch nối, ghi { $form }
file-day = cần một ngày ghi theo năm-tháng-ngày, ví dụ { $day }
file-times = cần kỳ đầu và kỳ cuối, ví dụ { $example }
file-whole = cần một số nguyên từ { $from } đến { $to }, không kèm chữ
file-ways = chỉ ghi một trong: { $ways }
file-outside = nằm ngoài giai đoạn { $from }–{ $to } ghi ở period
file-code-long = dài quá: mã có nhiều nhất { $most } ký tự
file-label-long = dài quá so với nút bấm: nhiều nhất { $most } ký tự
file-range-backwards = đứng trước { $day }: ghi ngày đầu trước
file-range-long = gồm { $days } ngày: một mục nhiều nhất { $most } ngày
file-day-twice = { $day } đã có trong { $list }: giữ một
file-other-year = không thuộc năm { $year }
file-idle-day = { $day } vốn là ngày làm việc: xem lại ngày
file-repeated = { $what ->
    [name] tên
   *[code] mã
 } “{ $value }” đã dùng ở trên: mỗi mục cần một { $what ->
    [name] tên
   *[code] mã
 } riêng
file-kind-used = “{ $code }” là loại của { $n } đơn vị nên không bỏ được: ghi lại loại này
file-movement-used = “{ $code }” là phong trào của { $n } điển hình nên không bỏ được: ghi lại phong trào này
file-award-used = “{ $code }” đã có { $n } lượt đề nghị nên không bỏ được: ghi lại, thêm until nếu không dùng nữa
file-subject-used = “{ $code }” là đối tượng của { $n } điển hình nên không bỏ được
file-category-used = “{ $code }” là lĩnh vực của { $n } điển hình nên không bỏ được: ghi lại lĩnh vực này
file-category-subject = đã là { $subject } và có { $n } điển hình nên không đổi được
file-criterion-used = “{ $code }” đã chọn cho { $n } điển hình của lĩnh vực này nên không bỏ được: ghi lại tiêu chí này
file-duty-used = “{ $code }”{ $time ->
    [none] {""}
   *[other] {" "}kỳ { $time }
 } đã có { $n } văn bản hoặc lần nhắc nên không bỏ được: ghi lại việc này
file-duty-time-used = “{ $code }”{ $time ->
    [none] {""}
   *[other] {" "}kỳ { $time }
 } đã có { $n } văn bản hoặc lần nhắc nên không bỏ kỳ này được
file-plan-closed = kế hoạch { $plan } đã đóng nên không sửa được
file-no-plan = cơ sở dữ liệu chưa có kế hoạch nào: đặt PLAN_FILE, hoặc npm run plan:load TỆP
file-old-version = phiên bản chương trình này không đọc được phiên bản { $n } của kế hoạch { $plan }; nạp lại tệp: npm run plan:load TỆP
file-plan-large = quá lớn so với một tệp kế hoạch (nhiều nhất 500.000 ký tự): xem có gửi nhầm tệp không
file-large = quá lớn so với tệp kế hoạch hay danh sách đơn vị: xem có chọn nhầm tệp không
file-folder = là thư mục, không phải tệp
file-no-file = không phải tệp
file-no-text = không phải tệp văn bản (có thể là Word, Excel hay PDF): lưu lại dạng văn bản thuần, bảng mã UTF-8, đuôi .yaml
file-unreadable = không đọc được: { $reason }
file-not-yaml = không phải YAML đọc được: { $reason }
file-aliases = lặp lại chính nó bằng bí danh (*tên) quá mức đọc được: { $reason }
file-deep = lồng vào nhau quá nhiều lớp
file-more = … và { $n } lỗi nữa
file-not-fitting = chưa đúng dạng ({ $message })
file-unknown-code = “{ $value }” không phải { $part ->
    [kindOfPlan] mã loại đơn vị của kế hoạch
    [level] mã cấp nào ở đây
    [levelOfAwards] mã cấp nào trong awards
   *[kind] mã loại đơn vị nào ở đây
 }; các mã đã có: { $known }
file-yaml = { $kind ->
    [odd-space] đầu dòng có dấu cách đặc biệt chép từ Word hoặc trang web: gõ lại bằng dấu cách thường
    [odd-dash] đầu dòng là dấu gạch của Word: gõ lại bằng dấu gạch nối (-)
    [TAB_AS_INDENT] thụt đầu dòng bằng phím Tab: thay bằng dấu cách
    [BAD_INDENT] đầu dòng không thẳng với các mục cùng cấp: chỉnh lại số dấu cách
    [MULTILINE_IMPLICIT_KEY] thiếu dấu hai chấm sau tên mục, hoặc đầu dòng không thẳng với các mục cùng cấp
    [BLOCK_AS_IMPLICIT_KEY] có hai dấu hai chấm trên một dòng, hoặc đầu dòng không thẳng: chữ có dấu hai chấm thì đặt cả câu trong ngoặc kép
    [BLOCK_IN_FLOW] trong ngoặc nhọn hay ngoặc vuông có dấu hai chấm hoặc gạch nối không đặt trong ngoặc kép
    [MISSING_CHAR] thiếu dấu ngoặc, dấu phẩy, dấu cách hoặc dấu nháy đóng
    [UNEXPECTED_TOKEN] có chữ thừa sau khi câu đã hết: câu có dấu nháy bên trong thì đặt trong dấu nháy đơn
    [DUPLICATE_KEY] mục này đã ghi ở trên: giữ một, xóa một
    [BAD_SCALAR_START] bắt đầu bằng ký tự riêng của YAML: đặt cả câu trong ngoặc kép
    [BAD_ALIAS] có dấu * không trỏ tới đâu: đặt cả câu trong ngoặc kép
    [MULTIPLE_DOCS] có dòng --- nên thành hai tệp: xóa dòng đó
   *[other] không đúng cách ghi YAML ({ $message })
 }
