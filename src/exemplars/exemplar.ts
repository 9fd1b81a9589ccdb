import type { Occurrence } from '../plan/occurrence.ts';
import type { UnitInPlan } from '../plan/quota.ts';
import type { ExemplarAction, ExemplarStatus } from '../store/generated/enums.ts';
import type { Sql } from '../store/sql.ts';
import { type Registration, storedFacts } from './registration.ts';

/** A registered exemplar with the data that a screen shows. */
export interface Exemplar extends Registration {
  id: number;
  code: string;
  year: number;
  unitName: string;
  /** Name of the collective that a leader heads. */
  leadsName: string | null;
  /** Where that collective stands. */
  leadsStatus: ExemplarStatus | null;
  /** Name of the draft that a leader heads, while it is open. */
  leadsDraftName: string | null;
  planId: number;
  occurrence: Occurrence;
  /** Its unit's kind and own quota in the plan; kind null: it takes part no more. */
  unitKind: string | null;
  unitMin: number | null;
  unitMax: number | null;
  /** Words of the unit's own criteria that it was ticked with, by their ids; null: none. */
  ownWords: Record<string, string> | null;
  status: ExemplarStatus;
  overQuota: boolean;
  submittedAt: Date;
  submittedById: number;
  submittedByName: string | null;
  decidedAt: Date | null;
  decidedById: number | null;
  decidedByName: string | null;
  decisionReason: string | null;
  returnedFields: string[];
  /** Id of the last line of its history, which changes with every change; 0 without any. */
  revision: number;
}

const own = storedFacts.map(({ field, sql }) => `${sql} as "${field}"`).join(', ');

/** Returns how the unit of an exemplar takes part in its plan; undefined where it does no more. */
export function unitInPlanOf({ unitKind, unitMin, unitMax }: Exemplar): UnitInPlan | undefined {
  return unitKind === null ? undefined : { kind: unitKind, min: unitMin, max: unitMax };
}

/** The select list and joins of an `Exemplar`; `e` is the exemplar, `u` its unit. */
const exemplarSelect = `
  select e.id, e.code, e.year, ${own}, u.name as "unitName", l.name as "leadsName", l.status as "leadsStatus",
    (select d.answers ->> 'name' from draft d where d.id = e.leads_draft_id and d.state = 'open') as "leadsDraftName", e.plan_id as "planId", e.occurrence,
    pu.kind as "unitKind", pu.min as "unitMin", pu.max as "unitMax", e.status,
    e.over_quota as "overQuota", e.submitted_at as "submittedAt", e.submitted_by_id as "submittedById",
    s.name as "submittedByName", e.decided_at as "decidedAt", e.decided_by_id as "decidedById",
    d.name as "decidedByName", e.decision_reason as "decisionReason", e.returned_fields as "returnedFields",
    (select jsonb_object_agg(o.id, o.text) from own_criterion o where o.id = any (e.own_ticked)) as "ownWords",
    (select count(*) from attachment a where a.exemplar_id = e.id and a.removed_at is null) as files,
    (select coalesce(max(c.id), 0) from exemplar_change c where c.exemplar_id = e.id) as revision
  from exemplar e join unit u on u.id = e.unit_id
  left join plan_unit pu on pu.plan_id = e.plan_id and pu.unit_id = e.unit_id
  left join exemplar l on l.id = e.leads_id
  left join person s on s.id = e.submitted_by_id left join person d on d.id = e.decided_by_id`;

/** Finds one exemplar, or undefined. With `lock`, it is locked until the transaction ends. */
export async function exemplarById(db: Sql, id: number, lock = false): Promise<Exemplar | undefined> {
  // First, and alone: a statement that waits for a lock sees the joined rows as they were before.
  if (lock)
    await db.query({
      name: 'exemplar-lock',
      text: 'select 1 from exemplar where id = $1 for update',
      values: [id],
    });
  const { rows } = await db.query<Exemplar>({
    name: 'exemplar-by-id',
    text: `${exemplarSelect} where e.id = $1`,
    values: [id],
  });
  return rows[0];
}

/**
 * Counts a unit's exemplars that are submitted or approved (Plan 101, IV.1). Those count that
 * belong to this plan and this occurrence of its registration.
 */
export async function countCounting(
  db: Sql,
  of: { planId: number; unitId: number; occurrence: Occurrence },
  except?: number,
): Promise<number> {
  const { rows } = await db.query<{ n: number }>({
    name: 'exemplars-counting',
    text: `select count(*) as n from exemplar
           where plan_id = $1 and (unit_id = $2 and counts_for_id is null or counts_for_id = $2) and occurrence = $3
             and status in ('submitted', 'approved') and id is distinct from $4`,
    values: [of.planId, of.unitId, of.occurrence, except ?? null],
  });
  return rows[0]?.n ?? 0;
}

/**
 * Writes one line of an exemplar's history, in the transaction of the change itself. Returns the
 * line's id.
 */
export async function recordChange(
  db: Sql,
  change: {
    exemplarId: number;
    at: Date;
    personId: number;
    channel: string;
    action: ExemplarAction;
    reason?: string | null;
    before?: object;
    after?: object;
  },
): Promise<number> {
  const { rows } = await db.query<{ id: number }>({
    name: 'exemplar-change',
    text: `insert into exemplar_change (exemplar_id, at, person_id, channel, action, reason, before, after)
           values ($1, $2, $3, $4, $5, $6, $7, $8) returning id`,
    values: [
      change.exemplarId,
      change.at,
      change.personId,
      change.channel,
      change.action,
      change.reason ?? null,
      change.before ? JSON.stringify(change.before) : null,
      change.after ? JSON.stringify(change.after) : null,
    ],
  });
  return rows[0]?.id ?? 0;
}
