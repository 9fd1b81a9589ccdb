import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { locales } from '../../i18n.ts';
import { buildWebPage } from './page-files.ts';

/** Builds the page in a thread of its own, whose end gives back the memory of the compiler. */
const namesIn = z
  .record(z.enum(locales), z.object({ office: z.string(), committee: z.string() }))
  .parse(workerData);
parentPort?.postMessage(buildWebPage((locale) => namesIn[locale]));
