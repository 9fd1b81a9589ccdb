import type { IncomingMessage, ServerResponse } from 'node:http';
import type { createCallLog, RecordedCall } from '../telegram/call-log.ts';
import { Refusal, violation } from '../telegram/refusal.ts';
import { type createFaults, descriptions, type FaultAnswer } from './faults.ts';
import { perform } from './methods.ts';
import { wrap } from './webhook.ts';
import type { World } from './world.ts';

export interface Parts {
  world: World;
  token: string;
  log: ReturnType<typeof createCallLog>;
  faults: ReturnType<typeof createFaults>;
  /** Aborted when the stand-in closes. */
  closing: AbortSignal;
  /**
   * Number of refusals so far: every other one comes with HTTP 200, so that a client has to read
   * `ok`.
   */
  refusals: { count: number };
}

/** Answers one HTTP request as Zalo's server does. */
export async function route(parts: Parts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = new URL(request.url ?? '/', 'http://stand-in').pathname;
  const [, photo] = /^\/photos\/([0-9a-f]+)\.jpg$/.exec(path) ?? [];
  if (photo) return sendPhoto(parts, photo, response);
  const [, token, method] = /^\/bot([^/]+)\/(\w+)$/.exec(decodeURIComponent(path)) ?? [];
  if (token === undefined || method === undefined) {
    parts.world.violations.push(`no path of the Bot Platform: ${path}`);
    answer(parts, response, new Refusal(400, 'Bad path'));
    return;
  }
  if (token !== parts.token) {
    answer(parts, response, new Refusal(401, 'Unauthorized'));
    return;
  }

  const params = await readParams(request).catch(asRefusal);
  const sent = params instanceof Refusal ? {} : params;
  const call = parts.log.begin(method, sent, new Map());
  if (params instanceof Refusal) return end(parts, call, response, params);

  const fault = parts.faults.next(method, sent.chat_id);
  if (fault !== undefined && fault !== 'lost') return fail(parts, fault, call, response);
  const outcome = await carryOut(parts, method, sent, response);
  if (fault === 'lost') return fail(parts, 'lost', call, response);
  end(parts, call, response, outcome);
}

async function carryOut(
  parts: Parts,
  method: string,
  params: Record<string, unknown>,
  response: ServerResponse,
): Promise<unknown> {
  const hungUp = new AbortController();
  response.on('close', () => hungUp.abort());
  try {
    return await perform(parts.world, method, params, AbortSignal.any([parts.closing, hungUp.signal]));
  } catch (error) {
    return asRefusal(error);
  }
}

/** POST with a JSON object, or without a body for methods without parameters. */
async function readParams(request: IncomingMessage): Promise<Record<string, unknown>> {
  if (request.method !== 'POST') throw violation(`${request.method} where POST is due`);
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const body = Buffer.concat(chunks).toString('utf8');
  if (body === '') return {};
  if (!/^application\/json\b/.test(request.headers['content-type'] ?? ''))
    throw violation('not sent as JSON');
  const params: unknown = JSON.parse(body);
  if (typeof params !== 'object' || params === null || Array.isArray(params)) throw violation('no object');
  return { ...params };
}

function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof SyntaxError) return violation('no JSON');
  // A mistake of the stand-in itself: it must neither count as the bot's nor be overlooked.
  const why = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return new Refusal(500, `the stand-in broke: ${why}`, { violation: true });
}

function end(parts: Parts, call: RecordedCall, response: ServerResponse, outcome: unknown): void {
  if (outcome instanceof Refusal && outcome.violation) {
    parts.world.violations.push(`${call.method}: ${outcome.message}`);
  }
  const { status, body } = answer(parts, response, outcome, call.method);
  parts.log.end(call, status, body);
}

/** Sends an outcome in Zalo's envelope. */
function answer(parts: Parts, response: ServerResponse, outcome: unknown, method?: string) {
  let status = 200;
  let body: unknown;
  if (outcome instanceof Refusal) {
    parts.refusals.count += 1;
    if (parts.refusals.count % 2 === 0) status = outcome.status;
    body = { ok: false, description: outcome.message, error_code: outcome.status };
  } else if (method === 'getUpdates') {
    body = wrap(outcome, parts.world.wrapping.shape ?? 'wrapped');
  } else {
    // `sendChatAction` answers without a result.
    body = { ok: true, ...(outcome !== undefined && { result: outcome }) };
  }
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  return { status, body };
}

function fail(parts: Parts, fault: FaultAnswer, call: RecordedCall, response: ServerResponse): void {
  if (fault === 'hang') {
    response.on('close', () => parts.log.end(call, 0, 'hang'));
  } else if (fault === 'drop' || fault === 'lost') {
    parts.log.end(call, 0, fault);
    response.socket?.resetAndDestroy();
  } else if (fault === 'not JSON' || fault === 502) {
    const status = fault === 502 ? 502 : 200;
    parts.log.end(call, status, notJson);
    response.writeHead(status, { 'content-type': 'text/html' }).end(notJson);
  } else {
    end(parts, call, response, new Refusal(fault, descriptions[fault]));
  }
}

const notJson = '<html><body><h1>Zalo</h1></body></html>';

function sendPhoto({ world }: Parts, key: string, response: ServerResponse): void {
  const photo = world.photos.get(key);
  if (!photo || photo.expired) {
    response.writeHead(404).end();
    return;
  }
  response
    .writeHead(200, { 'content-type': 'image/jpeg', 'content-length': photo.bytes.length })
    .end(photo.bytes);
}
