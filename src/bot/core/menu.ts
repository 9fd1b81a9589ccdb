import { createHash } from 'node:crypto';
import type { Api } from 'grammy';
import { asLocale, defaultLocale, type Locale, t } from '../../i18n.ts';
import { storeMenuHash } from '../../people/accounts.ts';
import type { KnownPerson } from '../../people/known-person.ts';
import { listMenuAccounts } from '../../people/menu-accounts.ts';
import type { BotContext, Command } from './context.ts';
import type { House } from './house.ts';
import { mayUse } from './rights.ts';
import { apisOf } from './send-to-account.ts';

/** A line of a command menu. */
type MenuLine = { command: string; description: string };

/** Lists the commands that this person may use, with their descriptions, in their language. */
export function buildMenu(commands: Command[], person: KnownPerson | null, locale: Locale): MenuLine[] {
  return commands
    .filter((command) => mayUse(person, command))
    .map((command) => ({ command: command.name, description: t(locale, `command-${command.name}`) }));
}

/**
 * A menu with its fingerprint: another role, language or version of the program has another one.
 */
interface KnownMenu {
  lines: MenuLine[];
  hash: string;
}

const knownMenus = new WeakMap<Command[], Map<string, KnownMenu>>();

/** Returns a menu with its fingerprint. Each is computed once per set of roles and language. */
export function readKnownMenu(commands: Command[], person: KnownPerson | null, locale: Locale): KnownMenu {
  const roles = [...new Set(person?.memberships.map(({ role }) => role))].sort().join(' ');
  const key = `${locale} ${person ? 'joined' : 'stranger'} ${roles}`;
  const menus = knownMenus.get(commands) ?? new Map<string, KnownMenu>();
  knownMenus.set(commands, menus);
  const before = menus.get(key);
  if (before) return before;
  const lines = buildMenu(commands, person, locale);
  const hash = createHash('sha256').update(JSON.stringify(lines)).digest('base64url').slice(0, 16);
  const made = { lines, hash };
  menus.set(key, made);
  return made;
}

/** A chat with a command menu, and the menu that it shows now. */
export interface MenuPlace {
  accountId: number;
  chatId: number;
  /** Fingerprint of the menu set last; null when none was. */
  shown: string | null;
}

/**
 * Sets the menu of a chat unless it shows this one already, and stores its fingerprint. Never
 * throws: without a menu every command can still be typed, and the next turn tries again. Returns
 * the fingerprint that is shown now.
 */
export async function setMenu(
  house: House,
  api: Api,
  place: MenuPlace,
  { lines, hash }: KnownMenu,
): Promise<string | null> {
  if (place.shown === hash) return hash;
  try {
    await api.setMyCommands(lines, { scope: { type: 'chat', chat_id: place.chatId } });
    await storeMenuHash(house.db.pool, place.accountId, hash);
    return hash;
  } catch (error) {
    house.log.debug({ account: place.accountId, err: error }, 'the command menu could not be set');
    return place.shown;
  }
}

/** How long a reply waits for its menu, in milliseconds. */
const menuPatienceMs = 1500;

/**
 * Shows the person their own menu in this chat, before the reply that mentions it. It is for
 * joining and for choosing a language.
 */
export async function showMenu(ctx: BotContext): Promise<void> {
  const { account } = ctx.turn;
  if (!ctx.chat || !account) return;
  const place = { accountId: account.id, chatId: ctx.chat.id, shown: account.menuHash ?? null };
  // With an API of its own: replies to the chat wait in the outbox, and are not sent because of a
  // menu.
  const api = apisOf([ctx.channel]).get(ctx.channel.name);
  if (!api) return;
  const set = setMenu(ctx.house, api, place, readKnownMenu(ctx.commands, ctx.person, ctx.locale)).then(
    (shown) => {
      account.menuHash = shown;
    },
  );
  // A channel that does not answer delays no reply.
  let timer: NodeJS.Timeout | undefined;
  await Promise.race([
    set,
    new Promise((resolve) => {
      timer = setTimeout(resolve, menuPatienceMs);
    }),
  ]);
  clearTimeout(timer);
}

/** Updates the menus of these accounts after another person has changed their roles or language. */
export async function refreshMenus(
  house: House,
  commands: Command[],
  accountIds: number[] | 'all',
): Promise<void> {
  const apis = apisOf(house.channels);
  for (const { id, channel, chatId, locale, menuHash, person } of await listMenuAccounts(
    house.db.pool,
    accountIds,
  )) {
    const api = apis.get(channel);
    if (!api) continue;
    const menu = readKnownMenu(commands, person, asLocale(person?.locale ?? locale));
    await setMenu(house, api, { accountId: id, chatId, shown: menuHash }, menu);
  }
}

/**
 * Sets the menus of all accounts, and the common one for people who have not joined. A rehearsal
 * has few people.
 */
export async function setAllMenus(house: House, commands: Command[]): Promise<void> {
  for (const api of apisOf(house.channels).values()) {
    await api
      .setMyCommands(readKnownMenu(commands, null, defaultLocale).lines)
      .catch((error: unknown) => house.log.debug({ err: error }, 'the common menu could not be set'));
  }
  await refreshMenus(house, commands, 'all');
}
