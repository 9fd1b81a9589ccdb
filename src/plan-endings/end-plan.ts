import { closePlan } from '../plans/close-plan.ts';
import type { Database } from '../store/database.ts';
import { closeNominations, closeProposals } from './close-honours.ts';
import { closeDocuments, closeExemplars } from './close-reviews.ts';
import type { PlanEnding, PlanEndingRecord, SettlesWork, WorkChoice } from './ending.ts';
import {
  listChangedKinds,
  type OpenWork,
  type OpenWorkKind,
  openWorkKinds,
  readOpenWork,
  type WorkSeen,
} from './open-work.ts';
import { closeDrafts } from './settle-drafts.ts';
import { closeSteps, moveSteps } from './settle-fostering.ts';
import { closeHelp, moveHelp } from './settle-help.ts';
import { closeStanding, moveStanding } from './settle-standing.ts';
import { tellOfEnd } from './tell-of-end.ts';

/**
 * The ways to settle each kind; it can be left too. A later plan has a place for steps, requests
 * and scheduled reports. Duties, reviews and decisions belong to their own plan.
 */
const settling: Record<OpenWorkKind, Partial<Record<WorkChoice, SettlesWork>>> = {
  exemplars: { close: closeExemplars },
  documents: { close: closeDocuments },
  duties: {},
  steps: { close: closeSteps, move: moveSteps },
  help: { close: closeHelp, move: moveHelp },
  proposals: { close: closeProposals },
  nominations: { close: closeNominations },
  standing: { close: closeStanding, move: moveStanding },
  drafts: { close: closeDrafts },
};

/** Lists what an officer can choose for a kind of open work, the first by default. */
export function listWorkChoices(kind: OpenWorkKind, hasLaterPlan: boolean): WorkChoice[] {
  const { close, move } = settling[kind];
  return ['leave', ...(close ? ['close' as const] : []), ...(move && hasLaterPlan ? ['move' as const] : [])];
}

/** An end of a plan, with what the officer saw and chose. */
export interface ChosenEnding extends PlanEnding {
  draftId: number;
  choices: Partial<Record<OpenWorkKind, WorkChoice>>;
  seen: WorkSeen;
}

/** The result: the notices to send, or the kinds that changed since the officer saw them. */
export type PlanEndingResult = { deliveries: number[] } | { changed: OpenWorkKind[]; work: OpenWork };

/**
 * Closes a plan for good, and settles its open work as an officer chose, in one transaction. The
 * units are told once each. Where something was added or finished since the officer looked, nothing
 * is closed. The same draft again changes nothing. Throws as `closePlan` does.
 */
export async function endPlan(db: Database, ending: ChosenEnding): Promise<PlanEndingResult> {
  const { plan, draftId, seen, by } = ending;
  let result: PlanEndingResult = { deliveries: [] };
  await closePlan(db, plan.id, { personId: by.personId, draftId, at: by.at }, async (tx) => {
    const work = await readOpenWork(tx, { plan, now: by.at });
    const changed = listChangedKinds(seen, work);
    result = changed.length > 0 ? { changed, work } : { deliveries: [] };
    if (changed.length > 0) return undefined;
    const deliveries: number[] = [];
    const record = recordOf(ending, work);
    for (const { kind, choice } of record.work)
      deliveries.push(...((await settling[kind][choice]?.(tx, ending)) ?? []));
    deliveries.push(...(await tellOfEnd(tx, ending)));
    result = { deliveries };
    return record;
  });
  return result;
}

/** The choices that are possible, with the numbers of what they are about. */
function recordOf({ choices, reason, toPlan, by }: ChosenEnding, work: OpenWork): PlanEndingRecord {
  return {
    reason,
    to: toPlan?.code ?? null,
    channel: by.channel,
    work: openWorkKinds
      .filter((kind) => work[kind].length > 0)
      .map((kind) => {
        const chosen = choices[kind] ?? 'leave';
        const possible = listWorkChoices(kind, toPlan !== undefined);
        return { kind, n: work[kind].length, choice: possible.includes(chosen) ? chosen : 'leave' };
      }),
  };
}
