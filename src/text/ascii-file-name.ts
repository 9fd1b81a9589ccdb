import { withoutAccents } from './without-accents.ts';

/** Windows keeps no file of such a name, whatever its ending. */
const device = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/**
 * A file name that every multipart parser reads: ASCII, no spaces (grammY writes it unquoted).
 * "Biên bản họp.pdf" becomes "Bien-ban-hop.pdf".
 */
export function asciiFileName(name: string): string {
  const ascii = withoutAccents(name)
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/^[-.]+|-+(?=\.)|-+$/g, '');
  const short = ascii.slice(-100) || 'tep';
  return device.test(short) ? `tep-${short}` : short;
}
