import { DomainError } from '../errors.ts';
import type { Sql } from '../store/sql.ts';
import type { Exemplar } from './exemplar.ts';

/**
 * Refuses an exemplar that its unit can no longer change. Throws `exemplar-withdrawn` (by whom, and
 * when), and `exemplar-not-editable` when an officer has decided.
 */
export async function refuseUneditable(
  db: Sql,
  { id, code, status }: Pick<Exemplar, 'id' | 'code' | 'status'>,
): Promise<void> {
  if (status === 'submitted' || status === 'returned') return;
  if (status !== 'withdrawn') throw new DomainError('exemplar-not-editable', { code });
  const { rows } = await db.query<{ who: string | null; at: Date }>(
    `select p.name as who, c.at from exemplar_change c left join person p on p.id = c.person_id
     where c.exemplar_id = $1 and c.action = 'withdraw' order by c.id desc limit 1`,
    [id],
  );
  const [last] = rows;
  throw new DomainError('exemplar-withdrawn', {
    code,
    who: last?.who ?? '–',
    when: last?.at.toISOString() ?? '',
  });
}
