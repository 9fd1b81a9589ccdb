import { expect, it } from 'vitest';
import { splitPaper } from './split-paper.ts';

it.each([
  ['số 3456/QĐ-UBND ngày 15/12/2023 của UBND huyện', ['số 3456/QĐ-UBND', '15/12/2023', 'UBND huyện']],
  [
    'Quyết định số 12/QĐ-UBND ngày 5 tháng 1 năm 2024 của Chủ tịch UBND tỉnh về việc khen thưởng',
    ['Quyết định số 12/QĐ-UBND', '5 tháng 1 năm 2024', 'Chủ tịch UBND tỉnh'],
  ],
  ['77/qd-ubnd ngay 1/2/2024', ['77/qd-ubnd', '1/2/2024']],
  ['45/QĐ-CTN, ngày 2-9-2023, do Chủ tịch nước', ['45/QĐ-CTN', '2-9-2023', 'Chủ tịch nước']],
  ['7/QĐ dated 3/4/2024 by the district', ['7/QĐ', '3/4/2024', 'the district']],
  ['12/QĐ-UBND\n15/12/2023\nUBND xã Glar', ['12/QĐ-UBND', '15/12/2023', 'UBND xã Glar']],
  ['3456/QĐ-UBND', ['3456/QĐ-UBND']],
  ['ngày 15/12/2023', ['ngày 15/12/2023']],
  ['15/12/2023', ['15/12/2023']],
])('"%s" has the parts %j', (typed, parts) => expect(splitPaper(typed)).toEqual(parts));

// The number, the day and the body were tried at every comma.
it.each(['1,', '1 ngày ', '1,,,', '1 ngày a của ', 'về ', ', ', '12/QĐ ngày 1/2 do '])(
  'a paper of “%s” thirty thousand times is split',
  (words) => {
    expect(splitPaper(`${words.repeat(30_000)}x`).join(' ').length).toBeGreaterThan(0);
  },
);
