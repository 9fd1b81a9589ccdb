import { rm, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FaultAnswer } from '../../standin/telegram/faults.ts';
import type { Stage } from './stage.ts';

/** A fault of the bench: it happens, lasts for a while, and is over when `happen` returns. */
export interface BenchFault {
  name: string;
  happen(): Promise<void>;
}

/** Lists every fault that the bench knows; `random` decides how long each lasts. */
export function createFaultsOf(stage: Stage, random: () => number): BenchFault[] {
  const { telegram, proxy, query } = stage;
  const between = (least: number, most: number) => least + random() * (most - least);
  const one = () => (random() < 0.5 ? 0 : 1);
  const signalServer = async (signal: NodeJS.Signals) => {
    const pid = await stage.postmaster();
    if (pid) process.kill(pid, signal);
  };
  const channel = (name: string, answer: FaultAnswer, method: string, most: number): BenchFault => ({
    name,
    async happen() {
      telegram.failNext({ method, answer, times: Math.ceil(between(1, most)) });
      await sleep(between(500, 2000));
    },
  });

  return [
    { name: 'kill -9 of a process', happen: () => stage.killAndStart(one()) },
    {
      name: 'SIGSTOP, then SIGCONT',
      async happen() {
        const stopped = stage.process(one());
        stopped.signal('SIGSTOP');
        await sleep(between(500, 8000));
        stopped.signal('SIGCONT');
      },
    },
    { name: 'database restarted', happen: () => signalServer('SIGINT') },
    { name: 'database killed', happen: () => signalServer('SIGKILL') },
    {
      name: 'sessions ended by the database',
      async happen() {
        await query(`select pg_terminate_backend(pid) from pg_stat_activity
                     where datname = current_database() and pid <> pg_backend_pid()`);
      },
    },
    { name: 'connections cut', happen: async () => proxy.cut(between(0, 3000)) },
    {
      name: 'disk full',
      async happen() {
        await writeFile(stage.fullDisk, '');
        await sleep(between(2000, 6000));
        await rm(stage.fullDisk);
      },
    },
    channel('Telegram: 429', { status: 429, retryAfter: 2 }, 'sendMessage', 3),
    channel('Telegram: 500', 500, 'sendMessage', 8),
    channel("Telegram: a gateway's 502", 502, 'sendMessage', 4),
    channel('Telegram: connection reset', 'drop', 'sendMessage', 8),
    channel('Telegram: answer lost', 'lost', 'sendMessage', 4),
    channel('Telegram: no answer', 'hang', 'sendMessage', 2),
    channel('Telegram: polls reset', 'drop', 'getUpdates', 4),
    channel('Telegram: files reset', 'drop', 'file', 4),
  ];
}
