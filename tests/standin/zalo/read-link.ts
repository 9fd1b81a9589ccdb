/** The result of reading an address. */
export interface LinkRead {
  status: number;
  /** Media type without parameters. */
  type: string;
  disposition: string | null;
  bytes: Uint8Array;
}

const patience = 10_000;

/** The addresses in a text, in reading order, without the full stop or bracket after them. */
export function linksIn(text: string): string[] {
  return [...text.matchAll(/https?:\/\/[^\s<>"«»]+/g)].map(([link]) => link.replace(/[.,;:!?)\]]+$/, ''));
}

/** Tells whether an address leads to this machine: a test reaches no other. */
export function isLoopback(link: string): boolean {
  return ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(link).hostname);
}

/**
 * A kept connection that the server closed at the moment of its next use. A browser asks again on a
 * new connection.
 */
function isClosedConnection(error: unknown): boolean {
  const cause = error instanceof TypeError ? error.cause : undefined;
  return (
    cause instanceof Error && 'code' in cause && ['ECONNRESET', 'UND_ERR_SOCKET'].includes(`${cause.code}`)
  );
}

/** Reads an address once, as a browser does. */
export async function readLink(link: string, method: 'GET' | 'HEAD' = 'GET'): Promise<LinkRead> {
  const open = () => fetch(link, { method, signal: AbortSignal.timeout(patience) });
  const response = await open().catch((error: unknown) => {
    if (isClosedConnection(error)) return open();
    throw error;
  });
  return {
    status: response.status,
    type: response.headers.get('content-type')?.split(';')[0]?.trim() ?? '',
    disposition: response.headers.get('content-disposition'),
    bytes: new Uint8Array(await response.arrayBuffer()),
  };
}

/**
 * Reads an address as Zalo does before it shows it: by HEAD, then twice by GET. Returns the last
 * result, and the problem in one line: an address that cannot be read again, or that answers
 * differently each time.
 */
export async function readAgain(link: string): Promise<{ read?: LinkRead; wrong?: string }> {
  let before: LinkRead | undefined;
  for (const method of ['HEAD', 'GET', 'GET'] as const) {
    const read = await readLink(link, method).catch((error: unknown) =>
      `${error} ${error instanceof Error ? (error.cause ?? '') : ''}`.trim(),
    );
    if (typeof read === 'string') return { wrong: `${method} ${link}: ${read}` };
    if (read.status !== 200) return { wrong: `${method} ${link}: ${read.status}` };
    if (before && (before.type !== read.type || before.disposition !== read.disposition)) {
      return { wrong: `${method} ${link}: another type or name than the time before` };
    }
    before = read;
  }
  return { read: before };
}

/** The name of a file; undefined for a page. */
export function fileNameOf(disposition: string | null): string | undefined {
  if (!disposition) return undefined;
  const encoded = /filename\*=UTF-8''([^;\s]+)/i.exec(disposition)?.[1];
  return encoded ? decodeURIComponent(encoded) : /filename="([^"]*)"/i.exec(disposition)?.[1];
}
