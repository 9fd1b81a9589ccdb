import { z } from 'zod';
import { criteriaOffered, criterionNumbers } from '../../plan/criteria.ts';
import { nameMovements } from '../../plan/movements.ts';
import { Subject } from '../../store/generated/enums.ts';
import { writeLeads } from '../leads.ts';
import { ownCriterionCode, readOwnCriterionCode } from '../own-criteria/codes.ts';
import { type FactPlace, type FactReader, fact, factOf, maybeFact } from './fact.ts';
import { longText, oneOf, ownKind, pastDay, textLine, wholeNumber, yearOfBirth, yesOrNo } from './kinds.ts';

/** Leaves out empty answers: their questions are asked only on some condition. */
const whenThere = (value: unknown) => (value === null || value === '' ? undefined : value);

/** Ticked codes without those of a unit's own criteria, which are a fact of their own. */
const ofThePlan = (codes: string[]) => codes.filter((code) => readOwnCriterionCode(code) === undefined);

const sayOwnTicked = (ids: number[], _reader: FactReader, { ownWords }: FactPlace) =>
  ids.map((id) => ownWords(id) ?? '…').join('; ');

/** Minimum and maximum length of a summary, in characters. */
export const summaryBounds = { min: 50, max: 4000 };

/**
 * Every fact of a registration, declared once, in the order of the questions (Plan 101, III, IV.1).
 * A new one needs a line here, its texts `register-<key>…` in both locales, and its column by a
 * migration.
 */
export const registrationFields = {
  unitId: fact(ownKind(z.coerce.number().int(), { answer: (value) => String(value) }), {
    key: 'unit',
    line: false,
    mendable: false,
  }),
  subject: fact(
    ownKind(z.enum(Subject), {
      say: (value, { plan, locale }) => plan.subjects[value].name[locale],
    }),
    { copied: true, line: false, sheet: { heading: 'Đối tượng', width: 8 } },
  ),
  category: fact(
    ownKind(z.string(), {
      say: (value, { plan, locale }) =>
        plan.categories.find(({ code }) => code === value)?.name[locale] ?? value,
    }),
    { copied: true, follows: ['subject'], line: false, sheet: { heading: 'Lĩnh vực', width: 15 } },
  ),
  name: fact(ownKind(z.string().min(1)), { line: false, personLabel: true }),
  birthYear: maybeFact(yearOfBirth(), { of: 'individual', sheet: { heading: 'Năm sinh', width: 6 } }),
  sex: maybeFact(oneOf(['male', 'female']), {
    of: 'individual',
    sheet: { heading: 'Giới tính', width: 5.5 },
  }),
  ethnicity: maybeFact(textLine({ max: 50, brief: true, lead: /^(?:người|nguoi|dân tộc|dan toc)\s+/iu }), {
    of: 'individual',
    optional: true,
    offered: true,
    sheet: { heading: 'Dân tộc', width: 7.5 },
  }),
  position: maybeFact(textLine({ brief: true }), {
    of: 'individual',
    sheet: { heading: 'Chức vụ / người đại diện', width: 14 },
  }),
  leader: maybeFact(yesOrNo(), { of: 'individual', follows: ['subject', 'category'] }),
  // The collective that a leader heads; null: none yet (Plan 101, III.3.2).
  leadsId: maybeFact(
    ownKind(
      z.string().transform((value) => (/^\d+$/.test(value) ? Number(value) : null)),
      {
        answer: (value, { leader, leadsDraftId }) =>
          leader === true ? writeLeads(value, leadsDraftId) : undefined,
        say: (value, { t }, { nameOf }) =>
          (value === null ? undefined : nameOf(value)) ?? t('register-leads-none'),
        sayNone: ({ t }, { leader, leadsDraft }) => {
          if (!leader) return null;
          return leadsDraft ? t('register-leads-draft', { name: leadsDraft }) : t('register-leads-none');
        },
        sayInHistory: (value, _reader, { nameOf }) => (value === null ? '–' : (nameOf(value) ?? '…')),
      },
    ),
    { key: 'leads', of: 'individual', follows: ['leader'] },
  ),
  // The collective while it is a draft of the unit.
  leadsDraftId: maybeFact(
    ownKind(z.int(), { answer: whenThere, sayInHistory: (_id, { t }) => t('a-draft') }),
    {
      key: 'leadsDraft',
      of: 'individual',
      askedWith: 'leads',
      follows: [],
      line: false,
      mendable: false,
    },
  ),
  representative: maybeFact(textLine(), {
    of: 'collective',
    offered: true,
    copied: true,
    sheet: { with: 'position' },
  }),
  memberCount: maybeFact(wholeNumber({ min: 1, max: 1_000_000 }), { of: 'collective' }),
  place: fact(textLine({ brief: true }), {
    offered: true,
    copied: true,
    sheet: { heading: 'Địa bàn', width: 12 },
  }),
  difficultArea: fact(yesOrNo(), {
    key: 'difficult',
    copied: true,
    sheet: { heading: 'Vùng khó khăn', width: 6 },
  }),
  directLabour: fact(yesOrNo(), {
    key: 'labour',
    copied: true,
    sheet: { heading: 'Lao động trực tiếp', width: 6 },
  }),
  summary: fact(longText(summaryBounds), { sheet: { heading: 'Tóm tắt thành tích', width: 44 } }),
  criteria: fact(
    ownKind(z.array(z.string()).transform(ofThePlan), {
      answer: (codes, { ownTicked }) => [
        ...(Array.isArray(codes) ? codes : []),
        ...(Array.isArray(ownTicked) ? ownTicked.map(ownCriterionCode) : []),
      ],
      say: (codes, { plan, t }, { category, leader }) => {
        const met = criterionNumbers(plan, category, codes);
        const of = criteriaOffered(plan, { category, leads: leader === true, ticked: codes }).length;
        return t('register-criteria-shown', { n: met.length, of, numbers: met.join(', ') || '–' });
      },
      sayInHistory: (codes, { plan, t }, { category }) => {
        const met = criterionNumbers(plan, category, codes);
        return met.length > 0 ? t('review-changed-numbers', { numbers: met.join(', ') }) : '–';
      },
      cell: {
        kind: 'number',
        value: (value) => (typeof value === 'number' ? value : null),
        sql: (column) => `cardinality(${column}) + cardinality(e.own_ticked)`,
      },
    }),
    { follows: ['category', 'leader'], sheet: { heading: 'Số tiêu chí', width: 5 } },
  ),
  // The unit's own criteria that are ticked (Plan 101, III.2).
  ownTicked: fact(
    ownKind(
      z
        .array(z.int())
        .nullish()
        .transform((ids) => ids ?? []),
      { say: sayOwnTicked, sayInHistory: (ids, reader, place) => sayOwnTicked(ids, reader, place) || '–' },
    ),
    { askedWith: 'criteria', mendable: false },
  ),
  ownCriteria: maybeFact(ownKind(z.string(), { answer: whenThere }), {
    askedWith: 'criteria',
    mendable: false,
  }),
  movements: maybeFact(
    ownKind(
      z.array(z.string()).transform((codes) => (codes.length > 0 ? codes : null)),
      { say: (codes, { plan, locale }) => nameMovements(plan, locale, codes ?? []) },
    ),
    {
      optional: true,
      inPlan: ({ movements }) => movements.length > 0,
      sheet: { heading: 'Phong trào thi đua', width: 14 },
    },
  ),
  impact: fact(longText({ min: 20, max: 2000 })),
  endorsedOn: fact(pastDay()),
  minutes: maybeFact(textLine({ number: true, brief: true }), { optional: true }),
  // The number of files: the files themselves are attachments.
  files: fact(
    ownKind(
      z
        .number()
        .nullish()
        .transform((n) => n ?? 0),
      { say: (n, { t }) => t('register-files-shown', { n }), sayInHistory: String },
    ),
    { optional: true, stored: false },
  ),
  exceptionReason: maybeFact(
    { ...textLine({ min: 10, max: 500 }), answer: whenThere },
    { key: 'exception', line: false },
  ),
};

/** The facts in their order. */
export const facts = Object.entries(registrationFields).map(([field, schema]) => factOf(field, schema));

/**
 * Finds the fact of a question's key. Undefined for other keys, and for a fact that is asked within
 * another question.
 */
export function factByKey(key: string): (typeof facts)[number] | undefined {
  return facts.find((one) => one.key === key);
}
