import type { TaskList } from 'graphile-worker';
import { z } from 'zod';
import type { House } from '../bot/core/house.ts';
import type { Reply } from '../bot/core/reply.ts';
import { markupOf } from '../bot/core/send.ts';
import { accountSender, apisOf } from '../bot/core/send-to-account.ts';
import { readRoundKey, roundReply } from '../bot/features/nudging/round-reply.ts';
import { listHoursToKeep, renderOutgoing } from '../bot/features/outgoing/index.ts';
import { listShownButtons } from '../bot/forms/shown.ts';
import { readCapabilities } from '../channels/channel.ts';
import { sendAs } from '../channels/sending.ts';
import { deliver } from '../deliveries/deliver.ts';
import { asLocale } from '../i18n.ts';
import type { ChatDispatch } from '../jobs/chat-dispatch.ts';
import { addJob } from '../jobs/runner.ts';
import { storeShownButtons } from '../jobs/store-shown-buttons.ts';
import { deriveNudge } from '../nudges/derive-nudge.ts';
import type { Metrics } from './metrics.ts';

const chatJob = z.object({ key: z.string() });
const deliveryJob = z.object({ id: z.number() });
const roundJob = z.object({ key: z.string(), locale: z.string() });

/**
 * Creates the tasks of the job queue: a chat to handle, a delivery to send, a round's result to
 * show.
 */
export function createTasks(house: House, dispatch: Pick<ChatDispatch, 'look'>, metrics: Metrics): TaskList {
  const { pool } = house.db;
  const send = accountSender(house.channels, async ({ channel, chatId }, reply, message) => {
    const buttons = listShownButtons(markupOf(reply));
    if (!buttons) return;
    const shown = { messageId: message.message_id, at: message.date, buttons };
    // It has arrived: without this only its labels cannot be typed.
    await storeShownButtons(pool, `${channel}:${chatId}`, shown, reply.keepsMenu === true).catch((error) =>
      house.log.warn({ err: error }, 'the buttons of a message were not stored'),
    );
  });
  const apis = apisOf(house.channels);

  return {
    /** Left by a release that gave every update a job. */
    chat: async (payload) => dispatch.look([chatJob.parse(payload).key]),

    async deliver(payload) {
      const { id } = deliveryJob.parse(payload);
      let rendered: Reply | undefined;
      const outcome = await deliver(
        {
          db: house.db,
          calendar: house.calendar,
          clock: house.clock,
          nudge: (client, delivery, now) => deriveNudge(client, house.plans, delivery, now),
          waitsFor: (outgoing) => listHoursToKeep(house, outgoing),
          render: async (outgoing, person, locale) => {
            rendered = await renderOutgoing(house, outgoing, person.id, locale);
            return rendered;
          },
          send: (account, message) =>
            sendAs({ key: `delivery:${id}`, progress: [] }, () => send(account, message)),
        },
        id,
      ).finally(() => rendered?.files?.discard());
      if (outcome.state === 'retry') {
        await addJob(pool, 'deliver', { id }, { key: `deliver:${id}`, inMs: outcome.afterMs });
      }
      if (outcome.state !== 'settled') return;
      metrics.delivery(outcome.status);
      const { rows } = await pool.query<{ key: string; locale: string }>(
        `select r.key, p.locale from delivery d join nudge_round r on r.id = d.round_id
         join person p on p.id = r.officer_id where d.id = $1`,
        [id],
      );
      // A delay of one second gathers many results into one change of the message.
      if (rows[0]) await addJob(pool, 'round', rows[0], { key: `round:${rows[0].key}`, inMs: 1000 });
    },

    /**
     * Updates the result shown to the officer who sent a round: the round's key names the message.
     */
    async round(payload) {
      const { key, locale } = roundJob.parse(payload);
      const { channel: channelName, chat, message } = readRoundKey(key);
      const channel = house.channels.find((one) => one.name === channelName);
      if (!channel || !(await readCapabilities(channel, chat)).edit) return;
      const reply = await roundReply(house, key, asLocale(locale));
      if (!reply) return;
      await apis
        .get(channelName)
        ?.editMessageText(chat, message, reply.text, {
          parse_mode: 'HTML',
          reply_markup: { inline_keyboard: reply.buttons ?? [] },
        })
        .catch((error) => house.log.debug({ err: error }, 'a result could not be filled in'));
    },
  };
}
