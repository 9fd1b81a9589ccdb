import { describe, expect, it } from 'vitest';
import { has, locales, t } from '../../i18n.ts';
import { loadPlan } from '../../plan/load.ts';
import { Prisma } from '../../store/generated/client.ts';
import { answersOf, type Registration, registration } from '../registration.ts';
import { factLabel } from './fact.ts';
import { factByKey, facts } from './facts.ts';
import { sayFact, sayFactInHistory } from './say.ts';

const village: Registration = {
  unitId: 7,
  subject: 'collective',
  category: 'community',
  name: 'Làng Đê Kốp',
  birthYear: null,
  sex: null,
  ethnicity: null,
  position: null,
  leader: null,
  leadsId: null,
  representative: 'Ông A Nhưk',
  memberCount: 125,
  place: 'Làng Đê Kốp',
  difficultArea: true,
  directLabour: false,
  summary: 'Giảm 12 hộ nghèo',
  criteria: ['c1'],
  ownCriteria: null,
  impact: 'Các làng khác làm theo',
  endorsedOn: '2021-08-05',
  minutes: null,
  files: 2,
  exceptionReason: null,
};
const leader: Registration = {
  ...village,
  subject: 'individual',
  category: 'official',
  birthYear: 1980,
  sex: 'female',
  ethnicity: 'Ba Na',
  position: 'Trưởng thôn',
  leader: true,
  leadsId: 12,
  representative: null,
  memberCount: null,
  ownCriteria: 'Có đội chiêng',
  exceptionReason: 'Có thêm mô hình nổi bật',
};

describe('the answers of a registration', () => {
  const cases: [who: string, facts: Registration][] = [
    ['a collective', village],
    ['a leader of a collective', leader],
    ['a leader of none yet', { ...leader, leadsId: null }],
    ['a person who leads nothing', { ...leader, leader: false, leadsId: null, minutes: '02/BB-UBND' }],
    ['a person of a category without leaders', { ...leader, leader: null, leadsId: null, ethnicity: null }],
  ];
  it.each(cases)('of %s are read back as the same facts', (_who, registered) => {
    expect(registration.parse(answersOf({ ...registered, leadsName: null }))).toEqual(registered);
  });

  it('leave out what the other subject was asked', () => {
    const before = {
      ...answersOf({ ...leader, leadsName: 'Làng Ngol' }),
      subject: 'collective',
      memberCount: 9,
    };
    expect(registration.parse(before)).toMatchObject({
      birthYear: null,
      position: null,
      leader: null,
      leadsId: null,
    });
  });

  it.each([
    ['name', 'ab'],
    ['endorsedOn', '5/8/2021'],
    ['difficult', true],
    ['birthYear', '1980'],
  ])('are refused with %s: %s', (key, answer) => {
    const answers = { ...answersOf({ ...leader, leadsName: null }), [key]: answer };
    expect(registration.safeParse(answers).success).toBe(false);
  });
});

describe('every fact', () => {
  const columns = Object.keys(Prisma.ExemplarScalarFieldEnum);

  it.each(facts.map((fact) => [fact.field, fact] as const))(
    '%s has a label, a question, a column',
    (field, fact) => {
      expect(fact.key.length).toBeLessThanOrEqual(16);
      for (const locale of locales) {
        for (const subject of ['collective', 'individual'])
          expect(has(locale, factLabel(fact, subject))).toBe(true);
        if (fact.kind.given.by !== 'choice') continue;
        for (const value of fact.kind.given.values)
          expect(has(locale, `register-${fact.key}-${value}`)).toBe(true);
      }
      expect(fact.column === null || columns.includes(field)).toBe(true);
      for (const key of [...fact.follows, fact.askedWith ?? 'subject'])
        expect(factByKey(key), key).toBeDefined();
    },
  );
});

describe('a fact in words', () => {
  const plan = loadPlan('prisma/plans/101-kh-ubnd.yaml');
  const reader = { plan, locale: 'vi', t: (key: string, args = {}) => t('vi', key, args) } as const;
  const place = {
    category: 'community',
    leader: true,
    nameOf: (id: number) => (id === 12 ? 'Làng Ngol' : undefined),
  };
  const cases: [key: string, value: unknown, screen: string | null, history: string][] = [
    ['place', 'Làng Ngol', 'Làng Ngol', 'Làng Ngol'],
    ['place', null, null, '–'],
    ['difficult', false, 'Không thuộc', 'Không'],
    ['sex', 'female', 'Nữ', 'Nữ'],
    ['subject', 'individual', 'Cá nhân', 'Cá nhân'],
    ['memberCount', 25, '25', '25'],
    ['endorsedOn', '2021-08-05', '5/8/2021', '5/8/2021'],
    ['leads', 12, 'Làng Ngol', 'Làng Ngol'],
    ['leads', 13, 'Chưa có tập thể nào', '…'],
    ['leads', null, 'Chưa có tập thể nào', '–'],
    ['files', 3, '3 tệp', '3'],
  ];
  it.each(cases)('%s %s', (key, value, screen, history) => {
    const fact = factByKey(key);
    if (!fact) throw new Error(`no fact ${key}`);
    expect(sayFact(fact, value, reader, place)).toBe(screen);
    expect(sayFactInHistory(fact, value, reader, place)).toBe(history);
  });
});
