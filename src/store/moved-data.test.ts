import pg from 'pg';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyDatabase } from '../../tests/support/database.ts';
import { migrate } from './migrate.ts';
import { readMigrations } from './migration-folder.ts';

const log = pino({ level: 'silent' });
const at = new Date('2021-08-18T01:00:00.000Z');
const until = new Date('2021-08-26T01:00:00.000Z');
/** The last migration before the tables of files became one and histories were guarded. */
const before = '20261126165341_backups';

let client: pg.Client;
let drop: () => Promise<void>;
const rows = async (sql: string) => (await client.query(sql)).rows;

beforeAll(async () => {
  const empty = await emptyDatabase();
  drop = empty.drop;
  const all = (await readMigrations()).map(({ name }) => name);
  await migrate({ url: empty.url, log, only: all.slice(0, all.indexOf(before) + 1) });
  client = new pg.Client({ connectionString: empty.url });
  await client.connect();
  await fill();
  await migrate({ url: empty.url, log });
});
afterAll(async () => {
  await client.end();
  await drop();
});

/** Rows that the release could have left, including those of a killed retention run. */
async function fill(): Promise<void> {
  const statements = [
    `insert into unit (id, code, name, short, kind, position, created_at) values (1, 'GLAR', 'Xã Glar', 'Glar', 'commune', 1, $1)`,
    `insert into person (id, name, created_at) values (1, 'A', $1)`,
    `insert into account (id, channel, external_id, chat_id, person_id, created_at) values (1, 'zalo', '1', 1, 1, $1)`,
    `insert into web_chat (chat_id, label, created_at) values (1, 'here', $1)`,
    `insert into web_message (chat_id, from_bot, message, sent_at) values (1, true, '{}', $1), (2, true, '{}', $1)`,
    `insert into web_session (key, chat_id, created_at, last_seen_at) values ('here', 1, $1, $1), ('gone', 2, $1, $1)`,
    `insert into web_file (id, chat_id, name, mime, size, storage_key, received, created_at) values
       ('7d0a4ac8-0d4c-4a35-9c2e-5f6f0f3f0001', 1, 'gui.pdf', 'application/pdf', 5, 'web/a', true, $1),
       ('7d0a4ac8-0d4c-4a35-9c2e-5f6f0f3f0002', 1, 'bao-cao.xlsx', 'application/x', 6, 'web/b', false, $1)`,
    `insert into linked_file (id, channel, chat_id, name, mime, size, storage_key, created_at, expires_at) values
       ('0123456789abcdef0123456789abcdef', 'zalo', 9, 'anh.jpg', 'image/jpeg', 7, 'links/c', $1, $1 + interval '22 hours'),
       ('7d0a4ac8-0d4c-4a35-9c2e-5f6f0f3f0003', 'zalo', 9, 'bao-cao.xlsx', 'application/x', 8, 'links/d', $1, $1 + interval '8 days'),
       ('7d0a4ac8-0d4c-4a35-9c2e-5f6f0f3f0004', 'web', 1, 'bao-cao.xlsx', 'application/x', 9, 'links/e', $1, $1 + interval '8 days')`,
    `insert into person_change (id, person_id, at, by_id, channel, action, reason, account_id, before, after) values
       (1, 1, $1, 1, 'web', 'account_removed', 'Máy đã bị mất', 1, '{}', '{}'),
       (2, 1, $1, 1, 'web', 'account_removed', 'Máy đã bị mất', 99, '{"channel": "web"}', '{}')`,
    `insert into draft (id, form, person_id, opened_by, created_at, updated_at) values (1, 'register', 1, 'u', $1, $1)`,
    `insert into attachment (id, draft_id, name, mime, size, sha256, storage_key, update_key, uploaded_at) values
       (1, 1, 'a', 'image/png', 1, repeat('a', 64), 'attachments/a', 'a', $1),
       (2, null, 'b', 'image/png', 1, repeat('b', 64), 'attachments/b', 'b', $1)`,
    `insert into code_attempt (who, cause, at, invitation_id) values ('account:1', 'c', $1, 99), ('account:1', 'd', $1, null)`,
  ];
  for (const sql of statements) await client.query(sql.replaceAll('$1', `timestamptz '${at.toISOString()}'`));
}

describe('a database of the release before', () => {
  it('has the files of its chats in one table, each with its time and its way', async () => {
    const found = await rows(
      `select channel, chat_id::int, name, size, storage_key, received, created_at, expires_at from chat_file order by size`,
    );
    const received = { received: true, created_at: at, expires_at: null };
    const sent = { received: false, created_at: at, expires_at: null };
    expect(found).toEqual([
      { channel: 'web', chat_id: 1, name: 'gui.pdf', size: 5, storage_key: 'web/a', ...received },
      { channel: 'web', chat_id: 1, name: 'bao-cao.xlsx', size: 6, storage_key: 'web/b', ...sent },
      { channel: 'zalo', chat_id: 9, name: 'anh.jpg', size: 7, storage_key: 'links/c', ...received },
      {
        ...{ channel: 'zalo', chat_id: 9, name: 'bao-cao.xlsx', size: 8, storage_key: 'links/d' },
        ...{ ...sent, expires_at: until },
      },
      {
        ...{ channel: 'web', chat_id: 1, name: 'bao-cao.xlsx', size: 9, storage_key: 'links/e' },
        ...{ ...sent, expires_at: until },
      },
    ]);
  });

  it('keeps its history, which loses the pointer to an account that is gone, on record', async () => {
    expect(
      await rows('select id, account_id, reason, before, erased from person_change order by id'),
    ).toEqual([
      { id: 1, account_id: 1, reason: 'Máy đã bị mất', before: {}, erased: false },
      { id: 2, account_id: null, reason: 'Máy đã bị mất', before: { channel: 'web' }, erased: true },
    ]);
    expect(await rows('select history, change_id, parts, rule from history_erasure')).toEqual([
      { history: 'person_change', change_id: 2, parts: ['account_id'], rule: 'account.gone' },
    ]);
  });

  it('marks files without an owner as removed, so that their bytes are erased too', async () => {
    expect(await rows('select id from attachment where removed_at is null')).toEqual([{ id: 1 }]);
    expect(await rows('select id from attachment where removed_at is not null')).toEqual([{ id: 2 }]);
  });

  it('has lost what pointed nowhere, and nothing else', async () => {
    expect(await rows('select chat_id::int from web_message')).toEqual([{ chat_id: 1 }]);
    expect(await rows('select key from web_session')).toEqual([{ key: 'here' }]);
    expect(await rows('select cause from code_attempt')).toEqual([{ cause: 'd' }]);
  });
});
