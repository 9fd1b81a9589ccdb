import { columnSql } from '../exemplars/facts/fact.ts';
import { facts } from '../exemplars/facts/facts.ts';
import type { ExemplarStatus, Subject } from '../store/generated/enums.ts';

/** An exemplar in the detailed list; days are `YYYY-MM-DD` in the plan's zone. */
export type ExemplarListRow = {
  unitId: number;
  unit: string;
  kind: string;
  code: string;
  name: string;
  subject: Subject;
  category: string;
  status: ExemplarStatus;
  submittedOn: string;
  approvedOn: string | null;
  submittedBy: string | null;
  /** The facts that the list shows. */
  [field: string]: unknown;
};

/** Facts that have a column in the list, or share one. */
export const listedFacts = facts.filter(({ sheet }) => sheet !== undefined);

const selected = listedFacts.flatMap(({ field, column, kind }) => {
  if (column === null || column === 'subject' || column === 'category') return [];
  const sql = columnSql(column, kind);
  return [`${kind.cell?.sql?.(sql) ?? sql} AS "${field}"`];
});

/**
 * Lists the exemplars registered in the years $1 to $7, with any status, by kind, unit and order of
 * registration. $2 unit ids or null for all; $3 codes of kinds in the plan's order; $4 the plan's
 * time zone, $5 the plan; $6 the day whose units are shown; $8 and $9 the first and last moment of
 * a half-year, or null.
 */
export const exemplarListSql = `
  SELECT u.id AS "unitId", u.name AS unit, coalesce(pu.kind, '') AS kind, e.code, e.name, e.subject::text, e.category,
         ${selected.join(', ')}, e.status::text,
         to_char(e.submitted_at AT TIME ZONE $4, 'YYYY-MM-DD') AS "submittedOn",
         CASE WHEN e.status = 'approved' THEN to_char(e.decided_at AT TIME ZONE $4, 'YYYY-MM-DD') END AS "approvedOn",
         p.name AS "submittedBy"
  FROM exemplar e
  JOIN unit u ON u.id = CASE WHEN e.origin_unit_id IS NULL THEN e.unit_id ELSE unit_on_way(e.origin_unit_id, e.unit_id, $6) END
  LEFT JOIN plan_unit pu ON pu.plan_id = e.plan_id AND pu.unit_id = u.id
  LEFT JOIN person p ON p.id = e.submitted_by_id
  LEFT JOIN unnest($3::text[]) WITH ORDINALITY AS q (kind, place) ON q.kind = pu.kind
  WHERE e.plan_id = $5 AND e.year BETWEEN $1 AND $7
    AND ($8::timestamptz IS NULL OR e.submitted_at BETWEEN $8 AND $9)
    AND ($2::int[] IS NULL OR e.unit_id = ANY ($2))
  ORDER BY q.place NULLS LAST, pu.kind, pu.position, u.id, e.id`;
