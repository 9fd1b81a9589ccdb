# Đăng ký điển hình: câu hỏi, nhãn, ví dụ.
register-title = Đăng ký: { $name }
register-title-unnamed = Đăng ký điển hình
register-unit = Đơn vị nào? Chọn bên dưới hoặc gõ tên đơn vị.
register-unit-any = Đăng ký thay cho đơn vị nào? Gõ tên hoặc mã đơn vị.
register-unit-label = Đơn vị
register-subject = Đối tượng?
register-subject-label = Đối tượng
register-copy-old = Chép từ hồ sơ cũ
register-copy-which = Chép từ hồ sơ nào? Hồ sơ mới lấy đối tượng, lĩnh vực, người đại diện, địa bàn. Tên, thành tích, số liệu, ngày, tệp vẫn ghi mới.
register-copied = Chép từ <b>{ $code }</b> “{ $name }”. Hồ sơ mới dùng các dòng này? Tên, thành tích, số liệu, ngày, tệp sẽ được hỏi mới.
register-copied-label = Dòng chép từ hồ sơ cũ
register-copied-use = Dùng như vậy
register-copied-each = Xem từng dòng
exemplar-copy = Chép thành hồ sơ mới
register-category = Lĩnh vực?
register-category-label = Lĩnh vực
register-see-criteria = Xem tiêu chí
register-name-model = Tên mô hình? (3–200 ký tự)
register-name-person = Họ và tên cá nhân điển hình?
register-name-label = Tên mô hình
register-name-person-label = Họ và tên
register-name-example = Làng Đê Kốp giữ gìn bản sắc văn hóa
register-name-person-example = Nguyễn Thị Hoa
register-duplicate = Đã có điển hình tên gần giống: <b>{ $code }</b> “{ $name }” – { $unit } ({ $status }). Anh/chị vẫn đăng ký?
register-duplicate-label = Tên gần giống
register-duplicate-register = Vẫn đăng ký
register-duplicate-see = Xem
register-duplicate-drop = Bỏ
register-duplicate-line = <b>{ $code }</b> “{ $name }” – { $unit } ({ $status })
register-duplicate-none = Điển hình có tên gần giống không còn trong danh sách. Anh/chị tiếp tục đăng ký?
register-duplicate-files = Tệp của { $code } ({ $n })
register-birthYear = Năm sinh? Ví dụ: 1975
register-birthYear-label = Năm sinh
register-birthYear-bad = Năm sinh chưa đúng. Anh/chị xem lại và gõ đủ bốn chữ số, ví dụ: 1975.
register-birthYear-lunar = Đó là ngày âm lịch. Anh/chị cho biết năm sinh dương lịch, ví dụ: 1975.
register-sex = Giới tính?
register-sex-label = Giới tính
register-sex-male = Nam
register-sex-female = Nữ
register-ethnicity = Dân tộc? Ví dụ: Ba Na. Có thể bỏ qua.
register-ethnicity-label = Dân tộc
register-ethnicity-example = Ba Na
register-position = Chức vụ, nghề nghiệp? Ví dụ: Trưởng thôn
register-position-label = Chức vụ, nghề nghiệp
register-position-example = Trưởng thôn
register-leader = Cá nhân này có giữ chức vụ lãnh đạo, quản lý không?
register-leader-label = Giữ chức vụ lãnh đạo
register-leader-yes = Có giữ chức vụ
register-leader-no = Không giữ chức vụ
register-leads = Người đứng đầu phải gắn với tập thể điển hình do mình lãnh đạo (Kế hoạch, { $clause }). Đó là tập thể nào?
register-leads-label = Lãnh đạo tập thể
register-leads-none = Chưa có tập thể nào
register-representative = Người đại diện của tập thể? Ví dụ: Ông A Nhưk, Trưởng thôn
register-representative-label = Người đại diện
register-representative-example = Ông A Nhưk, Trưởng thôn
register-memberCount = Số người trong tập thể? Ví dụ: 25
register-memberCount-label = Số người
register-memberCount-bad = Xin ghi một số nguyên từ 1 trở lên, ví dụ: 25.
register-place = Địa bàn (thôn, làng, tổ dân phố)? Ví dụ: Làng Đê Kốp
register-place-label = Địa bàn
register-place-example = Làng Đê Kốp
register-difficult = Thuộc địa bàn khó khăn, vùng sâu, vùng xa không?
register-difficult-label = Địa bàn khó khăn
register-difficult-yes = Địa bàn khó khăn, vùng sâu, vùng xa
register-difficult-no = Không thuộc
register-both-how = Câu tiếp theo hỏi việc lao động có trực tiếp không. Hai câu trả lời như nhau thì chọn một lần: Cả hai hoặc Không câu nào.
register-both-yes = Cả hai
register-both-no = Không câu nào
register-labour = Là lao động trực tiếp không?
register-labour-label = Lao động trực tiếp
register-labour-yes = Lao động trực tiếp
register-labour-no = Không trực tiếp
register-summary = Tóm tắt thành tích (50–4.000 ký tự). Nên có số liệu cụ thể. Có thể gửi nhiều tin, xong thì chọn Xong hoặc viết Xong ở dòng cuối.
register-summary-label = Tóm tắt thành tích
register-figures = Phần tóm tắt chưa có số liệu (bao nhiêu hộ, bao nhiêu héc-ta, tăng bao nhiêu phần trăm…). Anh/chị bổ sung?
register-figures-label = Số liệu
register-figures-more = Viết thêm số liệu
register-figures-leave = Để nguyên
register-figures-write = Anh/chị gửi thêm số liệu, xong thì chọn Xong.
register-criteria = Tiêu chí đạt được? Chọn các dòng, xong thì chọn Xong. Tiêu chí riêng của đơn vị thì gõ thành tin nhắn.

    { $list }
register-no-criteria = Chưa chọn tiêu chí nào. Đúng là điển hình này chưa đạt tiêu chí nào của kế hoạch?
register-only-own-criteria = Mới có tiêu chí riêng của đơn vị, chưa chọn tiêu chí nào của kế hoạch. Đúng là như vậy?
register-no-criteria-label = Không chọn tiêu chí
register-no-criteria-choose = Chọn tiêu chí
register-no-criteria-none = Đúng, không có tiêu chí nào
register-criteria-label = Tiêu chí đạt được
register-criteria-own = ; tiêu chí riêng: { $own }
register-criteria-shown = { $n }/{ $of } tiêu chí (số { $numbers })
register-criterion-own = { $text } (tiêu chí riêng)
register-ownTicked-label = Tiêu chí riêng đã chọn
register-ownCriteria-label = Tiêu chí riêng
register-movements = Phong trào thi đua mà điển hình này tham gia? Chọn các dòng, xong thì chọn Xong. Có thể bỏ qua.
register-movements-label = Phong trào thi đua
register-impact = Hiệu quả và khả năng nhân rộng? (20–2.000 ký tự) Có thể gửi nhiều tin, xong thì chọn Xong hoặc viết Xong ở dòng cuối.
register-impact-label = Hiệu quả, nhân rộng
register-endorsedOn = Ngày họp tập thể suy tôn? Ví dụ: 5/8/2021
register-endorsedOn-label = Ngày suy tôn
register-endorsedOn-bad = Ngày chưa đúng. Anh/chị gõ như 5/8/2021 hoặc “ngày 5 tháng 8”.
register-endorsedOn-future = Ngày họp không thể ở tương lai. Anh/chị xem lại, ví dụ: 5/8/2021.
register-endorsedOn-lunar = Đó là ngày âm lịch. Anh/chị cho biết ngày họp theo dương lịch, ví dụ: 5/8/2021.
register-minutes = Số biên bản họp suy tôn? Ví dụ: 02/BB. Có thể bỏ qua.
register-minutes-label = Biên bản
register-minutes-example = 02/BB
register-files = Minh chứng: gửi ảnh, PDF, Word hoặc Excel (tối đa 10 tệp, mỗi tệp 20 MB), xong thì chọn Xong. Có thể bỏ qua.
register-files-label = Minh chứng
register-files-shown = { $n } tệp
register-exception = Đơn vị đã đủ chỉ tiêu tối đa. Vì sao cần đăng ký thêm? (10–500 ký tự)
register-exception-label = Lý do vượt chỉ tiêu
register-exception-example = Phong trào nông thôn mới của xã có thêm mô hình nổi bật
register-confirm = Anh/chị xem lại lần cuối. Đăng ký của <b>{ $unit }</b>:
register-confirm-label = Xem lại
register-late = <b>Đã quá hạn đăng ký.</b> Hồ sơ vẫn được nhận và ghi là nộp trễ.
register-extra = Danh sách của đơn vị đã đủ tối thiểu đúng hạn: hồ sơ này là bổ sung, không tính là nộp trễ.
register-over = Đơn vị đã có { $counted } điển hình, chỉ tiêu tối đa là { $max }. Hồ sơ này cần lý do để được xem xét ngoài chỉ tiêu.
register-send = Gửi { $office }
register-sent = Đã gửi: <b>{ $code }</b> “{ $name }”. { $unit }: { $count }.
register-sent-again = Đã gửi lại: <b>{ $code }</b> “{ $name }”. { $unit }: { $count }.
register-sent-late = Hồ sơ được ghi là nộp trễ.
register-sent-extra = Đây là hồ sơ bổ sung, không tính là nộp trễ.
register-sent-over = Hồ sơ vượt chỉ tiêu, chờ { $office } chấp nhận.
register-next = Đăng ký tiếp
mend-other-open = { $who } cũng đang sửa hồ sơ này, mở từ { $when }.
mend-only = Chỉ sửa được các dòng được đề nghị bổ sung: <b>{ $lines }</b>. Dòng khác xem ở dưới; cần sửa thì chọn { $other }.
mend-all-open = Mọi dòng đã mở để sửa: chọn { $edit }. Lý do của anh/chị được ghi vào hồ sơ.
mend-beyond = Anh/chị có sửa dòng không được đề nghị bổ sung: <b>{ $lines }</b>. Xin cho biết lý do.
mend-changed = <b>Hồ sơ đã thay đổi từ khi anh/chị mở:</b>
mend-changed-theirs = – <b>{ $line }</b> ({ $who }, { $when }): { $before } → { $now }
mend-changed-both = – <b>{ $line }</b> ({ $who }, { $when })
    trước: { $before }
    bây giờ: { $now }
    của anh/chị: { $mine }
mend-taken-in = Các thay đổi này đã có trong bản của anh/chị, phần anh/chị sửa vẫn giữ. Xem lại rồi gửi.
mend-conflict = <b>Hồ sơ đã thay đổi từ khi anh/chị mở, ở cả dòng anh/chị đang sửa.</b> Chưa gửi gì cả. Anh/chị giữ phần của mình hay lấy bản mới?
mend-conflict-label = Dòng cả hai cùng sửa
mend-keep-mine = Giữ của tôi
mend-take-theirs = Lấy bản mới
mend-keep-all = Giữ tất cả của tôi
mend-take-all = Lấy tất cả bản mới
mend-each = Chọn từng dòng
mend-keep-which = Giữ của anh/chị ở những dòng nào? Dòng không chọn lấy theo bản mới. Xong thì chọn Xong.
mend-unsent = Phần anh/chị sửa chưa được gửi. Bản nháp vẫn được giữ:
register-mend-other = Sửa mục khác
register-otherReason = Vì sao cần sửa dòng không được đề nghị bổ sung? (10–500 ký tự) Lý do được ghi vào hồ sơ.
register-otherReason-label = Lý do sửa mục khác
register-otherReason-example = Trưởng thôn mới được bầu nên phải sửa người đại diện
mend-intro = Bổ sung <b>{ $code }</b> “{ $name }”. Lý do: «{ $reason }»

list-title = Điển hình { $range }:
list-line = <b>{ $code }</b> { $name } – { $status }
list-plain-line = – <b>{ $code }</b> { $name }
list-unit = { $unit }
list-more = Trang sau ›
list-to-sign = Danh sách để ký { $year }
list-empty = Chưa có điển hình nào được đăng ký. Gõ /trogiup để xem việc có thể làm.
list-empty-approved = Chưa có điển hình nào được duyệt. Gõ /danhsach để xem lại sau.
exemplar-head = <b>{ $code }</b> “{ $name }”
    { $unit } – <b>{ $status }</b>
exemplar-late = Nộp trễ hạn
exemplar-extra = Bổ sung (đơn vị đã đủ tối thiểu đúng hạn)
exemplar-supplemented = Bổ sung sau hạn ngày { $day }
exemplar-over = <b>Vượt chỉ tiêu</b>
exemplar-exception-none = chưa nêu lý do (hồ sơ được mở lại khi đơn vị đã đủ chỉ tiêu)
exemplar-sent = Người gửi: { $who }, { $when }
exemplar-reason = { $who }, «{ $reason }»
exemplar-reason-label = Ý kiến
exemplar-files = Tệp minh chứng ({ $n })
exemplar-file-unread = Chưa mở được tệp “{ $name }” của { $code }. Anh/chị đề nghị đơn vị gửi lại tệp này.
exemplar-files-none = Chưa có tệp nào kèm theo { $code }.
exemplar-mend = Sửa
exemplar-withdraw = Rút
exemplar-review = Xem để duyệt
exemplar-decision = Xem việc duyệt
withdraw-ask = Rút <b>{ $code }</b> “{ $name }”? Hồ sơ sẽ không được tính vào chỉ tiêu nữa.
withdraw-yes = Rút hồ sơ
withdraw-no = Không rút
withdrawn = Đã rút <b>{ $code }</b> “{ $name }”.
criteria-general = <b>Tiêu chí chung</b>
    { $general }

    Chọn một lĩnh vực để xem tiêu chí cụ thể.
criteria-choose-this = Chọn lĩnh vực này
criteria-category = <b>{ $name }</b> (Kế hoạch, { $clause })
    { $lines }

duties-unit = <b>{ $unit }</b>
duties-see-document = Xem văn bản: { $what }
filing-title = Nộp văn bản
filing-duty = Nộp văn bản nào?
filing-duty-label = Văn bản
filing-files = Gửi tệp <b>{ $duty }</b> (PDF, Word, Excel hoặc ảnh; tối đa 10 tệp), xong thì chọn Xong.
filing-done = Đã nhận <b>{ $duty }</b> của { $unit }: { $files } tệp.
filing-late = Văn bản được ghi là nộp trễ.
filing-replaces = Bản này thay cho bản đã nộp trước; bản trước vẫn được lưu.
filing-supplement = Bản này được ghi là bổ sung sau hạn, không tính là trễ vì lần đầu nộp đúng hạn.
filing-unit-any = Nộp văn bản thay cho đơn vị nào? Gõ tên hoặc mã đơn vị.
filing-behalf = Anh/chị nộp thay <b>{ $unit }</b>. Việc này được ghi trong lịch sử. { $told }
filing-behalf-done = Đã ghi là { $office } nộp thay { $unit }. { $told }
filing-signed-list = { $list } (không bắt buộc)

# Văn bản đã nộp: xem lại, duyệt
documents-of = Văn bản của <b>{ $unit }</b> đã nộp. Anh/chị xem văn bản nào?
document-title = <b>{ $duty }</b> – { $unit }
document-title-plain = { $duty } – { $unit }
document-version = Bản { $version }/{ $versions }: <b>{ $status }</b>
document-status-submitted = chờ xem
document-status-accepted = đã chấp nhận
document-status-returned = trả lại
document-filed = Người nộp: { $who }, { $when }
document-filed-behalf = Người nộp: { $who } ({ $office }), nộp thay { $unit }, { $when }
document-late = <b>Nộp trễ hạn</b> ({ $day })
document-supplement = Bổ sung sau hạn ({ $day }), lần đầu nộp đúng hạn
document-files = Tệp ({ $n }): “{ $names }”
document-see = Xem văn bản
document-see-version = Xem văn bản (bản { $version })
document-versions = Các bản đã nộp ({ $n })
document-file-again = Nộp lại
document-file-new = Nộp bản mới
document-review = Xem để duyệt
document-history-submit = – { $when }, { $who } ({ $channel }): nộp
document-history-accept = – { $when }, { $who } ({ $channel }): chấp nhận
document-history-return = – { $when }, { $who } ({ $channel }): trả lại, «{ $reason }»
document-history-reopen = – { $when }, { $who } ({ $channel }): mở lại, «{ $reason }»

exemplar-codes-which = Tin nhắn có nhiều mã. Anh/chị mở điển hình nào?
list-none-such = Không tìm thấy điển hình nào hợp với “{ $typed }”.
list-filter = Lọc theo: { $filter }.
list-filter-none = Xem tất cả
criteria-none-such = Không có lĩnh vực nào là “{ $typed }”.

# Tiêu chí riêng của đơn vị (Kế hoạch, II.2, III.2).
own-criteria = Tiêu chí riêng của đơn vị
own-criteria-unit = Tiêu chí riêng của đơn vị nào?
own-criteria-of = <b>Tiêu chí riêng của { $unit }</b> ({ $n }). Khi đăng ký, các tiêu chí này được chọn cùng tiêu chí của kế hoạch.
own-criteria-none = <b>{ $unit }</b> chưa có tiêu chí riêng. Kế hoạch (III.2) yêu cầu đơn vị xây dựng tiêu chí riêng phù hợp với đặc thù của mình; đã có thì khi đăng ký sẽ được chọn cùng tiêu chí của kế hoạch.
own-criteria-line = { $n }. { $text }{ $subject ->
        [collective] { " " }(tập thể)
        [individual] { " " }(cá nhân)
       *[both] { "" }
    }
own-criteria-add = Thêm tiêu chí
own-criteria-history = Lịch sử thay đổi
own-criteria-history-of = <b>{ $unit }</b> – lịch sử tiêu chí riêng, mới nhất trước:
own-criteria-back = Tiêu chí của đơn vị
own-criterion = <b>{ $unit }</b> – tiêu chí riêng{ $subject ->
        [collective] { " " }của tập thể
        [individual] { " " }của cá nhân
       *[both] { "" }
    }: { $text }
own-criterion-ticked = { $n ->
        [0] Chưa điển hình nào chọn tiêu chí này.
       *[other] { $n } điển hình đã chọn tiêu chí này.
    }
own-criterion-change = Sửa tiêu chí
own-criterion-retire = Thôi dùng
own-criterion-retire-ask = Thôi dùng tiêu chí “{ $text }”? Điển hình đã chọn vẫn giữ; hồ sơ mới không chọn được nữa.
own-criterion-retire-yes = Thôi dùng tiêu chí
own-criterion-retire-no = Giữ tiêu chí
own-criterion-retired-now = Đã thôi dùng tiêu chí này.
own-criterion-title = Tiêu chí riêng của đơn vị
own-criterion-label = Nội dung tiêu chí
own-criterion-words = Tiêu chí riêng mới của <b>{ $unit }</b>? ({ $min }–{ $max } ký tự) Ví dụ: Giữ được đội cồng chiêng của làng
own-criterion-new-words = Tiêu chí đang là: “{ $before }”. Viết lại thế nào? ({ $min }–{ $max } ký tự) Điển hình đã chọn vẫn giữ nội dung cũ.
own-criterion-length = Tiêu chí cần từ { $min } đến { $max } ký tự (hiện { $have }). Ví dụ: Giữ được đội cồng chiêng của làng
own-criterion-for = Tiêu chí này dành cho đối tượng nào?
own-criterion-for-both = Cả tập thể và cá nhân
own-criterion-saved = Đã thêm tiêu chí.
own-criterion-saved-again = Đã sửa tiêu chí. Điển hình đã chọn vẫn giữ nội dung cũ.
own-criterion-added = – { $when }, { $who } ({ $via }): thêm “{ $text }”
own-criterion-changed = – { $when }, { $who } ({ $via }): sửa “{ $before }” thành “{ $text }”
own-criterion-retired = – { $when }, { $who } ({ $via }): thôi dùng “{ $text }”
