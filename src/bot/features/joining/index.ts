import type { InlineKeyboardButton } from 'grammy/types';
import { DomainError } from '../../../errors.ts';
import { loadPerson } from '../../../people/accounts.ts';
import { findCode, showCode } from '../../../people/code.ts';
import { attemptCode } from '../../../people/code-attempts.ts';
import { findInvitation, type Invitation } from '../../../people/invitations.ts';
import { findOtherPlaces } from '../../../people/other-places.ts';
import { fold } from '../../../text/fold.ts';
import type { BotContext } from '../../core/context.ts';
import { beginForm } from '../../forms/begin-form.ts';
import { offerToResume } from '../../forms/begun-draft.ts';
import type { Reply } from '../../forms/form.ts';
import type { Feature } from '../feature.ts';
import { sayNextStep } from '../next-step.ts';
import { type JoinSubject, joinForm } from './form.ts';
import { buildWelcome } from './welcome.ts';

/** The feature of /start [code]: joining by invitation. */
export const joiningFeature: Feature = {
  commands: [
    {
      name: 'start',
      right: 'all',
      words: { vi: ['bắt đầu', 'xin chào'], en: ['begin', 'hello'] },
      takesArgs: 'slash',
      ownsPause: true,
      run: start,
    },
  ],
  forms: [joinForm],
};

async function start(ctx: BotContext, args: string): Promise<void> {
  const code = findCode(args);
  if (code) return presentCode(ctx, code);
  if (args) throw new DomainError('invitation-unknown');
  if (!ctx.person) {
    await ctx.say({ text: ctx.html('error-not-joined') });
    return offerToResume(ctx);
  }
  const greeting = await buildWelcome(ctx.house, ctx.person, ctx.locale);
  if (ctx.person.memberships.length === 0) return ctx.say(greeting);
  await ctx.say(withNextStep(greeting, await sayNextStep(ctx, ctx.person)));
}

/** The next step is below the greeting, and its button above the others. */
function withNextStep(greeting: Reply, next: Reply): Reply {
  const first = next.buttons ?? [];
  const known = new Set(first.flat().map(dataOf));
  const others = (greeting.buttons ?? []).filter((row) => !row.some((button) => known.has(dataOf(button))));
  return { text: `${greeting.text}\n\n${next.text}`, buttons: [...first, ...others] };
}

function dataOf(button: InlineKeyboardButton): string | undefined {
  return 'callback_data' in button ? button.callback_data : undefined;
}

/** Handles an invitation code, sent by command or as a plain message. */
export async function presentCode(ctx: BotContext, code: string): Promise<void> {
  const { db, clock } = ctx.house;
  const now = clock.now();
  const invitation = await attemptCode(
    db,
    { who: guesser(ctx), cause: ctx.turn.updateKey, now, again: 'free' },
    (prisma) => findInvitation(prisma, code, ctx.person?.id ?? null, now),
  );
  const again = ctx.person && invitation.role && holdsAlready(ctx, invitation.role, invitation.unitId);
  if (again && ctx.person) return ctx.say(await buildWelcome(ctx.house, ctx.person, ctx.locale));
  if (ctx.person && invitation.linksToId === ctx.person.id)
    return ctx.say({ text: ctx.html('join-link-here', { code: showCode(code) }) });
  if (invitation.usedAt) throw new DomainError('invitation-used');
  const known =
    invitation.linksToId === null ? ctx.person : await loadPerson(db.prisma, invitation.linksToId);
  await beginForm(ctx, joinForm, {
    subject: {
      code,
      role: invitation.role,
      unit: invitation.unit?.name ?? null,
      linksTo: invitation.linksToId === null ? null : (known?.name ?? ''),
      askName: !known?.name,
      askPhone: !known?.phone && invitation.linksToId === null,
      ...(await consequences(ctx, invitation)),
    },
  });
}

/**
 * The facts that a person must know before they use a code: the account's owner, their other
 * channels, the invited person.
 */
async function consequences(
  ctx: BotContext,
  invitation: Invitation,
): Promise<Pick<JoinSubject, 'twice' | 'movesFrom' | 'left' | 'meantFor' | 'takenBy'>> {
  const { person } = ctx;
  const { linksToId, inviteeName } = invitation;
  const { prisma } = ctx.house.db;
  if (linksToId === null) {
    const takenBy = person?.name;
    const another = inviteeName && takenBy && fold(inviteeName) !== fold(takenBy);
    return another ? { meantFor: inviteeName, takenBy } : {};
  }
  const here = ctx.turn.account?.id ?? null;
  const same = await findOtherPlaces(prisma, linksToId, here, ctx.channel.name);
  // On the web each device is an account of its own, and can be signed out by itself.
  const twice = same.here > 0 && !ctx.can.manyDevices;
  if (!person || person.id === linksToId) return twice ? { twice: true } : {};
  const left = await findOtherPlaces(prisma, person.id, here, ctx.channel.name);
  return { ...(twice && { twice: true }), movesFrom: person.name ?? '', left: left.channels };
}

/**
 * The owner of the counted wrong codes: the person on all accounts together; before joining, this
 * account.
 */
function guesser(ctx: BotContext): string {
  if (ctx.person) return `person:${ctx.person.id}`;
  return `account:${ctx.turn.account?.id ?? ctx.turn.chatKey}`;
}

function holdsAlready(ctx: BotContext, role: string, unitId: number | null): boolean {
  return ctx.person?.memberships.some((m) => m.role === role && m.unitId === unitId) ?? false;
}
