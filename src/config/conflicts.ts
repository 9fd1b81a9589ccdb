import { findMistakeInPublicUrl } from './public-url.ts';
import type { SettingName, Settings } from './settings.ts';

/** These have no effect without the token of their channel. */
const needsToken: [name: SettingName, token: 'TELEGRAM_BOT_TOKEN' | 'ZALO_BOT_TOKEN'][] = [
  ['TELEGRAM_WEBHOOK_SECRET', 'TELEGRAM_BOT_TOKEN'],
  ['TELEGRAM_API_ROOT', 'TELEGRAM_BOT_TOKEN'],
  ['ZALO_WEBHOOK_SECRET', 'ZALO_BOT_TOKEN'],
  ['ZALO_API_ROOT', 'ZALO_BOT_TOKEN'],
  ['ZALO_BOT_URL', 'ZALO_BOT_TOKEN'],
  ['ZALO_SENDS_PER_SECOND', 'ZALO_BOT_TOKEN'],
];

/**
 * Finds settings that do not go together, one line each. `given`: the names of those that are set.
 * In the rehearsal every visitor can act as any person, so it is refused together with a token, and
 * on any address but loopback.
 */
export function findConflicts(
  s: Settings,
  { mode, hasToken, given }: { mode: Settings['MODE']; hasToken: boolean; given: string[] },
): string[] {
  const inPublicUrl = findMistakeInPublicUrl(s);
  return [
    ...needsToken
      .filter(([name, token]) => given.includes(name) && !s[token])
      .map(([name, token]) => `${token}: is not set, and ${name} needs it`),
    ...(mode === 'rehearsal' ? findRehearsalConflicts(s, hasToken) : []),
    ...(s.ROLE !== 'all' && !s.DATABASE_URL
      ? ['DATABASE_URL: ROLE=web and ROLE=worker need a database that both can reach']
      : []),
    ...(inPublicUrl ? [`PUBLIC_URL: ${inPublicUrl}`] : []),
    ...(s.BACKUP_AT && !s.BACKUP_DIR
      ? ['BACKUP_DIR: is not set, and BACKUP_AT needs it: the folder for the nightly backups']
      : []),
  ];
}

function findRehearsalConflicts({ HOST, ROLE }: Settings, hasToken: boolean): string[] {
  return [
    ...(hasToken
      ? ['MODE: the rehearsal cannot run beside a channel token; remove the token or set MODE=production']
      : []),
    ...(['127.0.0.1', 'localhost', '::1'].includes(HOST)
      ? []
      : ['HOST: the rehearsal listens on loopback only (127.0.0.1); set MODE=production to serve a network']),
    ...(ROLE === 'all' ? [] : ['ROLE: the rehearsal is one process; leave ROLE out']),
  ];
}
