import { z } from 'zod';
import { isZone } from './calendar.ts';
import { tellMistake } from './mistake.ts';
import { type Plan, type UnitEntry, waysToFulfil } from './plan.ts';
import { awards, conference } from './schema-awards.ts';
import { due } from './schema-due.ts';
import { ladder } from './schema-ladder.ts';
import {
  bilingual,
  bilingualLabel,
  code,
  codeOf,
  date,
  daysInForce,
  endsInOrder,
  label,
  longestCriterionCode,
  period,
  whole,
  words,
} from './schema-values.ts';

const named = z.strictObject(
  { name: bilingualLabel },
  tellMistake('file-form', { form: '{ name: { vi: …, en: … } }' }),
);
const count = whole(0, 10_000);

// A number without quotes would lose its leading zero.
const phone = z
  .string(tellMistake('file-phone'))
  .trim()
  .regex(/^(?:\+?84|0)(?:[ .-]?\d){9,10}$/, tellMistake('file-phone'));

const criterion = z.strictObject(
  {
    code: codeOf(longestCriterionCode),
    text: words,
    leaders: z.boolean(tellMistake('file-true-false')).optional(),
  },
  tellMistake('file-form', { form: '{ code: …, text: … }' }),
);
const criteria = z
  .array(criterion, tellMistake('file-list-criteria'))
  .min(1, tellMistake('file-one-criterion-at-least'));

const quota = z
  .strictObject(
    {
      min: count,
      max: count.nullable().describe('null: no upper limit'),
      expected: count.nullable(),
    },
    tellMistake('file-form', { form: '{ min: …, max: … or null, expected: … or null }' }),
  )
  .refine(({ min, max }) => max === null || min <= max, tellMistake('file-min-above-max'))
  .refine(
    ({ min, max, expected }) => expected === null || (expected >= min && expected <= (max ?? expected)),
    tellMistake('file-expected-outside'),
  );

const movement = z.strictObject(
  { code: codeOf(longestCriterionCode), name: bilingual, clause: words },
  tellMistake('file-form', { form: '{ code: …, name: { vi: …, en: … }, clause: … }' }),
);

const legalGround = z
  .strictObject(
    { text: words, ...daysInForce },
    tellMistake('file-form-left-out', { form: '{ text: …, from: 2024-01-01, until: 2025-06-30 }' }),
  )
  .refine(endsInOrder, tellMistake('file-ends-early'));

const unitDocument = z.strictObject(
  {
    superior: words.optional(),
    issuer: words,
    sign: words,
    place: words.optional(),
    signer: z.array(words, tellMistake('file-list-lines')).min(1, tellMistake('file-one-line-at-least')),
  },
  tellMistake('file-document-keys'),
);

const bodies = z.strictObject(
  {
    superior: words,
    issuer: words,
    committee: bilingual,
    office: bilingual,
    officePhone: phone.optional(),
    publicist: bilingual,
    signerTitle: words,
    signerName: words.optional(),
    recipients: z
      .array(words, tellMistake('file-list-recipients'))
      .min(1, tellMistake('file-one-recipient-at-least')),
  },
  tellMistake('file-bodies-keys'),
);

const succession = z.strictObject(
  { from: date, place: words.optional(), bodies: bodies.partial() },
  tellMistake('file-form-bodies', { form: '{ from: 2025-07-01, bodies: … }' }),
);

/** Describes the content of a plan file. Checks across several parts are in cross-check.ts. */
export const planSchema = z.strictObject(
  {
    code: words,
    title: bilingual,
    issuedOn: date,
    place: words,
    zone: z.string(tellMistake('file-zone')).refine(isZone, tellMistake('file-zone-unknown')),
    period,
    bodies,
    passesTo: z
      .array(succession, tellMistake('file-list-bodies'))
      .refine(
        (list) => list.every(({ from }, i) => i === 0 || from > (list[i - 1]?.from ?? '')),
        tellMistake('file-from-rise'),
      )
      .default([]),
    subjects: z.strictObject({ collective: named, individual: named }, tellMistake('file-subjects')),
    unitKinds: z
      .array(
        z.strictObject(
          { code, name: bilingualLabel, words, quota, document: unitDocument.optional() },
          tellMistake('file-kind-keys'),
        ),
        tellMistake('file-list-kinds'),
      )
      .min(1, tellMistake('file-one-kind-at-least')),
    generalCriteria: criteria,
    categories: z
      .array(
        z.strictObject({
          code,
          subject: z.literal(['collective', 'individual'], tellMistake('file-subject')),
          name: bilingualLabel,
          clause: words,
          leaders: z.boolean(tellMistake('file-true-false')),
          criteria,
        }),
        tellMistake('file-list-categories'),
      )
      .min(1, tellMistake('file-one-category-at-least')),
    movements: z.array(movement, tellMistake('file-list-movements')).default([]),
    legalGrounds: z.array(legalGround, tellMistake('file-list-legal-grounds')).default([]),
    awards: awards.default({ levels: [], forms: [], titles: [] }),
    conference: conference.optional(),
    duties: z
      .array(
        z.strictObject({
          code,
          name: bilingualLabel,
          short: bilingualLabel.optional(),
          clause: words,
          owedBy: z.union([z.literal('all'), z.array(code).min(1)], tellMistake('file-owed-by')),
          fulfilledBy: z.literal(waysToFulfil, tellMistake('file-ways', { ways: waysToFulfil.join(', ') })),
          inSummary: z.boolean(tellMistake('file-true-false')).optional(),
          covers: period.optional(),
          due,
        }),
        tellMistake('file-list-duties'),
      )
      .min(1, tellMistake('file-one-duty-at-least')),
    ladder,
  },
  tellMistake('file-plan-keys'),
) satisfies z.ZodType<Plan>;

/**
 * Describes the content of a units file. Codes of exemplars begin with a unit's code
 * (GLAR-2021-003).
 */
export const unitsSchema = z
  .array(
    z.strictObject({
      code: z
        .string(tellMistake('file-unit-code'))
        .regex(/^[A-Z][A-Z0-9]{0,11}$/, tellMistake('file-unit-code-shape')),
      name: words,
      short: label,
      kind: words,
    }),
    tellMistake('file-form-units', { form: '{ code, name, short, kind }' }),
  )
  .min(1, tellMistake('file-one-unit-at-least')) satisfies z.ZodType<UnitEntry[]>;
