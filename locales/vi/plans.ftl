plan-part-title = Tên kế hoạch
plan-part-period = Giai đoạn
plan-part-bodies = Tên các cơ quan
plan-part-ladder = Lịch nhắc việc
plan-part-unitKind = Loại đơn vị
plan-part-category = Lĩnh vực
plan-part-criterion = Tiêu chí
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
