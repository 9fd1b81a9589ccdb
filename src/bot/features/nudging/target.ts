import type { DutyOfPlan } from '../../../duties/duty-code.ts';
import { isNudgedList, type ProgressList, progressLists, readProgress } from '../../../duties/progress.ts';
import type { Occurrence } from '../../../plan/occurrence.ts';
import { type House, planOf } from '../../core/house.ts';
import { codeOfPlan } from '../../core/named-plan.ts';
import { press } from '../../core/press.ts';

/** Whom an officer nudges: the units that lack a duty, or of them only those in a list. */
export interface NudgeTarget {
  duty: DutyOfPlan;
  occurrence: Occurrence;
  /** A list of /tiendo. */
  list?: ProgressList | undefined;
}

/** Sends: duty, occurrence, and the draft that holds the officer's own words (null: none). */
export const sendNudge = press('dondoc.send', 'duty', 'occurrence', 'maybeId');
/** Asks for the officer's own words. */
export const writeNudgeNote = press('dondoc.note', 'duty', 'occurrence');
/** Turns the pages of people to phone in a preview: duty, occurrence, draft, page. */
export const turnNudgePreview = press('dondoc.xem', 'duty', 'occurrence', 'maybeId', 'page');

/** Sends to the units of a list: its code with the plan, the draft. */
export const sendToList = press('dondoc.dsg', 'text', 'maybeId');
/** Asks for the officer's own words to the units of a list. */
export const writeListNote = press('dondoc.dsn', 'text');
/** Turns the pages of people to phone in the preview of a list. */
export const turnListPreview = press('dondoc.dsx', 'text', 'maybeId', 'page');

/** Writes the data of a preview's buttons. */
export function writeTargetData({ duty, occurrence, list }: NudgeTarget) {
  return list
    ? {
        send: (draftId: number | null) => sendToList.data(codeOfPlan(duty.planId, list), draftId),
        note: writeListNote.data(codeOfPlan(duty.planId, list)),
        turn: (draftId: number | null, page: number) =>
          turnListPreview.data(codeOfPlan(duty.planId, list), draftId, page),
      }
    : {
        send: (draftId: number | null) => sendNudge.data(duty, occurrence, draftId),
        note: writeNudgeNote.data(duty, occurrence),
        turn: (draftId: number | null, page: number) =>
          turnNudgePreview.data(duty, occurrence, draftId, page),
      };
}

/** Reads the code of a list whose units can be nudged; undefined for any other. */
export function readNudgedList(code: string): ProgressList | undefined {
  return progressLists.find((list) => list === code && isNudgedList(list));
}

/** Finds the target of a list now; undefined when the plan asks for no registration. */
export async function findListTarget(
  { db, plan, clock }: Pick<House, 'db' | 'plan' | 'clock'>,
  list: ProgressList,
): Promise<NudgeTarget | undefined> {
  const progress = plan.closed ? undefined : await readProgress(db.pool, plan, clock.now());
  if (!progress) return undefined;
  const { duty, occurrence } = progress;
  return { duty: { planId: plan.id, duty }, occurrence, list };
}

/** Lists the units of a target now; undefined: all that lack the duty. */
export async function listTargetUnits(
  house: Pick<House, 'db' | 'plan' | 'plans' | 'clock'>,
  { duty, list }: NudgeTarget,
): Promise<number[] | undefined> {
  if (!list) return undefined;
  const progress = await readProgress(house.db.pool, planOf(house, duty), house.clock.now());
  return progress?.lists[list].map(({ unitId }) => unitId) ?? [];
}
