import { Composer } from 'grammy';
import { fold } from '../../forms/fold.ts';
import type { BotContext } from '../context.ts';
import type { Command } from '../feature.ts';
import { resumeHint } from '../features/drafts.ts';
import { formConversation } from '../forms/conversation.ts';
import { isCallForHelp } from '../forms/input.ts';
import { mayUse } from '../rights.ts';

/**
 * Commands, anywhere, also in the middle of a form: the form pauses, its draft keeps every answer, and the bot says how
 * to go on. Plain words mean a command only outside a form, where they cannot be an answer.
 */
export function commandMiddleware(): Composer<BotContext> {
  const composer = new Composer<BotContext>();

  composer.on('message:text', async (ctx, next) => {
    const asked =
      readCommand(ctx.message.text, ctx.me.username) ??
      (inForm(ctx) && !isCallForHelp(ctx.message.text)
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
  if (paused && !inForm(ctx)) await resumeHint(ctx);
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

/** `/dangky`, `/baocao@bot tonghop 2021`; undefined for any other text or another bot's command. */
export function readCommand(text: string, username: string): { name: string; args: string } | undefined {
  const match = text.trim().match(/^\/([A-Za-z0-9_]+)(?:@(\w+))?(?:\s+([\s\S]*))?$/);
  if (!match || (match[2] && match[2].toLowerCase() !== username.toLowerCase())) return undefined;
  return { name: (match[1] ?? '').toLowerCase(), args: (match[3] ?? '').trim().normalize('NFC') };
}

/** "đăng ký", "bao cao tonghop 2021": a command's words, alone or with what follows them. */
export function readWords(text: string, commands: Command[]): { name: string; args: string } | undefined {
  const typed = fold(text);
  for (const command of commands) {
    for (const words of [command.name, ...command.words].map(fold)) {
      if (typed === words) return { name: command.name, args: '' };
      if (command.takesArgs && typed.startsWith(`${words} `)) {
        return {
          name: command.name,
          args: text.trim().split(/\s+/).slice(words.split(' ').length).join(' '),
        };
      }
    }
  }
  return undefined;
}
