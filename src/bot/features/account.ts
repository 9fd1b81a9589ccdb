import { type Locale, locales } from '../../i18n.ts';
import { chooseLocale, listAccountIds, listChannels } from '../../people/accounts.ts';
import { showCode } from '../../people/code.ts';
import { invite } from '../../people/invitations.ts';
import { formatInstant } from '../../plan/calendar.ts';
import { fold } from '../../text/fold.ts';
import type { BotContext } from '../core/context.ts';
import { refreshPerson } from '../core/identity.ts';
import { showMenu } from '../core/menu.ts';
import { onPress, press } from '../core/press.ts';
import { showStep } from '../forms/begin-form.ts';
import type { Feature } from './feature.ts';
import { inviteLinks } from './inviting/invite-links.ts';

const setLocale = press('ngonngu', 'text');
const secondChannel = press('taikhoan.link');

/** Names of languages as people type them, folded. "Tiếng Anh" is not courtesy to an elder. */
const localesByName: Record<string, Locale> = {
  'tieng viet': 'vi',
  vietnamese: 'vi',
  'tieng anh': 'en',
  english: 'en',
};

/** The feature of /taikhoan (one's account, and a code for a second channel) and /ngonngu. */
export const accountFeature: Feature = {
  commands: [
    { name: 'taikhoan', right: 'joined', words: { vi: ['tài khoản'], en: ['account'] }, run: showAccount },
    {
      name: 'ngonngu',
      right: 'all',
      words: { vi: ['ngôn ngữ'], en: ['language'] },
      wordsOfArgs: Object.keys(localesByName),
      takesArgs: true,
      run: (ctx, args) => setNamedLocale(ctx, args),
    },
  ],
  presses(table) {
    onPress(table, setLocale, 'all', async (ctx, name) => {
      const locale = locales.find((one) => one === name);
      return locale ? changeLocale(ctx, locale) : showStep(ctx);
    });
    onPress(table, secondChannel, 'joined', makeLinkCode);
  },
};

async function showAccount(ctx: BotContext): Promise<void> {
  const person = ctx.person;
  if (!person) return;
  const channels = await listChannels(ctx.house.db.prisma, person.id, ctx.turn.account?.id);
  const lines = [
    ctx.html('account-name', { name: person.name ?? '–' }),
    ctx.html('account-phone', { phone: person.phone ?? '–' }),
    ...person.memberships.map((m) =>
      m.unitName === null
        ? ctx.html('account-role-office', { role: ctx.t(`role-${m.role}`) })
        : ctx.html('account-role', { role: ctx.t(`role-${m.role}`), unit: m.unitName }),
    ),
    ctx.html('account-channels', {
      channels: channels.map((channel) => ctx.t(`channel-${channel}`)).join(', '),
    }),
  ];
  await ctx.say({
    text: lines.join('\n'),
    buttons: [[{ text: ctx.t('account-second-channel'), callback_data: secondChannel.data() }]],
  });
}

async function makeLinkCode(ctx: BotContext): Promise<void> {
  const { person } = ctx;
  if (!person) return;
  const { db, clock, plan } = ctx.house;
  const made = await invite(db.prisma, {
    linksToId: person.id,
    createdById: person.id,
    at: clock.now(),
  });
  const until = formatInstant(made.expiresAt, plan.zone);
  await ctx.say({
    text: [
      ctx.html('account-link', { code: showCode(made.code), until }),
      ...(await inviteLinks(ctx.house, made.code, ctx.locale)),
    ].join('\n'),
  });
}

async function setNamedLocale(ctx: BotContext, args: string): Promise<void> {
  const locale = localesByName[fold(args)];
  return locale ? changeLocale(ctx, locale) : askLocale(ctx);
}

async function changeLocale(ctx: BotContext, locale: Locale): Promise<void> {
  const account = ctx.turn.account;
  if (account) {
    await chooseLocale(ctx.house.db.prisma, account.id, ctx.person?.id ?? null, locale);
    account.locale = locale;
    if (ctx.person) ctx.turn.menusOf = await listAccountIds(ctx.house.db.prisma, ctx.person.id);
  }
  if (ctx.turn.person) ctx.turn.person = { ...ctx.turn.person, locale };
  refreshPerson(ctx);
  await showMenu(ctx);
  await ctx.sayInPlace({ text: ctx.html('locale-chosen') });
}

async function askLocale(ctx: BotContext): Promise<void> {
  await ctx.say({
    text: ctx.html('locale-ask'),
    buttons: locales.map((locale) => [
      { text: ctx.t(`locale-${locale}`), callback_data: setLocale.data(locale) },
    ]),
  });
}
