import type { Plan } from '../plan/plan.ts';
import { dutyKinds } from './kinds/index.ts';
import type { DutyKind, KindColumns } from './kinds/kind.ts';
import type { OwedDuty } from './owed.ts';

const kinds = Object.entries(dutyKinds);
/** Evidence shared by several kinds is included once. */
const evidence = [...new Map(kinds.map(([, { evidence }]) => [evidence.name, evidence])).values()];

const words = (of: (kind: DutyKind) => boolean) =>
  kinds
    .filter(([, kind]) => of(kind))
    .map(([word]) => `'${word}'`)
    .join(', ');

/** A column of `derived`, with each kind's expression. */
function byKind(column: keyof KindColumns): string {
  const cases = kinds.flatMap(([word, { columns }]) =>
    columns[column] ? [`when '${word}' then ${columns[column]}`] : [],
  );
  return `case o.fulfilled_by ${cases.join(' ')} end`;
}

/**
 * The common table expression `standing`: each active unit's duties and whether they are done. It
 * is derived from the evidence of their kinds only, for one unit or fifty thousand. It belongs
 * after `with` and takes the parameters $1 to $4 of `buildStandingParameters`. Columns: unit_id,
 * kind, duty, year, status, done_at, counted; of documents also newest (its status), filed_at,
 * returned_at, supplemented_at. A version that came after the last moment to a document that was in
 * time has its own column (`supplemented_at`).
 */
export const standingSql = `
  owed as (
    select u.id as unit_id, u.kind, q.min, d.duty, d.year, d.fulfilled_by, d.last_moment
    from unit u
    join jsonb_to_recordset($2::jsonb) as q(kind text, min int) on q.kind = u.kind
    join jsonb_to_recordset($1::jsonb)
      as d(duty text, year int, fulfilled_by text, kinds text[], last_moment timestamptz)
      on d.kinds is null or u.kind = any (d.kinds)
    where u.active and ($3::int[] is null or u.id = any ($3))),
  ${evidence.map(({ name, query }) => `${name} as (${query}),`).join('\n  ')}
  derived as (
    select o.*, ${byKind('counted')} as counted, ${byKind('done')} as done, ${byKind('doneAt')} as done_at,
      ${byKind('newest')} as newest, ${byKind('newestAt')} as newest_at, ${byKind('decidedAt')} as decided_at,
      ${byKind('filedAt')} as filed_at
    from owed o
    ${evidence
      .map(({ name, on }) => {
        const of = words((kind) => kind.evidence.name === name);
        return `left join ${name} on o.fulfilled_by in (${of}) and ${on}`;
      })
      .join('\n    ')}),
  standing as (
    select unit_id, kind, duty, year, counted, case when done then done_at end as done_at,
      newest, filed_at, case when newest = 'returned' then decided_at end as returned_at,
      case when done and filed_at <= last_moment and newest_at > last_moment then newest_at end as supplemented_at,
      case
        when done and done_at > last_moment then 'doneLate'
        when done then 'done'
        when fulfilled_by in (${words(({ optional }) => optional)}) then 'optional'
        when last_moment is null then 'unset'
        when last_moment < $4::timestamptz then 'overdue'
        else 'missing'
      end as status
    from derived)`;

/** Builds $1 to $4 of `standingSql`: duties, minimum per kind, units (undefined: all), now. */
export function buildStandingParameters(
  plan: Plan,
  owed: OwedDuty[],
  unitIds: number[] | undefined,
  now: Date,
): [string, string, number[] | null, Date] {
  const duties = owed.map(({ duty, year, fulfilledBy, kinds, due }) => ({
    duty,
    year,
    fulfilled_by: fulfilledBy,
    kinds: kinds ?? null,
    last_moment: due?.lastMoment.toISOString() ?? null,
  }));
  const quotas = plan.unitKinds.map(({ code, quota }) => ({ kind: code, min: quota.min }));
  return [JSON.stringify(duties), JSON.stringify(quotas), unitIds ?? null, now];
}
