import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Update } from 'grammy/types';
import { type RunningApp, startApp } from '../../src/app/app.ts';
import { readConfig } from '../../src/config/config.ts';
import { createLog } from '../../src/log.ts';
import { benchChannel, pressUpdate, type Sent, textUpdate } from './bench-channel.ts';

/** Steps of a whole registration: what the person does after each message of the bot. */
type Step = (chatId: number, sent: Sent) => Update;
const says =
  (text: string | ((chatId: number) => string)): Step =>
  (chatId) =>
    textUpdate(chatId, typeof text === 'string' ? text : text(chatId));
const presses =
  (label: string): Step =>
  (chatId, sent) =>
    pressUpdate(chatId, sent, label);

const words =
  'suối rừng lúa cà tiêu dệt chiêng nước vườn đường chợ trạm gạo nếp măng bò dê ong mía sắn'.split(' ');
const wordOf = (chatId: number) => words[chatId % 20] ?? '';
const nameOf = (chatId: number) =>
  `${words[chatId % 20]} ${words[Math.floor(chatId / 20) % 20]} ${(chatId * 2654435761).toString(36)} ${(chatId * 40503).toString(36)}`;

/**
 * From /dangky to "Đã gửi": one update a step, in the order of the dialogues. Each chat types words
 * of its own: the reading of a text that the program remembers serves no other chat.
 */
export const registration: Step[] = [
  presses('Tập thể'),
  presses('Tổ dân phố'),
  says(nameOf),
  says((n) => `Ông A Nhưk ${wordOf(n)} ${n}, Trưởng thôn`),
  says((n) => String(20 + n)),
  says((n) => `Làng ${wordOf(n)} ${n}`),
  presses('Địa bàn khó khăn'),
  presses('Lao động trực tiếp'),
  says(
    (n) =>
      `Làng có ${20 + n} hộ, năm 2020 giảm 12 hộ nghèo, không có hộ tái nghèo, giữ được 3 đội ${wordOf(n)}.`,
  ),
  presses('Xong'),
  presses('☐ 1.'),
  presses('Xong'),
  presses('Bỏ qua'),
  says((n) => `Cách làm đơn giản, ${n} làng khác trong xã đã đến học và làm theo việc ${wordOf(n)}.`),
  presses('Xong'),
  says('5/8/2021'),
  presses('Bỏ qua'),
  presses('Xong'),
  presses('Gửi'),
];

export interface BenchHouse {
  app: RunningApp;
  /** Calls back for each message that a chat gets. */
  listen(chatId: number, onSent: (sent: Sent) => void): void;
  /** Hands updates in as polling does: in batches of at most 100, one batch at a time. */
  hand(update: Update): void;
  close(): Promise<void>;
}

/** The whole app with embedded PostgreSQL and so many liaisons, chat ids 1 … n. */
export async function benchHouse(people: number): Promise<BenchHouse> {
  const dataDir = await mkdtemp(join(tmpdir(), 'dht-bench-'));
  const listeners = new Map<number, (sent: Sent) => void>();
  const channel = benchChannel((sent) => listeners.get(sent.chatId)?.(sent));
  const app = await startApp({
    config: readConfig({
      MODE: 'production',
      DATA_DIR: dataDir,
      PORT: '0',
      CLOCK_START: '2021-08-18T08:00:00+07:00',
    }),
    log: createLog(process.env.BENCH_LOG ?? 'silent'),
    extraChannels: [channel],
  });
  // One unit a person, as in a province: a unit's lock is then not the bottleneck of the bench.
  await app.house.db.pool.query(
    `with added as (
       insert into unit (office_id, code, name, short, position, created_at)
       select 1, 'B' || n, 'Cơ quan ' || n, 'CQ ' || n, 1000 + n, $2 from generate_series(1, $1) n returning id, position)
     insert into plan_unit (plan_id, unit_id, kind, position) select 1, id, 'agency', position from added`,
    [people, app.clock.now()],
  );
  await app.house.db.pool.query(
    `with people as (
       insert into person (name, created_at) select 'Cán bộ ' || n, $2 from generate_series(1, $1) n returning id),
     numbered as (select id, row_number() over (order by id) as n from people),
     accounts as (
       insert into account (channel, external_id, chat_id, person_id, created_at)
       select 'telegram', n, n, id, $2 from numbered),
     units as (select id, row_number() over (order by position) - 1 as k, count(*) over () as many
              from unit where code ~ '^B[0-9]+$')
     insert into membership (person_id, role, unit_id, since)
     select p.id, 'liaison', u.id, $2 from numbered p join units u on u.k = p.n % u.many`,
    [people, app.clock.now()],
  );

  const waiting: Update[] = [];
  let handing = false;
  const handAll = async () => {
    handing = true;
    while (waiting.length > 0) {
      const batch = waiting.splice(0, 100);
      await app.accept(
        'telegram',
        batch.map((update) => ({ key: String(update.update_id), update })),
      );
    }
    handing = false;
  };
  return {
    app,
    listen: (chatId, onSent) => listeners.set(chatId, onSent),
    hand(update) {
      waiting.push(update);
      if (!handing) setImmediate(() => !handing && void handAll());
    },
    async close() {
      await app.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Registers one exemplar from /dangky to the end; returns how many updates that took. */
export function registerOnce(house: BenchHouse, chatId: number): Promise<number> {
  return new Promise((resolve, reject) => {
    let step = 0;
    house.listen(chatId, (sent) => {
      try {
        const next = registration[step++];
        if (!next) {
          if (!/-2021-\d{3}/.test(sent.text)) throw new Error(`not sent: ${sent.text}`);
          resolve(registration.length + 1);
          return;
        }
        house.hand(next(chatId, sent));
      } catch (error) {
        reject(error);
      }
    });
    house.hand(textUpdate(chatId, '/dangky'));
  });
}
