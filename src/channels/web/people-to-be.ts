import type { ClockFace, SelectablePerson } from '../../page/wire.ts';
import { unreadCounts } from './web-chats.ts';
import type { Rehearsal, WebHouse } from './web-house.ts';

/** The people to be, with what each has not read. */
export async function peopleToBe(house: WebHouse, rehearsal: Rehearsal): Promise<SelectablePerson[]> {
  const people = await rehearsal.people();
  const unread = await unreadCounts(
    house.db.pool,
    people.map(({ chatId }) => chatId),
  );
  return people.map((person) => ({ ...person, unread: unread.get(person.chatId) ?? 0 }));
}

/** What the rehearsal's clock shows. */
export function clockFace({ clock }: Rehearsal): ClockFace {
  return { now: clock.now().toISOString(), zone: clock.zone };
}
