import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import pino from 'pino';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWords } from '../../src/bot/core/words.ts';
import { guideNames, guidePath } from '../../src/guide/guides.ts';
import { addGuideRoutes } from '../../src/guide/routes.ts';
import { createHttp } from '../../src/http/server.ts';
import { locales } from '../../src/i18n.ts';
import { loadPlan } from '../../src/plan/load.ts';
import { openBrowser } from './open-browser.ts';

/** With SCREENSHOTS=folder the test saves pictures. */
const pictures = process.env.SCREENSHOTS;
const plan = loadPlan('prisma/plans/101-kh-ubnd.yaml');

let http: FastifyInstance;
let address: string;
let browser: Browser;
beforeAll(async () => {
  http = createHttp({ log: pino({ level: 'silent' }) });
  addGuideRoutes(http, (locale) => createWords(plan, locale));
  address = await http.listen({ host: '127.0.0.1', port: 0 });
  browser = await openBrowser();
  if (pictures) await mkdir(pictures, { recursive: true });
});
afterAll(async () => {
  await browser?.close();
  await http?.close();
});

const pages = guideNames.flatMap((guide) => locales.map((locale) => ({ guide, locale })));

describe.each([320, 240])('on a phone %i pixels wide', (width) => {
  it.each(pages)('$guide in $locale fits, and shows every picture', async ({ guide, locale }) => {
    const page = await browser.newPage({
      viewport: { width, height: 640 },
      colorScheme: width === 240 ? 'dark' : 'light',
    });
    try {
      const problems: string[] = [];
      page.on('console', (message) => {
        // Browsers ask for an icon that this server without the chat's page does not have.
        const aboutIcon = message.location().url.endsWith('/favicon.ico');
        if (message.type() === 'error' && !aboutIcon) problems.push(message.text());
      });
      await page.goto(`${address}${guidePath(guide, locale)}`);
      expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBe(width);
      for (const picture of await page.locator('img').all()) {
        await picture.scrollIntoViewIfNeeded();
        expect((await picture.boundingBox())?.width ?? 0).toBeLessThanOrEqual(width);
      }
      const whole = '[...document.images].every((one) => one.complete && one.naturalWidth > 0)';
      await expect.poll(() => page.evaluate<boolean>(whole)).toBe(true);
      expect(problems).toEqual([]);
      if (pictures)
        await page.screenshot({
          path: join(pictures, `guide-${guide}-${locale}-${width}.png`),
          fullPage: true,
        });
    } finally {
      await page.close();
    }
  });
});
