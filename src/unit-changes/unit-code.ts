import { fold } from '../text/fold.ts';

/** Suggests the code of a new unit from its short name: `Xã Ia Băng` gives `IABANG`. */
export function suggestUnitCode(short: string, taken: ReadonlySet<string>): string {
  const letters = fold(short)
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/g, '')
    .replace(/^[^A-Z]+/, '')
    .slice(0, 12);
  const base = letters === '' ? 'DV' : letters;
  if (!taken.has(base)) return base;
  for (let n = 2; ; n++) {
    const code = `${base.slice(0, 12 - String(n).length)}${n}`;
    if (!taken.has(code)) return code;
  }
}

/** Shortens a unit's name for buttons: without the word for its kind of place. */
export function shortenUnitName(name: string): string {
  return name.replace(/^(?:xã|phường|thị trấn|đặc khu)\s+/iu, '').trim() || name;
}
