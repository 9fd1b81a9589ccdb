import type { SendLimits } from '../send-gate.ts';

export type { SendLimits };

/** Telegram's limits on sending: short bursts to one chat, and a sustained message a second. */
export const telegramLimits: SendLimits = { all: 30, perChat: 1, burst: 4 };
