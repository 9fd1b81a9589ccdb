import { expect, test } from 'vitest';
import { checkFile } from './check-file.ts';

function check(...args: string[]) {
  const lines: string[] = [];
  return { code: checkFile(args, (line) => lines.push(line)), lines };
}

test('a good plan is summed up', () => {
  const { code, lines } = check('tests/fixtures/plans/small.yaml', 'tests/fixtures/plans/small-units.yaml');
  expect(code).toBe(0);
  expect(lines).toContain('phone of the office: 0269 0000 007');
  expect(lines).toContain('  village (Thôn): 2–3, 3 unit(s)');
  expect(lines).toContain('  31/3/2023 registration');
  expect(lines).toContain('  30/11/2024 yearReport 2024');
  expect(lines).toContain('  not set yet: closing');
});

test('a bad file, a wrong list of units or a wrong call exits with 1 and says why', () => {
  expect(check('package.json').code).toBe(1);
  expect(check('package.json').lines).toContain(
    'package.json:1: ladder: needs at, until, before, lastDay, after, everyDaysAfter, headsFrom',
  );
  expect(check('tests/fixtures/plans/small.yaml', 'prisma/units/dak-doa.yaml').lines[0]).toMatch(
    /^prisma\/units\/dak-doa\.yaml:3: 0\.kind: "township" is no kind of unit of the plan/,
  );
  expect(check()).toEqual({ code: 1, lines: ['usage: npm run plan:check PLAN_FILE [UNITS_FILE]'] });
});
