import { z } from 'zod';
import type { Locale } from '../../../i18n.ts';
import { findInvitationById } from '../../../people/invitation-lists.ts';
import { formatInstant } from '../../../plan/calendar.ts';
import type { House } from '../../core/house.ts';
import { createWords } from '../../core/words.ts';
import type { Reply } from '../../forms/form.ts';
import { invitationReply } from '../inviting/invitation-reply.ts';
import { roleWords } from '../people/role-words.ts';

const aboutChange = z.object({ changeId: z.int(), accountId: z.int().optional() });
const aboutInvitation = z.object({ invitationId: z.int() });
const state = z.looseObject({
  role: z.string().default(''),
  unit: z.string().nullish(),
  channel: z.string().default(''),
});

type Notice = (house: House, payload: unknown, locale: Locale) => Promise<Reply | undefined>;

/**
 * Notices about people, by the kind of their delivery; each returns undefined when there is nothing
 * left to say.
 */
export const personNotices: Partial<Record<string, Notice>> = {
  role_ended: (house, payload, locale) =>
    aboutIt(house, payload, locale, (say, { before, when }) =>
      say.html('notice-role-ended', { when, role: roleWords(say, before.role, before.unit) }),
    ),
  unit_moved: (house, payload, locale) =>
    aboutIt(house, payload, locale, (say, { before, after, when }) =>
      say.html('notice-unit-moved', {
        when,
        role: say.t(`role-${after.role}`),
        from: before.unit ?? '–',
        to: after.unit ?? '–',
      }),
    ),
  account_removed: (house, payload, locale) =>
    aboutIt(house, payload, locale, (say, { before, when, here }) =>
      say.html(here ? 'notice-account-removed' : 'notice-account-removed-elsewhere', {
        when,
        channel: say.t(`channel-${before.channel}`),
      }),
    ),
  invitation: async (house, payload, locale) => {
    const invitation = await findInvitationById(house.db.prisma, aboutInvitation.parse(payload).invitationId);
    // Used or withdrawn before it could be forwarded.
    if (!invitation || invitation.usedAt || invitation.withdrawnAt) return undefined;
    return invitationReply({ house, locale, ...createWords(house.plan, locale) }, invitation);
  },
};

interface Change {
  before: z.infer<typeof state>;
  after: z.infer<typeof state>;
  when: string;
  /** Whether it is sent to the account that it is about. */
  here: boolean;
}

async function aboutIt(
  house: House,
  payload: unknown,
  locale: Locale,
  say: (words: ReturnType<typeof createWords>, change: Change) => string,
): Promise<Reply | undefined> {
  const { changeId, accountId } = aboutChange.parse(payload);
  const change = await house.db.prisma.personChange.findUnique({ where: { id: changeId } });
  if (!change) return undefined;
  return {
    text: say(createWords(house.plan, locale), {
      before: state.parse(change.before ?? {}),
      after: state.parse(change.after ?? {}),
      when: formatInstant(change.at, house.plan.zone),
      here: accountId !== undefined,
    }),
  };
}
