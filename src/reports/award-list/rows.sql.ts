import type { ProposedAward } from '../../plan/awards.ts';
import type { ProposalState } from '../../store/generated/enums.ts';

/** An award proposal in the list. Its kind is its level. */
export type AwardListRow = ProposedAward & {
  kind: string;
  unitId: number;
  unit: string;
  unitShort: string;
  unitKind: string;
  code: string;
  name: string;
  position: string | null;
  year: number;
  grounds: string;
  state: ProposalState;
  /** Why it was not forwarded, or refused. */
  reason: string | null;
  number: string | null;
  decidedOn: string | null;
};

/**
 * Lists the award proposals of a plan by level, unit and exemplar; withdrawn ones are left out. $1
 * the last day: its units have the exemplars; $2 unit ids or null for all; $3 codes of levels in
 * the plan's order; $4 the plan; $5 and $6 the first and last year; $7 and $8 the first and last
 * moment of a half-year, or null.
 */
export const awardListSql = `
  SELECT p.level AS kind, u.id AS "unitId", u.name AS unit, u.short AS "unitShort", coalesce(pu.kind, '') AS "unitKind",
    e.code, e.name, coalesce(e.position, e.representative) AS position, p.year, p.form, p.title, p.level, p.grounds,
    p.state::text AS state, p.reason, d.number, d.decided_on::text AS "decidedOn"
  FROM award_proposal p
  JOIN exemplar e ON e.id = p.exemplar_id
  JOIN unit u ON u.id = CASE WHEN e.origin_unit_id IS NULL THEN e.unit_id
    ELSE unit_on_way(e.origin_unit_id, e.unit_id, $1::date) END
  LEFT JOIN award_decision d ON d.id = p.decision_id
  LEFT JOIN plan_unit pu ON pu.plan_id = $4 AND pu.unit_id = u.id
  LEFT JOIN unnest($3::text[]) WITH ORDINALITY AS l (level, place) ON l.level = p.level
  WHERE p.plan_id = $4 AND p.year BETWEEN $5 AND $6 AND p.state <> 'withdrawn'
    AND ($7::timestamptz IS NULL OR p.proposed_at BETWEEN $7 AND $8)
    AND ($2::int[] IS NULL OR e.unit_id = ANY ($2))
  ORDER BY l.place NULLS LAST, p.level, pu.position NULLS LAST, u.position, u.id, e.code, p.year, p.id`;
