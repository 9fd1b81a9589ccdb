import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningApp, startApp } from '../../src/app/app.ts';
import { readConfig } from '../../src/config/config.ts';
import { createLog } from '../../src/log.ts';
import { openBrowser } from './open-browser.ts';

let app: RunningApp;
let browser: Browser;
let dataDir: string;
let page: Page;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'dht-year-'));
  app = await startApp({
    config: readConfig({ DATA_DIR: dataDir, PORT: '0' }),
    log: createLog(process.env.TEST_LOG ?? 'silent'),
  });
  browser = await openBrowser();
  page = await browser.newPage({ viewport: { width: 1280, height: 860 } });
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
  await rm(dataDir, { recursive: true, force: true });
});

test('buttons play the first year and stop it; the chats are held until then', {
  timeout: 600_000,
}, async () => {
  page.setDefaultTimeout(580_000);
  await page.goto(app.url);
  await page.getByRole('link', { name: /Nguyễn Văn Bình/ }).click();
  const box = page.getByRole('textbox', { name: 'Nhập tin nhắn' });
  await box.fill('một câu viết dở');
  const button = page.getByRole('button', { name: 'Diễn năm đầu' });
  await page.getByRole('button', { name: 'Diễn cả 5 năm' }).waitFor();
  await button.focus();
  await page.keyboard.press('Enter');
  await page.getByText(/Đang diễn năm đầu: \d+%/).waitFor();
  await page.getByRole('progressbar').waitFor();
  await expect.poll(() => button.count()).toBe(0);
  await page.getByText(/^1[89]\/8\/2021: /).waitFor();
  await page.getByText('xem được, chưa nhắn được').waitFor();
  await expect.poll(() => box.count()).toBe(0);
  const nextDay = page.getByRole('button', { name: '+1 ngày' });
  await expect.poll(() => nextDay.getAttribute('aria-disabled')).toBe('true');

  await page.getByRole('button', { name: 'Dừng' }).click();
  await page.getByText(/Đã dừng diễn năm đầu ở \d+%/).waitFor();
  await box.waitFor();
  await expect.poll(() => box.inputValue()).toBe('một câu viết dở');
  await expect.poll(() => nextDay.getAttribute('aria-disabled')).toBe('false');

  await page.getByRole('button', { name: 'Diễn tiếp' }).click();
  await page.getByText('Đã diễn xong năm đầu.').waitFor();
  await page.getByRole('timer').getByText('31/12/2021').waitFor();
  // People who joined in the year can be chosen like the others, and the bot answers them.
  await page.getByRole('link', { name: /Siu H’Nhan/ }).click();
  await page.getByRole('heading', { name: 'Siu H’Nhan', exact: true }).waitFor();
  await box.fill('/danhsach');
  await box.press('Enter');
  const list = page.locator('.message.bot').filter({ hasText: 'IAPET-2021-010' }).last();
  await list.waitFor();
  expect(await list.textContent()).toContain('đã duyệt');
  await page.reload();
  await page.getByText('Đã diễn xong năm đầu.').waitFor();
  await page.getByRole('button', { name: 'Diễn cả 5 năm' }).waitFor();
  await expect.poll(() => button.count()).toBe(0);
});
