import { inject } from 'vitest';
import type { ChannelName } from './house.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Set in the configurations of vitest. */
    atLength: boolean;
  }
}

/**
 * Tells whether this is `npm run test:faults`, which tries all cases that take too long for `npm
 * test`.
 */
export const atLength = inject('atLength');

/**
 * Names the channels of this run for long scripts. The web chat is slow and like Telegram: `npm
 * test` uses one channel with buttons and one without, `npm run test:faults` the web chat.
 */
export const channelsOfThisRun: readonly ChannelName[] = atLength ? ['web'] : ['telegram', 'zalo'];

/** As `channelsOfThisRun`, for the longest scripts: `npm test` uses the one without buttons. */
export const channelsOfLongScripts: readonly ChannelName[] = atLength ? ['telegram', 'web'] : ['zalo'];
