/**
 * `npm run guide:pictures`: takes the pictures of the README and of the guides that show several
 * years. A rehearsal plays the five years by its own button, then its people are asked for reports.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startApp } from '../../src/app/app.ts';
import { readConfig } from '../../src/config/config.ts';
import { createLog } from '../../src/log.ts';
import { rehearsalAt } from '../support/rehearsal-api.ts';
import { openBrowser } from './open-browser.ts';
import { photographer, viewport } from './photographer.ts';

const folder = 'docs/pictures';
const manager = 'Đinh Văn Thọ';

const dataDir = await mkdtemp(join(tmpdir(), 'dht-years-'));
const app = await startApp({
  config: readConfig({ DATA_DIR: dataDir, PORT: '0' }),
  log: createLog('silent'),
});
const browser = await openBrowser();
try {
  await rehearsalAt(app.url).play('fiveYears');
  const { skipped } = await rehearsalAt(app.url).ends();
  if (skipped > 0) throw new Error(`${skipped} steps were left out: the pictures would show too little`);
  const open = async (size: { width: number; height: number }, scale: number) => {
    const context = await browser.newContext({
      ...{ viewport: size, deviceScaleFactor: scale, locale: 'vi' },
      ...{ reducedMotion: 'reduce', colorScheme: 'light' },
    });
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    const folders = (name: string) => [join(folder, `${name}.png`)];
    return photographer(page, { url: app.url, locale: 'vi', always: {}, folders });
  };
  const screen = await open({ width: 1100, height: 740 }, 1);
  await screen.becomes(manager);
  await screen.says('/bieudo theo lĩnh vực 2025');
  await screen.sees(/2025/);
  await screen.photographsPage('rehearsal');

  const phone = await open(viewport, 1.5);
  await phone.becomes(manager);
  await phone.says('báo cáo ketqua 2023');
  await phone.sees(/xlsx/);
  await phone.photographs('lanh-dao-ket-qua-nam', 2);
} finally {
  await browser.close();
  await app.stop();
  await rm(dataDir, { recursive: true, force: true });
}
