interface Waiting<T, R> {
  item: T;
  resolve(result: R): void;
  reject(error: unknown): void;
}

/**
 * Combines many simultaneous calls into few large ones. While one batch runs, further calls form
 * the next; a single call runs at once. `run` returns a result per item, in order; when a batch
 * fails, each of its items is tried alone, so that a failing item does not fail the others.
 */
export function batchCalls<T, R>(run: (items: T[]) => Promise<R[]>, largest = 200): (item: T) => Promise<R> {
  let waiting: Waiting<T, R>[] = [];
  let running = false;

  async function go(batch: Waiting<T, R>[]): Promise<void> {
    try {
      const results = await run(batch.map(({ item }) => item));
      batch.forEach(({ resolve, reject }, i) => {
        if (i in results) resolve(results[i] as R);
        else reject(new Error('a batch gave too few results'));
      });
    } catch (error) {
      if (batch.length === 1) batch[0]?.reject(error);
      else for (const one of batch) await go([one]);
    }
  }

  async function drain(): Promise<void> {
    running = true;
    while (waiting.length > 0) {
      const batch = waiting.slice(0, largest);
      waiting = waiting.slice(largest);
      await go(batch);
    }
    running = false;
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (!running) void drain();
    });
}
