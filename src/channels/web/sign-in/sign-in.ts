import { randomUUID } from 'node:crypto';
import { DomainError } from '../../../errors.ts';
import { defaultLocale, type Locale } from '../../../i18n.ts';
import type { Accept } from '../../../jobs/inbound.ts';
import { chooseLocale, ensureAccount } from '../../../people/accounts.ts';
import { findCode, showCode } from '../../../people/code.ts';
import { attemptCode } from '../../../people/code-attempts.ts';
import { findInvitation } from '../../../people/invitations.ts';
import { addFoundEntities } from '../../bot-api/found-entities.ts';
import { addOwnMessage } from '../transcript.ts';
import { buildWebMessageUpdate } from '../updates.ts';
import type { WebHouse } from '../web-house.ts';
import { openSession } from './sessions.ts';

/**
 * Signs a person in who has a valid invitation code. It opens a chat for them and says `/start
 * CODE` in it, so that the bot asks its questions as on every channel. Signing in alone does not
 * use the code. Returns the key of the new session. Throws `DomainError` for a bad code, and
 * `too-many-codes` for this address; text that cannot be a code does not count.
 */
export async function signIn(
  house: WebHouse,
  accept: Accept,
  by: { typed: string; address: string; device: string; locale: Locale },
): Promise<{ chatId: number; key: string }> {
  const { db } = house;
  const now = house.clock.now();
  const code = findCode(by.typed);
  if (!code) throw new DomainError('invitation-unknown');
  await attemptCode(
    db,
    { who: `address:${by.address}`, cause: randomUUID(), now, again: 'counts' },
    (prisma) => findInvitation(prisma, code, null, now),
  );

  const { chatId, key } = await openSession(db.pool, by.device, now);
  const account = await ensureAccount(db.prisma, {
    channel: 'web',
    externalId: String(chatId),
    chatId,
    at: now,
  });
  if (by.locale !== defaultLocale) await chooseLocale(db.prisma, account.id, null, by.locale);

  const text = `/start ${showCode(code)}`;
  const clientKey = `sign-in-${chatId}`;
  const { entities } = addFoundEntities({ text, entities: [] });
  const message = await addOwnMessage(db.pool, chatId, now, { text, entities, client_key: clientKey });
  if (!message) throw new Error('the new chat is not there');
  const owner = { chatId, label: by.device };
  await accept('web', [buildWebMessageUpdate(message, clientKey, owner, house.me, by.locale)]);
  return { chatId, key };
}
