import { z } from 'zod';

const text = z.string().trim().min(1);
const url = z.url({ protocol: /^https?$/ });
const secret = z
  .string()
  .regex(/^[A-Za-z0-9_-]{8,256}$/, 'needs 8 to 256 characters: letters, digits, _ and -');

const notARate = 'is not a number of messages a second: from 0.1 to 1000';
const notAPort = 'is not a port: a whole number from 0 to 65535';

const settings = z.object({
  MODE: z.enum(['rehearsal', 'production']).optional(),
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
  ZALO_SENDS_PER_SECOND: z.coerce
    .number({ error: notARate })
    .min(0.1, notARate)
    .max(1000, notARate)
    .default(10),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'is not a postgresql:// address' }).optional(),
  DATA_DIR: text.default('data'),
  FILES_URL: z.url({ protocol: /^s3$/, error: 'is not an s3:// address' }).optional(),
  HOST: text.default('127.0.0.1'),
  PORT: z.coerce.number({ error: notAPort }).int().min(0, notAPort).max(65_535, notAPort).default(8080),
  PUBLIC_URL: url
    .regex(/^[^?#]+$/, 'must not have ? or # in it: paths are put behind it')
    .transform((value) => value.replace(/\/+$/, ''))
    .optional(),
  PLAN_FILE: text.default('prisma/plans/101-kh-ubnd.yaml'),
  UNITS_FILE: text.default('prisma/units/dak-doa.yaml'),
  FIRST_OFFICER_CODE: z
    .string()
    .regex(/^[A-Za-z0-9]{4}-?[A-Za-z0-9]{4}$/, 'needs eight letters and digits, such as K7Q2-9M4D')
    .optional(),
  CLOCK_START: z.string().refine(isInstant, 'is not an instant such as 2021-08-18T08:00+07:00').optional(),
  ROLE: z.enum(['all', 'web', 'worker']).default('all'),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
});

/** A day, a time, and where on earth: `2021-08-18T08:00+07:00`, with seconds or without. 31 February is no day. */
function isInstant(text: string): boolean {
  const parts = text.match(/^(\d{4}-\d\d-\d\d)T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/);
  if (!parts || Number.isNaN(Date.parse(text))) return false;
  return new Date(`${parts[1]}T00:00Z`).toISOString().startsWith(parts[1] ?? '-');
}

export type Config = ReturnType<typeof readConfig>;

/** A wrong configuration; `lines` has one sentence per mistake. */
export class ConfigError extends Error {
  readonly lines: string[];
  constructor(lines: string[]) {
    super(lines.join('\n'));
    this.name = 'ConfigError';
    this.lines = lines;
  }
}

/**
 * Environment → typed settings. Empty values count as not set. Throws `ConfigError` with one line per mistake.
 * The rehearsal lets anybody be anybody, so it is refused beside a token and on any address but loopback.
 */
export function readConfig(env: Record<string, string | undefined>) {
  const given = Object.fromEntries(
    Object.keys(settings.shape).flatMap((name) => {
      const value = env[name]?.trim();
      return value ? [[name, value]] : [];
    }),
  );
  const parsed = settings.safeParse(given);
  if (!parsed.success) {
    throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${sayIssue(issue)}`));
  }
  const s = parsed.data;
  const token = s.TELEGRAM_BOT_TOKEN ?? s.ZALO_BOT_TOKEN;
  const mode = s.MODE ?? (token ? 'production' : 'rehearsal');

  const mistakes: string[] = [];
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
  if (s.TELEGRAM_WEBHOOK_SECRET && !s.PUBLIC_URL) {
    mistakes.push(
      'PUBLIC_URL: TELEGRAM_WEBHOOK_SECRET needs it, so that Telegram knows where to send updates',
    );
  }
  if (s.ROLE !== 'all' && !s.DATABASE_URL) {
    mistakes.push('DATABASE_URL: ROLE=web and ROLE=worker need a database that both can reach');
  }
  if (s.ZALO_BOT_TOKEN && !s.PUBLIC_URL) {
    mistakes.push(
      'PUBLIC_URL: Zalo needs it: files are sent and received by links to this server, such as https://dien-hinh.example.gov.vn',
    );
  }
  if (s.ZALO_BOT_TOKEN && s.PUBLIC_URL && !reachesPhones(s.PUBLIC_URL)) {
    mistakes.push('PUBLIC_URL: Zalo needs https (plain http only on loopback, for tests)');
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
            /** What opens the chat with the bot; invitations hand it on. */
            botUrl: s.ZALO_BOT_URL,
            /** Messages a second in all. */
            sends: s.ZALO_SENDS_PER_SECOND,
          }
        : undefined,
    databaseUrl: s.DATABASE_URL,
    dataDir: s.DATA_DIR,
    filesUrl: s.FILES_URL,
    host: s.HOST,
    port: s.PORT,
    publicUrl: s.PUBLIC_URL,
    planFile: s.PLAN_FILE,
    unitsFile: s.UNITS_FILE,
    firstOfficerCode: s.FIRST_OFFICER_CODE?.replace('-', '').toUpperCase(),
    clockStart: s.CLOCK_START ? new Date(s.CLOCK_START) : undefined,
    role: s.ROLE,
    logLevel: s.LOG_LEVEL,
  } as const;
}

/** https, or plain http on this very machine. */
function reachesPhones(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
}

function sayIssue(issue: { code: string; message: string }): string {
  return issue.message.charAt(0).toLowerCase() + issue.message.slice(1);
}
