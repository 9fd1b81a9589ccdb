/**
 * Breaks everything at random, under load, for ten minutes (`npm run bench:faults -- MINUTES`), and
 * counts what was lost, doubled or is stuck. Ten people register without a pause on two processes
 * with one database. `FAULT_SEED` repeats a run's order. Exits with 1 unless all figures are 0 and
 * both processes stop in time.
 */
import { cpus } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { randomOf } from '../faults/random.ts';
import { countLosses, settled } from '../faults/stormy-database.ts';
import { listRoomyUnits, lives, patience } from '../faults/stormy-life.ts';
import { createFaultsOf } from './faults/faults.ts';
import { morning, openStage } from './faults/stage.ts';

const minutes = Number(process.argv[2] ?? 10);
const seed = Number(process.env.FAULT_SEED ?? 7);
const people = 10;
/** Milliseconds within which a process has to stop. */
const longestStop = 10_000;
const line = (what: string, value: string | number) => console.log(`${what.padEnd(44)} ${value}`);

const random = randomOf(seed);
const stage = await openStage();
const { telegram, query } = stage;
const faults = createFaultsOf(stage, random);
const recovered = new Map<string, number[]>();
let registrations = 0;
let over = false;
/** People who waited for a message in vain. */
const vain: string[] = [];

console.log(`node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim()}`);
console.log(`${minutes} minutes, seed ${seed}, ${people} people, two processes\n`);
const units = await listRoomyUnits(query);
const walks = Promise.all(
  Array.from({ length: people }, (_, n) =>
    lives({
      telegram,
      units: units.filter((_unit, i) => i % people === n),
      n,
      at: new Date(morning),
      random,
      serverUrl: async () => stage.serverUrl,
      over: () => over,
      joined: () => {},
      registered: () => {
        registrations += 1;
      },
    }).catch((error: unknown) => vain.push(String(error).slice(0, 400))),
  ),
);

const end = performance.now() + minutes * 60_000;
while (performance.now() < end && vain.length === 0) {
  await sleep(1000 + random() * 3000);
  const fault = faults[Math.floor(random() * faults.length)];
  if (!fault) break;
  const newest = await newestUpdate();
  await fault.happen();
  const begun = performance.now();
  await handledUpTo(newest);
  const ms = performance.now() - begun;
  recovered.set(fault.name, [...(recovered.get(fault.name) ?? []), ms]);
}

// Under full load: each person is in the middle of a registration.
const stops = await stage.stopAll();
await stage.startAll();
over = true;
await walks;
await settled(query, patience);
const updates = telegram.updates.length;
const losses = await countLosses(query, { registrations, updates });

console.log(`\n${'fault'.padEnd(34)} ${'times'.padStart(5)}  recovered after, median / longest`);
for (const [name, times] of [...recovered].sort(([a], [b]) => a.localeCompare(b))) {
  const sorted = times.toSorted((a, b) => a - b);
  const seconds = (ms: number | undefined) => `${((ms ?? 0) / 1000).toFixed(1)} s`;
  console.log(
    `${name.padEnd(34)} ${String(times.length).padStart(5)}  ${seconds(sorted[sorted.length >> 1])} / ${seconds(sorted.at(-1))}`,
  );
}
const slowest = Math.max(...stops.map(({ ms }) => ms));
const wrong = {
  lost: losses.lost,
  doubled: losses.doubled,
  stuck: losses.stuck + vain.length,
  'processes that ended by themselves': stage.ended(),
  'calls that no correct bot makes': telegram.violations.length,
  'stops with another exit code than 0': stops.filter(({ code }) => code !== 0).length,
  'stops that took longer than 10 s': stops.filter(({ ms }) => ms > longestStop).length,
};
console.log();
line('registrations / updates', `${registrations} / ${updates}`);
line('most messages to Telegram in a second', busiestSecond());
line('graceful stop under load', `${(slowest / 1000).toFixed(1)} s`);
for (const [what, count] of Object.entries(wrong)) line(what, count);
for (const told of [...vain, ...telegram.violations]) console.error(told);
await stage.close();
process.exit(Object.values(wrong).every((count) => count === 0) ? 0 : 1);

async function newestUpdate(): Promise<number> {
  const [row] = await query<{ id: number }>('select coalesce(max(id), 0) as id from inbox_update');
  return row?.id ?? 0;
}

/** Waits until all updates that had come are handled; those that never are count as stuck later. */
async function handledUpTo(id: number): Promise<void> {
  for (const limit = performance.now() + patience; performance.now() < limit; ) {
    const [row] = await query<{ n: number }>(
      `select count(*) as n from inbox_update where status = 'pending' and id <= $1`,
      [id],
    );
    if (row?.n === 0) return;
    await sleep(50);
  }
}

function busiestSecond(): number {
  const at = telegram.calls.filter(({ method }) => method === 'sendMessage').map((call) => call.at);
  let most = 0;
  for (let from = 0, to = 0; to < at.length; to++) {
    while ((at[to] ?? 0) - (at[from] ?? 0) >= 1000) from += 1;
    most = Math.max(most, to - from + 1);
  }
  return most;
}
