import type { ProposedAward } from '../../plan/awards.ts';
import type { ProposalState } from '../../store/generated/enums.ts';
import { approvedInSql } from '../approved-sql.ts';

/** An approved exemplar with the facts of one year. */
export type YearRow = {
  unitId: number;
  unit: string;
  kind: string;
  code: string;
  name: string;
  year: number;
  /** The columns of its evaluation, by their fields; null: it was not evaluated. */
  evaluation: Record<string, unknown> | null;
  publicity: number;
  visits: number;
  experience: number;
  proposals: (ProposedAward & { state: ProposalState; number: string | null; decidedOn: string | null })[];
  /** Whether it was nominated to the conference in that year. */
  nominated: boolean;
};

/**
 * Lists the approved exemplars, by kind, unit and order of registration. Each has the evaluation,
 * activities, award proposals and nomination of each year. $1 and $2 the first and last day; $3
 * unit ids or null for all; $4 codes of kinds in the plan's order; $5 the plan's time zone, $6 the
 * plan; $7 fields of evaluations by their columns; $8 and $9 the first and last year; $10 whether
 * evaluations, proposals and nominations must be of these days too: half-years share those of a
 * year.
 */
export const yearResultsSql = `
  SELECT u.id AS "unitId", u.name AS unit, coalesce(pu.kind, '') AS kind, e.code, e.name, y.year,
    (SELECT jsonb_object_agg(f.field, to_jsonb(v) -> f.name) FROM jsonb_each_text($7::jsonb) AS f (name, field)
     WHERE v.id IS NOT NULL) AS evaluation,
    a.publicity, a.visits, a.experience,
    coalesce((SELECT jsonb_agg(jsonb_build_object('form', p.form, 'title', p.title, 'level', p.level, 'state', p.state,
        'number', d.number, 'decidedOn', d.decided_on) ORDER BY p.id)
      FROM award_proposal p LEFT JOIN award_decision d ON d.id = p.decision_id WHERE p.exemplar_id = e.id AND p.plan_id = $6 AND p.year = y.year AND p.state <> 'withdrawn'
        AND (NOT $10 OR (p.proposed_at AT TIME ZONE $5)::date BETWEEN $1::date AND $2::date)), '[]') AS proposals,
    EXISTS (SELECT 1 FROM nomination m WHERE m.exemplar_id = e.id AND m.plan_id = $6 AND m.state <> 'withdrawn'
      AND extract(year FROM m.nominated_at AT TIME ZONE $5) = y.year
      AND (NOT $10 OR (m.nominated_at AT TIME ZONE $5)::date BETWEEN $1::date AND $2::date)) AS nominated
  FROM generate_series($8::int, $9::int) AS y (year)
  JOIN exemplar e ON e.year <= y.year
  JOIN unit u ON u.id = CASE WHEN e.origin_unit_id IS NULL THEN e.unit_id ELSE unit_on_way(e.origin_unit_id, e.unit_id, $2::date) END
  LEFT JOIN plan_unit pu ON pu.plan_id = $6 AND pu.unit_id = u.id
  LEFT JOIN unnest($4::text[]) WITH ORDINALITY AS q (kind, place) ON q.kind = pu.kind
  LEFT JOIN evaluation v ON v.exemplar_id = e.id AND v.plan_id = $6 AND v.year = y.year
    AND (NOT $10 OR (v.evaluated_at AT TIME ZONE $5)::date BETWEEN $1::date AND $2::date)
  CROSS JOIN LATERAL (
    SELECT (count(*) FILTER (WHERE t.kind = 'publicity'))::int AS publicity,
      (count(*) FILTER (WHERE t.kind = 'visit'))::int AS visits,
      (count(*) FILTER (WHERE t.kind = 'experience_report'))::int AS experience
    FROM activity t JOIN activity_exemplar ae ON ae.activity_id = t.id
    WHERE ae.exemplar_id = e.id AND t.withdrawn_at IS NULL AND t.held_on BETWEEN $1::date AND $2::date
      AND t.held_on BETWEEN make_date(y.year, 1, 1) AND make_date(y.year, 12, 31)) a
  WHERE ${approvedInSql({ plan: '$6', zone: '$5', day: 'least($2::date, make_date(y.year, 12, 31))' })}
    AND ($3::int[] IS NULL OR e.unit_id = ANY ($3))
  ORDER BY q.place NULLS LAST, pu.kind, pu.position, u.id, e.id, y.year`;
