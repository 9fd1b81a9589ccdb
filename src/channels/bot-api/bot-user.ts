import type { UserFromGetMe } from 'grammy/types';

/** Describes a bot as `getMe` does: one that only talks with one person at a time. */
export function buildBotUser(bot: { id: number; first_name: string; username: string }): UserFromGetMe {
  return {
    ...bot,
    is_bot: true,
    can_join_groups: false,
    can_read_all_group_messages: false,
    supports_inline_queries: false,
    can_connect_to_business: false,
    has_main_web_app: false,
    has_topics_enabled: false,
    allows_users_to_create_topics: false,
    can_manage_bots: false,
    supports_join_request_queries: false,
  };
}
