import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';

/**
 * A stand-in for a server of S3, with the parts that the driver uses. Objects are by `/bucket/key`.
 */
export interface BucketStandIn {
  objects: Map<string, Buffer>;
  requests: IncomingMessage[];
  /** `127.0.0.1:PORT`. */
  host: string;
  close(): void;
}

/** Starts the stand-in; it checks every request and accepts a PUT only whole. */
export async function startBucket(): Promise<BucketStandIn> {
  const objects = new Map<string, Buffer>();
  const requests: IncomingMessage[] = [];
  const server = createServer(async (request, response) => {
    requests.push(request);
    const address = new URL(request.url ?? '', 'http://s3');
    const key = decodeURIComponent(address.pathname);
    const body = await buffer(request);
    const found = objects.get(key);
    if (request.method === 'PUT') {
      const complete = body.length === Number(request.headers['content-length']);
      if (complete) objects.set(key, body);
      response.writeHead(complete ? 200 : 411).end();
    } else if (request.method === 'DELETE') {
      objects.delete(key);
      response.writeHead(204).end();
    } else if (address.searchParams.get('list-type') === '2') {
      response.writeHead(200, { 'content-type': 'application/xml' });
      response.end(listing(objects, `${key.replace(/\/$/, '')}/`, address.searchParams));
    } else if (found) {
      response.writeHead(200, { 'content-length': found.length });
      response.end(request.method === 'GET' ? found : undefined);
    } else {
      response.writeHead(404, { 'content-type': 'application/xml' });
      response.end(request.method === 'GET' ? '<Error><Code>NoSuchKey</Code></Error>' : undefined);
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no address');
  return {
    objects,
    requests,
    host: `127.0.0.1:${address.port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** ListObjectsV2: keys below a prefix, and the folders right below it when a delimiter is given. */
function listing(objects: Map<string, Buffer>, bucket: string, query: URLSearchParams): string {
  const prefix = query.get('prefix') ?? '';
  const delimiter = query.get('delimiter');
  const keys: string[] = [];
  const folders = new Set<string>();
  for (const path of [...objects.keys()].sort()) {
    const key = path.startsWith(bucket) ? path.slice(bucket.length) : undefined;
    if (key === undefined || !key.startsWith(prefix)) continue;
    const end = delimiter ? key.indexOf(delimiter, prefix.length) : -1;
    if (end < 0) keys.push(key);
    else folders.add(key.slice(0, end + 1));
  }
  return [
    '<?xml version="1.0"?><ListBucketResult><IsTruncated>false</IsTruncated>',
    `<KeyCount>${keys.length + folders.size}</KeyCount>`,
    ...keys.map((key) => `<Contents><Key>${key}</Key><Size>1</Size></Contents>`),
    ...[...folders].map((folder) => `<CommonPrefixes><Prefix>${folder}</Prefix></CommonPrefixes>`),
    '</ListBucketResult>',
  ].join('');
}
