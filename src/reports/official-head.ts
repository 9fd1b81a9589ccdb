import { formatOfficialDate, localDate } from '../plan/calendar.ts';
import type { Plan } from '../plan/plan.ts';

/**
 * What stands above an official sheet (Decree 30/2020, Appendix I): two columns, left the bodies,
 * right the nation.
 */
export interface OfficialHead {
  superior: string;
  issuer: string;
  nation: string;
  motto: string;
  placeAndDate: string;
}

/** Who signs below it. */
export interface Signers {
  left: string;
  right: string;
  /** Printed under the right signature; empty: left free. */
  rightName: string;
}

/** Head of a sheet made at `now`; the date is the day in the plan's zone. */
export function officialHead(plan: Plan, now: Date): OfficialHead {
  return {
    superior: capitals(plan.bodies.superior),
    issuer: capitals(plan.bodies.issuer),
    nation: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    motto: 'Độc lập - Tự do - Hạnh phúc',
    placeAndDate: formatOfficialDate(plan.place, localDate(now, plan.zone)),
  };
}

/** Signature block of a table: who drew it up, and the plan's signer. */
export function signers(plan: Plan): Signers {
  return {
    left: 'NGƯỜI LẬP BIỂU',
    right: capitals(plan.bodies.signerTitle),
    rightName: plan.bodies.signerName ?? '',
  };
}

function capitals(text: string): string {
  return text.normalize('NFC').toLocaleUpperCase('vi');
}
