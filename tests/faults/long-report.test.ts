import { chmod, mkdtemp, readlink, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { expect, it, onTestFinished } from 'vitest';
import { connect } from '../../src/store/database.ts';
import { sharedFolder } from '../../src/store/embedded/binaries.ts';
import { startTelegramStandIn } from '../standin/telegram/start.ts';
import { holdReports } from '../support/held-report.ts';
import { databaseIn, killServerIn, startProcess } from '../support/process.ts';
import { joins } from './story.ts';

it('a report whose process is killed is made after the restart, once', { timeout: 180_000 }, async () => {
  const place = await mkdtemp(join(tmpdir(), 'dht-report-'));
  // Root's database server runs under another account, which must be able to pass through.
  await chmod(place, 0o711);
  const dataDir = join(place, 'data');
  const telegram = await startTelegramStandIn();
  const start = async () => {
    const app = startProcess({
      cwd: place,
      settings: {
        TELEGRAM_BOT_TOKEN: telegram.token,
        TELEGRAM_API_ROOT: telegram.url,
        DATA_DIR: dataDir,
        CLOCK_START: '2021-08-18T08:00:00+07:00',
        FIRST_OFFICER_CODE: 'FRST-2345',
      },
    });
    await app.ready();
    return app;
  };
  let app = await start();
  const db = connect({ url: await databaseIn(dataDir), log: pino({ level: 'silent' }), poolSize: 2 });
  onTestFinished(async () => {
    await db.close();
    await app.kill();
    await telegram.close();
    await killServerIn(dataDir);
    const moved = await readlink(join(dataDir, 'postgres')).catch(() => undefined);
    if (moved?.startsWith(sharedFolder)) await rm(moved, { recursive: true, force: true });
    await rm(place, { recursive: true, force: true });
  });
  const officer = telegram.person({ name: 'Hạnh' });
  await joins(officer, 'FRST-2345', 'Trần Thị Hạnh');
  await officer.presses('Bỏ qua');
  await officer.sees('Đã xong.');

  const files = () => telegram.calls.filter(({ method }) => method === 'sendDocument').length;
  for (const [made, word, name] of [
    [1, 'danhsach', 'Bao-cao-danh-sach-2021.xlsx'],
    [2, 'tonghop', 'Bao-cao-tong-hop-2021.xlsx'],
  ] as const) {
    const held = await holdReports(db.pool);
    await officer.says(`/baocao ${word} 2021`);
    await officer.sees('Đang lập báo cáo…');
    await app.kill();
    expect(files()).toBe(made - 1);
    await held.free();
    app = await start();
    await officer.receivesFile(name);
    await expect
      .poll(async () => (await db.pool.query('select state from asked_report order by id')).rows)
      .toEqual(Array.from({ length: made }, () => ({ state: 'sent' })));
    expect(files()).toBe(made);
  }
});
