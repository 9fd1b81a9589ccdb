import type { SendLimits } from '../send-gate.ts';

export type { SendLimits };

/** What Telegram allows a bot to send. */
export const telegramLimits: SendLimits = { all: 30, perChat: 1 };
