import type { InlineKeyboardButton } from 'grammy/types';
import { type GuideName, guideFor, guidePath } from '../../guide/guides.ts';
import { buildGuideFile } from '../../guide/page.ts';
import { listUnitsAs } from '../../people/roles.ts';
import { commandButtons, runNamed, runWithArgs } from '../core/command-buttons.ts';
import type { BotContext, Command } from '../core/context.ts';
import { buildMenu } from '../core/menu.ts';
import { onPress, press } from '../core/press.ts';
import { mayUse } from '../core/rights.ts';
import { chatOfUpdate, sendMadeFile } from '../core/send-made-file.ts';
import { showStep } from '../forms/begin-form.ts';
import type { Feature } from './feature.ts';
import { runCommand } from './run-command.ts';

/** Sends the guide as a file, where no address leads to this server. */
const sendGuide = press('huongdan');

/** /trogiup: the person's commands, each with what it does and a button, and the guide. */
export const helpFeature: Feature = {
  commands: [{ name: 'trogiup', right: 'all', words: { vi: ['trợ giúp', 'giúp'], en: ['help'] }, run: help }],
  presses(table) {
    onPress(table, runNamed, 'all', async (ctx, name) => {
      const command = ctx.commands.find((one) => one.name === name);
      if (!command) return showStep(ctx);
      await runCommand(ctx, command, '');
    });
    onPress(table, sendGuide, 'all', async (ctx) => {
      const html = buildGuideFile(guideOf(ctx), ctx.locale, ctx);
      const file = { bytes: Buffer.from(html), filename: ctx.t('help-guide-file') };
      await sendMadeFile(chatOfUpdate(ctx), ctx, file, { caption: ctx.html('help-guide-caption') });
    });
    onPress(table, runWithArgs, 'all', async (ctx, name, args) => {
      const command = ctx.commands.find((one) => one.name === name);
      if (!command) return showStep(ctx);
      await runCommand(ctx, command, args.replaceAll('+', ' '));
    });
  },
};

/** Commands that need no button: what they do is done by what is pressed next. */
const typedOnly = ['start', 'huy', 'trogiup'];

async function help(ctx: BotContext): Promise<void> {
  const mine = ctx.commands.filter((command) => mayUse(ctx.person, command));
  const pressed = ctx.person ? mine.filter(({ name }) => !typedOnly.includes(name)) : [];
  const address = ctx.house.publicUrl?.();
  const lines = ctx.can.buttons
    ? buildMenu(ctx.commands, ctx.person, ctx.locale).map((line) => ctx.html('help-line', line))
    : // Commands with buttons stand below, as numbered lines.
      mine.filter((command) => !pressed.includes(command)).map((command) => sayWords(ctx, command, ctx.html));
  await ctx.say({
    text: [
      ctx.html(!ctx.person ? 'error-not-joined' : ctx.can.buttons ? 'help-intro' : 'help-intro-words'),
      ...lines,
      ctx.html('help-more'),
      ...(address === undefined
        ? []
        : [ctx.html('help-guide', { address: `${address}${guidePath(guideOf(ctx), ctx.locale)}` })]),
    ].join('\n'),
    buttons: [
      ...buttonsOf(ctx, pressed),
      ...(address === undefined && ctx.person
        ? [[{ text: ctx.t('help-guide-button'), callback_data: sendGuide.data() }]]
        : []),
    ],
  });
}

/** Two buttons a row; where they are numbered lines, each with the words that are typed for it. */
function buttonsOf(ctx: BotContext, commands: Command[]): InlineKeyboardButton[][] {
  if (!ctx.can.buttons) {
    return commands.map((command) => [
      { text: sayWords(ctx, command, ctx.t), callback_data: runNamed.data(command.name) },
    ]);
  }
  const ownUnits = listUnitsAs(ctx.person, 'liaison').length > 0;
  const buttons = commandButtons(
    ctx,
    commands.map(({ name }) => name),
    ownUnits ? {} : { danhsach: 'do-danhsach-all' },
  ).flat();
  return buttons.flatMap((_, i) => (i % 2 === 0 ? [buttons.slice(i, i + 2)] : []));
}

/** "đăng ký – Đăng ký điển hình": without a menu of commands the words come first. */
function sayWords(ctx: BotContext, { name, words }: Command, say: BotContext['t']): string {
  return say('help-words', { words: words[ctx.locale][0], description: ctx.t(`command-${name}`) });
}

function guideOf({ person }: BotContext): GuideName {
  return guideFor(person?.memberships.map(({ role }) => role) ?? []);
}
