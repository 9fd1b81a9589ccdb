import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import type { Page, PageScreenshotOptions } from 'playwright-core';
import { type Args, type Locale, t } from '../../src/i18n.ts';
import { until } from '../support/until.ts';

/** A phone's width in CSS pixels; high enough for the longest message. */
export const viewport = { width: 340, height: 1600 };
/** The longest picture, in CSS pixels. */
const longest = 460;

/** Where the page is, its language, and the files that a picture goes to; none leaves it out. */
export interface Photographs {
  url: string;
  locale: Locale;
  /** Arguments that every text may take. */
  always: Args;
  folders(name: string): string[];
}

/** Acts as a person in the browser: talks, presses buttons, and photographs messages. */
export function photographer(page: Page, { url, locale, always, folders }: Photographs) {
  const last = () => page.locator('.message.bot').last();
  const box = page.locator('textarea');
  return {
    /** A text of the program in the language of the pictures. */
    words: (key: string, args: Args = {}) => t(locale, key, { ...always, ...args }),
    async becomes(name: string) {
      await page.goto(url);
      await page.getByRole('link', { name: new RegExp(name) }).click();
      await page.getByRole('heading', { name, exact: true }).waitFor();
      await box.waitFor();
    },
    async says(text: string) {
      await box.fill(text);
      await box.press('Enter');
    },
    /** Waits for a question, by its words up to the question mark. */
    async asks(key: string) {
      const given = { ...always, list: '', example: '', min: 1, max: 2 };
      await last()
        .filter({ hasText: t(locale, key, given).split('?')[0] ?? '' })
        .waitFor();
    },
    async sees(text: string | RegExp) {
      const found = last().filter({ hasText: text });
      await found.waitFor();
      return found;
    },
    async presses(label: string | RegExp) {
      const named = typeof label === 'string' ? { name: label, exact: true } : { name: label };
      await page.locator('.message.bot').getByRole('button', named).last().click();
    },
    async sendsFile(name: string) {
      const content = '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n';
      await page
        .locator('input[type=file]')
        .setInputFiles({ name, mimeType: 'application/pdf', buffer: Buffer.from(content) });
    },
    async showsAsOnZalo(on: boolean) {
      const view = page.getByRole('switch');
      if ((await view.getAttribute('aria-checked')) !== String(on)) await view.click();
    },
    /**
     * Photographs the newest messages, with what can be pressed below them; of a long one its
     * beginning or its end.
     */
    async photographs(name: string, messages: number, part: 'top' | 'end' = 'end') {
      await page.evaluate('document.fonts.ready');
      const all = page.locator('.message');
      // A chat that was opened at unread messages stays there: it is scrolled to its end.
      // Not waitForFunction: the page's own rules forbid what it evaluates.
      const bottom = `[...document.querySelectorAll('.message')].at(-1)?.getBoundingClientRect().bottom`;
      await until(async () => {
        await page.evaluate(`document.querySelector('.scroll').scrollTop = 1e9`);
        return (await page.evaluate(`${bottom} <= ${viewport.height}`)) ? true : undefined;
      });
      const count = await all.count();
      const boxes = [];
      for (let i = Math.max(0, count - messages); i < count; i++) {
        const found = await all.nth(i).boundingBox();
        if (found) boxes.push(found);
      }
      const top = Math.min(...boxes.map(({ y }) => y)) - 8;
      const end = Math.max(...boxes.map(({ y, height }) => y + height)) + 8;
      const height = Math.min(end - top, longest);
      const y = part === 'top' ? top : end - height;
      const clip = { x: 0, y, width: viewport.width, height };
      for (const path of folders(name)) await saveSmall(page, path, { clip });
    },
    /** Photographs the whole page. */
    async photographsPage(name: string) {
      await page.evaluate('document.fonts.ready');
      for (const path of folders(name)) await saveSmall(page, path, {}, 96);
    },
  };
}

/** A quarter of the bytes: people open the guide on a weak signal. */
async function saveSmall(
  page: Page,
  path: string,
  options: PageScreenshotOptions,
  colours = 48,
): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await page.screenshot({ ...options, path });
  await promisify(execFile)('convert', [path, '-strip', '-colors', String(colours), `png8:${path}`]);
}
