import { isIP } from 'node:net';
import { z } from 'zod';
import { isDecodable } from './decodable.ts';
import { ConfigError } from './error.ts';
import { findPgVariables } from './pg-environment.ts';
import { readS3Address } from './s3-address.ts';
import { findUnknownNames } from './unknown-names.ts';

export { ConfigError };

const oneOf = <const T extends [string, ...string[]]>(...values: T) =>
  z.enum(values, { error: `is none of ${values.join(', ')} (in small letters)` });
const text = z.string().trim().min(1);
const url = z
  .url({ protocol: /^https?$/, error: 'is not an http:// or https:// address' })
  .regex(/^[^?#]+$/, 'must not have ? or # in it: paths are put behind it');
/** A path of a folder or file, taken literally, without expansion as in a shell. */
const path = text
  .refine((value) => !value.includes('\0'), 'has a character that no name has')
  .refine((value) => !/^["'`]|["'`]$/.test(value), 'has quotes around it: leave them out')
  .refine(
    (value) => !/^~|\$[A-Za-z_{(]/.test(value),
    'has ~ or $ in it, which only a shell understands: write the whole path',
  );
const secret = z
  .string()
  .regex(/^[A-Za-z0-9_-]{8,256}$/, 'needs 8 to 256 characters: letters, digits, _ and -');

const notARate = 'is not a number of messages a second: from 0.1 to 1000, such as 10 or 0.5';
const notAPort = 'is not a port: a whole number from 0 to 65535';

/** Digits only: no hex, no exponent, no blanks, no leading zero. */
const decimal = (form: RegExp, says: string) => z.string().regex(form, says).transform(Number);

const settings = z.object({
  MODE: oneOf('rehearsal', 'production').optional(),
  TELEGRAM_BOT_TOKEN: z
    .string()
    .regex(/^\d+:[\w-]+$/, 'is not a bot token (digits, a colon, then letters and digits)')
    .optional(),
  TELEGRAM_API_ROOT: url.default('https://api.telegram.org'),
  TELEGRAM_WEBHOOK_SECRET: secret.optional(),
  ZALO_BOT_TOKEN: z
    .string()
    .regex(/^[^\s/?#]{8,}$/, 'is not a bot token (at least 8 characters, no spaces and none of / ? #)')
    .optional(),
  ZALO_API_ROOT: url.default('https://bot-api.zaloplatforms.com'),
  ZALO_WEBHOOK_SECRET: secret.optional(),
  ZALO_BOT_URL: z.url({ protocol: /^https$/, error: 'is not an https:// address' }).optional(),
  ZALO_SENDS_PER_SECOND: decimal(/^\d{1,4}(\.\d{1,3})?$/, notARate)
    .refine((rate) => rate >= 0.1 && rate <= 1000, notARate)
    .default(10),
  DATABASE_URL: z.string().superRefine(refuseWith(mistakeInDatabaseUrl)).optional(),
  DATA_DIR: path.default('data'),
  FILES_URL: z.string().superRefine(refuseWith(mistakeInFilesUrl)).optional(),
  HOST: text
    .refine(
      isHost,
      'is not an address or a name of this machine, such as 127.0.0.1 (the port goes into PORT)',
    )
    .default('127.0.0.1'),
  PORT: decimal(/^(0|[1-9]\d{0,4})$/, notAPort)
    .refine((port) => port <= 65_535, notAPort)
    .default(8080),
  PUBLIC_URL: url
    .refine((value) => !URL.canParse(value) || !new URL(value).username, 'must not have a user name in it')
    .transform((value) => value.replace(/\/+$/, ''))
    .optional(),
  PLAN_FILE: path.default('prisma/plans/101-kh-ubnd.yaml'),
  UNITS_FILE: path.default('prisma/units/dak-doa.yaml'),
  CALENDAR_FILE: path.optional(),
  FIRST_OFFICER_CODE: z
    .string()
    .regex(/^[A-Za-z0-9]{4}-?[A-Za-z0-9]{4}$/, 'needs eight letters and digits, such as K7Q2-9M4D')
    .optional(),
  CLOCK_START: z
    .string()
    .refine(isInstant, 'is not an instant such as 2021-08-18T08:00+07:00')
    .refine((value) => /^2[01]/.test(value), 'is not in the years 2000 to 2199')
    .optional(),
  ROLE: oneOf('all', 'web', 'worker').default('all'),
  HEALTH_TOKEN: secret.optional(),
  LOG_LEVEL: oneOf('trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent').default('info'),
  BACKUP_DIR: path.optional(),
  BACKUP_AT: z
    .string()
    .regex(
      /^([01]\d|2[0-3]):[0-5]\d$/,
      'is not a time of day such as 01:30 (hours and minutes, two digits each)',
    )
    .optional(),
  BACKUP_PASSPHRASE: z.string().min(12, 'needs at least 12 characters').optional(),
});

type Name = keyof typeof settings.shape;

/**
 * When one of these is empty, the program's mode or the place of its data would change unnoticed.
 */
const neverEmpty: ReadonlySet<string> = new Set<Name>([
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

/** These have no effect without the token of their channel. */
const needsToken: [name: Name, token: 'TELEGRAM_BOT_TOKEN' | 'ZALO_BOT_TOKEN'][] = [
  ['TELEGRAM_WEBHOOK_SECRET', 'TELEGRAM_BOT_TOKEN'],
  ['TELEGRAM_API_ROOT', 'TELEGRAM_BOT_TOKEN'],
  ['ZALO_WEBHOOK_SECRET', 'ZALO_BOT_TOKEN'],
  ['ZALO_API_ROOT', 'ZALO_BOT_TOKEN'],
  ['ZALO_BOT_URL', 'ZALO_BOT_TOKEN'],
  ['ZALO_SENDS_PER_SECOND', 'ZALO_BOT_TOKEN'],
];

/**
 * Tells whether `text` is a day, a time and an offset: `2021-08-18T08:00+07:00`, with or without
 * seconds. 31 February is not a day.
 */
function isInstant(text: string): boolean {
  const parts = text.match(/^(\d{4}-\d\d-\d\d)T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/);
  if (!parts || Number.isNaN(Date.parse(text))) return false;
  return new Date(`${parts[1]}T00:00Z`).toISOString().startsWith(parts[1] ?? '-');
}

/** Tells whether `text` is an IP address or a host name. */
function isHost(text: string): boolean {
  return (
    isIP(text) !== 0 || (/^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$/.test(text) && !/^[\d.]+$/.test(text))
  );
}

/**
 * Options that the driver reads after the ? of an address. It ignores unknown ones without a
 * warning.
 */
const databaseOptions = [
  ...['sslmode', 'sslrootcert', 'sslcert', 'sslkey', 'host', 'port', 'options'],
  ...['application_name', 'connect_timeout', 'client_encoding'],
];

const sslModes = ['disable', 'prefer', 'require', 'verify-ca', 'verify-full', 'no-verify'];

/**
 * Finds the mistake in a database address. The answer never quotes the address, which holds the
 * password.
 */
function mistakeInDatabaseUrl(value: string): string | undefined {
  const address = URL.canParse(value) ? new URL(value) : undefined;
  if (!address || !/^postgres(ql)?:$/.test(address.protocol)) {
    return 'is not a postgresql:// address (a strange character in the password is written as %40 for @)';
  }
  if (/%(?![0-9A-Fa-f]{2})/.test(value)) return 'has a % that stands for no character: write it as %25';
  if (!address.hostname && !address.searchParams.get('host')) return 'names no machine';
  if (!/^\/[^/]+$/.test(address.pathname)) return 'names no database: it ends in /NAME';
  if (!isDecodable(value)) return 'has a % that stands for no letter of UTF-8';
  if (/%00/.test(value)) return 'has a character that no name has (%00)';
  if (address.port === '0') return 'has port 0: PostgreSQL listens on 5432 unless told otherwise';
  if (address.hostname.includes(',')) return 'names several machines: name one';
  for (const name of new Set(address.searchParams.keys())) {
    const meant = databaseOptions.find((one) => withoutMarks(one) === withoutMarks(name));
    if (meant && meant !== name) return `has ${name} behind the ?: write it as ${meant}`;
    if (address.searchParams.getAll(name).length > 1) return `has ${name} twice`;
  }
  if (address.searchParams.has('ssl')) return 'has ssl behind the ?: say it as sslmode, such as verify-full';
  const mode = address.searchParams.get('sslmode');
  if (mode !== null && !sslModes.includes(mode))
    return `has an sslmode that is none of ${sslModes.join(', ')}`;
  return undefined;
}

function withoutMarks(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z]/g, '');
}

function mistakeInFilesUrl(value: string): string | undefined {
  try {
    readS3Address(value);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message.replace(/^FILES_URL: /, '') : 'cannot be read';
  }
}

function refuseWith(find: (value: string) => string | undefined) {
  return (value: string, issues: z.RefinementCtx) => {
    const message = find(value);
    if (message) issues.addIssue({ code: 'custom', message });
  };
}

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

  const mistakes: string[] = [];
  for (const [name, itsToken] of needsToken) {
    if (name in given && !s[itsToken]) mistakes.push(`${itsToken}: is not set, and ${name} needs it`);
  }
  if (mode === 'rehearsal' && token) {
    mistakes.push(
      'MODE: the rehearsal cannot run beside a channel token; remove the token or set MODE=production',
    );
  }
  if (mode === 'rehearsal' && !['127.0.0.1', 'localhost', '::1'].includes(s.HOST)) {
    mistakes.push(
      'HOST: the rehearsal listens on loopback only (127.0.0.1); set MODE=production to serve a network',
    );
  }
  if (mode === 'rehearsal' && s.ROLE !== 'all') {
    mistakes.push('ROLE: the rehearsal is one process; leave ROLE out');
  }
  if (s.ROLE !== 'all' && !s.DATABASE_URL) {
    mistakes.push('DATABASE_URL: ROLE=web and ROLE=worker need a database that both can reach');
  }
  const mistakeInPublicUrl = findMistakeInPublicUrl(s);
  if (mistakeInPublicUrl) mistakes.push(`PUBLIC_URL: ${mistakeInPublicUrl}`);
  if (s.BACKUP_AT && !s.BACKUP_DIR) {
    mistakes.push('BACKUP_DIR: is not set, and BACKUP_AT needs it: the folder for the nightly backups');
  }
  if (mistakes.length > 0) throw new ConfigError(mistakes);

  return {
    mode,
    telegram: s.TELEGRAM_BOT_TOKEN
      ? {
          token: s.TELEGRAM_BOT_TOKEN,
          apiRoot: s.TELEGRAM_API_ROOT.replace(/\/+$/, ''),
          webhookSecret: s.TELEGRAM_WEBHOOK_SECRET,
        }
      : undefined,
    zalo:
      s.ZALO_BOT_TOKEN && s.PUBLIC_URL
        ? {
            token: s.ZALO_BOT_TOKEN,
            apiRoot: s.ZALO_API_ROOT.replace(/\/+$/, ''),
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

/** Finds the mistake in the address given to phones, Zalo and Telegram, when they are given one. */
function findMistakeInPublicUrl(s: z.infer<typeof settings>): string | undefined {
  const address = s.PUBLIC_URL;
  if (!address) {
    if (s.TELEGRAM_WEBHOOK_SECRET) {
      return 'TELEGRAM_WEBHOOK_SECRET needs it, so that Telegram knows where to send updates';
    }
    if (s.ZALO_BOT_TOKEN) {
      return 'Zalo needs it: files are sent and received by links to this server, such as https://dien-hinh.example.gov.vn';
    }
    return undefined;
  }
  const webhook = s.TELEGRAM_WEBHOOK_SECRET || s.ZALO_WEBHOOK_SECRET;
  if (new URL(address).pathname !== '/') {
    return 'must not have a path: links and webhooks stand at the root of their own host name';
  }
  if (!isHost(new URL(address).hostname.replace(/^\[|\]$/g, '')) || new URL(address).hostname === '0.0.0.0') {
    return 'names no machine that a phone could reach';
  }
  const { port } = new URL(address);
  const itsOwnApi = s.TELEGRAM_API_ROOT === 'https://api.telegram.org' && address.startsWith('https:');
  const webhookOfTelegram = s.TELEGRAM_WEBHOOK_SECRET !== undefined && itsOwnApi;
  if (webhookOfTelegram && !['', '80', '88', '443', '8443'].includes(port)) {
    return `has port ${port}, and Telegram sends updates to 443, 80, 88 and 8443 only`;
  }
  if (s.ZALO_BOT_TOKEN && !reachesPhones(address)) {
    return 'Zalo needs https (plain http only on loopback, for tests)';
  }
  if (webhook && !reachesPhones(address)) {
    return 'a webhook needs https (plain http only on loopback, for tests)';
  }
  return undefined;
}

/** Tells whether phones accept the address: https, or plain http on this machine. */
function reachesPhones(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
}
