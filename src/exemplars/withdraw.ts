import type { Clock } from '../clock.ts';
import { DomainError } from '../errors.ts';
import { requireOpenPlan } from '../plans/require-open.ts';
import type { Database } from '../store/database.ts';
import { transact } from '../store/transaction.ts';
import { type Exemplar, exemplarById, recordChange } from './exemplar.ts';

/**
 * Withdraws an exemplar for its unit, before it is approved. It no longer counts, and its code
 * stays in use. Withdrawing twice changes nothing. Throws `exemplar-not-editable` when it is
 * approved or rejected.
 */
export async function withdrawExemplar(
  deps: { db: Database; clock: Clock },
  exemplarId: number,
  by: { personId: number; channel: string },
): Promise<Exemplar> {
  return transact(deps.db, async ({ prisma, sql: client }) => {
    const exemplar = await exemplarById(client, exemplarId, true);
    if (!exemplar) throw new DomainError('exemplar-not-found');
    if (exemplar.status === 'withdrawn') return exemplar;
    if (exemplar.status !== 'submitted' && exemplar.status !== 'returned') {
      throw new DomainError('exemplar-not-editable', { code: exemplar.code });
    }
    await requireOpenPlan(client, exemplar.planId);
    await prisma.exemplar.update({ where: { id: exemplarId }, data: { status: 'withdrawn' } });
    await recordChange(client, {
      exemplarId,
      at: deps.clock.now(),
      personId: by.personId,
      channel: by.channel,
      action: 'withdraw',
      before: { status: exemplar.status },
      after: { status: 'withdrawn' },
    });
    return { ...exemplar, status: 'withdrawn' };
  });
}
