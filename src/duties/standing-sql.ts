import type { LoadedPlan } from '../plan/plan.ts';
import { buildDues, dueSql } from './due-sql.ts';
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
 * after `with` and takes the parameters $1 to $4 of `buildStandingParameters`. Columns: plan_id,
 * unit_id, kind, own_min, own_max, duty, occurrence, last_day, status, done_at, counted; of
 * documents also newest (its status), filed_at, returned_at, supplemented_at. A version that came
 * after the last moment to a document that was in time has its own column (`supplemented_at`).
 */
export const standingSql = `
  ${dueSql('$1')},
  owed as (
    select u.id as unit_id, pu.kind, coalesce(pu.min, q.min) as min, pu.min as own_min,
      pu.max as own_max, d.plan_id, d.duty, d.occurrence, d.fulfilled_by,
      coalesce(w.last_day, d.last_day) as last_day, coalesce(w.last_moment, d.last_moment) as last_moment
    from duty_time d
    join plan_unit pu on pu.plan_id = d.plan_id and (d.kinds is null or pu.kind = any (d.kinds))
    join unit u on u.id = pu.unit_id
    join jsonb_to_recordset($2::jsonb) as q(plan_id int, kind text, min int)
      on q.plan_id = pu.plan_id and q.kind = pu.kind
    left join own_due w on w.unit_id = u.id and w.plan_id = d.plan_id and w.duty = d.duty and w.occurrence = d.occurrence
    where u.active and ($3::int[] is null or u.id = any ($3))
      -- What was due before a unit began is not its own, unless it took over from those who owed it.
      and (u.owes_from is null or coalesce(w.last_day, d.last_day) is null
        or coalesce(w.last_day, d.last_day) >= u.owes_from)),
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
    select plan_id, unit_id, kind, own_min, own_max, duty, occurrence, last_day, counted, case when done then done_at end as done_at,
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

/** The first four parameters of `standingSql`. */
type StandingParameters = [dues: string, quotas: string, unitIds: number[] | null, now: Date];

/**
 * Builds $1 to $4 of `standingSql`: duties with their dues, minimum per kind, units (undefined:
 * all), now.
 */
export function buildStandingParameters(
  plan: LoadedPlan,
  owed: OwedDuty[],
  unitIds: number[] | undefined,
  now: Date,
): StandingParameters {
  return buildParametersOfPlans([{ plan, owed }], unitIds, now);
}

/** Builds $1 to $4 of `standingSql` for duties of several plans at once. */
export function buildParametersOfPlans(
  owing: { plan: LoadedPlan; owed: OwedDuty[] }[],
  unitIds: number[] | undefined,
  now: Date,
): StandingParameters {
  const dues = owing.flatMap(({ plan, owed }) => buildDues(plan, owed));
  const quotas = owing.flatMap(({ plan: { id, unitKinds } }) =>
    unitKinds.map(({ code, quota }) => ({ plan_id: id, kind: code, min: quota.min })),
  );
  return [JSON.stringify(dues), JSON.stringify(quotas), unitIds ?? null, now];
}
