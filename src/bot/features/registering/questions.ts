import { collectivesOf, findSimilar } from '../../../exemplars/list.ts';
import { searchName } from '../../../exemplars/search-name.ts';
import { fitsLength, oneLine } from '../../../forms/parse/normalise.ts';
import { parseDate } from '../../../forms/parse/parse-date.ts';
import { hasFigures } from '../../../forms/parse/parse-long-text.ts';
import { parseName } from '../../../forms/parse/parse-name.ts';
import { parseWholeNumber } from '../../../forms/parse/parse-whole-number.ts';
import { parseYearOfBirth } from '../../../forms/parse/parse-year-of-birth.ts';
import { shorten } from '../../../forms/shorten.ts';
import { holds, unitsAs } from '../../../people/roles.ts';
import { formatDate, localDate } from '../../../plan/calendar.ts';
import type { Category, Criterion } from '../../../plan/plan.ts';
import { listUnits, unitById } from '../../../units/units.ts';
import type { Option, Question, Read, Scene } from '../../forms/form.ts';
import { asList, previousOf } from '../../forms/position.ts';
import { readUnit } from '../../read-unit.ts';
import { criteriaOf } from '../criteria.ts';

const individual = (s: Scene) => s.answers.subject === 'individual';
const collective = (s: Scene) => s.answers.subject === 'collective';
const textOf = (value: unknown) => (typeof value === 'string' ? value : '');

/** The category chosen so far. */
export function categoryOf(s: Scene): Category | undefined {
  return s.house.plan.categories.find((c) => c.code === s.answers.category);
}

/** General criteria, then the category's own: what can be ticked (Plan 101, III.2, III.3). */
export function tickable(s: Scene): Criterion[] {
  return [...s.house.plan.generalCriteria, ...(categoryOf(s)?.criteria ?? [])];
}

/** A question answered with one line of text. */
function line(key: string, given: Partial<Question> & { min?: number; max?: number } = {}): Question {
  const { min = 2, max = 200, ...rest } = given;
  return {
    key,
    ask: (s) => s.html(`register-${key}`),
    label: (s) => s.t(`register-${key}-label`),
    answer: {
      kind: 'text',
      read: (text, s) => {
        const value = oneLine(text);
        return fitsLength(value, { min, max })
          ? { ok: true, value }
          : {
              ok: false,
              say: s.html('form-line-length', { min, max, example: s.t(`register-${key}-example`) }),
            };
      },
    },
    ...rest,
  };
}

/** A question with a few buttons. */
function choice(
  key: string,
  options: (s: Scene) => Option[] | Promise<Option[]>,
  given: Partial<Question> = {},
): Question {
  return {
    key,
    ask: (s) => s.html(`register-${key}`),
    label: (s) => s.t(`register-${key}-label`),
    answer: { kind: 'choice', options },
    show: (value, s) => s.t(`register-${key}-${String(value)}`),
    ...given,
  };
}

const yesNo =
  (key: string) =>
  (s: Scene): Option[] => [
    { value: 'yes', label: s.t(`register-${key}-yes`) },
    { value: 'no', label: s.t(`register-${key}-no`) },
  ];

function sayProblem(s: Scene, field: string, problem: string): Read {
  return { ok: false, say: s.html(`register-${field}-${problem}`) };
}

/** Officers register on behalf of any unit; liaisons of several units pick theirs. */
const unit: Question = {
  key: 'unit',
  ask: (s) => s.html(holds(s.person, 'officer') ? 'register-unit-any' : 'register-unit'),
  label: (s) => s.t('register-unit-label'),
  when: (s) => s.draft.subject.unitId === undefined,
  // Another unit has other collectives to lead.
  saved: async (value, s) => ({
    '~unitName': (await unitById(s.house.db.pool, Number(value)))?.name,
    ...(value === s.answers.unit ? {} : { leads: undefined }),
  }),
  show: (_value, s) => textOf(s.answers['~unitName']),
  answer: {
    kind: 'text',
    options: (s) => unitsAs(s.person, 'liaison').map((u) => ({ value: String(u.id), label: u.name })),
    read: async (text, s) => {
      const all = await listUnits(s.house.db.pool);
      const mine = unitsAs(s.person, 'liaison').map((u) => u.id);
      const known = holds(s.person, 'officer') ? all : all.filter((u) => mine.includes(u.id));
      const read = readUnit(s, known, text);
      return read.ok ? { ok: true, value: String(read.unit.id) } : read;
    },
  },
};

const subject = choice(
  'subject',
  (s) => [
    { value: 'collective', label: s.t('register-subject-collective') },
    { value: 'individual', label: s.t('register-subject-individual') },
  ],
  {
    // The other subject has other categories, other questions.
    saved: (value, s) =>
      value === previousOf(s, 'subject')
        ? {}
        : { category: undefined, criteria: undefined, leader: undefined, leads: undefined },
  },
);

const category = choice(
  'category',
  (s) => [
    ...s.house.plan.categories
      .filter((c) => c.subject === s.answers.subject)
      .map((c) => ({ value: c.code, label: c.name[s.locale] })),
    { value: '-criteria', label: s.t('register-see-criteria'), act: async () => ({ say: criteriaMenu(s) }) },
  ],
  {
    show: (_value, s) => categoryOf(s)?.name[s.locale],
    saved: (value, s) =>
      value === previousOf(s, 'category') ? {} : { criteria: undefined, leader: undefined, leads: undefined },
  },
);

function criteriaMenu(s: Scene) {
  return criteriaOf(
    s,
    s.house.plan.categories.filter((c) => c.subject === s.answers.subject),
  );
}

const name: Question = {
  ...line('name'),
  answer: {
    kind: 'text',
    read: (text, s) => {
      const length = { min: 3, max: 200 };
      const read = parseName(text, length);
      const example = s.t(individual(s) ? 'register-name-person-example' : 'register-name-example');
      if (read.ok && fitsLength(read.value, length)) return read;
      const say = /\p{L}/u.test(text)
        ? s.html('form-line-length', { ...length, example })
        : s.html('register-name-no-letters', { example });
      return { ok: false, say };
    },
  },
  ask: (s) => s.html(individual(s) ? 'register-name-person' : 'register-name-model'),
  label: (s) => s.t(individual(s) ? 'register-name-person-label' : 'register-name-label'),
  saved: async (value, s) => {
    const similar = await findSimilar(s.house.db.pool, {
      searchName: searchName(textOf(value)),
      subject: textOf(s.answers.subject),
      exceptId: typeof s.draft.subject.exemplarId === 'number' ? s.draft.subject.exemplarId : undefined,
    });
    return {
      duplicate: undefined,
      '~similar': similar.map((e) => ({
        code: e.code,
        name: e.name,
        unit: e.unitName,
        status: e.status,
        id: e.id,
      })),
    };
  },
};

interface SimilarLine {
  code: string;
  name: string;
  unit: string;
  status: string;
}

const similarOf = (s: Scene) =>
  Array.isArray(s.answers['~similar']) ? (s.answers['~similar'] as SimilarLine[]) : [];

const duplicate = choice(
  'duplicate',
  (s) => [
    { value: 'register', label: s.t('register-duplicate-register') },
    {
      value: 'see',
      label: s.t('register-duplicate-see'),
      act: async () => ({
        say: {
          text: similarOf(s)
            .map((e) => s.html('register-duplicate-line', { ...e, status: s.t(`status-${e.status}`) }))
            .join('\n'),
        },
      }),
    },
    { value: 'drop', label: s.t('register-duplicate-drop'), act: async () => ({ discard: true }) },
  ],
  {
    when: (s) => similarOf(s).length > 0,
    unnumbered: true,
    ask: (s) => {
      const [first] = similarOf(s);
      return s.html('register-duplicate', {
        name: first?.name ?? '',
        unit: first?.unit ?? '',
        code: first?.code ?? '',
        status: s.t(`status-${first?.status ?? 'submitted'}`),
      });
    },
  },
);

const birthYear: Question = {
  ...line('birthYear', { when: individual, wantsNumber: true }),
  answer: {
    kind: 'text',
    read: (text, s) => {
      const read = parseYearOfBirth(text, localDate(s.now, s.house.plan.zone));
      return read.ok ? read : sayProblem(s, 'birthYear', 'bad');
    },
  },
};

const sex = choice(
  'sex',
  (s) => [
    { value: 'male', label: s.t('register-sex-male') },
    { value: 'female', label: s.t('register-sex-female') },
  ],
  { when: individual },
);

const leader = choice('leader', yesNo('leader'), {
  when: (s) => individual(s) && (categoryOf(s)?.leaders ?? false),
  saved: (value, s) => (value === previousOf(s, 'leader') ? {} : { leads: undefined }),
});

const leads = choice(
  'leads',
  async (s) => [
    ...(await collectivesOf(s.house.db.pool, Number(s.answers.unit))).map((e) => ({
      value: String(e.id),
      label: shorten(e.name, 60),
    })),
    { value: 'none', label: s.t('register-leads-none') },
  ],
  {
    when: (s) => s.answers.leader === 'yes',
    saved: async (value, s) => ({
      '~leadsName': (await collectivesOf(s.house.db.pool, Number(s.answers.unit))).find(
        (e) => String(e.id) === value,
      )?.name,
    }),
    show: (value, s) =>
      value === 'none' ? s.t('register-leads-none') : textOf(s.answers['~leadsName']) || '…',
  },
);

const memberCount: Question = {
  ...line('memberCount', { when: collective, wantsNumber: true }),
  answer: {
    kind: 'text',
    read: (text, s) => {
      const read = parseWholeNumber(text, { min: 1, max: 1_000_000 });
      return read.ok ? read : sayProblem(s, 'memberCount', 'bad');
    },
  },
};

const summary: Question = {
  key: 'summary',
  ask: (s) => s.html('register-summary'),
  label: (s) => s.t('register-summary-label'),
  answer: { kind: 'paragraphs', min: 50, max: 4000 },
  saved: () => ({ figures: undefined }),
};

const figures = choice(
  'figures',
  (s) => [
    {
      value: 'more',
      label: s.t('register-figures-more'),
      act: async () => ({
        set: { summary: undefined, '~summary': s.answers.summary },
        say: { text: s.html('register-figures-write') },
      }),
    },
    { value: 'leave', label: s.t('register-figures-leave') },
  ],
  { when: (s) => typeof s.answers.summary === 'string' && !hasFigures(s.answers.summary), unnumbered: true },
);

const criteria: Question = {
  key: 'criteria',
  ask: (s) => {
    const lines = tickable(s).map((c, i) => `${i + 1}. ${c.text}`);
    return s.html('register-criteria', { list: lines.join('\n') });
  },
  label: (s) => s.t('register-criteria-label'),
  answer: {
    kind: 'ticks',
    own: 'ownCriteria',
    atLeastOne: true,
    options: (s) => tickable(s).map((c, i) => ({ value: c.code, label: `${i + 1}. ${shorten(c.text, 34)}` })),
  },
  show: (value, s) => {
    const codes = asList(value);
    const numbers = tickable(s).flatMap((c, i) => (codes.includes(c.code) ? [i + 1] : []));
    const own = textOf(s.answers.ownCriteria);
    return (
      s.t('register-criteria-shown', {
        n: codes.length,
        of: tickable(s).length,
        numbers: numbers.join(', ') || '–',
      }) + (own && `; ${own}`)
    );
  },
};

const endorsedOn: Question = {
  ...line('endorsedOn', { wantsNumber: true }),
  answer: {
    kind: 'text',
    read: (text, s) => {
      const read = parseDate(text, localDate(s.now, s.house.plan.zone));
      return read.ok ? read : sayProblem(s, 'endorsedOn', read.problem === 'future' ? 'future' : 'bad');
    },
  },
  show: (value) => formatDate(textOf(value)),
};

const files: Question = {
  key: 'files',
  ask: (s) => s.html('register-files'),
  label: (s) => s.t('register-files-label'),
  answer: { kind: 'files', min: 0, max: 10 },
  optional: true,
  show: (value, s) => s.t('register-files-shown', { n: Number(value) || 0 }),
};

const exception = line('exception', {
  min: 10,
  max: 500,
  unnumbered: false,
  when: (s) => '~over' in s.answers || 'exception' in s.answers,
});

/** The registration, in the order of the dialogues (Plan 101, III, IV.1). */
export const registrationQuestions: Question[] = [
  unit,
  subject,
  category,
  name,
  duplicate,
  birthYear,
  sex,
  line('ethnicity', { when: individual, optional: true, max: 50 }),
  line('position', { when: individual }),
  leader,
  leads,
  line('representative', { when: collective }),
  memberCount,
  line('place'),
  choice('difficult', yesNo('difficult')),
  choice('labour', yesNo('labour')),
  summary,
  figures,
  criteria,
  {
    key: 'impact',
    ask: (s) => s.html('register-impact'),
    label: (s) => s.t('register-impact-label'),
    answer: { kind: 'paragraphs', min: 20, max: 2000 },
  },
  endorsedOn,
  line('minutes', { optional: true, wantsNumber: true }),
  files,
  exception,
];
