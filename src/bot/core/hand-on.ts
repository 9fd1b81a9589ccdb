import type { Reply } from './reply.ts';

/**
 * Separates a message to forward from its buttons. Where there are buttons they are under it; where
 * they would be lines of it they get a message of their own. Other replies stay unchanged.
 */
export function separateControls(reply: Reply, can: { buttons: boolean }): Reply[] {
  const { controls, ...message } = reply;
  if (!controls) return [reply];
  if (can.buttons) return [{ ...message, buttons: controls.buttons, alone: true }];
  return [{ ...message, alone: true }, controls];
}
