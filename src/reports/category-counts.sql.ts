import type { Subject } from '../store/generated/enums.ts';

/** A category with its exemplars that count. `kind` groups the rows: it is the subject. */
export type CategoryRow = {
  kind: Subject;
  category: string;
  /** By kind of units; kinds without any are left out. */
  counts: Record<string, number>;
  /** Of all categories together. */
  whole: number;
};

/**
 * Counts exemplars by category and kind of units, as *Tổng hợp theo đơn vị* counts them. Categories
 * without any are there too. $1 to $2 the years, $3 unit ids or null for all, $4 the plan, $5 the
 * day of the report, $6 the occurrences that count or null, $7 the last moment of a half-year or
 * null; $8 the subjects and $9 the codes of the plan's categories, in its order; $10 the kinds of
 * units that count, or null for all.
 */
export const categoryCountsSql = `
  WITH wanted AS (
    SELECT * FROM unnest($8::text[], $9::text[]) WITH ORDINALITY AS w (subject, category, place)
  ), counting AS (
    SELECT subject::text, category,
           CASE WHEN origin_unit_id IS NULL THEN unit_id
                ELSE unit_on_way(origin_unit_id, coalesce(counts_for_id, unit_id), $5) END AS unit_id
    FROM exemplar
    WHERE plan_id = $4 AND status IN ('submitted', 'approved')
      AND CASE WHEN $6::text[] IS NULL THEN year BETWEEN $1 AND $2 ELSE occurrence = ANY ($6) END
      AND ($7::timestamptz IS NULL OR year < $2 OR submitted_at <= $7)
      AND ($3::int[] IS NULL OR coalesce(counts_for_id, unit_id) = ANY ($3))
  ), counted AS (
    SELECT c.subject, c.category, coalesce(pu.kind, '') AS kind, count(*)::int AS n
    FROM counting c LEFT JOIN plan_unit pu ON pu.plan_id = $4 AND pu.unit_id = c.unit_id
    WHERE $10::text[] IS NULL OR pu.kind = ANY ($10)
    GROUP BY c.subject, c.category, pu.kind
  )
  SELECT subject AS kind, category,
         coalesce(json_object_agg(c.kind, c.n) FILTER (WHERE c.kind IS NOT NULL), '{}'::json) AS counts,
         coalesce(sum(sum(c.n)) OVER (), 0)::int AS whole
  FROM wanted w FULL JOIN counted c USING (subject, category)
  GROUP BY subject, category, w.place
  ORDER BY subject, w.place NULLS LAST, category`;
