/**
 * A text that PostgreSQL's jsonb takes: NFC, without NUL and without halves of characters, both of
 * which a hostile client can send.
 */
export function storable(text: string): string {
  return text.replaceAll('\0', '').toWellFormed().normalize('NFC');
}
