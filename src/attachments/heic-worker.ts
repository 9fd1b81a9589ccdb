import { parentPort, workerData } from 'node:worker_threads';
import convert from 'heic-convert';
import { z } from 'zod';

/**
 * Decodes one HEIC photo in a thread of its own, since libheif does not return before it is done.
 */
const bytes = z.instanceof(Uint8Array).parse(workerData);
const jpeg = await convert({ buffer: bytes, format: 'JPEG', quality: 0.9 });
parentPort?.postMessage(new Uint8Array(jpeg));
