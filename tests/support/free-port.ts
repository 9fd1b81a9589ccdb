import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/**
 * Finds a port on which nothing listens. It is below the ports that systems give out, so that no
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
    return port;
  }
}
