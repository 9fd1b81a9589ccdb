import { expect, test } from 'vitest';
import { loadPlan } from './load.ts';
import { planOn } from './plan-on.ts';

const plan = {
  ...loadPlan('prisma/plans/101-kh-ubnd.yaml'),
  passesTo: [
    {
      from: '2025-03-01',
      bodies: { office: { vi: 'Phòng Nội vụ – Lao động', en: 'the Office of Home Affairs and Labour' } },
    },
    {
      from: '2025-07-01',
      place: 'Pleiku',
      bodies: { office: { vi: 'Sở Nội vụ', en: 'the Department of Home Affairs' }, issuer: 'Sở Nội vụ' },
    },
  ],
};

test.each([
  ['2021-08-18', 'Phòng Nội vụ', 'Phòng Nội vụ', 'Đak Đoa'],
  ['2025-02-28', 'Phòng Nội vụ', 'Phòng Nội vụ', 'Đak Đoa'],
  ['2025-03-01', 'Phòng Nội vụ – Lao động', 'Phòng Nội vụ', 'Đak Đoa'],
  ['2025-06-30', 'Phòng Nội vụ – Lao động', 'Phòng Nội vụ', 'Đak Đoa'],
  ['2025-07-01', 'Sở Nội vụ', 'Sở Nội vụ', 'Pleiku'],
  ['2030-01-01', 'Sở Nội vụ', 'Sở Nội vụ', 'Pleiku'],
])('on %s the office is %s, the issuer %s, in %s', (day, office, issuer, place) => {
  const { bodies, place: where } = planOn(plan, day);
  expect([bodies.office.vi, bodies.issuer, where]).toEqual([office, issuer, place]);
  expect(bodies.committee).toEqual(plan.bodies.committee);
});

test('who issued it stays, however often its bodies change', () => {
  const passesTo = ['2025-03-01', '2025-07-01'].map((from) => ({
    from,
    bodies: { committee: { vi: `UBND từ ${from}`, en: `the committee from ${from}` } },
  }));
  const given = { ...plan, passesTo };
  expect(planOn(given, '2025-02-28').issuedBy).toBeUndefined();
  const spring = planOn(given, '2025-03-01');
  const summer = planOn(spring, '2025-07-01');
  expect(summer.bodies.committee.vi).toBe('UBND từ 2025-07-01');
  for (const one of [spring, summer]) expect(one.issuedBy).toEqual(plan.bodies.committee);
});
