import type { Database } from '../../src/store/database.ts';
import type { DeliveryStatus } from '../../src/store/generated/enums.ts';
import { seeded, type Unit } from './sample.ts';

const outcomes: [DeliveryStatus, ...DeliveryStatus[]] = [
  'sent',
  'blocked',
  'unconnected',
  'failed',
  'dropped',
  'pending',
];
const createdAt = new Date('2021-08-18T01:00:00Z');

/**
 * Adds people of all sorts: several for a unit or none, heads, blocked or never connected, nudged
 * with every outcome.
 */
export async function fillPeople(db: Database, units: Unit[], seed: number): Promise<void> {
  const random = seeded(seed * 31);
  const pick = <T>(from: readonly [T, ...T[]]): T => from[Math.floor(random() * from.length)] ?? from[0];
  let made = 0;
  for (const unit of units) {
    for (let n = Math.floor(random() * 3); n > 0; n--) {
      made++;
      const accounts = Array.from({ length: Math.floor(random() * 3) }, (_, index) => ({
        channel: index === 0 ? 'telegram' : 'zalo',
        externalId: `p${made}`,
        chatId: made,
        reachable: random() < 0.5,
        createdAt,
      }));
      const person = await db.prisma.person.create({
        data: {
          name: `Người ${made}`,
          phone: random() < 0.7 ? `0905${String(made).padStart(6, '0')}` : null,
          createdAt,
          accounts: { create: accounts },
          memberships: {
            create: {
              unitId: unit.id,
              role: pick(['liaison', 'liaison', 'head']),
              since: createdAt,
              until: random() < 0.1 ? new Date('2022-01-01T00:00:00Z') : null,
            },
          },
        },
      });
      for (let nudges = Math.floor(random() * 3); nudges > 0; nudges--) {
        const at = new Date(Date.UTC(2021, 7, 24) + Math.floor(random() * 90) * 86_400_000);
        const status = pick(outcomes);
        await db.prisma.delivery.create({
          data: {
            key: `test:${made}:${nudges}`,
            personId: person.id,
            kind: 'nudge',
            status,
            createdAt: at,
            settledAt: status === 'pending' ? null : at,
            nudges: {
              create: {
                duty: 'registration',
                planId: 1,
                lastDay: new Date('2021-08-24'),
                unitId: unit.id,
                stage: `round-${nudges}`,
                personId: person.id,
                createdAt: at,
              },
            },
          },
        });
      }
    }
  }
}
