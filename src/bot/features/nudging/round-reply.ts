import { nameDuty } from '../../../duties/say.ts';
import type { Locale } from '../../../i18n.ts';
import { readRoundResult } from '../../../nudges/round-result.ts';
import { asOccurrence } from '../../../plan/occurrence.ts';
import { type House, planOf } from '../../core/house.ts';
import { press } from '../../core/press.ts';
import { createWords } from '../../core/words.ts';
import type { Reply } from '../../forms/form.ts';
import { phonePage, toPhoneAfter } from './phone-pages.ts';
import { listTargetUnits, readNudgedList } from './target.ts';

/**
 * Shows the result of a round again. The round is named by the message that sent it, as the result
 * may be elsewhere in the chat.
 */
export const showRound = press('dondoc.kq', 'text');

/**
 * Builds the key of a round from the message (or else the update) that sent it: `telegram:8123:57`.
 * Of a list of /tiendo it is `telegram:8123:57.short`.
 */
export function roundKey(chatKey: string, sentBy: string): string {
  return `${chatKey}:${sentBy}`;
}

/** Reads from the key of a round where it was sent, and to which list. */
export function readRoundKey(key: string): { channel: string; chat: number; message: number; list: string } {
  const [channel = '', chat, sentBy = ''] = key.split(':');
  const [message, list = ''] = sentBy.split('.');
  return { channel, chat: Number(chat), message: Number(message), list };
}

/**
 * Turns the pages of people to phone in a round's result: the round as in `showRound`, the page
 * from 0.
 */
export const turnRound = press('dondoc.goi', 'text', 'page');

/**
 * Describes a round of nudges sent by hand, with one page of people to phone. It is updated while
 * they are sent. Undefined when there is no such round.
 */
export async function roundReply(
  house: House,
  key: string,
  locale: Locale,
  page = 0,
): Promise<Reply | undefined> {
  const round = await house.db.prisma.nudgeRound.findUnique({
    where: { key },
    select: { planId: true, duty: true, occurrence: true },
  });
  if (!round || !house.plans.find(round.planId)) return undefined;
  const plan = planOf(house, round);
  const { db, calendar, clock } = house;
  const sentBy = key.slice(key.lastIndexOf(':') + 1);
  const unitIds = await listTargetUnits(house, {
    duty: round,
    occurrence: asOccurrence(round.occurrence),
    list: readNudgedList(readRoundKey(key).list),
  });
  const result = await readRoundResult({ db, plan, calendar, clock }, key, unitIds);
  if (!result) return undefined;
  const words = createWords(plan, locale);
  const { counts } = result;
  const phone = phonePage(words, toPhoneAfter(result), page, {
    turn: (to) => turnRound.data(sentBy, to),
    fileOf: plan,
  });
  const lines = [
    words.html('round-title', { duty: nameDuty(plan, locale, result) }),
    words.html('round-counts', {
      sent: counts.sent,
      blocked: counts.blocked,
      unconnected: counts.unconnected + result.unitsWithoutPeople.length,
      failed: counts.failed,
      dropped: counts.dropped,
    }),
    ...(counts.pending > 0 ? [words.html('round-pending', { n: counts.pending })] : []),
    ...(result.maybeRepeated > 0 ? [words.html('round-maybe-repeated', { n: result.maybeRepeated })] : []),
    ...phone.lines,
  ];
  const refresh = [{ text: words.t('round-refresh'), callback_data: showRound.data(sentBy) }];
  return {
    text: lines.join('\n'),
    buttons: [...(counts.pending > 0 ? [refresh] : []), ...phone.buttons],
  };
}
