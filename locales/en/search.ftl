command-tracuu = Search exemplars
do-tracuu = Search
search-how = Type /tracuu and some words of a name, unit, code, person, field or place, with or without accents. For example: <code>/tracuu cồng chiêng</code>, <code>/tracuu phụ nữ approved 2022</code>.
search-short = “{ $typed }” is too short to search for. Type at least two letters, for example: /tracuu cồng chiêng.
search-long = Too many words. Type at most { $most }, for example: /tracuu cồng chiêng 2022.
search-none = No exemplar fits “{ $typed }”. Try fewer words, or a part of a name, unit or code, for example: /tracuu cồng chiêng.
search-found = Search “{ $typed }”, exemplars { $range }{ $more ->
    [yes] , and more (add words to narrow it)
   *[no] {""}
  }: names that fit first, then the newest.
search-near = Nothing is exactly “{ $typed }”. Nearly alike ({ $near }), exemplars { $range }{ $more ->
    [yes] , and more (add words to narrow it)
   *[no] {""}
  }: names that fit first, then the newest.
search-partly = No exemplar has all words of “{ $typed }”. Without “{ $left }” there are exemplars { $range }{ $more ->
    [yes] , and more (type more words to narrow it)
   *[no] {""}
  }.
search-line = – <b>{ $code }</b> { $name } – { $status } – { $unit }, { $year }
search-cannot-turn = There are { $n } more exemplars: type fewer words to see the next pages.
