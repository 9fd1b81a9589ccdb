import { setTimeout as sleep } from 'node:timers/promises';
import { bareBench } from './bare.ts';
import { benchHouse, registerOnce, registration } from './house.ts';
import { measureProcess } from './process.ts';

const chats = 600;
const line = (what: string, value: string) => console.log(`${what.padEnd(58)} ${value}`);

console.log(`node ${process.version}, ${chats} chats at once, ${registration.length + 1} updates each\n`);

await bareBench(50);
const bare = await bareBench(chats);
line('bare grammY + conversations, storage in memory', `${bare.toFixed(0)} updates/s`);

const house = await benchHouse(2 * chats + 100);
await Promise.all(Array.from({ length: 50 }, (_, i) => registerOnce(house, 2 * chats + 1 + i)));
const begun = performance.now();
const cpu = process.cpuUsage();
const updates = await Promise.all(Array.from({ length: chats }, (_, i) => registerOnce(house, i + 1)));
const seconds = (performance.now() - begun) / 1000;
const used = process.cpuUsage(cpu);
const full = updates.reduce((a, b) => a + b, 0) / seconds;
line('the whole house, embedded PostgreSQL', `${full.toFixed(0)} updates/s`);
line('ratio', (full / bare).toFixed(3));
line('this process: CPU', `${(((used.user + used.system) / 1e6 / seconds) * 100).toFixed(0)} % of one core (the rest of the two: PostgreSQL)`);

// Replies at a steady 20 updates a second: one chat after the other takes its next step.
const latencies = await steady(20, 30);
const at = (q: number) => latencies[Math.floor(latencies.length * q)]?.toFixed(1) ?? '–';
line('reply at 20 updates/s, p50 / p95', `${at(0.5)} ms / ${at(0.95)} ms (${latencies.length} replies)`);
await house.close();

for (const [what, value] of await measureProcess()) line(what, value);

/** Time from handing an update in to the bot's first answer, in ms, sorted. */
async function steady(perSecond: number, seconds: number): Promise<number[]> {
  const times: number[] = [];
  const people = Array.from({ length: perSecond }, (_, i) => chats + 1 + i);
  const state = new Map(people.map((chatId) => [chatId, { step: -1, handed: 0, sent: undefined as never }]));
  const { textUpdate } = await import('./bench-channel.ts');
  for (const chatId of people) {
    house.listen(chatId, (sent) => {
      const one = state.get(chatId);
      if (!one) return;
      if (one.handed > 0) times.push(performance.now() - one.handed);
      one.handed = 0;
      one.sent = sent as never;
    });
  }
  const end = performance.now() + seconds * 1000;
  for (let n = 0; performance.now() < end; n++) {
    const chatId = people[n % people.length] ?? 0;
    const one = state.get(chatId);
    if (one && one.handed === 0) {
      const step = registration[one.step];
      const update = one.step < 0 || !step ? textUpdate(chatId, '/dangky') : step(chatId, one.sent);
      one.step = one.step < 0 || !step ? 0 : one.step + 1;
      one.handed = performance.now();
      house.hand(update);
    }
    await sleep(1000 / perSecond);
  }
  return times.sort((a, b) => a - b);
}
