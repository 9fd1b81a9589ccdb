import type { WebHouse } from '../../channels/web/web-house.ts';
import type { Accept } from '../../jobs/inbound.ts';
import type { InboxWatch } from './inbox-watch.ts';

/** The dependencies of sample people who write in their chats. */
export interface PlayStage {
  house: Pick<WebHouse, 'db' | 'files' | 'clock' | 'me' | 'log'>;
  /** Stores updates in the inbox, as the page's requests do. */
  accept: Accept;
  inbox: InboxWatch;
}
