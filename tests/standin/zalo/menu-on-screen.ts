/** A line that can be chosen. */
export interface MenuLine {
  /** What one types: `3`, or `C` where numbers are answers. */
  mark: string;
  label: string;
}

const line = /^(\d{1,3}|[A-Za-z])[.)] (\S.*)$/;

/**
 * The menu of a message as a person reads it: the last run of lines that are counted from 1 or A on. Empty when there is none.
 * Only links and blank lines may stand below it: a numbered list further up is just text.
 */
export function menuOnScreen(text: string): MenuLine[] {
  const lines = text.normalize('NFC').split('\n');
  while (/^\s*$|https?:\/\/\S+$/.test(lines.at(-1) ?? 'x')) lines.pop();
  const menu: MenuLine[] = [];
  for (const one of lines.reverse()) {
    const [, mark, label] = line.exec(one.trim()) ?? [];
    const next = menu[0];
    if (mark === undefined || label === undefined || (next && !follows(next.mark, mark))) break;
    menu.unshift({ mark, label });
    // A list above the menu is another list, however close it stands.
    if (mark === '1' || mark.toUpperCase() === 'A') return menu;
  }
  return [];
}

function follows(mark: string, before: string): boolean {
  if (/^\d/.test(mark)) return Number(mark) === Number(before) + 1;
  return mark.charCodeAt(0) === before.charCodeAt(0) + 1;
}
