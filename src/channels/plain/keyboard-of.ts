import type { Markup } from '../../page/wire.ts';
import type { Choice } from './menu.ts';

/** Rebuilds the keyboard from the lines of a menu, one button to a row. */
export function rebuildKeyboard(choices: Choice[]): Markup {
  if (choices.some(({ say }) => say !== undefined)) {
    return { keyboard: choices.map(({ label, say = label }) => [{ text: say }]), resize_keyboard: true };
  }
  return {
    inline_keyboard: choices.flatMap((choice) =>
      choice.data === undefined ? [] : [[{ text: labelOf(choice), callback_data: choice.data }]],
    ),
  };
}

/** The label with its own number, and with the details below it. */
function labelOf({ mark, label, own, detail }: Choice): string {
  const numbered = own ? label.replace(/^([☐☑✓] ?)?/u, `$1${mark}. `) : label;
  return detail === undefined ? numbered : `${numbered} – ${detail}`;
}
