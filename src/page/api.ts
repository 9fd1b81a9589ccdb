import { clearAfterSignOut } from './signed-out.ts';
import { language } from './texts.ts';
import type { WireError } from './wire.ts';

/** A refusal by the server; `message` is a sentence for the person. */
export class Refused extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.name = 'Refused';
    this.status = status;
  }
}

/**
 * Tells whether trying again later may help: no connection, a restarting server, too many at once.
 */
export function isTemporary(error: unknown): boolean {
  return !(error instanceof Refused) || error.status >= 500 || error.status === 429 || error.status === 408;
}

/** Calls the server. Throws `Refused`, or the error of `fetch` when there is no connection. */
export async function call<T>(path: string, body?: unknown): Promise<T> {
  const response = await fetch(path, {
    ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
    headers: {
      'accept-language': language,
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
  });
  if (!response.ok) throw await readRefusal(response.status, () => response.json());
  return await response.json();
}

/**
 * Reads the server's sentence, if any. Status 401 means that the session is over, and so is this
 * page.
 */
export async function readRefusal(status: number, read: () => unknown): Promise<Refused> {
  if (status === 401) clearAfterSignOut();
  try {
    const { error }: WireError = JSON.parse(JSON.stringify(await read()));
    return new Refused(status, error.message);
  } catch {
    return new Refused(status, `HTTP ${status}`);
  }
}
