import { DomainError } from '../../errors.ts';
import type { KnownPerson } from '../../people/known-person.ts';
import { type Access, hasAccess, reaches } from '../../people/rights.ts';
import type { BotContext } from './context.ts';
import { type PressSubject, type SubjectKind, subjects } from './press-subjects.ts';

/** Tells whether a person may use a command. */
export function mayUse(person: KnownPerson | null, command: { right: Access }): boolean {
  return hasAccess(person, command.right);
}

/** Throws `not-allowed`, or `not-joined`, unless the person holds this right for any unit. */
export function requireAccess(person: KnownPerson | null, access: Access): void {
  if (hasAccess(person, access)) return;
  throw person ? new DomainError('not-allowed') : new DomainError('not-joined');
}

/** The right to press a kind of button, declared where the button is handled. */
export interface PressRight<A extends unknown[]> {
  /** The right, or how it follows from the button's first part. */
  right: Access | ((first: A[0]) => Access);
  /**
   * The kind of the button's object, which the right must reach. Left out: the button names no
   * object with an owner.
   */
  about?: SubjectKind;
  /** Which part of the button names it: the first when left out. */
  at?: number;
  /** Whether it decides something at once: typed, it needs its whole label. */
  decides?: boolean;
  /**
   * The plan under which it writes, which must be open: that of its object, or the one that this
   * part of the button names. Left out: it only shows, or its handler chooses an open plan.
   */
  writesUnder?: 'object' | number;
}

/**
 * Checks a press before its handler runs. `no`: as if there were no such button. Throws the error
 * that the person reads: that the object does not exist where they may not even see it,
 * `not-allowed` otherwise, and `plan-closed` for a press that writes under a closed plan.
 */
export async function checkPress<A extends unknown[]>(
  ctx: BotContext,
  { right, about, at = 0, writesUnder }: PressRight<A>,
  args: A,
): Promise<'yes' | 'no'> {
  const access = typeof right === 'function' ? right(args[0]) : right;
  requireAccess(ctx.person, access);
  for (const arg of args) requireOwnPlan(ctx, arg);
  const underOpenPlans = async (objects: PressSubject[] = []): Promise<'yes'> => {
    const written = writesUnder === 'object' ? objects.map(({ planId }) => planId) : [];
    const named = typeof writesUnder === 'number' ? [planNamed(args[writesUnder])] : [];
    await requireOpen(ctx, [...written, ...named]);
    return 'yes';
  };
  if (about === undefined) return underOpenPlans();
  const { find, refusal, seeing } = subjects[about];
  const named = [args[at]].flat();
  const ids = named.filter((id) => typeof id === 'number');
  // A button may leave the unit open: then it names none.
  const found = named.includes(null) ? [{ unitId: null }] : await find(ctx, ids);
  const within = (wanted: Access) =>
    found.length === named.length &&
    found.every((one) =>
      'mine' in one ? one.mine : wanted === 'all' || wanted === 'joined' || reaches(ctx.person, wanted, one),
    );
  if (within(access)) return underOpenPlans(found);
  if (refusal === undefined) return 'no';
  throw new DomainError(seeing !== undefined && within(seeing) ? 'not-allowed' : refusal);
}

/** Refuses a button about a duty of another office's plan. */
function requireOwnPlan({ house }: BotContext, arg: unknown): void {
  if (house.officeIds === undefined || typeof arg !== 'object' || arg === null) return;
  if ('planId' in arg && typeof arg.planId === 'number' && !house.plans.find(arg.planId))
    throw new DomainError('not-allowed');
}

/** Reads the plan of a button's part: a plan's id, or a duty of a plan. */
function planNamed(part: unknown): number | undefined {
  if (typeof part === 'number') return part;
  return typeof part === 'object' && part !== null && 'planId' in part ? Number(part.planId) : undefined;
}

/** Throws `plan-closed` for the first of these plans that is closed. */
async function requireOpen({ house: { plans } }: BotContext, planIds: (number | undefined)[]): Promise<void> {
  if (planIds.length === 0) return;
  await plans.refresh();
  const closed = planIds
    .flatMap((id) => (id === undefined ? [] : (plans.find(id) ?? [])))
    .find((one) => one.closed);
  if (closed) throw new DomainError('plan-closed', { plan: closed.code });
}
