import { parseName } from '../../../drafts/parse/parse-name.ts';
import { collectivesOf, findSimilar } from '../../../exemplars/list.ts';
import { holds, unitsAs } from '../../../people/roles.ts';
import { fitsLength } from '../../../text/normalise.ts';
import { searchName } from '../../../text/search-name.ts';
import { shorten } from '../../../text/shorten.ts';
import { listUnits, unitById } from '../../../units/units.ts';
import { readUnit } from '../../core/read-unit.ts';
import type { Question, Scene } from '../../forms/form.ts';
import { choiceAnswer } from '../../forms/kinds/choice.ts';
import { textAnswer } from '../../forms/kinds/text.ts';
import { previousOf } from '../../forms/position.ts';
import { criteriaOf } from '../criteria.ts';
import { categoryOf, individual, textOf } from './question-kinds.ts';
import { type SimilarLine, similarReply } from './similar-reply.ts';

/** Officers register on behalf of any unit; liaisons of several units pick theirs. */
export const unit: Partial<Question> = {
  ask: (s) => s.html(holds(s.person, 'officer') ? 'register-unit-any' : 'register-unit'),
  when: (s) => s.draft.subject.unitId === undefined,
  // Another unit has other collectives to lead.
  saved: async (value, s) => ({
    '~unitName': (await unitById(s.house.db.pool, Number(value)))?.name,
    ...(value === s.answers.unit ? {} : { leads: undefined }),
  }),
  show: (_value, s) => textOf(s.answers['~unitName']),
  answer: textAnswer({
    options: (s) => unitsAs(s.person, 'liaison').map((u) => ({ value: String(u.id), label: u.name })),
    read: async (text, s) => {
      const all = await listUnits(s.house.db.pool);
      const mine = unitsAs(s.person, 'liaison').map((u) => u.id);
      const known = holds(s.person, 'officer') ? all : all.filter((u) => mine.includes(u.id));
      const read = readUnit(s, known, text);
      return read.ok ? { ok: true, value: String(read.unit.id) } : read;
    },
  }),
};

/** The other subject has other categories, other questions. */
export const subject: Partial<Question> = {
  saved: (value, s) =>
    value === previousOf(s, 'subject')
      ? {}
      : { category: undefined, criteria: undefined, leader: undefined, leads: undefined },
};

/** The plan's categories of the subject; their criteria can be read first. */
export const category: Partial<Question> = {
  answer: choiceAnswer({
    options: (s) => [
      ...s.house.plan.categories
        .filter((c) => c.subject === s.answers.subject)
        .map((c) => ({ value: c.code, label: c.name[s.locale] })),
      {
        value: '-criteria',
        label: s.t('register-see-criteria'),
        act: async () => ({ say: criteriaMenu(s) }),
      },
    ],
  }),
  show: (value, s) => s.house.plan.categories.find((c) => c.code === value)?.name[s.locale],
  saved: (value, s) =>
    value === previousOf(s, 'category') ? {} : { criteria: undefined, leader: undefined, leads: undefined },
};

function criteriaMenu(s: Scene) {
  return criteriaOf(
    s,
    s.house.plan.categories.filter((c) => c.subject === s.answers.subject),
  );
}

/** The name, and who is registered with one much like it. */
export const name: Partial<Question> = {
  answer: textAnswer({
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
  }),
  ask: (s) => s.html(individual(s) ? 'register-name-person' : 'register-name-model'),
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

const similarOf = (s: Scene) =>
  Array.isArray(s.answers['~similar']) ? (s.answers['~similar'] as SimilarLine[]) : [];

/** Warns of exemplars with a name much like this one. */
export const duplicate: Question = {
  key: 'duplicate',
  label: (s) => s.t('register-duplicate-label'),
  answer: choiceAnswer({
    options: (s) => [
      { value: 'register', label: s.t('register-duplicate-register') },
      {
        value: 'see',
        label: s.t('register-duplicate-see'),
        act: async () => ({ say: await similarReply(s, similarOf(s)) }),
      },
      { value: 'drop', label: s.t('register-duplicate-drop'), act: async () => ({ discard: true }) },
    ],
  }),
  show: (value, s) => s.t(`register-duplicate-${String(value)}`),
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
};

/** Asked where the category knows leaders. */
export const leader: Partial<Question> = {
  when: (s) => individual(s) && (categoryOf(s)?.leaders ?? false),
  saved: (value, s) => (value === previousOf(s, 'leader') ? {} : { leads: undefined }),
};

/** The collective that the leader heads, of those that the unit has registered. */
export const leads: Partial<Question> = {
  answer: choiceAnswer({
    options: async (s) => [
      ...(await collectivesOf(s.house.db.pool, Number(s.answers.unit))).map((e) => ({
        value: String(e.id),
        label: shorten(e.name, 60),
      })),
      { value: 'none', label: s.t('register-leads-none') },
    ],
  }),
  when: (s) => s.answers.leader === 'yes',
  saved: async (value, s) => ({
    '~leadsName': (await collectivesOf(s.house.db.pool, Number(s.answers.unit))).find(
      (e) => String(e.id) === value,
    )?.name,
  }),
  show: (value, s) =>
    value === 'none' ? s.t('register-leads-none') : textOf(s.answers['~leadsName']) || '…',
};
