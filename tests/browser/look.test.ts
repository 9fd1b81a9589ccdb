import { mkdir } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from './open-browser.ts';
import { type SampleHouse, startSampleHouse } from './sample-house.ts';

const folder = 'tests/output';
let house: SampleHouse;
let browser: Browser;
beforeAll(async () => {
  await mkdir(folder, { recursive: true });
  house = await startSampleHouse();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

/** Pictures to look at, in tests/output; at each size nothing may extend beyond the side. */
test.each([
  { name: 'phone-light', width: 360, height: 740, colorScheme: 'light' as const },
  { name: 'phone-dark', width: 360, height: 740, colorScheme: 'dark' as const },
  { name: 'desk-light', width: 1280, height: 800, colorScheme: 'light' as const },
  { name: 'desk-dark', width: 1280, height: 800, colorScheme: 'dark' as const },
])(
  '$name shows the list and a chat without anything sticking out',
  async ({ name, width, height, colorScheme }) => {
    const context = await browser.newContext({
      viewport: { width, height },
      colorScheme,
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    const problems: string[] = [];
    page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
    page.on('pageerror', (error) => problems.push(error.message));
    await page.goto(house.url);
    await page.getByRole('link', { name: /Nguyễn Thị Hoa/ }).waitFor();
    await page.screenshot({ path: `${folder}/${name}-list.png` });

    await page.getByRole('link', { name: /Nguyễn Thị Hoa/ }).click();
    const box = page.getByRole('textbox', { name: 'Nhập tin nhắn' });
    const say = async (text: string, answer: string | RegExp) => {
      await box.fill(text);
      await box.press('Enter');
      await page.locator('.message.bot').last().getByText(answer).waitFor();
    };
    await say('/start', /được mời/);
    await say('/dangky', /Đối tượng/);
    await page.screenshot({ path: `${folder}/${name}-buttons.png` });
    await say('/baocao', /53/);
    await say('Mô hình "Đak Đoa chung sức xây dựng nông thôn mới" của thôn Klót, xã Kon Gang', /vừa viết/);
    await say('/sdt', /Số điện thoại/);
    await page.screenshot({ path: `${folder}/${name}-chat.png` });
    await page.getByRole('button', { name: 'Các lệnh' }).click();
    await page.screenshot({ path: `${folder}/${name}-commands.png` });

    await page.keyboard.press('Escape');
    await page
      .locator('input[type=file]')
      .setInputFiles([{ name: 'rong.docx', mimeType: 'x/y', buffer: Buffer.alloc(0) }]);
    expect(problems).toEqual([]);
    await context.setOffline(true);
    await say('Chưa có mạng', /Số điện thoại/);
    await page.screenshot({ path: `${folder}/${name}-waiting.png` });
    await context.setOffline(false);
    for (const chat of house.chats.slice(1, 3)) await house.bot.api.sendMessage(chat, 'Nhắc hạn nộp');
    if (width < 900) await page.getByRole('button', { name: 'Về danh sách' }).click();
    await page.getByRole('link', { name: /Trần Văn Minh.*chưa đọc/ }).waitFor();
    await page.screenshot({ path: `${folder}/${name}-unread.png` });

    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBe(width);
    await context.close();
  },
);
