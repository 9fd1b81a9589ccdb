import type { Args, Locale } from '../../../i18n.ts';
import { showCode } from '../../../people/code.ts';
import { formatInstant } from '../../../plan/calendar.ts';
import type { House } from '../../core/house.ts';
import type { Reply } from '../../forms/form.ts';
import { inviteLinks } from './invite-links.ts';
import { invitedAs } from './invited-as.ts';

/** The content of an invitation to forward. */
export interface HandedOn {
  code: string;
  role: string | null;
  unit: { name: string } | null;
  inviteeName: string | null;
  expiresAt: Date;
}

/**
 * Writes an invitation as a message that can be forwarded unchanged. It addresses the invited
 * person (which unit, what for, a link per channel, the code, until when) and has no buttons.
 */
export async function invitationReply(
  by: {
    house: House;
    locale: Locale;
    t(key: string, args?: Args): string;
    html(key: string, args?: Args): string;
  },
  invitation: HandedOn,
): Promise<Reply> {
  const { code, role, unit, inviteeName, expiresAt } = invitation;
  const links = await inviteLinks(by.house, code, by.locale);
  const until = formatInstant(expiresAt, by.house.plan.zone);
  return {
    text: [
      ...(inviteeName === null ? [] : [by.html('invite-dear', { name: inviteeName })]),
      ...(role === null ? [] : [await invitedAs(by, role, unit?.name ?? null)]),
      by.html('invite-made', { code: showCode(code), until, links: links.length }),
      ...links,
    ].join('\n'),
  };
}
