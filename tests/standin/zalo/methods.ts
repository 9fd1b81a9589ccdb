import { z } from 'zod';
import { Refusal, violation } from '../telegram/refusal.ts';
import { fileNameOf, isLoopback, linksIn, readAgain } from './read-link.ts';
import { plainText, shownText } from './shown-text.ts';
import { pushTo } from './webhook.ts';
import type { Photo, World } from './world.ts';

/** The arguments of every method in addition to its parameters. */
interface Call {
  world: World;
  /** Aborted when the client hangs up or the stand-in closes. */
  signal: AbortSignal;
}

type Method = (call: Call, params: Record<string, unknown>) => unknown;

const chatId = z.string().regex(/^[0-9a-f]{20}$/, 'needs 20 hex digits');
// Strictest reading of "1–2000": what is sent, markup and all, in UTF-16 units.
const text = z.string().min(1).max(2000);
const webUrl = z.url({ protocol: /^https?$/ });
const style = z.string().regex(/^(b|i|u|s|f_(13|15|18|20)|c_[0-9a-f]{6}|lst_[12]|ind_[1-5])$/);

/** All methods. Strict: an undocumented field is a mistake of the bot. */
const methods: Record<string, Method> = {
  getMe: method(z.strictObject({}), ({ world: { bot } }) => ({
    id: bot.id,
    account_name: bot.accountName,
    account_type: 'BASIC',
    can_join_groups: false,
  })),

  getUpdates: method(
    // The documentation's table says text, its example has a number.
    z.strictObject({ timeout: z.union([z.int().min(0), z.string().regex(/^\d+$/)]).optional() }),
    async ({ world, signal }, { timeout = 30 }) => {
      if (world.webhook.current) throw new Refusal(400, 'getUpdates does not work while a webhook is set');
      if (world.poll.current) {
        world.violations.push('getUpdates: two polls at once');
        world.poll.current.abort();
      }
      // A client that asks again has stored the previous events.
      world.poll.handedOut = 0;
      const poll = new AbortController();
      world.poll.current = poll;
      const hangUp = AbortSignal.any([signal, poll.signal, AbortSignal.timeout(Number(timeout) * 1000)]);
      await world.events.arrival(hangUp);
      if (world.poll.current === poll) world.poll.current = undefined;
      if (signal.aborted || poll.signal.aborted || world.events.length === 0) {
        throw new Refusal(408, 'Request timeout');
      }
      world.poll.handedOut = 1;
      return world.events.take();
    },
  ),

  setWebhook: method(
    z.strictObject({ url: webUrl, secret_token: z.string().min(8).max(256) }),
    ({ world }, { url, secret_token }) => {
      // Zalo takes https only, and no address of a private network. Tests have nothing but
      // loopback.
      if (!url.startsWith('https:') && !isLoopback(url)) throw violation('url: needs https');
      world.webhook.current?.stop();
      world.webhook.current = pushTo(world, url, secret_token);
      world.poll.current?.abort();
      return webhookInfo(world, true);
    },
  ),
  deleteWebhook: method(z.strictObject({}), ({ world }) => {
    world.webhook.current?.stop();
    world.webhook.current = undefined;
    return webhookInfo(world, true);
  }),
  getWebhookInfo: method(z.strictObject({}), ({ world }) => webhookInfo(world, false)),

  sendMessage: method(
    z.strictObject({
      chat_id: chatId,
      text,
      parse_mode: z.enum(['markdown', 'html']).optional(),
      text_styles: z
        .array(z.strictObject({ start: z.int().min(0), len: z.int().min(1), st: z.array(style).min(1) }))
        .optional(),
    }),
    ({ world }, params) => {
      const chat = world.known(params.chat_id);
      const shown =
        params.parse_mode === 'html' ? shownText(params.text) : plainText(params.text, world.wrote);
      if (shown.trim() === '') throw violation('text: nothing to see');
      if (params.text_styles?.some(({ start, len }) => start + len > shown.length)) {
        throw violation('text_styles: beyond the end of the text');
      }
      return chat.inTurn(async () => {
        for (const link of linksIn(shown).filter(isLoopback)) {
          const { wrong } = await readAgain(link);
          if (wrong) world.violations.push(`sendMessage: a link cannot be read: ${wrong}`);
        }
        return world.botSends(chat, { text: shown });
      });
    },
  ),

  sendPhoto: method(
    z.strictObject({ chat_id: chatId, photo: webUrl, caption: text.optional() }),
    ({ world }, params) => {
      const chat = world.known(params.chat_id);
      const caption = plainText(params.caption ?? '', world.wrote);
      return chat.inTurn(async () => {
        const picture = await fetchPicture(world, params.photo);
        return world.botSends(chat, { text: caption, picture });
      });
    },
  ),

  sendSticker: method(z.strictObject({ chat_id: chatId, sticker: z.string().min(1) }), ({ world }, params) =>
    world.botSends(world.known(params.chat_id), { text: '(nhãn dán)' }),
  ),

  sendVoice: method(
    z.strictObject({ chat_id: chatId, voice_url: webUrl.regex(/\.aac$/) }),
    ({ world }, params) => world.botSends(world.known(params.chat_id), { text: '(tin thoại)' }),
  ),

  sendChatAction: method(
    z.strictObject({ chat_id: chatId, action: z.literal('typing') }),
    ({ world }, params) => {
      world.known(params.chat_id).actions.push(params.action);
      return undefined;
    },
  ),
};

/**
 * Performs one call and returns its result. Throws `Refusal` for every refusal of Zalo; unknown
 * methods and fields, exceeded limits and chats in which no person wrote count as violations.
 */
export function perform(
  world: World,
  name: string,
  params: Record<string, unknown>,
  signal: AbortSignal,
): unknown {
  const known = Object.hasOwn(methods, name) ? methods[name] : undefined;
  if (!known) throw violation(`no method ${name}`);
  return known({ world, signal }, params);
}

function method<T>(schema: z.ZodType<T>, run: (call: Call, params: T) => unknown): Method {
  return (call, given) => {
    const read = schema.safeParse(given);
    if (read.success) return run(call, read.data);
    throw violation(read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '));
  };
}

function webhookInfo({ webhook, now }: World, changed: boolean) {
  if (changed) webhook.updatedAt = now();
  return { url: webhook.current?.url ?? '', updated_at: webhook.updatedAt };
}

/** Zalo answers ok for any address; the person then sees black. */
async function fetchPicture(world: World, url: string): Promise<Photo | 'black'> {
  const { read, wrong } = await readAgain(url);
  const fault = wrong ?? (read?.type.startsWith('image/') ? undefined : `${url} is ${read?.type}`);
  if (!read || fault) {
    world.violations.push(`sendPhoto: a black picture: ${fault}`);
    return 'black';
  }
  const name = fileNameOf(read.disposition) ?? new URL(url).pathname.split('/').at(-1) ?? '';
  return { name, bytes: read.bytes, expired: false };
}
