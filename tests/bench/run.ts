import { setTimeout as sleep } from 'node:timers/promises';
import { bareBench } from './bare.ts';
import { type Sent, textUpdate } from './bench-channel.ts';
import { benchHouse, registerOnce, registration } from './house.ts';
import { measureProcess } from './process.ts';
import { watchDatabase } from './where-time-goes.ts';

const chats = 600;
const nothing: Sent = { method: '', chatId: 0, messageId: 0, text: '', buttons: [] };
const line = (what: string, value: string) => console.log(`${what.padEnd(58)} ${value}`);

console.log(`node ${process.version}, ${chats} chats at once, ${registration.length + 1} updates each\n`);

await bareBench(50);
const bare = await bareBench(chats);
line('bare grammY + conversations, storage in memory', `${bare.toFixed(0)} updates/s`);

const house = await benchHouse(2 * chats + 100);
await Promise.all(Array.from({ length: 50 }, (_, i) => registerOnce(house, 2 * chats + 1 + i)));
const watching = watchDatabase(house.app.house.db.pool);
const begun = performance.now();
const cpu = process.cpuUsage();
const updates = await Promise.all(Array.from({ length: chats }, (_, i) => registerOnce(house, i + 1)));
const seconds = (performance.now() - begun) / 1000;
const used = process.cpuUsage(cpu);
const full = updates.reduce((a, b) => a + b, 0) / seconds;
line('the whole house, embedded PostgreSQL', `${full.toFixed(0)} updates/s`);
line('ratio', (full / bare).toFixed(3));
line(
  'this process: CPU',
  `${(((used.user + used.system) / 1e6 / seconds) * 100).toFixed(0)} % of one core (the rest of the two: PostgreSQL)`,
);

console.log('where the database spends that time:');
for (const [what, share] of watching.stop()) line(what, share);

// Replies at a steady 20 updates a second: one chat after the other takes its next step.
const latencies = await steady(20, 30);
const at = (q: number) => latencies[Math.floor(latencies.length * q)]?.toFixed(1) ?? '–';
line('reply at 20 updates/s, p50 / p95', `${at(0.5)} ms / ${at(0.95)} ms (${latencies.length} replies)`);
await house.close();

for (const [what, value] of await measureProcess()) line(what, value);

/**
 * Time from handing an update in to the bot's first answer, in ms, sorted. Each of 100 people takes
 * one step in turn.
 */
async function steady(perSecond: number, seconds: number): Promise<number[]> {
  const times: number[] = [];
  const people = Array.from({ length: 100 }, (_, i) => ({
    chatId: chats + 1 + i,
    step: 0,
    handed: 0,
    sent: nothing,
  }));
  for (const person of people) {
    house.listen(person.chatId, (sent) => {
      if (person.handed > 0) times.push(performance.now() - person.handed);
      person.handed = 0;
      person.sent = sent;
    });
  }
  const begun = performance.now();
  for (let n = 0; n < perSecond * seconds; n++) {
    const person = people[n % people.length];
    if (person && person.handed === 0) {
      const step = registration[person.step - 1];
      const update = step ? step(person.chatId, person.sent) : textUpdate(person.chatId, '/dangky');
      person.step += 1;
      person.handed = performance.now();
      house.hand(update);
    }
    await sleep(Math.max(0, begun + ((n + 1) * 1000) / perSecond - performance.now()));
  }
  return times.sort((a, b) => a - b);
}
