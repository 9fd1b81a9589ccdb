import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await freshDatabase({ poolSize: 1 });
});
afterAll(() => db.drop());

/** Columns that hold an id and point at no table of ours, and why. */
const pointNowhere: Record<string, string> = {
  'account.external_id': "the channel's own id of the person",
  'account.chat_id': "the channel's own number of the chat",
  'asked_report.chat_id': "the channel's own number of the chat",
  'chat_file.chat_id': "the channel's own number of the chat",
  'history_erasure.change_id': 'a line of the history that it names, which cannot go',
  'inbox_update.message_id': "the channel's own number of the message",
  'plain_chat.chat_id': "the channel's own number of the chat",
  'zalo_photo.chat_id': "the channel's own number of the chat",
};

/** The effect on a row when the row that it points at is removed, where that is allowed. */
const goesOn = {
  'account.person_id': 'set null',
  'attachment.draft_id': 'set null',
  'chat.draft_id': 'set null',
  'code_attempt.invitation_id': 'cascade',
  'exemplar.leads_draft_id': 'set null',
  'exemplar_search.exemplar_id': 'cascade',
  'web_session.chat_id': 'cascade',
};

describe('ids that point at a row', () => {
  it('have a foreign key, or a reason why not', async () => {
    const { rows } = await db.pool.query<{ name: string }>(
      `select c.relname || '.' || a.attname as name
       from pg_attribute a join pg_class c on c.oid = a.attrelid
       where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attname ~ '_id$' and not a.attisdropped
         and c.relname <> '_prisma_migrations'
         and not exists (select 1 from pg_constraint k
           where k.conrelid = c.oid and k.contype in ('f') and a.attnum = any (k.conkey))
         and not exists (select 1 from pg_constraint k
           where k.conrelid = c.oid and k.contype = 'p' and k.conkey = array[a.attnum])
       order by 1`,
    );
    expect(rows.map(({ name }) => name)).toEqual(Object.keys(pointNowhere).sort());
  });

  it('keep what they point at from going, but for those that are named here', async () => {
    const { rows } = await db.pool.query<{ name: string; then: string }>(
      `select c.relname || '.' || a.attname as name,
         case k.confdeltype when 'n' then 'set null' when 'c' then 'cascade' else k.confdeltype::text end as then
       from pg_constraint k join pg_class c on c.oid = k.conrelid
       join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
       where k.contype = 'f' and k.confdeltype <> 'r' and c.relnamespace = 'public'::regnamespace order by 1`,
    );
    expect(Object.fromEntries(rows.map(({ name, then }) => [name, then]))).toEqual(goesOn);
  });
});
