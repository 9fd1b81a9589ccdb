import type { ProposedAward } from '../../plan/awards.ts';
import type { ProposalState } from '../../store/generated/enums.ts';

/** An approved exemplar with what a year brought it. */
export type YearRow = {
  unitId: number;
  unit: string;
  kind: string;
  code: string;
  name: string;
  /** The columns of its evaluation, by their fields; null: it was not evaluated. */
  evaluation: Record<string, unknown> | null;
  publicity: number;
  visits: number;
  experience: number;
  proposals: (ProposedAward & { state: ProposalState })[];
};

/**
 * Lists the approved exemplars, by kind, unit and order of registration, with a year's evaluation,
 * activities and award proposals. $1 year, $2 its last day; $3 unit ids or null for all; $4 codes
 * of kinds in the plan's order; $5 the plan's time zone, $6 the plan; $7 fields of evaluations by
 * their columns.
 */
export const yearResultsSql = `
  SELECT u.id AS "unitId", u.name AS unit, coalesce(pu.kind, '') AS kind, e.code, e.name,
    (SELECT jsonb_object_agg(f.field, to_jsonb(v) -> f.name) FROM jsonb_each_text($7::jsonb) AS f (name, field)
     WHERE v.id IS NOT NULL) AS evaluation,
    a.publicity, a.visits, a.experience,
    coalesce((SELECT jsonb_agg(jsonb_build_object('form', p.form, 'title', p.title, 'level', p.level, 'state', p.state) ORDER BY p.id)
      FROM award_proposal p WHERE p.exemplar_id = e.id AND p.plan_id = $6 AND p.year = $1 AND p.state <> 'withdrawn'), '[]') AS proposals
  FROM exemplar e
  JOIN unit u ON u.id = CASE WHEN e.origin_unit_id IS NULL THEN e.unit_id ELSE unit_on(e.origin_unit_id, $2) END
  LEFT JOIN plan_unit pu ON pu.plan_id = $6 AND pu.unit_id = u.id
  LEFT JOIN unnest($4::text[]) WITH ORDINALITY AS q (kind, place) ON q.kind = pu.kind
  LEFT JOIN evaluation v ON v.exemplar_id = e.id AND v.plan_id = $6 AND v.year = $1
  CROSS JOIN LATERAL (
    SELECT (count(*) FILTER (WHERE t.kind = 'publicity'))::int AS publicity,
      (count(*) FILTER (WHERE t.kind = 'visit'))::int AS visits,
      (count(*) FILTER (WHERE t.kind = 'experience_report'))::int AS experience
    FROM activity t JOIN activity_exemplar ae ON ae.activity_id = t.id
    WHERE ae.exemplar_id = e.id AND t.withdrawn_at IS NULL AND t.held_on <= $2::date
      AND t.held_on >= make_date($1::int, 1, 1)) a
  WHERE e.status = 'approved' AND e.year <= $1
    AND (e.plan_id = $6 OR EXISTS (SELECT 1 FROM carried_exemplar c WHERE c.plan_id = $6 AND c.exemplar_id = e.id))
    AND (e.decided_at AT TIME ZONE $5)::date <= $2::date
    AND ($3::int[] IS NULL OR e.unit_id = ANY ($3))
  ORDER BY q.place NULLS LAST, pu.kind, pu.position, u.id, e.id`;
