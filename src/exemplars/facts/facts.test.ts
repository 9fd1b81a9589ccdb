import { describe, expect, it } from 'vitest';
import type { Answers } from '../../drafts/draft.ts';
import { has, locales, t } from '../../i18n.ts';
import { loadPlan } from '../../plan/load.ts';
import { Prisma } from '../../store/generated/client.ts';
import { answersOf, type Registration, registration } from '../registration.ts';
import { factLabel } from './fact.ts';
import { factByKey, facts } from './facts.ts';
import { sayFact, sayFactInHistory } from './say.ts';

function without(answers: Answers, keys: string[]): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([key]) => !keys.includes(key)));
}

const village: Answers = {
  unit: '7',
  subject: 'collective',
  category: 'community',
  name: 'Làng Đê Kốp',
  representative: 'Ông A Nhưk',
  memberCount: 125,
  place: 'Làng Đê Kốp',
  difficult: 'yes',
  labour: 'no',
  summary: 'Giảm 12 hộ nghèo',
  figures: 'leave',
  criteria: ['c1'],
  impact: 'Các làng khác làm theo',
  endorsedOn: '2021-08-05',
  minutes: null,
  files: 2,
};
const leader: Answers = {
  ...without(village, ['representative', 'memberCount']),
  subject: 'individual',
  category: 'official',
  birthYear: 1980,
  sex: 'female',
  ethnicity: null,
  position: 'Trưởng thôn',
  leader: 'yes',
  leads: '12',
  ownCriteria: 'Có đội chiêng',
  exception: 'Có thêm mô hình nổi bật',
};

describe('the answers of a registration', () => {
  const noLeads = without(leader, ['leads']);
  const cases: [who: string, answers: Answers, facts: Partial<Registration>][] = [
    ['a collective', village, { unitId: 7, memberCount: 125, difficultArea: true, leader: null, files: 2 }],
    ['a leader of a collective', leader, { leader: true, leadsId: 12, memberCount: null, ethnicity: null }],
    ['a leader of none yet', { ...leader, leads: 'none' }, { leader: true, leadsId: null }],
    ['a person who leads nothing', { ...noLeads, leader: 'no' }, { leader: false, leadsId: null }],
    [
      'a person of a category without leaders',
      without(noLeads, ['leader']),
      { leader: null, exceptionReason: 'Có thêm mô hình nổi bật' },
    ],
  ];
  it.each(cases)('of %s are read as facts, and back', (_who, answers, registered) => {
    const read = registration.parse(answers);
    expect(read).toMatchObject(registered);
    expect(answersOf(read)).toMatchObject(answers);
    expect(registration.parse(answersOf(read))).toEqual(read);
  });

  it('leave out questions of the other subject', () => {
    const read = registration.parse({ ...leader, subject: 'collective', memberCount: 9 });
    expect(read).toMatchObject({
      birthYear: null,
      position: null,
      leader: null,
      leadsId: null,
      memberCount: 9,
    });
  });

  it.each([
    ['name', ''],
    ['endorsedOn', '5/8/2021'],
    ['difficult', true],
    ['birthYear', '1980'],
  ])('are refused with %s: %s', (key, answer) => {
    expect(registration.safeParse({ ...leader, [key]: answer }).success).toBe(false);
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
    ownWords: (id: number) => (id === 4 ? 'Giữ được đội chiêng' : undefined),
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
    ['ownTicked', [4], 'Giữ được đội chiêng', 'Giữ được đội chiêng'],
    ['ownTicked', [4, 9], 'Giữ được đội chiêng; …', 'Giữ được đội chiêng; …'],
    ['ownTicked', [], null, '–'],
  ];
  it.each(cases)('%s %s', (key, value, screen, history) => {
    const fact = factByKey(key);
    if (!fact) throw new Error(`no fact ${key}`);
    expect(sayFact(fact, value, reader, place)).toBe(screen);
    expect(sayFactInHistory(fact, value, reader, place)).toBe(history);
  });
});
