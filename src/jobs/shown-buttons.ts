import { z } from 'zod';

/** A button that a chat was shown: its label, and the data that it presses. */
const button = z.object({ label: z.string(), data: z.string() });

const stored = z.object({
  /** Number of the message that shows them. */
  messageId: z.number(),
  /** When it was shown, in the channel's seconds since 1970. */
  at: z.number(),
  buttons: z.array(button),
  /** The buttons that these replaced. */
  before: z.array(button),
});

/** A button that a chat was shown. */
export type ShownButton = z.infer<typeof button>;

/**
 * The *shown buttons* of a chat are those of the last message that had any: their labels may be
 * typed. Buttons of forms are not among them, since a form knows the labels of its question.
 */
export type ShownButtons = z.infer<typeof stored>;

/** More are not stored: no message has more buttons. */
const mostButtons = 100;

/** Reads the stored buttons of a chat; undefined when there are none. */
export function readShownButtons(kept: unknown): ShownButtons | undefined {
  // A failed parse builds an error with its stack, and most chats show none.
  if (kept === null || kept === undefined) return undefined;
  return stored.safeParse(kept).data;
}

/**
 * Computes the shown buttons of a chat after a message with these. `keeps`: the earlier ones stay
 * valid next to them.
 */
export function showNewButtons(
  before: ShownButtons | undefined,
  message: { messageId: number; at: number; buttons: ShownButton[] },
  keeps = false,
): ShownButtons | undefined {
  const earlier = before?.buttons ?? [];
  const buttons = (keeps ? [...message.buttons, ...earlier] : message.buttons).slice(0, mostButtons);
  const replaced = keeps ? (before?.before ?? []) : earlier;
  if (buttons.length === 0 && replaced.length === 0) return undefined;
  return { ...message, buttons, before: replaced };
}

/** Computes the shown buttons after those with this data were removed from their message. */
export function removeShownButtons(
  before: ShownButtons | undefined,
  pressed: string | undefined,
): ShownButtons | undefined {
  if (!before?.buttons.some(({ data }) => data === pressed)) return before;
  return before.before.length > 0 ? { ...before, buttons: [] } : undefined;
}
