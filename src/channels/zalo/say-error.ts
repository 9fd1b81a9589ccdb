import { ZaloRefusal } from './client.ts';

/** Writes an error of Zalo as one line without personal data. */
export function sayZaloError(error: unknown): string {
  if (error instanceof ZaloRefusal) return error.message;
  return error instanceof Error ? error.name : 'unknown';
}
