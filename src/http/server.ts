import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import type { Logger } from 'pino';
import { ZodError } from 'zod';
import { DomainError } from '../errors.ts';
import { t } from '../i18n.ts';
import { isTrustedProxy } from './local-request.ts';
import { Refusal, type RefusalCode } from './refusal.ts';
import { localeOf } from './request-locale.ts';
import { cutOffSlowBodies } from './slow-bodies.ts';
import { boundUploads, type UploadLimits, usualUploadLimits } from './upload-gate.ts';

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

/** In milliseconds. Enough for 20 MB over a weak signal; a longer upload is cut off. */
const uploadMs = 15 * 60_000;
/** In milliseconds. For the headers, and for the whole body on every route but uploads. */
const requestMs = 30_000;
/** A browser that once used https uses only https for a year. */
const strictTransport = 'max-age=31536000';

/**
 * Creates the HTTP server without routes. It sets safe headers on every answer, logs no request
 * (addresses name people's files), and answers every error with JSON `{ error: { code, message } }`
 * in the browser's language. `bodyLimit` in bytes limits bodies that are read whole; streaming
 * routes have their own. With `publicUrl` a near proxy is trusted for the client's address and
 * protocol.
 */
export function createHttp(options: {
  log: Logger;
  bodyLimit?: number;
  publicUrl?: string | undefined;
  /** For tests: time limit of a request other than an upload. Milliseconds. */
  requestMs?: number | undefined;
  /** For tests: limits of uploads. */
  uploads?: UploadLimits | undefined;
}): FastifyInstance {
  const { publicUrl } = options;
  const longestMs = options.requestMs ?? requestMs;
  const log: FastifyBaseLogger = options.log;
  const http = Fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: options.bodyLimit ?? 1_000_000,
    requestTimeout: uploadMs,
    http: { headersTimeout: longestMs, connectionsCheckingInterval: Math.min(longestMs, 5000) },
    ...(publicUrl !== undefined && { trustProxy: isTrustedProxy }),
    // A malformed address reaches none of our hooks and handlers.
    frameworkErrors: (error, request, reply) => {
      reply.headers(safeHeaders);
      sendError(error, request, reply);
    },
    // Streams to browsers never end by themselves; closing the server must not wait for them.
    forceCloseConnections: true,
    // Fastify would load its compilers of JSON schemas at each start.
    schemaController: { compilersFactory: { buildValidator: refuseSchema, buildSerializer: refuseSchema } },
  });
  http.addHook('onRequest', async (request, reply) => {
    reply.headers(safeHeaders);
    if (publicUrl?.startsWith('https:') || request.protocol === 'https')
      reply.header('strict-transport-security', strictTransport);
  });
  cutOffSlowBodies(http, longestMs);
  boundUploads(http, options.uploads ?? usualUploadLimits);
  http.setNotFoundHandler(() => {
    throw new Refusal('not-found');
  });
  http.setErrorHandler(sendError);
  return http;
}

/** Routes read what comes in with zod: a JSON schema would be a mistake. */
function refuseSchema(): never {
  throw new Error('a route has a JSON schema: parse with zod instead');
}

function sendError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { code, status } = refusalOf(error, request.routeOptions?.config?.upload ?? false);
  if (status >= 500 && code !== 'busy')
    request.log.error({ err: error, route: request.routeOptions.url }, 'request failed');
  const message = t(localeOf(request), `page-error-${code}`);
  return reply.code(status).send({ error: { code, message } });
}

function refusalOf(error: unknown, upload: boolean): { code: RefusalCode; status: number } {
  if (error instanceof Refusal) return error;
  if (error instanceof DomainError && error.code === 'storage-full') return new Refusal('storage-full');
  if (error instanceof ZodError) return new Refusal('bad-request');
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
  // On other routes a too large body is not a file.
  if (status === 413) return upload ? new Refusal('too-big') : { code: 'too-long', status };
  if (status === 404) return new Refusal('not-found');
  if (status >= 400 && status < 500) return { code: 'bad-request', status };
  return new Refusal('server');
}
