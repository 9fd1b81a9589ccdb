import { parseYesNo } from '../../drafts/parse/parse-yes-no.ts';
import { readingsOf } from '../../text/courtesy.ts';
import { bareLabel, findLabel } from '../../text/find-label.ts';
import { fold } from '../../text/fold.ts';
import type { Choice, LiveMenu } from './menu.ts';

/** The menus of a chat: the live one, and the one that it replaced. */
export interface Menus {
  menu?: LiveMenu | undefined;
  previous?: LiveMenu | undefined;
}

/**
 * Finds the choice that a typed text presses. The text is a number or letter of the menu, or the
 * exact words of one label, ignoring accents, case and marks such as ☐. `sentAt`: when it was
 * typed, in the channel's milliseconds; text typed before the live menu was shown belongs to the
 * previous one. `now` in milliseconds decides what has expired.
 */
export function findChoice(
  menus: Menus,
  text: string,
  sentAt: number,
  now: number,
): { menu: LiveMenu; choice: Choice } | undefined {
  const early = menus.menu !== undefined && sentAt < menus.menu.shownAt;
  const menu = early ? menus.previous : menus.menu;
  // Typed for a menu that is no longer stored: it presses nothing rather than a wrong choice.
  if (!menu || now > menu.until || sentAt < menu.shownAt) return undefined;
  const choice = byMark(menu.choices, text) ?? byLabel(menu.choices, text) ?? byYesNo(menu.choices, text);
  return choice && sentAt >= (choice.since ?? 0) ? { menu, choice } : undefined;
}

const markAlone =
  /^(?:(?:so|muc|dong|cau|cai|nut|phim|bam|nhan|go|y|chon|phuong an|lua chon|option|number)(?: ?[.:] ?| )?)*\(?([0-9]{1,3}|[a-z]{1,2})[.):]?$/;

/** Matches a mark, courtesy aside: "1 ạ", "chọn số 2 nhé", "A em ơi". */
function byMark(choices: Choice[], text: string): Choice | undefined {
  for (const reading of readingsOf(text)) {
    const mark = markAlone.exec(fold(reading))?.[1];
    const named = mark === undefined ? undefined : plainMark(mark);
    // A letter with an accent is none: "Ê", "ạ".
    const typed = named !== undefined && reading.toUpperCase().includes(named);
    const choice = typed ? choices.find((one) => one.mark === named) : undefined;
    if (choice) return choice;
  }
  return undefined;
}

/** `01` is 1, `a` is A. */
function plainMark(mark: string): string {
  return /^\d/.test(mark) ? String(Number(mark)) : mark.toUpperCase();
}

/** Matches a label, with its mark or without; one that stands there twice must press the same. */
function byLabel(choices: Choice[], text: string): Choice | undefined {
  const at =
    findLabel(
      text,
      choices.map(({ label }) => label),
    ) ??
    findLabel(
      text,
      choices.map(({ label, mark }) => `${mark}. ${label}`),
    );
  const first = at === undefined ? undefined : choices[at];
  if (!first) return undefined;
  const alike = choices.filter(({ label }) => bareLabel(label) === bareLabel(first.label));
  return alike.every(({ data, say }) => data === first.data && say === first.say) ? first : undefined;
}

/**
 * Matches "không" when only one line says no ("Không rút"), and "có" with the other of two lines.
 */
function byYesNo(choices: Choice[], typed: string): Choice | undefined {
  const saysNo = ({ label }: Choice) => /^(khong|do not|not) /.test(bareLabel(label));
  const [no, ...others] = choices.filter(saysNo);
  const meant = parseYesNo(typed);
  if (!meant.ok || !no || others.length > 0 || choices.length !== 2) return undefined;
  return meant.value ? choices.find((one) => one !== no) : no;
}
