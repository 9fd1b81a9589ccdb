import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadPlan, loadUnits } from './load.ts';

/**
 * The plan's text as scanned, with the same corrections as where it is shown, and without line
 * breaks.
 */
const document = readFileSync('tests/fixtures/plans/101-kh-ubnd.md', 'utf8')
  .normalize('NFC')
  .replaceAll('cỗ vũ', 'cổ vũ')
  .replaceAll('đảm ám', 'đầm ấm')
  .replaceAll('hướng ứng', 'hưởng ứng')
  .replace(/\s+/g, ' ');
const plan = loadPlan('prisma/plans/101-kh-ubnd.yaml');

const paragraphs = [
  ['general', plan.generalCriteria] as const,
  ...plan.categories.map(({ code, criteria }) => [code, criteria] as const),
];

test.each(paragraphs)(
  'the criteria of %s are a whole paragraph of the plan, word for word',
  (_, criteria) => {
    // The paragraph for officials has two sentences; all others are clauses between semicolons.
    const joined = criteria
      .map(({ text }) => text)
      .join('; ')
      .replace('; Đối với cá nhân', '. Đối với cá nhân');
    expect(document).toContain(`${joined}.`);
    const start = document.indexOf(joined);
    expect(document.slice(0, start)).toMatch(/(?:\*\.?|:|- |\+ )\s?$/);
  },
);

test.each(paragraphs)('no criterion of %s hides a second clause', (_, criteria) => {
  for (const { text } of criteria) expect(text.replace(/\([^)]*\)/g, '')).not.toMatch(/;|\.$(?<!\.\.\.)/);
});

test('quotas are in the words of IV.1', () => {
  for (const { words } of plan.unitKinds) expect(document).toContain(words);
});

test('nine categories are for collectives, three for individuals; only officials lead', () => {
  const codes = (subject: string) =>
    plan.categories.filter((category) => category.subject === subject).map(({ code }) => code);
  expect(codes('collective')).toHaveLength(9);
  expect(codes('individual')).toEqual(['official', 'worker', 'resident']);
  expect(plan.categories.filter(({ leaders }) => leaders).map(({ code }) => code)).toEqual(['official']);
});

test("the shown text of the plan has none of the scan's errors", () => {
  const shown = JSON.stringify(plan);
  expect(shown).not.toMatch(/Dak Đoa|lòng ghép|cỗ vũ|đảm ám|hướng ứng/);
});

test('the district has 53 units, some of every kind', () => {
  const units = loadUnits('prisma/units/dak-doa.yaml', plan);
  const count = (kind: string) => units.filter((unit) => unit.kind === kind).length;
  expect(plan.unitKinds.map(({ code }) => [code, count(code)])).toEqual([
    ['agency', 24],
    ['association', 8],
    ['police', 1],
    ['military', 1],
    ['education', 1],
    ['health', 1],
    ['commune', 16],
    ['township', 1],
  ]);
});
