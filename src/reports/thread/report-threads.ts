import { Worker } from 'node:worker_threads';
import type { MadeReport } from '../report.ts';
import { restoreFailure } from './failure.ts';
import type { FromThread, ReportOrder, ToThread } from './messages.ts';

/** Follows a report that is being made, and may stop it. */
export interface ReportWatch {
  signal?: AbortSignal | undefined;
  /** Called with the share of its lines that are written, 0 to 1; only for long reports. */
  onShare?(share: number): void;
}

/**
 * At most so many threads at once: a report of a district need not wait for that of a country.
 */
const mostThreads = 2;
/** In milliseconds. A thread holds 60 MB, so it ends when it has had nothing to do for so long. */
const restMs = 30_000;
/** In megabytes. The largest report needs less; without a limit garbage stays longer. */
const limits = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 16 };

interface Order {
  watch: ReportWatch;
  resolve(made: MadeReport): void;
  reject(error: Error): void;
}

interface Thread {
  worker: Worker;
  orders: Map<number, Order>;
  rest?: NodeJS.Timeout | undefined;
}

const threads = new Set<Thread>();
let orders = 0;

/**
 * Makes a report in a thread of its own, with connections of its own. Throws what making it throws,
 * and the signal's reason when that stops it; then no file is left behind.
 */
export async function makeInThread(order: ReportOrder, watch: ReportWatch = {}): Promise<MadeReport> {
  const { signal } = watch;
  signal?.throwIfAborted();
  const thread = chooseThread();
  const id = ++orders;
  const send = (message: ToThread) => thread.worker.postMessage(message);
  const cancel = () => send({ id, cancel: true });
  signal?.addEventListener('abort', cancel, { once: true });
  try {
    return await new Promise<MadeReport>((resolve, reject) => {
      thread.orders.set(id, { watch, resolve, reject });
      send({ id, make: order });
    });
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  } finally {
    signal?.removeEventListener('abort', cancel);
    thread.orders.delete(id);
    if (thread.orders.size === 0) letRest(thread);
  }
}

/** Chooses the thread with the least to do; begins another one while all have something. */
function chooseThread(): Thread {
  const [least] = [...threads].sort((a, b) => a.orders.size - b.orders.size);
  const thread = least && (least.orders.size === 0 || threads.size >= mostThreads) ? least : beginThread();
  clearTimeout(thread.rest);
  return thread;
}

function beginThread(): Thread {
  const worker = new Worker(new URL('./report-thread.ts', import.meta.url), { resourceLimits: limits });
  const thread: Thread = { worker, orders: new Map() };
  threads.add(thread);
  // A thread alone does not keep the process.
  worker.unref();
  worker.on('message', (message: FromThread) => hear(thread, message));
  worker.on('error', (error) => end(thread, error instanceof Error ? error : new Error(String(error))));
  worker.on('exit', () => end(thread, new Error('the thread of the reports ended')));
  return thread;
}

function hear(thread: Thread, message: FromThread): void {
  const order = thread.orders.get(message.id);
  if (!order) return;
  if ('made' in message) order.resolve(message.made);
  else if ('failed' in message) order.reject(restoreFailure(message.failed));
  else order.watch.onShare?.(message.of > 0 ? Math.min(1, message.read / message.of) : 0);
}

/** Ends a thread; what it was making fails. */
function end(thread: Thread, error: Error): void {
  threads.delete(thread);
  clearTimeout(thread.rest);
  for (const { reject } of thread.orders.values()) reject(error);
}

function letRest(thread: Thread): void {
  clearTimeout(thread.rest);
  thread.rest = setTimeout(() => {
    threads.delete(thread);
    void thread.worker.terminate();
  }, restMs);
  thread.rest.unref();
}
