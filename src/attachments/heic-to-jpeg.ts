import { Worker } from 'node:worker_threads';

/** In milliseconds. A photo of 50 megapixels takes 10 s; a longer conversion never ends. */
const longestMs = 60_000;
let last: Promise<unknown> = Promise.resolve();

/**
 * Converts a HEIC photo to JPEG in a worker thread. Undefined when it is damaged or takes more than
 * a minute. One at a time: a decoded photo fills hundreds of megabytes.
 */
export function heicToJpeg(bytes: Uint8Array): Promise<Uint8Array | undefined> {
  const jpeg = last.then(() => decode(bytes));
  last = jpeg;
  return jpeg;
}

function decode(bytes: Uint8Array): Promise<Uint8Array | undefined> {
  return new Promise((resolve) => {
    // Messages of libheif are about a photo, not about the server.
    const worker = new Worker(new URL('./heic-worker.ts', import.meta.url), {
      workerData: bytes,
      stdout: true,
      stderr: true,
    });
    const end = (jpeg?: Uint8Array) => {
      clearTimeout(timer);
      void worker.terminate();
      resolve(jpeg);
    };
    const timer = setTimeout(end, longestMs);
    worker.once('message', (jpeg: unknown) => end(jpeg instanceof Uint8Array ? jpeg : undefined));
    worker.once('error', () => end());
    worker.once('exit', () => end());
  });
}
