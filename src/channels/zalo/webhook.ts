import type { FastifyInstance } from 'fastify';
import { isSameSecret } from '../same-secret.ts';

export const webhookPath = '/webhooks/zalo';
const bodyLimit = 256 * 1024;

/**
 * Where Zalo sends events. 200 only once the event is stored; 401 without the secret; empty probes
 * are answered 200, with the secret or without, because there is nothing in them.
 */
export function webhookRoutes(
  http: FastifyInstance,
  options: { secret: string; store(event: unknown): Promise<void>; well(): void },
): void {
  http.register(async (scope) => {
    // Probes come with a JSON type and no body, which fastify's own reader refuses.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'string', bodyLimit }, (_request, body, done) =>
      done(null, body),
    );

    scope.get(webhookPath, async () => ({ ok: true }));
    scope.post(webhookPath, { bodyLimit }, async (request, reply) => {
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
