import { findConflicts } from './conflicts.ts';
import { ConfigError } from './error.ts';
import { findPgVariables } from './pg-environment.ts';
import { type SettingName, settings } from './settings.ts';
import { findUnknownNames } from './unknown-names.ts';

export { ConfigError };

/**
 * When one of these is empty, the program's mode or the place of its data would change unnoticed.
 */
const neverEmpty: ReadonlySet<string> = new Set<SettingName>([
  'TELEGRAM_BOT_TOKEN',
  'TELEGRAM_WEBHOOK_SECRET',
  'ZALO_BOT_TOKEN',
  'ZALO_WEBHOOK_SECRET',
  'DATABASE_URL',
  'FILES_URL',
  'PUBLIC_URL',
  'HEALTH_TOKEN',
  'BACKUP_DIR',
  'BACKUP_PASSPHRASE',
]);

/** The checked settings of a process. */
export type Config = ReturnType<typeof readConfig>;

/**
 * Reads the settings from the environment; `inFile` names those that come from `.env`. An empty
 * value counts as not set, but an empty token, secret or address is refused. Throws `ConfigError`
 * with one line per mistake. In the rehearsal every visitor can act as any person, so it is refused
 * together with a token, and on any address but loopback.
 */
export function readConfig(env: Record<string, string | undefined>, inFile: ReadonlySet<string> = new Set()) {
  const names = Object.keys(settings.shape);
  const given = Object.fromEntries(
    names.flatMap((name) => {
      const value = env[name]?.trim();
      return value ? [[name, value]] : [];
    }),
  );
  const parsed = settings.safeParse(given);
  const wrong = new Map<string, string>();
  for (const { path, message } of parsed.error?.issues ?? []) {
    const name = path.join('.');
    if (!wrong.has(name)) wrong.set(name, `${name}: ${message}`);
  }
  const lines = [
    ...wrong.values(),
    ...names
      .filter((name) => neverEmpty.has(name) && env[name]?.trim() === '')
      .map((name) => `${name}: is empty; give it a value, or remove it`),
    ...findUnknownNames(
      Object.keys(env).filter((name) => env[name] !== undefined),
      names,
      inFile,
    ),
    ...findPgVariables(env),
  ];
  if (!parsed.success || lines.length > 0) throw new ConfigError(lines);
  const s = parsed.data;
  const token = s.TELEGRAM_BOT_TOKEN ?? s.ZALO_BOT_TOKEN;
  const mode = s.MODE ?? (token ? 'production' : 'rehearsal');

  const mistakes = findConflicts(s, { mode, hasToken: token !== undefined, given: Object.keys(given) });
  if (mistakes.length > 0) throw new ConfigError(mistakes);

  return {
    mode,
    telegram: s.TELEGRAM_BOT_TOKEN
      ? {
          token: s.TELEGRAM_BOT_TOKEN,
          apiRoot: s.TELEGRAM_API_ROOT.replace(/(?<!\/)\/+$/, ''),
          webhookSecret: s.TELEGRAM_WEBHOOK_SECRET,
        }
      : undefined,
    zalo:
      s.ZALO_BOT_TOKEN && s.PUBLIC_URL
        ? {
            token: s.ZALO_BOT_TOKEN,
            apiRoot: s.ZALO_API_ROOT.replace(/(?<!\/)\/+$/, ''),
            webhookSecret: s.ZALO_WEBHOOK_SECRET,
            publicUrl: s.PUBLIC_URL,
            /** The link that opens the chat with the bot; invitations include it. */
            botUrl: s.ZALO_BOT_URL,
            /** Messages a second over all chats. */
            sends: s.ZALO_SENDS_PER_SECOND,
          }
        : undefined,
    databaseUrl: s.DATABASE_URL,
    dataDir: s.DATA_DIR,
    filesUrl: s.FILES_URL,
    host: s.HOST,
    port: s.PORT,
    publicUrl: s.PUBLIC_URL,
    healthToken: s.HEALTH_TOKEN,
    planFile: s.PLAN_FILE,
    unitsFile: s.UNITS_FILE,
    /** The office's own changes of the working calendar. */
    calendarFile: s.CALENDAR_FILE,
    firstOfficerCode: s.FIRST_OFFICER_CODE?.replace('-', '').toUpperCase(),
    clockStart: s.CLOCK_START ? new Date(s.CLOCK_START) : undefined,
    role: s.ROLE,
    logLevel: s.LOG_LEVEL,
    /** The nightly backup; undefined when there is none. */
    nightly: s.BACKUP_DIR ? { folder: s.BACKUP_DIR, at: s.BACKUP_AT ?? '01:30' } : undefined,
    backupPassphrase: s.BACKUP_PASSPHRASE,
  } as const;
}
