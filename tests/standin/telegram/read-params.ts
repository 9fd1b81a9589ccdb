import type { IncomingMessage } from 'node:http';
import busboy from 'busboy';
import { Refusal, violation } from './refusal.ts';
import { type SpecField, spec } from './spec.ts';

/** A file as it came with a request. */
export interface Upload {
  name: string;
  bytes: Uint8Array;
}

export interface ReadRequest {
  params: Record<string, unknown>;
  uploads: Map<string, Upload>;
}

/** Bots send files of up to 50 MB. */
const uploadLimit = 50 * 1024 * 1024;

/**
 * Parameters of a call to `method` from query string and body: JSON, urlencoded or multipart, as
 * Telegram takes them. Values of forms are text and become numbers, booleans and objects where the
 * specification wants those. Throws a `Refusal` when the body cannot be read.
 */
export async function readParams(
  request: IncomingMessage,
  method: string,
  query: URLSearchParams,
): Promise<ReadRequest> {
  const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? '';
  const uploads = new Map<string, Upload>();
  if (type === 'application/json') {
    const text = (await readBody(request)).toString('utf8');
    return { params: { ...fromForm(method, query), ...jsonObject(text) }, uploads };
  }
  if (type === 'multipart/form-data') {
    const form = await readMultipart(request, uploads);
    const params = fromForm(method, [...query, ...form]);
    for (const name of uploads.keys()) {
      // A file sent in place of a parameter rather than by attach://.
      const isParameter = spec.methods[method]?.fields.some((field) => field.name === name);
      if (isParameter && params[name] === undefined) params[name] = `attach://${name}`;
    }
    return { params, uploads };
  }
  const body = (await readBody(request)).toString('utf8');
  if (body !== '' && type !== 'application/x-www-form-urlencoded') {
    throw violation(`the stand-in cannot read a body of type "${type}"`);
  }
  return { params: fromForm(method, [...query, ...new URLSearchParams(body)]), uploads };
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > uploadLimit) throw tooLarge();
  }
  return Buffer.concat(chunks);
}

function tooLarge() {
  return new Refusal(413, 'Request Entity Too Large', { violation: true });
}

function jsonObject(text: string): Record<string, unknown> {
  if (text === '') return {};
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return Object.fromEntries(Object.entries(value));
    }
  } catch {
    // Said below.
  }
  throw violation('the body is not a JSON object');
}

function readMultipart(request: IncomingMessage, uploads: Map<string, Upload>): Promise<[string, string][]> {
  return new Promise((resolve, reject) => {
    const form: [string, string][] = [];
    const parser = busboy({
      headers: request.headers,
      defParamCharset: 'utf8',
      limits: { fileSize: uploadLimit, fieldSize: 1024 * 1024 },
    });
    parser.on('field', (name, value) => form.push([name, value]));
    parser.on('file', (field, stream, { filename }) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('limit', () => reject(tooLarge()));
      stream.on('close', () => {
        uploads.set(field, { name: filename ?? 'file', bytes: Buffer.concat(chunks) });
      });
    });
    parser.on('error', (error) => reject(violation(`the multipart body is broken: ${String(error)}`)));
    parser.on('close', () => resolve(form));
    request.on('error', reject);
    request.pipe(parser);
  });
}

function fromForm(method: string, pairs: Iterable<[string, string]>): Record<string, unknown> {
  const fields = spec.methods[method]?.fields ?? [];
  return Object.fromEntries(
    [...pairs].map(([name, value]) => {
      const field = fields.find((candidate) => candidate.name === name);
      return [name, field ? fromText(field, value) : value];
    }),
  );
}

function fromText({ name, types }: SpecField, text: string): unknown {
  if (types.some((type) => type === 'Integer' || type === 'Float') && /^-?\d+(\.\d+)?$/.test(text)) {
    return Number(text);
  }
  if (types.includes('Boolean')) return text === 'true' || (text === 'false' ? false : text);
  if (types.some((type) => ['String', 'Integer', 'Float', 'InputFile'].includes(type))) return text;
  try {
    return JSON.parse(text);
  } catch {
    throw violation(`can't parse ${name}: it is not JSON`);
  }
}
