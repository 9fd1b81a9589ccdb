import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { ConfigError } from '../config/error.ts';
import { readS3Address } from '../config/s3-address.ts';
import type { FileStore } from './files.ts';

/** How long a bucket may take to store one small file, in milliseconds. */
const patienceMs = 10_000;

/**
 * Checks the rights on the bucket of `FILES_URL`: it puts a small file, looks it up and removes it.
 * Throws `ConfigError` with one line, without the secret, when the bucket cannot be reached, is
 * missing, or denies this key.
 */
export async function checkFiles(files: FileStore, filesUrl: string): Promise<void> {
  const { endpoint, bucket } = readS3Address(filesUrl);
  const late = new AbortController();
  try {
    await Promise.race([
      tryOut(files),
      pause(patienceMs, undefined, { signal: late.signal }).then(() => {
        throw new Error('no answer', { cause: { code: `waited ${patienceMs / 1000} s` } });
      }),
    ]);
  } catch (error) {
    const reason = reasonOf(error);
    const says = sentences[reason] ?? 'cannot be used';
    throw new ConfigError([`FILES_URL: ${bucket} at ${endpoint} ${says} (${reason})`], { cause: error });
  } finally {
    late.abort();
  }
}

async function tryOut(files: FileStore): Promise<void> {
  const key = `start-check/${randomUUID()}`;
  await files.put(key, Buffer.from('ok'));
  await files.size(key);
  await files.remove(key);
}

/** flydrive wraps the error of the network or S3; the innermost name or code is the clearest. */
function reasonOf(error: unknown): string {
  let reason = 'unknown';
  for (let one: unknown = error; typeof one === 'object' && one !== null; one = Reflect.get(one, 'cause')) {
    const [code, name]: unknown[] = [Reflect.get(one, 'code'), Reflect.get(one, 'name')];
    if (typeof code === 'string') reason = code;
    else if (typeof name === 'string' && name !== 'Error') reason = name;
  }
  return reason;
}

const unreachable = 'cannot be reached';
const closed = 'does not take this key and secret';
const sentences: Record<string, string> = {
  ECONNREFUSED: unreachable,
  ECONNRESET: unreachable,
  EHOSTUNREACH: unreachable,
  ENETUNREACH: unreachable,
  ENOTFOUND: 'is on a machine that is not known',
  EAI_AGAIN: 'is on a machine that is not known',
  ETIMEDOUT: 'does not answer',
  TimeoutError: 'does not answer',
  [`waited ${patienceMs / 1000} s`]: 'does not answer',
  EPROTO: 'does not speak TLS: add &tls=off, or mend the port',
  NoSuchBucket: 'is not there: make the bucket',
  AccessDenied: 'does not let this key write, read and remove',
  Forbidden: 'does not let this key write, read and remove',
  InvalidAccessKeyId: closed,
  SignatureDoesNotMatch: closed,
  CredentialsProviderError: 'needs KEY and SECRET',
};
