import { listOwedDuties } from '../duties/owed.ts';
import { buildStandingParameters, standingSql } from '../duties/standing-sql.ts';
import { stageAt } from '../plan/ladder.ts';
import type { Plan } from '../plan/plan.ts';
import type { WorkingCalendar } from '../plan/working-calendar.ts';
import type { Sql } from '../store/sql.ts';

/** A unit that has not done a duty, with one recipient; without `personId` it has none. */
export interface Recipient {
  unitId: number;
  unit: string;
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
 * there once, without a person. In the order of the roster.
 */
export async function listRecipients(
  client: Sql,
  plan: Plan,
  calendar: WorkingCalendar,
  now: Date,
  of: { duty: string; year: number },
): Promise<Recipient[]> {
  const owed = listOwedDuties(plan, now).filter(({ duty, year }) => duty === of.duty && year === of.year);
  const due = owed[0]?.due;
  if (!due) return [];
  const heads = stageAt(plan, calendar, due, now)?.heads ?? false;
  const { rows } = await client.query<Recipient>(recipientsSql, [
    ...buildStandingParameters(plan, owed, undefined, now),
    heads,
  ]);
  return rows;
}

const recipientsSql = `
  with ${standingSql},
  told as (
    select distinct unit_id, person_id from membership
    where (role = 'liaison' or (role = 'head' and $5::boolean)) and since <= $4 and (until is null or until > $4))
  select u.id as "unitId", u.name as unit, p.id as "personId", p.name, p.phone,
    exists (select 1 from account a where a.person_id = p.id and a.reachable) as connected,
    exists (select 1 from account a where a.person_id = p.id) as known
  from standing s
  join unit u on u.id = s.unit_id
  left join told t on t.unit_id = u.id
  left join person p on p.id = t.person_id
  where s.status in ('missing', 'overdue')
  order by u.position, u.id, p.id`;
