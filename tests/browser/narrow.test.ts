import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from './open-browser.ts';
import { type SampleHouse, startSampleHouse } from './sample-house.ts';

let house: SampleHouse;
let browser: Browser;
beforeAll(async () => {
  house = await startSampleHouse();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

/** Lists what extends beyond the right side, or is cut within its box. */
const beyondTheSide = (page: Page) =>
  page.evaluate<string[]>(`[...document.querySelectorAll('button, a, h1, h2, textarea, .message')]
    .filter((one) => one.checkVisibility())
    .filter((one) => one.getBoundingClientRect().right > innerWidth + 0.5)
    .map((one) => one.className + ' ' + one.textContent.trim().slice(0, 30))`);

/** Lists the buttons of messages that another button lies over. */
const covered = (page: Page) =>
  page.evaluate<string[]>(`[...document.querySelectorAll('.message .key')].filter((key) => {
    const box = key.getBoundingClientRect();
    const view = document.querySelector('.scroll').getBoundingClientRect();
    const y = box.top + box.height / 2;
    if (y < view.top || y > view.bottom) return false;
    return !key.contains(document.elementFromPoint(box.left + box.width / 2, y));
  }).map((key) => key.textContent)`);

test.each([
  { width: 240, lang: 'vi' },
  { width: 240, lang: 'en' },
  { width: 280, lang: 'en' },
  { width: 320, lang: 'vi' },
  { width: 320, lang: 'en' },
  { width: 360, lang: 'en' },
])('at $width pixels ($lang) nothing is cut, and the way to the end covers no button', async (given) => {
  const { width, lang } = given;
  const page = await browser.newPage({ viewport: { width, height: 640 }, reducedMotion: 'reduce' });
  await page.goto(`${house.url}/?lang=${lang}`);
  const hoa = page.getByRole('link', { name: /Nguyễn Thị Hoa/ });
  await hoa.waitFor();
  expect(await beyondTheSide(page)).toEqual([]);
  await hoa.click();
  const box = page.locator('.write textarea');
  await box.waitFor();
  for (const words of ['/start', '/dangky', '/dangky']) {
    const before = await page.locator('.message.bot').count();
    await box.fill(words);
    await box.press('Enter');
    await page.locator('.message.bot').nth(before).waitFor();
  }
  expect(await beyondTheSide(page)).toEqual([]);
  await page.locator('.scroll').evaluate((element) => element.scrollTo(0, 0));
  await page.locator('.news').waitFor();
  expect(await covered(page)).toEqual([]);
  await page.locator('.news').click();
  await page.locator('.news').waitFor({ state: 'detached' });
  await page.close();
});
