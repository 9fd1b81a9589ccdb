import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Starts the real process twice on one folder: how long until it is ready, cold and warm, and what
 * it holds at rest.
 */
export async function measureProcess(): Promise<[string, string][]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'dht-start-'));
  try {
    const cold = await startOnce(dataDir);
    const warm = await startOnce(dataDir);
    return [
      ['start to ready, cold (empty DATA_DIR)', `${cold.ms.toFixed(0)} ms`],
      ['start to ready, warm', `${warm.ms.toFixed(0)} ms`],
      ['memory at rest, 10 s after a warm start', `${warm.mb.toFixed(0)} MB (node, resident)`],
    ];
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function startOnce(dataDir: string): Promise<{ ms: number; mb: number }> {
  const begun = performance.now();
  const child = spawn(process.execPath, ['src/app/main.ts'], {
    env: {
      ...process.env,
      MODE: 'rehearsal',
      DATA_DIR: dataDir,
      PORT: '0',
      LOG_LEVEL: 'info',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ms = await new Promise<number>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`exited with ${code}`)));
    child.stdout.on(
      'data',
      (chunk) => String(chunk).includes('"ready"') && resolve(performance.now() - begun),
    );
  });
  await sleep(10_000);
  const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '');
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
  return { ms, mb: Number(status.match(/VmRSS:\s+(\d+)/)?.[1] ?? 0) / 1024 };
}
