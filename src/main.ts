import { existsSync } from 'node:fs';
import { startApp } from './app.ts';
import { ConfigError, readConfig } from './config.ts';
import { createLog } from './log.ts';
import { PlanError } from './plan/load.ts';
import { EmbeddedError } from './store/database.ts';

/** A stop that takes longer than this is ended: what was not finished is found again at the next start. */
const longestStopMs = 9_500;

/** The process: settings in, signals, exit codes; nothing else. 2: wrong settings; 1: it could not start or stop well. */
async function main(): Promise<void> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const config = readConfig(process.env);
  const log = createLog(config.logLevel);
  const say = (line: string) => process.stderr.write(`${line}\n`);

  const app = await startApp({ config, log, announce: say });
  log.info({ mode: config.mode, url: app.url }, 'ready');
  if (config.mode === 'rehearsal') say(`Diễn tập / rehearsal: ${app.url}   (Ctrl+C: dừng / stop)`);

  let stopping = false;
  const stop = (signal: NodeJS.Signals) => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'stopping');
    setTimeout(() => {
      log.error('the stop took too long');
      process.exit(1);
    }, longestStopMs).unref();
    app.stop().then(
      () => {
        log.info('stopped');
        process.exit(0);
      },
      () => process.exit(1),
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

main().catch((error: unknown) => {
  for (const line of explain(error)) process.stderr.write(`${line}\n`);
  process.exit(error instanceof ConfigError || error instanceof PlanError ? 2 : 1);
});

/** What went wrong, in lines that an operator can act on. */
function explain(error: unknown): string[] {
  if (error instanceof ConfigError || error instanceof PlanError) return error.lines;
  if (error instanceof EmbeddedError) return [error.message];
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE' && 'port' in error) {
    return [`PORT: ${error.port} is taken by another program; stop that program or set PORT to a free one`];
  }
  if (error instanceof Error && 'code' in error && error.code === 'EACCES' && 'port' in error) {
    return [`PORT: ${error.port} needs rights that this user does not have; choose one from 1024 on`];
  }
  const unreachable = [error, ...(error instanceof AggregateError ? error.errors : [])].find(isNetworkError);
  if (unreachable) return [sayNetworkError(unreachable)];
  return [error instanceof Error ? (error.stack ?? error.message) : String(error)];
}

interface NetworkError {
  code: string;
  syscall: string;
  address?: string;
  hostname?: string;
  port?: number;
}

function isNetworkError(error: unknown): error is NetworkError {
  return (
    error instanceof Error &&
    'syscall' in error &&
    'code' in error &&
    typeof error.syscall === 'string' &&
    ['listen', 'connect', 'getaddrinfo'].includes(error.syscall)
  );
}

/** At the start only two things go to the network: listening on HOST, and the database. */
function sayNetworkError({ code, syscall, address, hostname, port }: NetworkError): string {
  const where = [address ?? hostname, port].filter(Boolean).join(':');
  return syscall === 'listen'
    ? `HOST: cannot listen on ${where} (${code})`
    : `DATABASE_URL or HOST: ${where} cannot be reached (${code})`;
}
