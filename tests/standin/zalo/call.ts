import type { ZaloStandIn } from './start.ts';

/** An answer of the Bot Platform as it was transferred. */
export interface Answered {
  status: number;
  body: unknown;
}

/** Calls a method as a client of the Bot Platform does, and returns the whole answer. */
export async function call(
  standIn: Pick<ZaloStandIn, 'url' | 'token'>,
  method: string,
  params?: unknown,
  signal?: AbortSignal,
): Promise<Answered> {
  const response = await fetch(`${standIn.url}/bot${standIn.token}/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    ...(params !== undefined && { body: JSON.stringify(params) }),
    signal,
  });
  return { status: response.status, body: await response.json() };
}
