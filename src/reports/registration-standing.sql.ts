import { handedInSql } from '../duties/handed-in-sql.ts';

/** A unit's exemplars of one occurrence of the registration, or of all years if it is due once. */
export interface CountedTime {
  occurrence: string;
  counted: number;
  /** When as many as the minimum had first been handed in; null: not yet. ISO 8601. */
  reachedAt: string | null;
}

/** A unit's registration (Plan 101, IV.1), as one query returns it. */
export type RegistrationStandingRow = {
  unitId: number;
  name: string;
  kind: string;
  /** A quota of its own; `ownMin` null: its kind's. */
  ownMin: number | null;
  ownMax: number | null;
  active: boolean;
  /** Earlier dues are not its own, `YYYY-MM-DD`; null: all dues are. */
  owesFrom: string | null;
  /** Exemplars that count: submitted or approved. */
  counted: number;
  /** Exemplars that count and were registered in the period itself, for any occurrence. */
  countedThisYear: number;
  approved: number;
  returned: number;
  collective: number;
  individual: number;
  /** The counts for each occurrence of the registration with exemplars. */
  times: CountedTime[];
  /**
   * When the document of the duty $6 was first handed in; null: not handed in, or returned since.
   */
  filedAt: Date | null;
};

/**
 * Lists every unit with its registrations, by kind and roster. They are of the years $1 to $2, or
 * of the occurrences $9 where the registration recurs (null: it is due once). The kinds are in the
 * plan's order. $3 unit ids or null for all; $4 codes of kinds in order, $5 their minimums; $6 the
 * duty whose document is shown, or null; $7 the plan; $8 the day of the report; $10 the first year
 * of the period itself, $11 and $12 the first and last moment of a half-year, or null. The units
 * are those of that day; one that is not there then stays while it has exemplars, or is one of
 * $13, so that the totals hold.
 */
export const registrationStandingSql = `
  WITH quota AS (
    SELECT kind, min, place FROM unnest($4::text[], $5::int[]) WITH ORDINALITY AS q (kind, min, place)
  ), place AS (
    SELECT pu.unit_id, pu.kind, pu.min AS own_min, pu.max AS own_max, coalesce(pu.min, q.min) AS min, q.place,
           pu.position
    FROM plan_unit pu LEFT JOIN quota q ON q.kind = pu.kind
    WHERE pu.plan_id = $7
  ), registered AS (
    SELECT unit_id, subject, status, submitted_at, time, asked, within,
           status IN ('submitted', 'approved') AS counts,
           row_number() OVER (PARTITION BY unit_id, time, asked, status <> 'withdrawn' ORDER BY submitted_at, id) AS nth
    FROM (
      SELECT id, subject, status, submitted_at, year,
             CASE WHEN $9::text[] IS NULL THEN '' ELSE occurrence END AS time,
             CASE WHEN $9::text[] IS NULL THEN year BETWEEN $1 AND $2 ELSE occurrence = ANY ($9) END
               AND ($12::timestamptz IS NULL OR year < $2 OR submitted_at <= $12) AS asked,
             year BETWEEN $10 AND $2 AND ($11::timestamptz IS NULL OR submitted_at BETWEEN $11 AND $12) AS within,
             CASE WHEN origin_unit_id IS NULL THEN unit_id
                  ELSE unit_on_way(origin_unit_id, coalesce(counts_for_id, unit_id), $8) END AS unit_id
      FROM exemplar
      WHERE plan_id = $7 AND (year BETWEEN $1 AND $2 OR occurrence = ANY ($9))
        AND ($3::int[] IS NULL OR coalesce(counts_for_id, unit_id) = ANY ($3))
    ) e
  ), per_time AS (
    SELECT r.unit_id, r.time,
           bool_or(asked) AS asked,
           count(*) FILTER (WHERE asked AND counts)::int AS counted,
           count(*) FILTER (WHERE counts AND within)::int AS counted_this_year,
           count(*) FILTER (WHERE asked AND status = 'approved')::int AS approved,
           count(*) FILTER (WHERE asked AND status = 'returned')::int AS returned,
           count(*) FILTER (WHERE asked AND counts AND subject = 'collective')::int AS collective,
           count(*) FILTER (WHERE asked AND counts AND subject = 'individual')::int AS individual,
           min(r.submitted_at) FILTER (WHERE asked AND status <> 'withdrawn' AND nth = q.min) AS reached_at
    FROM registered r
    LEFT JOIN place q ON q.unit_id = r.unit_id
    GROUP BY r.unit_id, r.time
  ), per_unit AS (
    SELECT unit_id, bool_or(asked) AS asked, sum(counted)::int AS counted, sum(counted_this_year)::int AS counted_this_year,
           sum(approved)::int AS approved, sum(returned)::int AS returned,
           sum(collective)::int AS collective, sum(individual)::int AS individual,
           json_agg(json_build_object('occurrence', time, 'counted', counted, 'reachedAt', reached_at)
             ORDER BY time) FILTER (WHERE asked) AS times
    FROM per_time GROUP BY unit_id
  ), filed AS (
    SELECT unit_id, filed_at
    FROM (${handedInSql('$3', "plan_id = $7 and duty = $6 and occurrence = ''")}) d
    WHERE newest <> 'returned' OR accepted
  )
  SELECT u.id AS "unitId", u.name, coalesce(q.kind, '') AS kind, q.own_min AS "ownMin", q.own_max AS "ownMax",
         coalesce(u.since <= $8, true) AND (u.until >= $8 OR u.until IS NULL AND u.active) AND q.unit_id IS NOT NULL AS active,
         coalesce(p.counted, 0) AS counted, coalesce(p.counted_this_year, 0) AS "countedThisYear",
         coalesce(p.approved, 0) AS approved, coalesce(p.returned, 0) AS returned,
         coalesce(p.collective, 0) AS collective, coalesce(p.individual, 0) AS individual,
         u.owes_from::text AS "owesFrom",
         coalesce(p.times, '[]'::json) AS times, f.filed_at AS "filedAt"
  FROM unit u
  LEFT JOIN place q ON q.unit_id = u.id
  LEFT JOIN per_unit p ON p.unit_id = u.id
  LEFT JOIN filed f ON f.unit_id = u.id
  WHERE (coalesce(u.since <= $8, true) AND (u.until >= $8 OR u.until IS NULL AND u.active) AND q.unit_id IS NOT NULL
      OR p.asked OR u.id = ANY ($13))
    AND ($3::int[] IS NULL OR u.id = ANY ($3) OR unit_on(u.id, 'infinity') = ANY ($3))
  ORDER BY q.place NULLS LAST, q.kind, q.position, u.id`;
