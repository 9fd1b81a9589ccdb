import { z } from 'zod';
import { violation } from '../refusal.ts';
import type { Handler } from './handler.ts';

export const getMe: Handler = (world) => ({ ...world.bot, ...abilities });

/** The fields of `getMe` in addition to a `User`. */
export const abilities = {
  can_join_groups: false,
  can_read_all_group_messages: false,
  supports_inline_queries: false,
  supports_guest_queries: false,
  can_connect_to_business: false,
  has_main_web_app: false,
  has_topics_enabled: false,
  allows_users_to_create_topics: false,
  can_manage_bots: false,
  supports_join_request_queries: false,
};

/** A text of the bot's profile that can be set and read per language. */
function profileText(field: 'name' | 'description' | 'short_description', most: number) {
  const language = z.string().default('');
  const set: Handler = (world, { params }) => {
    const given = z.object({ [field]: z.string().default(''), language_code: language }).parse(params);
    const text = String(given[field]);
    if (text.length > most) throw violation(`${field} is too long`);
    world.texts.set(`${field}/${given.language_code}`, text);
    return true;
  };
  const get: Handler = (world, { params }) => {
    const { language_code } = z.object({ language_code: language }).parse(params);
    const fallback = field === 'name' ? String(world.bot.first_name) : '';
    const text = world.texts.get(`${field}/${language_code}`) || world.texts.get(`${field}/`);
    return { [field]: text || fallback };
  };
  return { set, get };
}

export const name = profileText('name', 64);
export const description = profileText('description', 512);
export const shortDescription = profileText('short_description', 120);

const menuButton = z.object({
  chat_id: z.number().optional(),
  menu_button: z.looseObject({ type: z.string() }).default({ type: 'default' }),
});

export const setChatMenuButton: Handler = (world, { params }) => {
  const given = menuButton.parse(params);
  if (given.chat_id !== undefined) world.chat(given.chat_id);
  world.menuButtons.set(given.chat_id, given.menu_button);
  return true;
};

export const getChatMenuButton: Handler = (world, { params }) => {
  const { chat_id } = menuButton.pick({ chat_id: true }).parse(params);
  return world.menuButtons.get(chat_id) ?? world.menuButtons.get(undefined) ?? { type: 'commands' };
};
