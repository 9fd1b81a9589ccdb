import type pg from 'pg';
import { z } from 'zod';
import { DomainError } from '../errors.ts';
import { leaveOutFiles } from '../exemplars/attachments.ts';
import { closeDraft, lockDraft } from '../forms/draft.ts';
import { dueOf, isLate } from '../plan/due.ts';
import type { Plan } from '../plan/plan.ts';

/** What handing in came to; also what the draft keeps as its result. */
export type Filed = z.infer<typeof filed>;

const filed = z.object({
  kind: z.literal('filed'),
  filingId: z.number(),
  files: z.number(),
  /** After the last moment of the duty. */
  late: z.boolean(),
  /** The unit had handed in something for this duty before: the newest is the one to read, all are kept. */
  replaces: z.boolean(),
});

/**
 * A unit hands in the files of a draft for a duty (Plan 101, IV.3, V.1). Inside the transaction of `client`; the unit is
 * held until it ends. Handing in the same draft again gives what it gave the first time and writes nothing.
 * Throws `unit-unknown` and `draft-gone`; a duty that no document fulfils, or a draft without files, is a bug.
 */
export async function recordFiling(
  client: pg.PoolClient,
  plan: Plan,
  filing: {
    unitId: number;
    duty: string;
    /** 0 for a one-off duty. */
    year: number;
    personId: number;
    channel: string;
    draftId: number;
    at: Date;
  },
): Promise<Filed> {
  const { unitId, duty, year, draftId, at } = filing;
  const rule = plan.duties.find(({ code }) => code === duty);
  if (!rule || rule.fulfilledBy === 'registration') throw new Error(`nothing can be handed in for "${duty}"`);

  const unit = await client.query('select id from unit where id = $1 for update', [unitId]);
  if (unit.rowCount === 0) throw new DomainError('unit-unknown');
  const draft = await lockDraft(client, draftId);
  if (draft?.state === 'done') return filed.parse(draft.result);
  if (draft?.state !== 'open') throw new DomainError('draft-gone');

  const inserted = await client.query<{ id: number; replaces: boolean }>(
    `insert into filing (unit_id, duty, year, filed_at, filed_by_id, channel) values ($1, $2, $3, $4, $5, $6)
     returning id, exists (select 1 from filing where unit_id = $1 and duty = $2 and year = $3) as replaces`,
    [unitId, duty, year, at, filing.personId, filing.channel],
  );
  const row = inserted.rows[0];
  if (!row) throw new Error('a filing was not inserted');
  await leaveOutFiles(client, draft, at);
  const files = await client.query(
    'update attachment set filing_id = $2 where draft_id = $1 and removed_at is null',
    [draftId, row.id],
  );
  if (!files.rowCount) throw new Error('a filing needs at least one file');

  const due = dueOf(plan, duty, year);
  const result: Filed = {
    kind: 'filed',
    filingId: row.id,
    files: files.rowCount,
    late: due !== undefined && isLate(due, at),
    replaces: row.replaces,
  };
  await closeDraft(client, draftId, 'done', at, result);
  return result;
}

/** Files handed in for a duty, newest filing first: its files are the ones to read. */
export async function filingsOf(
  client: pg.Pool | pg.PoolClient,
  of: { unitId: number; duty: string; year: number },
): Promise<
  { id: number; filedAt: Date; filedBy: string | null; files: { name: string; storageKey: string }[] }[]
> {
  const { rows } = await client.query(
    `select f.id, f.filed_at as "filedAt", p.name as "filedBy",
       coalesce((select json_agg(json_build_object('name', a.name, 'storageKey', a.storage_key) order by a.id)
                 from attachment a where a.filing_id = f.id and a.removed_at is null), '[]') as files
     from filing f join person p on p.id = f.filed_by_id
     where f.unit_id = $1 and f.duty = $2 and f.year = $3
     order by f.filed_at desc, f.id desc`,
    [of.unitId, of.duty, of.year],
  );
  return rows;
}
