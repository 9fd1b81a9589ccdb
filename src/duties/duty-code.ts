import { isOccurrence, type Occurrence, oneOff } from '../plan/occurrence.ts';

/** A duty of a plan of the database. */
export interface DutyOfPlan {
  planId: number;
  duty: string;
}

/** The plan of a database that has one: buttons and drafts of earlier releases mean it. */
export const firstPlan = 1;

/** Writes a duty as buttons and drafts name it: `annualReport`, `annualReport@2` of plan 2. */
export function writeDuty({ planId, duty }: DutyOfPlan): string {
  return planId === firstPlan ? duty : `${duty}@${planId}`;
}

/** Reads what `writeDuty` wrote; undefined for any other text. */
export function readDuty(text: string): DutyOfPlan | undefined {
  const [, duty = '', plan] = /^([A-Za-z][A-Za-z0-9_-]*)(?:@([1-9]\d{0,8}))?$/.exec(text) ?? [];
  return duty === '' ? undefined : { planId: plan === undefined ? firstPlan : Number(plan), duty };
}

/** Writes an occurrence for a button: `2021-Q3`, `0` for a duty that is due once. */
export function writeOccurrence(occurrence: Occurrence): string {
  return occurrence === oneOff ? '0' : occurrence;
}

/** Reads what `writeOccurrence` wrote; undefined for any other text. */
export function readOccurrence(text: string): Occurrence | undefined {
  if (text === '0') return oneOff;
  return text !== oneOff && isOccurrence(text) ? text : undefined;
}

/** Writes an occurrence of a duty as drafts keep it: `annualReport.2021`, `registration@2.0`. */
export function writeDutyTime(of: DutyOfPlan & { occurrence: Occurrence }): string {
  return `${writeDuty(of)}.${writeOccurrence(of.occurrence)}`;
}

/** Reads what `writeDutyTime` wrote; undefined for any other text. */
export function readDutyTime(text: string): (DutyOfPlan & { occurrence: Occurrence }) | undefined {
  const [code = '', time = ''] = text.split('.');
  const duty = readDuty(code);
  const occurrence = readOccurrence(time);
  return duty && occurrence !== undefined ? { ...duty, occurrence } : undefined;
}
