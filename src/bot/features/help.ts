import { runNamed } from '../command-buttons.ts';
import type { BotContext } from '../context.ts';
import type { Feature } from '../feature.ts';
import { menuOf } from '../menu.ts';
import { runCommand } from '../middleware/commands.ts';
import { onPress } from '../press.ts';

/** /trogiup: one's own commands, each with what it does. And the buttons that run a command. */
export const helpFeature: Feature = {
  commands: [{ name: 'trogiup', roles: 'all', words: ['trợ giúp', 'giúp', 'help'], run: help }],
  presses(composer) {
    onPress(composer, runNamed, async (ctx, name) => {
      const command = ctx.commands.find((one) => one.name === name);
      if (!command) return ctx.say({ text: ctx.html('unknown-command') });
      await runCommand(ctx, command, '');
    });
  },
};

async function help(ctx: BotContext): Promise<void> {
  const lines = menuOf(ctx.commands, ctx.person, ctx.locale).map((c) => ctx.html('help-line', c));
  const office = ctx.house.plan.bodies.office[ctx.locale];
  await ctx.say({
    text: [
      ctx.html(ctx.person ? 'help-intro' : 'stranger'),
      ...lines,
      ctx.html('help-more', { office }),
    ].join('\n'),
  });
}
