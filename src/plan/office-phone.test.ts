import { expect, test } from 'vitest';
import { loadPlan } from './load.ts';
import { canBeDialled } from './office-phone.ts';

test.each([
  ['0269 3824 123', true],
  ['+84 269 3824 123', true],
  ['0905.123.456', true],
  ['024 3825 0000', true],
  ['0269 0000 101', false],
  ['+84 269 0123 456', false],
  ['02690000007', false],
])('%s can be dialled: %s', (phone, dialled) => {
  expect(canBeDialled(phone)).toBe(dialled);
});

test('the number of the plan file that comes with the program is made up', () => {
  const { officePhone = '' } = loadPlan('prisma/plans/101-kh-ubnd.yaml').bodies;
  expect(officePhone).not.toBe('');
  expect(canBeDialled(officePhone)).toBe(false);
});
