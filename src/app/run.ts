import { existsSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { join } from 'node:path';
import { loadSettings } from '../config/load.ts';
import { createLog } from '../log.ts';
import { prepareFolder } from '../store/data-dir.ts';
import { loadTypedClient } from '../store/database.ts';
import { prepareDatabase } from '../store/prepare-database.ts';
import type { RunningApp } from './app.ts';
import { watchLastResort } from './last-resort.ts';
import { ignoresHangUp, watchParent } from './parent-watch.ts';
import { releaseStartMemory } from './release-memory.ts';
import { reportDataPlaces, reportLeftOvers } from './report-data.ts';

/** In milliseconds. A longer stop is ended: unfinished work is found again at the next start. */
const longestStopMs = 9_500;
/** In milliseconds: when the start is over, and what it left is tidied up. */
const afterStartMs = 4_000;

/**
 * Runs the process: settings, signals, uncaught errors, exit codes, and nothing else. 2: wrong
 * settings; 1: it could not start or stop well.
 */
async function main(): Promise<void> {
  const config = loadSettings();
  const log = createLog(config.logLevel);
  const say = (line: string) => process.stderr.write(`${line}\n`);

  // Signals are handled from the beginning: one that comes during the start must not leave the
  // database's server behind.
  let starting: Promise<RunningApp> | undefined;
  const interruption = new AbortController();
  const { signal } = interruption;
  const stop = (reason: string, code: 0 | 1 = 0) => {
    if (signal.aborted) return;
    interruption.abort();
    log.info({ signal: reason }, 'stopping');
    setTimeout(() => {
      log.error('the stop took too long');
      process.exit(1);
    }, longestStopMs).unref();
    // A start that the signal interrupted has closed what it had opened.
    (starting ?? Promise.reject(new Error('not started')))
      .then(
        (app) => app.stop(),
        (error) => {
          if (error !== signal.reason) throw error;
        },
      )
      .then(
        () => {
          log.info('stopped');
          process.exit(code);
        },
        () => process.exit(1),
      );
  };
  process.on('SIGINT', (signal) => stop(signal));
  process.on('SIGTERM', (signal) => stop(signal));
  if (!ignoresHangUp()) process.on('SIGHUP', (signal) => stop(signal));
  watchLastResort(log, () => stop('an error that nothing caught', 1));
  watchParent(() => stop('the parent process ended'));

  // The database's server boots, or is made, while the rest of the program is loaded.
  const firstStart = !config.databaseUrl && !existsSync(join(config.dataDir, 'postgres'));
  const database = prepareFolder('DATA_DIR', config.dataDir).then(() =>
    prepareDatabase({ url: config.databaseUrl, dataDir: config.dataDir, log, signal }),
  );
  database.catch(() => 'startApp awaits it and throws its error');
  starting = import('./app.ts').then(({ startApp }) => {
    // Sample people, or the first officer's code, are written with it.
    if (firstStart) loadTypedClient();
    return startApp({ config, log, announce: say, database, signal });
  });
  const app = await starting.catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });
  // The stop ends the process, whether the start came to its end or not.
  if (!app || signal.aborted) return;
  log.info({ mode: config.mode, url: app.url }, 'ready');
  setTimeout(() => {
    // Only the first start of a release has something to write; a kill must not lose it.
    flushCompileCache();
    releaseStartMemory();
  }, afterStartMs).unref();
  await reportDataPlaces({ config, folder: app.house.db.folder, log, say });
  if (config.mode === 'rehearsal') say(`Diễn tập / rehearsal: ${app.url}   (Ctrl+C: dừng / stop)`);
  await reportLeftOvers(config.dataDir, log, say);
}

main().catch(async (error: unknown) => {
  const { explainStart } = await import('./explain-start.ts');
  const { lines, code } = explainStart(error);
  for (const line of lines) process.stderr.write(`${line}\n`);
  process.exit(code);
});
