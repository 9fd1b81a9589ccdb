import { setTimeout as sleep } from 'node:timers/promises';
import { type Sent, textUpdate } from './bench-channel.ts';
import { type BenchHouse, registration } from './house.ts';

const nothing: Sent = { method: '', chatId: 0, messageId: 0, text: '', buttons: [] };

/**
 * Times from handing an update in to the bot's first answer at a steady load, in ms, sorted. Each
 * of 100 people from `firstChat` on takes one step of a registration in turn.
 */
export async function replyTimes(
  house: BenchHouse,
  { firstChat, perSecond, seconds }: { firstChat: number; perSecond: number; seconds: number },
): Promise<number[]> {
  const times: number[] = [];
  const people = Array.from({ length: 100 }, (_, i) => ({
    chatId: firstChat + i,
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
