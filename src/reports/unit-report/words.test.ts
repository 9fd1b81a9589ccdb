import { expect, it } from 'vitest';
import { plan101 } from '../../../tests/documents/sample.ts';
import type { RegisteredExemplar } from './read-figures.ts';
import type { UnitWork } from './unit-work.ts';
import { sayRegistered, sayReplicatedTo, saySteps } from './words.ts';

const exemplar = (more: Partial<RegisteredExemplar> = {}): RegisteredExemplar => ({
  ...{ id: 1, name: 'Làng Dôr', subject: 'collective', position: null, representative: 'Ông Nhưk' },
  ...{ directLabour: false, difficultArea: false, year: 2022, summary: 'Hiến đất.' },
  ...more,
});
const work: UnitWork = {
  ...{ documents: [], lead: 'Phó Chủ tịch', activities: [], ownCriteria: [] },
  steps: { planned: 0, done: 0, overdue: 0 },
};

it.each<[string, Partial<RegisteredExemplar>[], string]>([
  ['none', [], 'Đến hết năm 2022, đơn vị chưa có điển hình nào được duyệt.'],
  [
    'one collective',
    [{}],
    'Đến hết năm 2022, đơn vị có 1 điển hình được duyệt (1 tập thể). Riêng năm 2022 có 1 điển hình đăng ký mới.',
  ],
  [
    'an individual of direct labour',
    [{ subject: 'individual', directLabour: true }],
    'Đến hết năm 2022, đơn vị có 1 điển hình được duyệt (1 cá nhân), trong đó 1 lao động trực tiếp. Riêng năm 2022 có 1 điển hình đăng ký mới.',
  ],
  [
    'earlier ones alone, one in a difficult area',
    [{ year: 2021, difficultArea: true }, { year: 2021 }],
    'Đến hết năm 2022, đơn vị có 2 điển hình được duyệt (2 tập thể), trong đó 1 ở địa bàn khó khăn, vùng sâu, vùng xa. Năm 2022 không có điển hình đăng ký mới.',
  ],
  [
    'both subjects, all traits',
    [
      { directLabour: true, difficultArea: true },
      { subject: 'individual', year: 2021 },
    ],
    'Đến hết năm 2022, đơn vị có 2 điển hình được duyệt (1 tập thể, 1 cá nhân), trong đó 1 lao động trực tiếp, 1 ở địa bàn khó khăn, vùng sâu, vùng xa. Riêng năm 2022 có 1 điển hình đăng ký mới.',
  ],
])('a unit with %s counts nothing that it has not', (_, exemplars, said) => {
  expect(sayRegistered(plan101, { ...work, exemplars: exemplars.map(exemplar) }, 2022)).toBe(said);
});

it.each<[Partial<UnitWork>, string]>([
  [{ lead: undefined }, 'Đơn vị chưa lập kế hoạch bồi dưỡng điển hình.'],
  [{}, 'Kế hoạch bồi dưỡng không có việc nào đến hạn trong năm 2022.'],
  [
    { steps: { planned: 3, done: 0, overdue: 3 } },
    'Kế hoạch bồi dưỡng năm 2022 có 3 việc; chưa làm việc nào, quá hạn chưa làm 3.',
  ],
  [{ steps: { planned: 2, done: 2, overdue: 0 } }, 'Kế hoạch bồi dưỡng năm 2022 có 2 việc; đã làm 2.'],
  [
    { steps: { planned: 4, done: 1, overdue: 2 } },
    'Kế hoạch bồi dưỡng năm 2022 có 4 việc; đã làm 1, quá hạn chưa làm 2.',
  ],
  [
    { steps: { planned: 1, done: 0, overdue: 0 } },
    'Kế hoạch bồi dưỡng năm 2022 có 1 việc; chưa làm việc nào.',
  ],
])('a fostering plan with %o is told as %s', (more, said) => {
  expect(saySteps({ ...work, ...more }, 2022)).toBe(said);
});

it.each<[string | null, number | null, string]>([
  ['Thôn 4', 2, 'Làng Dôr (Thôn 4, 2 đơn vị, hộ)'],
  ['Thôn 4', null, 'Làng Dôr (Thôn 4)'],
  [null, 1250, 'Làng Dôr (1.250 đơn vị, hộ)'],
  ['', 0, 'Làng Dôr'],
  [null, null, 'Làng Dôr'],
])('replicated to %o by %o it has no empty brackets', (to, count, said) => {
  expect(sayReplicatedTo('Làng Dôr', to, count)).toBe(said);
});
