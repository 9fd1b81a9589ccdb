interface Waiting<T, R> {
  item: T;
  resolve(result: R): void;
  reject(error: unknown): void;
}

/**
 * Turns many small calls at once into few large ones: while one runs, the others gather and go
 * together in the next. A call alone goes at once. `run` gives a result per item, in order; when a
 * batch fails, each of its items is tried alone, so that one that cannot be done takes no other
 * with it.
 */
export function batching<T, R>(run: (items: T[]) => Promise<R[]>, largest = 200): (item: T) => Promise<R> {
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
