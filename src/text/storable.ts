/**
 * Makes a text valid for PostgreSQL's jsonb: NFC, without NUL and half surrogate pairs. A hostile
 * client can send both.
 */
export function makeStorable(text: string): string {
  return text.replaceAll('\0', '').toWellFormed().normalize('NFC');
}
