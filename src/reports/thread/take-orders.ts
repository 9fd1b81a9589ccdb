import { flushCompileCache } from 'node:module';
import { parentPort } from 'node:worker_threads';
import { createLog } from '../../log.ts';
import { createWorkingCalendar } from '../../plan/working-calendar.ts';
import { connect } from '../../store/database.ts';
import { findReport } from '../index.ts';
import { makeAsOf } from '../make-as-of.ts';
import type { MadeReport } from '../report.ts';
import { describeFailure } from './failure.ts';
import type { FromThread, ReportOrder, ToThread } from './messages.ts';

// Makes reports in a thread of its own: a large one would hold every reply up. Each has connections
// of its own, so that it takes none of the chats' and leaves none behind.

/** One reads the snapshot, the other cancels what the first one runs. */
const connections = 2;
const running = new Map<number, AbortController>();

parentPort?.on('message', (message: ToThread) => {
  const { id } = message;
  if ('cancel' in message) return running.get(id)?.abort();
  const stop = new AbortController();
  running.set(id, stop);
  make(message.make, stop.signal, (read, of) => post({ id, read, of }))
    .then(
      (made) => post({ id, made }),
      (error: unknown) => post({ id, failed: describeFailure(error) }),
    )
    .finally(() => {
      running.delete(id);
      // A thread is ended, and would write nothing then. Only the first one has something to write.
      flushCompileCache();
    });
});

function post(message: FromThread): void {
  parentPort?.postMessage(message);
}

async function make(
  order: ReportOrder,
  signal: AbortSignal,
  onLines: (read: number, of: number) => void,
): Promise<MadeReport> {
  const report = findReport(order.report);
  if (!report) throw new Error(`no report ${order.report}`);
  const { plan, tempDir, request, url } = order;
  const db = connect({ url, log: createLog('silent'), poolSize: connections });
  try {
    const inSnapshot: typeof db.inSnapshot = (work) => db.inSnapshot(work, { signal, onLines });
    const calendar = createWorkingCalendar(order.calendar);
    return await makeAsOf(report, { db: { inSnapshot }, plan, calendar, tempDir }, request);
  } finally {
    await db.close();
  }
}
