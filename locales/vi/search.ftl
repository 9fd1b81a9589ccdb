command-tracuu = Tra cứu điển hình
do-tracuu = Tra cứu
search-how = Gõ /tracuu và vài từ của tên, đơn vị, mã, người, lĩnh vực hoặc địa bàn, có dấu hay không đều được. Ví dụ: <code>/tracuu cồng chiêng</code>, <code>/tracuu phụ nữ đã duyệt năm 2022</code>.
search-short = “{ $typed }” ngắn quá, không tìm được. Gõ ít nhất hai chữ cái, ví dụ: /tracuu cồng chiêng.
search-long = Nhiều từ quá. Gõ không quá { $most } từ, ví dụ: /tracuu cồng chiêng 2022.
search-none = Không có điển hình nào khớp với “{ $typed }”. Anh/chị thử ít từ hơn, hoặc chỉ một phần của tên, đơn vị, mã, ví dụ: /tracuu cồng chiêng.
search-found = Tìm “{ $typed }”, điển hình { $range }{ $more ->
    [yes] , và còn nữa (gõ thêm từ để thu hẹp)
   *[no] {""}
  }: khớp tên trước, rồi mới nhất.
search-near = Không có đúng “{ $typed }”. Gần giống ({ $near }), điển hình { $range }{ $more ->
    [yes] , và còn nữa (gõ thêm từ để thu hẹp)
   *[no] {""}
  }: khớp tên trước, rồi mới nhất.
search-partly = Không có điển hình nào đủ các từ “{ $typed }”. Bỏ “{ $left }” thì có điển hình { $range }{ $more ->
    [yes] , và còn nữa (gõ thêm từ để thu hẹp)
   *[no] {""}
  }.
search-line = – <b>{ $code }</b> { $name } – { $status } – { $unit }, { $year }
search-cannot-turn = Còn { $n } điển hình nữa: gõ ít từ hơn để xem được các trang sau.
