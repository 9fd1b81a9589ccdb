import { Api, GrammyError } from 'grammy';
import type { Channel } from '../../channels/channel.ts';
import type { Account, SendOutcome } from '../../deliveries/accounts.ts';
import { sendExpecting } from '../../drafts/expecting.ts';
import type { Reply } from './reply.ts';
import { markupOf } from './send.ts';
import { isUnsure } from './send-once.ts';

/** The number and time of a message that arrived, in the channel's seconds since 1970. */
interface Arrived {
  message_id: number;
  date: number;
}

/**
 * Creates a function that sends an unrequested message to one of a person's accounts. It returns
 * the outcome; `arrived` is told of each message that arrived.
 */
export function accountSender(
  channels: Channel[],
  arrived: (account: Account, reply: Reply, message: Arrived) => Promise<void>,
): (account: Account, reply: Reply) => Promise<SendOutcome> {
  const apis = apisOf(channels);
  return async (account, reply) => {
    const api = apis.get(account.channel);
    if (!api) return { failed: `no channel ${account.channel} here` };
    try {
      if (reply.files) {
        await reply.files.send({ api, channel: account.channel, chatId: account.chatId });
        return 'sent';
      }
      const send = () =>
        api.sendMessage(account.chatId, reply.text, {
          parse_mode: 'HTML',
          link_preview_options: { is_disabled: true },
          reply_markup: markupOf(reply),
        });
      const hint = { number: false, keepsMenu: true, unasked: true };
      await arrived(account, reply, await (reply.keepsMenu ? sendExpecting(hint, send) : send()));
      return 'sent';
    } catch (error) {
      if (!(error instanceof GrammyError)) throw error;
      if (error.error_code === 403 || /chat not found|user is deactivated/i.test(error.description))
        return 'blocked';
      if (error.error_code === 429) return { retryAfterMs: (error.parameters.retry_after ?? 1) * 1000 };
      const said = `${error.error_code} ${error.description}`;
      if (isUnsure(error)) return { unsure: said };
      return error.error_code >= 500 ? { trouble: said } : { failed: said };
    }
  };
}

/** Creates one Bot API per channel, for messages that do not answer an update. */
export function apisOf(channels: Channel[]): Map<string, Api> {
  return new Map(
    channels.map((c) => [c.name, new Api(c.token, { apiRoot: c.apiRoot, fetch: c.fetch as never })]),
  );
}
