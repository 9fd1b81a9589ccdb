import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

const token = '123456:AAF-token';

describe('settings', () => {
  it('of nothing are the rehearsal on loopback, with its own database', () => {
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
  ];
  it.each(refused)('refuses %o: one line each', (env, names) => {
    const error = refusalOf(env);
    expect(error.lines.map((line) => line.split(':')[0])).toEqual(names);
    for (const line of error.lines) expect(line).toMatch(/^[A-Z_]+: [^\n]{10,}$/);
    // What was given may be a secret with a typing mistake in it.
    if (env.TELEGRAM_BOT_TOKEN) expect(error.message).not.toContain(env.TELEGRAM_BOT_TOKEN);
  });
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
