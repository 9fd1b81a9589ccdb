import { chmod, mkdtemp, readFile, readlink, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { sharedFolder } from '../../src/store/embedded/binaries.ts';
import { killServerIn, startProcess } from '../support/process.ts';

/** Packages that a start on an existing database has no use for: they are loaded when needed. */
const late = [
  '@prisma/client',
  '@aws-sdk',
  'exceljs',
  'docx',
  'd3-scale',
  '@resvg/resvg-js',
  'prom-client',
  'file-type',
  'ajv',
  'heic-convert',
  '@prisma/schema-engine-wasm',
  'playwright-core',
];

it('a killed process starts again on its own database, and SIGTERM ends it with 0', async () => {
  const place = await mkdtemp(join(tmpdir(), 'dht-smoke-'));
  // Root's database server runs under another account, which must be able to pass through.
  await chmod(place, 0o711);
  const dataDir = join(place, 'data');
  const start = (more = {}) => startProcess({ cwd: place, settings: { DATA_DIR: dataDir, ...more } });
  const modules = join(place, 'modules.txt');
  const first = start();
  let last = first;
  onTestFinished(async () => {
    await Promise.all([first.kill(), last.kill()]);
    await killServerIn(dataDir);
    const moved = await readlink(join(dataDir, 'postgres')).catch(() => undefined);
    if (moved?.startsWith(sharedFolder)) await rm(moved, { recursive: true, force: true });
    await rm(place, { recursive: true, force: true });
  });

  await first.ready();
  await first.kill();
  const noting = resolve('tests/support/note-modules.ts');
  last = start({ NODE_OPTIONS: `--import=${noting}`, NOTE_MODULES: modules });
  const url = await last.ready();
  expect(await (await fetch(`${url}/healthz`)).json()).toMatchObject({ status: 'ok', database: 'ok' });
  const loaded = await readFile(modules, 'utf8');
  expect(loaded).toContain('/src/app/app.ts');
  expect(late.filter((name) => loaded.includes(`/node_modules/${name}/`))).toEqual([]);
  last.signal('SIGTERM');
  expect(await last.exited).toEqual({ code: 0, signal: null });
});
