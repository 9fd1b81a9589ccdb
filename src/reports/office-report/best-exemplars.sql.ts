import { approvedInSql } from '../approved-sql.ts';

const rank = `
  (result = 'spread') DESC NULLS LAST, spread_count DESC NULLS LAST, granted DESC, years DESC, attention DESC,
  met DESC, id`;

/**
 * Lists three to five exemplars for *Điển hình tiêu biểu*. The rule: approved, and not declined or
 * stopped by its newest evaluation. Those come first that were replicated, most widely before
 * others; then those with an award, then by years kept up or replicated, then of direct labour or
 * a difficult area (Plan 101, I.2), then by criteria met, then the earliest. Each unit has one, and
 * the best two collectives and two individuals go before the rest. $1 the plan, $2 the day of the
 * report, $3 the zone, $4 the last year of evaluations.
 */
export const bestExemplarsSql = `
  WITH found AS (
    SELECT e.id, e.name, e.subject, u.id AS unit_id, u.name AS unit, e.summary, e.impact, cardinality(e.criteria) AS met,
           e.direct_labour OR e.difficult_area AS attention, v.result, v.spread_to, v.spread_count, coalesce(v.years, 0) AS years,
           EXISTS (SELECT 1 FROM award_proposal p
             WHERE p.exemplar_id = e.id AND p.plan_id = $1 AND p.year <= $4 AND p.state = 'granted') AS granted
    FROM exemplar e
    JOIN unit u ON u.id = CASE WHEN e.origin_unit_id IS NULL THEN e.unit_id ELSE unit_on(e.origin_unit_id, $2) END
    LEFT JOIN LATERAL (
      SELECT v.result, v.spread_to, v.spread_count,
             count(*) FILTER (WHERE v.result IN ('kept', 'spread')) OVER () AS years
      FROM evaluation v WHERE v.exemplar_id = e.id AND v.plan_id = $1 AND v.year <= $4
      ORDER BY v.year DESC LIMIT 1) v ON true
    WHERE ${approvedInSql({ plan: '$1', zone: '$3', day: '$2::date' })}
      AND (v.result IS NULL OR v.result IN ('kept', 'spread'))
  ), of_units AS (
    SELECT *, row_number() OVER (PARTITION BY unit_id ORDER BY ${rank}) AS of_unit FROM found
  ), of_subjects AS (
    SELECT *, row_number() OVER (PARTITION BY subject ORDER BY ${rank}) AS of_subject FROM of_units WHERE of_unit = 1
  ), chosen AS (
    SELECT * FROM of_subjects ORDER BY of_subject > 2, ${rank} LIMIT 5
  )
  SELECT name, unit, summary, impact, CASE WHEN result = 'spread' THEN spread_to END AS "spreadTo",
         CASE WHEN result = 'spread' THEN spread_count END AS "spreadCount"
  FROM chosen ORDER BY ${rank}`;
