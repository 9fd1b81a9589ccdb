import type { DutyTime } from '../duties/owed.ts';
import type { DeliveryStatus } from '../store/generated/enums.ts';

/** A message that reminded a person of duties. */
export type NudgeRow = {
  /** The kind of its first unit. */
  kind: string;
  /** When it was settled, or written while it is not. */
  at: Date;
  person: string | null;
  /** Null: none took it. */
  channel: string | null;
  status: DeliveryStatus;
  /** Whether an officer sent it by hand. */
  byHand: boolean;
  /** Units and duties, in the order of the plan. */
  about: (DutyTime & {
    unit: string;
    /** Days from the last day (negative: before); null: no step of the ladder. */
    offset: number | null;
  })[];
};

/**
 * Lists the nudges of a plan from $4 to $5, by kind of their first unit and time. $1 the plan, $2
 * unit ids or null for all, $3 codes of kinds in the plan's order; $6 kinds of units, or null for
 * all.
 */
export const nudgeLogSql = `
  WITH told AS (
    SELECT n.delivery_id, min(q.place) AS place, (array_agg(pu.kind ORDER BY q.place, pu.position))[1] AS kind,
           json_agg(json_build_object('unit', u.name, 'duty', n.duty, 'occurrence', n.occurrence, 'offset', n.offset_days)
             ORDER BY q.place, pu.position, n.id) AS about
    FROM nudge n
    JOIN unit u ON u.id = n.unit_id
    LEFT JOIN plan_unit pu ON pu.plan_id = n.plan_id AND pu.unit_id = n.unit_id
    LEFT JOIN unnest($3::text[]) WITH ORDINALITY AS q (kind, place) ON q.kind = pu.kind
    WHERE n.plan_id = $1 AND ($2::int[] IS NULL OR n.unit_id = ANY ($2))
      AND ($6::text[] IS NULL OR pu.kind = ANY ($6))
    GROUP BY n.delivery_id
  )
  SELECT coalesce(t.kind, '') AS kind, coalesce(d.settled_at, d.created_at) AS at, p.name AS person, d.channel, d.status,
         d.round_id IS NOT NULL AS "byHand", t.about
  FROM told t
  JOIN delivery d ON d.id = t.delivery_id
  LEFT JOIN person p ON p.id = d.person_id
  WHERE d.created_at BETWEEN $4 AND $5
  ORDER BY t.place NULLS LAST, t.kind, d.created_at, d.id`;
