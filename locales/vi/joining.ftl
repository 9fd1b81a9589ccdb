# Tham gia bằng mã mời, và mời người khác.
join-invited-liaison = Anh/chị được mời làm cán bộ đầu mối của <b>{ $unit }</b>, đăng ký điển hình tiên tiến theo Kế hoạch số { $plan } ({ $from }–{ $to }).
join-invited-head = Anh/chị được mời với vai trò thủ trưởng <b>{ $unit }</b>, theo dõi việc đăng ký điển hình tiên tiến theo Kế hoạch số { $plan } ({ $from }–{ $to }).
join-invited-officer = Anh/chị được mời làm cán bộ { $office }, theo dõi và đôn đốc thực hiện Kế hoạch số { $plan } ({ $from }–{ $to }).
join-invited-manager = Anh/chị được mời với vai trò lãnh đạo { $committee }, xem báo cáo thực hiện Kế hoạch số { $plan } ({ $from }–{ $to }).
join-invited-publicist = Anh/chị được mời làm cán bộ tuyên truyền về điển hình tiên tiến theo Kế hoạch số { $plan } ({ $from }–{ $to }).
join-link = Mã này gắn kênh đang dùng với tài khoản của <b>{ $name }</b>. Có đúng là anh/chị không?
join-link-here = Mã { $code } là của chính anh/chị, để dùng trên kênh khác. Anh/chị mở bot ở kênh đó và gửi mã này.
join-title = Tham gia
join-accept = Đúng, tôi nhận
join-not-me = Không phải tôi
join-declined = Đã ghi nhận. Mã mời vẫn còn dùng được cho đúng người; xin báo { $office } nếu mã gửi nhầm.
join-name = Họ và tên của anh/chị?
join-name-label = Họ và tên
join-name-bad = Xin ghi đầy đủ họ và tên, ví dụ: Nguyễn Văn Bình.
join-phone = Số điện thoại để { $office } liên hệ? Chỉ { $office } xem được số này. Anh/chị gõ số, hoặc chọn bên dưới.
join-phone-label = Số điện thoại
join-phone-bad = Số điện thoại chưa đúng. Anh/chị gõ như 0905 123 456, hoặc chọn Bỏ qua.
join-done = Đã xong.

welcome = Chào anh/chị <b>{ $name }</b>.
welcome-unit = <b>{ $unit }</b>
welcome-unit-quota = <b>{ $unit }</b> cần đăng ký { $quota } điển hình (đã có { $counted }), chậm nhất { $due } ({ $left }).
welcome-unit-met = <b>{ $unit }</b> đã đăng ký { $counted } điển hình (chỉ tiêu { $quota }).
welcome-more-units = Và { $n } đơn vị khác: chọn <b>Hạn nộp</b> để xem hết.
welcome-head = Anh/chị sẽ được báo khi <b>{ $unit }</b> nộp chậm, và xem được danh sách, hạn nộp của đơn vị.
welcome-officer = Anh/chị duyệt điển hình, mời cán bộ đầu mối, đôn đốc đơn vị và lập báo cáo.
welcome-manager = Anh/chị xem được mọi báo cáo: gõ /baocao, hoặc gõ liền một dòng như: /baocao tonghop.
welcome-publicist = Anh/chị xem được các điển hình đã duyệt để tuyên truyền.
welcome-nobody = Anh/chị hiện chưa được giao vai trò nào. Xin liên hệ { $office }.

invite-title = Mời người tham gia
invite-role = Mời với vai trò nào?
invite-role-label = Vai trò
invite-unit = Của đơn vị nào? Gõ tên hoặc mã đơn vị, hoặc chọn bên dưới.
invite-made = Mã mời: <b>{ $code }</b>
    Dành cho: <b>{ $role }</b>
    Mã dùng một lần, đến { $until }. Chuyển mã này cho người được mời; người đó mở bot và gửi mã.
invite-withdraw = Thu hồi mã
invite-withdrawn = Đã thu hồi mã mời. Gõ /moi để tạo mã khác.
invite-not-withdrawn = Mã này đã được dùng hoặc đã thu hồi trước đó. Gõ /moi để tạo mã khác.
