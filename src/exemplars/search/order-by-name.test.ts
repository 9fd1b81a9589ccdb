import { expect, it } from 'vitest';
import { scoreName } from './order-by-name.ts';
import { splitWords } from './question.ts';

it.each([
  ['Nuôi ong mật dưới tán rừng', 'nuôi ong', 3],
  ['Nuôi dê, nuôi ong', 'nuôi ong', 3],
  ['Ong mật: nuôi theo hộ', 'nuôi ong', 2],
  ['Phụ nữ nuôi heo đất', 'nuôi ong', 1],
  ['Làng giữ rừng', 'nuôi ong', 0],
  ['Đội cồng chiêng làng Dôr', 'chiêng', 3],
  ['Đội cồng chiêng làng Dôr', 'cồng làng', 2],
  ['H’Neng thắp sáng', "h'neng", 3],
  ['Câu lạc bộ phụ nữ', 'cau lac', 3],
])('“%s” fits “%s” with %i', (name, typed, score) => expect(scoreName(name, splitWords(typed))).toBe(score));
