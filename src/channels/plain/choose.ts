import { parseYesNo } from '../../drafts/parse/parse-yes-no.ts';
import { fold } from '../../text/fold.ts';
import { normalise } from '../../text/normalise.ts';
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
  const typed = normalise(text);
  const mark = /^(?:(?:số|so|mục|muc|dòng|dong|chọn|chon) )?\(?([0-9]{1,3}|[A-Za-z]{1,2})[.)]?$/i.exec(
    typed,
  )?.[1];
  const choice =
    mark === undefined
      ? (byLabel(menu.choices, typed) ?? byYesNo(menu.choices, typed))
      : (menu.choices.find((one) => one.mark === plainMark(mark)) ?? byLabel(menu.choices, typed));
  return choice && sentAt >= (choice.since ?? 0) ? { menu, choice } : undefined;
}

/** `01` is 1, `a` is A. */
function plainMark(mark: string): string {
  return /^\d/.test(mark) ? String(Number(mark)) : mark.toUpperCase();
}

function byLabel(choices: Choice[], typed: string): Choice | undefined {
  const words = bare(typed);
  if (words === '') return undefined;
  const found = choices.filter(
    ({ label, mark }) => bare(label) === words || bare(`${mark}. ${label}`) === words,
  );
  const [first] = found;
  return found.every(({ data, say }) => data === first?.data && say === first?.say) ? first : undefined;
}

/**
 * Matches "không" when only one line says no ("Không rút"), and "có" with the other of two lines.
 */
function byYesNo(choices: Choice[], typed: string): Choice | undefined {
  const saysNo = ({ label }: Choice) => /^(khong|do not|not) /.test(bare(label));
  const [no, ...others] = choices.filter(saysNo);
  const meant = parseYesNo(typed);
  if (!meant.ok || !no || others.length > 0 || choices.length !== 2) return undefined;
  return meant.value ? choices.find((one) => one !== no) : no;
}

/** People do not type a box, a tick or an arrow. */
function bare(label: string): string {
  return fold(label.replaceAll(/[☐☑✓✔→←‹›«»]/gu, ' ').replaceAll(/\p{Extended_Pictographic}/gu, ' '));
}
