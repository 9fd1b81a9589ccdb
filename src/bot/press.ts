import type { Composer } from 'grammy';
import { z } from 'zod';
import type { BotContext } from './context.ts';

/** A kind of button: how its data is written and read. Declared once, used where it is shown and where it is handled. */
export interface Press<A extends unknown[]> {
  /** Data for a button, at most 64 bytes. */
  data(...args: A): string;
  /** What was pressed; undefined when the data is another button's or damaged. */
  read(data: string): A | undefined;
}

type Part = 'number' | 'text';
type Parsed<P extends readonly Part[]> = {
  -readonly [K in keyof P]: P[K] extends 'number' ? number : string;
};

// Not coerced: an empty part would be 0, which is somebody.
const number = z
  .string()
  .regex(/^-?\d{1,16}$/)
  .transform(Number)
  .refine(Number.isSafeInteger);

/** Declares a kind of button: `press('duyet.ok', 'number')` writes and reads `duyet.ok:12`. */
export function press<const P extends readonly Part[]>(name: string, ...parts: P): Press<Parsed<P>> {
  return {
    data(...args) {
      const data = [name, ...args.map(String)].join(':');
      if (Buffer.byteLength(data) > 64) throw new Error(`button data too long: ${data}`);
      return data;
    },
    read(data) {
      const [first, ...given] = data.split(':');
      if (first !== name || given.length !== parts.length) return undefined;
      const args = given.map((text, i) => (parts[i] === 'number' ? number.safeParse(text).data : text));
      return args.includes(undefined) ? undefined : (args as Parsed<P>);
    },
  };
}

/** Handles every press of a kind of button. */
export function onPress<A extends unknown[]>(
  composer: Composer<BotContext>,
  kind: Press<A>,
  handle: (ctx: BotContext, ...args: A) => Promise<unknown>,
): void {
  composer.on('callback_query:data', async (ctx, next) => {
    const args = kind.read(ctx.callbackQuery.data);
    if (!args) return next();
    await handle(ctx, ...args);
  });
}
