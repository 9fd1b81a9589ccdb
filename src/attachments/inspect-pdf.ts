import { opensWithoutPassword } from './pdf-password.ts';
import { buildAcceptance, buildRefusal, type FileVerdict } from './verdict.ts';

/**
 * Readers look for the header in the first kilobyte: mail gateways and scanners put lines of their
 * own before it.
 */
const headerWithin = 1024;

/** Finds the PDF in a file, from its header on; undefined when there is none. */
export function findPdf(bytes: Uint8Array): Buffer | undefined {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = whole.subarray(0, headerWithin + 5).indexOf('%PDF-');
  return at < 0 ? undefined : whole.subarray(at);
}

/**
 * Refuses a PDF that needs a password. One that only forbids printing or copying opens without one,
 * and is accepted.
 */
export function inspectPdf(pdf: Buffer): FileVerdict {
  return opensWithoutPassword(pdf) ? buildAcceptance('pdf') : buildRefusal('password');
}
