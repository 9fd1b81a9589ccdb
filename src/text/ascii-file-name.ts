import { withoutAccents } from './without-accents.ts';

/** Names that Windows reserves for devices, with any ending. */
const device = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/**
 * Turns a file name into one that every multipart parser reads: ASCII, no spaces. grammY writes it
 * unquoted. "Biên bản họp.pdf" becomes "Bien-ban-hop.pdf".
 */
export function asciiFileName(name: string): string {
  const ascii = withoutAccents(name)
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/^[-.]+|(?<!-)-+(?=\.|$)/g, '');
  const short = ascii.slice(-100) || 'tep';
  return device.test(short) ? `tep-${short}` : short;
}
