# Vai trò, kênh, trạng thái và những câu dùng ở nhiều nơi.
role-liaison = Cán bộ đầu mối
role-head = Thủ trưởng đơn vị
role-officer = Cán bộ { $office }
role-manager = Lãnh đạo { $committee }
role-publicist = Cán bộ tuyên truyền
channel-telegram = Telegram
channel-zalo = Zalo
channel-web = Trang web
status-submitted = chờ duyệt
status-approved = đã duyệt
status-returned = cần bổ sung
status-rejected = không duyệt
status-withdrawn = đã rút
office-contact = { $office }, điện thoại { $phone }
yes = Có
no = Không
range = { $shape ->
    [all] ({ $total })
    [one] { $from } trong { $total }
   *[some] { $from }–{ $to } trong { $total }
  }
quota-least = ít nhất { $min }
quota-expected = ít nhất { $min }–{ $expected }
quota-least-counted = đã có { $counted }, cần ít nhất { $min }
role-in-unit = { $role } { $unit }
due-unset = chưa ấn định
days-left = { $n ->
    [0] hôm nay là ngày cuối
   *[other] còn { $n } ngày
  }
days-late = đã quá hạn { $n } ngày
unit-several = Có nhiều đơn vị như vậy: { $names }. Anh/chị gõ rõ hơn, ví dụ: { $example }.
unit-many = Có nhiều đơn vị như vậy: { $names } và { $more } đơn vị khác. Anh/chị gõ rõ hơn, ví dụ: { $example }.
unit-none = Không tìm thấy đơn vị “{ $typed }”. Anh/chị gõ tên hoặc mã đơn vị, ví dụ: { $example }.
error-not-joined = Anh/chị chưa tham gia. Hãy gửi mã mời do { $office } cấp, ví dụ: K7Q2-9M4D. Chưa có mã, xin liên hệ { $contact }.
unknown-command = Chưa có lệnh này. Gõ /trogiup để xem các lệnh dùng được.
command-not-yours = Lệnh { $command } chỉ dành cho: { $who }. Gõ /trogiup để xem các lệnh của anh/chị.
unhandled = Tôi chưa rõ ý anh/chị. Gõ trợ giúp (hoặc /trogiup) để xem việc làm được. Nếu tin nhắn trước có các mục để chọn, anh/chị chọn một mục ở đó.
button-over = Lựa chọn này không còn dùng được. Gõ /trogiup để xem việc có thể làm tiếp.
update-failed = Xin lỗi, tin nhắn vừa rồi chưa xử lý được nên chưa có gì thay đổi (số { $id }). Những gì đã lưu trước đó vẫn còn. Anh/chị gửi lại sau ít phút; nếu vẫn lỗi, xin báo số này cho { $contact }.
rehearsal-newcomer = Người mới

# Tin nhắn không phải chữ, tin sửa lại, chữ của phông cũ
sent-sticker = Nhãn dán chưa phải là câu trả lời. Anh/chị gõ chữ, hoặc chọn một mục ở dưới.
sent-voice = Tôi không nghe được tin thoại. Anh/chị gõ chữ rồi gửi.
sent-video = Tôi không nhận video. Anh/chị gõ chữ; làm minh chứng thì gửi ảnh, PDF, Word hoặc Excel khi được hỏi tệp.
sent-place = Vị trí trên bản đồ không được ghi. Cần ghi địa bàn, anh/chị gõ tên thôn, làng, tổ dân phố.
sent-unread = Loại tin này tôi không đọc được. Anh/chị gõ chữ rồi gửi.
sent-file = Tệp vừa gửi chưa được lưu vào đâu: tệp chỉ được nhận khi có câu hỏi cần tệp. Anh/chị chọn việc cần làm:
sent-contact-invite = Số danh bạ vừa gửi không được lưu. Muốn mời người này, anh/chị tạo mã mời:
group-left = Tôi chỉ làm việc riêng với từng người nên xin rời khỏi đây. Anh/chị mở { $bot } và nhắn riêng cho tôi.
edited-nothing = Tin nhắn sửa lại không được ghi nhận. Muốn sửa hồ sơ đã gửi, gõ /danhsach rồi mở hồ sơ đó; việc khác, gõ /trogiup.
legacy-font = Tin vừa rồi gõ bằng { $encoding ->
    [tcvn3] phông TCVN3 (.VnTime)
    [vni] phông VNI (VNI-Times)
    [vps] phông VPS
   *[utf8] bảng mã khác
  } nên hiện sai dấu và chưa được ghi. Có lẽ là: “{ $read }”. Nếu đúng, anh/chị chép câu này gửi lại; nếu không, xin gõ lại bằng bảng mã Unicode.

# Lệnh trong menu và trong trợ giúp
command-start = Bắt đầu, hoặc tham gia bằng mã mời
command-dangky = Đăng ký điển hình
command-danhsach = Danh sách điển hình
command-nhap = Bản nháp đang làm dở
command-huy = Hủy việc đang làm
command-hannop = Việc phải nộp và hạn nộp
command-tieuchi = Tiêu chí lựa chọn
command-tongket = Sơ kết, tổng kết, giới thiệu dự Hội nghị
command-hoinghi = Hội nghị điển hình tiên tiến
command-baocaonam = Đánh giá, báo cáo năm của đơn vị
command-nopvanban = Nộp văn bản (kế hoạch, báo cáo)
command-hoatdong = Ghi hoạt động với điển hình
command-tuyentruyen = Tuyên truyền điển hình
command-giupdo = Đơn vị cần giúp gì
command-khenthuong = Khen thưởng: trình, quyết định
command-duyet = Duyệt điển hình
command-dondoc = Đôn đốc đơn vị chưa nộp
command-tiendo = Tiến độ các đơn vị
command-baocao = Báo cáo Excel
command-bieudo = Biểu đồ
command-moi = Mời người tham gia
command-nguoidung = Người dùng và vai trò
command-suckhoe = Tình trạng hệ thống
command-taikhoan = Tài khoản của tôi
command-ngonngu = Ngôn ngữ (Language)
command-trogiup = Trợ giúp

# Nút chạy lệnh
do-dangky = Đăng ký điển hình
do-danhsach = Danh sách của đơn vị
do-danhsach-all = Danh sách điển hình
do-hannop = Hạn nộp
do-tieuchi = Tiêu chí
do-tongket = Tổng kết giai đoạn
do-hoinghi = Hội nghị điển hình
do-baocaonam = Báo cáo năm
do-nopvanban = Nộp văn bản
do-hoatdong = Ghi hoạt động
do-tuyentruyen = Ghi tuyên truyền
do-giupdo = Đề nghị giúp đỡ
do-khenthuong = Khen thưởng
do-duyet = Duyệt điển hình
do-dondoc = Đôn đốc
do-tiendo = Tiến độ
do-baocao = Báo cáo
do-bieudo = Biểu đồ
do-moi = Mời người tham gia
do-nguoidung = Người dùng
do-nhap = Bản nháp
do-suckhoe = Sức khỏe hệ thống
do-taikhoan = Tài khoản
do-ngonngu = Ngôn ngữ (Language)

help-intro = Các lệnh của anh/chị (gõ lệnh hoặc gõ chữ thường, có dấu hay không đều được):
help-intro-words = Các lệnh của anh/chị (gõ những chữ đứng đầu dòng, có dấu hay không đều được):
help-words = { $words } – { $description }
help-line = /{ $command } – { $description }
help-guide = Hướng dẫn có hình: { $address }
help-guide-button = Hướng dẫn có hình
help-guide-file = Huong-dan.html
help-guide-caption = Hướng dẫn có hình. Mở tệp này bằng trình duyệt.
help-more = Đang làm dở việc gì cũng có thể gõ lệnh khác; phần đã trả lời vẫn được giữ. Cần hỗ trợ, xin liên hệ { $contact }.

account-name = <b>{ $name }</b>
account-phone = Số điện thoại: { $phone }
account-role = { $role }: { $unit }
account-role-office = { $role }
account-channels = Đang dùng: { $channels }
account-second-channel = Dùng thêm kênh khác
account-link = Mã để tham gia trên kênh hoặc thiết bị khác: <b>{ $code }</b> (dùng một lần, đến { $until }). Mở bot (hoặc trang đăng nhập) ở đó và gửi mã này; bản nháp đang làm sẽ tiếp tục được ở cả hai nơi.
locale-ask = Anh/chị chọn ngôn ngữ. / Choose a language.
locale-vi = Tiếng Việt
locale-en = English
locale-chosen = Đã chọn tiếng Việt.

health-clock = Đồng hồ: { $now }
health-clock-moved = <b>Lưu ý:</b> đồng hồ không chạy theo giờ thật (CLOCK_START đang được đặt).
health-inbox = Tin chờ xử lý: { $pending } (chờ lâu nhất { $oldest } giây). Tin không xử lý được: { $failed }.
health-failed = – Số { $id }, kênh { $channel }: <code>{ $error }</code>
health-deliveries = Tin nhắc việc: chờ gửi { $pending }, đã gửi { $sent }, bị chặn { $blocked }, không gửi được { $failed }.
health-maybe-repeated = Có thể đã nhận hai lần: { $n } tin (gián đoạn khi đang gửi).
health-no-phone = <b>Chưa có số điện thoại thật của { $office }</b> trong tệp kế hoạch (bodies.officePhone), nên câu “xin liên hệ” chưa gọi được. Báo người quản trị máy chủ.
health-backup = Sao lưu gần nhất: { $at } ({ $size } MB)
health-backup-old = <b>Sao lưu đã cũ:</b> bản gần nhất lúc { $at } ({ $size } MB), { $days } ngày trước. Báo người quản trị máy chủ.
health-backup-none = <b>Chưa có bản sao lưu nào.</b> Báo người quản trị máy chủ.
health-backup-failed = <b>Lần sao lưu lúc { $at } không thành</b> (<code>{ $error }</code>). Báo người quản trị máy chủ.
health-backup-by-hand = Chưa đặt sao lưu hằng đêm (BACKUP_DIR).
health-channel-well = { $channel }: bình thường
health-channel-trouble = { $channel }: <b>có trục trặc</b> ({ $trouble })

# Từ chối: mỗi câu nói rõ phải làm gì
error-not-allowed = Anh/chị không có quyền làm việc này. Gõ /trogiup để xem các lệnh của anh/chị.
error-invitation-unknown = Mã mời không đúng. Anh/chị xem lại từng ký tự (dạng K7Q2-9M4D) hoặc xin liên hệ { $contact }, để nhận mã mới.
error-invitation-used = Mã mời này đã được dùng. Xin liên hệ { $contact }, để nhận mã mới.
error-invitation-expired = Mã mời này đã hết hạn. Xin liên hệ { $contact }, để nhận mã mới.
error-invitation-withdrawn = Mã mời này đã được thu hồi. Xin liên hệ { $contact }, để nhận mã mới.
error-role-over = Vai trò này đã được { $who } kết thúc lúc { $when }. Gõ /nguoidung để xem vai trò hiện nay.
error-role-held = Người này đã giữ vai trò đó ở { $unit }. Không có gì thay đổi.
error-last-officer = Đây là cán bộ { $office } cuối cùng còn dùng được bot. Mời thêm một cán bộ { $office } bằng /moi, khi người đó tham gia rồi hãy làm lại.
error-account-over = Tài khoản này đã được { $who } gỡ hoặc chuyển lúc { $when }. Gõ /nguoidung để xem các kênh hiện nay.
error-account-of-another = Tài khoản này đang là của người khác. Anh/chị gửi lại mã và chọn chuyển nếu đúng là muốn vậy.
error-person-unknown = Không tìm thấy người này. Gõ /nguoidung để tìm lại.
error-signed-in-already = Trình duyệt này đang đăng nhập với tên { $who }. Vào bằng mã này thì { $who } bị đăng xuất ở đây.
error-too-many-codes = Có nhiều mã sai liên tiếp nên tạm thời chưa nhận mã nào. Anh/chị gửi lại đúng mã được cấp sau { $when }.
error-exemplar-not-found = Không tìm thấy điển hình này trong danh sách mà anh/chị được xem. Gõ /danhsach để xem danh sách.
error-exemplar-already-decided = { $status ->
    [withdrawn] { $code } đã được đơn vị rút. Gõ /duyet để xem hồ sơ tiếp theo.
    [approved] { $code } đã được { $who } duyệt lúc { $when }. Gõ /duyet để xem hồ sơ tiếp theo.
    [returned] { $code } đã được { $who } trả lại để bổ sung lúc { $when }. Gõ /duyet để xem hồ sơ tiếp theo.
   *[rejected] { $code } đã được { $who } quyết định không duyệt lúc { $when }. Gõ /duyet để xem hồ sơ tiếp theo.
  }
error-exemplar-changed = { $code } đã được sửa sau khi anh/chị mở xem nên chưa có quyết định nào được ghi. Xem lại hồ sơ mới rồi hãy quyết định.
error-exemplar-not-editable = { $code } đã được quyết định nên không sửa hay rút được nữa. Cần thay đổi, xin liên hệ { $contact }.
error-exemplar-not-decided = { $status ->
    [reopened] { $code } đã được { $who } mở lại lúc { $when }. Gõ /duyet để xem hồ sơ tiếp theo.
    [withdrawn] { $code } đã được đơn vị rút. Gõ /duyet để xem hồ sơ tiếp theo.
   *[submitted] { $code } đang chờ duyệt, chưa có quyết định nào để mở lại. Gõ /duyet để xem hồ sơ.
  }
error-own-criterion-unknown = Không tìm thấy tiêu chí này trong các đơn vị của anh/chị. Gõ /tieuchi để xem.
error-own-criterion-there = Đơn vị đã có tiêu chí này. Gõ /tieuchi để xem hoặc sửa.
error-own-criteria-full = Đơn vị đã có { $most } tiêu chí riêng, là nhiều nhất. Anh/chị gõ /tieuchi, thôi dùng bớt rồi thêm.
error-own-criterion-gone = Tiêu chí này vừa được người khác sửa hoặc thôi dùng. Gõ /tieuchi để xem hiện nay.
error-activity-not-found = Không tìm thấy hoạt động này trong phạm vi của anh/chị.
error-activity-gone = Hoạt động này đã được rút. Gõ /hoatdong để ghi hoạt động khác.
error-activity-changed = Hoạt động này vừa được người khác sửa nên chưa ghi thay đổi của anh/chị. Anh/chị mở lại hoạt động để xem rồi sửa.
error-help-not-found = Không tìm thấy đề nghị giúp đỡ này trong phạm vi của anh/chị.
error-help-closed = Đề nghị này đã được { $who } kết thúc. Gõ /giupdo để xem các đề nghị khác.
error-help-taken = Đề nghị này đã được { $who } nhận. Gõ /giupdo để xem các đề nghị khác.
error-filing-not-found = Không tìm thấy văn bản này trong các đơn vị của anh/chị. Gõ /hannop để xem việc phải nộp.
error-filing-already-decided = { $status ->
    [accepted] Văn bản này đã được { $who } chấp nhận lúc { $when }. Gõ /duyet để xem văn bản, hồ sơ tiếp theo.
   *[returned] Văn bản này đã được { $who } trả lại lúc { $when }. Gõ /duyet để xem văn bản, hồ sơ tiếp theo.
  }
error-filing-superseded = Đơn vị đã nộp bản mới hơn nên bản này không cần quyết định. Gõ /duyet để xem bản mới.
error-exemplar-withdrawn = { $code } đã được { $who } rút lúc { $when } nên không sửa được nữa. Muốn đăng ký lại, gõ /dangky.
error-file-too-big = Tệp “{ $name }” lớn hơn 20 MB. Anh/chị nén lại hoặc chụp ảnh từng trang rồi gửi.
error-file-type = Tệp “{ $name }” không phải ảnh, PDF, Word hay Excel nên chưa được nhận. Anh/chị lưu lại thành một trong các loại đó rồi gửi.
error-file-not-text = Tệp “{ $name }” không phải tệp văn bản (có thể là Word, Excel, PDF hay bảng mã cũ) nên chưa được nhận. Anh/chị lưu lại dạng văn bản thuần, bảng mã UTF-8, đuôi .yaml rồi gửi.
error-file-password = Tệp “{ $name }” có mật khẩu nên chưa được nhận: người duyệt không mở được. Anh/chị mở tệp, bỏ mật khẩu, lưu lại{ $instead ->
    [docx] {" "}thành .docx
    [xlsx] {" "}thành .xlsx
   *[other] {""}
  } rồi gửi.
error-file-macros = Tệp “{ $name }” có macro (chương trình chạy kèm) nên chưa được nhận. Anh/chị lưu lại thành { $instead ->
    [xlsx] .xlsx
   *[other] .docx
  } không macro, hoặc thành PDF, rồi gửi.
error-file-broken = Tệp “{ $name }” bị hỏng hoặc nén bất thường nên chưa được nhận. Anh/chị mở tệp, lưu lại thành tệp mới rồi gửi.
error-file-identity-number = Tên tệp “{ $name }” có số giống số CCCD/CMND nên tệp chưa được nhận. Hệ thống không nhận số đó và ảnh thẻ căn cước. Nếu tệp là minh chứng khác, anh/chị đổi tên tệp rồi gửi lại.
error-storage-full = Máy chủ hết chỗ lưu nên tệp này chưa được nhận. Những gì anh/chị đã gửi trước đó vẫn còn. Xin báo { $contact } rồi gửi lại tệp sau.
error-file-empty = Tệp “{ $name }” không có nội dung. Anh/chị kiểm tra rồi gửi lại.
error-no-unit-late = Không đơn vị nào có việc quá hạn nên chưa cần công văn đôn đốc. Gõ /baocao tonghop để xem tiến độ.
error-no-chosen-late = Không đơn vị nào trong số đã chọn có việc quá hạn như vậy nên chưa cần công văn đôn đốc. Gõ /baocao congvan để lập công văn gửi mọi đơn vị quá hạn.
error-no-unit-late-then = Đến hết ngày { $day }, không đơn vị nào được hỏi có việc quá hạn, nên không có công văn đôn đốc của ngày đó. Gõ /baocao congvan để lập công văn với tình hình lúc này.
error-no-room-for-file = Máy chủ hết chỗ lưu nên chưa lập hoặc chưa gửi được tệp anh/chị cần. Không có gì bị mất. Xin báo người quản trị máy chủ rồi hỏi lại sau.
error-file-unavailable = Chưa tải được tệp “{ $name }”. Anh/chị gửi lại tệp này.
error-question-over = Tệp này chưa được nhận vì câu hỏi đã qua. Anh/chị quay lại cuộc trò chuyện để làm tiếp.
error-too-many-files = Đã đủ { $max } tệp nên tệp này chưa được nhận. Chọn Xong để đi tiếp.
error-plan-closed = Kế hoạch { $plan } đã đóng: chỉ xem và lập báo cáo được, không ghi thêm được. { $next ->
    [none] Gõ /baocao để lập báo cáo.
   *[other] Việc mới làm theo kế hoạch { $next }: gõ /trogiup để chọn việc.
  }
error-unit-unknown = Không tìm thấy đơn vị. Anh/chị bắt đầu lại bằng lệnh.
error-unit-changing = Đơn vị này đang có thay đổi chờ đến ngày { $on }. Anh/chị gõ /donvi, chọn Thay đổi sắp tới để xem hoặc hủy trước.
error-unit-day-too-early = { $unit } có từ ngày { $since }: thay đổi không thể trước ngày đó. Anh/chị chọn ngày khác.
error-unit-code-taken = Mã { $code } đã có đơn vị dùng. Anh/chị chọn mã khác, ví dụ { $code }2.
error-unit-change-over = Thay đổi này đã có hiệu lực hoặc đã được hủy. Gõ /donvi để xem danh sách hiện nay.
error-report-filter-gone = Nhóm đơn vị, lĩnh vực hoặc nhiệm vụ của kế hoạch đã thay đổi từ khi đặt bộ lọc này. Anh/chị gõ /baocao rồi lọc lại.
error-draft-gone = Bản nháp này đã gửi hoặc đã bỏ. Gõ /nhap để xem các bản nháp còn lại.
error-draft-unreadable = Bản nháp này do một phiên bản khác của hệ thống ghi nên chưa mở được. Nội dung vẫn được giữ nguyên; anh/chị liên hệ { $contact } để được mở lại, hoặc gõ /trogiup để bắt đầu bản mới.

thanks = Không có gì ạ. Khi cần, anh/chị gõ trợ giúp để xem việc làm được.
thanks-in-form = Không có gì ạ. Câu hỏi ở trên vẫn đang chờ anh/chị trả lời.
command-which = Anh/chị muốn làm việc nào?
command-args-unused = Lệnh { $command } không dùng “{ $args }”.
unhandled-likely = Có phải anh/chị muốn:
wish-agreed = Vâng ạ. Nếu tin nhắn trước có mục để chọn, việc đó vẫn chờ anh/chị chọn. Khi cần, anh/chị gõ trợ giúp để xem việc làm được.
wish-nothing-done = Vâng, chưa có gì được gửi hay thay đổi: mọi việc đều chờ anh/chị bấm xác nhận. Khi cần, anh/chị chọn:
wish-no-pdf = Bot gửi tệp Excel và Word, đã đặt khổ giấy để in; chưa gửi tệp PDF và chưa in giúp được. Anh/chị mở tệp rồi in, hoặc lưu thành PDF.
wish-no-forward = Bot chưa chuyển tiếp cho người khác được. Anh/chị chuyển tiếp tin nhắn có tệp, hoặc lập lại báo cáo:
wish-no-broadcast = Bot chưa gửi được thông báo chung. Có thể đôn đốc về một việc phải nộp, kèm lời nhắn của { $office }.
wish-no-import = Bot chưa nhập được danh sách từ tệp Excel. Từng điển hình đăng ký qua các câu hỏi:
wish-no-audit = Bot chưa có nhật ký chung. Lịch sử của từng điển hình ở /hoso, của từng người dùng ở nút Lịch sử:
