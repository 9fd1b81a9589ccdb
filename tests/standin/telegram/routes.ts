import type { IncomingMessage, ServerResponse } from 'node:http';
import type { createCallLog, RecordedCall } from './call-log.ts';
import type { createFaults, FaultAnswer } from './faults.ts';
import type { Call } from './methods/handler.ts';
import { perform } from './perform.ts';
import type { createRate } from './rate.ts';
import { type ReadRequest, readParams } from './read-params.ts';
import { forbidden, Refusal } from './refusal.ts';
import type { World } from './world.ts';

export interface Parts {
  world: World;
  token: string;
  log: ReturnType<typeof createCallLog>;
  faults: ReturnType<typeof createFaults>;
  rate: ReturnType<typeof createRate> | undefined;
  /** Aborted when the stand-in closes. */
  closing: AbortSignal;
}

/** Answers one HTTP request as Telegram's server does. */
export async function route(parts: Parts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://stand-in');
  const path = decodeURIComponent(url.pathname);
  const [, fileToken, filePath] = /^\/file\/bot([^/]+)\/(.+)$/.exec(path) ?? [];
  const [, callToken, method] = /^\/bot([^/]+)\/(\w+)$/.exec(path) ?? [];
  const token = fileToken ?? callToken;
  if (token === undefined) return refuse(response, new Refusal(404, 'Not Found'));
  if (token !== parts.token) return refuse(response, new Refusal(401, 'Unauthorized'));
  if (filePath) return download(parts, filePath, response);
  if (method) return answerCall(parts, method, url, request, response);
}

async function answerCall(
  parts: Parts,
  method: string,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { log, faults } = parts;
  const signal = AbortSignal.any([parts.closing, hangUpOf(response)]);
  const read = await readParams(request, method, url.searchParams).catch(asRefusal);
  const sent: ReadRequest = read instanceof Refusal ? { params: {}, uploads: new Map() } : read;
  const call = log.begin(method, sent.params, sent.uploads);
  if (read instanceof Refusal) return end(parts, call, response, read);

  const fault = faults.next(method, sent.params.chat_id);
  if (fault !== undefined && fault !== 'lost') return fail(parts, fault, call, response);

  const retryAfter = /^send(?!ChatAction)/.test(method)
    ? parts.rate?.refuses(sent.params.chat_id)
    : undefined;
  if (retryAfter !== undefined) return fail(parts, { status: 429, retryAfter }, call, response);

  const outcome = await carryOut(parts, method, { ...sent, signal });
  if (fault === 'lost') {
    log.end(call, 0, 'lost');
    response.socket?.resetAndDestroy();
    return;
  }
  end(parts, call, response, outcome);
}

/** Performs a call; the answer of a webhook is performed in the same way. */
async function carryOut(parts: Parts, method: string, how: Omit<Call, 'perform'>): Promise<unknown> {
  const nested = async (inner: string, params: Record<string, unknown>) => {
    const call = parts.log.begin(inner, params, new Map());
    note(parts, call, await carryOut(parts, inner, { params, uploads: new Map(), signal: parts.closing }));
  };
  try {
    return await perform(parts.world, method, { ...how, perform: nested });
  } catch (error) {
    return asRefusal(error);
  }
}

function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  // A mistake of the stand-in itself: it must neither count as the bot's nor be overlooked.
  const why = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return new Refusal(500, `the stand-in broke: ${why}`, { violation: true });
}

function end(parts: Parts, call: RecordedCall, response: ServerResponse, outcome: unknown): void {
  const { status, body } = note(parts, call, outcome);
  answerJson(response, status, body);
}

function note({ log }: Parts, call: RecordedCall, outcome: unknown) {
  const status = outcome instanceof Refusal ? outcome.status : 200;
  const body = bodyOf(outcome);
  if (outcome instanceof Refusal && outcome.violation) {
    log.violations.push(`${call.method}: ${outcome.message}`);
  }
  log.end(call, status, body);
  return { status, body };
}

function bodyOf(outcome: unknown) {
  if (!(outcome instanceof Refusal)) return { ok: true, result: outcome };
  const { status, message, parameters } = outcome;
  return { ok: false, error_code: status, description: message, ...(parameters && { parameters }) };
}

function fail(parts: Parts, answer: FaultAnswer, call: RecordedCall, response: ServerResponse): void {
  if (answer === 'hang' || (typeof answer === 'object' && 'hangUntil' in answer)) {
    response.on('close', () => parts.log.end(call, 0, 'hang'));
    if (answer !== 'hang') void answer.hangUntil.then(() => response.socket?.resetAndDestroy());
  } else if (answer === 'drop' || answer === 'lost') {
    parts.log.end(call, 0, 'drop');
    response.socket?.resetAndDestroy();
  } else if (answer === 502) {
    parts.log.end(call, 502, badGateway);
    response.writeHead(502, { 'content-type': 'text/html' }).end(badGateway);
  } else {
    end(parts, call, response, refusalOf(answer));
  }
}

const badGateway =
  '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body><center><h1>502 Bad Gateway</h1></center></body>\r\n</html>';

function refusalOf(answer: Exclude<FaultAnswer, string | 502 | { hangUntil: Promise<void> }>): Refusal {
  if (answer === 401) return new Refusal(401, 'Unauthorized');
  if (answer === 403) return forbidden('bot was blocked by the user');
  if (answer === 500) return new Refusal(500, 'Internal Server Error');
  return new Refusal(429, `Too Many Requests: retry after ${answer.retryAfter}`, {
    parameters: { retry_after: answer.retryAfter },
  });
}

function download(parts: Parts, path: string, response: ServerResponse): void {
  const call = parts.log.begin('file', { path }, new Map());
  const fault = parts.faults.next('file', undefined);
  const file = parts.world.files.at(path);
  if (fault !== undefined) {
    fail(parts, fault, call, response);
  } else if (!file) {
    end(parts, call, response, new Refusal(404, 'Not Found'));
  } else {
    parts.log.end(call, 200, `${file.bytes.length} bytes`);
    response
      .writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': file.bytes.length })
      .end(file.bytes);
  }
}

function refuse(response: ServerResponse, refusal: Refusal): void {
  answerJson(response, refusal.status, bodyOf(refusal));
}

function answerJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function hangUpOf(response: ServerResponse): AbortSignal {
  const controller = new AbortController();
  response.on('close', () => controller.abort());
  return controller.signal;
}
