import type { FastifyInstance } from 'fastify';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The body is a file: it may take as long as the server allows any request. */
    upload?: boolean;
  }
}

/**
 * Cuts off requests whose body has not come within `ms`, on every route but uploads, whether the
 * answer was sent already or not: thousands of them would hold as many connections for minutes.
 */
export function cutOffSlowBodies(http: FastifyInstance, ms: number): void {
  http.addHook('onRequest', async (request) => {
    const { raw, headers } = request;
    const hasBody = 'transfer-encoding' in headers || Number(headers['content-length'] ?? 0) > 0;
    if (!hasBody || request.routeOptions.config?.upload) return;
    const timer = setTimeout(() => {
      if (raw.complete) return;
      // Ending the request ends its connection; one that its answer has ended has only that left.
      if (raw.destroyed) raw.socket.destroy();
      else raw.destroy();
    }, ms);
    timer.unref();
    // Never on the socket: behind a proxy one connection carries requests for days.
    raw.once('end', () => clearTimeout(timer));
    raw.once('close', () => clearTimeout(timer));
  });
}
