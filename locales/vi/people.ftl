# Người dùng: tìm, vai trò, tài khoản, lịch sử.
people-ask = Tìm ai? Gõ một phần họ tên, đơn vị hoặc số điện thoại, không cần dấu.
people-all = Xem tất cả
people-search = Tìm người khác
people-title = Người { $range }:
people-line = { $n }. <b>{ $name }</b> – { $roles }
people-no-role = không có vai trò
people-none = Không tìm thấy ai có “{ $typed }” trong họ tên, đơn vị hay số điện thoại. Anh/chị gõ ít chữ hơn, hoặc chọn Xem tất cả.

person-name = <b>{ $name }</b>
person-role = – { $role }, từ { $since }
person-role-none = – Hiện không giữ vai trò nào
person-account = – { $channel }: nhận được tin, dùng lần cuối { $seen }
person-account-blocked = – { $channel }: không nhận được tin (đã chặn hoặc đã đăng xuất), dùng lần cuối { $seen }
person-account-none = – Chưa kết nối kênh nào
person-invited-by = Người mời: { $name }
person-drafts = Bản nháp đang làm dở: { $n }
person-end-role = Kết thúc vai trò
person-move-unit = Đổi đơn vị
person-remove-account = Gỡ tài khoản
person-new-code = Cấp mã kết nối lại
person-history = Lịch sử
person-open = Xem người này
person-no-role-to-change = <b>{ $name }</b> không giữ vai trò nào để thay đổi. Muốn giao vai trò, gõ /moi.
person-no-account-to-remove = <b>{ $name }</b> không kết nối kênh nào nên không có gì để gỡ.
person-code = Mã kết nối lại của <b>{ $name }</b>: <b>{ $code }</b>
    Dùng một lần, đến { $until }. Mở bot, gửi mã này rồi chọn “Đúng, tôi nhận”: vai trò và bản nháp vẫn như cũ.

person-reason = Lý do? Viết từ { $min } đến { $max } ký tự, lý do được lưu vào lịch sử. Ví dụ: Chuyển công tác từ 1/9/2021.
person-change-reason = Lý do: { $reason }
person-self-ask = <b>Lưu ý:</b> đây là chính anh/chị. Làm xong, anh/chị có thể không dùng được phần việc này nữa.
person-self-yes = Đúng, của chính tôi
person-sure-yes = Đồng ý
person-sure-no = Thôi, không thay đổi
person-unchanged = Không có gì thay đổi.
person-follows-at-once = – Có hiệu lực ngay trên mọi kênh. Trang gửi tệp và đường dẫn tải tệp đã gửi cho người này không mở được nữa; tin nhắc chờ gửi về việc này bị bỏ.
person-follows-drafts = – { $n } bản nháp của { $unit } được giữ lại: cán bộ đầu mối khác của đơn vị, hoặc { $office }, gõ /nhap để làm tiếp.
person-follows-no-liaison = – { $unit } không còn cán bộ đầu mối nào: cần mời người mới bằng /moi.
person-follows-told = – Người này được báo bằng một tin.
person-follows-not-told = – Người này không có kênh nào nhận được tin: xin báo qua điện thoại.

end-role-title = Kết thúc vai trò của { $name }
end-role-which = Kết thúc vai trò nào của <b>{ $name }</b>?
end-role-which-label = Vai trò
end-role-all = Tất cả vai trò
end-role-ask = Kết thúc vai trò <b>{ $roles }</b> của <b>{ $name }</b>?
end-role-done = Đã kết thúc vai trò <b>{ $roles }</b> của <b>{ $name }</b>.
move-unit-title = Đổi đơn vị của { $name }
move-unit-which = Đổi đơn vị của vai trò nào của <b>{ $name }</b>?
move-unit-which-label = Vai trò
move-unit-to = <b>{ $name }</b> chuyển sang đơn vị nào? Gõ tên hoặc mã đơn vị, hoặc chọn bên dưới.
move-unit-ask = Chuyển <b>{ $name }</b> ({ $role }) từ <b>{ $from }</b> sang <b>{ $to }</b>?
move-unit-done = Đã chuyển <b>{ $name }</b> sang <b>{ $to }</b>.
remove-account-title = Gỡ tài khoản của { $name }
remove-account-which = Gỡ tài khoản nào của <b>{ $name }</b>?
remove-account-which-label = Tài khoản
remove-account-label = { $channel }, dùng lần cuối { $seen }
remove-account-label-blocked = { $channel } (không nhận được tin), dùng lần cuối { $seen }
remove-account-ask = Gỡ tài khoản <b>{ $account }</b> của <b>{ $name }</b>?
remove-account-follows = – Có hiệu lực ngay: ở đó không còn dùng được bot, phiên đăng nhập kết thúc, đường dẫn đã gửi tới đó không mở được nữa.
remove-account-others = – Vai trò, bản nháp và các kênh khác của người này vẫn như cũ.
remove-account-last = – Đây là tài khoản duy nhất: vai trò và bản nháp vẫn còn, nhưng người này chỉ vào lại được bằng mã mới (chọn Cấp mã kết nối lại).
remove-account-done = Đã gỡ tài khoản của <b>{ $name }</b>.

person-history-title = Lịch sử của <b>{ $name }</b> ({ $total }):
person-history-line = { $when } – { $who } ({ $channel }): { $what }.
person-history-reason = Lý do: { $reason }
person-change-role_given = nhận vai trò { $role }
person-change-role_ended = kết thúc vai trò { $role }
person-change-unit_moved = chuyển vai trò { $role } sang { $to }
person-change-account_linked = kết nối { $channel }
person-change-account_moved = tài khoản { $channel } chuyển đi
person-change-account_removed = gỡ tài khoản { $channel }
person-change-draft_taken = bản nháp được người khác làm tiếp

notice-role-ended = Từ { $when }, anh/chị thôi vai trò <b>{ $role }</b>. Cần hỏi thêm, xin liên hệ { $contact }.
notice-unit-moved = Từ { $when }, anh/chị giữ vai trò { $role } của <b>{ $to }</b>, không phụ trách { $from } nữa. Cần hỏi thêm, xin liên hệ { $contact }.
notice-account-removed = Từ { $when }, tài khoản { $channel } này không còn dùng được bot. Muốn dùng lại, xin liên hệ { $contact }, để nhận mã mới.
notice-account-removed-elsewhere = Từ { $when }, tài khoản { $channel } của anh/chị đã được gỡ; ở đây anh/chị vẫn dùng như cũ. Nếu có nhầm lẫn, xin liên hệ { $contact }.

drafts-left = Bản nháp của đơn vị, người làm trước đã thôi vai trò:
draft-left-line = { $unit }, “{ $title }” ({ $who } làm dở)
draft-take = Làm tiếp: { $title }
draft-left-for-unit = Phần đã trả lời vẫn được giữ cho đơn vị: cán bộ đầu mối khác của đơn vị, hoặc { $office }, gõ /nhap để làm tiếp.
