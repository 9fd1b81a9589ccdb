import { Composer } from 'grammy';
import { writeOutOfficeForms } from '../text/office-short-forms.ts';
import { withDigits } from '../text/spoken-numbers.ts';
import { withoutTakenBack } from '../text/taken-back.ts';
import { meantButtons } from './core/command-buttons.ts';
import type { BotContext } from './core/context.ts';
import { isGreeting } from './core/greeting.ts';
import { holdsInvitation } from './core/holds-code.ts';
import { type MeantCommand, meantCommands, readCommand } from './core/read-command.ts';
import { mayUse } from './core/rights.ts';
import { pressWholeLabel } from './core/typed-press.ts';
import { findWish } from './core/wishes/find-wish.ts';
import { endsRegularly, ordersRegularly } from './core/wishes/schedule-wishes.ts';
import { divideWishes } from './core/wishes/two-wishes.ts';
import { likelyButtons } from './features/likely-buttons.ts';
import { isInForm, pausing, runCommand } from './features/run-command.ts';
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
    const slash = readCommand(text, ctx.me.username);
    const known = slash && ctx.commands.find(({ name }) => name === slash.name);
    if (slash && known) return runCommand(ctx, known, slash.args);
    const mayBeAnswer = isInForm(ctx) && !slash && !ctx.commandMeant && !isCallForHelp(text);
    const [meant, other] = mayBeAnswer ? [] : readPlain(ctx, text);
    const command = ctx.commands.find(({ name }) => name === meant?.name);
    // A command by its words alone comes before a label, a label before a command with arguments.
    if (!mayBeAnswer && !slash && meant?.args !== '' && (await pressWholeLabel(ctx, text))) return;
    const both = mayBeAnswer || slash || text.length > longestOfTwo ? undefined : readBoth(ctx, text);
    if (both) return doBoth(ctx, both);
    if (meant && other) return askWhich(ctx, [meant, other]);
    if (meant && command) return runCommand(ctx, command, meant.args);
    if (!slash) return next();
    await ctx.say({ text: ctx.html('unknown-command'), buttons: likelyButtons(ctx, text) });
  });
  return composer;
}

/** A command in plain words; a greeting asks where one stands. */
function readPlain(ctx: BotContext, text: string): MeantCommand[] {
  // "Anh/chị được mời … Mã mời: K7Q2-9M4D" shows a code, and asks for no invitation.
  if (holdsInvitation(text)) return [];
  if (ordersRegularly(text) || endsRegularly(text)) return [];
  const said = withoutTakenBack(withDigits(writeOutOfficeForms(text)));
  const meant = meantCommands(said, ctx.commands, ctx.person).map((one) => asTheirs(ctx, one));
  return meant.length === 0 && isGreeting(text) ? [{ name: 'start', args: '' }] : meant;
}

/** "Tiến độ" is the report of it to a person who may not see the lists of whom to urge. */
function asTheirs(ctx: BotContext, { name, args }: MeantCommand): MeantCommand {
  const command = ctx.commands.find((one) => one.name === name);
  const { orElse } = command ?? {};
  if (!command || !orElse || mayUse(ctx.person, command) || !mayUse(ctx.person, orElse))
    return { name, args };
  return { name: orElse.name, args: `${orElse.words} ${args}`.trim() };
}

/** In UTF-16 units: what is longer is a story, and no two wishes. */
const longestOfTwo = 300;

/** Two wishes in one sentence, each of which means something alone. */
function readBoth(ctx: BotContext, text: string): [MeantCommand, MeantCommand] | undefined {
  for (const parts of divideWishes(text)) {
    const [first, second] = parts.map(
      (part) => readPlain(ctx, part)[0] ?? findWish(part, ctx.commands, ctx.person),
    );
    if (!first || !second || first.name === 'start' || second.name === 'start') continue;
    if (first.name !== second.name || second.args !== '') return [first, second];
  }
  return undefined;
}

/** Asks which of two wishes comes first; where one is not theirs, the other is done at once. */
async function doBoth(ctx: BotContext, both: [MeantCommand, MeantCommand]): Promise<void> {
  const commands = both.map(({ name }) => ctx.commands.find((one) => one.name === name));
  if (commands.every((one) => one && mayUse(ctx.person, one))) return askWhich(ctx, both);
  for (const [at, { args }] of both.entries()) {
    const command = commands[at];
    if (command) await runCommand(ctx, command, args);
  }
}

/** The words have two meanings for this person, or are two wishes. */
async function askWhich(ctx: BotContext, meant: MeantCommand[]): Promise<void> {
  await pausing(ctx, () => ctx.say({ text: ctx.html('command-which'), buttons: meantButtons(ctx, meant) }));
}
