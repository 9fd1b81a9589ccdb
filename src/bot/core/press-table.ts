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
  /** Passes allowed data to its handler; false: damaged, or no kind of button has it. */
  take(ctx: BotContext, data: string): Promise<boolean>;
  /** Tells whether this data decides something: typed, it needs the button's whole label. */
  decides(data: string): boolean;
  /** Passes an allowed press to its handler; damaged and unknown ones go to the next middleware. */
  readonly middleware: MiddlewareFn<BotContext>;
}

/** Creates an empty table. */
export function createPressTable(): PressTable {
  interface Handler extends PressKind {
    decides: boolean;
    take(ctx: BotContext, data: string): Promise<boolean>;
  }
  const handlers = new Map<string, Handler>();
  const handlerOf = (data: string) => handlers.get(data.split(':')[0] ?? '');
  const take = async (ctx: BotContext, data: string) => (await handlerOf(data)?.take(ctx, data)) ?? false;
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
        decides: may.decides ?? false,
        async take(ctx, data) {
          const args = kind.read(data);
          if (!args || (await checkPress(ctx, may, args)) === 'no') return false;
          await handle(ctx, ...args);
          return true;
        },
      });
    },
    take,
    decides: (data) => handlerOf(data)?.decides ?? false,
    middleware: async (ctx, next) => {
      if (!(await take(ctx, ctx.callbackQuery?.data ?? ''))) await next();
    },
  };
}
