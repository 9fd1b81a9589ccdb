import { isHost } from './host.ts';
import type { Settings } from './settings.ts';

/** Finds the mistake in the address given to phones, Zalo and Telegram, when they are given one. */
export function findMistakeInPublicUrl(s: Settings): string | undefined {
  const address = s.PUBLIC_URL;
  if (!address) {
    if (s.TELEGRAM_WEBHOOK_SECRET) {
      return 'TELEGRAM_WEBHOOK_SECRET needs it, so that Telegram knows where to send updates';
    }
    if (s.ZALO_BOT_TOKEN) {
      return 'Zalo needs it: files are sent and received by links to this server, such as https://dien-hinh.example.gov.vn';
    }
    return undefined;
  }
  const webhook = s.TELEGRAM_WEBHOOK_SECRET || s.ZALO_WEBHOOK_SECRET;
  if (new URL(address).pathname !== '/') {
    return 'must not have a path: links and webhooks stand at the root of their own host name';
  }
  if (!isHost(new URL(address).hostname.replace(/^\[|\]$/g, '')) || new URL(address).hostname === '0.0.0.0') {
    return 'names no machine that a phone could reach';
  }
  const { port } = new URL(address);
  const itsOwnApi = s.TELEGRAM_API_ROOT === 'https://api.telegram.org' && address.startsWith('https:');
  const webhookOfTelegram = s.TELEGRAM_WEBHOOK_SECRET !== undefined && itsOwnApi;
  if (webhookOfTelegram && !['', '80', '88', '443', '8443'].includes(port)) {
    return `has port ${port}, and Telegram sends updates to 443, 80, 88 and 8443 only`;
  }
  if (s.ZALO_BOT_TOKEN && !reachesPhones(address)) {
    return 'Zalo needs https (plain http only on loopback, for tests)';
  }
  if (webhook && !reachesPhones(address)) {
    return 'a webhook needs https (plain http only on loopback, for tests)';
  }
  return undefined;
}

/** Tells whether phones accept the address: https, or plain http on this machine. */
function reachesPhones(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
}
