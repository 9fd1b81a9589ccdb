import type { Locale } from '../i18n.ts';
import type { RoleName } from '../jobs/turn.ts';
import type { BotContext } from './context.ts';
import type { Form } from './forms/form.ts';
import type { Presses } from './press.ts';

/** A command, declared once: its menu line, its help, its rights and its plain words all follow from here. */
export interface Command {
  /** Without the slash. Its menu line is the text `command-<name>`. */
  name: string;
  /** Who may use it; `all`: also those who have not joined. */
  roles: readonly RoleName[] | 'all' | 'joined';
  /** Words that mean it, with accents; without them they are understood too, and in either language. The first are shown in help. */
  words: Record<Locale, [string, ...string[]]>;
  /** Whether something may follow it: `/baocao tonghop 2021`. */
  takesArgs?: boolean;
  /** It says itself what becomes of a form that it came in the middle of. */
  ownsPause?: boolean;
  /** `args`: what was typed behind the command. */
  run(ctx: BotContext, args: string): Promise<unknown>;
}

/** A part of the bot: commands, buttons, forms. Added to `features/index.ts` in one line. */
export interface Feature {
  commands?: Command[];
  forms?: Form[];
  /** Handlers of its buttons. */
  presses?(presses: Presses): void;
}
