import { formatOfficialDate, localDate } from '../plan/calendar.ts';
import type { Plan } from '../plan/plan.ts';

/** The head and the signer of a document that a unit issues itself. */
export interface UnitHead {
  /** The body above; left out: none stands there. */
  superior?: string;
  issuer: string;
  place: string;
  /** Lines above the signer's title, such as `TM. Ủy ban nhân dân`. */
  authority?: string[];
  signerTitle: string;
}

/**
 * The beginning of the name of a place that a people's committee governs. *Huyện đoàn*, *Huyện ủy*
 * are no places.
 */
const governed =
  /^(?:[Xx]ã|[Pp]hường|[Tt]hị (?:trấn|xã)|[Đđ]ặc khu|[Hh]uyện|[Qq]uận|[Tt]hành phố|[Tt]ỉnh)\s+(?=[\p{Lu}\d])(?!(?:Đoàn|Đội|Ủy|Uỷ)(?!\S))/u;

/**
 * Derives the head of a unit's documents from its name. A commune's are its People's Committee's;
 * any other unit stands under the body above the office.
 */
export function deriveUnitHead(plan: Plan, unit: string): UnitHead {
  if (governed.test(unit.normalize('NFC'))) {
    return {
      issuer: `Ủy ban nhân dân ${unit.charAt(0).toLocaleLowerCase('vi')}${unit.slice(1)}`,
      place: placeOf(unit),
      authority: ['TM. Ủy ban nhân dân'],
      signerTitle: 'Chủ tịch',
    };
  }
  return {
    superior: plan.bodies.superior,
    issuer: unit,
    place: plan.place,
    signerTitle: 'Thủ trưởng đơn vị',
  };
}

/** Writes place and date of a document that a unit makes at `now`. */
export function writePlaceAndDate({ place }: Pick<UnitHead, 'place'>, now: Date, zone: string): string {
  return formatOfficialDate(place, localDate(now, zone));
}

/** A commune's documents are dated at the commune, by its name alone. */
function placeOf(unit: string): string {
  return unit.normalize('NFC').replace(governed, '');
}
