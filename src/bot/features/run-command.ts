import { listRolesWith } from '../../people/rights.ts';
import type { BotContext, Command } from '../core/context.ts';
import { mayUse } from '../core/rights.ts';
import { formConversation } from '../forms/conversation.ts';
import { resumeHint } from './drafts.ts';

/**
 * Runs a command for a person with the right; tells others who may. A form in progress pauses
 * first, and is offered again afterwards.
 */
export async function runCommand(ctx: BotContext, command: Command, args: string): Promise<void> {
  const paused = isInForm(ctx);
  if (paused) await ctx.conversation.exitAll();
  if (mayUse(ctx.person, command)) await command.run(ctx, args);
  else await ctx.say({ text: refusal(ctx, command) });
  if (paused && !isInForm(ctx) && !command.ownsPause) await resumeHint(ctx);
}

/** Tells whether a form waits for an answer in this chat. */
export function isInForm(ctx: BotContext): boolean {
  return ctx.conversation.active(formConversation) > 0;
}

function refusal(ctx: BotContext, command: Command): string {
  if (!ctx.person) return ctx.html('error-not-joined');
  return ctx.html('command-not-yours', {
    command: `/${command.name}`,
    who: listRolesWith(command.right)
      .map((role) => ctx.t(`role-${role}`))
      .join(', '),
  });
}
