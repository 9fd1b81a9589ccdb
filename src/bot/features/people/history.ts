import { z } from 'zod';
import { DomainError } from '../../../errors.ts';
import { type HistoryLine, listPersonHistory, readPersonCard } from '../../../people/person-card.ts';
import { formatInstant } from '../../../plan/calendar.ts';
import { shorten } from '../../../text/shorten.ts';
import { buildPageRow, loadPage } from '../../core/pages.ts';
import type { Reply } from '../../forms/form.ts';
import type { Speaker } from './list.ts';
import { peoplePresses } from './presses.ts';
import { roleInUnit } from './role-words.ts';

const perPage = 8;
const state = z.looseObject({
  role: z.string().optional(),
  unit: z.string().nullish(),
  channel: z.string().optional(),
});

/** Shows the changes of a person, newest first, eight a page: when, who, on which channel, why. */
export async function historyReply(by: Speaker, personId: number, page: number): Promise<Reply> {
  const { prisma } = by.house.db;
  const card = await readPersonCard(prisma, personId);
  if (!card) throw new DomainError('person-unknown');
  const total = card._count.history;
  const shown = await loadPage(page, perPage, async (limit, offset) => ({
    items: offset < total ? await listPersonHistory(prisma, personId, { limit, offset }) : [],
    total,
  }));
  return {
    text: [
      by.html('person-history-title', { name: card.name ?? '–', total }),
      ...shown.items.map((line) => lineOf(by, line)),
    ].join('\n'),
    buttons: [
      ...buildPageRow(by, shown, (to) => peoplePresses.history.data(personId, to)),
      [{ text: by.t('person-open'), callback_data: peoplePresses.open.data(personId) }],
    ],
  };
}

function lineOf(by: Speaker, line: HistoryLine): string {
  const before = state.safeParse(line.before).data ?? {};
  const after = state.safeParse(line.after).data ?? {};
  const role = before.role ?? after.role;
  const what = by.t(`person-change-${line.action}`, {
    role: role ? roleInUnit(by, role, before.unit ?? (before.role ? null : after.unit)) : '',
    to: after.unit ?? '',
    channel: before.channel ? by.t(`channel-${before.channel}`) : '',
  });
  const said = by.html('person-history-line', {
    when: formatInstant(line.at, by.house.plan.zone),
    who: line.by?.name ?? '–',
    channel: by.t(`channel-${line.channel}`),
    what,
  });
  return line.reason === null
    ? said
    : `${said} ${by.html('person-history-reason', { reason: shorten(line.reason, 200) })}`;
}
