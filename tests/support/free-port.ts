import { randomInt } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Finds a port on which nothing listens, and keeps it for its test: no other test of the run gets
 * it, even while its app starts again. It is below the ports that systems give out, so that no
 * other program gets it before the app does.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(20_000, 32_000);
    const server = createServer();
    const free = await new Promise<boolean>((resolve) => {
      server.once('error', () => resolve(false));
      server.listen(port, '127.0.0.1', () => resolve(true));
    });
    if (!free) continue;
    await new Promise((resolve) => server.close(resolve));
    if (await isNew(port)) return port;
  }
}

/** Notes the port in the folder of this run; false when another test has it already. */
async function isNew(port: number): Promise<boolean> {
  try {
    await writeFile(join(tmpdir(), `port-${port}`), '', { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}
