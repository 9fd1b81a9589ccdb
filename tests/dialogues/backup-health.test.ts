import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChatPerson } from '../support/chat.ts';
import { type TestHouse, testHouse } from '../support/house.ts';
import { channelsOfThisRun } from '../support/which-run.ts';

describe.each(channelsOfThisRun)('/suckhoe reports on backups, on %s,', (channel) => {
  let house: TestHouse;
  let officer: ChatPerson;
  beforeAll(async () => {
    house = await testHouse({ channel });
    officer = await house.joined('Hạnh', 'officer');
  });
  afterAll(() => house.close());

  const note = (startedAt: string, more: { error?: string } = {}) =>
    house.app.house.db.prisma.backup.create({
      data: more.error
        ? { startedAt: new Date(startedAt), error: more.error }
        : { startedAt: new Date(startedAt), finishedAt: new Date(startedAt), bytes: 12_300_000 },
    });

  it('that there is none, the time of the newest, that it is old, and that one failed', async () => {
    await officer.says('/suckhoe');
    await officer.sees('Chưa có bản sao lưu nào. Báo người quản trị máy chủ.\nChưa đặt sao lưu hằng đêm');

    await note('2021-08-17T18:30:00Z');
    await officer.says('/suckhoe');
    await officer.sees('Sao lưu gần nhất: 01:30 18/8/2021 (12.3 MB)');

    await note('2021-08-17T19:30:00Z', { error: 'ENOSPC' });
    await officer.says('/suckhoe');
    await officer.sees('Lần sao lưu lúc 02:30 18/8/2021 không thành (ENOSPC)');

    await house.at('2021-08-28T08:00:00+07:00');
    await officer.says('/suckhoe');
    await officer.sees('Sao lưu đã cũ: bản gần nhất lúc 01:30 18/8/2021 (12.3 MB), 10 ngày trước');
  });
});

describe('the nightly backup of a running app', () => {
  it('is made where BACKUP_DIR says, and /suckhoe reports it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'dht-backups-'));
    const house = await testHouse({ env: { BACKUP_DIR: folder } });
    try {
      const officer = await house.joined('Hạnh', 'officer');
      const done = () => house.app.house.db.prisma.backup.count({ where: { finishedAt: { not: null } } });
      await expect.poll(done, { timeout: 60_000 }).toBe(1);
      await officer.says('/suckhoe');
      await officer.sees('Sao lưu gần nhất: 08:00 18/8/2021');
    } finally {
      await house.close();
      await rm(folder, { recursive: true, force: true });
    }
  });
});
