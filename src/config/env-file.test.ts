import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readEnvFile } from './env-file.ts';

let folder: string;
let file: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dht-env-'));
  file = join(folder, '.env');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const text = 'PORT=9000\nBACKUP_PASSPHRASE="tối mật # 12"\n';
const settings = { PORT: '9000', BACKUP_PASSPHRASE: 'tối mật # 12' };
const bigEndian = (from: string) => Buffer.from(from, 'utf16le').swap16();

describe('.env', () => {
  it.each([
    ['as UTF-8', text],
    ['as UTF-8 with a mark', `\ufeff${text}`],
    ['as UTF-16 with a mark, as Windows saves it', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['as UTF-16 without a mark', Buffer.from(text, 'utf16le')],
    ['as UTF-16, the other byte first', bigEndian(`\ufeff${text}`)],
    ['with the line ends of Windows', text.replaceAll('\n', '\r\n')],
    ['with comments, blanks and export', `# a\n\n  export PORT = 9000 # b\n${text.split('\n')[1]}`],
  ])('is read %s', async (_how, content) => {
    await writeFile(file, content);
    expect(readEnvFile(file)).toEqual(settings);
  });

  it('may be missing, and may have a value over several lines', async () => {
    expect(readEnvFile(join(folder, 'none'))).toEqual({});
    await writeFile(file, "A='one\ntwo=2'\nB=3\n");
    expect(readEnvFile(file)).toEqual({ A: 'one\ntwo=2', B: '3' });
  });

  it.each<[what: string, content: string | Buffer, line: string]>([
    ['a name twice', 'PORT=1\nHOST=a\nPORT=1\n', ':3: PORT: stands in line 1 already'],
    ['a line that is no setting', 'PORT=1\nremember the milk\n', ':2: is not of the form NAME=value'],
    ['a colon for the equals sign', 'PORT: 8080\n', ':1: is not of the form NAME=value'],
    ['a name with a dash', 'TELEGRAM-BOT-TOKEN=1:a\n', ':1: is not of the form NAME=value'],
    ['curly quotes', 'DATA_DIR=“/srv/a”\n', ':1: DATA_DIR: has curly quotes'],
    ['a quote that does not end', 'A="x\nB=2\n', ':1: A: the quote " does not end'],
    ['text behind a quote', 'A="x" y\n', ':1: A: has text behind the closing "'],
    ['a # inside a password', 'DATABASE_URL=postgres://u:a#b@h/d\n', ':1: DATABASE_URL: has a # in it'],
    ['a space of no width', 'PORT\u200b=1\n', ':1: has an invisible character (U+200B)'],
    ['a no-break space', 'PORT=\u00a08080\n', ':1: has an invisible character (U+00A0)'],
    ['a mark in the middle', 'A=1\n\ufeffPORT=1\n', ':2: has an invisible character (U+FEFF)'],
    ['an old Vietnamese encoding', Buffer.from([0x41, 0x3d, 0xd0, 0xe4, 0x0a]), ': is not text'],
    ['a program', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0x00, 0x01]), ': is not text'],
  ])('is refused for %s: one line that quotes no value', async (_what, content, line) => {
    await writeFile(file, content);
    const refused = () => readEnvFile(file);
    expect(refused).toThrow(`${file}${line}`);
    expect(refused).toThrow(/^[^\n]+$/);
    expect(refused).not.toThrow('a#b');
  });

  it('is refused when it is a folder', async () => {
    await mkdir(join(folder, 'dir'));
    expect(() => readEnvFile(join(folder, 'dir'))).toThrow(/dir: is not a file$/);
  });
});
