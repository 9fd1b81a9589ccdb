import type { Command } from '../core/context.ts';
import type { Presses } from '../core/press.ts';
import type { Form } from '../forms/form.ts';

/** A part of the bot: commands, buttons, forms. Added to `features/index.ts` in one line. */
export interface Feature {
  commands?: Command[];
  forms?: Form[];
  /** Handlers of its buttons. */
  presses?(presses: Presses): void;
}
