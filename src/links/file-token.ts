import { isSigned, sign } from './signature.ts';

/** The file of a link and its expiry. */
export interface FileToken {
  id: string;
  /** Seconds since 1970. */
  expires: number;
}

/**
 * Writes a token: `id.expiry.signature`. The signature also covers `bound`, which the file's
 * record holds: for whom and what it was made; empty: any file of its chat.
 */
export function writeFileToken(key: Buffer, { id, expires }: FileToken, bound = ''): string {
  const content = `${id}.${expires.toString(36)}`;
  return `${content}.${sign(key, 'file', signed(content, bound))}`;
}

/** Reads the id of a token's file, with nothing checked; undefined when it is no token. */
export function readFileId(token: string): string | undefined {
  return /^([\w-]+)\.[^./]+\.[^./]+$/.exec(token)?.[1];
}

/**
 * Reads the expiry of a token whose file is not there. No signature is checked: its
 * binding is not there either. Undefined when it is no token.
 */
export function readExpiry(token: string): number | undefined {
  const expiry = /^[0-9a-f-]{36}\.([0-9a-z]{5,8})\.[\w-]{22}$/.exec(token)?.[1];
  return expiry === undefined ? undefined : Number.parseInt(expiry, 36);
}

/**
 * Reads the file of a token. Undefined when a letter of it was changed, or it was made for a file
 * that is bound to another person or question. The caller checks the expiry.
 */
export function readFileToken(key: Buffer, token: string, bound = ''): FileToken | undefined {
  const [id = '', expiry = '', signature = '', ...more] = token.split('.');
  if (more.length > 0 || !isSigned(key, 'file', signed(`${id}.${expiry}`, bound), signature))
    return undefined;
  return { id, expires: Number.parseInt(expiry, 36) };
}

/** Links of release 0.1.0 are bound to nothing, and cover their content alone. */
function signed(content: string, bound: string): string {
  return bound === '' ? content : `${content}\n${bound}`;
}
