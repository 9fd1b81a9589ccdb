import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { Persist } from '../persist.ts';
import type { ZaloClient } from './client.ts';
import { zaloWebhookPath } from './webhook.ts';

const usualCheckMs = 5 * 60_000;
const webhookUrl = z.looseObject({ url: z.string() });

/**
 * Sets the webhook, and sets it again when it is gone, until `stopping`. Another program may remove
 * it: a second start with this token by polling is enough.
 */
export async function keepWebhook(deps: {
  client: ZaloClient;
  persist: Persist;
  log: Logger;
  stopping: AbortSignal;
  /** Address at which Zalo reaches this server. */
  publicUrl: string;
  secret: string;
  /** Interval of looking, in milliseconds. Default 5 minutes. */
  checkMs?: number | undefined;
  well(): void;
}): Promise<never> {
  const { client, persist, log, stopping, secret, checkMs = usualCheckMs, well } = deps;
  const url = `${deps.publicUrl}${zaloWebhookPath}`;
  const set = () => client.call('setWebhook', { url, secret_token: secret });
  await persist('setWebhook', set);
  well();
  for (;;) {
    await sleep(checkMs, undefined, { signal: stopping });
    const now = await persist('getWebhookInfo', () => client.call('getWebhookInfo', {}));
    if (webhookUrl.safeParse(now).data?.url !== url) {
      log.warn('the webhook of Zalo was gone, and is set again');
      await persist('setWebhook', set);
    }
    well();
  }
}
