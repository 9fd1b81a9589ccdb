import type pg from 'pg';
import { enqueueDelivery } from '../deliveries/ledger.ts';
import type { ExemplarAction } from '../store/generated/enums.ts';
import type { Exemplar } from './exemplar.ts';

/** What a unit is told about an exemplar; the delivery's kind is `exemplar-<news>`. */
export type ExemplarNews = Extract<ExemplarAction, 'approve' | 'return' | 'reject' | 'reopen'>;

/**
 * Writes the notices about a decision on an exemplar, in the transaction of the decision. The
 * person who registered it is told; when that person no longer serves the unit, its liaisons are.
 * Gives the deliveries to send.
 */
export async function tellLiaisons(
  client: pg.PoolClient,
  exemplar: Pick<Exemplar, 'id' | 'unitId' | 'submittedById'>,
  news: { action: ExemplarNews; at: Date; changeId: number },
): Promise<number[]> {
  const { action, at, changeId } = news;
  const { rows } = await client.query<{ personId: number; round: number }>(
    `with liaisons as (
       select distinct person_id as id from membership where unit_id = $1 and role = 'liaison' and until is null)
     select id as "personId", (select count(*) from exemplar_change where exemplar_id = $3) as round
     from liaisons where id = $2 or not exists (select 1 from liaisons where id = $2)`,
    [exemplar.unitId, exemplar.submittedById, exemplar.id],
  );
  const ids: number[] = [];
  for (const { personId, round } of rows) {
    const id = await enqueueDelivery(client, {
      key: `exemplar:${exemplar.id}:${action}:${round}:${personId}`,
      personId,
      kind: `exemplar-${action}`,
      payload: { exemplarId: exemplar.id, changeId },
      at,
    });
    if (id !== undefined) ids.push(id);
  }
  return ids;
}
