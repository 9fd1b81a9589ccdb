import type { ClockFace, SelectablePerson } from '../../page/wire.ts';
import { countUnread } from './web-chats.ts';
import type { Rehearsal, WebHouse } from './web-house.ts';

/** Lists the selectable people, with the number of their unread messages. */
export async function listSelectablePeople(
  house: WebHouse,
  rehearsal: Rehearsal,
): Promise<SelectablePerson[]> {
  const people = await rehearsal.people();
  const unread = await countUnread(
    house.db.pool,
    people.map(({ chatId }) => chatId),
  );
  return people.map((person) => ({ ...person, unread: unread.get(person.chatId) ?? 0 }));
}

/** Reads the rehearsal's clock. */
export function readClockFace({ clock }: Rehearsal): ClockFace {
  return { now: clock.now().toISOString(), zone: clock.zone };
}
