import { spawn } from 'node:child_process';
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { databaseIn, type HouseProcess, killServerIn, startProcess } from '../support/process.ts';

let place: string;
const afterwards: (() => unknown)[] = [];
beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'dht-commands-'));
  await chmod(place, 0o711);
});
afterEach(async () => {
  for (const undo of afterwards.splice(0).reverse()) await undo();
  await rm(place, { recursive: true, force: true });
});

async function start(dataDir: string): Promise<HouseProcess> {
  const app = startProcess({ cwd: place, settings: { DATA_DIR: dataDir } });
  afterwards.push(async () => {
    await app.kill();
    await killServerIn(dataDir);
  });
  await app.ready();
  return app;
}

/** A command as an operator types it, without npm around it. */
async function command(name: 'backup' | 'restore', args: string[], settings: Record<string, string>) {
  const child = spawn(process.execPath, [resolve(`src/app/commands/${name}.ts`), ...args], {
    cwd: place,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...settings },
  });
  const ended = new Promise<number | null>((done) => child.once('close', done));
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, lines: `${stdout}${stderr}`.trim().split('\n') };
}

async function query(url: string, sql: string): Promise<object[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

const people = 'select id, name, locale, created_at from person order by id';

describe('npm run backup and npm run restore', () => {
  it('move a running app, with its embedded database and files, to a new folder', async () => {
    const [old, fresh, file] = [join(place, 'old'), join(place, 'new'), join(place, 'b.sealed')];
    const settings = { BACKUP_PASSPHRASE: 'một câu thật dài' };
    const app = await start(old);
    const before = await query(await databaseIn(old), people);
    expect(before.length).toBeGreaterThan(3);

    const made = await command('backup', [file], { DATA_DIR: old, ...settings });
    expect(made.lines[0]).toMatch(
      /^Đã sao lưu \/ backed up: \S+b\.sealed {2}[\d.]+ [kMG]B, \d+ tables, \d+ rows, \d+ files$/,
    );
    expect(made.code).toBe(0);
    expect(await query(await databaseIn(old), 'select finished_at is not null as made from backup')).toEqual([
      { made: true },
    ]);
    expect((await readFile(file)).includes('Nguyễn')).toBe(false);

    // It works when the app is stopped too; the server that was started for it ends.
    app.signal('SIGTERM');
    await app.exited;
    const again = await command('backup', [join(place, 'stopped')], { DATA_DIR: old, ...settings });
    expect(again).toMatchObject({ code: 0 });
    await expect(databaseIn(old)).rejects.toThrow('no database server runs');

    expect(await command('restore', [file], { DATA_DIR: fresh })).toEqual({
      code: 2,
      lines: [expect.stringMatching(/is encrypted: set BACKUP_PASSPHRASE/)],
    });
    await expect(stat(fresh)).rejects.toThrow('ENOENT');
    const back = await command('restore', [file], { DATA_DIR: fresh, ...settings });
    expect(back.lines[0]).toMatch(/^Đã phục hồi \/ restored: \d+ tables/);
    expect(back.code).toBe(0);
    await expect(databaseIn(fresh)).rejects.toThrow('no database server runs');

    await start(fresh);
    expect(await query(await databaseIn(fresh), people)).toEqual(before);
    const refused = await command('restore', [file], { DATA_DIR: fresh, ...settings });
    expect(refused).toEqual({
      code: 2,
      lines: [expect.stringMatching(/^DATA_DIR: .* holds a database already/)],
    });
  });

  const wrong: [what: string, name: 'backup' | 'restore', args: string[], line: RegExp][] = [
    ['a backup without a name', 'backup', [], /^usage: npm run backup FILE/],
    ['a backup with two names', 'backup', ['a', 'b'], /^usage: npm run backup FILE/],
    [
      'a backup of nothing',
      'backup',
      ['out'],
      /^DATA_DIR: \S+ holds no database: there is nothing to back up$/,
    ],
    ['a restore without a name', 'restore', [], /^usage: npm run restore FILE/],
    ['a restore of a file that is not there', 'restore', ['none'], /^none cannot be read \(ENOENT\)$/],
    ['a restore of something else', 'restore', ['notes.txt'], /^notes.txt is no backup of this program$/],
  ];
  it.each(wrong)(
    'say in one line, with exit code 2, what is wrong with %s',
    async (_what, name, args, line) => {
      await writeFile(join(place, 'notes.txt'), 'hello');
      const said = await command(name, args, { DATA_DIR: join(place, 'nothing') });
      expect(said).toEqual({ code: 2, lines: [expect.stringMatching(line)] });
      expect(await readdir(place)).toEqual(['notes.txt']);
    },
  );
});
