import { setTimeout as sleep } from 'node:timers/promises';
import type { Accept } from '../../jobs/inbound.ts';
import type { Persist } from '../persist.ts';
import { createChatTurns } from '../plain/chat-turns.ts';
import { type InboundDeps, readMessage, readZaloInbound } from './inbound.ts';
import { sayZaloError } from './say-error.ts';

/** PostgreSQL's classes of errors that are caused by the data and would repeat. */
const ofTheData = /^2[23]/;

/** How often storing is tried once the channel stops. */
const lastAttempts = 5;

/** Stores an event of Zalo; it resolves once the event is stored. */
export type StoreEvent = (event: unknown) => Promise<void>;

/**
 * Creates the storing of events. Webhook calls may overlap: one person's messages are still stored
 * in order.
 */
export function createEventStore(inbound: InboundDeps): (accept: Accept) => StoreEvent {
  const arriving = createChatTurns<string>();
  return (accept) => async (event) => {
    const message = readMessage(inbound, event);
    if (!message) return;
    await arriving.take(message.chatId, async () => {
      await accept('zalo', [await readZaloInbound(inbound, message)]);
    });
  };
}

/**
 * Stores events of a poll with `store`. A poll never returns the same event again, so a stop does
 * not end the attempts at once. An event that no database can store must not block those after it:
 * it is left out.
 */
export function storePolled(
  store: StoreEvent,
  { persist, log }: { persist: Persist; log: InboundDeps['log'] },
): StoreEvent {
  const storeUnlessImpossible: StoreEvent = async (event) => {
    try {
      await store(event);
    } catch (error) {
      if (!isOfTheData(error)) throw error;
      log.error({ reason: sayZaloError(error) }, 'an event of Zalo cannot be stored, and is left out');
    }
  };
  return async (event) => {
    for (let attempt = 1; ; attempt++) {
      try {
        return await persist('storing an event', () => storeUnlessImpossible(event));
      } catch (error) {
        if (attempt >= lastAttempts) {
          log.error({ reason: sayZaloError(error) }, 'an event of Zalo could not be stored before the stop');
          throw error;
        }
        await sleep(500);
      }
    }
  };
}

function isOfTheData(error: unknown): boolean {
  return (
    error instanceof Error && 'code' in error && typeof error.code === 'string' && ofTheData.test(error.code)
  );
}
