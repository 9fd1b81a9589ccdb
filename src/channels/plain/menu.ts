import type { Markup } from '../../page/wire.ts';

/** What typing a mark (or the label) does. */
export interface Choice {
  /** `1`, `12`, `A`: what is typed. */
  mark: string;
  /** The button's words, without a number of its own. */
  label: string;
  /** What stands below the label, and presses nothing. */
  detail?: string;
  /** The mark is the number that the label brought along. */
  own?: true;
  /**
   * When it came to stand beside the others, in the channel's milliseconds: what was typed before
   * was meant for something else.
   */
  since?: number;
  /** Callback data that it presses. */
  data?: string;
  /** Or the words that it says, for reply keyboards. */
  say?: string;
}

/** The numbered lines of one message, as they are kept. */
export interface LiveMenu {
  /** Bot API id of the message that shows it; 0 while it is on its way. */
  messageId: number;
  /**
   * When it was shown, in the channel's time: milliseconds since 1970. 0 while it is on its way.
   */
  shownAt: number;
  /** Until when its marks press anything, in milliseconds since 1970. */
  until: number;
  choices: Choice[];
  /**
   * So many of the choices, the first, are those of a question that waits: what comes in between
   * leaves them to it.
   */
  waits?: number;
}

/** A keyboard as a chat without buttons shows it. */
export interface PlainKeyboard {
  choices: Choice[];
  /** `label: address`, one a line. */
  links: string[];
  /** It has a button that shares the phone number: here the number is typed. */
  asksPhone: boolean;
  /** It takes a reply keyboard away. */
  clears: boolean;
}

type Button = { text: string; detail?: string; data?: string; say?: string };

/**
 * Turns inline and reply keyboards into lines to choose from; `letters` where a typed number would
 * be an answer, of which the first `taken` mean something else.
 */
export function plainKeyboard(markup: Markup | undefined, letters: boolean, taken = 0): PlainKeyboard {
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
          // In a row, it is seen beside what it is about; one line below the other, it has to say
          // so.
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

/** Whether a keyboard has a button that shares the phone number: the number is then the answer. */
export function asksPhone(markup: Markup | undefined): boolean {
  if (!markup || !('keyboard' in markup)) return false;
  return markup.keyboard.flat().some((button) => typeof button !== 'string' && 'request_contact' in button);
}

/** `☐ 3. Gương mẫu`: a label that has a number already keeps it, so that nobody sees two. */
const ownNumber = /^((?:[☐☑✓] ?)?)(\d{1,2})\. (?=\S)/u;

function numbered(buttons: Button[]): Choice[] {
  const own = buttons.map(({ text }) => ownNumber.exec(text)?.[2]);
  const given = own.flatMap((mark) => (mark === undefined ? [] : [Number(mark)]));
  const keeps = new Set(given).size === given.length;
  // The others go on behind the highest: on a second page, 1 still means the first line of the
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
  // Buttons beside a numbered one come after all of those: numbers are read in their order.
  return choices.sort((a, b) => Number(a.mark) - Number(b.mark));
}

function lettered(buttons: Button[], taken: number): Choice[] {
  return buttons.map((button, i) => choice(button, letterOf(taken + i)));
}

function choice({ text, ...act }: Button, mark: string): Choice {
  return { ...act, mark, label: text };
}

/** The texts that are there more than once. */
function repeated(texts: string[]): Set<string> {
  return new Set(texts.filter((text, i) => texts.indexOf(text) !== i));
}

/** A, B … Z, AA, AB …: as the columns of a sheet. */
function letterOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letterOf(Math.floor(index / 26) - 1) + last;
}
