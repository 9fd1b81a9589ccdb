import { expect, test } from 'vitest';
import { isColumnOfList } from './list-columns-in-words.ts';

test.each(['nữ', 'người Ba Na', 'vùng khó khăn', 'lao dong truc tiep', 'trên 60 tuổi', 'dân tộc Jrai'])(
  '“%s” is a column of the list',
  (words) => {
    expect(isColumnOfList(words)).toBe(true);
  },
);

test.each(['Glar', 'nông thôn mới', 'nuôi bò', 'đã duyệt', 'năm 2021', ''])('“%s” is none', (words) => {
  expect(isColumnOfList(words)).toBe(false);
});
