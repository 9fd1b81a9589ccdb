import type { UserFromGetMe } from 'grammy/types';
import type { Clock } from '../../clock.ts';
import type { Database } from '../../store/database.ts';
import type { FileStore } from '../../store/files.ts';
import type { Call } from '../bot-api/call.ts';

/** The dependencies of the methods of the web chat's Bot API. */
export interface WebApi {
  db: Pick<Database, 'pool' | 'prisma'>;
  files: FileStore;
  clock: Clock;
  me: UserFromGetMe;
  /** Whether messages store what they expect, because chats may be shown without buttons. */
  keepsHints?: boolean | undefined;
}

/** Answers one call with its `result`; throws `BotApiError` for a refusal. */
export type WebMethod = (api: WebApi, call: Call) => Promise<unknown>;
