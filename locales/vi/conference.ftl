# Giới thiệu và Hội nghị điển hình tiên tiến (/hoinghi).
error-nomination-not-found = Không tìm thấy giới thiệu này. Gõ /hoinghi để xem danh sách.
error-nomination-gone = Điển hình này không còn trong danh sách giới thiệu: đơn vị đã rút, hoặc hồ sơ không còn là điển hình đã duyệt của kế hoạch. Gõ /hoinghi để xem danh sách.
error-nomination-changed = { $state ->
    [chosen] { $who } đã chọn điển hình này lúc { $when }. Chưa ghi quyết định của anh/chị; xem lại rồi hãy quyết định.
    [not_chosen] { $who } đã bỏ điển hình này lúc { $when }. Chưa ghi quyết định của anh/chị; xem lại rồi hãy quyết định.
   *[other] { $who } đã sửa giới thiệu này lúc { $when }. Chưa ghi quyết định của anh/chị; xem lại rồi hãy quyết định.
    }
points-yearKept = { $times } năm duy trì × { $each } = { $points }
points-replication = { $times } năm nhân rộng × { $each } = { $points }
points-award = { $times } khen thưởng { $level } × { $each } = { $points }
points-directLabour = lao động trực tiếp { $points }
points-difficultArea = địa bàn khó khăn { $points }
points-none = chưa có căn cứ tính điểm
