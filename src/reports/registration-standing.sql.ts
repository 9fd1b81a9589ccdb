/** A unit's registration (Plan 101, IV.1), as one query returns it. */
export type RegistrationStandingRow = {
  name: string;
  kind: string;
  active: boolean;
  /** Exemplars that count: submitted or approved. */
  counted: number;
  /** Those of them that were registered in the last of the years. */
  countedThisYear: number;
  approved: number;
  returned: number;
  collective: number;
  individual: number;
  /** When the exemplar that reached the minimum was submitted; null: not reached. */
  reachedAt: Date | null;
  /**
   * When the document of the duty $6 was first handed in; null: not handed in, or returned since.
   */
  filedAt: Date | null;
};

/**
 * Lists every unit with its registrations of the years $1 to $2, by kind and roster. The kinds are
 * in the plan's order. $3 unit ids or null for all; $4 codes of kinds in order, $5 their minimums;
 * $6 the duty whose document is shown, or null. A unit that is no longer followed stays while it
 * has exemplars, so that the totals hold.
 */
export const registrationStandingSql = `
  WITH quota AS (
    SELECT kind, min, place FROM unnest($4::text[], $5::int[]) WITH ORDINALITY AS q (kind, min, place)
  ), registered AS (
    SELECT unit_id, subject, status, submitted_at, year,
           status IN ('submitted', 'approved') AS counts,
           row_number() OVER (
             PARTITION BY unit_id, status IN ('submitted', 'approved') ORDER BY submitted_at, id
           ) AS nth
    FROM exemplar
    WHERE year BETWEEN $1 AND $2 AND ($3::int[] IS NULL OR unit_id = ANY ($3))
  ), per_unit AS (
    SELECT r.unit_id,
           count(*) FILTER (WHERE counts)::int AS counted,
           count(*) FILTER (WHERE counts AND year = $2)::int AS counted_this_year,
           count(*) FILTER (WHERE status = 'approved')::int AS approved,
           count(*) FILTER (WHERE status = 'returned')::int AS returned,
           count(*) FILTER (WHERE counts AND subject = 'collective')::int AS collective,
           count(*) FILTER (WHERE counts AND subject = 'individual')::int AS individual,
           min(r.submitted_at) FILTER (WHERE counts AND nth = q.min) AS reached_at
    FROM registered r
    JOIN unit u ON u.id = r.unit_id
    LEFT JOIN quota q ON q.kind = u.kind
    GROUP BY r.unit_id
  ), filed AS (
    SELECT unit_id, min(filed_at) AS filed_at FROM filing WHERE duty = $6 AND year = 0 GROUP BY unit_id
    HAVING bool_or(status = 'accepted') OR (array_agg(status ORDER BY filed_at DESC, id DESC))[1] <> 'returned'
  )
  SELECT u.name, u.kind, u.active,
         coalesce(p.counted, 0) AS counted, coalesce(p.counted_this_year, 0) AS "countedThisYear",
         coalesce(p.approved, 0) AS approved, coalesce(p.returned, 0) AS returned,
         coalesce(p.collective, 0) AS collective, coalesce(p.individual, 0) AS individual,
         p.reached_at AS "reachedAt", f.filed_at AS "filedAt"
  FROM unit u
  LEFT JOIN quota q ON q.kind = u.kind
  LEFT JOIN per_unit p ON p.unit_id = u.id
  LEFT JOIN filed f ON f.unit_id = u.id
  WHERE (u.active OR p.unit_id IS NOT NULL) AND ($3::int[] IS NULL OR u.id = ANY ($3))
  ORDER BY q.place NULLS LAST, u.kind, u.position, u.id`;
