import { approvedInSql } from '../approved-sql.ts';

/** An approved exemplar with its publicity in a year; days are `YYYY-MM-DD`. */
export type PublicityRow = {
  unitId: number;
  unit: string;
  kind: string;
  code: string;
  name: string;
  approvedOn: string;
  /** Activities of publicity in the year, and what they say together. */
  times: number;
  media: string | null;
  broadcasts: number | null;
  minutes: number | null;
  reached: number | null;
  lastOn: string | null;
  /** Whether it was publicised by the end of the year, in any year. */
  ever: boolean;
  /** Of the activities that stand in the report with this exemplar for the first time. */
  ownTimes: number;
  ownBroadcasts: number;
  ownMinutes: number;
  ownReached: number;
};

/**
 * Lists the approved exemplars, by kind, unit and order of registration, with their publicity.
 * Approved by the day $2; publicity from the day $1 to $2. $3 unit ids or null for all; $4 codes of
 * kinds in the plan's order; $5 the plan's time zone, $6 the plan; $7 the day whose units are
 * shown; $8 kinds of units, or null for all. One activity may be about several exemplars: `own…`
 * counts each once.
 */
export const publicitySql = `
  WITH listed AS (
    SELECT e.id, e.code, e.name, u.id AS unit_id, u.name AS unit, coalesce(pu.kind, '') AS kind,
           to_char(e.decided_at AT TIME ZONE $5, 'YYYY-MM-DD') AS approved_on,
           row_number() OVER (ORDER BY q.place NULLS LAST, pu.kind, pu.position, u.id, e.id) AS nth
    FROM exemplar e
    JOIN unit u ON u.id = CASE WHEN e.origin_unit_id IS NULL THEN e.unit_id ELSE unit_on_way(e.origin_unit_id, e.unit_id, $7::date) END
    LEFT JOIN plan_unit pu ON pu.plan_id = $6 AND pu.unit_id = u.id
    LEFT JOIN unnest($4::text[]) WITH ORDINALITY AS q (kind, place) ON q.kind = pu.kind
    WHERE ${approvedInSql({ plan: '$6', zone: '$5', day: '$2::date' })}
      AND ($3::int[] IS NULL OR e.unit_id = ANY ($3))
      AND ($8::text[] IS NULL OR pu.kind = ANY ($8))
  ), told AS (
    SELECT ae.exemplar_id, a.held_on, a.place, a.broadcasts, a.minutes, a.reached, a.held_on >= $1::date AS of_year,
           row_number() OVER (PARTITION BY a.id ORDER BY l.nth) = 1 AS own
    FROM activity a
    JOIN activity_exemplar ae ON ae.activity_id = a.id
    JOIN listed l ON l.id = ae.exemplar_id
    WHERE a.kind = 'publicity' AND a.withdrawn_at IS NULL AND a.held_on <= $2::date
  ), summed AS (
    SELECT exemplar_id,
           (count(*) FILTER (WHERE of_year))::int AS times,
           string_agg(DISTINCT place, '; ' ORDER BY place) FILTER (WHERE of_year) AS media,
           (sum(broadcasts) FILTER (WHERE of_year))::int AS broadcasts,
           (sum(minutes) FILTER (WHERE of_year))::int AS minutes,
           (sum(reached) FILTER (WHERE of_year))::float8 AS reached,
           (max(held_on) FILTER (WHERE of_year))::text AS last_on,
           (count(*) FILTER (WHERE of_year AND own))::int AS own_times,
           coalesce(sum(broadcasts) FILTER (WHERE of_year AND own), 0)::int AS own_broadcasts,
           coalesce(sum(minutes) FILTER (WHERE of_year AND own), 0)::int AS own_minutes,
           coalesce(sum(reached) FILTER (WHERE of_year AND own), 0)::float8 AS own_reached
    FROM told GROUP BY exemplar_id
  )
  SELECT l.unit_id AS "unitId", l.unit, l.kind, l.code, l.name, l.approved_on AS "approvedOn",
         coalesce(s.times, 0) AS times, s.media, s.broadcasts, s.minutes, s.reached, s.last_on AS "lastOn",
         s.exemplar_id IS NOT NULL AS ever,
         coalesce(s.own_times, 0) AS "ownTimes", coalesce(s.own_broadcasts, 0) AS "ownBroadcasts",
         coalesce(s.own_minutes, 0) AS "ownMinutes", coalesce(s.own_reached, 0) AS "ownReached"
  FROM listed l LEFT JOIN summed s ON s.exemplar_id = l.id
  ORDER BY l.nth`;
