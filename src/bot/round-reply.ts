import { dutyName } from '../duties/say.ts';
import { shorten } from '../forms/shorten.ts';
import { html, type Locale, t } from '../i18n.ts';
import { roundResult } from '../nudges/round-result.ts';
import type { Reply } from './forms/form.ts';
import type { House } from './house.ts';
import { press } from './press.ts';

/** Shows the result of a round anew; the round is named by where it was sent, as the result may stand elsewhere in the chat. */
export const showRound = press('dondoc.kq', 'text');

/** `telegram:8123:57`: the message (or else the update) of a chat by which a round was sent. */
export function roundKey(chatKey: string, sentBy: string): string {
  return `${chatKey}:${sentBy}`;
}

const unreachedLines = 20;

/** What has become of a round of nudges sent by hand: fills in while they go out. Undefined when there is no such round. */
export async function roundReply(house: House, key: string, locale: Locale): Promise<Reply | undefined> {
  const result = await roundResult(house, key);
  if (!result) return undefined;
  const { counts } = result;
  const lines = [
    html(locale, 'round-title', { duty: dutyName(house.plan, locale, result) }),
    html(locale, 'round-counts', {
      sent: counts.sent,
      blocked: counts.blocked,
      unconnected: counts.unconnected + result.unitsWithoutPeople.length,
      failed: counts.failed,
      dropped: counts.dropped,
    }),
  ];
  if (counts.pending > 0) lines.push(html(locale, 'round-pending', { n: counts.pending }));
  const phone = [
    ...result.unreached.map((one) =>
      html(locale, 'nudging-unit-phone', {
        unit: shorten(one.units.join(', '), 120),
        name: shorten(one.name ?? '–', 60),
        phone: one.phone ?? '–',
      }),
    ),
    ...result.unitsWithoutPeople.map(({ unit }) => html(locale, 'nudging-unit-nobody', { unit })),
  ];
  if (phone.length > 0) {
    lines.push(html(locale, 'nudging-unconnected', { n: phone.length }), ...phone.slice(0, unreachedLines));
    if (phone.length > unreachedLines)
      lines.push(html(locale, 'nudging-more', { n: phone.length - unreachedLines }));
  }
  return {
    text: lines.join('\n'),
    buttons:
      counts.pending > 0
        ? [
            [
              {
                text: t(locale, 'round-refresh'),
                callback_data: showRound.data(key.slice(key.lastIndexOf(':') + 1)),
              },
            ],
          ]
        : [],
  };
}
