import pg from 'pg';
import pino from 'pino';
import type { TestProject } from 'vitest/node';
import { prepareJobs } from '../../src/jobs/runner.ts';
import { migrate } from '../../src/store/migrate.ts';
import { startThrowAway } from '../../src/store/start-throw-away.ts';
import { useScratchFolder } from './scratch.ts';
import { templateName } from './template.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the run's PostgreSQL, of a database that exists only to connect to. */
    serverUrl: string;
  }
}

/**
 * One PostgreSQL for the whole run, with a migrated database (the queue's tables too) that every
 * test copies.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const log = pino({ level: 'error' });
  const removeScratch = await useScratchFolder();
  // Four workers with an app each, and each app with every connection that it may open.
  const embedded = await startThrowAway(log, { max_connections: '400' });
  const stop = async () => {
    await embedded.stop();
    await removeScratch();
  };
  try {
    await makeTemplate(embedded.url);
  } catch (error) {
    await stop();
    throw error;
  }
  project.provide('serverUrl', embedded.url);
  return stop;

  async function makeTemplate(url: string): Promise<void> {
    const admin = new pg.Client({ connectionString: url });
    await admin.connect();
    // This server lives as long as the run: surviving a power cut is tested on other servers.
    for (const setting of ['fsync', 'full_page_writes', 'autovacuum']) {
      await admin.query(`ALTER SYSTEM SET ${setting} = off`);
    }
    await admin.query('SELECT pg_reload_conf()');
    await admin.query(`CREATE DATABASE ${templateName}`);
    const templateUrl = new URL(url);
    templateUrl.pathname = `/${templateName}`;
    await migrate({ url: templateUrl.href, log });
    await prepareJobs(templateUrl.href, log);
    await admin.end();
  }
}
