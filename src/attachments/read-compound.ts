import CFB from 'cfb';

/** What a compound file (OLE) holds: its entries' names in small letters, and the streams that Word and Excel begin with. */
export interface CompoundParts {
  names: Set<string>;
  word?: Buffer;
  workbook?: Buffer;
}

const sector = 512;
const wordMark = Buffer.from('eca5', 'hex');
const workbookMark = Buffer.from('0908', 'hex');

/**
 * Reads a compound file. One that is damaged or cut off is searched for what it still shows: Word and Excel repair such
 * files, and what hides in one is found all the same.
 */
export function readCompound(bytes: Uint8Array): CompoundParts {
  const whole = padded(bytes);
  return parsed(whole) ?? searched(whole);
}

function parsed(bytes: Buffer): CompoundParts | undefined {
  try {
    const { FileIndex } = CFB.read(bytes, { type: 'buffer' });
    const streams = new Map(FileIndex.map(({ name, content }) => [name.toLowerCase(), content]));
    const stream = (...named: string[]) => {
      const content = named.map((one) => streams.get(one)).find((one) => one && one.length > 0);
      return content && Buffer.from(content);
    };
    const word = stream('worddocument');
    const workbook = stream('workbook', 'book');
    return { names: new Set(streams.keys()), ...(word && { word }), ...(workbook && { workbook }) };
  } catch {
    return undefined;
  }
}

/** A directory entry has 128 bytes and a stream begins at a multiple of 64, wherever the tables say they are. */
function searched(bytes: Buffer): CompoundParts {
  const names = new Set<string>();
  for (let at = sector; at + 128 <= bytes.length; at += 128) {
    const name = entryName(bytes.subarray(at, at + 128));
    if (name !== undefined) names.add(name.toLowerCase());
  }
  const word = streamAt(bytes, wordMark);
  const workbook = streamAt(bytes, workbookMark);
  return { names, ...(word && { word }), ...(workbook && { workbook }) };
}

function entryName(entry: Buffer): string | undefined {
  const length = entry.readUInt16LE(64);
  const kind = entry.readUInt8(66);
  if (length < 4 || length > 64 || length % 2 !== 0 || ![1, 2, 5].includes(kind)) return undefined;
  const name = entry.toString('utf16le', 0, length - 2);
  return entry.readUInt16LE(length - 2) === 0 && /^\p{Cc}?[ -~]+$/u.test(name) ? name : undefined;
}

function streamAt(bytes: Buffer, mark: Buffer): Buffer | undefined {
  for (let at = sector; at < bytes.length; at += 64) {
    if (mark.equals(bytes.subarray(at, at + mark.length))) return bytes.subarray(at);
  }
  return undefined;
}

/** A last sector that was cut off is filled up: the reader takes whole ones only. */
function padded(bytes: Uint8Array): Buffer {
  const lacking = (sector - (bytes.length % sector)) % sector;
  return Buffer.concat([bytes, Buffer.alloc(lacking)]);
}
