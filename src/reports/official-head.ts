import { formatOfficialDate, localDate } from '../plan/calendar.ts';
import type { Plan } from '../plan/plan.ts';
import { abbreviateBody } from '../text/initials.ts';

/**
 * The head of an official sheet (Decree 30/2020, Appendix I): two columns, left the bodies, right
 * the nation.
 */
export interface OfficialHead {
  superior: string;
  issuer: string;
  nation: string;
  motto: string;
  /** With room for the number that the clerk gives: `Số:         /BC-PNV`; empty: none. */
  number: string;
  placeAndDate: string;
}

/** The people who sign below it. */
export interface Signers {
  left: string;
  right: string;
  /** Printed under the right signature; empty: left free. */
  rightName: string;
  /** The bodies that get the sheet, in the order of the plan; none: they are not named. */
  recipients: string[];
}

/** Builds the head of a sheet made at `now`; the date is the day in the plan's zone. */
export function buildOfficialHead(plan: Plan, now: Date): OfficialHead {
  return {
    superior: capitals(plan.bodies.superior),
    issuer: capitals(plan.bodies.issuer),
    nation: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    motto: 'Độc lập - Tự do - Hạnh phúc',
    number: `Số:         /BC-${abbreviateBody(plan.bodies.issuer)}`,
    placeAndDate: formatOfficialDate(plan.place, localDate(now, plan.zone)),
  };
}

/** Builds the signature block of a table: the person who made it, and the plan's signer. */
export function buildSigners(plan: Plan): Signers {
  return {
    left: 'NGƯỜI LẬP BIỂU',
    right: capitals(plan.bodies.signerTitle),
    rightName: plan.bodies.signerName ?? '',
    recipients: plan.bodies.recipients,
  };
}

function capitals(text: string): string {
  return text.normalize('NFC').toLocaleUpperCase('vi');
}
