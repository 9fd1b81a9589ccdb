import type { DutyTime } from '../duties/owed.ts';
import { readStandings } from '../duties/standing.ts';
import type { LoadedPlan } from '../plan/plan.ts';
import type { Sql } from '../store/sql.ts';
import type { NudgeItem } from './item.ts';

/** One occurrence of a duty of a unit. */
export interface UnitDuty extends DutyTime {
  planId: number;
  unitId: number;
}

/**
 * Lists the duties of a nudge. Those of a later nudge to the same person are left out: one message
 * after a break, not seven.
 */
export async function listNudgedDutiesOf(client: Sql, deliveryId: number): Promise<UnitDuty[]> {
  const { rows } = await client.query<UnitDuty>(aboutSql, [deliveryId]);
  return rows;
}

/**
 * Lists duties of units with their standing at `now`. The units are those that the person then
 * serves as liaison or head.
 */
export async function listItems(
  client: Sql,
  plan: LoadedPlan,
  now: Date,
  personId: number,
  about: UnitDuty[],
): Promise<NudgeItem[]> {
  if (about.length === 0) return [];
  const unitIds = [...new Set(about.map(({ unitId }) => unitId))];
  const wanted = new Set(about.map(keyOf));
  const served = await client.query<ServedUnit>(servedSql, [unitIds, personId, now]);
  const units = new Map(served.rows.map((unit) => [unit.id, unit]));
  const standings = await readStandings(client, plan, now, { unitIds });
  return standings.flatMap((standing) => {
    const unit = wanted.has(keyOf(standing)) ? units.get(standing.unitId) : undefined;
    if (!unit) return [];
    const { id, name, position, liaison, liaisons } = unit;
    return [{ unit: { id, name, position }, as: liaison ? 'liaison' : 'head', liaisons, standing }];
  });
}

interface ServedUnit {
  id: number;
  name: string;
  position: number;
  /** Whether the person registers for the unit; otherwise they head it. */
  liaison: boolean;
  liaisons: string[];
}

const aboutSql = `
  select distinct n.plan_id as "planId", n.unit_id as "unitId", n.duty, n.occurrence
  from nudge n
  where n.delivery_id = $1
    and not exists (
      select 1 from nudge later
      where later.plan_id = n.plan_id and later.duty = n.duty and later.occurrence = n.occurrence and later.unit_id = n.unit_id
        and later.person_id = n.person_id and later.delivery_id > n.delivery_id)`;

const servedSql = `
  with serving as (
    select unit_id, person_id, role from membership
    where unit_id = any ($1) and role in ('liaison', 'head') and since <= $3 and (until is null or until > $3))
  select u.id, u.name, u.position, bool_or(m.role = 'liaison') as liaison,
    array(select distinct p.name from serving s join person p on p.id = s.person_id
          where s.unit_id = u.id and s.role = 'liaison' and p.name is not null order by p.name) as liaisons
  from serving m join unit u on u.id = m.unit_id
  where m.person_id = $2
  group by u.id`;

function keyOf({ planId, unitId, duty, occurrence }: UnitDuty): string {
  return `${planId} ${unitId} ${duty} ${occurrence}`;
}
