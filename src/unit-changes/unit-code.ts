import type { Reader } from '../store/reader.ts';
import { fold } from '../text/fold.ts';
import { unitsAfter } from './change.ts';

/** Lists the codes of all units, also of those that a change makes on a coming day. */
export async function listTakenCodes(reader: Reader): Promise<Set<string>> {
  const units = await reader.unit.findMany({ select: { code: true } });
  const coming = await reader.unitChange.findMany({
    where: { appliedAt: null, undoneAt: null },
    select: { after: true },
  });
  const promised = coming.flatMap(({ after }) => unitsAfter.parse(after).flatMap(({ code }) => code ?? []));
  return new Set([...units.map(({ code }) => code), ...promised]);
}

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
