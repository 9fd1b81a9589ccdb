import { createCipheriv, createHash } from 'node:crypto';
import { type PdfDictionary, type PdfValue, readPdfValue } from './pdf-values.ts';

/**
 * A trailer that names the encryption dictionary, by reference or in place. `/EncryptMetadata` is
 * another word.
 */
const encryption = /\/Encrypt\s*(?:(\d+)\s+(\d+)\s+R\b|(?=<<))/;
/** The padding of every password; an empty one is only padding (ISO 32000-1, 7.6.3.3). */
const padding = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');

/**
 * Tells whether a PDF opens without a password. It is then not encrypted, or only forbids printing
 * or copying, which the empty password opens. An unreadable PDF counts as closed.
 */
export function opensWithoutPassword(pdf: Buffer): boolean {
  const text = pdf.toString('latin1');
  const found = encryption.exec(text);
  if (!found) return true;
  const dictionary = dictionaryOf(text, found);
  const id = /\/ID\s*(?=\[)/.exec(text);
  const ids = id ? readPdfValue(text, id.index + id[0].length) : undefined;
  const first = Array.isArray(ids) && Buffer.isBuffer(ids[0]) ? ids[0] : Buffer.alloc(0);
  return dictionary !== undefined && opensWithNothing(dictionary, first);
}

function dictionaryOf(text: string, found: RegExpExecArray): PdfDictionary | undefined {
  const [whole, number, generation] = found;
  if (number === undefined) return asDictionary(readPdfValue(text, found.index + whole.length));
  // The newest object of that number counts.
  const object = [...text.matchAll(new RegExp(String.raw`(?<!\d)${number}\s+${generation}\s+obj\b`, 'g'))].at(
    -1,
  );
  return object && asDictionary(readPdfValue(text, object.index + object[0].length));
}

function asDictionary(value: PdfValue): PdfDictionary | undefined {
  return value instanceof Map ? value : undefined;
}

function opensWithNothing(dictionary: PdfDictionary, id: Buffer): boolean {
  const [version, revision] = [dictionary.get('V'), dictionary.get('R')];
  const [owner, user] = [dictionary.get('O'), dictionary.get('U')];
  if (typeof version !== 'number' || typeof revision !== 'number') return false;
  if (!Buffer.isBuffer(owner) || !Buffer.isBuffer(user)) return false;
  if (revision >= 5) {
    if (user.length < 48) return false;
    const salt = user.subarray(32, 40);
    const digest = revision === 5 ? sha('sha256', salt) : hardenedHash(salt);
    return digest.equals(user.subarray(0, 32));
  }
  const permissions = dictionary.get('P');
  if (typeof permissions !== 'number') return false;
  const length = dictionary.get('Length');
  const keyLength =
    revision === 2 ? 5 : version >= 4 ? 16 : Math.min(16, Math.max(5, (Number(length) || 40) / 8));
  const bits = Buffer.alloc(4);
  bits.writeInt32LE(permissions | 0);
  const bare = revision >= 4 && dictionary.get('EncryptMetadata') === false;
  let key = md5(padding, owner.subarray(0, 32), bits, id, ...(bare ? [Buffer.alloc(4, 0xff)] : []));
  if (revision >= 3) for (let i = 0; i < 50; i++) key = md5(key.subarray(0, keyLength));
  key = key.subarray(0, keyLength);
  if (revision === 2) return rc4(key, padding).equals(user.subarray(0, 32));
  let check = rc4(key, md5(padding, id));
  for (let i = 1; i < 20; i++)
    check = rc4(
      key.map((byte) => byte ^ i),
      check,
    );
  return check.equals(user.subarray(0, 16));
}

/** Algorithm 2.B of ISO 32000-2 for the empty password. */
function hardenedHash(salt: Buffer): Buffer {
  let key = sha('sha256', salt);
  for (let round = 0; ; round++) {
    const cipher = createCipheriv('aes-128-cbc', key.subarray(0, 16), key.subarray(16, 32));
    cipher.setAutoPadding(false);
    const mixed = cipher.update(Buffer.concat(Array.from({ length: 64 }, () => key)));
    const rest = mixed.subarray(0, 16).reduce((sum, byte) => sum + byte, 0) % 3;
    key = sha((['sha256', 'sha384', 'sha512'] as const)[rest] ?? 'sha256', mixed);
    if (round >= 63 && (mixed.at(-1) ?? 0) <= round - 31) return key.subarray(0, 32);
  }
}

function sha(kind: 'sha256' | 'sha384' | 'sha512', bytes: Buffer): Buffer {
  return createHash(kind).update(bytes).digest();
}

function md5(...parts: Buffer[]): Buffer {
  const hash = createHash('md5');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

/** RC4, which current OpenSSL no longer has. */
function rc4(key: Uint8Array, bytes: Buffer): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, i) => i);
  const swap = (a: number, b: number) => {
    [state[a], state[b]] = [state[b] ?? 0, state[a] ?? 0];
  };
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + (state[i] ?? 0) + (key[i % key.length] ?? 0)) & 0xff;
    swap(i, j);
  }
  let [i, j] = [0, 0];
  return Buffer.from(
    bytes.map((byte) => {
      i = (i + 1) & 0xff;
      j = (j + (state[i] ?? 0)) & 0xff;
      swap(i, j);
      return byte ^ (state[((state[i] ?? 0) + (state[j] ?? 0)) & 0xff] ?? 0);
    }),
  );
}
