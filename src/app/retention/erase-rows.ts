import type pg from 'pg';
import { jpegKeyOf } from '../../attachments/shown-content.ts';
import type { Database } from '../../store/database.ts';
import type { FileStore } from '../../store/files.ts';
import { inTransaction } from '../../store/sql.ts';
import { byteHolders } from './byte-holders.ts';
import type { RowRule } from './rule.ts';

/** Rows of one transaction: few enough that other work does not wait for their locks. */
const rowsAtOnce = 1000;
/** Fewer where each row needs a call to the file store. */
const filesAtOnce = 50;

/**
 * Applies one rule to all expired rows, batch by batch; returns their number. Rows that another
 * transaction holds wait for the next run. `goOn` is asked before each batch.
 */
export async function eraseRows(
  { db, files }: { db: Database; files: FileStore },
  rule: RowRule,
  instants: { before: Date; now: Date },
  goOn: () => boolean,
): Promise<number> {
  const limit = rule.bytes ? filesAtOnce : rowsAtOnce;
  let erased = 0;
  while (goOn()) {
    const count = await inTransaction(db.pool, (client) => eraseBatch(client, files, rule, instants, limit));
    erased += count;
    if (count < limit) break;
  }
  return erased;
}

type Pointer = NonNullable<RowRule['pointedAtBy']>;

const given = 'given as (select $1::timestamptz as before, $2::timestamptz as now)';

/**
 * Erases one batch. Bytes are removed while their rows are deleted but not yet committed: a process
 * that is killed in between leaves the rows, and the next run removes the rest. The other order
 * would leave bytes without a row.
 */
async function eraseBatch(
  client: pg.PoolClient,
  files: FileStore,
  rule: RowRule,
  { before, now }: { before: Date; now: Date },
  limit: number,
): Promise<number> {
  const { table, key = 'id', set, bytes, pointedAtBy } = rule;
  if (pointedAtBy) await erasePointers(client, { ...rule, pointedAtBy }, { before, now }, limit);
  const due = pointedAtBy ? `${rule.due} and not ${isPointedAt(pointedAtBy)}` : rule.due;
  const chosen = `chosen as (
    select ${columns('t', key)} from ${table} t, given where ${due} limit $3 for update of t skip locked)`;
  const which = `(${columns('x', key)}) in (select ${columns('chosen', key)} from chosen)`;
  const change = set
    ? `update ${table} x set ${set} from given where ${which}`
    : `delete from ${table} x using given where ${which}${bytes ? ' returning x.storage_key' : ''}`;
  const { rows, rowCount } = await client.query<{ storage_key: string }>(
    `with ${given}, ${chosen} ${change}`,
    [before, now, limit],
  );
  if (bytes) await removeUnused(client, files, new Set(rows.map(({ storage_key }) => storage_key)));
  return rowCount ?? 0;
}

/**
 * Removes pointers at expired rows from the lines of a history. The rows stay locked until the
 * transaction ends.
 */
async function erasePointers(
  client: pg.PoolClient,
  { name, table, due, pointedAtBy }: RowRule & { pointedAtBy: Pointer },
  { before, now }: { before: Date; now: Date },
  limit: number,
): Promise<void> {
  const { history, column } = pointedAtBy;
  await client.query(
    `with ${given}, chosen as materialized (
       select t.id from ${table} t, given where ${due} and ${isPointedAt(pointedAtBy)} limit $3 for update of t skip locked)
     select erase_from_history($4, c.id, array[$5], $6, (select now from given))
     from ${history} c where c.${column} in (select id from chosen)`,
    [before, now, limit, history, column, name],
  );
}

function isPointedAt({ history, column }: Pointer): string {
  return `exists (select 1 from ${history} c where c.${column} = t.id)`;
}

async function removeUnused(client: pg.PoolClient, files: FileStore, keys: Set<string>): Promise<void> {
  const pointedAt = byteHolders
    .map((table) => `select storage_key from ${table} where storage_key = any ($1)`)
    .join(' union all ');
  const { rows } = await client.query<{ storage_key: string }>(pointedAt, [[...keys]]);
  for (const { storage_key } of rows) keys.delete(storage_key);
  for (const key of keys) {
    if (key.endsWith('.heic')) await files.remove(jpegKeyOf(key));
    await files.remove(key);
  }
}

function columns(alias: string, key: string): string {
  return key
    .split(', ')
    .map((column) => `${alias}.${column}`)
    .join(', ');
}
