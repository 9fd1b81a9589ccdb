# Công văn đôn đốc cho những việc, đơn vị do cán bộ chọn.

letter-choose = Chọn việc, chọn đơn vị
letter-title = Công văn đôn đốc
letter-duties = Công văn đôn đốc về việc nào? Không chọn mục nào là mọi việc quá hạn.
letter-duties-label = Việc
letter-duty-option = { $duty } ({ $units } đơn vị)
letter-units = Gửi những đơn vị nào? Không chọn mục nào là mọi đơn vị còn quá hạn. Có thể gõ nhiều tên, cách nhau dấu phẩy.
letter-units-label = Đơn vị
letter-unit-option = { $unit } ({ $duties } việc)
letter-ready = Đã chọn. Công văn gồm { $units } đơn vị, { $duties } việc quá hạn đến lúc này. Chọn để lập tệp Word:
letter-make = Lập công văn
letter-caption = <b>{ $report }</b> { $day } – { $scope }
letter-about = Việc: { $duties }
