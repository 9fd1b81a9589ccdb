import type { FastifyInstance } from 'fastify';
import { isSameSecret } from '../same-secret.ts';

/** The path to which Zalo sends events. */
export const zaloWebhookPath = '/webhooks/zalo';
const bodyLimit = 256 * 1024;

/**
 * Adds the route for Zalo's events. 200 only once the event is stored; 401 without the secret;
 * empty probes get 200 with or without the secret, because they contain nothing.
 */
export function addWebhookRoutes(
  http: FastifyInstance,
  options: { secret: string; store(event: unknown): Promise<void>; well(): void },
): void {
  http.register(async (scope) => {
    // Probes have a JSON type and no body, which fastify's own reader refuses.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'string', bodyLimit }, (_request, body, done) =>
      done(null, body),
    );

    scope.get(zaloWebhookPath, async () => ({ ok: true }));
    scope.post(zaloWebhookPath, { bodyLimit }, async (request, reply) => {
      const body = typeof request.body === 'string' ? request.body.trim() : '';
      if (body === '' || body === '{}') return { ok: true };
      if (!isSameSecret(request.headers['x-bot-api-secret-token'], options.secret)) {
        return reply.code(401).send({ ok: false, error: 'wrong secret' });
      }
      const event = parsed(body);
      if (event === undefined) return reply.code(400).send({ ok: false, error: 'not JSON' });
      await options.store(event);
      options.well();
      return { ok: true };
    });
  });
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
