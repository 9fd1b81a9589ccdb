import { expect, it } from 'vitest';
import { plan101 } from '../../../tests/documents/sample.ts';
import type { UnitLine } from '../by-unit-columns.ts';
import type { AwardDecisionLine, FosteringFigures, OfficeFigures } from './figures.ts';
import { sayDecisions, sayFosteringSteps, sayRegistrations } from './say-results.ts';

const line = (more: Partial<UnitLine>): UnitLine => ({
  ...{ unitId: 1, name: 'Xã Glar', kind: 'commune', ownMin: null, ownMax: null, active: true },
  ...{ owesFrom: null, counted: 0, countedThisYear: 0, approved: 0, returned: 0, collective: 0 },
  ...{ individual: 0, times: [], filedAt: null, number: 1, min: 2, max: 5, missing: 2, over: 0 },
  ...{ filedOn: null, timeliness: undefined },
  ...more,
});
const figures: OfficeFigures = {
  ...{ period: { year: 2022 }, day: '2022-12-31', stateOn: '2023-01-05', lines: [], before: undefined },
  ...{ categories: [], directLabour: 0, difficultArea: 0, documents: [], nudges: { sent: 0, byHand: 0 } },
  ...{ fostering: { units: 0, kinds: [] }, activities: [], neverPublicised: 0, evaluations: [], spread: [] },
  proposals: { all: 0, proposed: 0, forwarded: 0, not_forwarded: 0, granted: 0, refused: 0 },
  ...{ decisions: [], late: [], tardy: [], best: [], words: undefined, help: { asked: 0, closed: 0 } },
};
const since = 'Tính từ đầu kế hoạch đến ngày 31/12/2022, ';

it.each<[string, Partial<UnitLine>, Partial<OfficeFigures>, string[]]>([
  [
    'nothing',
    {},
    {},
    [
      `${since}chưa đơn vị nào đăng ký điển hình (chỉ tiêu tối thiểu 2).`,
      'Chưa đơn vị nào trong 1 đơn vị đủ chỉ tiêu tối thiểu.',
    ],
  ],
  ['nothing without a quota', { min: 0 }, {}, [`${since}chưa đơn vị nào đăng ký điển hình.`]],
  [
    'one person, none approved',
    { counted: 1, countedThisYear: 1, individual: 1, missing: 1 },
    { directLabour: 1 },
    [
      `${since}các đơn vị đăng ký 1 điển hình, bằng 50% chỉ tiêu tối thiểu (2); chưa duyệt điển hình nào. Có 1 cá nhân; lao động trực tiếp 1 (100%), không có điển hình ở vùng khó khăn.`,
      'Riêng năm 2022 đăng ký 1 điển hình. Chưa đơn vị nào trong 1 đơn vị đủ chỉ tiêu tối thiểu.',
    ],
  ],
  [
    'collectives of an earlier year',
    { counted: 2, approved: 2, collective: 2, missing: 0 },
    { difficultArea: 1 },
    [
      `${since}các đơn vị đăng ký 2 điển hình, bằng 100% chỉ tiêu tối thiểu (2); đã duyệt 2. Có 2 tập thể; không có lao động trực tiếp, ở vùng khó khăn 1 (50%).`,
      'Riêng năm 2022 không đăng ký điển hình nào. Số đơn vị đủ chỉ tiêu tối thiểu: 1/1 (100%).',
    ],
  ],
  [
    'both subjects',
    { counted: 4, countedThisYear: 3, approved: 1, collective: 3, individual: 1, missing: 0 },
    { directLabour: 2, difficultArea: 4 },
    [
      `${since}các đơn vị đăng ký 4 điển hình, bằng 200% chỉ tiêu tối thiểu (2); đã duyệt 1. Có 3 tập thể, 1 cá nhân; lao động trực tiếp 2 (50%), ở vùng khó khăn 4 (100%).`,
      'Riêng năm 2022 đăng ký 3 điển hình. Số đơn vị đủ chỉ tiêu tối thiểu: 1/1 (100%).',
    ],
  ],
])('an office with %s registered says it without zeros', (_, unit, more, said) => {
  expect(sayRegistrations(plan101, { ...figures, ...more, lines: [line(unit)] })).toEqual(said);
});

it.each<[Partial<FosteringFigures['kinds'][number]>, string]>([
  [{ planned: 3, overdue: 3 }, 'có 3 việc đến hạn trong năm 2022: chưa làm việc nào, quá hạn chưa làm 3.'],
  [{ planned: 2, done: 2 }, 'có 2 việc đến hạn trong năm 2022: đã làm 2 (100%).'],
  [{ planned: 1 }, 'có 1 việc đến hạn trong năm 2022: chưa làm việc nào, chưa đến hạn 1.'],
  [
    { planned: 4, done: 1, overdue: 1 },
    'có 4 việc đến hạn trong năm 2022: đã làm 1 (25%), quá hạn chưa làm 1, chưa đến hạn 2.',
  ],
  [{ planned: 4, done: 3, overdue: 1 }, ': đã làm 3 (75%), quá hạn chưa làm 1.'],
])('steps with %o are told without zeros', (counts, said) => {
  const kinds = [{ kind: 'nurture' as const, planned: 0, done: 0, overdue: 0, ...counts }];
  const [first] = sayFosteringSteps(plan101, { ...figures, fostering: { units: 1, kinds } });
  expect(first?.endsWith(said)).toBe(true);
});

it('a decision that granted nothing has no empty count', () => {
  const decision: AwardDecisionLine = {
    number: '7/QĐ-UBND',
    on: '2022-12-01',
    body: 'UBND tỉnh',
    granted: 0,
  };
  expect(sayDecisions({ ...figures, decisions: [decision, { ...decision, granted: 3 }] })).toEqual([
    'Quyết định khen thưởng: số 7/QĐ-UBND ngày 1/12/2022 của UBND tỉnh; số 7/QĐ-UBND ngày 1/12/2022 của UBND tỉnh (3 lượt).',
  ]);
});
