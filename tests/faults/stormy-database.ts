import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { poolConfig } from '../../src/store/pool-config.ts';

/** Asks a database that breaks all the time: on a connection of its own, as soon as it answers. */
export type PatientQuery = <Row extends pg.QueryResultRow>(sql: string, values?: unknown[]) => Promise<Row[]>;

/** Creates such a query; the address is looked up each time. */
export function createPatientQuery(urlOf: () => Promise<string>): PatientQuery {
  return async <Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []) => {
    for (let attempt = 0; ; attempt++) {
      let client: pg.Client | undefined;
      try {
        client = new pg.Client(poolConfig(await urlOf()));
        client.on('error', () => undefined);
        await client.connect();
        return (await client.query<Row>(sql, values)).rows;
      } catch (error) {
        if (attempt === 300) throw error;
        await sleep(100);
      } finally {
        await client?.end().catch(() => undefined);
      }
    }
  };
}

/** Counts of work that is not done, or done twice. All are 0 in an app without errors. */
export interface Losses {
  /** Registrations that a person was told of and that are missing or incomplete; updates. */
  lost: number;
  /** Exemplars, files or changes that exist twice. */
  doubled: number;
  /** Updates, chats, drafts and deliveries that are not done. */
  stuck: number;
}

/** Waits until nothing is left to do; work left after `patience` milliseconds is stuck. */
export async function settled(query: PatientQuery, patience: number): Promise<void> {
  for (let waited = 0; waited < patience; waited += 500) {
    const [row] = await query<{ n: number }>(
      `select (select count(*) from inbox_update where status = 'pending')
            + (select count(*) from delivery where status = 'pending') as n`,
    );
    if (row?.n === 0) return;
    await sleep(500);
  }
}

/** Compares the database with what people did: so many registrations by so many updates. */
export async function countLosses(
  query: PatientQuery,
  { registrations, updates }: { registrations: number; updates: number },
): Promise<Losses> {
  const [row] = await query<{
    exemplars: number;
    names: number;
    whole: number;
    changes: number;
    files: number;
    stuck: number;
    handled: number;
  }>(
    `select
       (select count(*) from exemplar) as exemplars,
       (select count(distinct name) from exemplar) as names,
       (select count(*) from exemplar e where status = 'submitted' and summary like 'Làng có 125 hộ, %' and member_count = 125
          and (select count(*) from attachment a where a.exemplar_id = e.id) = 1) as whole,
       (select count(*) from exemplar_change) as changes,
       (select count(*) from attachment) as files,
       (select count(*) from inbox_update where status <> 'done') + (select count(*) from chat where owner is not null)
         + (select count(*) from draft where state = 'open')
         + (select count(*) from delivery where status = 'pending') as stuck,
       (select count(*) from inbox_update) as handled`,
  );
  const { exemplars = 0, names = 0, whole = 0, changes = 0, files = 0, stuck = 0, handled = 0 } = row ?? {};
  return {
    lost: registrations - Math.min(registrations, whole) + (updates - handled),
    doubled: exemplars - names + (exemplars - registrations) + (changes - exemplars) + (files - exemplars),
    stuck,
  };
}
