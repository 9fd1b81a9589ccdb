import type { Message } from 'grammy/types';

/**
 * The kind of a message, as far as the bot answers kinds differently. `service`: the app itself
 * wrote it into the chat (a message was pinned, a timer was set). `unread`: all others, also future
 * kinds, and messages that a channel cannot pass on.
 */
export type MessageKind =
  | 'text'
  | 'file'
  | 'contact'
  | 'sticker'
  | 'voice'
  | 'video'
  | 'place'
  | 'poll'
  | 'service'
  | 'unread';

/** In this order: a moving picture also brings a document, a venue also a location. */
const signs: [kind: MessageKind, fields: (keyof Message)[]][] = [
  ['text', ['text']],
  ['sticker', ['sticker', 'animation', 'dice', 'game']],
  ['file', ['document', 'photo']],
  ['contact', ['contact']],
  ['voice', ['voice', 'audio']],
  ['video', ['video', 'video_note', 'story', 'paid_media']],
  ['place', ['location', 'venue']],
  ['poll', ['poll', 'checklist']],
  [
    'service',
    [
      'pinned_message',
      'message_auto_delete_timer_changed',
      'chat_background_set',
      'write_access_allowed',
      'users_shared',
      'chat_shared',
      'connected_website',
      'passport_data',
      'proximity_alert_triggered',
      'boost_added',
      'web_app_data',
      'new_chat_title',
      'new_chat_photo',
      'delete_chat_photo',
      'new_chat_members',
      'left_chat_member',
      'migrate_to_chat_id',
      'migrate_from_chat_id',
      'group_chat_created',
      'supergroup_chat_created',
      'channel_chat_created',
      'giveaway',
      'giveaway_created',
      'giveaway_winners',
      'giveaway_completed',
      'checklist_tasks_done',
      'checklist_tasks_added',
      'gift',
      'unique_gift',
      'invoice',
      'successful_payment',
      'refunded_payment',
      'video_chat_scheduled',
      'video_chat_started',
      'video_chat_ended',
      'video_chat_participants_invited',
      'direct_message_price_changed',
      'suggested_post_paid',
    ],
  ],
];

/** Tells the kind of a message. */
export function readKind(message: Message): MessageKind {
  return signs.find(([, fields]) => fields.some((field) => message[field] !== undefined))?.[0] ?? 'unread';
}
