import { isSigned, sign } from './signature.ts';

/** A link to a file: which, and until when. */
export interface FileToken {
  id: string;
  /** Seconds since 1970. */
  expires: number;
}

/** `id.expiry.signature`. */
export function writeFileToken(key: Buffer, { id, expires }: FileToken): string {
  const content = `${id}.${expires.toString(36)}`;
  return `${content}.${sign(key, 'file', content)}`;
}

/**
 * The file that a token names; undefined when a letter of it was changed. Whether it has expired is
 * the caller's to ask.
 */
export function readFileToken(key: Buffer, token: string): FileToken | undefined {
  const [id = '', expiry = '', signature = '', ...more] = token.split('.');
  if (more.length > 0 || !isSigned(key, 'file', `${id}.${expiry}`, signature)) return undefined;
  return { id, expires: Number.parseInt(expiry, 36) };
}
