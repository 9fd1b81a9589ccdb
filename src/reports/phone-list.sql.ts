import type { DutyTime } from '../duties/owed.ts';
import { standingSql } from '../duties/standing-sql.ts';
import type { UnitRole } from '../people/roles.ts';
import type { DeliveryStatus } from '../store/generated/enums.ts';

/**
 * Why a message does not arrive. The unit has no liaison, the person never connected, blocked the
 * bot on every channel, or the last nudge failed.
 */
export type Unreached = 'nobody' | Extract<DeliveryStatus, 'unconnected' | 'blocked' | 'failed'>;

/** A person to phone about one unit; without `personId` the unit has no people to tell. */
export type PhoneRow = {
  unitId: number;
  unit: string;
  kind: string;
  personId: number | null;
  name: string | null;
  phone: string | null;
  role: UnitRole | null;
  /** The duties that the unit has not done, in the order of the plan. */
  duties: DutyTime[];
  /** The earliest last day of these duties, `YYYY-MM-DD`. */
  due: string;
  why: Unreached;
  /** The last nudge about this unit that reached the person, `YYYY-MM-DD` in the plan's zone. */
  nudgedOn: string | null;
};

/**
 * Lists the people whom no message reaches although a nudge about their unit is due, by kind, unit
 * and person. $1 to $4 as in `buildStandingParameters`; $5 the dated duties (plan_id, duty,
 * occurrence, last_day, begun, heads, place): `begun` where the ladder nudges about it by now,
 * `heads` where it tells heads too; a duty that an officer nudged about by hand has begun; $6 codes
 * of kinds in the plan's order; $7 the plan's zone, $8 the plan.
 */
export const phoneListSql = `
  WITH ${standingSql},
  dated AS (
    SELECT * FROM jsonb_to_recordset($5::jsonb) AS d (plan_id int, duty text, occurrence text, last_day date, begun boolean, heads boolean, place int)
  ), lacking AS (
    SELECT s.unit_id, d.* FROM standing s JOIN dated d USING (plan_id, duty, occurrence, last_day)
    WHERE s.status IN ('missing', 'overdue')
      AND (d.begun OR EXISTS (
        SELECT 1 FROM nudge_round r
        WHERE r.plan_id = d.plan_id AND r.duty = d.duty AND r.occurrence = d.occurrence))
  ), serving AS (
    SELECT unit_id, person_id, bool_or(role = 'liaison') AS liaison
    FROM membership
    WHERE role IN ('liaison', 'head') AND since <= $4 AND (until IS NULL OR until > $4)
    GROUP BY unit_id, person_id
  ), told AS (
    SELECT l.unit_id, s.person_id, s.liaison, min(l.last_day)::text AS due,
           json_agg(json_build_object('duty', l.duty, 'occurrence', l.occurrence) ORDER BY l.place) AS duties
    FROM lacking l LEFT JOIN serving s ON s.unit_id = l.unit_id AND (s.liaison OR l.heads)
    GROUP BY l.unit_id, s.person_id, s.liaison
  ), connected AS (
    SELECT person_id, bool_or(reachable) AS reachable FROM account WHERE person_id IS NOT NULL GROUP BY person_id
  ), nudged AS (
    SELECT n.unit_id, n.person_id, max(d.settled_at) FILTER (WHERE d.status = 'sent') AS sent_at,
           (array_agg(d.status ORDER BY d.id DESC) FILTER (WHERE d.status NOT IN ('pending', 'dropped')))[1] AS last
    FROM nudge n JOIN delivery d ON d.id = n.delivery_id
    GROUP BY n.unit_id, n.person_id
  )
  SELECT u.id AS "unitId", u.name AS unit, pu.kind, p.id AS "personId", p.name, p.phone,
         CASE WHEN t.liaison THEN 'liaison' WHEN p.id IS NOT NULL THEN 'head' END AS role,
         t.duties, t.due,
         CASE WHEN t.person_id IS NULL THEN 'nobody' WHEN c.person_id IS NULL THEN 'unconnected'
              WHEN NOT c.reachable THEN 'blocked' ELSE 'failed' END AS why,
         to_char(n.sent_at AT TIME ZONE $7, 'YYYY-MM-DD') AS "nudgedOn"
  FROM told t
  JOIN unit u ON u.id = t.unit_id
  JOIN plan_unit pu ON pu.unit_id = u.id AND pu.plan_id = $8
  LEFT JOIN person p ON p.id = t.person_id
  LEFT JOIN connected c ON c.person_id = t.person_id
  LEFT JOIN nudged n ON n.unit_id = t.unit_id AND n.person_id = t.person_id
  LEFT JOIN unnest($6::text[]) WITH ORDINALITY AS q (kind, place) ON q.kind = pu.kind
  WHERE t.person_id IS NULL OR c.reachable IS NOT TRUE OR n.last = 'failed'
  ORDER BY q.place NULLS LAST, pu.kind, pu.position, u.id, p.id NULLS LAST`;
