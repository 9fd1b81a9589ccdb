/** A line that can be chosen. */
export interface MenuLine {
  /** The text to type: `3`, or `C` where numbers are answers. */
  mark: string;
  label: string;
}

/** Details of a line are below it, indented. */
const detail = /^\u00a0+\S/;
const line = /^(\d{1,3}|[A-Z]{1,2})\. (\S.*)$/;

/**
 * Finds the menu of a message as a person reads it. It is the marked lines at the end, from where
 * no mark repeats. Empty when there is none. Only links and blank lines may be below it: an earlier
 * list is just text.
 */
export function menuOnScreen(text: string): MenuLine[] {
  const lines = text.normalize('NFC').split('\n');
  while (/^\s*$|https?:\/\/\S+$/.test(lines.at(-1) ?? 'x')) lines.pop();
  const menu: MenuLine[] = [];
  for (const one of lines.reverse()) {
    if (detail.test(one)) continue;
    const [, mark, label] = line.exec(one) ?? [];
    if (mark === undefined || label === undefined || menu.some((other) => other.mark === mark)) break;
    menu.unshift({ mark, label });
  }
  // A list that starts at another number continues an earlier one.
  return menu.some(({ mark }) => mark === '1' || mark === 'A') ? menu : [];
}

/**
 * Tells whether a message offers letters and asks for nothing: the numbers of the previous menu
 * still work.
 */
export function standsBeside(text: string): boolean {
  return /^(Gõ chữ cái để chọn|Type a letter to choose):$/m.test(text.normalize('NFC'));
}

/**
 * Finds the line of a button's words. `☐ 2. Gương mẫu` may be shown as `2. ☐ Gương mẫu`, with one
 * number for both, and with more text than the button.
 */
export function lineOf(menu: MenuLine[], button: string): MenuLine | undefined {
  const words = button.normalize('NFC');
  return menu.find(({ mark, label }) => {
    const numbered = label.replace(/^([☐☑] )?/, `$1${mark}. `);
    const begins = /^([☐☑] )?\d+\./.test(words) && numbered.startsWith(words.replace(/\s*…$/, ''));
    return label === words || begins;
  });
}
