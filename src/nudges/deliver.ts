import type pg from 'pg';
import type { Clock } from '../clock.ts';
import { asLocale, type Locale } from '../i18n.ts';
import { withinHours } from '../plan/ladder.ts';
import type { Plan } from '../plan/plan.ts';
import { type Database, inTransaction } from '../store/database.ts';
import { type Account, type SendOutcome, sendToAccounts } from './accounts.ts';
import { backOffMs, maxAttempts } from './back-off.ts';
import { type Gate, gate } from './gate.ts';
import { nextNudgingHour } from './hours.ts';
import type { DeliveryStatus } from './ledger.ts';
import { type NudgeMessage, nudgeMessage } from './message.ts';
import { nudgeItems } from './owed-items.ts';

/** What has to be put into words: a nudge, derived anew at the moment of sending, or a notice as it was written down. */
export type Outgoing =
  | { kind: 'nudge'; deliveryId: number; message: NudgeMessage }
  | { kind: 'notice'; deliveryId: number; name: string; payload: unknown };

export interface DeliverDeps<Message> {
  db: Database;
  plan: Plan;
  clock: Clock;
  /** Puts it into the person's words; undefined when there is nothing to say any more. */
  render(
    outgoing: Outgoing,
    person: { id: number; name: string | null },
    locale: Locale,
  ): Promise<Message | undefined> | Message | undefined;
  /** Sends it. What it throws counts as trouble that may pass. */
  send(account: Account, message: Message): Promise<SendOutcome>;
}

export type Delivered =
  | { state: 'settled'; status: Exclude<DeliveryStatus, 'pending'>; error?: string }
  /** Not sent yet: to be tried again after so many milliseconds. `error` is undefined when it only waits for the morning. */
  | { state: 'retry'; afterMs: number; error?: string }
  /** It was settled before, or somebody is sending it at this moment. */
  | { state: 'gone' };

/**
 * Sends one delivery and writes down what became of it. The row is held while it is being sent, so that no two processes
 * send it at once; when the process is killed PostgreSQL lets go of it and it is sent again: at least once, never lost.
 * A nudge is derived anew: what has been done meanwhile is not in it, and when nothing is left it is dropped; nudges of
 * the ladder wait for the plan's hours. The account used last is tried first, then the others; one that blocked us is marked unreachable.
 * What failed last, and where, stays in the row, also when the message was then taken. After 8 attempts it is given up.
 */
export function deliver<Message>(deps: DeliverDeps<Message>, deliveryId: number): Promise<Delivered> {
  return gateOf(deps.db.pool).pass(() =>
    inTransaction(deps.db.pool, async (client) => {
      const delivery = await take(client, deliveryId);
      if (!delivery) return { state: 'gone' };
      const now = deps.clock.now();
      if (delivery.kind === 'nudge' && !delivery.byHand && !withinHours(deps.plan, now)) {
        return { state: 'retry', afterMs: nextNudgingHour(deps.plan, now).getTime() - now.getTime() };
      }
      return settle(client, deps, delivery, now);
    }),
  );
}

async function settle<Message>(
  client: pg.PoolClient,
  deps: DeliverDeps<Message>,
  delivery: Taken,
  now: Date,
): Promise<Delivered> {
  const outgoing = await outgoingOf(client, deps.plan, delivery, now);
  if (!outgoing) return end('dropped');

  const accounts = await reachable(client, delivery.personId);
  if (accounts.length === 0) return end('unconnected');

  const outcome = await attempt(deps, delivery, outgoing, accounts);
  const { blockedBy } = outcome;
  if (blockedBy.length > 0) {
    await client.query('update account set reachable = false where id = any ($1)', [blockedBy]);
  }
  if (outcome.status === 'sent') return end('sent', outcome);
  if (outcome.status === 'failed') return end('failed', { error: outcome.error });
  if (outcome.status !== 'retry') return end(outcome.status);

  const attempts = delivery.attempts + 1;
  if (attempts >= maxAttempts) return end('failed', { error: outcome.error });
  await client.query('update delivery set attempts = $2, error = $3 where id = $1', [
    delivery.id,
    attempts,
    outcome.error,
  ]);
  return { state: 'retry', afterMs: backOffMs(attempts, outcome.askedMs), error: outcome.error };

  async function end(
    status: Exclude<DeliveryStatus, 'pending'>,
    more: { channel?: string; error?: string | undefined } = {},
  ): Promise<Delivered> {
    const tried = status === 'dropped' || status === 'unconnected' ? 0 : 1;
    await client.query(
      `update delivery set status = $2, settled_at = $3, channel = $4, error = coalesce($5, error), attempts = attempts + $6
       where id = $1`,
      [delivery.id, status, now, more.channel ?? null, more.error ?? null, tried],
    );
    const failure = status === 'failed' ? more.error : undefined;
    return { state: 'settled', status, ...(failure === undefined ? {} : { error: failure }) };
  }
}

async function attempt<Message>(
  deps: DeliverDeps<Message>,
  delivery: Taken,
  outgoing: Outgoing,
  accounts: Account[],
) {
  try {
    const { personId: id, name, locale } = delivery;
    const message = await deps.render(outgoing, { id, name }, asLocale(locale));
    if (message === undefined) return { status: 'dropped' as const, blockedBy: [] };
    return await sendToAccounts(accounts, (account) => deps.send(account, message), delivery.attempts);
  } catch (error) {
    return { status: 'retry' as const, error: String(error).slice(0, 500), askedMs: 0, blockedBy: [] };
  }
}

interface Taken {
  id: number;
  personId: number;
  name: string | null;
  locale: string;
  kind: string;
  payload: unknown;
  attempts: number;
  byHand: boolean;
  note: string | null;
}

async function take(client: pg.PoolClient, id: number): Promise<Taken | undefined> {
  const { rows } = await client.query<Taken>(
    `select d.id, d.person_id as "personId", p.name, p.locale, d.kind, d.payload, d.attempts,
       d.round_id is not null as "byHand", r.note
     from delivery d join person p on p.id = d.person_id left join nudge_round r on r.id = d.round_id
     where d.id = $1 and d.status = 'pending'
     for update of d skip locked`,
    [id],
  );
  return rows[0];
}

async function outgoingOf(
  client: pg.PoolClient,
  plan: Plan,
  delivery: Taken,
  now: Date,
): Promise<Outgoing | undefined> {
  const { id: deliveryId, kind, payload, note } = delivery;
  if (kind !== 'nudge') return { kind: 'notice', deliveryId, name: kind, payload };
  const message = nudgeMessage(plan, now, await nudgeItems(client, plan, now, delivery), note);
  return message && { kind: 'nudge', deliveryId, message };
}

async function reachable(client: pg.PoolClient, personId: number): Promise<Account[]> {
  const { rows } = await client.query<Account>(
    `select id, channel, external_id as "externalId", chat_id as "chatId" from account
     where person_id = $1 and reachable order by last_used_at desc nulls last, id`,
    [personId],
  );
  return rows;
}

/**
 * Each delivery holds a connection while `render` and `send` may want another one: if they all took their first, none
 * would get its second. So at most half of a pool's connections are used for it.
 */
const gates = new WeakMap<pg.Pool, Gate>();

function gateOf(pool: pg.Pool): Gate {
  const found = gates.get(pool) ?? gate(Math.max(1, Math.floor(pool.options.max / 2)));
  gates.set(pool, found);
  return found;
}
