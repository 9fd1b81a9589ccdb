import { closeDraft, lockDraft } from '../../drafts/draft.ts';
import { DomainError } from '../../errors.ts';
import { requireOpenPlan } from '../../plans/require-open.ts';
import type { Database } from '../../store/database.ts';
import type { Subject } from '../../store/generated/enums.ts';
import { type Transaction, transact } from '../../store/transaction.ts';
import { fold } from '../../text/fold.ts';
import { lockUnit } from '../../units/lock-unit.ts';
import { type CriteriaOf, listOwnCriteria, mostOwnCriteria, type OwnCriterion } from './own-criterion.ts';

/** The person who changes a unit's criteria, the channel and the time. */
export interface ChangesCriteria {
  personId: number;
  channel: string;
  at: Date;
}

/** The words of an own criterion, and the exemplars that it is for; null: of both subjects. */
export interface OwnCriterionWords {
  text: string;
  subject: Subject | null;
}

/**
 * Adds a criterion of a unit's own, or replaces the one with the id `replaces`, which retires then.
 * Closes the draft that held the words; the same draft again changes nothing.
 * Throws `own-criterion-there` for words that the unit has in use, `own-criteria-full`,
 * `own-criterion-gone`, also for one of another plan, `plan-closed` and `draft-gone`.
 */
export async function saveOwnCriterion(
  db: Database,
  given: OwnCriterionWords & CriteriaOf & { replaces?: number | undefined; draftId: number },
  by: ChangesCriteria,
): Promise<void> {
  const { planId, unitId, replaces, draftId, text, subject } = given;
  await transact(db, async (tx) => {
    const unit = await lockUnit(tx.sql, unitId);
    const draft = await lockDraft(tx.sql, draftId);
    if (draft?.state === 'done') return;
    if (draft?.state !== 'open') throw new DomainError('draft-gone');
    unit.requireActive();
    await requireOpenPlan(tx.sql, planId);
    await refuseSame(tx, { planId, unitId }, { text, replaces });
    if (replaces !== undefined && !(await retire(tx, { id: replaces, planId }, by)))
      throw new DomainError('own-criterion-gone');
    const { id } = await tx.prisma.ownCriterion.create({
      data: {
        planId,
        unitId,
        text,
        subject,
        addedAt: by.at,
        addedById: by.personId,
        addedVia: by.channel,
        replacesId: replaces ?? null,
      },
      select: { id: true },
    });
    await closeDraft(tx.sql, draftId, 'done', by.at, { ownCriterionId: id });
  });
}

/**
 * Retires a criterion of a unit's own; false: it was retired before. Throws `plan-closed`.
 */
export async function retireOwnCriterion(
  db: Database,
  of: Pick<OwnCriterion, 'id' | 'planId'>,
  by: ChangesCriteria,
): Promise<boolean> {
  return transact(db, async (tx) => {
    await requireOpenPlan(tx.sql, of.planId);
    return retire(tx, of, by);
  });
}

async function retire(
  { prisma }: Transaction,
  { id, planId }: Pick<OwnCriterion, 'id' | 'planId'>,
  by: ChangesCriteria,
): Promise<boolean> {
  const { count } = await prisma.ownCriterion.updateMany({
    where: { id, planId, retiredAt: null },
    data: { retiredAt: by.at, retiredById: by.personId, retiredVia: by.channel },
  });
  return count > 0;
}

async function refuseSame(
  { prisma }: Transaction,
  of: CriteriaOf,
  { text, replaces }: { text: string; replaces: number | undefined },
): Promise<void> {
  const others = (await listOwnCriteria(prisma, of)).filter(({ id }) => id !== replaces);
  if (others.some((one) => fold(one.text) === fold(text))) throw new DomainError('own-criterion-there');
  if (others.length >= mostOwnCriteria) throw new DomainError('own-criteria-full', { most: mostOwnCriteria });
}
