import { performance } from 'node:perf_hooks';
import type { Upload } from './read-params.ts';

export interface RecordedCall {
  method: string;
  params: Record<string, unknown>;
  /** Names of the files that came with it. */
  files: string[];
  /** When it had arrived in full: milliseconds of a monotonic clock. */
  at: number;
  /** Its answer; status 0 for a connection cut or left hanging. Undefined until then. */
  answered?: { status: number; body: unknown };
}

/** The bot's calls to Telegram, in order of arrival, and its violations. */
export function createCallLog() {
  const calls: RecordedCall[] = [];
  const violations: string[] = [];
  const listeners = new Set<() => void>();
  return {
    calls,
    violations,
    begin(method: string, params: Record<string, unknown>, uploads: Map<string, Upload>): RecordedCall {
      const call: RecordedCall = {
        method,
        params,
        files: [...uploads.values()].map(({ name }) => name),
        at: performance.now(),
      };
      calls.push(call);
      return call;
    },
    end(call: RecordedCall, status: number, body: unknown): void {
      call.answered = { status, body };
      for (const listener of [...listeners]) listener();
    },

    /**
     * Returns the first matching answered call, now or later; throws after `patience` milliseconds.
     */
    answered(fits: (call: RecordedCall) => boolean, patience: number): Promise<RecordedCall> {
      return new Promise((resolve, reject) => {
        const look = () => {
          const found = calls.find((call) => call.answered && fits(call));
          if (!found) return;
          stop();
          resolve(found);
        };
        const stop = () => {
          clearTimeout(timer);
          listeners.delete(look);
        };
        const timer = setTimeout(() => {
          stop();
          const lines = calls.slice(-20).map((call) => `${call.method} → ${call.answered?.status ?? '…'}`);
          reject(new Error(`no such call within ${patience} ms; the last ones:\n${lines.join('\n')}`));
        }, patience);
        listeners.add(look);
        look();
      });
    },
  };
}
