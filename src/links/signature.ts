import { createHmac, timingSafeEqual } from 'node:crypto';

/** The purpose of a signature: one made for a file opens no upload page. */
export type Purpose = 'file' | 'upload';

/** 128 bits: too many to guess, and the address stays short enough for a chat. */
const bytes = 16;

/** Signs `content` for this purpose, in letters that an address may hold. */
export function sign(key: Buffer, purpose: Purpose, content: string): string {
  return digest(key, purpose, content).toString('base64url');
}

/** Tells whether the signature belongs to this content, in constant time. */
export function isSigned(key: Buffer, purpose: Purpose, content: string, signature: string): boolean {
  const given = Buffer.from(signature, 'base64url');
  // Decoding is lenient; only the canonical form of a signature counts.
  if (given.length !== bytes || given.toString('base64url') !== signature) return false;
  return timingSafeEqual(given, digest(key, purpose, content));
}

function digest(key: Buffer, purpose: Purpose, content: string): Buffer {
  return createHmac('sha256', key).update(`${purpose}\n${content}`).digest().subarray(0, bytes);
}
