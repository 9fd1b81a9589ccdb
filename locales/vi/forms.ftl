# Khung của mọi biểu mẫu: nút, nhắc, báo lỗi.
form-back = Quay lại
form-skip = Bỏ qua
form-save = Lưu nháp
form-done = Xong
form-keep = Giữ nguyên
form-edit = Sửa
form-cancel = Hủy
form-page-before = ‹ Trang trước
form-page-after = Trang { $n }/{ $of } ›
form-remove-file = Bỏ bớt tệp
form-remove-own = Bỏ tiêu chí riêng
form-own-removed = Đã bỏ tiêu chí riêng “{ $own }”.
form-file-which = Bỏ tệp nào?
form-file-removed = Đã bỏ “{ $name }”.
form-file-gone = Tệp này không còn trong hồ sơ. Anh/chị chọn lại, hoặc chọn Xong.
form-files-so-far = Đã nhận { $n }/{ $max } tệp: “{ $names }”.
form-files-more = Đã nhận { $n }/{ $max } tệp. Gửi tiếp, hoặc chọn Xong.
form-share-phone = Chia sẻ số điện thoại
form-own-contact = Số này không phải của anh/chị. Anh/chị chọn Chia sẻ số điện thoại, hoặc gõ số của mình, ví dụ: 0905 123 456.
form-command-meant = Nếu anh/chị muốn “{ $what }”: gõ { $command }.
form-noted = Đã ghi nhận.
form-so-far = Hiện tại:
form-begun-anew = Đang viết lại:
form-begun-more = Đang viết thêm, cả bài là:
form-begun-new = Phần mới viết:
form-write-more = Viết thêm
form-write-anew = Viết lại từ đầu
form-remove-piece = Bỏ đoạn cuối
form-write-more-how = Anh/chị viết phần thêm rồi gửi, phần này nối vào sau nội dung đang có. Viết đủ thì chọn Xong.
form-write-anew-how = Anh/chị viết lại từ đầu rồi gửi. Nội dung đang có chỉ bị thay khi chọn Xong; muốn để nguyên thì chọn Giữ nguyên.
form-write-more-line = Anh/chị gõ phần thêm; phần này nối vào sau câu trả lời hiện tại.
form-write-anew-line = Anh/chị gõ lại câu trả lời. Câu hiện tại được giữ đến khi anh/chị gửi câu mới.
form-added-behind = Phần này nối vào sau nội dung đang có. Muốn thay cả nội dung đang có thì chọn Viết lại từ đầu; muốn bỏ phần này thì chọn Giữ nguyên.
form-added-instead = Cộng với nội dung đang có thì quá dài, nên phần này được ghi là bài viết lại. Muốn giữ nội dung đang có thì chọn Giữ nguyên.
form-piece-removed = Đã bỏ đoạn “{ $piece }”. Còn { NUMBER($have, useGrouping: "true") }/{ NUMBER($max, useGrouping: "true") } ký tự.
form-skipped = (bỏ qua)
form-saved = Đã lưu nháp “{ $title }”. Chọn Tiếp tục lúc nào cũng được, hoặc gõ /nhap.
form-discarded = Đã bỏ bản nháp. Gõ /trogiup để xem việc có thể làm tiếp.
form-edit-which = Anh/chị muốn sửa dòng nào?
form-step-over = Bước này đã qua. Đây là bước hiện tại:
form-moved-elsewhere = Biểu mẫu này đã đi tiếp ở một kênh khác, câu vừa rồi chưa được ghi. Đây là câu hiện tại:
form-line-locked = Dòng “{ $line }” không được đề nghị bổ sung nên không mở. Cần sửa thì chọn { $opener } và cho biết lý do.
form-edited-message = Tin nhắn sửa lại không được ghi nhận. Muốn sửa câu đã trả lời, chọn Quay lại; muốn trả lời câu này, gửi tin nhắn mới.
form-no-file-here = Câu này không nhận tệp. Anh/chị trả lời câu hỏi dưới đây; tệp minh chứng sẽ được hỏi sau.
form-not-understood = Câu này cần trả lời bằng chữ hoặc bằng một lựa chọn ở dưới. Anh/chị gõ câu trả lời rồi gửi.
form-choose-line = Chưa rõ anh/chị chọn mục nào. Anh/chị gõ số đứng trước mục, hoặc gõ đúng chữ của mục đó.
form-choose-button = Anh/chị chọn một mục ở dưới, hoặc gõ đúng chữ của mục đó.
form-not-optional = Câu này cần có trả lời nên không bỏ qua được.
form-no-identity-number = Hệ thống không nhận số CCCD/CMND, anh/chị đừng gửi. Câu vừa rồi chưa được ghi; xin trả lời lại mà không kèm số đó.
form-line-length = Câu trả lời cần từ { NUMBER($min, useGrouping: "true") } đến { NUMBER($max, useGrouping: "true") } ký tự. Ví dụ: { $example }
form-line-talk = “{ $typed }” có vẻ chưa phải là câu trả lời nên chưa được ghi. Ví dụ: { $example }
form-talk = “{ $typed }” có vẻ chưa phải là câu trả lời nên chưa được ghi. Cần trợ giúp, gõ /trogiup.
form-name-talk = “{ $typed }” có vẻ không phải là tên nên chưa được ghi. Anh/chị gõ tên đầy đủ, ví dụ: { $example }
form-name-question = Tin vừa rồi có vẻ là câu hỏi nên chưa được ghi làm tên. Cần trợ giúp, gõ /trogiup. Tên ghi như ví dụ: { $example }
form-name-phone = Đó là số điện thoại, câu này hỏi tên. Ví dụ: { $example }
form-name-more = Câu này chỉ hỏi tên, không kèm năm sinh hay số điện thoại, nên tin vừa rồi chưa được ghi. Ví dụ: { $example }
form-name-no-letters = Tên cần có chữ. Ví dụ: { $example }
form-capitals = Ghi tên là “<b>{ $name }</b>”?
form-capitals-label = Chữ hoa trong tên
form-capitals-yes = Đúng vậy
form-capitals-keep = Giữ như đã gõ
form-text-too-short = Mới có { NUMBER($have, useGrouping: "true") } ký tự, cần ít nhất { NUMBER($min, useGrouping: "true") }. Anh/chị viết thêm rồi chọn Xong.
form-text-too-long = Nội dung dài { NUMBER($have, useGrouping: "true") } ký tự, quá { NUMBER($max, useGrouping: "true") }. Tin vừa rồi chưa được ghi; anh/chị gửi lại ngắn hơn, hoặc chọn Xong nếu đã đủ.
form-paste-too-long = Nội dung dài quá { NUMBER($max, useGrouping: "true") } ký tự nên không phần nào được ghi, kể cả các tin mà điện thoại tách ra từ nội dung này. Anh/chị gửi lại ngắn hơn, hoặc chọn Xong nếu đã đủ.
form-paste-follows = Tin vừa rồi có vẻ là phần tiếp của nội dung quá dài nên chưa được ghi. Nếu đó là câu trả lời, anh/chị gửi lại tin đó.
form-text-added = Đã ghi, hiện có { NUMBER($have, useGrouping: "true") }/{ NUMBER($max, useGrouping: "true") } ký tự. Viết tiếp, hoặc chọn Xong.
form-tick-one = Anh/chị chọn ít nhất một dòng rồi chọn Xong.
form-no-such-line = Không có dòng đó. Anh/chị gõ số từ 1 đến { $last }, ví dụ: 1, 3 hoặc 2-4.
form-no-such-mark = Không có mục “{ $mark }”. Anh/chị gõ câu trả lời đầy đủ, hoặc chọn lại.
form-own-added = Đã ghi thêm tiêu chí riêng của đơn vị: “{ $own }”. Chọn tiếp, hoặc chọn Xong.
form-own-too-short = Tiêu chí riêng của đơn vị cần ít nhất { $min } ký tự. Muốn chọn dòng có sẵn thì chọn ở danh sách; đủ rồi thì chọn Xong.
form-several-how = Muốn nhanh hơn thì gửi một tin, mỗi dòng một câu: { $labels }.
form-several-noted = Đã ghi
form-several-unread = Dòng “{ $line }” không phải là câu trả lời cho { $label }, nên tin vừa rồi chưa được ghi.
form-word-kept = Đã ghi “{ $typed }” là câu trả lời; muốn sửa thì chọn Quay lại.
form-send-file = Anh/chị gửi tệp (ảnh, PDF, Word, Excel), xong thì chọn Xong.
form-file-not-here = Tệp gửi trong tin nhắn không đến được đây. Anh/chị gửi tệp tại trang dưới đây, xong thì chọn Xong.
form-file-not-yet = Tệp gửi trong tin nhắn không đến được đây. Anh/chị trả lời câu hỏi dưới đây; đến câu hỏi về tệp sẽ có đường dẫn để gửi.
form-files-full = Đã đủ { $max } tệp. Chọn Xong để đi tiếp.
form-files-too-many = Đang có { $n } tệp, nhiều nhất là { $max }. Anh/chị chọn Bỏ bớt tệp, rồi chọn Xong.
form-file-arrived = Đã nhận “{ $name }” ({ $n }/{ $max }). { $left ->
        [0] Đã đủ tệp, chọn Xong để đi tiếp.
       *[other] Gửi tiếp, hoặc chọn Xong.
    }
form-album-arrived = Đã nhận các tệp vừa gửi, hiện có { $n }/{ $max }: “{ $names }”. { $left ->
        [0] Đã đủ tệp, chọn Xong để đi tiếp.
       *[other] Gửi tiếp, hoặc chọn Xong.
    }
form-photo-name = Ảnh { $n }.jpg
form-caption-identity-number = Chú thích có số giống số CCCD/CMND nên không được dùng làm tên. Nếu là ảnh thẻ căn cước, anh/chị chọn Bỏ bớt tệp để bỏ ảnh.
form-file-again = Tệp “{ $name }” đã nhận trước đó rồi ({ $n }/{ $max }). { $left ->
        [0] Đã đủ tệp, chọn Xong để đi tiếp.
       *[other] Gửi tệp khác, hoặc chọn Xong.
    }

draft-continue = Tiếp tục
draft-later = Để sau
draft-discard = Bỏ bản nháp
draft-keep = Giữ bản nháp
draft-not-kept = Tin vừa rồi chưa được ghi vào đâu.
draft-resume = Anh/chị đang làm dở “{ $title }”{ $at ->
        [question] , câu { $place }.
        [end] , chỉ còn bước cuối.
       *[within] .
    }
draft-paused = “{ $title }” tạm dừng{ $at ->
        [question] {" "}ở câu { $place }
        [end] {" "}ở bước cuối
       *[within] {" "}giữa chừng
    }, phần đã trả lời vẫn được giữ. Chọn Tiếp tục để làm tiếp.
draft-discard-ask = Giữ hay bỏ bản nháp “{ $title }”? Bỏ rồi thì không lấy lại được.
draft-kept = Đã giữ bản nháp “{ $title }”. Chọn Tiếp tục lúc nào cũng được, hoặc gõ /nhap.
draft-discarded = Đã bỏ bản nháp “{ $title }”. Gõ /trogiup để xem việc có thể làm tiếp.
draft-line = { $title }{ $at ->
        [question] , câu { $place }
        [end] , bước cuối
       *[within] {""}
    }
drafts-title = Bản nháp đang có ({ $n }):
drafts-none = Anh/chị không có bản nháp nào.
drafts-unreadable = { $n } bản nháp do phiên bản khác của hệ thống ghi nên chưa mở được; nội dung vẫn được giữ.
cancel-nothing = Anh/chị không đang làm dở việc gì. Gõ /trogiup để xem các lệnh.
