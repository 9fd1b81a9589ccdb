import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { WireUpdate } from '../standin/telegram/update-queue.ts';
import type { ChatPerson } from '../support/chat.ts';
import { type TestHouse, testHouse } from '../support/house.ts';
import type { TelegramPerson } from '../support/telegram-person.ts';
import { said, wholeStory } from './story.ts';

const houses: TestHouse[] = [];
afterEach(async () => {
  for (const house of houses.splice(0)) await house.close();
});

async function newHouse(): Promise<TestHouse> {
  const house = await testHouse();
  houses.push(house);
  await house.app.house.db.pool.query(
    `insert into invitation (code, role, unit_id, created_at, expires_at)
     select $1, 'liaison', id, now(), now() + interval '14 days' from unit where code = 'GLAR'`,
    [said.liaisonCode.replace('-', '')],
  );
  return house;
}

/**
 * All data, except times of the last look: `last_used_at`, `menu_hash`, and a draft's `rev` and
 * `updated_at`, which also count that a finished draft was handled again. The inbox and the chats'
 * logs are not data.
 */
async function memory(house: TestHouse): Promise<Record<string, unknown[]>> {
  const tables = [
    'person',
    'account',
    'membership',
    'invitation',
    'draft',
    'exemplar',
    'exemplar_counter',
    'exemplar_change',
    'attachment',
    'filing',
    'filing_change',
    'nudge',
    'delivery',
    'nudge_round',
    'snooze',
  ];
  const all = await Promise.all(
    tables.map(async (table) => {
      const { rows } = await house.app.house.db.pool.query<{ row: unknown }>(
        `select to_jsonb(t) - '{last_used_at,rev,updated_at,menu_hash}'::text[] as row from ${table} t order by to_jsonb(t) ->> 'id', t::text`,
      );
      return [table, rows.map(({ row }) => row)] as const;
    }),
  );
  return Object.fromEntries(all);
}

/** Waits until every update so far is handled and every unrequested message is sent. */
async function quiet({ app, telegram }: TestHouse): Promise<void> {
  await expect
    .poll(
      async () => {
        const { rows } = await app.house.db.pool.query(
          `select (select count(*) from inbox_update where status = 'done') as updates,
                  (select count(*) from delivery where status = 'pending') as deliveries`,
        );
        return rows[0];
      },
      { timeout: 60_000, interval: 5 },
    )
    .toEqual({ updates: telegram.updates.length, deliveries: 0 });
}

describe('handling an update again after a death before its end changes nothing', () => {
  /**
   * A person whose chosen updates are handled twice: the second time as after such a death, with
   * the chat's old log. All data is compared in between.
   */
  function dying(house: TestHouse, person: TelegramPerson, again: () => boolean): ChatPerson {
    const { pool } = house.app.house.db;
    const key = `telegram:${person.id}`;
    const log = async () =>
      (await pool.query('select state from chat where key = $1', [key])).rows[0]?.state ?? null;
    const twice =
      <A extends unknown[], R>(act: (...args: A) => Promise<R>) =>
      async (...args: A) => {
        await quiet(house);
        const [before, known] = [await log(), person.updates.length];
        const done = await act(...args);
        await quiet(house);
        if (!again()) return done;
        const first = await memory(house);
        for (const update of person.updates.slice(known)) await handleAgain(update, before);
        expect(await memory(house)).toEqual(first);
        return done;
      };
    const handleAgain = async (update: WireUpdate, state: unknown) => {
      await pool.query('update chat set state = $2, owner = null where key = $1', [
        key,
        state && JSON.stringify(state),
      ]);
      await pool.query(
        `update inbox_update set status = 'pending', payload = $2, attempts = 0, settled_at = null where update_key = $1`,
        [String(update.update_id), JSON.stringify(update)],
      );
      await pool.query(`select graphile_worker.add_job('chat', json_build_object('key', $1::text))`, [key]);
      await quiet(house);
    };
    return {
      ...person,
      says: twice(person.says.bind(person)),
      presses: twice(person.presses),
      sendsFile: twice(person.sendsFile),
      sharesPhone: twice(person.sharesPhone),
    };
  }

  it('for every update of a whole story', async () => {
    const house = await newHouse();
    const people = [
      house.telegram.person({ name: 'Bình' }),
      house.telegram.person({ name: 'Hạnh' }),
    ] as const;
    let deaths = 0;
    const always = () => {
      deaths += 1;
      return true;
    };
    await wholeStory(dying(house, people[0], always), dying(house, people[1], always));
    expect(deaths).toBeGreaterThan(50);
    expect(house.telegram.violations).toEqual([]);
  });

  it('for any of them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(fc.boolean()), async (choices) => {
        const house = await newHouse();
        const again = () => choices.next().value ?? false;
        const people = [
          house.telegram.person({ name: 'Bình' }),
          house.telegram.person({ name: 'Hạnh' }),
        ] as const;
        await wholeStory(dying(house, people[0], again), dying(house, people[1], again));
      }),
      { numRuns: 2, endOnFailure: true },
    );
  }, 120_000);
});

describe('delivering updates again changes nothing', () => {
  it('for any first part, each one, or all of them, any number of times', async () => {
    const house = await newHouse();
    const liaison = house.telegram.person({ name: 'Bình' });
    await wholeStory(liaison, house.telegram.person({ name: 'Hạnh' }));
    await quiet(house);
    const updates = house.telegram.updates.map((update) => ({
      key: String(update.update_id),
      update: update as never,
    }));
    const known = await memory(house);
    const messages = house.telegram.calls.length;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(updates.length), fc.nat(updates.length)), { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 1, max: 7 }),
        async (parts, size) => {
          for (const [from, to] of parts) {
            const part = updates.slice(Math.min(from, to), Math.max(from, to));
            for (let i = 0; i < part.length; i += size)
              await house.app.accept('telegram', part.slice(i, i + size));
          }
          await house.app.accept('telegram', [...updates, ...updates]);
          await quiet(house);
          expect(await memory(house)).toEqual(known);
        },
      ),
      { numRuns: 10 },
    );
    const sent = house.telegram.calls.slice(messages).filter(({ method }) => method !== 'getUpdates');
    expect(sent).toEqual([]);
  });

  it('twice each, while the story continues: the same data as once, word for word', async () => {
    const [once, twice] = await Promise.all(
      [false, true].map(async (duplicate) => {
        const house = await newHouse();
        house.telegram.duplicateUpdates = duplicate;
        await wholeStory(house.telegram.person({ name: 'Bình' }), house.telegram.person({ name: 'Hạnh' }));
        await quiet(house);
        return memory(house);
      }),
    );
    expect(withoutInstants(twice)).toEqual(withoutInstants(once));
  });
});

/**
 * Two apps play the story at different moments, and each names the bytes of its files by chance:
 * only these may differ.
 */
function withoutInstants(value: unknown): unknown {
  const text = JSON.stringify(value)
    .replaceAll(/"\d{4}-\d\d-\d\dT[^"]+"/g, '"an instant"')
    .replaceAll(/"storage_key":"[^"]+"/g, '"storage_key":"a key"');
  return JSON.parse(text);
}
