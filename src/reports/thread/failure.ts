import { DomainError, type DomainErrorCode } from '../../errors.ts';

/** An error as plain data. */
export interface ThreadFailure {
  name: string;
  message: string;
  stack?: string | undefined;
  /** Those of a refusal. */
  refusal?: { code: DomainErrorCode; args: Record<string, string | number> };
  /** The code of the system or the database, such as ENOSPC: it says what to do. */
  code?: string;
}

/** Describes an error for the other thread. */
export function describeFailure(error: unknown): ThreadFailure {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error) };
  const { name, message, stack } = error;
  if (error instanceof DomainError)
    return { name, message, stack, refusal: { code: error.code, args: error.args } };
  const code = findCode(error);
  return { name, message, stack, ...(code !== undefined && { code }) };
}

/** Makes the error that another thread described. */
export function restoreFailure({ name, message, stack, refusal, code }: ThreadFailure): Error {
  const error = refusal ? new DomainError(refusal.code, refusal.args) : new Error(message);
  return Object.assign(error, { name, stack, ...(code !== undefined && { code }) });
}

/** Returns the code of an error, or that of its cause. */
function findCode(error: Error): string | undefined {
  if ('code' in error && typeof error.code === 'string') return error.code;
  return error.cause instanceof Error ? findCode(error.cause) : undefined;
}
