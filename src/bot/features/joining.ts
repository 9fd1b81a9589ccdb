import type { InlineKeyboardButton } from 'grammy/types';
import { z } from 'zod';
import { parsePhone } from '../../drafts/parse/parse-phone.ts';
import { settleDraft } from '../../drafts/settle-draft.ts';
import { DomainError } from '../../errors.ts';
import { listAccountIds, loadPerson } from '../../people/accounts.ts';
import { findCode, showCode } from '../../people/code.ts';
import { attemptCode } from '../../people/code-attempts.ts';
import { findInvitation, type Invitation } from '../../people/invitations.ts';
import { takeInvitation } from '../../people/join.ts';
import { findOtherPlaces } from '../../people/other-places.ts';
import { transact } from '../../store/transaction.ts';
import { fold } from '../../text/fold.ts';
import type { BotContext } from '../core/context.ts';
import { beginForm } from '../forms/begin-form.ts';
import { offerToResume } from '../forms/begun-draft.ts';
import { capitalsOffer } from '../forms/capitals-question.ts';
import type { Form, Question, Reply, Scene } from '../forms/form.ts';
import { choiceAnswer } from '../forms/kinds/choice.ts';
import { type NameGiven, nameAnswer } from '../forms/kinds/name.ts';
import { phoneAnswer } from '../forms/kinds/phone.ts';
import { answerOf } from '../forms/position.ts';
import type { Feature } from './feature.ts';
import { invitedAs } from './invited-as.ts';
import { sayNextStep } from './next-step.ts';
import { buildWelcome } from './welcome.ts';

/** The schema of the subject of joining: an invitation, and its effects for this person. */
const joinSubject = z.object({
  code: z.string(),
  role: z.string().nullish(),
  /** Name of the unit. */
  unit: z.string().nullish(),
  /** Name of the person whose account this becomes; null: the invitation of a new role. */
  linksTo: z.string().nullish(),
  askName: z.boolean().optional(),
  askPhone: z.boolean().optional(),
  /** Whether the person has an account on this channel already. */
  twice: z.boolean().optional(),
  /** Name of the person who has this account now, and the channels that would remain for them. */
  movesFrom: z.string().optional(),
  left: z.array(z.string()).optional(),
  /** Names of the invited person and of the one who uses it, where they differ. */
  meantFor: z.string().optional(),
  takenBy: z.string().optional(),
});
type JoinSubject = z.infer<typeof joinSubject>;
type JoinScene = Scene<JoinSubject>;
type JoinQuestion = Question<string, JoinSubject>;

const nameGiven: NameGiven = {
  bounds: () => ({ min: 3, max: 100, short: true }),
  example: (s) => s.t('join-name-example'),
  bad: (s) => s.html('join-name-bad', { example: s.t('join-name-example') }),
};
const nameCapitals = capitalsOffer('nameCapitals', 'name', nameGiven);

const givenName: JoinQuestion = {
  key: 'name',
  when: (s) => s.subject.askName === true,
  ask: (s) => s.html('join-name'),
  label: (s) => s.t('join-name-label'),
  answer: nameAnswer(nameGiven),
  saved: nameCapitals.saved,
};

const givenPhone: JoinQuestion = {
  key: 'phone',
  when: (s) => s.subject.askPhone === true,
  optional: true,
  ask: (s) => s.html('join-phone'),
  label: (s) => s.t('join-phone-label'),
  answer: phoneAnswer({
    read: (text, s) => {
      const read = parsePhone(text);
      return read.ok ? read : { ok: false, say: s.html('join-phone-bad') };
    },
  }),
};

const joinForm: Form<JoinSubject> = {
  key: 'join',
  subject: joinSubject,
  questions: [
    {
      key: 'accept',
      unnumbered: true,
      ask: invitationText,
      label: (s) => s.t('join-title'),
      answer: choiceAnswer({
        options: (s) => [
          { value: 'yes', label: s.t('join-accept') },
          ...(s.subject.twice ? [{ value: 'instead', label: s.t('join-instead') }] : []),
          {
            value: 'no',
            label: s.t('join-not-me'),
            act: async () => ({ discard: true, say: { text: s.html('join-declined') } }),
          },
        ],
      }),
    },
    {
      key: 'move',
      unnumbered: true,
      when: (s) => s.subject.movesFrom !== undefined,
      ask: moveText,
      label: (s) => s.t('join-title'),
      answer: choiceAnswer({
        options: (s) => [
          { value: 'yes', label: s.t('join-move') },
          {
            value: 'no',
            label: s.t('join-move-not'),
            act: async () => ({
              discard: true,
              say: { text: s.html('join-move-declined', { name: s.subject.movesFrom ?? '–' }) },
            }),
          },
        ],
      }),
    },
    givenName,
    nameCapitals.question,
    givenPhone,
  ],
  allowed: () => true,
  savable: false,
  title: (s) => s.t('join-title'),
  finish: join,
};

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

async function invitationText(s: JoinScene): Promise<string> {
  const { role, unit, linksTo, twice, meantFor, takenBy } = s.subject;
  if (linksTo !== null && linksTo !== undefined) {
    const channel = s.t(`channel-${s.turn.channel}`);
    return [
      s.html('join-link', { name: linksTo }),
      ...(twice ? [s.html('join-link-twice', { channel })] : []),
    ].join('\n');
  }
  return [
    await invitedAs(s, role ?? '–', unit ?? null),
    ...(meantFor !== undefined ? [s.html('join-meant-for', { name: meantFor, taker: takenBy ?? '–' })] : []),
  ].join('\n');
}

/** The account is another person's: the effects of moving it for them. */
function moveText(s: JoinScene): string {
  const { movesFrom = '–', left = [], linksTo } = s.subject;
  const names = left.map((channel) => s.t(`channel-${channel}`));
  const args = { from: movesFrom, to: linksTo ?? '–', channel: s.t(`channel-${s.turn.channel}`) };
  return names.length > 0
    ? s.html('join-move-ask', { ...args, left: names.join(', ') })
    : s.html('join-move-ask-last', args);
}

async function join(s: JoinScene): Promise<{ end: Reply }> {
  const { db } = s.house;
  const { code, movesFrom } = s.subject;
  const account = s.turn.account;
  if (!account) throw new DomainError('invitation-unknown');
  const { personId } = await transact(db, async ({ prisma: tx }) => {
    const taken = await takeInvitation(tx, {
      code,
      accountId: account.id,
      name: answerOf(s, givenName) ?? undefined,
      phone: answerOf(s, givenPhone) ?? undefined,
      locale: s.locale,
      at: s.now,
      move: movesFrom !== undefined && s.answers.move === 'yes',
      replace: s.answers.accept === 'instead',
    });
    await settleDraft(tx, s.draft.id, s.now, { personId: taken.personId });
    return taken;
  });
  s.turn.menusOf = await listAccountIds(db.prisma, personId);
  const person = await loadPerson(db.prisma, personId);
  s.turn.person = person;
  if (!person) throw new Error('a person who has just joined was not found');
  const reply = await buildWelcome(s.house, person, s.locale);
  return { end: { ...reply, text: `${s.html('join-done')}\n${reply.text}` } };
}
