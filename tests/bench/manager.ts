import { textUpdate } from './bench-channel.ts';
import type { BenchHouse } from './house.ts';

const managerChat = 900_000;

/** Adds a manager of the office, who asks for reports and pictures. */
export async function addManager({ app }: BenchHouse): Promise<void> {
  await app.house.db.pool.query(
    `with added as (insert into person (name, created_at) values ('Lãnh đạo', $1) returning id),
     account as (
       insert into account (channel, external_id, chat_id, person_id, created_at)
       select 'telegram', $2::text, $2::int, id, $1 from added)
     insert into membership (person_id, role, office_id, since) select id, 'manager', 1, $1 from added`,
    [app.clock.now(), managerChat],
  );
}

/** Milliseconds from the manager's command until the channel has the file or the picture. */
export function commandToFile(house: BenchHouse, command: string): Promise<number> {
  return new Promise((resolve) => {
    const begun = performance.now();
    house.listen(managerChat, ({ method }) => {
      if (method === 'sendDocument' || method === 'sendPhoto') resolve(performance.now() - begun);
    });
    house.hand(textUpdate(managerChat, command));
  });
}
