import { isMainThread, Worker } from 'node:worker_threads';

/** In milliseconds. The largest picture takes a fraction of it. */
const longestMs = 20_000;

let last: Promise<unknown> = Promise.resolve();

/**
 * Turns a picture into PNG in a worker thread, since the library does not return before it is done.
 * Throws when it cannot be drawn. One at a time: each thread takes 30 MB, and many people may ask
 * for a picture on the morning of a due. A thread that makes reports draws its pictures itself.
 */
export async function drawPng(svg: string): Promise<Uint8Array> {
  if (!isMainThread) return (await import('./render-png.ts')).renderPng(svg);
  const png = last.then(() => draw(svg));
  last = png.catch(() => undefined);
  return png;
}

async function draw(svg: string): Promise<Uint8Array> {
  const worker = new Worker(new URL('./png-worker.ts', import.meta.url), { workerData: svg });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<Uint8Array>((resolve, reject) => {
      timer = setTimeout(() => reject(new Error('drawing takes too long')), longestMs);
      const end = (result: unknown) => {
        if (result instanceof Uint8Array) resolve(result);
        else reject(result instanceof Error ? result : new Error('the picture was not drawn'));
      };
      worker.once('message', end);
      worker.once('error', end);
      worker.once('exit', () => end(undefined));
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
