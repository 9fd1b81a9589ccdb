import type { Reply } from './reply.ts';

/**
 * Takes a message that is to be handed on apart from the buttons about it: under it where there are
 * buttons, and in a message of their own where they would be lines of it. Any other reply stays as
 * it is.
 */
export function handOnApart(reply: Reply, can: { buttons: boolean }): Reply[] {
  const { controls, ...message } = reply;
  if (!controls) return [reply];
  if (can.buttons) return [{ ...message, buttons: controls.buttons, alone: true }];
  return [{ ...message, alone: true }, controls];
}
