import { type DutyTime, listDuesOf, listOwedDuties } from '../duties/owed.ts';
import { buildStandingParameters, standingSql } from '../duties/standing-sql.ts';
import { stageAt } from '../plan/ladder.ts';
import type { LoadedPlan } from '../plan/plan.ts';
import type { WorkingCalendar } from '../plan/working-calendar.ts';
import type { Sql } from '../store/sql.ts';

/** A unit that has not done a duty, with one recipient; without `personId` it has none. */
export interface Recipient {
  unitId: number;
  unit: string;
  /** The last day of the duty for this unit, `YYYY-MM-DD`. */
  lastDay: string;
  personId: number | null;
  name: string | null;
  /** For officers only. */
  phone: string | null;
  /** Whether the person has an account that messages reach. */
  connected: boolean;
  /**
   * Whether the person ever connected on a channel; if so and not `connected`, every account has
   * blocked the bot.
   */
  known: boolean;
}

/**
 * Lists the recipients of a nudge by hand about one duty. For each unit that has not done it these
 * are its liaisons, and its heads where the ladder would tell them by now. A unit without people is
 * there once, without a person. In the order of the roster. `unitIds`: only these units.
 */
export async function listRecipients(
  client: Sql,
  plan: LoadedPlan,
  calendar: WorkingCalendar,
  now: Date,
  of: DutyTime & { unitIds?: number[] | undefined },
): Promise<Recipient[]> {
  const owed = listOwedDuties(plan, now).filter(
    ({ duty, occurrence }) => duty === of.duty && occurrence === of.occurrence,
  );
  const dues = owed.flatMap((one) => listDuesOf(plan, one));
  const tellsHeads = dues
    .filter((due) => stageAt(plan, calendar, due, now)?.heads)
    .map(({ lastDay }) => lastDay);
  const { rows } = await client.query<Recipient>(recipientsSql, [
    ...buildStandingParameters(plan, owed, of.unitIds, now),
    tellsHeads,
  ]);
  return rows;
}

const recipientsSql = `
  with ${standingSql}
  select u.id as "unitId", u.name as unit, s.last_day::text as "lastDay", p.id as "personId", p.name, p.phone,
    exists (select 1 from account a where a.person_id = p.id and a.reachable) as connected,
    exists (select 1 from account a where a.person_id = p.id) as known
  from standing s
  join unit u on u.id = s.unit_id
  -- Looked up unit by unit: how many standings there are is not estimated well enough for a join.
  left join lateral (
    select person_id, bool_or(role = 'liaison') as liaison from membership
    where unit_id = u.id and role in ('liaison', 'head') and since <= $4 and (until is null or until > $4)
    group by person_id) t on t.liaison or s.last_day = any ($5::date[])
  left join person p on p.id = t.person_id
  where s.status in ('missing', 'overdue') and s.last_day is not null
  order by u.position, u.id, p.id`;
