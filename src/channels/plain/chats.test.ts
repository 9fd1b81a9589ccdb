import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../../tests/support/database.ts';
import { openPlainChats, type PlainChat } from './chats.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.drop());
beforeEach(async () => {
  await db.pool.query('DELETE FROM plain_chat');
});

/** Two processes on one database: one sends, the other receives. */
const both = () => [openPlainChats(db.pool, 'zalo'), openPlainChats(db.pool, 'zalo')] as const;
const showing = (label: string): PlainChat => ({
  menu: { messageId: 1, shownAt: 1, until: 2, choices: [{ mark: '1', label }] },
  letters: false,
  unsure: false,
});
const label = (chat: PlainChat) => chat.menu?.choices[0]?.label;

it('text typed while another process sends a menu is read with that menu', async () => {
  const [worker, web] = both();
  await worker.save(7, showing('Cũ'));
  const mark = await worker.begin(7);
  expect(label(await web.loadSettled(7, 0))).toBe('Cũ');
  const typed = web.loadSettled(7, 60_000);
  await worker.save(7, showing('Mới'));
  await worker.end(7, mark);
  expect(label(await typed)).toBe('Mới');
});

it('a menu that arrives too late is not waited for, a failed one not at all', async () => {
  const [worker, web] = both();
  await worker.save(7, showing('Cũ'));
  const mark = await worker.begin(7);
  expect(label(await web.loadSettled(7, 100))).toBe('Cũ');
  await worker.end(7, mark);
  expect(label(await web.loadSettled(7, 60_000))).toBe('Cũ');
});

it('two processes send one after the other; one that died does not block for long', async () => {
  const [one, other] = both();
  const mark = await one.begin(7);
  const order: string[] = [];
  const second = other.begin(7).then(() => order.push('the other'));
  await other.loadSettled(7, 100);
  order.push('the first has ended');
  await one.end(7, mark);
  await second;
  expect(order).toEqual(['the first has ended', 'the other']);

  await db.pool.query("UPDATE plain_chat SET sending_until = now() - interval '1 second'");
  const later = await one.begin(7);
  // The first process, if it is still alive, ends only its own sending.
  await other.end(7, mark);
  expect(later).not.toBe(mark);
  const { rows } = await db.pool.query(
    'SELECT sending_until > now() AS sending FROM plain_chat WHERE chat_id = 7',
  );
  expect(rows).toEqual([{ sending: true }]);
  expect(label(await other.loadSettled(8, 60_000))).toBeUndefined();
});

it('a menu is forgotten by its own message only', async () => {
  const [one] = both();
  await one.save(7, showing('Cũ'));
  await one.forget(7, 2);
  expect(label(await one.load(7))).toBe('Cũ');
  await one.forget(7, 1);
  const chat = await one.load(7);
  expect([chat.menu, chat.previous?.choices[0]?.label]).toEqual([undefined, 'Cũ']);
});
