import { listRolesWith } from '../../people/rights.ts';
import { withoutAnyCourtesy } from '../../text/courtesy.ts';
import { oneLine } from '../../text/normalise.ts';
import { shorten } from '../../text/shorten.ts';
import type { BotContext, Command } from '../core/context.ts';
import { mayUse } from '../core/rights.ts';
import { offerToResume } from '../forms/begun-draft.ts';
import { formConversation } from '../forms/conversation.ts';

/**
 * Runs a command for a person with the right; tells others who may. A form in progress pauses
 * first, and is offered again afterwards. Reports arguments that the command does not use.
 */
export async function runCommand(ctx: BotContext, command: Command, args: string): Promise<void> {
  await pausing(
    ctx,
    async () => {
      if (!mayUse(ctx.person, command)) return ctx.say({ text: refusal(ctx, command) });
      if (!command.takesArgs && withoutAnyCourtesy(args) !== '')
        await ctx.say({
          text: ctx.html('command-args-unused', {
            command: `/${command.name}`,
            args: shorten(oneLine(args), 50),
          }),
        });
      await command.run(ctx, args);
    },
    command,
  );
}

/** Pauses the form in progress, does other work, and offers the form again. */
export async function pausing(
  ctx: BotContext,
  work: () => Promise<unknown>,
  { ownsPause }: Pick<Command, 'ownsPause'> = {},
): Promise<void> {
  const paused = isInForm(ctx);
  if (paused) await ctx.conversation.exitAll();
  await work();
  if (paused && !isInForm(ctx) && !ownsPause) await offerToResume(ctx);
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
