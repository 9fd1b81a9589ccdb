import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { loadPlan, loadUnits, parsePlan } from './load.ts';
import { PlanError } from './plan-error.ts';

const folder = mkdtempSync(join(tmpdir(), 'plan-'));
afterAll(() => rmSync(folder, { recursive: true }));

const smallFile = 'tests/fixtures/plans/small.yaml';
const smallText = readFileSync(smallFile, 'utf8');
const unitsText = readFileSync('tests/fixtures/plans/small-units.yaml', 'utf8');
const small = loadPlan(smallFile);

/** The mistakes of a file with this content, as `line: message`. */
function mistakes(text: string, load: (file: string) => unknown = loadPlan): string[] {
  const file = join(folder, 'file.yaml');
  writeFileSync(file, text);
  try {
    load(file);
  } catch (error) {
    if (!(error instanceof PlanError)) throw error;
    expect(error.lines.every((line) => line.startsWith(`${file}:`))).toBe(true);
    return error.lines.map((line) => line.slice(file.length + 1));
  }
  return [];
}

function changed(from: string, to: string): { text: string; line: number } {
  const at = smallText.indexOf(from);
  if (at < 0) throw new Error(`"${from}" is not in the small plan`);
  return { text: smallText.replace(from, to), line: smallText.slice(0, at).split('\n').length };
}

test('both plans and their units can be used', () => {
  const plan101 = loadPlan('prisma/plans/101-kh-ubnd.yaml');
  expect(loadUnits('prisma/units/dak-doa.yaml', plan101)).toHaveLength(53);
  expect(loadUnits('tests/fixtures/plans/small-units.yaml', small)).toHaveLength(7);
  expect(small.categories.filter(({ leaders }) => leaders).map(({ code }) => code)).toEqual(['cadre']);
});

describe('a mistake names its line', () => {
  test.each([
    ['place: An Phú', 'plaze: An Phú', 'plaze: is not a key that belongs here'],
    ['zone: Asia/Ho_Chi_Minh', 'zone: Asia/An_Phu', 'zone: needs a time zone such as Asia/Ho_Chi_Minh'],
    ['issuedOn: 2023-02-10', 'issuedOn: 2023-02-30', 'issuedOn: is not a day of the calendar'],
    ['issuedOn: 2023-02-10', 'issuedOn: 10/2/2023', 'issuedOn: needs a day such as 2021-08-25'],
    [
      '{ from: 2023, to: 2024 }\n\nbodies',
      '{ from: 2025, to: 2024 }\n\nbodies',
      'period: ends before it begins',
    ],
    ['signerTitle: Chủ tịch', 'signerTitle: ""', 'bodies.signerTitle: needs a text'],
    ...[
      '2690000007',
      '"113"',
      '"0269 phòng"',
      '"+1 202 555 0100"',
      '"0269 0000 007, 0269 0000 008"',
      '""',
    ].map((phone) => [
      'officePhone: "0269 0000 007"',
      `officePhone: ${phone}`,
      'bodies.officePhone: needs a phone number in quotes, such as "0269 3824 123"',
    ]),
    ['{ min: 2, max: 3,', '{ min: 4, max: 3,', 'unitKinds.0.quota: has a min above its max'],
    [
      '{ min: 2, max: 3,',
      '{ min: two, max: 3,',
      'unitKinds.0.quota.min: needs a whole number from 0 to 10000',
    ],
    ['expected: 3 }', 'expected: 0 }', 'unitKinds.2.quota: expects a number outside its min and max'],
    [
      '- code: school',
      '- code: village',
      'unitKinds.1.code: the code "village" is taken already; each needs its own',
    ],
    [
      'code: h2,',
      'code: g1,',
      'categories.0.criteria.1.code: the code "g1" is taken already; each needs its own',
    ],
    [
      '- { code: k2, leaders: true, text: Người đứng đầu gắn với tập thể tiêu biểu }',
      '- { code: far-too-long-a-code, text: x }',
      'categories.2.criteria.1.code: is too long for a code: 16 characters at most',
    ],
    [
      '- { code: f1, text:',
      '- { code: f1, leaders: true, text:',
      'categories.3.criteria.0.leaders: is of leaders only, in a category that does not ask who leads',
    ],
    [
      '- { code: k1, text:',
      '- { code: k1, leaders: yes, text:',
      'categories.2.criteria.0.leaders: needs true or false',
    ],
    [
      '- { code: k1, text: Hoàn thành xuất sắc nhiệm vụ }\n      - { code: k2, leaders: true, text: Người đứng đầu gắn với tập thể tiêu biểu }',
      '- { code: k2, leaders: true, text: Người đứng đầu gắn với tập thể tiêu biểu }\n      - { code: k1, text: Hoàn thành xuất sắc nhiệm vụ }',
      'categories.2.criteria.0.leaders: is of leaders only, so it needs to stand behind the others of its category',
    ],
    [
      '- code: farmer',
      '- code: nông-dân',
      'categories.3.code: needs a code of letters a–z, digits, _ and -, such as commune',
    ],
    [
      'vi: Nông dân sản xuất giỏi',
      `vi: ${'dài '.repeat(20)}`,
      'categories.3.name.vi: is too long for a button: 64 characters at most',
    ],
    [
      '- { code: c1, text: Tạo việc làm ổn định cho thành viên }',
      '[]',
      'categories.1.criteria: needs at least one criterion',
    ],
    [
      'leaders: false',
      'leaders: true',
      'categories.0.leaders: only a person leads: set it to false, or subject to individual',
    ],
    [
      'owedBy: [village, school]',
      'owedBy: [village, commune]',
      'duties.1.owedBy.1: "commune" is no kind of unit here; known are village, school, club',
    ],
    [
      'owedBy: [village, school]',
      'owedBy: village',
      'duties.1.owedBy: needs `all` or a list of kinds of units, such as [commune]',
    ],
    ['date: 2023-03-31', 'date: 2023-02-29', 'duties.0.due.date: is not a day of the calendar'],
    ['day: 30, month: 11', 'day: 29, month: 2', 'duties.1.due: is not a day of every year'],
    [
      'month: 11, from: 2023, to: 2024',
      'month: 11, from: 2023, to: 2026',
      'duties.1.due.to: lies outside the period 2023–2024',
    ],
    [
      'rule: unset',
      'rule: someday',
      'duties.2.due.rule: needs a rule: before or on (with date), yearly, halfYearly, quarterly or monthly (with day, from, to), or unset',
    ],
    [
      'fulfilledBy: filing\n    due: { rule: unset }',
      'fulfilledBy: registration\n    due: { rule: unset }',
      'duties.2.fulfilledBy: only one duty can be fulfilled by registration',
    ],
    [
      'fulfilledBy: filing\n    due: { rule: unset }',
      'fulfilledBy: nominations\n    due: { rule: unset }',
      'duties.2.fulfilledBy: needs a `conference` with its weights',
    ],
    [
      'fulfilledBy: filing\n    due: { rule: unset }',
      'fulfilledBy: filing\n    covers: { from: 2023, to: 2024 }\n    due: { rule: unset }',
      'duties.2.covers: is for a duty that is `fulfilledBy: interim`',
    ],
    [
      'fulfilledBy: filing\n    due: { rule: unset }',
      'fulfilledBy: interim\n    covers: { from: 2022, to: 2024 }\n    due: { rule: unset }',
      'duties.2.covers: lies outside the period 2023–2024',
    ],
    [
      'duties:\n',
      'conference: { name: { vi: Hội nghị, en: Conference }, weights: { yearKept: 3 } }\nduties:\n',
      'conference.weights.replication: needs a whole number from 0 to 1000',
    ],
    [
      'duties:\n',
      'conference:\n  name: { vi: Hội nghị, en: Conference }\n  weights: { yearKept: 3, replication: 2, award: { huyen: 2 }, directLabour: 1, difficultArea: 1 }\nduties:\n',
      'conference.weights.award.huyen: "huyen" is no level of the awards; known are ',
    ],
    [
      'duties:\n',
      'conference:\n  name: { vi: Hội nghị, en: Conference }\n  delegates: 0\n  weights: { yearKept: 3, replication: 2, award: 2, directLabour: 1, difficultArea: 1 }\nduties:\n',
      'conference.delegates: needs a whole number from 1 to 10000',
    ],
    [
      'duties:\n',
      'conference:\n  name: { vi: Hội nghị, en: Conference }\n  weights: { yearKept: 2.5, replication: 2, award: 2, directLabour: 1, difficultArea: 1 }\nduties:\n',
      'conference.weights.yearKept: needs a whole number from 0 to 1000',
    ],
    ['at: "07:30"', 'at: 7h30', 'ladder.at: needs a time of day from "00:00" to "23:59", such as "08:00"'],
    ['until: "19:00"', 'until: "07:00"', 'ladder: has an `until` earlier than its `at`'],
    ['before: [10, 2]', 'before: [2, 10]', 'ladder.before: needs days that fall, such as [14, 7, 3, 1]'],
    ['after: [2, 5]', 'after: [5, 2]', 'ladder.after: needs days that rise, such as [1, 3, 7]'],
  ])('%j → %j', (from, to, says) => {
    const { text, line } = changed(from, to);
    const found = mistakes(text);
    expect(found.map((one) => one.replace(/^\d+: /, ''))).toContain(says);
    // The reported line is the changed one, or that of the key that holds it.
    const said = Number(/^\d+/.exec(found.find((one) => one.endsWith(says)) ?? '')?.[0]);
    expect(line - said).toBeGreaterThanOrEqual(-2);
    expect(line - said).toBeLessThanOrEqual(3);
  });
});

test('all mistakes are reported at once, in the order of the file', () => {
  const text = smallText
    .replace('place: An Phú', 'place: 5')
    .replace('{ min: 2, max: 3,', '{ min: 4, max: 3,')
    .replace('- code: school', '- code: village')
    .replace('owedBy: [village, school]', 'owedBy: [school]')
    .replace('  everyDaysAfter: 10\n', '');
  const found = mistakes(text);
  expect(found.map((line) => line.replace(/^\d+: /, '').replace(/: .*/, ''))).toEqual([
    'place',
    'unitKinds.0.quota',
    'unitKinds.1.code',
    'duties.1.owedBy.0',
    'ladder.everyDaysAfter',
  ]);
  const lines = found.map((line) => Number(/^\d+/.exec(line)?.[0]));
  expect(lines).toEqual([...lines].sort((a, b) => a - b));
});

test('a file that is not YAML, is empty or is missing gives one clear line', () => {
  expect(mistakes('code: [1\ntitle: x')[0]).toMatch(/^\d+: Flow sequence/);
  expect(mistakes('code: 1\ncode: 2').join()).toMatch(/^2: Map keys must be unique/);
  expect(mistakes('')).toEqual(['1: needs the keys of a plan: code, title, issuedOn …']);
  expect(() => loadPlan(join(folder, 'none.yaml'))).toThrow('none.yaml: cannot be read');
});

test.each([
  ['at the top', 'code: 1\ntitle: x\ncode: 2', [3]],
  ['in a map', 'title:\n  vi: a\n  en: b\n  vi: c', [4]],
  ['in a map on one line', 'period: { from: 2021, to: 2025, from: 2022 }', [1]],
  ['in an entry of a list', 'duties:\n  - code: a\n    name: b\n    code: c', [4]],
  ['three times', 'a: 1\na: 2\na: 3', [2, 3]],
  ['with and without quotes', 'a: 1\n"a": 2', [2]],
])('a key that is there twice %s is named with its line', (_, text, lines) => {
  expect(mistakes(text)).toEqual(lines.map((line) => `${line}: Map keys must be unique`));
});

test('a file that is no plan is refused at once, however many keys it has', () => {
  const keys = Array.from({ length: 40_000 }, (_, i) => `k${i}: v`).join('\n');
  expect(() => parsePlan(keys, 'keys.yaml')).toThrow(/… and \d+ more mistakes$/);
  expect(mistakes(`title: ${'x'.repeat(500_000)}`)).toEqual([' is too large for a plan']);
});

test.each([
  ['on one line', "'a' ".repeat(100_000), /^x:1: [^\n]+$/],
  ['on a line each', 'a: 1\n'.repeat(90_000), /… and \d+ more mistakes$/],
])('a file with a mistake at every word %s is refused', (_where, text, says) => {
  expect(() => parsePlan(text, 'x')).toThrow(says);
});

test('texts are read as NFC, however they were typed', () => {
  const file = join(folder, 'nfd.yaml');
  writeFileSync(file, smallText.normalize('NFD'));
  expect(loadPlan(file)).toEqual(small);
});

test('units are checked against each other and against the plan', () => {
  const load = (file: string) => loadUnits(file, small);
  expect(mistakes(unitsText, load)).toEqual([]);
  expect(mistakes(unitsText.replace('code: THON2', 'code: THON1'), load)).toEqual([
    '3: 1.code: the code "THON1" is taken already; each needs its own',
  ]);
  expect(mistakes(unitsText.replace('name: Thôn Đoài', 'name: Thôn Đông'), load)).toEqual([
    '3: 1.name: the name "Thôn Đông" is taken already; each needs its own',
  ]);
  expect(mistakes(unitsText.replace('kind: school', 'kind: commune'), load)).toEqual([
    '5: 3.kind: "commune" is no kind of unit of the plan; known are village, school, club',
  ]);
  expect(mistakes(unitsText.replace('code: MN', 'code: mn-1'), load)).toEqual([
    '6: 4.code: needs a code of 1 to 12 capitals A–Z and digits, such as GLAR',
  ]);
});
