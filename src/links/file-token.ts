import { isSigned, sign } from './signature.ts';

/** The file of a link and its expiry. */
export interface FileToken {
  id: string;
  /** Seconds since 1970. */
  expires: number;
}

/** Writes a token: `id.expiry.signature`. */
export function writeFileToken(key: Buffer, { id, expires }: FileToken): string {
  const content = `${id}.${expires.toString(36)}`;
  return `${content}.${sign(key, 'file', content)}`;
}

/**
 * Reads the file of a token; undefined when a letter of it was changed. The caller checks the
 * expiry.
 */
export function readFileToken(key: Buffer, token: string): FileToken | undefined {
  const [id = '', expiry = '', signature = '', ...more] = token.split('.');
  if (more.length > 0 || !isSigned(key, 'file', `${id}.${expiry}`, signature)) return undefined;
  return { id, expires: Number.parseInt(expiry, 36) };
}
