import { filingDuty } from './filing.ts';
import type { DutyKind } from './kind.ts';

/** The kind of duty that a document fulfils and that only units with something to hand in owe. */
export const optionalDuty: DutyKind = { ...filingDuty, optional: true, command: undefined };
