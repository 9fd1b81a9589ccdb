import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

const zalo = { ZALO_BOT_TOKEN: '1459232241454765289:abc' };

/** The lines that an operator reads. */
function mistakesOf(env: Record<string, string>): string[] {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.lines;
    throw error;
  }
}

describe('settings of Zalo', () => {
  it.each([
    ['no address', {}, [expect.stringMatching(/^PUBLIC_URL: Zalo needs it/)]],
    [
      'plain http',
      { PUBLIC_URL: 'http://dien-hinh.example.gov.vn' },
      ['PUBLIC_URL: Zalo needs https (plain http only on loopback, for tests)'],
    ],
    [
      'a name that only begins like loopback',
      { PUBLIC_URL: 'http://127.0.0.1.example.com' },
      [expect.stringContaining('needs https')],
    ],
    ['https', { PUBLIC_URL: 'https://dien-hinh.example.gov.vn/' }, []],
    ['http on loopback', { PUBLIC_URL: 'http://127.0.0.1:8080' }, []],
    ['http on loopback by name', { PUBLIC_URL: 'http://localhost:8080' }, []],
    [
      'a short secret',
      { PUBLIC_URL: 'https://a.example', ZALO_WEBHOOK_SECRET: 'short' },
      [expect.stringMatching(/^ZALO_WEBHOOK_SECRET: /)],
    ],
    [
      'no rate',
      { PUBLIC_URL: 'https://a.example', ZALO_SENDS_PER_SECOND: 'fast' },
      [expect.stringMatching(/^ZALO_SENDS_PER_SECOND: /)],
    ],
    [
      'a rate of nothing',
      { PUBLIC_URL: 'https://a.example', ZALO_SENDS_PER_SECOND: '0' },
      [expect.stringMatching(/^ZALO_SENDS_PER_SECOND: /)],
    ],
    [
      'the rehearsal',
      { PUBLIC_URL: 'https://a.example', MODE: 'rehearsal' },
      [expect.stringMatching(/^MODE: /)],
    ],
  ])('%s', (_name, more, lines) => {
    expect(mistakesOf({ ...zalo, ...more })).toEqual(lines);
  });

  it('are complete with a token and an address', () => {
    const config = readConfig({ ...zalo, PUBLIC_URL: 'https://dien-hinh.example.gov.vn/' });
    expect(config.mode).toBe('production');
    expect(config.zalo).toEqual({
      token: '1459232241454765289:abc',
      apiRoot: 'https://bot-api.zaloplatforms.com',
      webhookSecret: undefined,
      publicUrl: 'https://dien-hinh.example.gov.vn',
      sends: 10,
    });
  });

  it('are nothing without a token', () => {
    expect(readConfig({}).zalo).toBeUndefined();
    expect(readConfig({ TELEGRAM_BOT_TOKEN: '1:a' }).zalo).toBeUndefined();
  });
});
