import { z } from 'zod';
import { awardParts, checkAwards, checkConference, conferenceParts } from './cross-check-awards.ts';
import { checkDuties, dutyParts } from './cross-check-duties.ts';
import { findRepeats, findUnknown, type Mistake, tellMistake } from './mistake.ts';

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
  const { period, unitKinds, generalCriteria, movements, awards, conference } = parsed.data;
  const categories = z.array(withCriteria).parse(parsed.data.categories);
  const duties = z.array(dutyParts).parse(parsed.data.duties);
  const kinds = [...new Set(unitKinds.flatMap(({ code }) => code ?? []))];
  return [
    ...findRepeatedCodes('unitKinds', unitKinds),
    ...findRepeatedCodes('categories', z.array(codeOnly).parse(parsed.data.categories)),
    ...findRepeatedCodes('movements', movements),
    ...checkAwards(awards),
    ...checkConference(conference, awards),
    ...findRepeatedCodes('duties', z.array(codeOnly).parse(parsed.data.duties)),
    ...findRepeatedCriteria(generalCriteria, categories),
    ...categories.flatMap((category, i) => checkLeaders(category, ['categories', i])),
    ...checkDuties(duties, { kinds, period, conference }),
  ];
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
    ...findRepeatedCodes(undefined, units),
    ...findRepeats(
      units.map(({ name }, i) => ({ value: name, path: [i, 'name'] })),
      'name',
    ),
    ...findUnknown(
      units.map(({ kind }, i) => ({ value: kind, path: [i, 'kind'] })),
      kinds,
      'kindOfPlan',
    ),
  ];
}

/** Only a person leads, and only who leads is asked for the criteria of leaders. */
function checkLeaders(
  { subject, leaders, criteria }: z.infer<typeof withCriteria>,
  path: Mistake['path'],
): Mistake[] {
  const says = tellMistake('file-leads-person');
  return [
    ...misplacedLeaders(leaders, criteria, [...path, 'criteria']),
    ...(leaders && subject !== 'individual' ? [{ path: [...path, 'leaders'], says }] : []),
  ];
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
      ? tellMistake('file-leaders-not-asked')
      : criteria.slice(i + 1).some((behind) => !behind.leaders)
        ? tellMistake('file-leaders-last')
        : undefined;
    return says === undefined ? [] : [{ path: [...path, i, 'leaders'], says }];
  });
}

type Coded = { code?: string | undefined };

function findRepeatedCodes(list: string | undefined, entries: Coded[]): Mistake[] {
  const at = list === undefined ? [] : [list];
  return findRepeats(
    entries.map(({ code }, i) => ({ value: code, path: [...at, i, 'code'] })),
    'code',
  );
}

// Exemplars store only the code of a criterion, so codes are unique in the whole plan.
function findRepeatedCriteria(general: Coded[], categories: { criteria: Coded[] }[]): Mistake[] {
  const all = [
    ...general.map(({ code }, i) => ({ value: code, path: ['generalCriteria', i, 'code'] })),
    ...categories.flatMap(({ criteria }, c) =>
      criteria.map(({ code }, i) => ({ value: code, path: ['categories', c, 'criteria', i, 'code'] })),
    ),
  ];
  return findRepeats(all, 'code');
}
