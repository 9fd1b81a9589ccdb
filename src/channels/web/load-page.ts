import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { type Locale, locales } from '../../i18n.ts';
import type { WebPage } from './page-files.ts';
import type { PageNames } from './page-texts.ts';

// Buffers arrive from another thread as plain bytes.
const bytes = z
  .instanceof(Uint8Array)
  .transform(({ buffer, byteOffset, byteLength }) => Buffer.from(buffer, byteOffset, byteLength));
const pageFile = z.object({ type: z.string(), plain: bytes, gzip: bytes, brotli: bytes });
const webPage = z.object({ version: z.string(), index: pageFile, files: z.map(z.string(), pageFile) });

/** Pages by the names in them: a process has one plan, a run of the tests several. */
const pages = new Map<string, Promise<WebPage>>();

/**
 * Builds the page in a worker thread, once per process. Removing its types needs a compiler of 20
 * MB and a tenth of a second, which would otherwise delay a start. After a failure the next call
 * tries again.
 */
export function loadWebPage(namesIn: (locale: Locale) => PageNames): Promise<WebPage> {
  const names = Object.fromEntries(locales.map((locale) => [locale, namesIn(locale)]));
  const key = JSON.stringify(names);
  const known = pages.get(key);
  if (known) return known;
  const building = buildInThread(names);
  pages.set(key, building);
  building.catch(() => pages.delete(key));
  return building;
}

function buildInThread(names: Record<string, PageNames>): Promise<WebPage> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./page-worker.ts', import.meta.url), { workerData: names });
    worker.once('message', (page: unknown) => resolve(webPage.parseAsync(page)));
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the page was not built (${code})`)));
  });
}
