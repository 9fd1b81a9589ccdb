import { closeDraft } from '../../../drafts/draft.ts';
import { DomainError } from '../../../errors.ts';
import { showCode } from '../../../people/code.ts';
import { invite } from '../../../people/invitations.ts';
import { requireOfficerLeft } from '../../../people/officers-left.ts';
import { findLastPersonChange } from '../../../people/person-change.ts';
import { hasAccess } from '../../../people/rights.ts';
import { listAccounts, listRoles } from '../../../people/role-views.ts';
import { readSearchWords } from '../../../people/search-words.ts';
import { formatInstant } from '../../../plan/calendar.ts';
import { transact } from '../../../store/transaction.ts';
import { readingsOf } from '../../../text/courtesy.ts';
import type { BotContext } from '../../core/context.ts';
import { onPress } from '../../core/press.ts';
import { beginForm } from '../../forms/begin-form.ts';
import type { Form, Question, Reply } from '../../forms/form.ts';
import { textAnswer } from '../../forms/kinds/text.ts';
import { type NoSubject, noSubject } from '../../forms/no-subject.ts';
import { answered } from '../../forms/position.ts';
import type { Feature } from '../feature.ts';
import { inviteLinks } from '../inviting/invite-links.ts';
import { cardReply } from './card.ts';
import { endRoleForm, moveUnitForm, removeAccountForm } from './change-forms.ts';
import { historyReply } from './history.ts';
import { peopleReply, type Speaker } from './list.ts';
import { peoplePresses } from './presses.ts';

/** The right to change a person whom a button names. */
const ofPerson = { right: 'managePeople', about: 'person' } as const;
const changingPerson = { ...ofPerson, decides: true };

/** Code of the button that lists all people. */
const everybody = '*';

const searchedWords: Question<string> = {
  key: 'words',
  ask: (s) => s.html('people-ask'),
  label: (s) => s.t('people-search'),
  answer: textAnswer({
    options: (s) => [{ value: everybody, label: s.t('people-all') }],
    read: async (text, s) => {
      const words = readSearchWords(text);
      const found = words.length > 0 && (await peopleReply(s, words));
      return found
        ? { ok: true, value: words.join(' ') }
        : { ok: false, say: s.html('people-none', { typed: text.slice(0, 60) }) };
    },
  }),
};

const searchForm: Form<NoSubject> = {
  key: 'people',
  subject: noSubject,
  questions: [searchedWords],
  allowed: (s) => hasAccess(s.person, 'managePeople'),
  savable: false,
  title: (s) => s.t('people-search'),
  finish: async (s) => {
    const typed = answered(s, searchedWords);
    const words = typed === everybody ? [] : readSearchWords(typed);
    const found = await foundReply(s, words);
    await closeDraft(s.house.db.pool, s.draft.id, 'done', s.now);
    return { end: found ?? { text: s.html('people-none', { typed: words.join(' ') }) } };
  },
};

/**
 * The feature of /nguoidung: an officer finds people, sees their roles and channels, and ends or
 * moves them.
 */
export const peopleFeature: Feature = {
  commands: [
    {
      name: 'nguoidung',
      right: 'managePeople',
      words: {
        vi: ['người dùng', 'tìm người', 'danh sách người dùng', 'danh sách cán bộ đầu mối', 'cán bộ đầu mối'],
        en: ['people', 'users'],
      },
      takesArgs: true,
      run: async (ctx, args) => {
        if (args === '') return beginForm(ctx, searchForm, { subject: {} });
        const found = await foundInWords(ctx, args);
        if (found) return ctx.say(found);
        await ctx.say({ text: ctx.html('people-none', { typed: args.slice(0, 60) }) });
        await beginForm(ctx, searchForm, { subject: {} });
      },
    },
  ],
  forms: [searchForm, endRoleForm, moveUnitForm, removeAccountForm],
  presses(table) {
    onPress(table, peoplePresses.list, 'managePeople', async (ctx, page, typed) => {
      const reply = await peopleReply(ctx, readSearchWords(typed), page);
      await ctx.sayInPlace(reply ?? { text: ctx.html('people-none', { typed }) });
    });
    onPress(table, peoplePresses.search, 'managePeople', async (ctx) => {
      await beginForm(ctx, searchForm, { subject: {} });
    });
    onPress(table, peoplePresses.open, ofPerson, async (ctx, id) => {
      await ctx.say(await cardReply(ctx, id));
    });
    onPress(table, peoplePresses.history, ofPerson, async (ctx, id, page) => {
      await ctx.say(await historyReply(ctx, id, page));
    });
    onPress(table, peoplePresses.newCode, changingPerson, makeCodeFor);
    onPress(table, peoplePresses.endRole, changingPerson, (ctx, id) => beginRoleChange(ctx, endRoleForm, id));
    onPress(table, peoplePresses.moveUnit, changingPerson, (ctx, id) =>
      beginRoleChange(ctx, moveUnitForm, id),
    );
    onPress(table, peoplePresses.removeAccount, changingPerson, beginRemoval);
  },
};

/** Those whom the words find, courtesy in them aside where it is in no name. */
async function foundInWords(by: Speaker, typed: string): Promise<Reply | undefined> {
  for (const reading of readingsOf(typed)) {
    const words = readSearchWords(reading);
    const found = words.length > 0 ? await foundReply(by, words) : undefined;
    if (found) return found;
  }
  return undefined;
}

/** Those whom the words find; where it is one, their card. */
async function foundReply(by: Speaker, words: string[]): Promise<Reply | undefined> {
  const list = await peopleReply(by, words);
  const [first, ...more] = list?.buttons?.flatMap((row) => row.flatMap(openedBy)) ?? [];
  return first !== undefined && more.length === 0 ? cardReply(by, first) : list;
}

function openedBy(button: { text: string } & object): number[] {
  const data =
    'callback_data' in button && typeof button.callback_data === 'string' ? button.callback_data : '';
  return peoplePresses.open.read(data) ?? [];
}

async function beginRoleChange(ctx: BotContext, form: typeof endRoleForm, personId: number): Promise<void> {
  const { prisma } = ctx.house.db;
  const subject = await subjectOf(ctx, personId);
  const roles = (await listRoles(prisma, personId)).filter(
    ({ unitId }) => form === endRoleForm || unitId !== null,
  );
  const [role, ...more] = roles;
  if (!role) {
    const last = await findLastPersonChange(prisma, { personId }, ['role_ended', 'unit_moved']);
    if (last) throw new DomainError('role-over', last);
    return ctx.say({ text: ctx.html('person-no-role-to-change', { name: subject.name }) });
  }
  // Checked before a reason is written for nothing, and again when the change is made.
  if (form === endRoleForm && more.length === 0 && role.role === 'officer')
    await transact({ prisma }, (tx) => requireOfficerLeft(tx.prisma, { membershipIds: [role.id] }));
  await beginForm(ctx, form, {
    subject: { ...subject, ...(more.length > 0 ? { several: true } : { which: String(role.id) }) },
  });
}

async function beginRemoval(ctx: BotContext, personId: number): Promise<void> {
  const { prisma } = ctx.house.db;
  const subject = await subjectOf(ctx, personId);
  const [account, ...more] = await listAccounts(prisma, personId);
  if (!account) {
    const last = await findLastPersonChange(prisma, { personId }, ['account_removed', 'account_moved']);
    if (last) throw new DomainError('account-over', last);
    return ctx.say({ text: ctx.html('person-no-account-to-remove', { name: subject.name }) });
  }
  await beginForm(ctx, removeAccountForm, {
    subject: { ...subject, ...(more.length > 0 ? { several: true } : { which: String(account.id) }) },
  });
}

async function subjectOf(ctx: BotContext, personId: number) {
  const person = await ctx.house.db.prisma.person.findUnique({ where: { id: personId } });
  if (!person) throw new DomainError('person-unknown');
  return { personId, name: person.name ?? '–', ...(personId === ctx.person?.id && { self: true }) };
}

/**
 * A code by which the person gets access again: on another channel, or after an account was
 * removed.
 */
async function makeCodeFor(ctx: BotContext, personId: number): Promise<void> {
  const { name } = await subjectOf(ctx, personId);
  const { db, clock, plan } = ctx.house;
  const made = await invite(db.prisma, {
    linksToId: personId,
    createdById: ctx.person?.id ?? null,
    at: clock.now(),
  });
  const until = formatInstant(made.expiresAt, plan.zone);
  await ctx.say({
    text: [
      ctx.html('person-code', { name, code: showCode(made.code), until }),
      ...(await inviteLinks(ctx.house, made.code, ctx.locale)),
    ].join('\n'),
  });
}
