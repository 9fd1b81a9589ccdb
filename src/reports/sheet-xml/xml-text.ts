const special = /[&<>"]/;
const codes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Escapes a text for XML, as content and in attributes. */
export function escapeXml(text: string): string {
  return special.test(text) ? text.replace(/[&<>"]/g, (sign) => codes[sign] ?? sign) : text;
}

/** The first line of every part. */
export const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
