import { inspectCompound, isCompound } from './inspect-compound.ts';
import { buildAcceptance, buildRefusal, type FileVerdict } from './verdict.ts';

const mark = /^(?:\xef\xbb\xbf)?\s*\{\\rt/;
/** An embedded object, as hexadecimal digits with other characters that RTF allows between them. */
const embedded = /\\objdata\b([^}]*)/g;
const remoteTemplate = /\\\*\s*\\template\s+(?:https?|ftp):/i;
const mostObjects = 50;

/** Tells whether the content begins like Rich Text Format. */
export function isRtf(bytes: Uint8Array): boolean {
  return mark.test(Buffer.from(bytes.subarray(0, 64)).toString('latin1'));
}

/**
 * Refuses a Rich Text file that embeds a document with macros, or loads its template from the
 * network.
 */
export function inspectRtf(bytes: Uint8Array): FileVerdict {
  const text = Buffer.from(bytes).toString('latin1');
  if (remoteTemplate.test(text)) return buildRefusal('macros', 'docx');
  let objects = 0;
  for (const [, digits = ''] of text.matchAll(embedded)) {
    if (++objects > mostObjects) return buildRefusal('broken');
    const object = compoundIn(Buffer.from(digits.replaceAll(/\\[a-z]+-?\d* ?|[^0-9a-f]/gi, ''), 'hex'));
    const inside = object && inspectCompound(object, '');
    if (inside && !inside.ok && inside.why === 'macros') return buildRefusal('macros', 'docx');
  }
  return buildAcceptance('rtf');
}

/** An embedded object begins with its class; the OLE container comes after that. */
function compoundIn(object: Buffer): Buffer | undefined {
  const at = object.indexOf('d0cf11e0a1b11ae1', 'hex');
  return at >= 0 && isCompound(object.subarray(at)) ? object.subarray(at) : undefined;
}
