import { createServer, connect as dial, type Socket } from 'node:net';

/** A connection to a server that can be cut. */
export interface TcpProxy {
  /** Its port on 127.0.0.1. */
  port: number;
  /** Cuts every open connection; new ones are refused for so many milliseconds. */
  cut(refuseMs: number): void;
  close(): Promise<void>;
}

/** Starts a proxy for the server on this port of 127.0.0.1. */
export async function tcpProxy(target: number): Promise<TcpProxy> {
  const open = new Set<Socket>();
  let refusedUntil = 0;
  const server = createServer((near) => {
    if (performance.now() < refusedUntil) return void near.resetAndDestroy();
    const far = dial(target, '127.0.0.1');
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        open.delete(socket);
        other.destroy();
      });
      socket.pipe(other);
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('the proxy has no port');
  const cut = (refuseMs: number) => {
    refusedUntil = performance.now() + refuseMs;
    for (const socket of open) socket.resetAndDestroy();
  };
  return {
    port: address.port,
    cut,
    async close() {
      const closed = new Promise<void>((done) => server.close(() => done()));
      cut(0);
      await closed;
    },
  };
}
