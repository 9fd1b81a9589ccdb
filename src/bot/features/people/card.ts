import type { InlineKeyboardButton } from 'grammy/types';
import { DomainError } from '../../../errors.ts';
import { type PersonCard, readPersonCard } from '../../../people/person-card.ts';
import { formatDate, formatInstant, localDate } from '../../../plan/calendar.ts';
import type { Reply } from '../../forms/form.ts';
import type { Speaker } from './list.ts';
import { peoplePresses } from './presses.ts';
import { roleWords } from './role-words.ts';

/**
 * Shows one person on one screen: roles and since when, channels, who invited them, and the
 * officer's actions. Throws `person-unknown`.
 */
export async function cardReply(by: Speaker, personId: number): Promise<Reply> {
  const card = await readPersonCard(by.house.db.prisma, personId);
  if (!card) throw new DomainError('person-unknown');
  const invitedBy = card.accepted[0]?.createdBy?.name;
  return {
    text: [
      by.html('person-name', { name: card.name ?? '–' }),
      by.html('account-phone', { phone: card.phone ?? '–' }),
      ...roleLines(by, card),
      ...accountLines(by, card),
      ...(invitedBy ? [by.html('person-invited-by', { name: invitedBy })] : []),
      ...(card._count.drafts > 0 ? [by.html('person-drafts', { n: card._count.drafts })] : []),
    ].join('\n'),
    buttons: buttonsOf(by, card),
  };
}

function roleLines(by: Speaker, { memberships }: PersonCard): string[] {
  if (memberships.length === 0) return [by.html('person-role-none')];
  return memberships.map(({ role, unit, since }) =>
    by.html('person-role', {
      role: roleWords(by, role, unit?.name),
      since: formatDate(localDate(since, by.house.plan.zone)),
    }),
  );
}

function accountLines(by: Speaker, { accounts }: PersonCard): string[] {
  if (accounts.length === 0) return [by.html('person-account-none')];
  return accounts.map(({ channel, reachable, lastUsedAt }) =>
    by.html(reachable ? 'person-account' : 'person-account-blocked', {
      channel: by.t(`channel-${channel}`),
      seen: lastUsedAt ? formatInstant(lastUsedAt, by.house.plan.zone) : '–',
    }),
  );
}

function buttonsOf(by: Speaker, card: PersonCard): InlineKeyboardButton[][] {
  const button = (key: string, data: string): InlineKeyboardButton[] => [
    { text: by.t(key), callback_data: data },
  ];
  return [
    ...(card.memberships.length > 0 ? [button('person-end-role', peoplePresses.endRole.data(card.id))] : []),
    ...(card.memberships.some(({ unitId }) => unitId !== null)
      ? [button('person-move-unit', peoplePresses.moveUnit.data(card.id))]
      : []),
    ...(card.accounts.length > 0
      ? [button('person-remove-account', peoplePresses.removeAccount.data(card.id))]
      : []),
    button('person-new-code', peoplePresses.newCode.data(card.id)),
    ...(card._count.history > 0 ? [button('person-history', peoplePresses.history.data(card.id, 0))] : []),
    button('people-search', peoplePresses.search.data()),
  ];
}
