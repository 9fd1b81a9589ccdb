import type pg from 'pg';
import type { Logger } from 'pino';
import type { Clock } from '../clock.ts';
import { placesOf } from '../log.ts';
import { batching } from './batching.ts';
import type { SentRecord } from './sent-record.ts';
import type { Turn } from './turn.ts';
import { claimNext, failTurn, finishTurns, maxAttempts, type Trouble, type TurnEnd } from './turn-steps.ts';

/** More turns than this never end at the same moment; what is forgotten may be said again. */
const mostUnsaved = 10_000;

export interface ChatQueueDeps {
  pool: pg.Pool;
  clock: Clock;
  log: Logger;
  /** Number of this instance; chats are owned by it. */
  instance(): number;
  /** Does what the update asks for. Doing it twice must change nothing more. */
  handle(turn: Turn): Promise<void>;
  /**
   * How to try again what failed only because its channel took no message; undefined for any other
   * error.
   */
  trouble?(error: unknown): Trouble | undefined;
  /** The update failed for good: the person deserves a sentence. Never throws. */
  giveUp(turn: Turn): Promise<void>;
  /** Asks for this chat to be looked at again. */
  again(chatKey: string, inMs: number): Promise<void>;
  /**
   * A handler that takes longer is cut off, so that a chat never hangs (conversations' issue 155).
   */
  cutOffMs: number;
  handled?(turn: Turn, seconds: number, outcome: 'done' | 'retry' | 'failed'): void;
}

/**
 * Handles a chat's updates one by one until none is left. Calls for the same chat at once share one
 * run.
 */
export function chatQueue(deps: ChatQueueDeps): { drain(chatKey: string): Promise<void>; running(): number } {
  const running = new Map<string, { again: boolean }>();
  /**
   * What was sent by turns whose end the database did not take: it is known here, and nothing of it
   * is said again.
   */
  const unsaved = new Map<number, SentRecord[]>();
  const finish = batching<{ turn: Turn; instance: number }, TurnEnd>((ended) => finishAll(deps, ended));

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
      const claim = await claimNext(deps.pool, chatKey, instance);
      if (claim.kind === 'nothing') return;
      if (claim.kind === 'later') {
        if (claim.inMs === 0) continue;
        return deps.again(chatKey, claim.inMs);
      }
      if (!(await handleOne(claim.turn, instance))) return;
    }
  }

  /** As `handleTurn`; remembers what was sent when the database does not. */
  async function handleOne(turn: Turn, instance: number): Promise<boolean> {
    turn.sent = unsaved.get(turn.inboxId) ?? turn.sent;
    try {
      const more = await handleTurn(turn, instance);
      if (more === 'again') remember(turn);
      else unsaved.delete(turn.inboxId);
      return more !== false;
    } catch (error) {
      remember(turn);
      throw error;
    }
  }

  function remember(turn: Turn): void {
    if (unsaved.size >= mostUnsaved) unsaved.clear();
    unsaved.set(turn.inboxId, turn.sent);
  }

  /** Whether to look for more at once; `again`: for the same update. */
  async function handleTurn(turn: Turn, instance: number): Promise<boolean | 'again'> {
    const begun = performance.now();
    const took = () => (performance.now() - begun) / 1000;
    try {
      // Begun so often and never ended, well or badly: whatever it is, it takes the process with
      // it.
      if (turn.attempt > maxAttempts) throw new DeadlyError('the process died during every attempt');
      await withCutOff(deps.handle(turn), deps.cutOffMs);
    } catch (error) {
      // What was cut off may still run: it must say nothing beside the next attempt.
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
        deps.trouble?.(error),
      );
      deps.handled?.(turn, took(), outcome.kind);
      if (outcome.kind === 'failed') {
        await deps.giveUp(turn);
        return true;
      }
      await deps.again(turn.chatKey, outcome.inMs);
      return false;
    }
    const rest = await finish({ turn, instance });
    if (rest === 'undone') {
      deps.log.warn({ inbox: turn.inboxId }, 'the database lost a draft in a crash: handled again');
      return 'again';
    }
    deps.handled?.(turn, took(), 'done');
    if (rest === 'lost')
      deps.log.warn({ inbox: turn.inboxId }, 'chat was taken over before its update was done');
    return rest === 'more';
  }

  return { drain, running: () => running.size };
}

/**
 * A batch is of one instance but for the moment at which the instance lock was lost and taken anew.
 */
async function finishAll(
  deps: Pick<ChatQueueDeps, 'pool' | 'clock'>,
  ended: { turn: Turn; instance: number }[],
): Promise<TurnEnd[]> {
  const [first] = ended;
  if (!first) return [];
  const now = deps.clock.now();
  if (ended.every(({ instance }) => instance === first.instance)) {
    const turns = ended.map(({ turn }) => turn);
    return finishTurns(deps.pool, turns, first.instance, now);
  }
  const ends = await Promise.all(
    ended.map(({ turn, instance }) => finishTurns(deps.pool, [turn], instance, now)),
  );
  return ends.flat();
}

/** Where it broke, without the message: messages may quote what a person wrote. */
function stackTop(error: unknown): string {
  return placesOf(error)[0] ?? 'unknown place';
}

class DeadlyError extends Error {
  override name = 'DeadlyError';
}

class CutOffError extends Error {
  override name = 'CutOffError';
}

async function withCutOff(work: Promise<void>, ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const cutOff = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new CutOffError(`no end after ${ms} ms`)), ms);
  });
  try {
    await Promise.race([work, cutOff]);
  } finally {
    clearTimeout(timer);
  }
}
