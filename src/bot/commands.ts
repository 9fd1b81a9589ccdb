import { Composer } from 'grammy';
import type { BotContext } from './core/context.ts';
import { readCommand, readWords } from './core/read-command.ts';
import { inForm, runCommand } from './features/run-command.ts';
import { isCallForHelp } from './forms/input.ts';

/**
 * Commands, anywhere, also in the middle of a form: the form pauses, its draft keeps every answer,
 * and the bot says how to go on. Plain words mean a command only where they cannot be an answer:
 * outside a form, and at its questions that take no words (`ctx.commandMeant`).
 */
export function commandMiddleware(): Composer<BotContext> {
  const composer = new Composer<BotContext>();

  composer.on('message:text', async (ctx, next) => {
    const asked =
      readCommand(ctx.message.text, ctx.me.username) ??
      (inForm(ctx) && !ctx.commandMeant && !isCallForHelp(ctx.message.text)
        ? undefined
        : readWords(ctx.message.text, ctx.commands));
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
