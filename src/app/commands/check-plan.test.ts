import { expect, test } from 'vitest';
import { checkFile } from '../../plan/check-file.ts';
import { loadPlan } from '../../plan/load.ts';
import { loadWorkingCalendar } from '../../plan/load-calendar.ts';
import { describeForLiaison } from './check-plan.ts';

const calendar = loadWorkingCalendar();
const plan101 = loadPlan('prisma/plans/101-kh-ubnd.yaml');
const small = loadPlan('tests/fixtures/plans/small.yaml');

test.each([
  [
    'its questions',
    /^ {2}Tập thể: Đối tượng, Lĩnh vực, .*Tiêu chí đạt được, \(Phong trào thi đua\), Hiệu quả/m,
  ],
  ['its buttons', /\[Gửi Phòng Nội vụ\] \[Nộp kế hoạch\] \[Nộp báo cáo năm\]/],
  ['its subjects', /^ {2}\[Tập thể\] \[Cá nhân\]$/m],
  ['its quotas', /Cơ quan, ban, ngành: ít nhất 1–2 \(the plan: “ít nhất 01-02”\)/],
  [
    'its dues and mornings',
    /Kế hoạch triển khai: on time until 23:59 24\/8\/2021; told on 10\/8\/2021, 17\/8\/2021, 20\/8\/2021, 23\/8\/2021, 24\/8\/2021, 25\/8\/2021, 27\/8\/2021, 31\/8\/2021, then every 7 days/,
  ],
  [
    'a due on a Sunday',
    /Báo cáo kết quả năm: on time until 23:59 15\/12\/2024, a day off: the last working day is 13\/12\/2024; told on 29\/11\/2024, 6\/12\/2024, 12\/12\/2024, 13\/12\/2024, 16\/12\/2024, /,
  ],
  ['a duty without a date', /Tổng kết giai đoạn: chưa ấn định/],
  ['its documents', /Xã: Ủy ban nhân dân \{unit\}, Số: …\/BC-UBND, TM\. Ủy ban nhân dân \/ Chủ tịch/],
  ['the law of its day', /Nghị định số 91\/2017\/NĐ-CP/],
])('Plan 101 is described with %s', (_, words) => {
  expect(describeForLiaison(plan101, calendar).join('\n')).toMatch(words);
});

test('another plan is described in its own words, without what it does not have', () => {
  const lines = describeForLiaison(small, calendar).join('\n');
  expect(lines).toContain('[Gửi Bộ phận Văn phòng – Thống kê]');
  expect(lines).toContain('[Nhóm] [Cá nhân]');
  expect(lines).not.toMatch(/Phong trào thi đua|Phòng Nội vụ|Tập thể/);
});

test('the plan of a province with communes and wards is data alone, and ready to use', () => {
  const lines: string[] = [];
  const files = ['prisma/plans/tinh-2026-2030.yaml', 'prisma/units/tinh-2026.yaml'];
  const code = checkFile(
    files,
    (line) => lines.push(line),
    (plan) => describeForLiaison(plan, calendar),
  );
  const text = lines.join('\n');
  expect(code).toBe(0);
  expect(text).toContain(
    '  19/6/2026 registration\n  19/6/2026 listFirstHalf 2026\n  4/12/2026 listSecondHalf 2026',
  );
  expect(text).toContain('[Gửi Sở Nội vụ]');
  expect(text).toContain('Phường: 2–5 (the plan: “từ 02 đến 05”)');
  expect(text).toContain('Nghị định số 152/2025/NĐ-CP');
  expect(text).not.toMatch(/huyện|Phòng Nội vụ/);
});
