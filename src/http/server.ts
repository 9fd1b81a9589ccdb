import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import type { Logger } from 'pino';
import { ZodError } from 'zod';
import { t } from '../i18n.ts';
import { Refusal, type RefusalCode } from './refusal.ts';
import { localeOf } from './request-locale.ts';

const safeHeaders = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' blob:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
} as const;

/** Long enough for 20 MB over a village's signal; a request that takes longer is cut off. */
const requestTimeout = 15 * 60_000;

/**
 * The HTTP server without any route of its own: safe headers on every answer, no request logged (addresses name
 * people's files), every error a JSON sentence `{ error: { code, message } }` in the browser's language. `bodyLimit` in
 * bytes holds for bodies that are read whole; routes that stream have their own.
 */
export function createHttp(options: { log: Logger; bodyLimit?: number }): FastifyInstance {
  const log: FastifyBaseLogger = options.log;
  const http = Fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: options.bodyLimit ?? 1_000_000,
    requestTimeout,
    // Streams to browsers never end by themselves; closing the house must not wait for them.
    forceCloseConnections: true,
  });
  http.addHook('onRequest', async (_request, reply) => {
    reply.headers(safeHeaders);
  });
  http.setNotFoundHandler(() => {
    throw new Refusal('not-found');
  });
  http.setErrorHandler((error, request, reply) => {
    const { code, status } = refusalOf(error);
    if (status >= 500) request.log.error({ err: error, route: request.routeOptions.url }, 'request failed');
    const message = t(localeOf(request), `page-error-${code}`);
    return reply.code(status).send({ error: { code, message } });
  });
  return http;
}

function refusalOf(error: unknown): { code: RefusalCode; status: number } {
  if (error instanceof Refusal) return error;
  if (error instanceof ZodError) return new Refusal('bad-request');
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
  if (status === 413) return new Refusal('too-big');
  if (status === 404) return new Refusal('not-found');
  if (status >= 400 && status < 500) return { code: 'bad-request', status };
  return new Refusal('server');
}
