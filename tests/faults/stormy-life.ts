import { setTimeout as sleep } from 'node:timers/promises';
import pino from 'pino';
import { showCode } from '../../src/people/code.ts';
import { invite } from '../../src/people/invitations.ts';
import { connect } from '../../src/store/database.ts';
import type { TelegramStandIn } from '../standin/telegram/start.ts';
import type { TelegramPerson } from '../support/telegram-person.ts';
import { nameOf } from './random.ts';
import type { PatientQuery } from './stormy-database.ts';
import { joins, registersOnce } from './story.ts';

/** Milliseconds that a person waits for a message: several starts on a busy machine. */
export const patience = 180_000;
/**
 * A question that a kill repeats keeps its buttons: people press no old one while the app may be
 * starting.
 */
const settle = 20_000;
/** The plan allows so many from these units without a reason. */
const perUnit = 12;

/** Lists the units from which the plan allows so many; police, military and schools have fewer. */
export function listRoomyUnits(query: PatientQuery): Promise<{ id: number }[]> {
  return query<{ id: number }>(
    `select unit_id as id from plan_unit where kind in ('commune', 'township', 'agency', 'association')
     order by position`,
  );
}

/**
 * Lives as a liaison: joins for one unit after the other and registers for it without a pause,
 * until it has its share, and until `over`.
 */
export async function lives(options: {
  telegram: TelegramStandIn;
  units: { id: number }[];
  n: number;
  at: Date;
  random: () => number;
  serverUrl(): Promise<string>;
  over(): boolean;
  joined(person: TelegramPerson): void;
  registered(): void;
}): Promise<void> {
  const { telegram, units, n, at, random, over } = options;
  for (const unit of units) {
    if (over()) return;
    const person = telegram.person({
      name: `Bình ${n}`,
      phone: '0905123456',
      patience,
      settle,
      pressesAgain: true,
    });
    options.joined(person);
    const code = await untilTaken(async () => {
      const db = connect({ url: await options.serverUrl(), log: pino({ level: 'silent' }), poolSize: 1 });
      try {
        return (await invite(db.prisma, { role: 'liaison', unitId: unit.id, at })).code;
      } finally {
        await db.close();
      }
    });
    await joins(person, showCode(code), 'Nguyễn Văn Bình');
    await person.presses('Bỏ qua');
    await person.sees('Đã xong.');
    for (let i = 0; i < perUnit && !over(); i++) {
      await registersOnce(person, nameOf(random));
      options.registered();
    }
  }
}

async function untilTaken<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt === 100) throw error;
      await sleep(200);
    }
  }
}
