import type { LoadedPlan } from '../../../plan/plan.ts';
import { type WorkChoice, workChoices } from '../../../plan-endings/end-plan.ts';
import {
  countOpenWork,
  movableKinds,
  type OpenWorkKind,
  openWorkKinds,
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

/** Says what is open under the plan and what becomes of it (HTML). */
export async function sayClosing(s: CloseScene): Promise<string> {
  const work = await countOpenWork(s.house.db.prisma, s.subject.planId);
  const choices = readWorkChoices(s);
  const next = findNextPlan(s);
  const open = openWorkKinds.filter((kind) => work[kind] > 0);
  return [
    s.html('plan-close-sure', { plan: planOf(s.house, s.subject).code }),
    ...(open.length > 0 ? [s.html('plan-close-open')] : []),
    ...open.map((kind) =>
      s.html('plan-close-open-line', {
        work: s.t(`open-work-${kind}`, { n: work[kind] }),
        choice: sayChoice(s, choices[kind] ?? 'leave', next),
      }),
    ),
    ...(open.length > 0 ? [s.html('plan-close-how')] : []),
    ...(next ? [] : [s.html('plan-close-last')]),
  ].join('\n');
}

function sayChoice({ t }: Pick<CloseScene, 't'>, choice: WorkChoice, next: LoadedPlan | undefined): string {
  return t(`plan-close-${choice}`, { plan: shorten(next?.code ?? '–', 30) });
}

/** Lists one button a kind of open work: a press chooses the next thing to become of it. */
export async function listWorkOptions(s: CloseScene): Promise<Option[]> {
  const work = await countOpenWork(s.house.db.prisma, s.subject.planId);
  const next = findNextPlan(s);
  const chosen = readWorkChoices(s);
  return openWorkKinds.flatMap((kind) => {
    if (work[kind] === 0) return [];
    const canMove = next !== undefined && movableKinds.includes(kind);
    const possible = workChoices.filter((choice) => choice !== 'move' || canMove);
    const after = possible[(possible.indexOf(chosen[kind] ?? 'leave') + 1) % possible.length] ?? 'leave';
    const label = s.t('plan-close-change', {
      work: s.t(`open-work-${kind}`, { n: work[kind] }),
      choice: sayChoice(s, after, next),
    });
    return [{ value: `do.${kind}`, label, act: async () => ({ set: { [keyOf(kind)]: after } }) }];
  });
}
