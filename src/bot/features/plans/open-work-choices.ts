import type { LoadedPlan } from '../../../plan/plan.ts';
import { listWorkChoices } from '../../../plan-endings/end-plan.ts';
import { type WorkChoice, workChoices } from '../../../plan-endings/ending.ts';
import {
  fingerprintWork,
  listChangedKinds,
  type OpenWork,
  type OpenWorkKind,
  openWorkKinds,
  readOpenWork,
  type WorkSeen,
  workSeenSchema,
} from '../../../plan-endings/open-work.ts';
import { shorten } from '../../../text/shorten.ts';
import { planOf } from '../../core/house.ts';
import type { Option, Scene } from '../../forms/form.ts';

type CloseScene = Scene<{ planId: number }>;

/** Finds the plan that takes over what is moved: the newest of the other open ones. */
export function findNextPlan({ house, subject }: CloseScene): LoadedPlan | undefined {
  return house.plans
    .open()
    .filter(({ id }) => id !== subject.planId)
    .at(-1);
}

/** Reads what becomes of each kind of open work; left out: it stays as it is. */
export function readWorkChoices({
  answers,
}: Pick<CloseScene, 'answers'>): Partial<Record<OpenWorkKind, WorkChoice>> {
  return Object.fromEntries(
    openWorkKinds.flatMap((kind) => {
      const choice = workChoices.find((one) => one === answers[keyOf(kind)]);
      return choice ? [[kind, choice]] : [];
    }),
  );
}

/** Tells whether anything is ended or moved, for which units read a reason. */
export function hasReason(s: Pick<CloseScene, 'answers'>): boolean {
  return Object.values(readWorkChoices(s)).some((choice) => choice !== 'leave');
}

function keyOf(kind: OpenWorkKind): string {
  return `do.${kind}`;
}

/**
 * The answer that holds the fingerprints of the open work on the screen. Other ones mean that
 * something was added or finished since: the screen comes again before anything closes.
 */
export const seenKey = 'seen';

/** Reads the fingerprints of the open work that the officer saw. */
export function readSeen({ answers }: Pick<CloseScene, 'answers'>): WorkSeen {
  return workSeenSchema.safeParse(answers[seenKey]).data ?? {};
}

/** Says what is open under the plan and what becomes of it (HTML). */
export async function sayClosing(s: CloseScene): Promise<string> {
  const work = await workOf(s);
  const choices = readWorkChoices(s);
  const next = findNextPlan(s);
  const open = openWorkKinds.filter((kind) => work[kind].length > 0);
  return [
    s.html('plan-close-sure', { plan: planOf(s.house, s.subject).code }),
    ...(open.length > 0 ? [s.html('plan-close-open')] : []),
    ...open.map((kind) =>
      s.html('plan-close-open-line', {
        work: sayWork(s, kind, work),
        choice: sayChoice(s, kind, choices[kind] ?? 'leave', next?.code),
      }),
    ),
    ...(open.length > 0 ? [s.html('plan-close-how')] : []),
    ...(next ? [] : [s.html('plan-close-last')]),
  ].join('\n');
}

/** Reads the open work of the form's plan. */
function workOf({ house, subject, now }: CloseScene): Promise<OpenWork> {
  return readOpenWork({ prisma: house.db.prisma, sql: house.db.pool }, { plan: planOf(house, subject), now });
}

/** Names a kind of open work with its number: `3 đề nghị giúp đỡ`. */
function sayWork({ t }: Pick<CloseScene, 't'>, kind: OpenWorkKind, work: OpenWork): string {
  return t(`open-work-${kind}`, { n: work[kind].length });
}

/** Says what becomes of a kind of open work. `next`: code of the plan that takes it over. */
export function sayChoice(
  { t }: Pick<CloseScene, 't'>,
  kind: OpenWorkKind,
  choice: WorkChoice,
  next: string | null | undefined,
): string {
  if (choice === 'leave' && kind === 'duties') return t('plan-close-unfiled');
  return t(`plan-close-${choice}`, { plan: shorten(next ?? '–', 30) });
}

/** Lists one button a kind of open work: a press chooses the next thing to become of it. */
export async function listWorkOptions(s: CloseScene): Promise<Option[]> {
  const work = await workOf(s);
  const next = findNextPlan(s);
  const chosen = readWorkChoices(s);
  return openWorkKinds.flatMap((kind) => {
    const possible = listWorkChoices(kind, next !== undefined);
    if (work[kind].length === 0 || possible.length === 1) return [];
    const after = possible[(possible.indexOf(chosen[kind] ?? 'leave') + 1) % possible.length] ?? 'leave';
    const label = s.t('plan-close-change', {
      work: sayWork(s, kind, work),
      choice: sayChoice(s, kind, after, next?.code),
    });
    const set = { [keyOf(kind)]: after, [seenKey]: fingerprintWork(work) };
    return [{ value: `do.${kind}`, label, act: async () => ({ set }) }];
  });
}

/** Finds what changed since the screen was shown, and says so; undefined: nothing did. */
export async function findChange(s: CloseScene) {
  const work = await workOf(s);
  const changed = listChangedKinds(readSeen(s), work);
  return changed.length > 0 ? showChange(s, changed, work) : undefined;
}

/** Names the kinds that changed, and takes what is there now as seen. */
export function showChange(s: CloseScene, changed: OpenWorkKind[], work: OpenWork) {
  const kinds = changed.map((kind) => sayWork(s, kind, work)).join('; ');
  return {
    set: { [seenKey]: fingerprintWork(work) },
    say: { text: s.html('plan-close-changed', { work: kinds }) },
  };
}
