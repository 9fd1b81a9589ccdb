import { z } from 'zod';
import { botAsMember, removeBot } from '../groups.ts';
import { badRequest, forbidden } from '../refusal.ts';
import type { World } from '../world.ts';
import type { Handler } from './handler.ts';

const inGroup = z.object({ chat_id: z.union([z.number(), z.string()]) });

export const getChatMember: Handler = (world, { params }) => {
  const group = groupOf(world, params);
  return botAsMember(world, !group.joined ? 'left' : group.type === 'channel' ? 'administrator' : 'member');
};

export const leaveChat: Handler = (world, { params }) => {
  const group = groupOf(world, params);
  if (!group.joined) throw forbidden(`bot is not a member of the ${group.type} chat`);
  removeBot(world, group, { id: world.bot.id, name: String(world.bot.first_name) }, 'left');
  return true;
};

function groupOf(world: World, params: unknown) {
  const group = world.groups.get(Number(inGroup.parse(params).chat_id));
  if (!group) throw badRequest('chat not found');
  return group;
}
