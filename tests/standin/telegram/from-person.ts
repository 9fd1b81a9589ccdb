import type { Chat, StoredMessage } from './chat.ts';
import type { StoredFile } from './files.ts';
import type { WireUpdate } from './update-queue.ts';
import { wireGone, wireMessage, wireUser } from './wire.ts';
import type { World } from './world.ts';

/** The content of a person's message. */
export interface FromPerson {
  text?: string;
  file?: StoredFile;
  mediaGroup?: string;
  contact?: StoredMessage['contact'];
  replyTo?: number;
}

/** Sends a message of the person: it is in the chat, and the bot gets an update. */
export function personSends(world: World, chat: Chat, content: FromPerson): WireUpdate {
  if (chat.blocked) throw new Error(`${chat.account.first_name} blocked the bot and cannot write to it`);
  chat.started = true;
  const { text = '', ...rest } = content;
  const message = chat.add(
    { id: world.nextMessageId(), fromBot: false, date: world.now(), ...rest },
    { text, entities: commandsIn(text) },
  );
  return world.updates.add('message', wireMessage(chat, message, world.bot));
}

/** Changes one of the person's messages. */
export function personEdits(world: World, chat: Chat, message: StoredMessage, text: string): WireUpdate {
  chat.edit(message, { text, entities: commandsIn(text) }, [], world.now());
  return world.updates.add('edited_message', wireMessage(chat, message, world.bot));
}

/** Presses a button with `data` on `message`, which is sent along in its present state. */
export function personPresses(world: World, chat: Chat, message: StoredMessage, data: string): WireUpdate {
  if (chat.blocked)
    throw new Error(`${chat.account.first_name} blocked the bot and cannot press its buttons`);
  const id = `${chat.account.id}${String(world.queries.size + 1).padStart(9, '0')}`;
  world.queries.set(id, { chat, expired: false, answers: 0 });
  chat.tick();
  return world.updates.add('callback_query', {
    id,
    from: wireUser(chat.account),
    chat_instance: String(chat.account.id * 7 + 1),
    data,
    message: message.deleted ? wireGone(chat, message) : wireMessage(chat, message, world.bot),
  });
}

/** Blocks the bot, or lets it write again. */
export function personBlocks(world: World, chat: Chat, blocked: boolean): WireUpdate {
  const member = (kicked: boolean) =>
    kicked ? { status: 'kicked', user: world.bot, until_date: 0 } : { status: 'member', user: world.bot };
  const from = wireUser(chat.account);
  const before = chat.blocked;
  chat.blocked = blocked;
  chat.tick();
  return world.updates.add('my_chat_member', {
    chat: { id: chat.account.id, type: 'private', first_name: chat.account.first_name },
    from,
    date: world.now(),
    old_chat_member: member(before),
    new_chat_member: member(blocked),
  });
}

function commandsIn(text: string) {
  return [...text.matchAll(/(?<=^|\s)\/[A-Za-z0-9_]{1,64}(?:@\w+)?(?![\w/])/g)].map((found) => ({
    type: 'bot_command',
    offset: found.index,
    length: found[0].length,
  }));
}
