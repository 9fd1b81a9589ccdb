import type { Args } from '../../i18n.ts';
import { fold } from '../../text/fold.ts';
import { shorten } from '../../text/shorten.ts';
import { withoutEmptyWords } from '../../text/speech.ts';
import { isSurelyNamed, matchUnits } from '../../units/match-units.ts';
import type { Unit } from '../../units/units.ts';
import { unitIn } from './wishes/unit-in-words.ts';

/** With these a sentence is of other units than the one it names, or of more. */
const limits = /(?:^| )(?:tru|ngoai|khong|va|voi|hoac|hay|khac)(?: |$)/;

/**
 * Finds the single unit that typed words mean, or returns a sentence (HTML) with advice. Words that
 * say nothing ("hết của xã Glar") are left out where they name no unit.
 */
export function readUnit(
  by: { html(key: string, args?: Args): string },
  units: Unit[],
  typed: string,
): { ok: true; unit: Unit } | { ok: false; say: string } {
  const asTyped = matchUnits(units, typed);
  const said = withoutEmptyWords(typed.split(/\s+/)).join(' ');
  const surely = said === '' ? [] : matchUnits(units, said).filter((one) => isSurelyNamed(one, said));
  const placed = surely.length > 0 || limits.test(fold(typed)) ? '' : unitIn(typed.split(/\s+/));
  const within =
    placed === '' ? surely : matchUnits(units, placed).filter((one) => isSurelyNamed(one, placed));
  const [unit, ...others] = asTyped.length > 0 ? asTyped : within;
  if (unit && others.length === 0) return { ok: true, unit };
  const example = unit?.name ?? units[0]?.name ?? '';
  if (!unit) return { ok: false, say: by.html('unit-none', { typed: shorten(typed, 50), example }) };
  const named = [unit, ...others.slice(0, 7)];
  const names = named.map(({ name }) => name).join(', ');
  const more = others.length + 1 - named.length;
  if (more > 0) return { ok: false, say: by.html('unit-many', { names, more, example }) };
  return { ok: false, say: by.html('unit-several', { names, example }) };
}
