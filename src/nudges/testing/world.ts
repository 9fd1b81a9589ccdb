import { freshDatabase } from '../../../tests/support/database.ts';
import { loaded } from '../../../tests/support/loaded.ts';
import { stoppedClock } from '../../clock.ts';
import type { Account, SendOutcome } from '../../deliveries/accounts.ts';
import { type DeliverDeps, deliver } from '../../deliveries/deliver.ts';
import type { Delivered } from '../../deliveries/settle.ts';
import { listPendingDeliveries } from '../../deliveries/testing/list-pending.ts';
import { instantOf } from '../../plan/calendar.ts';
import { loadPlan } from '../../plan/load.ts';
import { loadWorkingCalendar } from '../../plan/load-calendar.ts';
import type { LoadedPlan } from '../../plan/plan.ts';
import type { Role } from '../../store/generated/enums.ts';
import { deriveNudge } from '../derive-nudge.ts';
import type { NudgeMessage } from '../message.ts';
import { planNudges } from '../planner.ts';
import { sayNudge } from '../say.ts';

const plan = loaded(loadPlan('prisma/plans/101-kh-ubnd.yaml'));
const calendar = loadWorkingCalendar();

/** A message as the test's channel got it. */
export interface ReceivedMessage {
  account: Account;
  personId: number;
  text: string;
}

/** Plan 101 for a test: its database, clock, people and channel. */
export type NudgeWorld = Awaited<ReturnType<typeof createNudgeWorld>>;

/**
 * Creates a database with Plan 101, a clock that stands still, and a channel that records its
 * messages. `others`: further open plans, with the ids 2, 3 …
 */
export async function createNudgeWorld(options: { poolSize?: number; others?: LoadedPlan[] } = {}) {
  const db = await freshDatabase(options);
  const others = options.others ?? [];
  for (const { id, code } of others) await db.prisma.plan.create({ data: { id, officeId: 1, code } });
  const plans = [plan, ...others];
  const find = (id: number) => plans.find((one) => one.id === id) ?? plan;
  const clock = stoppedClock(at('2021-08-18'));
  const deps = { db, plan, calendar, clock };
  const sent: ReceivedMessage[] = [];
  const channel: { answer: (account: Account) => SendOutcome | Promise<SendOutcome> } = {
    answer: () => 'sent',
  };
  const sender: DeliverDeps<{ personId: number; text: string }, NudgeMessage> = {
    ...deps,
    nudge: (client, delivery, now) => deriveNudge(client, { find }, delivery, now),
    waitsFor: (outgoing) => (outgoing.kind === 'nudge' ? outgoing.message.planIds : [plan.id]).map(find),
    render: (outgoing, person, locale) => ({
      personId: person.id,
      text:
        outgoing.kind === 'nudge'
          ? sayNudge({ find, several: others.length > 0 }, locale, outgoing.message)
          : outgoing.name,
    }),
    send: async (account, message) => {
      const answer = await channel.answer(account);
      if (answer === 'sent') sent.push({ account, ...message });
      return answer;
    },
  };
  let made = 0;

  return {
    ...deps,
    plans,
    sent,
    channel,
    sender,

    /** Sets the clock to a time of day in the plan's zone. */
    goTo: (date: string, time = '08:00') => clock.set(at(date, time)),

    unit: async (name: string, kind = 'commune'): Promise<number> => {
      made += 1;
      const { id } = await db.prisma.unit.create({
        data: {
          ...{
            officeId: 1,
            code: `U${made}`,
            name,
            short: name,
            position: made,
            createdAt: at('2021-01-01'),
          },
          plans: { create: { planId: plan.id, kind, position: made } },
        },
      });
      return id;
    },

    /** Adds a person with an account on `channels`, the first used last. */
    person: async (name: string, channels = ['telegram']): Promise<number> => {
      made += 1;
      const { id } = await db.prisma.person.create({
        data: {
          name,
          phone: `09${made}`,
          createdAt: at('2021-01-01'),
          accounts: {
            create: channels.map((one, i) => ({
              channel: one,
              externalId: `${one}-${made}`,
              chatId: made,
              createdAt: at('2021-01-01'),
              lastUsedAt: at('2021-08-17', `0${9 - i}:00`),
            })),
          },
        },
      });
      return id;
    },

    member: async (
      personId: number,
      unitId: number | null,
      role: Role = 'liaison',
      since = at('2021-01-01'),
    ): Promise<void> => {
      const officeId = unitId === null ? 1 : null;
      await db.prisma.membership.create({ data: { personId, unitId, officeId, role, since } });
    },

    /** Registers so many exemplars now. */
    register: async (unitId: number, personId: number, count: number): Promise<void> => {
      for (let i = 0; i < count; i += 1) {
        made += 1;
        await db.prisma.exemplar.create({
          data: {
            code: `E-${made}`,
            unitId,
            planId: plan.id,
            year: 2021,
            subject: 'collective',
            category: 'community',
            name: `Mô hình ${made}`,
            searchName: `mo hinh ${made}`,
            place: 'Làng Groi',
            difficultArea: false,
            directLabour: false,
            summary: 'Tóm tắt',
            impact: 'Hiệu quả',
            endorsedOn: new Date('2021-08-01'),
            status: 'submitted',
            submittedAt: clock.now(),
            submittedById: personId,
          },
        });
      }
    },

    /** Hands in a document now. */
    file: async (unitId: number, personId: number, duty: string, occurrence = ''): Promise<void> => {
      await db.prisma.filing.create({
        data: {
          ...{ planId: plan.id, unitId, duty, occurrence },
          ...{ filedAt: clock.now(), filedById: personId, channel: 'telegram' },
        },
      });
    },

    planNow: () => planNudges({ ...deps, plans }),

    /** Sends all pending deliveries, as the job runner would, and returns the results. */
    sendAll: async (): Promise<Delivered[]> => {
      const results: Delivered[] = [];
      for (const id of await listPendingDeliveries(db.prisma)) results.push(await deliver(sender, id));
      return results;
    },

    stages: async (): Promise<string[]> => {
      const rows = await db.prisma.nudge.findMany({
        orderBy: [{ deliveryId: 'asc' }, { unitId: 'asc' }, { duty: 'desc' }, { id: 'asc' }],
      });
      return rows.map(({ duty, stage, unitId, personId }) => `${duty} ${stage} u${unitId} p${personId}`);
    },

    statuses: async (): Promise<string[]> => {
      const rows = await db.prisma.delivery.findMany({ orderBy: { id: 'asc' } });
      return rows.map(({ status }) => status);
    },
  };
}

/** Returns an instant in the plan's zone. */
export function at(date: string, time = '08:00'): Date {
  return instantOf(date, time, plan.zone);
}
