# Tham gia bằng mã mời, và mời người khác.
join-invited-liaison = Anh/chị được mời làm cán bộ đầu mối của <b>{ $unit }</b>, đăng ký điển hình tiên tiến theo Kế hoạch số { $plans }.
join-invited-head = Anh/chị được mời với vai trò thủ trưởng <b>{ $unit }</b>, theo dõi việc đăng ký điển hình tiên tiến theo Kế hoạch số { $plans }.
join-invited-officer = Anh/chị được mời làm cán bộ { $office }, theo dõi và đôn đốc thực hiện Kế hoạch số { $plans }.
join-invited-manager = Anh/chị được mời với vai trò lãnh đạo { $committee }, xem báo cáo thực hiện Kế hoạch số { $plans }.
join-invited-publicist = Anh/chị được mời làm cán bộ tuyên truyền (<b>{ $publicist }</b>) về điển hình tiên tiến theo Kế hoạch số { $plans }.
join-link = Mã này gắn kênh đang dùng với tài khoản của <b>{ $name }</b>. Có đúng là anh/chị không?
join-link-twice = Anh/chị đang dùng { $channel } ở một tài khoản khác. “Đúng, tôi nhận”: dùng được ở cả hai nơi. “Chuyển hẳn sang đây”: tài khoản { $channel } cũ thôi dùng được.
join-instead = Chuyển hẳn sang đây
join-meant-for = <b>Lưu ý:</b> mã này cấp cho <b>{ $name }</b>; ở đây anh/chị là <b>{ $taker }</b>. Nhận thì vai trò thuộc về { $taker }.
join-move-ask = <b>Lưu ý:</b> tài khoản { $channel } này đang là của <b>{ $from }</b>. Chuyển thì từ nay ở đây là <b>{ $to }</b>; { $from } còn dùng được ở: { $left }. Những tin cũ vẫn nằm trong cuộc trò chuyện này.
join-move-ask-last = <b>Lưu ý:</b> tài khoản { $channel } này đang là của <b>{ $from }</b>, và là nơi duy nhất { $from } nhận được tin. Chuyển thì từ nay ở đây là <b>{ $to }</b>, và { $from } chỉ vào lại được bằng mã mới.
join-move = Đồng ý chuyển
join-move-not = Không chuyển
join-move-declined = Không có gì thay đổi: tài khoản này vẫn là của <b>{ $name }</b>, và mã vẫn còn dùng được.
join-link-here = Mã { $code } là của chính anh/chị, để dùng trên kênh khác. Anh/chị mở bot ở kênh đó và gửi mã này.
join-title = Tham gia
join-accept = Đúng, tôi nhận
join-not-me = Không phải tôi
join-declined = Đã ghi nhận. Mã mời vẫn còn dùng được cho đúng người; xin báo { $contact } nếu mã gửi nhầm.
join-name = Họ và tên của anh/chị?
join-name-label = Họ và tên
join-name-bad = Xin ghi đầy đủ họ và tên, ví dụ: { $example }.
join-name-example = Nguyễn Văn Bình
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
next-mend = <b>Việc tiếp theo:</b> bổ sung { $n } hồ sơ được trả lại, trước hết là <b>{ $code }</b>.
next-register = <b>Việc tiếp theo:</b> đăng ký điển hình; { $unit } còn thiếu { $missing }.
next-file = <b>Việc tiếp theo:</b> nộp { $duty } của { $unit }.
next-foster = <b>Việc tiếp theo:</b> { $unit } có { $n } điển hình đã duyệt, cần lập kế hoạch bồi dưỡng.
next-foster-late = <b>Việc tiếp theo:</b> { $unit } có { $n } việc bồi dưỡng quá hạn.
next-nothing = Hiện không có việc nào chờ anh/chị.
welcome-nobody = Anh/chị hiện chưa được giao vai trò nào. Xin liên hệ { $contact }.

invite-title = Mời người tham gia
invite-role = Mời với vai trò nào?
invite-role-label = Vai trò
invite-unit = Của đơn vị nào? Gõ tên hoặc mã đơn vị, hoặc chọn bên dưới.
invite-role-in = Mời với vai trò nào ở <b>{ $unit }</b>?
invite-dear = Kính gửi anh/chị <b>{ $name }</b>.
invite-made = Mã mời: <b>{ $code }</b>
    { $links ->
        [0] Anh/chị mở bot, gửi mã này, rồi chọn “Đúng, tôi nhận”.
       *[other] Anh/chị mở một đường dẫn dưới đây (hoặc mở bot), gửi mã này, rồi chọn “Đúng, tôi nhận”.
    } Mã dùng một lần, đến { $until }.
invite-controls = Chuyển tiếp nguyên tin trên cho người được mời: { $whom }.
invite-again = Mời tiếp
invite-many = Nhiều người
invite-unused = Mã chưa dùng
invite-taken = Người đã tham gia
invite-many-ask = Anh/chị gõ hoặc dán danh sách, mỗi người một dòng: họ tên; vai trò; đơn vị. Ví dụ:
    Nguyễn Văn Bình; đầu mối; { $example }
    Rơ Châm Hùng; thủ trưởng; { $example }
    Không ghi vai trò thì là cán bộ đầu mối; không ghi họ tên cũng được. Hoặc gửi tệp Excel (.xlsx) có ba cột đó rồi chọn Xong.
invite-many-preview = Sẽ tạo <b>{ $n }</b> mã mời:
invite-many-nobody = Chưa có dòng nào dùng được.
invite-many-most = Mỗi lần tạo được nhiều nhất { $max } mã: anh/chị chia danh sách ra.
invite-many-line = { $name } – { $role }
invite-many-more = … và { $n } dòng nữa
invite-many-bad = <b>{ $n } dòng chưa dùng được</b> (các dòng khác không bị ảnh hưởng):
invite-many-add = Gõ lại những dòng cần thêm, hoặc chọn bên dưới.
invite-many-yes = Tạo mã mời
invite-many-again = Làm lại danh sách
invite-many-no = Thôi, không mời
invite-many-none-made = Chưa tạo mã nào. Gõ /moi để mời lại.
invite-many-done = Đã tạo { $n } mã mời. Mỗi mã đến trong một tin riêng: chuyển tiếp nguyên tin cho đúng người.
invite-many-unreadable = Không đọc được danh sách trong tệp này. Anh/chị lưu thành tệp Excel (.xlsx) có ba cột họ tên, vai trò, đơn vị, hoặc gõ danh sách vào đây.
invite-bad-role-missing = Dòng { $n }: chưa rõ vai trò hoặc đơn vị (“{ $about }”).
invite-bad-unit-missing = Dòng { $n }: thiếu đơn vị (“{ $about }”).
invite-bad-unit-unknown = Dòng { $n }: không có đơn vị “{ $about }”.
invite-bad-unit-several = Dòng { $n }: có nhiều đơn vị như vậy ({ $about }), xin ghi rõ hơn.
invite-bad-name-bad = Dòng { $n }: họ tên chưa đúng (“{ $about }”).
invite-bad-identity-number = Dòng { $n }: có số CCCD/CMND, hệ thống không nhận số này ({ $about }).
invite-bad-twice = Dòng { $n }: “{ $about }” đã có ở dòng trước.
invite-unused-title = Mã chưa dùng { $range }. Chọn một mã để gửi lại hoặc thu hồi:
invite-unused-line = – <b>{ $code }</b>: { $whom }, đến { $until }
invite-unused-none = Không còn mã nào chưa dùng.
invite-taken-title = Người đã tham gia { $range }:
invite-taken-line = – <b>{ $name }</b>: { $role }, lúc { $when }, qua { $channel }
invite-taken-none = Chưa có ai tham gia bằng mã mời.
invite-expired = Mã này đã hết hạn. Gõ /moi để tạo mã khác.
invite-withdraw = Thu hồi mã
invite-withdrawn = Đã thu hồi mã mời. Gõ /moi để tạo mã khác.
invite-not-withdrawn = Mã này đã được dùng hoặc đã thu hồi trước đó. Gõ /moi để tạo mã khác.
