import type { Answers } from '../drafts/draft.ts';
import { DomainError } from '../errors.ts';
import type { Prisma, PrismaClient } from '../store/generated/client.ts';
import { transact } from '../store/transaction.ts';
import { type Actor, recordPersonChange } from './person-change.ts';

/** Forms whose drafts are the unit's work and not the person's own. */
export const unitForms = ['register', 'filing', 'fostering', 'annual', 'summary'];

/** A draft of a unit whose liaison left it when their role ended. */
export interface LeftDraft {
  id: number;
  form: string;
  answers: Answers;
  unitId: number;
  unit: string;
  leftBy: string | null;
}

/**
 * Finds open drafts of these units whose owner no longer serves the unit. `all`: of every unit.
 * They are newest first, at most ten; any other liaison of the unit, or an officer, can continue
 * them.
 */
export async function listLeftDrafts(
  prisma: Prisma.TransactionClient,
  units: 'all' | number[],
  draftId = 0,
): Promise<LeftDraft[]> {
  const all = units === 'all';
  const unitIds = all ? [] : units;
  return prisma.$queryRaw<LeftDraft[]>`
    with given_up as (
      select distinct person_id from membership
      where until is not null and role in ('liaison', 'officer') and (${all} or unit_id is null or unit_id = any (${unitIds}::int[]))),
    theirs as (
      select d.*, coalesce(
        case when d.answers->>'unit' ~ '^\\d{1,9}$' then (d.answers->>'unit')::int end,
        case when d.subject->>'unitId' ~ '^\\d{1,9}$' then (d.subject->>'unitId')::int end) as unit_id
      from given_up g join draft d on d.person_id = g.person_id
      where d.state = 'open' and d.form = any (${unitForms}::text[]) and (${draftId} = 0 or d.id = ${draftId}))
    select d.id, d.form, d.answers, u.id as "unitId", u.name as unit, p.name as "leftBy"
    from theirs d join unit u on u.id = d.unit_id join person p on p.id = d.person_id
    where (${all} or u.id = any (${unitIds}::int[])) and not exists (
      select 1 from membership m where m.person_id = d.person_id and m.until is null
        and (m.role = 'officer' or (m.role = 'liaison' and m.unit_id = u.id)))
    order by d.updated_at desc, d.id desc limit 10`;
}

/**
 * Gives such a draft to another person, who may act for `units`. A second time changes nothing.
 * Throws `draft-gone` when it ended, another person took it, or it is of another unit.
 */
export async function takeLeftDraft(
  prisma: PrismaClient,
  taking: { draftId: number; units: 'all' | number[]; by: Actor; at: Date },
): Promise<void> {
  const { draftId, units, by, at } = taking;
  await transact({ prisma }, async ({ prisma: tx }) => {
    await tx.$queryRaw`select 1 from draft where id = ${draftId} for update`;
    const draft = await tx.draft.findFirst({
      where: { id: draftId, state: 'open' },
      select: { personId: true },
    });
    if (draft?.personId === by.personId) return;
    const [left] = draft?.personId == null ? [] : await listLeftDrafts(tx, units, draftId);
    if (!left || draft?.personId == null) throw new DomainError('draft-gone');
    await tx.draft.update({
      where: { id: draftId },
      data: { personId: by.personId, rev: { increment: 1 }, updatedAt: at },
    });
    await recordPersonChange(tx, {
      personId: draft.personId,
      at,
      by,
      action: 'draft_taken',
      before: { draftId, personId: draft.personId },
      after: { draftId, personId: by.personId },
    });
  });
}
