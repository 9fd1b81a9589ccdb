import { showCode } from '../../../people/code.ts';
import {
  findInvitationById,
  type ListedInvitation,
  listUnusedInvitations,
  listUsedInvitations,
} from '../../../people/invitation-lists.ts';
import { formatInstant } from '../../../plan/calendar.ts';
import { shorten } from '../../../text/shorten.ts';
import type { BotContext } from '../../core/context.ts';
import { buildPageRow, loadPage, sayRange } from '../../core/pages.ts';
import type { Reply } from '../../forms/form.ts';
import type { Speaker } from '../people/list.ts';
import { roleInUnit } from '../people/role-words.ts';
import { invitationReply } from './invitation-reply.ts';
import { invitePresses } from './presses.ts';

const perPage = 8;

/**
 * Shows [Mã chưa dùng]: codes that still work, eight a page. Each has a button to send it again or
 * withdraw it.
 */
export async function unusedReply(by: Speaker, page: number): Promise<Reply> {
  const { prisma } = by.house.db;
  const shown = await loadPage(page, perPage, (limit, offset) =>
    listUnusedInvitations(prisma, by.house.clock.now(), { limit, offset }),
  );
  const { items: invitations, total } = shown;
  const zone = by.house.plan.zone;
  return {
    text:
      total === 0
        ? by.html('invite-unused-none')
        : [
            by.html('invite-unused-title', { range: sayRange(by, shown) }),
            ...invitations.map((one) =>
              by.html('invite-unused-line', {
                code: showCode(one.code),
                whom: whom(by, one),
                until: formatInstant(one.expiresAt, zone),
              }),
            ),
          ].join('\n'),
    buttons: [
      ...invitations.map((one) => [
        {
          text: shorten(`${showCode(one.code)} – ${one.inviteeName ?? one.unit?.name ?? whom(by, one)}`, 60),
          callback_data: invitePresses.open.data(one.id),
        },
      ]),
      ...buildPageRow(by, shown, (to) => invitePresses.unused.data(to)),
      [{ text: by.t('invite-taken'), callback_data: invitePresses.taken.data(0) }],
      [{ text: by.t('invite-again'), callback_data: invitePresses.again.data() }],
    ],
  };
}

/** Shows [Người đã tham gia]: who used an invitation, when, and on which channel. */
export async function takenReply(by: Speaker, page: number): Promise<Reply> {
  const shown = await loadPage(page, perPage, (limit, offset) =>
    listUsedInvitations(by.house.db.prisma, { limit, offset }),
  );
  const { items: invitations, total } = shown;
  return {
    text:
      total === 0
        ? by.html('invite-taken-none')
        : [
            by.html('invite-taken-title', { range: sayRange(by, shown) }),
            ...invitations.map((one) =>
              by.html('invite-taken-line', {
                name: one.usedBy?.name ?? '–',
                role: one.role ? roleInUnit(by, one.role, one.unit?.name) : '–',
                when: one.usedAt ? formatInstant(one.usedAt, by.house.plan.zone) : '–',
                channel: one.usedChannel ? by.t(`channel-${one.usedChannel}`) : '–',
              }),
            ),
          ].join('\n'),
    buttons: [
      ...buildPageRow(by, shown, (to) => invitePresses.taken.data(to)),
      [{ text: by.t('invite-unused'), callback_data: invitePresses.unused.data(0) }],
      [{ text: by.t('invite-again'), callback_data: invitePresses.again.data() }],
    ],
  };
}

/** Shows one invitation again, to forward, with the possible actions. */
export async function openInvitation(ctx: BotContext, id: number): Promise<void> {
  const one = await findInvitationById(ctx.house.db.prisma, id);
  if (!one || one.usedAt || one.withdrawnAt || one.role === null)
    return ctx.say({ text: ctx.html('invite-not-withdrawn'), buttons: [unusedButton(ctx)] });
  if (one.expiresAt < ctx.house.clock.now())
    return ctx.say({ text: ctx.html('invite-expired'), buttons: [unusedButton(ctx)] });
  await ctx.say(await handOn(ctx, one));
}

/** Shows an invitation to forward, and apart from it the possible actions. */
export async function handOn(
  by: Speaker & Pick<BotContext, 'locale'>,
  one: ListedInvitation,
): Promise<Reply> {
  return {
    ...(await invitationReply(by, one)),
    controls: {
      text: by.html('invite-controls', { whom: whom(by, one) }),
      buttons: [
        [{ text: by.t('invite-withdraw'), callback_data: invitePresses.withdraw.data(one.id) }],
        [{ text: by.t('invite-again'), callback_data: invitePresses.again.data() }],
        unusedButton(by),
      ],
    },
  };
}

/** Builds the button [Mã chưa dùng]. */
export function unusedButton(by: Pick<Speaker, 't'>) {
  return [{ text: by.t('invite-unused'), callback_data: invitePresses.unused.data(0) }];
}

function whom(by: Speaker, { inviteeName, role, unit }: ListedInvitation): string {
  const words = role ? roleInUnit(by, role, unit?.name) : '–';
  return inviteeName === null ? words : `${inviteeName} (${words})`;
}
