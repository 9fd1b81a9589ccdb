import { z } from 'zod';
import { findUnknown, type Mistake, tellMistake } from './mistake.ts';

/** As much as can be read of a duty of any plan file. */
export const dutyParts = z
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

type DutyParts = z.infer<typeof dutyParts>;

/** The other parts of a plan that its duties are compared with. */
export interface DutiesPlan {
  kinds: string[];
  period: { from: number; to: number } | undefined;
  conference: object | undefined;
}

/** Finds mistakes of each duty, and duties that a plan has once at most. */
export function checkDuties(duties: DutyParts[], plan: DutiesPlan): Mistake[] {
  return [
    ...duties.flatMap((duty, i) =>
      [
        ...checkOwedBy(duty, plan),
        ...checkReport(duty),
        ...checkInSummary(duty),
        ...checkSummary(duty, plan),
        ...checkYears(duty, plan),
      ].map(({ path, says }) => ({ path: ['duties', i, ...path], says })),
    ),
    ...(duties.length > 0 && !duties.some(({ fulfilledBy }) => fulfilledBy === 'registration')
      ? [{ path: ['duties'], says: tellMistake('file-needs-registration') }]
      : []),
    ...onceOnly(duties),
  ];
}

function checkOwedBy({ owedBy }: DutyParts, { kinds }: DutiesPlan): Mistake[] {
  const entries = owedBy.map((kind, i) => ({ value: kind, path: ['owedBy', i] }));
  // Without kinds the file has a mistake there, which says enough.
  return kinds.length === 0 ? [] : findUnknown(entries, kinds, 'kind');
}

function checkReport({ fulfilledBy, due }: DutyParts): Mistake[] {
  if (fulfilledBy !== 'report' || due.rule === 'yearly') return [];
  return [{ path: ['due', 'rule'], says: tellMistake('file-report-yearly') }];
}

function checkInSummary({ inSummary, fulfilledBy, due }: DutyParts): Mistake[] {
  if (!inSummary || (fulfilledBy === 'filing' && ['before', 'on'].includes(due.rule))) return [];
  const says = tellMistake('file-in-summary');
  return [{ path: ['inSummary'], says }];
}

/** `/tongket` writes one summary of the period and one list of nominations, for one conference. */
function checkSummary(
  { fulfilledBy, due, covers }: DutyParts,
  { conference, period }: DutiesPlan,
): Mistake[] {
  const mistakes: Mistake[] = [];
  const once = fulfilledBy === 'summary' || fulfilledBy === 'nominations';
  if (once && !['before', 'on', 'unset'].includes(due.rule))
    mistakes.push({ path: ['due', 'rule'], says: tellMistake('file-comes-once') });
  if (fulfilledBy === 'nominations' && !conference)
    mistakes.push({ path: ['fulfilledBy'], says: tellMistake('file-needs-conference') });
  if (covers && fulfilledBy !== 'interim')
    mistakes.push({ path: ['covers'], says: tellMistake('file-covers-interim') });
  else if (covers && period && (covers.from < period.from || covers.to > period.to))
    mistakes.push({ path: ['covers'], says: sayOutside(period) });
  return mistakes;
}

function checkYears({ due }: DutyParts, { period }: DutiesPlan): Mistake[] {
  if (!period) return [];
  return (['from', 'to'] as const).flatMap((end) => {
    const year = due[end] === undefined ? undefined : Number(String(due[end]).slice(0, 4));
    if (year === undefined || (year >= period.from && year <= period.to)) return [];
    return [{ path: ['due', end], says: sayOutside(period) }];
  });
}

function sayOutside({ from, to }: { from: number; to: number }): string {
  return tellMistake('file-outside', { from, to });
}

/** Duties that a plan has once at most: the line that is wrong in a second one, and why. */
const single: { is(duty: DutyParts): boolean; line: string; says: string }[] = [
  { ...fulfilled('registration'), says: tellMistake('file-one-registration') },
  { ...fulfilled('report'), says: tellMistake('file-one-report') },
  { ...fulfilled('summary'), says: tellMistake('file-one-summary') },
  { ...fulfilled('nominations'), says: tellMistake('file-one-nominations') },
  { is: ({ inSummary }) => inSummary, line: 'inSummary', says: tellMistake('file-one-column') },
];

function fulfilled(way: string): { is(duty: DutyParts): boolean; line: string } {
  return { is: ({ fulfilledBy }) => fulfilledBy === way, line: 'fulfilledBy' };
}

function onceOnly(duties: DutyParts[]): Mistake[] {
  return single.flatMap(({ is, line, says }) => {
    const found = duties.flatMap((duty, i) => (is(duty) ? [i] : []));
    return found.slice(1).map((i) => ({ path: ['duties', i, line], says }));
  });
}
