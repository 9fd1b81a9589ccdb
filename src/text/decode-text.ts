/**
 * Decodes a text file as editors save it: UTF-8 or UTF-16, with or without a byte order mark. The
 * mark is left out. Returns undefined when the bytes are not text: another encoding, or control
 * characters such as NUL.
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
    return hasControl(text) ? undefined : text;
  } catch {
    return undefined;
  }
}

/** Without a mark, UTF-16 has a zero next to the first (Latin) character. */
function encodingOf([first, second]: Uint8Array): string {
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second !== 0)) return 'utf-16be';
  return 'utf-8';
}

function hasControl(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0c && code !== 0x0d) return true;
  }
  return false;
}
