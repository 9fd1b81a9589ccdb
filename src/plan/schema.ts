import { z } from 'zod';
import { isZone } from './calendar.ts';
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
  either,
  endsInOrder,
  label,
  longestCriterionCode,
  period,
  whole,
  words,
} from './schema-values.ts';

const named = z.strictObject({ name: bilingualLabel }, 'needs { name: { vi: …, en: … } }');
const count = whole(0, 10_000);

// A number without quotes would lose its leading zero.
const phone = z
  .string('needs a phone number in quotes, such as "0269 3824 123"')
  .trim()
  .regex(/^(?:\+?84|0)(?:[ .-]?\d){9,10}$/, 'needs a phone number in quotes, such as "0269 3824 123"');

const criterion = z.strictObject(
  {
    code: codeOf(longestCriterionCode),
    text: words,
    leaders: z.boolean('needs true or false').optional(),
  },
  'needs { code: …, text: … }',
);
const criteria = z.array(criterion, 'needs a list of criteria').min(1, 'needs at least one criterion');

const quota = z
  .strictObject(
    {
      min: count,
      max: count.nullable().describe('null: no upper limit'),
      expected: count.nullable(),
    },
    'needs { min: …, max: … or null, expected: … or null }',
  )
  .refine(({ min, max }) => max === null || min <= max, 'has a min above its max')
  .refine(
    ({ min, max, expected }) => expected === null || (expected >= min && expected <= (max ?? expected)),
    'expects a number outside its min and max',
  );

const movement = z.strictObject(
  { code: codeOf(longestCriterionCode), name: bilingual, clause: words },
  'needs { code: …, name: { vi: …, en: … }, clause: … }',
);

const legalGround = z
  .strictObject(
    { text: words, ...daysInForce },
    'needs { text: …, from: 2024-01-01, until: 2025-06-30 }; from and until may be left out',
  )
  .refine(endsInOrder, 'ends before it begins');

const unitDocument = z.strictObject(
  {
    superior: words.optional(),
    issuer: words,
    sign: words,
    place: words.optional(),
    signer: z.array(words, 'needs a list of lines').min(1, 'needs at least one line, such as [Thủ trưởng]'),
  },
  'needs issuer, sign, signer, and superior and place where they differ',
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
    recipients: z.array(words, 'needs a list of recipients').min(1, 'needs at least one recipient'),
  },
  'needs superior, issuer, committee, office, publicist, signerTitle, recipients',
);

const succession = z.strictObject(
  { from: date, place: words.optional(), bodies: bodies.partial() },
  'needs { from: 2025-07-01, bodies: … }, with the bodies that change',
);

/** Describes the content of a plan file. Checks across several parts are in cross-check.ts. */
export const planSchema = z.strictObject(
  {
    code: words,
    title: bilingual,
    issuedOn: date,
    place: words,
    zone: z.string('needs a time zone').refine(isZone, 'needs a time zone such as Asia/Ho_Chi_Minh'),
    period,
    bodies,
    passesTo: z
      .array(succession, 'needs a list of bodies that take over')
      .refine(
        (list) => list.every(({ from }, i) => i === 0 || from > (list[i - 1]?.from ?? '')),
        'needs days that rise',
      )
      .default([]),
    subjects: z.strictObject({ collective: named, individual: named }, 'needs collective and individual'),
    unitKinds: z
      .array(
        z.strictObject(
          { code, name: bilingualLabel, words, quota, document: unitDocument.optional() },
          'needs code, name, words, quota',
        ),
        'needs a list of kinds of units',
      )
      .min(1, 'needs at least one kind of unit'),
    generalCriteria: criteria,
    categories: z
      .array(
        z.strictObject({
          code,
          subject: z.literal(['collective', 'individual'], 'needs collective or individual'),
          name: bilingualLabel,
          clause: words,
          leaders: z.boolean('needs true or false'),
          criteria,
        }),
        'needs a list of categories',
      )
      .min(1, 'needs at least one category'),
    movements: z.array(movement, 'needs a list of movements').default([]),
    legalGrounds: z.array(legalGround, 'needs a list of legal grounds').default([]),
    awards: awards.default({ levels: [], forms: [], titles: [] }),
    conference: conference.optional(),
    duties: z
      .array(
        z.strictObject({
          code,
          name: bilingualLabel,
          short: bilingualLabel.optional(),
          clause: words,
          owedBy: z.union(
            [z.literal('all'), z.array(code).min(1)],
            'needs `all` or a list of kinds of units, such as [commune]',
          ),
          fulfilledBy: z.literal(waysToFulfil, `needs ${either.format(waysToFulfil)}`),
          inSummary: z.boolean('needs true or false').optional(),
          covers: period.optional(),
          due,
        }),
        'needs a list of duties',
      )
      .min(1, 'needs at least one duty'),
    ladder,
  },
  'needs the keys of a plan: code, title, issuedOn …',
) satisfies z.ZodType<Plan>;

/**
 * Describes the content of a units file. Codes of exemplars begin with a unit's code
 * (GLAR-2021-003).
 */
export const unitsSchema = z
  .array(
    z.strictObject({
      code: z
        .string('needs a code such as GLAR')
        .regex(/^[A-Z][A-Z0-9]{0,11}$/, 'needs a code of 1 to 12 capitals A–Z and digits, such as GLAR'),
      name: words,
      short: label,
      kind: words,
    }),
    'needs a list of units, each { code, name, short, kind }',
  )
  .min(1, 'needs at least one unit') satisfies z.ZodType<UnitEntry[]>;
