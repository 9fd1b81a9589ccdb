import { z } from 'zod';
import { isDate, isZone } from './calendar.ts';
import { type Plan, type UnitEntry, waysToFulfil } from './plan.ts';

// A code is part of a button's data, which has 64 bytes in the Bot API and also holds a verb and an
// id.
const longestCode = 24;
const longestCriterionCode = 16;
// Phones cut off longer labels.
const longestLabel = 64;

const words = z.string('needs a text').normalize('NFC').trim().min(1, 'needs a text');
const label = words.max(longestLabel, `is too long for a button: ${longestLabel} characters at most`);
const bilingual = z.strictObject({ vi: words, en: words }, 'needs { vi: …, en: … }');
const bilingualLabel = z.strictObject({ vi: label, en: label }, 'needs { vi: …, en: … }');
const named = z.strictObject({ name: bilingualLabel }, 'needs { name: { vi: …, en: … } }');

/** Formats "a, b or c". */
const either = new Intl.ListFormat('en-GB', { type: 'disjunction' });

const codeOf = (longest: number) =>
  z
    .string('needs a code such as commune')
    .regex(/^[A-Za-z][A-Za-z0-9_-]*$/, 'needs a code of letters a–z, digits, _ and -, such as commune')
    .max(longest, `is too long for a code: ${longest} characters at most`);
const code = codeOf(longestCode);

const whole = (from: number, to: number) => {
  const error = `needs a whole number from ${from} to ${to}`;
  return z.int(error).min(from, error).max(to, error);
};
const count = whole(0, 10_000);
const days = whole(1, 366);
const year = whole(1990, 2200);

const date = z
  .string('needs a day such as 2021-08-25')
  .regex(/^\d{4}-\d\d-\d\d$/, 'needs a day such as 2021-08-25')
  .refine(isDate, { error: 'is not a day of the calendar', abort: true });
const time = z
  .string('needs a time of day in quotes, such as "08:00"')
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'needs a time of day from "00:00" to "23:59", such as "08:00"');

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

const period = z
  .strictObject({ from: year, to: year }, 'needs { from: …, to: … }')
  .refine(({ from, to }) => from <= to, 'ends before it begins');

const movement = z.strictObject(
  { code: codeOf(longestCriterionCode), name: bilingual, clause: words },
  'needs { code: …, name: { vi: …, en: … }, clause: … }',
);

const legalGround = z
  .strictObject(
    { text: words, from: date.optional(), until: date.optional() },
    'needs { text: …, from: 2024-01-01, until: 2025-06-30 }; from and until may be left out',
  )
  .refine(({ from, until }) => !from || !until || from <= until, 'ends before it begins');

const daysInForce = { from: date.optional(), until: date.optional() };

const award = z
  .strictObject(
    {
      code,
      name: bilingualLabel,
      levels: z.array(code, 'needs a list of levels').min(1, 'needs at least one level'),
      subject: z.literal(['collective', 'individual'], 'needs collective or individual').optional(),
      ...daysInForce,
    },
    'needs { code: …, name: { vi: …, en: … }, levels: [ … ] }; subject, from and until may be left out',
  )
  .refine(({ from, until }) => !from || !until || from <= until, 'ends before it begins');

const awards = z.strictObject(
  {
    levels: z.array(
      z
        .strictObject(
          { code, name: bilingualLabel, ...daysInForce },
          'needs { code: …, name: { vi: …, en: … } }; from and until may be left out',
        )
        .refine(({ from, until }) => !from || !until || from <= until, 'ends before it begins'),
      'needs a list of levels',
    ),
    forms: z.array(award, 'needs a list of forms').default([]),
    titles: z.array(award, 'needs a list of titles').default([]),
  },
  'needs levels, forms and titles',
);

const points = whole(0, 1000);

const conference = z.strictObject(
  {
    name: bilingual,
    delegates: whole(1, 10_000).optional(),
    weights: z.strictObject(
      {
        yearKept: points,
        replication: points,
        award: z.union(
          [points, z.record(code, points)],
          'needs whole points for every award, or by level, such as { district: 2, province: 4 }',
        ),
        directLabour: points,
        difficultArea: points,
      },
      'needs yearKept, replication, award, directLabour, difficultArea',
    ),
  },
  'needs name and weights; delegates may be left out',
);

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

const dayOfPeriod = {
  day: z.union([z.literal('last'), whole(1, 31)], 'needs a day of the month from 1 to 31, or last'),
  /** The day itself is late: trước ngày. */
  before: z.boolean('needs true or false').optional(),
  /** The day lies in the time after the period, not in it. */
  following: z.boolean('needs true or false').optional(),
};

const ends = (shape: RegExp, example: string) => {
  const error = `needs the first and last time, such as ${example}`;
  const end = z.string(error).regex(shape, error);
  return { from: end, to: end };
};

const endsAfterBegin = ({ from, to }: { from: string; to: string }) => from <= to;

const recurring = <const R extends 'halfYearly' | 'quarterly'>(
  rule: R,
  months: number,
  shape: RegExp,
  example: string,
) =>
  z
    .strictObject({
      rule: z.literal(rule),
      ...dayOfPeriod,
      /** Which month of the period, from 1. */
      month: whole(1, months),
      ...ends(shape, example),
    })
    .refine(endsAfterBegin, 'ends before it begins');

const due = z.discriminatedUnion(
  'rule',
  [
    z.strictObject({ rule: z.literal(['before', 'on']), date }),
    z
      .strictObject({
        rule: z.literal('yearly'),
        ...dayOfPeriod,
        month: whole(1, 12),
        from: year,
        to: year,
      })
      .refine(({ from, to }) => from <= to, 'ends before it begins')
      // 2023 is not a leap year: a day that exists in it exists in every year.
      .refine(
        ({ day, month }) => day === 'last' || isDate(`2023-${two(month)}-${two(day)}`),
        'is not a day of every year',
      ),
    recurring('halfYearly', 6, /^\d{4}-H[12]$/, '2021-H2'),
    recurring('quarterly', 3, /^\d{4}-Q[1-4]$/, '2021-Q3'),
    z
      .strictObject({
        rule: z.literal('monthly'),
        ...dayOfPeriod,
        ...ends(/^\d{4}-(0[1-9]|1[0-2])$/, '2021-08'),
      })
      .refine(endsAfterBegin, 'ends before it begins'),
    z.strictObject({ rule: z.literal('unset') }),
  ],
  'needs a rule: before or on (with date), yearly, halfYearly, quarterly or monthly (with day, from, to), or unset',
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

const ladder = z
  .strictObject(
    {
      at: time,
      from: time.optional(),
      until: time,
      lastDayUntil: time.optional(),
      before: z
        .array(days, 'needs a list of days')
        .refine(falling, 'needs days that fall, such as [14, 7, 3, 1]'),
      lastDay: z.boolean('needs true or false'),
      after: z
        .array(days, 'needs a list of days')
        .min(1, 'needs at least one day')
        .refine(rising, 'needs days that rise, such as [1, 3, 7]'),
      everyDaysAfter: days,
      headsFrom: whole(-366, 366),
    },
    'needs at, until, before, lastDay, after, everyDaysAfter, headsFrom',
  )
  .refine(({ at, until }) => at <= until, 'has an `until` earlier than its `at`')
  .refine(({ at, from = at }) => from <= at, 'has a `from` later than its `at`')
  .refine(
    ({ until, lastDayUntil = until }) => until <= lastDayUntil,
    'has a `lastDayUntil` earlier than its `until`',
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

function falling(numbers: number[]): boolean {
  return numbers.every((number, i) => i === 0 || number < (numbers[i - 1] ?? 0));
}

function rising(numbers: number[]): boolean {
  return numbers.every((number, i) => i === 0 || number > (numbers[i - 1] ?? 0));
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
