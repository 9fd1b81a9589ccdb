import { readFileSync } from 'node:fs';

const everyMs = 500;

/**
 * Calls `gone` once npm, which started this process, has ended without a signal to it. npm passes
 * on SIGTERM and SIGINT, but nothing at a SIGHUP or when it is killed. A process not started by npm
 * may outlive its parent.
 */
export function watchParent(gone: () => void, env: NodeJS.ProcessEnv = process.env): void {
  if (!env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const watching = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watching);
    gone();
  }, everyMs);
  watching.unref();
}

/**
 * Tells whether the process was started to survive a hang-up, as under `nohup`. A listener would
 * undo that.
 */
export function ignoresHangUp(): boolean {
  try {
    const ignored = /^SigIgn:\s*([0-9a-f]+)$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? '0';
    // SIGHUP is signal 1: the lowest bit.
    return (BigInt(`0x${ignored}`) & 1n) === 1n;
  } catch {
    return false;
  }
}
