import type { FastifyInstance } from 'fastify';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whether the body is a file, which may take as long as the server allows. */
    upload?: boolean;
  }
}

/**
 * Cuts off requests whose body has not arrived within `ms`, on every route but uploads. It does so
 * even after an answer: thousands of slow bodies would hold as many connections for minutes.
 */
export function cutOffSlowBodies(http: FastifyInstance, ms: number): void {
  http.addHook('onRequest', async (request) => {
    const { raw, headers } = request;
    const hasBody = 'transfer-encoding' in headers || Number(headers['content-length'] ?? 0) > 0;
    if (!hasBody || request.routeOptions.config?.upload) return;
    const timer = setTimeout(() => {
      if (raw.complete) return;
      // Ending the request ends its connection; after an answer only the socket is left to end.
      if (raw.destroyed) raw.socket.destroy();
      else raw.destroy();
    }, ms);
    timer.unref();
    // Listens on the request, not the socket: behind a proxy one connection carries requests for
    // days.
    raw.once('end', () => clearTimeout(timer));
    raw.once('close', () => clearTimeout(timer));
  });
}
