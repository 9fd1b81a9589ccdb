import { DomainError } from '../../errors.ts';
import { closeDraft } from '../../forms/draft.ts';
import { parseName } from '../../forms/parse/parse-name.ts';
import { parsePhone } from '../../forms/parse/parse-phone.ts';
import { loadPerson } from '../../people/accounts.ts';
import { readCode, showCode } from '../../people/code.ts';
import { attemptCode } from '../../people/code-attempts.ts';
import { findInvitation } from '../../people/invitations.ts';
import { takeInvitation } from '../../people/join.ts';
import { inTransaction } from '../../store/database.ts';
import type { BotContext } from '../context.ts';
import type { Feature } from '../feature.ts';
import type { Form, Reply, Scene } from '../forms/form.ts';
import { choiceAnswer } from '../forms/kinds/choice.ts';
import { phoneAnswer } from '../forms/kinds/phone.ts';
import { textAnswer } from '../forms/kinds/text.ts';
import { beginForm } from './drafts.ts';
import { welcome } from './welcome.ts';

/** /start [code]: joining by invitation. */
export const joiningFeature: Feature = {
  commands: [{ name: 'start', roles: 'all', words: { vi: ['bắt đầu'], en: ['begin'] }, run: start }],
  forms: [joinForm()],
};

async function start(ctx: BotContext, args: string): Promise<void> {
  const code = readCode(args);
  if (code) return presentCode(ctx, code);
  if (args) throw new DomainError('invitation-unknown');
  if (!ctx.person) return ctx.say({ text: ctx.html('stranger') });
  await ctx.say(await welcome(ctx.house, ctx.person, ctx.locale));
}

/** Somebody shows an invitation, by command or as a plain message. */
export async function presentCode(ctx: BotContext, code: string): Promise<void> {
  const { db, clock } = ctx.house;
  const now = clock.now();
  const invitation = await attemptCode(
    db.pool,
    { who: guesser(ctx), cause: ctx.turn.updateKey, now, again: 'free' },
    (client) => findInvitation(client, code, ctx.person?.id ?? null, now),
  );
  const again = ctx.person && invitation.role && holdsAlready(ctx, invitation.role, invitation.unitId);
  if (again && ctx.person) return ctx.say(await welcome(ctx.house, ctx.person, ctx.locale));
  if (ctx.person && invitation.linksToId === ctx.person.id)
    return ctx.say({ text: ctx.html('join-link-here', { code: showCode(code) }) });
  if (invitation.usedAt) throw new DomainError('invitation-used');
  const known = invitation.linksToId === null ? ctx.person : await loadPerson(db.pool, invitation.linksToId);
  await beginForm(ctx, 'join', {
    subject: {
      code,
      role: invitation.role,
      unit: invitation.unitName,
      linksTo: invitation.linksToId === null ? null : (known?.name ?? ''),
      askName: !known?.name,
      askPhone: !known?.phone && invitation.linksToId === null,
    },
  });
}

/** Whose wrong codes are counted: this account's, also before anybody has joined with it. */
function guesser(ctx: BotContext): string {
  return `account:${ctx.turn.account?.id ?? ctx.turn.chatKey}`;
}

function holdsAlready(ctx: BotContext, role: string, unitId: number | null): boolean {
  return ctx.person?.memberships.some((m) => m.role === role && m.unitId === unitId) ?? false;
}

function joinForm(): Form {
  return {
    key: 'join',
    questions: [
      {
        key: 'accept',
        unnumbered: true,
        ask: invitationText,
        label: (s) => s.t('join-title'),
        answer: choiceAnswer({
          options: (s) => [
            { value: 'yes', label: s.t('join-accept') },
            {
              value: 'no',
              label: s.t('join-not-me'),
              act: async () => ({ discard: true, say: { text: s.html('join-declined') } }),
            },
          ],
        }),
      },
      {
        key: 'name',
        when: (s) => s.draft.subject.askName === true,
        ask: (s) => s.html('join-name'),
        label: (s) => s.t('join-name-label'),
        answer: textAnswer({
          read: (text, s) => {
            const read = parseName(text, { min: 3, max: 100 });
            return read.ok ? read : { ok: false, say: s.html('join-name-bad') };
          },
        }),
      },
      {
        key: 'phone',
        when: (s) => s.draft.subject.askPhone === true,
        optional: true,
        ask: (s) => s.html('join-phone'),
        label: (s) => s.t('join-phone-label'),
        answer: phoneAnswer({
          read: (text, s) => {
            const read = parsePhone(text);
            return read.ok ? read : { ok: false, say: s.html('join-phone-bad') };
          },
        }),
      },
    ],
    allowed: () => true,
    savable: false,
    title: (s) => s.t('join-title'),
    finish: join,
  };
}

function invitationText(s: Scene): string {
  const { role, unit, linksTo } = s.draft.subject;
  const { plan } = s.house;
  if (typeof linksTo === 'string') return s.html('join-link', { name: linksTo });
  const args = { unit: String(unit ?? ''), plan: plan.code, from: plan.period.from, to: plan.period.to };
  return s.html(`join-invited-${String(role)}`, args);
}

async function join(s: Scene): Promise<{ end: Reply }> {
  const { db } = s.house;
  const { code } = s.draft.subject;
  const account = s.turn.account;
  if (typeof code !== 'string' || !account) throw new DomainError('invitation-unknown');
  const { personId } = await inTransaction(db.pool, async (client) => {
    const taken = await takeInvitation(client, {
      code,
      accountId: account.id,
      name: textOr(s.answers.name),
      phone: textOr(s.answers.phone),
      locale: s.locale,
      at: s.now,
    });
    await closeDraft(client, s.draft.id, 'done', s.now, { personId: taken.personId });
    return taken;
  });
  const person = await loadPerson(db.pool, personId);
  s.turn.person = person;
  if (!person) throw new Error('a person who has just joined was not found');
  const reply = await welcome(s.house, person, s.locale);
  return { end: { ...reply, text: `${s.html('join-done')}\n${reply.text}` } };
}

function textOr(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
