import { Composer } from 'grammy';
import type { BotContext } from '../context.ts';
import type { Command } from '../feature.ts';
import { resumeHint } from '../features/drafts.ts';
import { formConversation } from '../forms/conversation.ts';
import { isCallForHelp } from '../forms/input.ts';
import { readCommand, readWords } from '../read-command.ts';
import { mayUse } from '../rights.ts';

/**
 * Commands, anywhere, also in the middle of a form: the form pauses, its draft keeps every answer, and the bot says how
 * to go on. Plain words mean a command only where they cannot be an answer: outside a form, and at its questions that take no
 * words (`ctx.commandMeant`).
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

/** Runs a command for whoever may; tells others who may. A form in progress pauses first and is pointed to after. */
export async function runCommand(ctx: BotContext, command: Command, args: string): Promise<void> {
  const paused = inForm(ctx);
  if (paused) await ctx.conversation.exitAll();
  if (mayUse(ctx.person, command)) await command.run(ctx, args);
  else await ctx.say({ text: refusal(ctx, command) });
  if (paused && !inForm(ctx) && !command.ownsPause) await resumeHint(ctx);
}

/** Whether a form is waiting for an answer in this chat. */
export function inForm(ctx: BotContext): boolean {
  return ctx.conversation.active(formConversation) > 0;
}

function refusal(ctx: BotContext, command: Command): string {
  if (!ctx.person) return ctx.html('stranger');
  const roles = Array.isArray(command.roles) ? command.roles : [];
  return ctx.html('command-not-yours', {
    command: `/${command.name}`,
    who: roles.map((role) => ctx.t(`role-${role}`)).join(', '),
  });
}
