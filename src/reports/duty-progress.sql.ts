import type { DutyStatus } from '../duties/standing.ts';
import { standingSql } from '../duties/standing-sql.ts';
import type { Occurrence } from '../plan/occurrence.ts';

/** A duty of a unit, with its nudges; days are `YYYY-MM-DD` in the plan's zone. */
export type DutyProgressRow = {
  unitId: number;
  unit: string;
  kind: string;
  duty: string;
  occurrence: Occurrence;
  /** Null while no date is set. */
  lastDay: string | null;
  status: DutyStatus;
  /** Whether a version came after the due to a document that was in time. */
  supplemented: boolean;
  doneOn: string | null;
  /** Nudges about it that reached a person of the unit. */
  nudges: number;
  nudgedOn: string | null;
  /** The liaisons of the unit, and their phone numbers; null: none. */
  liaisons: string | null;
  phones: string | null;
};

/**
 * Lists the duties of units with their nudges, by kind, unit and duty. $1 to $4 as in
 * `buildStandingParameters`; $5 the duties in their order (duty, occurrence, place); $6 codes of
 * kinds in the plan's order; $7 the plan's zone, $8 the plan.
 */
export const dutyProgressSql = `
  WITH ${standingSql},
  asked AS (
    SELECT * FROM jsonb_to_recordset($5::jsonb) AS d (duty text, occurrence text, place int)
  ), nudged AS (
    SELECT n.unit_id, n.duty, n.occurrence, count(DISTINCT d.id)::int AS nudges, max(d.settled_at) AS last_at
    FROM nudge n JOIN delivery d ON d.id = n.delivery_id
    WHERE n.plan_id = $8 AND d.status = 'sent'
    GROUP BY n.unit_id, n.duty, n.occurrence
  ), serving AS (
    SELECT m.unit_id, string_agg(DISTINCT p.name, ', ' ORDER BY p.name) AS names,
           string_agg(DISTINCT p.phone, ', ' ORDER BY p.phone) AS phones
    FROM membership m JOIN person p ON p.id = m.person_id
    WHERE m.role = 'liaison' AND m.since <= $4 AND (m.until IS NULL OR m.until > $4)
    GROUP BY m.unit_id
  )
  SELECT u.id AS "unitId", u.name AS unit, s.kind, s.duty, s.occurrence, s.last_day::text AS "lastDay", s.status,
         s.supplemented_at IS NOT NULL AS supplemented,
         to_char(s.done_at AT TIME ZONE $7, 'YYYY-MM-DD') AS "doneOn",
         coalesce(n.nudges, 0) AS nudges, to_char(n.last_at AT TIME ZONE $7, 'YYYY-MM-DD') AS "nudgedOn",
         v.names AS liaisons, v.phones
  FROM standing s
  JOIN asked a ON a.duty = s.duty AND a.occurrence = s.occurrence
  JOIN unit u ON u.id = s.unit_id
  JOIN plan_unit pu ON pu.plan_id = $8 AND pu.unit_id = u.id
  LEFT JOIN nudged n ON n.unit_id = s.unit_id AND n.duty = s.duty AND n.occurrence = s.occurrence
  LEFT JOIN serving v ON v.unit_id = s.unit_id
  LEFT JOIN unnest($6::text[]) WITH ORDINALITY AS q (kind, place) ON q.kind = s.kind
  ORDER BY q.place NULLS LAST, s.kind, pu.position, u.id, a.place`;
