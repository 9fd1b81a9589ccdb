import { inject } from 'vitest';
import type { ChannelName } from './house.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Set in the configurations of vitest. */
    atLength: boolean;
  }
}

/** Tells whether this is `npm run test:faults`, which tries all that `npm test` has no time for. */
export const atLength = inject('atLength');

/**
 * Names the channels of this run for scripts whose web chat is slow to repeat and like Telegram:
 * `npm test` takes one with buttons and one without, `npm run test:faults` the web chat.
 */
export const channelsOfThisRun: readonly ChannelName[] = atLength ? ['web'] : ['telegram', 'zalo'];
