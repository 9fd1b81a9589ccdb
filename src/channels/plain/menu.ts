import type { Markup } from '../../page/wire.ts';
import { lettersOf } from '../../text/letters.ts';

/** One line of a menu: what typing its mark (or its label) does. */
export interface Choice {
  /** The text to type: `1`, `12`, `A`. */
  mark: string;
  /** The button's words, without a number of its own. */
  label: string;
  /** Details below the label, which press nothing. */
  detail?: string;
  /** Whether the mark is a number that was part of the label. */
  own?: true;
  /**
   * When it joined an existing menu, in the channel's milliseconds. Text typed earlier had another
   * meaning.
   */
  since?: number;
  /** Callback data that it presses. */
  data?: string;
  /** Or the words that it says, for reply keyboards. */
  say?: string;
}

/**
 * A stored menu. A *menu* is the numbered lines that replace the buttons of one message in a chat
 * without buttons; the *live* menu of a chat is the one that typed numbers belong to.
 */
export interface LiveMenu {
  /** Bot API id of the message that shows it; 0 while it is being sent. */
  messageId: number;
  /** When it was shown, in the channel's milliseconds since 1970. 0 while it is being sent. */
  shownAt: number;
  /** Until when its marks press anything, in milliseconds since 1970. */
  until: number;
  choices: Choice[];
  /**
   * The number of its first choices that belong to a waiting question; messages in between do not
   * replace them.
   */
  waits?: number;
}

/** A keyboard in the form that a chat without buttons shows. */
export interface PlainKeyboard {
  choices: Choice[];
  /** `label: address`, one a line. */
  links: string[];
  /** Whether a button shares the phone number: in this chat the number is typed. */
  asksPhone: boolean;
  /** Whether it removes a reply keyboard. */
  clears: boolean;
}

type Button = { text: string; detail?: string; data?: string; say?: string };

/**
 * Turns inline and reply keyboards into lines to choose from. With `letters` a typed number would
 * be an answer, so lines have letters; the first `taken` of them have another meaning.
 */
export function buildPlainKeyboard(markup: Markup | undefined, letters: boolean, taken = 0): PlainKeyboard {
  const keyboard: PlainKeyboard = {
    choices: [],
    links: [],
    asksPhone: asksPhone(markup),
    clears: false,
  };
  const buttons: Button[] = [];
  if (markup && 'inline_keyboard' in markup) {
    const often = repeated(markup.inline_keyboard.flat().map(({ text }) => text));
    for (const row of markup.inline_keyboard) {
      for (const button of row) {
        if ('url' in button) keyboard.links.push(`${button.text}: ${button.url}`);
        else if ('callback_data' in button) {
          // In a row, a button is next to the line that it is about; in a list it has to say so.
          const about = often.has(button.text) && row[0] !== button ? row[0]?.text : undefined;
          buttons.push({
            text: button.text,
            ...(about !== undefined && { detail: about.replace(ownNumber, '$1($2) ') }),
            data: button.callback_data,
          });
        }
      }
    }
  } else if (markup && 'keyboard' in markup) {
    for (const button of markup.keyboard.flat()) {
      const text = typeof button === 'string' ? button : button.text;
      const shares = typeof button !== 'string' && 'request_contact' in button;
      if (!shares) buttons.push({ text, say: text });
    }
  } else if (markup && 'remove_keyboard' in markup) keyboard.clears = true;
  return { ...keyboard, choices: letters ? lettered(buttons, taken) : numbered(buttons) };
}

/** Tells whether a keyboard has a button that shares the phone number, which is then the answer. */
export function asksPhone(markup: Markup | undefined): boolean {
  if (!markup || !('keyboard' in markup)) return false;
  return markup.keyboard.flat().some((button) => typeof button !== 'string' && 'request_contact' in button);
}

/** `☐ 3. Gương mẫu`: a label with a number keeps it, so that people do not see two. */
const ownNumber = /^((?:[☐☑✓] ?)?)(\d{1,2})\. (?=\S)/u;

function numbered(buttons: Button[]): Choice[] {
  const own = buttons.map(({ text }) => ownNumber.exec(text)?.[2]);
  const given = own.flatMap((mark) => (mark === undefined ? [] : [Number(mark)]));
  const keeps = new Set(given).size === given.length;
  // Others are numbered after the highest: on a second page, 1 still means the first line of the
  // list.
  let next = keeps ? Math.max(0, ...given) : 0;
  const choices = buttons.map((button, i): Choice => {
    const mark = own[i];
    if (keeps && mark !== undefined) {
      const { text, ...act } = button;
      return { ...act, own: true, mark: String(Number(mark)), label: text.replace(ownNumber, '$1') };
    }
    next += 1;
    return choice(button, String(next));
  });
  // Buttons next to a numbered one come after all of those: people read the numbers in order.
  return choices.sort((a, b) => Number(a.mark) - Number(b.mark));
}

function lettered(buttons: Button[], taken: number): Choice[] {
  return buttons.map((button, i) => choice(button, lettersOf(taken + i + 1)));
}

function choice({ text, ...act }: Button, mark: string): Choice {
  return { ...act, mark, label: text };
}

/** The texts that occur more than once. */
function repeated(texts: string[]): Set<string> {
  return new Set(texts.filter((text, i) => texts.indexOf(text) !== i));
}
