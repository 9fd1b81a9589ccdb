import type { WireUpdate } from './update-queue.ts';
import { type Wire, wireUser } from './wire.ts';
import type { World } from './world.ts';

/** A chat of several people that the bot can be added to. */
export interface Group {
  id: number;
  type: 'group' | 'supergroup' | 'channel';
  title: string;
  /** Whether the bot is in it. */
  joined: boolean;
  /** Whether the bot may write there: in a channel only as an administrator who may post. */
  mayWrite: boolean;
  /** What the bot said there. */
  said: string[];
}

/** Who adds the bot, or writes in the group. */
export interface Member {
  id: number;
  name: string;
  languageCode?: string;
}

/** A group as a `Chat`. */
export function wireGroup({ id, type, title }: Group): Wire {
  return { id, type, title };
}

/** A member adds the bot. */
export function addBot(world: World, group: Group, by: Member): WireUpdate {
  world.groups.set(group.id, group);
  group.joined = true;
  return memberChanged(world, group, by, 'left', group.type === 'channel' ? 'administrator' : 'member');
}

/** The bot leaves, or is removed. */
export function removeBot(world: World, group: Group, by: Member, status: 'left' | 'kicked'): WireUpdate {
  group.joined = false;
  return memberChanged(world, group, by, 'member', status);
}

/** A member writes in the group, and the bot is told. */
export function saysInGroup(world: World, group: Group, by: Member, text: string): WireUpdate {
  world.groups.set(group.id, group);
  return world.updates.add('message', {
    message_id: world.nextMessageId(),
    date: world.now(),
    chat: wireGroup(group),
    from: wireMember(by),
    text,
  });
}

const rights = [
  'can_be_edited',
  'is_anonymous',
  'can_manage_chat',
  'can_delete_messages',
  'can_manage_video_chats',
  'can_restrict_members',
  'can_promote_members',
  'can_change_info',
  'can_invite_users',
  'can_post_stories',
  'can_edit_stories',
  'can_delete_stories',
];

/** The bot as a `ChatMember`. */
export function botAsMember(world: World, status: string): Wire {
  return {
    status,
    user: world.bot,
    ...(status === 'kicked' && { until_date: 0 }),
    ...(status === 'administrator' && Object.fromEntries(rights.map((right) => [right, false]))),
  };
}

function memberChanged(world: World, group: Group, by: Member, from: string, to: string): WireUpdate {
  return world.updates.add('my_chat_member', {
    chat: wireGroup(group),
    from: wireMember(by),
    date: world.now(),
    old_chat_member: botAsMember(world, from),
    new_chat_member: botAsMember(world, to),
  });
}

function wireMember({ id, name, languageCode = 'vi' }: Member): Wire {
  return wireUser({ id, first_name: name, language_code: languageCode });
}
