import { describe, expect, it, test } from 'vitest';
import { listLegalGrounds } from './legal-grounds.ts';
import { loadPlan } from './load.ts';
import { describeUnitDocument } from './unit-document.ts';

const plan101 = loadPlan('prisma/plans/101-kh-ubnd.yaml');
const small = loadPlan('tests/fixtures/plans/small.yaml');

describe('the head of a unit’s document', () => {
  it.each([
    [
      { name: 'Xã Glar', short: 'Glar', kind: 'commune' },
      {
        issuer: 'Ủy ban nhân dân Xã Glar',
        sign: 'UBND',
        place: 'Glar',
        signer: ['TM. Ủy ban nhân dân', 'Chủ tịch'],
      },
    ],
    [
      { name: 'Phòng Tư pháp', short: 'Tư pháp', kind: 'agency' },
      {
        superior: 'Ủy ban nhân dân huyện Đak Đoa',
        issuer: 'Phòng Tư pháp',
        sign: 'Tư pháp',
        place: 'Đak Đoa',
        signer: ['Thủ trưởng đơn vị'],
      },
    ],
    [
      { name: 'Hội Nông dân huyện', short: 'Hội Nông dân', kind: 'association' },
      { issuer: 'Hội Nông dân huyện', sign: 'Hội Nông dân', place: 'Đak Đoa', signer: ['Thủ trưởng đơn vị'] },
    ],
  ])('$name', (unit, head) => {
    expect(describeUnitDocument(plan101, unit)).toEqual(head);
  });

  it('of a kind without an entry has the body above the plan’s office', () => {
    expect(describeUnitDocument(small, { name: 'Thôn Hạ', short: 'Hạ', kind: 'village' })).toEqual({
      superior: 'Ủy ban nhân dân huyện Sông Xanh',
      issuer: 'Thôn Hạ',
      sign: 'Hạ',
      place: 'An Phú',
      signer: ['Thủ trưởng đơn vị'],
    });
  });
});

test.each([
  ['2021-08-18', ['26/11/2003', '91/2017', '30/2020']],
  ['2023-12-31', ['26/11/2003', '91/2017', '30/2020']],
  ['2024-01-01', ['15/6/2022', '98/2023', '30/2020']],
  ['2025-06-30', ['15/6/2022', '98/2023', '30/2020']],
  ['2025-07-01', ['15/6/2022', '152/2025', '30/2020']],
  ['2026-10-01', ['15/6/2022', '152/2025', '30/2020']],
])('the grounds of Plan 101 on %s are those in force', (day, marks) => {
  const grounds = listLegalGrounds(plan101, day);
  expect(grounds.map((text) => marks.find((mark) => text.includes(mark)))).toEqual(marks);
  expect(grounds.some((text) => text.includes('23/4/2026'))).toBe(day >= '2026-10-01');
});
