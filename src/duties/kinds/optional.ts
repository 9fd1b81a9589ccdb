import { filingDuty } from './filing.ts';
import type { DutyKind } from './kind.ts';

/** Done by a document, and owed only by a unit that has something to hand in. */
export const optionalDuty: DutyKind = { ...filingDuty, optional: true, command: undefined };
