import { ConfigError } from '../config/error.ts';
import { PlanError } from '../plan/plan-error.ts';
import { BackupError } from '../store/backup/error.ts';
import { EmbeddedError } from '../store/embedded/error.ts';
import { MigrationError } from '../store/migration-error.ts';

/**
 * Explains a failed start: lines that an operator can act on, and the exit code. 2: a setting has
 * to change; 1: any other failure.
 */
export function explainStart(error: unknown): { lines: string[]; code: 1 | 2 } {
  if (error instanceof ConfigError || error instanceof PlanError) return { lines: error.lines, code: 2 };
  if (error instanceof BackupError) return { lines: [error.message], code: 2 };
  if (error instanceof EmbeddedError || error instanceof MigrationError) {
    return error.setting
      ? { lines: [`${error.setting}: ${error.message}`], code: 2 }
      : { lines: [error.message], code: 1 };
  }
  const listening = [error, ...(error instanceof AggregateError ? error.errors : [])].find(isListenError);
  if (listening) return { lines: [sayListenError(listening)], code: 2 };
  return { lines: [error instanceof Error ? (error.stack ?? error.message) : String(error)], code: 1 };
}

interface ListenError {
  code: string;
  syscall: string;
  address?: string;
  hostname?: string;
  port?: number;
}

/** All other network errors at the start have been checked before, with their own explanation. */
function isListenError(error: unknown): error is ListenError {
  return (
    error instanceof Error &&
    'syscall' in error &&
    'code' in error &&
    typeof error.syscall === 'string' &&
    ['listen', 'bind', 'getaddrinfo'].includes(error.syscall)
  );
}

function sayListenError({ code, address, hostname, port }: ListenError): string {
  if (code === 'EADDRINUSE') {
    return `PORT: ${port} is taken by another program; stop that program or set PORT to a free one`;
  }
  if (code === 'EACCES') {
    return `PORT: ${port} needs rights that this user does not have; choose one from 1024 on`;
  }
  const where = [address ?? hostname, port].filter(Boolean).join(':');
  return `HOST: cannot listen on ${where}: it is no address of this machine (${code})`;
}
