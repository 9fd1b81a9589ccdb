import { z } from 'zod';

/** The Bot Platform's answer: `ok` decides, not the HTTP status. */
const envelope = z.looseObject({
  ok: z.boolean(),
  result: z.unknown().optional(),
  description: z.string().optional().catch(undefined),
  error_code: z.coerce.number().optional().catch(undefined),
  parameters: z
    .looseObject({ retry_after: z.coerce.number().optional().catch(undefined) })
    .optional()
    .catch(undefined),
});

/** A Bot Platform's answer as read from its body. */
export type Envelope =
  | { kind: 'ok'; result: unknown }
  | { kind: 'refused'; code: number; description: string; retryAfterMs: number | undefined }
  /** Not an envelope: a proxy's page, or the answer to a wrong token. */
  | { kind: 'unreadable' };

/** Reads the body of an answer. A refusal without its own code gets the HTTP status. */
export function readEnvelope(body: string, status: number): Envelope {
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    return { kind: 'unreadable' };
  }
  const read = envelope.safeParse(json);
  // Captured traffic has events without the documented envelope.
  if (!read.success) return isBareEvent(json) ? { kind: 'ok', result: json } : { kind: 'unreadable' };
  const { ok, result, description = '', error_code, parameters } = read.data;
  if (ok) return { kind: 'ok', result };
  const seconds = parameters?.retry_after;
  return {
    kind: 'refused',
    code: error_code ?? (status >= 400 ? status : 500),
    description: description.slice(0, 200),
    retryAfterMs: seconds === undefined ? undefined : seconds * 1000,
  };
}

function isBareEvent(json: unknown): boolean {
  return typeof json === 'object' && json !== null && 'event_name' in json && !('ok' in json);
}
