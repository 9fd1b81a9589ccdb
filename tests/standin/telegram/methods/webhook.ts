import { z } from 'zod';
import { Refusal, violation } from '../refusal.ts';
import { deliverTo } from '../webhook-delivery.ts';
import type { Handler } from './handler.ts';

const shape = z.object({
  url: z.string(),
  secret_token: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,256}$/)
    .optional(),
  max_connections: z.number().min(1).max(100).default(40),
  allowed_updates: z.array(z.string()).optional(),
  drop_pending_updates: z.boolean().optional(),
  certificate: z.undefined().optional(),
});

/**
 * Telegram wants https and ports 443, 80, 88 or 8443; here plain http on loopback will do, on any
 * port.
 */
const loopback = /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d+)?(\/|$)/;
const https = /^https:\/\/[^/]+(\/|$)/;

export const setWebhook: Handler = (world, call) => {
  const given = shape.parse(call.params);
  if (given.url !== '' && !loopback.test(given.url) && !https.test(given.url)) {
    throw violation('bad webhook: An HTTPS URL must be provided for webhook');
  }
  if (given.drop_pending_updates) world.updates.clear();
  world.updates.allow(given.allowed_updates);
  world.webhook.current?.stop();
  world.webhook.current = undefined;
  if (given.url === '') return true;

  world.poll.current?.end(new Refusal(409, 'Conflict: terminated by setWebhook request'));
  world.webhook.current = deliverTo(world, {
    url: given.url,
    secret: given.secret_token,
    maxConnections: given.max_connections,
    perform: call.perform,
  });
  return true;
};

export const deleteWebhook: Handler = (world, { params }) => {
  if (z.object({ drop_pending_updates: z.boolean().optional() }).parse(params).drop_pending_updates) {
    world.updates.clear();
  }
  world.webhook.current?.stop();
  world.webhook.current = undefined;
  return true;
};

export const getWebhookInfo: Handler = (world) => {
  const webhook = world.webhook.current;
  const { lastError } = webhook ?? {};
  return {
    url: webhook?.url ?? '',
    has_custom_certificate: false,
    pending_update_count: world.updates.length,
    ...(webhook && { max_connections: webhook.maxConnections }),
    ...(lastError && { last_error_date: lastError.date, last_error_message: lastError.message }),
    ...(world.updates.allowed.length > 0 && { allowed_updates: world.updates.allowed }),
  };
};
