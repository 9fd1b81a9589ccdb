import type { SendLimits } from '../send-gate.ts';

export type { SendLimits };

/**
 * What Telegram allows a bot to send: short bursts to one chat, and a message a second for as long
 * as one likes.
 */
export const telegramLimits: SendLimits = { all: 30, perChat: 1, burst: 4 };
