import { filingDuty } from './filing.ts';
import type { DutyKind } from './kind.ts';

/**
 * The kind of duty that the annual report fulfils (Plan 101, IV.3). `/baocaonam` writes and sends
 * it as a document; a document that is handed in, as the signed copy, is one more version.
 */
export const reportDuty: DutyKind = { ...filingDuty, command: 'baocaonam' };
