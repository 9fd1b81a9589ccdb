/**
 * Compares the cost of this bot's guarantees: three rounds of the plain durable bot, the bare bot
 * in memory and the whole app, each with the same number of chats and updates, on one PostgreSQL.
 * `npm run bench`; docs/benchmarks.md holds the measurements.
 */
import { spawnSync } from 'node:child_process';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { bareBench } from './bare.ts';
import { measureCharts } from './chart-times.ts';
import { type Cost, costOf, countStatements } from './cost.ts';
import { durableBench } from './durable.ts';
import { type BenchHouse, benchHouse, registerOnce, registration } from './house.ts';
import { measureProcess } from './process.ts';
import { replyTimes } from './reply-times.ts';
import { measureSearch } from './search.ts';

const rounds = 3;
const chats = 600;
const warmUp = 50;
const questions = registration.length;
const updates = chats * (questions + 1);
const line = (what: string, value: string) => console.log(`${what.padEnd(74)} ${value}`);

countStatements();
const [cpu] = cpus();
console.log(`node ${process.version}, ${cpus().length} × ${cpu?.model.trim() ?? 'processor'}`);
console.log(`${rounds} rounds, ${chats} chats at once, ${questions + 1} updates each; medians\n`);

const house = await benchHouse((rounds + 1) * chats + warmUp + 100);
const { url } = house.app.house.db;
await Promise.all(Array.from({ length: warmUp }, (_, i) => registerOnce(house, rounds * chats + 1 + i)));
await bareBench(warmUp, questions);
await durableBench(url, warmUp, questions);

const bare: number[] = [];
const durable: Cost[] = [];
const ours: Cost[] = [];
for (let round = 0; round < rounds; round++) {
  bare.push(await bareBench(chats, questions));
  durable.push(await costOf(url, () => durableBench(url, chats, questions)));
  ours.push(await costOf(url, () => registerAll(house, round * chats)));
}

const perSecond = (cost: Cost) => updates / cost.seconds;
const ratioTo = (others: number[]) => median(ours.map((cost, i) => perSecond(cost) / (others[i] ?? 0)));
line('the whole app, embedded PostgreSQL', `${median(ours.map(perSecond)).toFixed(0)} updates/s`);
line('plain durable bot, same PostgreSQL', `${median(durable.map(perSecond)).toFixed(0)} updates/s`);
line('bare bot in memory', `${median(bare).toFixed(0)} updates/s`);
line('ratio to the plain durable bot', ratioTo(durable.map(perSecond)).toFixed(2));
line('ratio to the bare bot in memory', ratioTo(bare).toFixed(2));
for (const [what, costs] of [
  ['the whole app', ours],
  ['plain durable bot', durable],
] as const) {
  const each = (of: (cost: Cost) => number, digits: number) =>
    (median(costs.map(of)) / updates).toFixed(digits);
  line(
    `per update, ${what}`,
    [
      `${each((cost) => cost.statements, 2)} statements`,
      `${each((cost) => cost.walBytes, 0)} bytes of WAL`,
      `${each((cost) => cost.rows, 2)} rows left`,
      `${each((cost) => cost.javascriptMs, 2)} ms JavaScript`,
      costs.every((cost) => cost.postgresMs !== undefined)
        ? `${each((cost) => cost.postgresMs ?? 0, 2)} ms PostgreSQL`
        : 'PostgreSQL: not known on this system',
    ].join(', '),
  );
}

const times = await replyTimes(house, { firstChat: rounds * chats + warmUp + 1, perSecond: 20, seconds: 30 });
const at = (share: number) => times[Math.floor(times.length * share)]?.toFixed(1) ?? '–';
line('reply at 20 updates/s, p50 / p95', `${at(0.5)} ms / ${at(0.95)} ms (${times.length} replies)`);
await house.close();
for (const [what, value] of await measureCharts()) line(what, value);

for (const [what, value] of await measureProcess()) line(what, value);

// In a process of its own: its memory is compared with that at rest.
console.log('\nreports');
spawnSync(process.execPath, [join(import.meta.dirname, 'reports.ts')], { stdio: 'inherit' });
for (const [what, value] of await measureSearch(500_000, 50_000)) line(what, value);

async function registerAll(into: BenchHouse, from: number): Promise<void> {
  await Promise.all(Array.from({ length: chats }, (_, i) => registerOnce(into, from + i + 1)));
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
