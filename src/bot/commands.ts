import { Composer } from 'grammy';
import type { BotContext } from './core/context.ts';
import { isGreeting } from './core/greeting.ts';
import { readCommand, readWords } from './core/read-command.ts';
import { isInForm, runCommand } from './features/run-command.ts';
import { isCallForHelp } from './forms/input.ts';

/**
 * Creates the middleware that runs commands, also in the middle of a form. The form pauses, its
 * draft keeps every answer, and the bot says how to continue. Plain words mean a command only where
 * they cannot be an answer: outside a form, and at questions that take no words
 * (`ctx.commandMeant`).
 */
export function commandMiddleware(): Composer<BotContext> {
  const composer = new Composer<BotContext>();

  // A command corrected by editing its message works like a typed one.
  composer.on(['message:text', 'edited_message:text'], async (ctx, next) => {
    const { text } = ctx.msg;
    const asked =
      readCommand(text, ctx.me.username) ??
      (isInForm(ctx) && !ctx.commandMeant && !isCallForHelp(text) ? undefined : readPlain(text, ctx));
    if (!asked) return next();
    const command = ctx.commands.find((one) => one.name === asked.name);
    if (!command) {
      await ctx.say({ text: ctx.html('unknown-command') });
      return;
    }
    await runCommand(ctx, command, asked.args);
  });
  return composer;
}

/** A command in plain words; a greeting asks for the current state. */
function readPlain(text: string, ctx: BotContext): { name: string; args: string } | undefined {
  return readWords(text, ctx.commands) ?? (isGreeting(text) ? { name: 'start', args: '' } : undefined);
}
