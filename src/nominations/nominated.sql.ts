import type { NominationState, Subject } from '../store/generated/enums.ts';
import type { Sql } from '../store/sql.ts';
import type { RankedFacts } from './rank-nominations.ts';

/** A nomination to the conference, with its exemplar and what the ranking counts of it. */
export interface Nominated extends RankedFacts {
  id: number;
  unitId: number;
  unit: string;
  kind: string;
  code: string;
  name: string;
  subject: Subject;
  category: string;
  position: string | null;
  representative: string | null;
  birthYear: number | null;
  sex: string | null;
  ethnicity: string | null;
  place: string;
  grounds: string;
  state: NominationState;
  /** An officer nominated it for the unit. */
  onBehalf: boolean;
  nominatedAt: Date;
  decidedAt: Date | null;
  decidedBy: string | null;
  reason: string | null;
  /** The newest line of its history: a decision names the one that its screen showed. */
  seen: number;
}

/**
 * Lists the nominations of plan $1 whose exemplar is approved, without withdrawn ones. $2: unit ids
 * or null for all; $3: the day whose units are shown. Evaluations and awards are those of this
 * plan.
 */
const nominatedSql = `
  select n.id, n.exemplar_id as "exemplarId", u.id as "unitId", u.name as unit, coalesce(pu.kind, '') as kind, e.code, e.name,
    e.subject::text, e.category, e.position, e.representative, e.birth_year as "birthYear", e.sex, e.ethnicity, e.place,
    e.direct_labour as "directLabour", e.difficult_area as "difficultArea",
    n.grounds, n.state::text, n.on_behalf as "onBehalf", n.nominated_at as "nominatedAt", n.decided_at as "decidedAt",
    p.name as "decidedBy", n.reason, v.kept as "yearsKept", v.spread as replications, a.awards,
    coalesce((select max(c.id) from nomination_change c where c.nomination_id = n.id), 0) as seen
  from nomination n
  join exemplar e on e.id = n.exemplar_id
  join unit u on u.id = case when e.origin_unit_id is null then e.unit_id else unit_on_way(e.origin_unit_id, e.unit_id, $3::date) end
  left join plan_unit pu on pu.plan_id = n.plan_id and pu.unit_id = u.id
  left join person p on p.id = n.decided_by_id
  cross join lateral (
    select (count(*) filter (where o.result in ('kept', 'spread')))::int as kept,
      (count(*) filter (where o.result = 'spread'))::int as spread
    from evaluation o where o.plan_id = n.plan_id and o.exemplar_id = n.exemplar_id) v
  cross join lateral (
    select coalesce(jsonb_object_agg(g.level, g.times), '{}') as awards from (
      select coalesce(d.level, w.level) as level, count(*)::int as times
      from award_proposal w left join award_decision d on d.id = w.decision_id
      where w.plan_id = n.plan_id and w.exemplar_id = n.exemplar_id and w.state = 'granted'
      group by coalesce(d.level, w.level)) g) a
  where n.plan_id = $1 and n.state <> 'withdrawn' and e.status = 'approved'
    and ($2::int[] is null or u.id = any ($2))
  order by n.id`;

/** Reads the nominations of a plan with what the ranking counts, in the order of nomination. */
export async function listNominated(
  sql: Sql,
  of: { planId: number; unitIds?: number[] | undefined; day: string },
): Promise<Nominated[]> {
  const { rows } = await sql.query<Nominated>(nominatedSql, [of.planId, of.unitIds ?? null, of.day]);
  return rows;
}
