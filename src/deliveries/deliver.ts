import type pg from 'pg';
import type { Clock } from '../clock.ts';
import { asLocale, type Locale } from '../i18n.ts';
import type { LoadedPlan } from '../plan/plan.ts';
import type { WorkingCalendar } from '../plan/working-calendar.ts';
import type { Database } from '../store/database.ts';
import { inTransaction } from '../store/sql.ts';
import { type Account, type SendOutcome, sendToAccounts } from './accounts.ts';
import { createGate, type Gate } from './gate.ts';
import { findNextNudgingHour } from './hours.ts';
import { type LockedDelivery, listReachable, lockDelivery } from './locked-delivery.ts';
import { type Delivered, postponeDelivery, settleDelivery } from './settle.ts';

/**
 * The source of a message's words: a nudge, derived at the moment of sending, or a stored notice. A
 * *delivery* is a row with a unique key for one message that the app sends without a request; it is
 * pending until it is sent, dropped or given up.
 */
export type Outgoing<Nudge> =
  | { kind: 'nudge'; deliveryId: number; message: Nudge }
  | { kind: 'notice'; deliveryId: number; name: string; payload: unknown };

/** The dependencies of sending deliveries. */
export interface DeliverDeps<Message, Nudge = unknown> {
  db: Database;
  calendar: WorkingCalendar;
  clock: Clock;
  /** Derives the content of a nudge at this moment; undefined when nothing of it is left. */
  nudge(client: pg.PoolClient, delivery: NudgeToDerive, now: Date): Promise<Nudge | undefined>;
  /**
   * Lists the plans for whose hours of nudging a message waits; none: it is sent at any hour. The
   * hours of one are enough.
   */
  waitsFor(outgoing: Outgoing<Nudge>): LoadedPlan[];
  /** Writes the message in the person's language; undefined when there is nothing left to say. */
  render(
    outgoing: Outgoing<Nudge>,
    person: { id: number; name: string | null },
    locale: Locale,
  ): Promise<Message | undefined> | Message | undefined;
  /** Sends it. A thrown error counts as temporary trouble. */
  send(account: Account, message: Message): Promise<SendOutcome>;
}

/** A delivery whose nudge is derived: its person, and the officer's words above it. */
export interface NudgeToDerive {
  id: number;
  personId: number;
  note: string | null;
}

/**
 * Sends one delivery and records the result. The row is locked while it is sent, so that two
 * processes never send it at once. The attempt is recorded before it begins: after a killed process
 * the message is sent again and marked as possibly repeated. So it is sent at least once, never
 * lost, and never repeated without saying so. A message whose answer was lost is sent once more at
 * most.
 *
 * A nudge is derived again: work done since is left out, and an empty one is dropped; nudges of the
 * ladder wait for the hours of one of their plans. The account used last is tried first, then the
 * others; one that blocked us is marked unreachable. The last failure and its channel stay in the
 * row, also after a success. After 8 attempts the delivery is given up.
 */
export function deliver<Message, Nudge>(
  deps: DeliverDeps<Message, Nudge>,
  deliveryId: number,
): Promise<Delivered> {
  const { pool } = deps.db;
  return gateOf(pool).pass(async () => {
    const prepared = await inTransaction(pool, (client) => prepare(client, deps, deliveryId));
    if (!('message' in prepared)) return prepared;
    return inTransaction(pool, (client) => send(client, deps, prepared));
  });
}

/** A delivery with its words and its accounts; its attempt is already recorded. */
interface Prepared<Message> {
  delivery: LockedDelivery;
  message: Message;
  accounts: Account[];
}

/**
 * Derives the message and records the attempt; or settles or postpones a delivery that is not sent
 * now.
 */
async function prepare<Message, Nudge>(
  client: pg.PoolClient,
  deps: DeliverDeps<Message, Nudge>,
  deliveryId: number,
): Promise<Prepared<Message> | Delivered> {
  const delivery = await lockDelivery(client, deliveryId);
  if (!delivery) return { state: 'gone' };
  const now = deps.clock.now();
  const outgoing = await readOutgoing(client, deps, delivery, now);
  if (!outgoing) return settleDelivery(client, delivery, 'dropped', now);
  const waits = delivery.byHand ? [] : deps.waitsFor(outgoing);
  const hours = waits.map((plan) => findNextNudgingHour(plan, deps.calendar, now).getTime());
  const afterMs = hours.length === 0 ? 0 : Math.min(...hours) - now.getTime();
  if (afterMs > 0) return { state: 'retry', afterMs };
  const accounts = await listReachable(client, delivery);
  if (accounts.length === 0) return settleDelivery(client, delivery, 'unconnected', now);
  const { personId: id, name, locale } = delivery;
  try {
    const message = await deps.render(outgoing, { id, name }, asLocale(locale));
    if (message === undefined) return settleDelivery(client, delivery, 'dropped', now);
    await client.query('update delivery set sending_since = coalesce(sending_since, $2) where id = $1', [
      delivery.id,
      now,
    ]);
    return { delivery, message, accounts };
  } catch (error) {
    return postponeDelivery(
      client,
      delivery,
      { error: String(error).slice(0, 500), askedMs: 0, unsure: delivery.unsure },
      now,
    );
  }
}

async function send<Message, Nudge>(
  client: pg.PoolClient,
  deps: DeliverDeps<Message, Nudge>,
  { delivery, message, accounts }: Prepared<Message>,
): Promise<Delivered> {
  if (!(await lockDelivery(client, delivery.id))) return { state: 'gone' };
  const { attempts, unsure } = delivery;
  const outcome = await sendToAccounts(accounts, (account) => deps.send(account, message), attempts, unsure);
  const now = deps.clock.now();
  const { blockedBy } = outcome;
  if (blockedBy.length > 0) {
    await client.query('update account set reachable = false where id = any ($1)', [blockedBy]);
  }
  if (outcome.status === 'retry') return postponeDelivery(client, delivery, outcome, now);
  return settleDelivery(client, delivery, outcome.status, now, outcome);
}

async function readOutgoing<Message, Nudge>(
  client: pg.PoolClient,
  deps: DeliverDeps<Message, Nudge>,
  delivery: LockedDelivery,
  now: Date,
): Promise<Outgoing<Nudge> | undefined> {
  const { id: deliveryId, kind, payload } = delivery;
  if (kind !== 'nudge') return { kind: 'notice', deliveryId, name: kind, payload };
  const message = await deps.nudge(client, delivery, now);
  return message && { kind: 'nudge', deliveryId, message };
}

/**
 * Each delivery holds a connection while `render` and `send` may need another one: if all took
 * their first, none would get its second. So at most half of a pool's connections are used for it.
 */
const gates = new WeakMap<pg.Pool, Gate>();

function gateOf(pool: pg.Pool): Gate {
  const found = gates.get(pool) ?? createGate(Math.max(1, Math.floor(pool.options.max / 2)));
  gates.set(pool, found);
  return found;
}
