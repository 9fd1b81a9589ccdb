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
  const channel = (name: string, answer: FaultAnswer, most: number, method?: string): BenchFault => ({
    name,
    async happen() {
      telegram.failNext({ answer, times: Math.ceil(between(0, most)), ...(method && { method }) });
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
    channel('Telegram: 429', { status: 429, retryAfter: 2 }, 3, 'sendMessage'),
    channel('Telegram: 500', 500, 8, 'sendMessage'),
    channel('Telegram: answer lost', 'lost', 4, 'sendMessage'),
    // A message that may have arrived is sent once more, never twice: with these, which it did not
    // reach, a second one for the same message would leave its person without it. The question
    // whether Telegram answers again comes in between, and takes the second.
    channel("Telegram: a gateway's 502", 502, 2),
    channel('Telegram: connection reset', 'drop', 2),
    channel('Telegram: no answer', 'hang', 1, 'sendMessage'),
    channel('Telegram: polls reset', 'drop', 4, 'getUpdates'),
    channel('Telegram: files reset', 'drop', 4, 'file'),
  ];
}
