import { signedOut } from './signed-out.ts';
import { language } from './texts.ts';
import type { WireError } from './wire.ts';

/** The server refused; `message` is a sentence for the person. */
export class Refused extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.name = 'Refused';
    this.status = status;
  }
}

/** Whether trying again later may help: no signal, a server that restarts, too many at once. */
export function mayPass(error: unknown): boolean {
  return !(error instanceof Refused) || error.status >= 500 || error.status === 429 || error.status === 408;
}

/** Calls the server. Throws `Refused`, or what `fetch` throws when there is no signal. */
export async function call<T>(path: string, body?: unknown): Promise<T> {
  const response = await fetch(path, {
    ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
    headers: {
      'accept-language': language,
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
  });
  if (!response.ok) throw await refused(response.status, () => response.json());
  return await response.json();
}

/** The server's sentence, when it said one. With 401 the session is over, and so is this page. */
export async function refused(status: number, read: () => unknown): Promise<Refused> {
  if (status === 401) signedOut();
  try {
    const { error }: WireError = JSON.parse(JSON.stringify(await read()));
    return new Refused(status, error.message);
  } catch {
    return new Refused(status, `HTTP ${status}`);
  }
}
