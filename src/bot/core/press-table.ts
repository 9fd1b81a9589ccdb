import type { MiddlewareFn } from 'grammy';
import type { BotContext } from './context.ts';
import type { Press, Presses } from './press.ts';
import { checkPress } from './rights.ts';

/** A kind of button as the table lists it. */
export type PressKind = Pick<Press<never[]>, 'name' | 'parts'>;

/** Every kind of button of the bot with its handler, by name. */
export interface PressTable extends Presses {
  /** In the order in which the features added them. */
  readonly kinds: readonly PressKind[];
  /** Passes an allowed press to its handler; damaged and unknown ones go to the next middleware. */
  readonly middleware: MiddlewareFn<BotContext>;
}

/** Creates an empty table. */
export function createPressTable(): PressTable {
  const handlers = new Map<string, PressKind & { take(ctx: BotContext, data: string): Promise<boolean> }>();
  return {
    get kinds() {
      return [...handlers.values()];
    },
    add(kind, may, handle) {
      const { name, parts } = kind;
      if (handlers.has(name)) throw new Error(`two kinds of buttons are named ${name}`);
      handlers.set(name, {
        name,
        parts,
        async take(ctx, data) {
          const args = kind.read(data);
          if (!args || (await checkPress(ctx, may, args)) === 'no') return false;
          await handle(ctx, ...args);
          return true;
        },
      });
    },
    middleware: async (ctx, next) => {
      const data = ctx.callbackQuery?.data ?? '';
      const taken = await handlers.get(data.split(':')[0] ?? '')?.take(ctx, data);
      if (!taken) await next();
    },
  };
}
