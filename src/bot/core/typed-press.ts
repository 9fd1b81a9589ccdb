import { parseLineNumbers } from '../../drafts/parse/parse-line-numbers.ts';
import type { ShownButton, ShownButtons } from '../../jobs/shown-buttons.ts';
import { bareLabel, findLabel } from '../../text/find-label.ts';
import { findLabelPart } from '../../text/find-label-part.ts';
import type { BotContext } from './context.ts';

/**
 * A *typed press* is a message that names a button which the chat was shown last. It presses the
 * button: on channels with buttons and without, and with the same rules everywhere.
 */

/**
 * Finds the button whose whole label a text is, quotes, accents, case and courtesy aside. Among
 * those shown last, else those that they replaced. Undefined: none, or several that differ.
 */
export function findWholeLabel(
  shown: ShownButtons | undefined,
  text: string,
  sentAt: number,
): ShownButton | undefined {
  if (!shown) return undefined;
  // Typed before the newest buttons came, it cannot mean them.
  const lists = sentAt < shown.at ? [shown.before] : [shown.buttons, shown.before];
  for (const buttons of lists) {
    const named = findLabel(
      text,
      buttons.map(({ label }) => label),
    );
    const found = named === undefined ? undefined : buttons[named];
    if (found) return isOnlyOne(found, buttons) ? found : undefined;
  }
  return undefined;
}

/** Labels that read alike must press the same. */
function isOnlyOne(found: ShownButton, buttons: ShownButton[]): boolean {
  const alike = buttons.filter(({ label }) => bareLabel(label) === bareLabel(found.label));
  return alike.every(({ data }) => data === found.data);
}

/**
 * Finds the button that a part of its label names, or the label without its number, date or count.
 * Its number alone names it as well: "2" is [2. 34/QĐ-UBND]. One that decides something needs its
 * whole label.
 */
export function findLabelByPart(
  shown: ShownButtons | undefined,
  text: string,
  sentAt: number,
  decides: (data: string) => boolean,
): ShownButton | undefined {
  if (!shown || sentAt < shown.at) return undefined;
  const { buttons } = shown;
  const labels = buttons.map(({ label }) => label);
  const at = findNumbered(text, labels) ?? findLabelPart(text, labels);
  const found = at === undefined ? undefined : buttons[at];
  return found && !decides(found.data) ? found : undefined;
}

/** In a list whose lines and buttons are numbered, the number names the button. */
function findNumbered(text: string, labels: string[]): number | undefined {
  const read = parseLineNumbers(text, { last: 999 });
  const [n, ...more] = read.ok ? read.value : [];
  if (n === undefined || more.length > 0) return undefined;
  const numbered = labels.flatMap((label, at) => (label.startsWith(`${n}. `) ? [at] : []));
  return numbered.length === 1 ? numbered[0] : undefined;
}

/** Tells whether a text is the whole label of a button shown last. */
export function namesShownButton(ctx: BotContext, text: string): boolean {
  return findWholeLabel(ctx.turn.shown, text, sentAtOf(ctx)) !== undefined;
}

/** Presses the button whose whole label was typed; false when there is none. */
export async function pressWholeLabel(ctx: BotContext, text: string): Promise<boolean> {
  return pressTyped(ctx, findWholeLabel(ctx.turn.shown, text, sentAtOf(ctx)));
}

/** Presses the button that a part of its label names; false when there is none. */
export async function pressLabelPart(ctx: BotContext, text: string): Promise<boolean> {
  const found = findLabelByPart(ctx.turn.shown, text, sentAtOf(ctx), (data) => ctx.presses.decides(data));
  return pressTyped(ctx, found);
}

async function pressTyped(ctx: BotContext, button: ShownButton | undefined): Promise<boolean> {
  if (!button) return false;
  ctx.typedPress = { messageId: ctx.turn.shown?.messageId ?? 0, data: button.data };
  if (!(await ctx.presses.take(ctx, button.data))) await ctx.say({ text: ctx.html('button-over') });
  return true;
}

function sentAtOf({ msg }: BotContext): number {
  return msg?.date ?? 0;
}
