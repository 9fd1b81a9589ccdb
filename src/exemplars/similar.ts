import type pg from 'pg';
import type { ExemplarStatus } from '../store/generated/enums.ts';

/** A registered exemplar whose name is similar to that of another one. */
export interface SimilarExemplar {
  id: number;
  code: string;
  name: string;
  unitName: string;
  status: ExemplarStatus;
}

/**
 * Finds for each of these exemplars the registered ones of the same subject with a similar name. It
 * compares trigrams of the folded name, and returns at most three, the most similar first. An
 * exemplar without any is not in the map.
 */
export async function similarTo(
  db: pg.Pool | pg.PoolClient,
  exemplarIds: number[],
): Promise<Map<number, SimilarExemplar[]>> {
  const { rows } = await db.query<SimilarExemplar & { of: number }>(
    `select e.id as of, s.*
     from exemplar e
     cross join lateral (
       select o.id, o.code, o.name, u.name as "unitName", o.status
       from exemplars_named_like(e.search_name) l join exemplar o on o.id = l.id join unit u on u.id = o.unit_id
       where o.subject = e.subject and o.status <> 'withdrawn' and o.id <> e.id
       order by l.likeness desc, o.id limit 3) s
     where e.id = any ($1)`,
    [exemplarIds],
  );
  return Map.groupBy(rows, ({ of }) => of);
}
