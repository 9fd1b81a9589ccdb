import type { UserFromGetMe } from 'grammy/types';
import type { Clock } from '../../clock.ts';
import type { Database } from '../../store/database.ts';
import type { FileStore } from '../../store/files.ts';
import type { Call } from '../bot-api/call.ts';

/** What the methods of the web chat's Bot API work with. */
export interface WebApi {
  db: Pick<Database, 'pool' | 'prisma'>;
  files: FileStore;
  clock: Clock;
  me: UserFromGetMe;
  /** Where chats may be shown without buttons: each message then keeps what it expects. */
  keepsHints?: boolean | undefined;
}

/** Answers one call with its `result`; throws `BotApiError` for what Telegram refuses. */
export type WebMethod = (api: WebApi, call: Call) => Promise<unknown>;
