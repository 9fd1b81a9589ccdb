# Kênh không có nút bấm và không gửi được tệp (Zalo).
plain-choose-number = Gõ số để chọn:
plain-choose-or-write = Gõ câu trả lời, hoặc gõ số để chọn:
plain-choose-some = Gõ số để chọn, nhiều số một lúc cũng được (ví dụ: 1, 3):
plain-choose-besides = Gõ chữ cái để chọn:
plain-choose-letter = Gõ câu trả lời, hoặc gõ chữ cái để chọn:
plain-upload = Gửi tệp tại trang này (chọn được nhiều tệp):
    { $address }
plain-file = Tệp { $name } ({ $size }), mở đường dẫn để tải về trong { $days } ngày:
    { $address }
plain-maybe-again = (Mạng vừa trục trặc: tin trước có thể đã đến hoặc chưa đến. Anh/chị trả lời theo tin này.)
plain-only-text = Ở kênh này tôi chỉ nhận được chữ và ảnh. Anh/chị gõ câu trả lời hoặc gõ /trogiup; khi cần tệp, tôi sẽ gửi đường dẫn đến trang nhận tệp.
