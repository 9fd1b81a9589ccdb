import { occurrencesOf } from '../plan/due.ts';
import { type Mistake, tellMistake } from '../plan/mistake.ts';
import { asOccurrence } from '../plan/occurrence.ts';
import type { Plan } from '../plan/plan.ts';
import type { Sql } from '../store/sql.ts';

/** A code of a plan that rows of the database have, and how many. */
interface UsedCode {
  part: 'kind' | 'category' | 'criterion' | 'movement' | 'award' | 'level' | 'duty' | 'subject';
  code: string;
  /** For a duty, its occurrence; for a category, its subject. */
  of: string;
  rows: number;
}

/**
 * Finds the data of a plan that a new version would leave behind. It belongs to a kind of unit, a
 * category with its subject, a criterion, a movement, an award, or a duty's occurrence that would
 * go. Each mistake names the part of the file where it is missing.
 */
export async function findOrphans(sql: Sql, planId: number, plan: Plan): Promise<Mistake[]> {
  const { rows } = await sql.query<UsedCode>(usedSql, [planId]);
  return rows.flatMap((used) => findOrphan(plan, used));
}

function findOrphan(plan: Plan, { part, code, of, rows: n }: UsedCode): Mistake[] {
  switch (part) {
    case 'kind':
      return plan.unitKinds.some((kind) => kind.code === code)
        ? []
        : [{ path: ['unitKinds'], says: tellMistake('file-kind-used', { code, n }) }];
    case 'category':
      return findCategoryOrphan(plan, code, of, n);
    case 'criterion':
      return findCriterionOrphan(plan, code, of, n);
    case 'movement':
      return plan.movements.some((movement) => movement.code === code)
        ? []
        : [{ path: ['movements'], says: tellMistake('file-movement-used', { code, n }) }];
    case 'award':
      return [...plan.awards.forms, ...plan.awards.titles].some((award) => award.code === code)
        ? []
        : [{ path: ['awards'], says: tellMistake('file-award-used', { code, n }) }];
    case 'level':
      return plan.awards.levels.some((level) => level.code === code)
        ? []
        : [{ path: ['awards', 'levels'], says: tellMistake('file-award-used', { code, n }) }];
    case 'duty':
      return findDutyOrphan(plan, code, of, n);
    case 'subject':
      return code in plan.subjects
        ? []
        : [{ path: ['subjects'], says: tellMistake('file-subject-used', { code, n }) }];
  }
}

function findCategoryOrphan(plan: Plan, code: string, subject: string, n: number): Mistake[] {
  const at = plan.categories.findIndex((category) => category.code === code);
  if (at < 0) return [{ path: ['categories'], says: tellMistake('file-category-used', { code, n }) }];
  if (plan.categories[at]?.subject === subject) return [];
  const says = tellMistake('file-category-subject', { subject, n });
  return [{ path: ['categories', at, 'subject'], says }];
}

function findCriterionOrphan(plan: Plan, code: string, category: string, n: number): Mistake[] {
  const at = plan.categories.findIndex((one) => one.code === category);
  const known = [...plan.generalCriteria, ...(plan.categories[at]?.criteria ?? [])];
  if (at < 0 || known.some((one) => one.code === code)) return [];
  const says = tellMistake('file-criterion-used', { code, n });
  return [{ path: ['categories', at, 'criteria'], says }];
}

function findDutyOrphan(plan: Plan, code: string, occurrence: string, n: number): Mistake[] {
  const at = plan.duties.findIndex((duty) => duty.code === code);
  const duty = plan.duties[at];
  const of = { code, time: occurrence === '' ? 'none' : occurrence, n };
  if (!duty) return [{ path: ['duties'], says: tellMistake('file-duty-used', of) }];
  if (occurrencesOf(duty).includes(asOccurrence(occurrence))) return [];
  return [{ path: ['duties', at, 'due'], says: tellMistake('file-duty-time-used', of) }];
}

const usedSql = `
  select 'kind' as part, kind as code, '' as of, count(*)::int as rows from plan_unit where plan_id = $1 group by kind
  union all
  select 'subject', subject::text, '', count(*)::int from exemplar where plan_id = $1 group by subject
  union all
  select 'category', category, subject::text, count(*)::int from exemplar where plan_id = $1 group by category, subject
  union all
  select 'criterion', c.code, e.category, count(*)::int
  from exemplar e cross join lateral unnest(e.criteria) as c(code) where e.plan_id = $1 group by c.code, e.category
  union all
  select 'movement', m.code, '', count(*)::int
  from exemplar e cross join lateral unnest(e.movements) as m(code) where e.plan_id = $1 group by m.code
  union all
  select 'award', coalesce(form, title), '', count(*)::int from award_proposal where plan_id = $1 group by coalesce(form, title)
  union all
  select 'level', level, '', count(*)::int from award_proposal where plan_id = $1 group by level
  union all
  select 'duty', duty, occurrence, count(*)::int from (
    select duty, occurrence from filing where plan_id = $1
    union all select duty, occurrence from nudge where plan_id = $1
    union all select duty, occurrence from nudge_round where plan_id = $1
    union all select duty, occurrence from due_move where plan_id = $1) used
  group by duty, occurrence
  order by 1, 2, 3`;
