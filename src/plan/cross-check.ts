import { z } from 'zod';

/** A mistake and its place: the keys and positions from the top of the file. */
export interface Mistake {
  path: (string | number)[];
  says: string;
}

// These schemas read as much as possible of any file, so that one mistake does not hide others.
const codeOnly = z.object({ code: z.string().optional().catch(undefined) }).catch({});
const criterionParts = z
  .object({
    code: z.string().optional().catch(undefined),
    leaders: z.boolean().optional().catch(undefined),
  })
  .catch({});
const withCriteria = z
  .object({
    criteria: z.array(criterionParts).catch([]),
    subject: z.string().catch(''),
    leaders: z.boolean().catch(false),
  })
  .catch({ criteria: [], subject: '', leaders: false });
const dutyParts = z
  .object({
    owedBy: z.array(z.string()).catch([]),
    fulfilledBy: z.string().catch(''),
    inSummary: z.boolean().catch(false),
    covers: z.object({ from: z.number(), to: z.number() }).optional().catch(undefined),
    due: z
      .object({
        rule: z.string().catch(''),
        from: z.union([z.number(), z.string()]).optional().catch(undefined),
        to: z.union([z.number(), z.string()]).optional().catch(undefined),
      })
      .catch({ rule: '' }),
  })
  .catch({ owedBy: [], fulfilledBy: '', inSummary: false, due: { rule: '' }, covers: undefined });
const awardOf = z
  .object({
    code: z.string().optional().catch(undefined),
    levels: z.array(z.string()).catch([]),
  })
  .catch({ levels: [] });
const awardParts = z
  .object({
    levels: z.array(codeOnly).catch([]),
    forms: z.array(awardOf).catch([]),
    titles: z.array(awardOf).catch([]),
  })
  .catch({ levels: [], forms: [], titles: [] });
const conferenceParts = z
  .object({ weights: z.object({ award: z.record(z.string(), z.unknown()).catch({}) }).catch({ award: {} }) })
  .optional()
  .catch(undefined);
const planParts = z.object({
  period: z.object({ from: z.number(), to: z.number() }).optional().catch(undefined),
  unitKinds: z.array(codeOnly).catch([]),
  generalCriteria: z.array(codeOnly).catch([]),
  categories: z.array(z.unknown()).catch([]),
  movements: z.array(codeOnly).catch([]),
  awards: awardParts,
  conference: conferenceParts,
  duties: z.array(z.unknown()).catch([]),
});

/**
 * Finds the mistakes that show only when several parts of a plan are compared. Accepts any content.
 */
export function crossCheckPlan(file: unknown): Mistake[] {
  const parsed = planParts.safeParse(file);
  if (!parsed.success) return [];
  const { period, unitKinds, generalCriteria, categories, movements, awards, duties } = parsed.data;
  const { conference } = parsed.data;
  const mistakes = [
    ...repeated('unitKinds', unitKinds),
    ...repeated('categories', z.array(codeOnly).parse(categories)),
    ...repeated('movements', movements),
    ...checkAwards(awards),
    ...checkConference(conference, awards),
    ...checkSummaries(z.array(dutyParts).parse(duties), { period, conference }),
    ...repeated('duties', z.array(codeOnly).parse(duties)),
    ...repeatedCriteria(generalCriteria, z.array(withCriteria).parse(categories)),
  ];

  z.array(withCriteria)
    .parse(categories)
    .forEach(({ subject, leaders, criteria }, i) => {
      mistakes.push(...misplacedLeaders(leaders, criteria, ['categories', i, 'criteria']));
      if (leaders && subject !== 'individual') {
        mistakes.push({
          path: ['categories', i, 'leaders'],
          says: 'only a person leads: set it to false, or subject to individual',
        });
      }
    });

  const kinds = new Set(unitKinds.flatMap(({ code }) => code ?? []));
  const registrations: number[] = [];
  const inSummary: number[] = [];
  const written: number[] = [];
  z.array(dutyParts)
    .parse(duties)
    .forEach(({ owedBy, fulfilledBy, inSummary: summed, due }, i) => {
      owedBy.forEach((kind, j) => {
        if (!kinds.has(kind)) {
          mistakes.push({
            path: ['duties', i, 'owedBy', j],
            says: `"${kind}" is no kind of unit here; known are ${[...kinds].join(', ')}`,
          });
        }
      });
      if (fulfilledBy === 'registration') registrations.push(i);
      if (fulfilledBy === 'report') {
        written.push(i);
        if (due.rule !== 'yearly')
          mistakes.push({ path: ['duties', i, 'due', 'rule'], says: 'of a report of the year is yearly' });
      }
      if (summed) {
        inSummary.push(i);
        if (fulfilledBy !== 'filing' || !['before', 'on'].includes(due.rule)) {
          mistakes.push({
            path: ['duties', i, 'inSummary'],
            says: 'is for a duty with one day (rule: before or on) that is `fulfilledBy: filing`',
          });
        }
      }
      if (!period) return;
      for (const end of ['from', 'to'] as const) {
        const year = due[end] === undefined ? undefined : Number(String(due[end]).slice(0, 4));
        if (year !== undefined && (year < period.from || year > period.to)) {
          mistakes.push({
            path: ['duties', i, 'due', end],
            says: `lies outside the period ${period.from}–${period.to}`,
          });
        }
      }
    });
  if (duties.length > 0 && registrations.length === 0) {
    mistakes.push({ path: ['duties'], says: 'needs one duty that is `fulfilledBy: registration`' });
  }
  for (const i of registrations.slice(1)) {
    mistakes.push({
      path: ['duties', i, 'fulfilledBy'],
      says: 'only one duty can be fulfilled by registration',
    });
  }
  for (const i of written.slice(1)) {
    mistakes.push({
      path: ['duties', i, 'fulfilledBy'],
      says: 'only one duty can be the report of the year',
    });
  }
  for (const i of inSummary.slice(1)) {
    mistakes.push({ path: ['duties', i, 'inSummary'], says: 'one duty at most has a column there' });
  }
  return mistakes;
}

/** Finds mistakes among the units of a file, and against the plan's kinds. Accepts any content. */
export function crossCheckUnits(file: unknown, kinds: string[]): Mistake[] {
  const entry = z
    .object({
      code: z.string().optional().catch(undefined),
      name: z.string().optional().catch(undefined),
      kind: z.string().optional().catch(undefined),
    })
    .catch({});
  const units = z.array(entry).catch([]).parse(file);
  return [
    ...repeated(undefined, units),
    ...repeats(
      units.map(({ name }, i) => ({ value: name, path: [i, 'name'] })),
      'name',
    ),
    ...units.flatMap(({ kind }, i) =>
      kind === undefined || kinds.includes(kind)
        ? []
        : [
            {
              path: [i, 'kind'],
              says: `"${kind}" is no kind of unit of the plan; known are ${kinds.join(', ')}`,
            },
          ],
    ),
  ];
}

/** A proposal stores the code of its award, so forms and titles share their codes. */
function checkAwards({ levels, forms, titles }: z.infer<typeof awardParts>): Mistake[] {
  const known = new Set(levels.flatMap(({ code }) => code ?? []));
  const all = [
    ...forms.map((award, i) => ({ award, path: ['awards', 'forms', i] })),
    ...titles.map((award, i) => ({ award, path: ['awards', 'titles', i] })),
  ];
  return [
    ...repeats(
      levels.map(({ code }, i) => ({ value: code, path: ['awards', 'levels', i, 'code'] })),
      'code',
    ),
    ...repeats(
      all.map(({ award, path }) => ({ value: award.code, path: [...path, 'code'] })),
      'code',
    ),
    ...all.flatMap(({ award, path }) =>
      award.levels.flatMap((level, i) =>
        known.has(level)
          ? []
          : [
              {
                path: [...path, 'levels', i],
                says: `"${level}" is no level here; known are ${[...known].join(', ')}`,
              },
            ],
      ),
    ),
  ];
}

/** Points of an award are given by a level that the plan has. */
function checkConference(
  conference: z.infer<typeof conferenceParts>,
  { levels }: z.infer<typeof awardParts>,
): Mistake[] {
  const known = levels.flatMap(({ code }) => code ?? []);
  return Object.keys(conference?.weights.award ?? {}).flatMap((level) =>
    known.includes(level)
      ? []
      : [
          {
            path: ['conference', 'weights', 'award', level],
            says: `"${level}" is no level of the awards; known are ${known.join(', ')}`,
          },
        ],
  );
}

/** `/tongket` writes one summary of the period and one list of nominations, for one conference. */
function checkSummaries(
  duties: z.infer<typeof dutyParts>[],
  { period, conference }: Pick<z.infer<typeof planParts>, 'period' | 'conference'>,
): Mistake[] {
  const mistakes: Mistake[] = [];
  for (const way of ['summary', 'nominations'] as const) {
    const found = duties.flatMap(({ fulfilledBy }, i) => (fulfilledBy === way ? [i] : []));
    for (const i of found.slice(1))
      mistakes.push({ path: ['duties', i, 'fulfilledBy'], says: `only one duty can be \`${way}\`` });
    for (const i of found)
      if (!['before', 'on', 'unset'].includes(duties[i]?.due.rule ?? ''))
        mistakes.push({ path: ['duties', i, 'due', 'rule'], says: 'comes once: before, on or unset' });
  }
  duties.forEach(({ fulfilledBy, covers }, i) => {
    if (fulfilledBy === 'nominations' && !conference)
      mistakes.push({
        path: ['duties', i, 'fulfilledBy'],
        says: 'needs a `conference` with its weights',
      });
    if (covers && fulfilledBy !== 'interim')
      mistakes.push({ path: ['duties', i, 'covers'], says: 'is for a duty that is `fulfilledBy: interim`' });
    else if (covers && period && (covers.from < period.from || covers.to > period.to))
      mistakes.push({
        path: ['duties', i, 'covers'],
        says: `lies outside the period ${period.from}–${period.to}`,
      });
  });
  return mistakes;
}

/** Numbers to tick by are the same for who leads and who does not: those of leaders are last. */
function misplacedLeaders(
  asked: boolean,
  criteria: { leaders?: boolean | undefined }[],
  path: Mistake['path'],
): Mistake[] {
  return criteria.flatMap(({ leaders }, i) => {
    if (!leaders) return [];
    const says = !asked
      ? 'is of leaders only, in a category that does not ask who leads'
      : criteria.slice(i + 1).some((behind) => !behind.leaders)
        ? 'is of leaders only, so it needs to stand behind the others of its category'
        : undefined;
    return says === undefined ? [] : [{ path: [...path, i, 'leaders'], says }];
  });
}

type Coded = { code?: string | undefined };

function repeated(list: string | undefined, entries: Coded[]): Mistake[] {
  const at = list === undefined ? [] : [list];
  return repeats(
    entries.map(({ code }, i) => ({ value: code, path: [...at, i, 'code'] })),
    'code',
  );
}

// Exemplars store only the code of a criterion, so codes are unique in the whole plan.
function repeatedCriteria(general: Coded[], categories: { criteria: Coded[] }[]): Mistake[] {
  const all = [
    ...general.map(({ code }, i) => ({ value: code, path: ['generalCriteria', i, 'code'] })),
    ...categories.flatMap(({ criteria }, c) =>
      criteria.map(({ code }, i) => ({ value: code, path: ['categories', c, 'criteria', i, 'code'] })),
    ),
  ];
  return repeats(all, 'code');
}

function repeats(
  entries: { value: string | undefined; path: (string | number)[] }[],
  what: string,
): Mistake[] {
  const seen = new Set<string>();
  const mistakes: Mistake[] = [];
  for (const { value, path } of entries) {
    if (value === undefined) continue;
    if (seen.has(value))
      mistakes.push({ path, says: `the ${what} "${value}" is taken already; each needs its own` });
    seen.add(value);
  }
  return mistakes;
}
