import type pg from 'pg';
import type { Logger } from 'pino';
import type { Clock } from '../clock.ts';
import { placesOf } from '../log.ts';
import { batchCalls } from '../store/batching.ts';
import { isBrokenConnection } from '../store/broken-connection.ts';
import { type Claim, claimTurns } from './claim-turns.ts';
import { failTurn, maxUpdateAttempts, type Trouble } from './fail-turn.ts';
import { finishTurns, type TurnEnd } from './finish-turns.ts';
import type { SentRecord } from './sent-record.ts';
import type { Turn } from './turn.ts';
import { withCutOff } from './with-cut-off.ts';

/**
 * More turns than ever end at the same moment; for a turn dropped here, messages may be repeated.
 */
const mostUnsaved = 10_000;

/**
 * The retry schedule while connections to the database break: this says nothing of the update. One
 * that breaks them by itself is given up after this time.
 */
const databaseTrouble: Trouble = { inMs: 1000, forMs: 60 * 60_000 };

/**
 * The dependencies of the chat queue. A *turn* is the handling of one update: it takes the chat,
 * handles the update and leaves the chat.
 */
export interface ChatQueueDeps {
  pool: pg.Pool;
  clock: Clock;
  log: Logger;
  /** Returns the number of this instance, which owns the chats it handles. */
  instance(): number;
  /** Handles the update. Handling it twice must change nothing more. */
  handle(turn: Turn): Promise<void>;
  /** Returns the retry schedule for an error of the channel; undefined for any other error. */
  trouble?(error: unknown): Trouble | undefined;
  /** Tells the person that the update failed for good. Never throws. */
  giveUp(turn: Turn): Promise<void>;
  /** Schedules another look at this chat. */
  again(chatKey: string, inMs: number): void;
  /**
   * Time limit of a handler in milliseconds, so that a chat never hangs (conversations' issue 155).
   */
  cutOffMs: number;
  handled?(turn: Turn, seconds: number, outcome: 'done' | 'retry' | 'failed'): void;
}

/**
 * Creates the queue that handles a chat's updates one by one until none is left. Simultaneous calls
 * for the same chat share one run.
 */
export function createChatQueue(deps: ChatQueueDeps): {
  drain(chatKey: string): Promise<void>;
  running(): number;
} {
  const running = new Map<string, { again: boolean }>();
  /**
   * Messages sent by turns whose end the database did not accept: kept here, so that none is
   * repeated.
   */
  const unsaved = new Map<number, SentRecord[]>();
  /**
   * How often the database did not take or end a turn of a chat since the last one that ended. The
   * chat counts these claims as attempts in which the process died, but this one lives.
   */
  const survived = new Map<string, number>();
  const claim = batchCalls<{ chatKey: string; instance: number }, Claim>((asked) => claimAll(deps, asked));
  const finish = batchCalls<{ turn: Turn; instance: number }, TurnEnd>((ended) => finishAll(deps, ended));

  async function drain(chatKey: string): Promise<void> {
    const current = running.get(chatKey);
    if (current) {
      current.again = true;
      return;
    }
    const run = { again: true };
    running.set(chatKey, run);
    try {
      while (run.again) {
        run.again = false;
        await handleAll(chatKey);
      }
    } finally {
      running.delete(chatKey);
    }
  }

  async function handleAll(chatKey: string): Promise<void> {
    for (;;) {
      const instance = deps.instance();
      const claimed = await claim({ chatKey, instance }).catch((error: unknown) => {
        survive(chatKey);
        throw error;
      });
      if (claimed.kind === 'nothing') {
        survived.delete(chatKey);
        return;
      }
      if (claimed.kind === 'later') {
        if (claimed.inMs === 0) continue;
        return deps.again(chatKey, claimed.inMs);
      }
      if (!(await handleOne(claimed.turn, instance))) return;
    }
  }

  /** Like `handleTurn`; keeps the sent messages when the database does not. */
  async function handleOne(turn: Turn, instance: number): Promise<boolean> {
    turn.sent = unsaved.get(turn.inboxId) ?? turn.sent;
    turn.attempt = Math.max(1, turn.attempt - (survived.get(turn.chatKey) ?? 0));
    try {
      const more = await handleTurn(turn, instance);
      if (more === 'again') remember(turn);
      else {
        unsaved.delete(turn.inboxId);
        survived.delete(turn.chatKey);
      }
      return more !== false;
    } catch (error) {
      remember(turn);
      survive(turn.chatKey);
      throw error;
    }
  }

  function survive(chatKey: string): void {
    survived.set(chatKey, (survived.get(chatKey) ?? 0) + 1);
  }

  function remember(turn: Turn): void {
    if (unsaved.size >= mostUnsaved) unsaved.clear();
    unsaved.set(turn.inboxId, turn.sent);
  }

  /**
   * Handles one turn. Returns whether to look for more at once; `again` schedules the same update.
   */
  async function handleTurn(turn: Turn, instance: number): Promise<boolean | 'again'> {
    const begun = performance.now();
    const took = () => (performance.now() - begun) / 1000;
    const fail = (error: unknown) => failOne(turn, instance, error, took());
    try {
      // Started this often and never ended, well or badly: the update ends the process itself.
      if (turn.attempt > maxUpdateAttempts) throw new DeadlyError('the process died during every attempt');
      await withCutOff(deps.handle(turn), deps.cutOffMs);
    } catch (error) {
      return fail(error);
    }
    let rest: TurnEnd;
    try {
      rest = await finish({ turn, instance });
    } catch (error) {
      if (isBrokenConnection(error)) throw error;
      // The database refuses what the turn wrote, at this attempt and the next ones.
      return fail(error);
    }
    if (rest === 'undone') {
      deps.log.warn({ inbox: turn.inboxId }, 'the database lost a draft in a crash: handled again');
      return 'again';
    }
    deps.handled?.(turn, took(), 'done');
    if (rest === 'lost')
      deps.log.warn({ inbox: turn.inboxId }, 'chat was taken over before its update was done');
    return rest === 'more';
  }

  /** Ends a failed attempt. Returns whether to look for more at once: no, before a retry. */
  async function failOne(turn: Turn, instance: number, error: unknown, seconds: number): Promise<boolean> {
    // A cancelled handler may still run: it must not send messages next to the next attempt.
    turn.over = true;
    const name = error instanceof Error ? error.name : 'Error';
    deps.log.error(
      { inbox: turn.inboxId, chat: turn.channel, attempt: turn.attempt, err: error },
      'update failed',
    );
    const outcome = await failTurn(
      deps.pool,
      turn,
      instance,
      `${name}: ${stackTop(error)}`,
      deps.trouble?.(error) ?? (isBrokenConnection(error) ? databaseTrouble : undefined),
    );
    deps.handled?.(turn, seconds, outcome.kind);
    if (outcome.kind === 'failed') {
      await deps.giveUp(turn);
      return true;
    }
    deps.again(turn.chatKey, outcome.inMs);
    return false;
  }

  return { drain, running: () => running.size };
}

/** As `claimTurns`, for requests of this process. */
function claimAll(
  { pool }: Pick<ChatQueueDeps, 'pool'>,
  asked: { chatKey: string; instance: number }[],
): Promise<Claim[]> {
  return byInstance(asked, (part, instance) =>
    claimTurns(
      pool,
      part.map(({ chatKey }) => chatKey),
      instance,
    ),
  );
}

/** As `finishTurns`, for turns of this process. */
function finishAll(
  { pool, clock }: Pick<ChatQueueDeps, 'pool' | 'clock'>,
  ended: { turn: Turn; instance: number }[],
): Promise<TurnEnd[]> {
  return byInstance(ended, (part, instance) =>
    finishTurns(
      pool,
      part.map(({ turn }) => turn),
      instance,
      clock.now(),
    ),
  );
}

/**
 * Runs a batch. It is of one instance, except at the moment at which the instance lock was lost and
 * taken again: then each of its items runs alone.
 */
async function byInstance<Item extends { instance: number }, Result>(
  items: Item[],
  run: (part: Item[], instance: number) => Promise<Result[]>,
): Promise<Result[]> {
  const [first] = items;
  if (!first) return [];
  if (items.every(({ instance }) => instance === first.instance)) return run(items, first.instance);
  const results = await Promise.all(items.map((item) => run([item], item.instance)));
  return results.flat();
}

/** The place of the error without its message: messages may quote a person's text. */
function stackTop(error: unknown): string {
  return placesOf(error)[0] ?? 'unknown place';
}

class DeadlyError extends Error {
  override name = 'DeadlyError';
}
