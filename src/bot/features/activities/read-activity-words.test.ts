import { expect, it } from 'vitest';
import { readActivityWords } from './read-activity-words.ts';

const unit = (id: number, code: string, name: string, short: string) => ({
  ...{ id, code, name, short, active: true, position: id, since: null, until: null },
});
const units = [unit(1, 'GLAR', 'Xã Glar', 'Glar'), unit(2, 'HADONG', 'Xã Hà Đông', 'Hà Đông')];

it.each([
  ['', {}],
  ['tham quan', { kind: 'visit' }],
  ['bao cao kinh nghiem', { kind: 'experience_report' }],
  ['xã Glar', { units: ['GLAR'] }],
  ['tuyên truyền cho xã Hà Đông ạ', { kind: 'publicity', units: ['HADONG'] }],
  ['GLAR-2021-001', { codes: ['GLAR-2021-001'] }],
  ['biểu dương GLAR-2021-003', { kind: 'honour', codes: ['GLAR-2021-003'] }],
  ['tập huấn của điển hình hadong 2021 012', { kind: 'training', codes: ['HADONG-2021-012'] }],
  ['kiểm tra, giúp đỡ', { kind: 'inspection' }],
  ['đưa tin GLAR-2021-001, GLAR-2021-002', { kind: 'publicity', codes: ['GLAR-2021-001', 'GLAR-2021-002'] }],
  ['múa lân', { unknown: true }],
  ['tham quan sao Hỏa', { kind: 'visit', unknown: true }],
])('reads "%s"', (typed, { units: codes = [], ...said }: Record<string, unknown> & { units?: string[] }) => {
  const read = readActivityWords(units, typed);
  expect({ ...read, units: read.units.map(({ code }) => code) }).toEqual({
    ...{ codes: [], unknown: false, units: codes },
    ...said,
  });
});
