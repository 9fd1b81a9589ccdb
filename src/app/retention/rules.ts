import { goesWhenRemoved, isStillOfDraft } from '../../attachments/owners.ts';
import { endUnusedSessions } from '../../channels/web/sign-in/sessions.ts';
import { dropJobsGivenUp, freeOldJobs } from '../../jobs/left-over-jobs.ts';
import { removeNoted } from '../../store/backup/removals.ts';
import type { RetentionRule } from './rule.ts';

/** A run comes every hour: rows due after this period are gone within a day. */
const withinADay = { hours: 22 };

/**
 * An update of the row's chat waits, and may still need the file. Updates wait long after a stop.
 */
const nothingWaits = (channel: string) =>
  `not exists (select 1 from inbox_update u
     where u.status = 'pending' and u.chat_key = ${channel} || ':' || t.chat_id)`;
const sessionEnded = (chatId: string) =>
  `exists (select 1 from web_session s where s.chat_id = ${chatId} and s.ended_at < given.before)`;

const historyOfAccounts = { history: 'person_change', column: 'account_id' } as const;

/**
 * The rules of retention: for every table, the rows that are erased and after how long. This is the
 * one place that decides it. `kept.ts` lists the tables that stay, with reasons; a test requires
 * each table in one of the two, and the same list in `docs/cai-dat.md`. The order matters: rows
 * that point at a row are erased before it.
 */
export const retentionRules: RetentionRule[] = [
  // Forms: discarded drafts, and unfinished ones.
  {
    name: 'draft.stranger',
    table: 'draft',
    after: { days: 30 },
    clock: 'app',
    due: `t.state = 'open' and t.person_id is null and t.updated_at < given.before`,
    set: `state = 'discarded', updated_at = given.now`,
  },
  {
    name: 'draft.abandoned',
    table: 'draft',
    after: { days: 365 },
    clock: 'app',
    due: `t.state = 'open' and t.updated_at < given.before`,
    set: `state = 'discarded', updated_at = given.now`,
  },
  {
    name: 'attachment.of-discarded-draft',
    table: 'attachment',
    after: withinADay,
    clock: 'app',
    // Only files without another owner: a draft that changes an exemplar also shows the exemplar's
    // files. Files that a sent draft did not hand over are of no use either.
    due: `${isStillOfDraft('t')} and exists (
      select 1 from draft d where d.id = t.draft_id and d.state <> 'open' and d.updated_at < given.before)`,
    bytes: true,
  },
  {
    name: 'attachment.removed',
    table: 'attachment',
    after: withinADay,
    clock: 'app',
    due: `t.removed_at < given.before and ${goesWhenRemoved('t')}`,
    bytes: true,
  },
  {
    name: 'draft.discarded',
    table: 'draft',
    after: withinADay,
    clock: 'app',
    // Its files first: without the row nothing would say that they must be removed.
    due: `t.state = 'discarded' and t.updated_at < given.before and not exists (
      select 1 from attachment a where a.draft_id = t.id and ${isStillOfDraft('a')})`,
  },
  {
    name: 'draft.done',
    table: 'draft',
    after: { days: 30 },
    clock: 'app',
    due: `t.state = 'done' and t.updated_at < given.before and not exists (
      select 1 from attachment a where a.draft_id = t.id and ${isStillOfDraft('a')})`,
  },

  // Updates and chats.
  {
    name: 'inbox_update.handled',
    table: 'inbox_update',
    after: { days: 7 },
    clock: 'database',
    due: `t.status = 'done' and t.settled_at < given.before`,
  },
  {
    name: 'inbox_update.failed',
    table: 'inbox_update',
    after: { days: 30 },
    clock: 'database',
    due: `t.status = 'failed' and t.settled_at < given.before`,
  },
  {
    name: 'chat.idle',
    table: 'chat',
    key: 'key',
    after: { days: 7 },
    clock: 'database',
    // Its newest update was erased as handled: nothing has come for that long, and no form waits
    // for an answer.
    due: `t.owner is null
      and not exists (select 1 from inbox_update u where u.chat_key = t.key)
      and not exists (select 1 from draft d where d.state = 'open' and d.chat_key = t.key)
      and not exists (select 1 from account a join draft d on d.person_id = a.person_id and d.state = 'open'
                      where a.channel = split_part(t.key, ':', 1) and a.chat_id::text = split_part(t.key, ':', 2))`,
  },
  {
    name: 'chat.replaced-buttons',
    table: 'chat',
    key: 'key',
    after: withinADay,
    clock: 'database',
    // A label may hold the name in a draft that was discarded since. Nothing came since then.
    due: `t.shown -> 'before' <> '[]'
      and not exists (select 1 from inbox_update u
        where u.chat_key = t.key and (u.status = 'pending' or u.settled_at >= given.before))`,
    set: `shown = jsonb_set(shown, '{before}', '[]')`,
  },
  {
    name: 'plain_chat.previous',
    table: 'plain_chat',
    key: 'channel, chat_id',
    after: withinADay,
    clock: 'database',
    due: `t.previous is not null and t.changed_at < given.before`,
    set: `previous = null`,
  },
  {
    name: 'plain_chat.idle',
    table: 'plain_chat',
    key: 'channel, chat_id',
    after: { days: 30 },
    clock: 'database',
    due: `t.changed_at < given.before
      and not exists (select 1 from chat c where c.key = t.channel || ':' || t.chat_id)`,
  },

  // Files sent through a chat. An attachment is a copy with rules of its own.
  {
    name: 'chat_file.received',
    table: 'chat_file',
    after: withinADay,
    clock: 'app',
    due: `t.received and t.created_at < given.before and ${nothingWaits('t.channel')}`,
    bytes: true,
  },
  {
    name: 'chat_file.sent',
    table: 'chat_file',
    after: { days: 30 },
    clock: 'app',
    due: `not t.received and t.expires_at is null and t.created_at < given.before`,
    bytes: true,
  },
  {
    name: 'chat_file.link-expired',
    table: 'chat_file',
    // `expires_at` includes the period: links live for 7 days.
    after: { minutes: 0 },
    clock: 'app',
    due: `t.expires_at < given.before and ${nothingWaits('t.channel')}`,
    bytes: true,
  },
  {
    name: 'zalo_photo.not-fetched',
    table: 'zalo_photo',
    after: withinADay,
    clock: 'app',
    due: `t.noted_at < given.before and ${nothingWaits(`'zalo'`)}`,
  },

  // The web chat. After its session has ended, a chat can never be opened again.
  {
    name: 'web_session.unused',
    after: { days: 180 },
    clock: 'app',
    run: ({ db, clock }) => endUnusedSessions(db.pool, clock.now()),
  },
  {
    name: 'web_message.old',
    table: 'web_message',
    after: { days: 30 },
    clock: 'app',
    due: `t.sent_at < given.before`,
    productionOnly: true,
  },
  {
    name: 'web_message.signed-out',
    table: 'web_message',
    after: withinADay,
    clock: 'app',
    due: sessionEnded('t.chat_id'),
  },
  {
    name: 'chat_file.signed-out',
    table: 'chat_file',
    after: withinADay,
    clock: 'app',
    due: `t.channel = 'web' and ${sessionEnded('t.chat_id')}`,
    bytes: true,
  },
  {
    name: 'account.signed-out',
    table: 'account',
    after: withinADay,
    clock: 'app',
    due: `t.channel = 'web' and ${sessionEnded('t.chat_id')}`,
    pointedAtBy: historyOfAccounts,
  },
  {
    // Its session is removed with it (ON DELETE CASCADE): until then it marks the rest for removal.
    name: 'web_chat.signed-out',
    table: 'web_chat',
    key: 'chat_id',
    after: withinADay,
    clock: 'app',
    due: `${sessionEnded('t.chat_id')}
      and not exists (select 1 from web_message m where m.chat_id = t.chat_id)
      and not exists (select 1 from account a where a.channel = 'web' and a.chat_id = t.chat_id)
      and not exists (select 1 from chat_file f where f.channel = 'web' and f.chat_id = t.chat_id)`,
  },

  // Visitors who did not join, and data for a single moment.
  {
    name: 'account.stranger',
    table: 'account',
    after: { days: 180 },
    clock: 'app',
    due: `t.person_id is null and t.channel <> 'web' and coalesce(t.last_used_at, t.created_at) < given.before`,
    pointedAtBy: historyOfAccounts,
  },
  {
    name: 'invitation.never-used',
    table: 'invitation',
    after: { days: 30 },
    clock: 'app',
    due: `t.used_at is null and least(t.expires_at, t.withdrawn_at) < given.before`,
  },
  {
    name: 'code_attempt.old',
    table: 'code_attempt',
    after: { minutes: 15 },
    clock: 'app',
    // After the clock is set back, attempts are in the future.
    due: `(t.at <= given.before or t.at > given.now + (given.now - given.before))`,
  },
  {
    name: 'asked_report.ended',
    table: 'asked_report',
    after: { days: 7 },
    clock: 'app',
    due: `t.ended_at < given.before`,
  },
  {
    name: 'snooze.past',
    table: 'snooze',
    after: { days: 30 },
    clock: 'app',
    due: `t.remind_at < given.before`,
  },
  {
    name: 'delivery.payload',
    table: 'delivery',
    after: { days: 30 },
    clock: 'app',
    due: `t.settled_at < given.before and t.payload <> '{}'`,
    set: `payload = '{}'`,
  },

  {
    // Sends remove what is seconds old; this removes what the last one has left.
    name: 'send_lease.old',
    table: 'send_lease',
    after: { minutes: 60 },
    clock: 'database',
    due: `t.at < given.before`,
  },

  // Backups: files whose removal waited for a backup, and the list of backups.
  {
    name: 'removed_file.waiting',
    after: { minutes: 0 },
    clock: 'database',
    run: ({ db, files }) => removeNoted(files, db.pool),
  },
  {
    name: 'backup.old',
    table: 'backup',
    after: { days: 365 },
    clock: 'app',
    due: `t.started_at < given.before`,
  },

  // The job queue's own tables.
  {
    name: 'job.locked-by-the-dead',
    after: { minutes: 60 },
    clock: 'database',
    run: ({ db }, before) => freeOldJobs(db.pool, before),
  },
  {
    name: 'job.given-up',
    after: { days: 30 },
    clock: 'database',
    run: ({ db }, before) => dropJobsGivenUp(db.pool, before),
  },
];
