import { runNamed } from '../core/command-buttons.ts';
import type { BotContext } from '../core/context.ts';
import { menuOf } from '../core/menu.ts';
import { onPress } from '../core/press.ts';
import { mayUse } from '../core/rights.ts';
import { showStep } from './drafts.ts';
import type { Feature } from './feature.ts';
import { runCommand } from './run-command.ts';

/**
 * The feature of /trogiup: one's own commands with their descriptions. It also handles the buttons
 * that run a command.
 */
export const helpFeature: Feature = {
  commands: [{ name: 'trogiup', right: 'all', words: { vi: ['trợ giúp', 'giúp'], en: ['help'] }, run: help }],
  presses(table) {
    onPress(table, runNamed, 'all', async (ctx, name) => {
      const command = ctx.commands.find((one) => one.name === name);
      if (!command) return showStep(ctx);
      await runCommand(ctx, command, '');
    });
  },
};

async function help(ctx: BotContext): Promise<void> {
  // Without a menu of commands people do not know their slash: there the plain words come first.
  const lines = ctx.can.buttons
    ? menuOf(ctx.commands, ctx.person, ctx.locale).map((c) => ctx.html('help-line', c))
    : ctx.commands
        .filter((command) => mayUse(ctx.person, command))
        .map(({ name, words }) =>
          ctx.html('help-words', { words: words[ctx.locale][0], description: ctx.t(`command-${name}`) }),
        );
  const office = ctx.house.plan.bodies.office[ctx.locale];
  await ctx.say({
    text: [
      ctx.html(!ctx.person ? 'error-not-joined' : ctx.can.buttons ? 'help-intro' : 'help-intro-words'),
      ...lines,
      ctx.html('help-more', { office }),
    ].join('\n'),
  });
}
