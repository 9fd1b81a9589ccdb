/** A line that can be chosen. */
export interface MenuLine {
  /** What one types: `3`, or `C` where numbers are answers. */
  mark: string;
  label: string;
}

/** What a line says besides stands below it, moved in. */
const detail = /^\u00a0+\S/;
const line = /^(\d{1,3}|[A-Z]{1,2})\. (\S.*)$/;

/**
 * The menu of a message as a person reads it: the marked lines at its end, down from where no mark
 * comes twice. Empty when there is none. Only links and blank lines may stand below it: a list
 * further up is just text.
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
  // A list that is counted from somewhere else goes on from what stands further up.
  return menu.some(({ mark }) => mark === '1' || mark === 'A') ? menu : [];
}

/**
 * Whether a message offers letters and asks for nothing: the numbers of the menu before it are
 * still there to choose from.
 */
export function standsBeside(text: string): boolean {
  return /^(Gõ chữ cái để chọn|Type a letter to choose):$/m.test(text.normalize('NFC'));
}

/**
 * The line that a button's words mean: `☐ 2. Gương mẫu` may stand there as `2. ☐ Gương mẫu`, with
 * one number for both, and may say more than the button did.
 */
export function lineOf(menu: MenuLine[], button: string): MenuLine | undefined {
  const words = button.normalize('NFC');
  return menu.find(({ mark, label }) => {
    const numbered = label.replace(/^([☐☑] )?/, `$1${mark}. `);
    const begins = /^([☐☑] )?\d+\./.test(words) && numbered.startsWith(words.replace(/\s*…$/, ''));
    return label === words || begins;
  });
}
