import { filingDuty } from './filing.ts';
import type { DutyKind } from './kind.ts';

/**
 * The kind of duty that the summary of a stage fulfils (Plan 101, II.6). `/tongket` writes and
 * sends it as a document; a document that is handed in, as the signed copy, is one more version.
 */
export const interimDuty: DutyKind = { ...filingDuty, command: 'tongket' };

/** The kind of duty that the summary of the period fulfils. */
export const summaryDuty: DutyKind = { ...interimDuty };

/** The kind of duty that nominations fulfil. */
export const nominationsDuty: DutyKind = { ...interimDuty };
