import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

const token = '123456:AAF-token';
const hook = { TELEGRAM_BOT_TOKEN: token, TELEGRAM_WEBHOOK_SECRET: 'long-enough' };

describe('settings', () => {
  it('of an empty environment are the rehearsal on loopback, with its own database', () => {
    expect(readConfig({})).toEqual({
      mode: 'rehearsal',
      telegram: undefined,
      databaseUrl: undefined,
      dataDir: 'data',
      filesUrl: undefined,
      host: '127.0.0.1',
      port: 8080,
      publicUrl: undefined,
      planFile: 'prisma/plans/101-kh-ubnd.yaml',
      unitsFile: 'prisma/units/dak-doa.yaml',
      firstOfficerCode: undefined,
      clockStart: undefined,
      role: 'all',
      logLevel: 'info',
    });
  });

  const understood: [what: string, env: Record<string, string | undefined>, config: object][] = [
    ['empty values as not set', { PORT: '', MODE: '  ', HOST: undefined }, { port: 8080, mode: 'rehearsal' }],
    ['a token as production', { TELEGRAM_BOT_TOKEN: token }, { mode: 'production', telegram: { token } }],
    ['blanks around values', { PORT: ' 9000 ' }, { port: 9000 }],
    ['any free port', { PORT: '0' }, { port: 0 }],
    ['addresses without their last slash', { PUBLIC_URL: 'https://a.vn//' }, { publicUrl: 'https://a.vn' }],
    [
      'another Bot API server',
      { TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: 'http://10.0.0.1:8081/' },
      { telegram: { token, apiRoot: 'http://10.0.0.1:8081', webhookSecret: undefined } },
    ],
    [
      'a code with its dash or without',
      { FIRST_OFFICER_CODE: 'k7q2-9m4d' },
      { firstOfficerCode: 'K7Q29M4D' },
    ],
    [
      'an instant without seconds',
      { CLOCK_START: '2021-08-18T08:00+07:00' },
      { clockStart: new Date('2021-08-18T01:00:00Z') },
    ],
    [
      'an instant in UTC',
      { CLOCK_START: '2021-08-18T01:00:00Z' },
      { clockStart: new Date('2021-08-18T01:00:00Z') },
    ],
    [
      'production on a network',
      { MODE: 'production', HOST: '0.0.0.0' },
      { mode: 'production', host: '0.0.0.0' },
    ],
    [
      'a worker beside a shared database',
      { MODE: 'production', ROLE: 'worker', DATABASE_URL: 'postgres://h/d' },
      { role: 'worker', databaseUrl: 'postgres://h/d' },
    ],
    [
      'the names of other programs: nothing',
      {
        NODE: '/bin/node',
        npm_lifecycle_event: 'start',
        LOG_FORMAT: 'x',
        HOSTNAME: 'a',
        PGSSLMODE: '',
        mode: 'x',
        PGID: undefined,
      },
      { mode: 'rehearsal' },
    ],
    [
      'a nightly backup at half past one',
      { BACKUP_DIR: '/b' },
      { nightly: { folder: '/b', at: '01:30' }, backupPassphrase: undefined },
    ],
    [
      'a socket of this machine',
      { DATABASE_URL: 'postgresql:///d?host=/var/run/postgresql' },
      { databaseUrl: 'postgresql:///d?host=/var/run/postgresql' },
    ],
    [
      'a webhook on loopback, for tests',
      { ...hook, PUBLIC_URL: 'http://127.0.0.1:9' },
      { mode: 'production' },
    ],
    ['names it does not know: nothing', { PATH: '/bin', TELEGRAM: 'x' }, { mode: 'rehearsal' }],
  ];
  it.each(understood)('understands %s', (_what, env, config) => {
    expect(readConfig(env)).toMatchObject(config);
  });

  const refused: [env: Record<string, string>, names: string[]][] = [
    [{ MODE: 'demo' }, ['MODE']],
    [{ TELEGRAM_BOT_TOKEN: 'my bot' }, ['TELEGRAM_BOT_TOKEN']],
    [{ TELEGRAM_API_ROOT: 'api.telegram.org' }, ['TELEGRAM_API_ROOT']],
    [{ TELEGRAM_API_ROOT: 'ftp://a' }, ['TELEGRAM_API_ROOT']],
    [
      { TELEGRAM_BOT_TOKEN: token, TELEGRAM_WEBHOOK_SECRET: 'short', PUBLIC_URL: 'https://a' },
      ['TELEGRAM_WEBHOOK_SECRET'],
    ],
    [{ TELEGRAM_BOT_TOKEN: token, TELEGRAM_WEBHOOK_SECRET: 'long-enough' }, ['PUBLIC_URL']],
    [{ PUBLIC_URL: 'https://a.vn/?x=1' }, ['PUBLIC_URL']],
    [{ PUBLIC_URL: 'https://a.vn/#x' }, ['PUBLIC_URL']],
    [{ ZALO_BOT_URL: 'zalo.me/123' }, ['ZALO_BOT_URL']],
    [{ DATABASE_URL: 'mysql://h/d' }, ['DATABASE_URL']],
    [{ FILES_URL: '/srv/files' }, ['FILES_URL']],
    [{ PORT: '80a' }, ['PORT']],
    [{ PORT: '65536' }, ['PORT']],
    [{ PORT: '-1' }, ['PORT']],
    [{ PORT: '80.5' }, ['PORT']],
    [{ FIRST_OFFICER_CODE: 'OFFICER' }, ['FIRST_OFFICER_CODE']],
    [{ CLOCK_START: '18/8/2021' }, ['CLOCK_START']],
    [{ CLOCK_START: '2021-08-18T08:00' }, ['CLOCK_START']],
    [{ CLOCK_START: '2021-02-29T08:00+07:00' }, ['CLOCK_START']],
    [{ CLOCK_START: '2021-08-18T25:00+07:00' }, ['CLOCK_START']],
    [{ ROLE: 'chief' }, ['ROLE']],
    [{ LOG_LEVEL: 'loud' }, ['LOG_LEVEL']],
    [{ MODE: 'production', ROLE: 'web' }, ['DATABASE_URL']],
    [{ MODE: 'rehearsal', TELEGRAM_BOT_TOKEN: token }, ['MODE']],
    [{ HOST: '0.0.0.0' }, ['HOST']],
    [{ HOST: '0.0.0.0', ROLE: 'worker' }, ['HOST', 'ROLE', 'DATABASE_URL']],
    [{ MODE: 'x', PORT: 'y', LOG_LEVEL: 'z' }, ['MODE', 'PORT', 'LOG_LEVEL']],
    // Numbers that JavaScript would accept and a person did not mean.
    [{ PORT: '0x1F90' }, ['PORT']],
    [{ PORT: '8e3' }, ['PORT']],
    [{ PORT: '8 080' }, ['PORT']],
    [{ PORT: '08080' }, ['PORT']],
    [{ PORT: '+80' }, ['PORT']],
    [{ PORT: '8080.0' }, ['PORT']],
    [{ PORT: '０８' }, ['PORT']],
    [{ PORT: 'Infinity' }, ['PORT']],
    [{ ZALO_SENDS_PER_SECOND: '1e1' }, ['ZALO_SENDS_PER_SECOND']],
    [{ ZALO_SENDS_PER_SECOND: '0' }, ['ZALO_SENDS_PER_SECOND']],
    [{ ZALO_SENDS_PER_SECOND: '10,5' }, ['ZALO_SENDS_PER_SECOND']],
    // Words in another case.
    [{ MODE: 'Production' }, ['MODE']],
    [{ MODE: 'rehersal' }, ['MODE']],
    [{ ROLE: 'WEB' }, ['ROLE']],
    [{ LOG_LEVEL: 'Info' }, ['LOG_LEVEL']],
    // Empty values.
    [{ TELEGRAM_BOT_TOKEN: '' }, ['TELEGRAM_BOT_TOKEN']],
    [{ ZALO_BOT_TOKEN: '  ' }, ['ZALO_BOT_TOKEN']],
    [{ MODE: 'production', DATABASE_URL: '' }, ['DATABASE_URL']],
    [{ FILES_URL: '', PUBLIC_URL: '' }, ['FILES_URL', 'PUBLIC_URL']],
    [{ BACKUP_DIR: '/b', BACKUP_PASSPHRASE: '' }, ['BACKUP_PASSPHRASE']],
    // Unknown names.
    [{ TELEGRAM_TOKEN: '' }, ['TELEGRAM_TOKEN']],
    [{ TELEGRAM_TOKEN: token }, ['TELEGRAM_TOKEN']],
    [{ TELEGRAM_BOT_TOKENS: token }, ['TELEGRAM_BOT_TOKENS']],
    [{ TELEGRM_BOT_TOKEN: token }, ['TELEGRM_BOT_TOKEN']],
    [{ telegram_bot_token: token }, ['telegram_bot_token']],
    [{ ZALO_TOKEN: 'x' }, ['ZALO_TOKEN']],
    [{ ZALO_OA_SECRET: 'x' }, ['ZALO_OA_SECRET']],
    [{ DATABASE_URI: 'postgres://h/d' }, ['DATABASE_URI']],
    [{ DATABASE_URL_FILE: '/run/secrets/db' }, ['DATABASE_URL_FILE']],
    [{ DATABASEURL: 'postgres://h/d' }, ['DATABASEURL']],
    [{ FILES_BUCKET: 'b' }, ['FILES_BUCKET']],
    [{ FILE_URL: 's3://h/b' }, ['FILE_URL']],
    [{ PLAN_PATH: 'a.yaml' }, ['PLAN_PATH']],
    [{ UNIT_FILE: 'a.yaml' }, ['UNIT_FILE']],
    [{ PUBLIC_ADDRESS: 'https://a.vn' }, ['PUBLIC_ADDRESS']],
    [{ BACKUP_TIME: '01:30' }, ['BACKUP_TIME']],
    [{ CLOCK_STRAT: '2021-08-18T08:00Z' }, ['CLOCK_STRAT']],
    // A setting without the one that it depends on.
    [{ TELEGRAM_WEBHOOK_SECRET: 'long-enough', PUBLIC_URL: 'https://a.vn' }, ['TELEGRAM_BOT_TOKEN']],
    [{ ZALO_WEBHOOK_SECRET: 'long-enough', PUBLIC_URL: 'https://a.vn' }, ['ZALO_BOT_TOKEN']],
    [{ MODE: 'production', ZALO_BOT_URL: 'https://zalo.me/1' }, ['ZALO_BOT_TOKEN']],
    [{ BACKUP_AT: '01:30' }, ['BACKUP_DIR']],
    // An address that cannot be reached from outside.
    [{ ...hook, PUBLIC_URL: 'http://a.vn' }, ['PUBLIC_URL']],
    [{ ...hook, PUBLIC_URL: 'http://10.0.0.1' }, ['PUBLIC_URL']],
    [{ ...hook, PUBLIC_URL: 'https://a.vn/bot' }, ['PUBLIC_URL']],
    [{ ...hook, PUBLIC_URL: 'https://u:p@a.vn' }, ['PUBLIC_URL']],
    [{ ZALO_BOT_TOKEN: '123456789:abc', PUBLIC_URL: 'http://a.vn' }, ['PUBLIC_URL']],
    [{ ZALO_BOT_TOKEN: '123456789:abc', PUBLIC_URL: 'https://a.vn/x/' }, ['PUBLIC_URL']],
    [{ PUBLIC_URL: 'a.vn' }, ['PUBLIC_URL']],
    [{ PUBLIC_URL: 'https://*.gov.vn' }, ['PUBLIC_URL']],
    [{ PUBLIC_URL: 'https://0.0.0.0' }, ['PUBLIC_URL']],
    [{ ...hook, PUBLIC_URL: 'https://a.vn:8444' }, ['PUBLIC_URL']],
    // Folders in shell notation, or a quoted file name.
    [{ DATA_DIR: '~/data' }, ['DATA_DIR']],
    [{ DATA_DIR: '$HOME/data' }, ['DATA_DIR']],
    [{ BACKUP_DIR: ['$', '{BACKUPS}/office'].join('') }, ['BACKUP_DIR']],
    [{ DATA_DIR: '"data"' }, ['DATA_DIR']],
    [{ PLAN_FILE: "'plan.yaml'" }, ['PLAN_FILE']],
    [{ UNITS_FILE: 'a\0b' }, ['UNITS_FILE']],
    // Addresses of a database.
    [{ DATABASE_URL: 'dien_hinh' }, ['DATABASE_URL']],
    [{ DATABASE_URL: 'postgresql://h' }, ['DATABASE_URL']],
    [{ DATABASE_URL: 'postgresql:///d' }, ['DATABASE_URL']],
    [{ DATABASE_URL: 'postgresql://u:p%w@h/d' }, ['DATABASE_URL']],
    [{ DATABASE_URL: 'postgresql://u:a/b@h/d' }, ['DATABASE_URL']],
    [{ DATABASE_URL: 'postgresql://h/d?sslmode=on' }, ['DATABASE_URL']],
    [{ DATABASE_URL: 'postgresql://h/d?SSLMODE=require' }, ['DATABASE_URL']],
    [{ DATABASE_URL: 'postgresql://h/d?ssl_mode=require' }, ['DATABASE_URL']],
    [{ DATABASE_URL: 'postgresql://h/d?sslMode=require' }, ['DATABASE_URL']],
    [{ DATABASE_URL: 'postgresql://h/d?ssl-root-cert=/ca.pem' }, ['DATABASE_URL']],
    [{ DATABASE_URL: 'postgresql://h/d?sslmode=require&sslmode=disable' }, ['DATABASE_URL']],
    [{ DATABASE_URL: 'postgresql://h/d?ssl=true' }, ['DATABASE_URL']],
    [{ DATABASE_URL: 'postgresql://h1,h2/d' }, ['DATABASE_URL']],
    [{ DATABASE_URL: 'postgresql://h:0/d' }, ['DATABASE_URL']],
    [{ DATABASE_URL: 'postgresql://h/%ff' }, ['DATABASE_URL']],
    [{ DATABASE_URL: 'postgresql://h/d%00' }, ['DATABASE_URL']],
    // A bucket.
    [{ FILES_URL: 's3://K:S@h/Bucket' }, ['FILES_URL']],
    [{ FILES_URL: 's3://K:S@h/my bucket' }, ['FILES_URL']],
    [{ FILES_URL: 's3://K:S@h/b' }, ['FILES_URL']],
    [{ FILES_URL: 's3://K:S@h/papers%2Fold' }, ['FILES_URL']],
    [{ FILES_URL: 's3://K:S@h/papers%00' }, ['FILES_URL']],
    [{ FILES_URL: 's3://K:S@h/papers/../other' }, ['FILES_URL']],
    [{ FILES_URL: 's3://K:S@h/papers/%2E%2e/other' }, ['FILES_URL']],
    [{ FILES_URL: 's3://K:%ff@h/papers' }, ['FILES_URL']],
    [{ FILES_URL: 's3://K:S@h/papers?region=' }, ['FILES_URL']],
    [{ FILES_URL: 's3://K:S@h/papers?region=a1&region=b2' }, ['FILES_URL']],
    [{ FILES_URL: 's3://K:S@h/papers#old' }, ['FILES_URL']],
    [{ FILES_URL: 's3://K:S@h' }, ['FILES_URL']],
    [{ FILES_URL: 's3://K:S@h/' }, ['FILES_URL']],
    [{ FILES_URL: 's3://K@h/b' }, ['FILES_URL']],
    [{ FILES_URL: 's3://K:S%@h/b' }, ['FILES_URL']],
    [{ FILES_URL: 's3://K:S@h/b?tls=false' }, ['FILES_URL']],
    [{ FILES_URL: 's3://K:S@h/b?regoin=vn' }, ['FILES_URL']],
    // Listening addresses.
    [{ MODE: 'production', HOST: 'http://a.vn' }, ['HOST']],
    [{ MODE: 'production', HOST: '0.0.0.0:8080' }, ['HOST']],
    [{ MODE: 'production', HOST: '999.1.1.1' }, ['HOST']],
    [{ MODE: 'production', HOST: '[::]' }, ['HOST']],
    // Times and phrases.
    [{ CLOCK_START: '0000-01-01T00:00Z' }, ['CLOCK_START']],
    [{ CLOCK_START: '1021-08-18T08:00Z' }, ['CLOCK_START']],
    [{ CLOCK_START: '9999-12-31T23:59Z' }, ['CLOCK_START']],
    [{ CLOCK_START: 'tomorrow' }, ['CLOCK_START']],
    [{ CLOCK_START: '2021-13-01T08:00Z' }, ['CLOCK_START']],
    [{ BACKUP_DIR: '/b', BACKUP_AT: '1:30' }, ['BACKUP_AT']],
    [{ BACKUP_DIR: '/b', BACKUP_AT: '24:00' }, ['BACKUP_AT']],
    [{ BACKUP_PASSPHRASE: 'short' }, ['BACKUP_PASSPHRASE']],
    // Variables of PostgreSQL's own clients.
    [{ PGSSLMODE: 'disable' }, ['PGSSLMODE']],
    [{ PGHOST: 'elsewhere', PGPASSWORD: 'x' }, ['PGHOST', 'PGPASSWORD']],
    [{ PGOPTIONS: '-c search_path=other' }, ['PGOPTIONS']],
    [{ PGCONNECT_TIMEOUT: '1' }, ['PGCONNECT_TIMEOUT']],
    [{ NODE_PG_FORCE_NATIVE: '1' }, ['NODE_PG_FORCE_NATIVE']],
  ];
  it.each(refused)('refuses %o: one line each', (env, names) => {
    const error = refusalOf(env);
    expect(error.lines.map((line) => line.split(':')[0])).toEqual(names);
    for (const line of error.lines) expect(line).toMatch(/^[A-Za-z_]+: [^\n]{10,}$/);
    // The value may be a secret with a typing mistake in it.
    if (env.TELEGRAM_BOT_TOKEN) expect(error.message).not.toContain(env.TELEGRAM_BOT_TOKEN);
  });
});

describe('a name that is not a setting', () => {
  it.each([
    ['TELEGRAM_TOKEN', 'TELEGRAM_BOT_TOKEN'],
    ['ZALO_SECRET', 'ZALO_WEBHOOK_SECRET'],
    ['DATABASE_URI', 'DATABASE_URL'],
    ['FILES_URI', 'FILES_URL'],
    ['PLAN_FIEL', 'PLAN_FILE'],
    ['Telegram_Bot_Token', 'TELEGRAM_BOT_TOKEN'],
    ['CLOCKSTART', 'CLOCK_START'],
  ])('%s is answered with %s', (name, meant) => {
    expect(refusalOf({ [name]: 'x' }).lines).toEqual([`${name}: is not a setting; did you mean ${meant}?`]);
  });

  it.each([
    ['MDOE', 'MODE'],
    ['port', 'PORT'],
    ['HOTS', 'HOST'],
    ['LOG_FORMAT', 'LOG_LEVEL'],
    ['BOT_TOKEN', 'TELEGRAM_BOT_TOKEN or ZALO_BOT_TOKEN'],
    ['TG_BOT_TOKEN', 'TELEGRAM_BOT_TOKEN'],
    ['TOKEN', 'TELEGRAM_BOT_TOKEN'],
    ['DB_URL', 'ZALO_BOT_URL or DATABASE_URL or FILES_URL or PUBLIC_URL'],
    ['DATABASE', 'DATABASE_URL'],
    ['WEBHOOK_SECRET', 'TELEGRAM_WEBHOOK_SECRET or ZALO_WEBHOOK_SECRET'],
  ])('%s in .env is answered with %s, elsewhere it is not ours', (name, meant) => {
    expect(() => readConfig({ [name]: 'x' })).not.toThrow();
    expect(() => readConfig({ [name]: 'x' }, new Set([name]))).toThrow(`did you mean ${meant}`);
  });

  it.each(['AWS_SESSION_TOKEN', 'HTTP_PROXY', 'NODE_EXTRA_CA_CERTS', 'TZ', 'AWS_ENDPOINT_URL', 'NPM_TOKEN'])(
    '%s in .env is another program’s own',
    (name) => expect(() => readConfig({ [name]: 'x' }, new Set([name]))).not.toThrow(),
  );
});

function refusalOf(env: Record<string, string>): ConfigError {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
  throw new Error('it was not refused');
}
