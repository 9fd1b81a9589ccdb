import { z } from 'zod';
import { findMistakeInDatabaseUrl } from './database-url.ts';
import { isHost } from './host.ts';
import { readS3Address } from './s3-address.ts';

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

/** The schema of the settings, by their names in the environment. */
export const settings = z.object({
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
  DATABASE_URL: z.string().superRefine(refuseWith(findMistakeInDatabaseUrl)).optional(),
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
    .transform((value) => value.replace(/(?<!\/)\/+$/, ''))
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

/** The settings as they are read, by their names. */
export type Settings = z.infer<typeof settings>;

/** The name of a setting. */
export type SettingName = keyof Settings;

/**
 * Tells whether `text` is a day, a time and an offset: `2021-08-18T08:00+07:00`, with or without
 * seconds. 31 February is not a day.
 */
function isInstant(text: string): boolean {
  const parts = text.match(/^(\d{4}-\d\d-\d\d)T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/);
  if (!parts || Number.isNaN(Date.parse(text))) return false;
  return new Date(`${parts[1]}T00:00Z`).toISOString().startsWith(parts[1] ?? '-');
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
