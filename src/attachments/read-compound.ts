import { compoundEntries } from './compound-streams.ts';

/**
 * The content of a compound file (OLE): its entries' names in small letters, and the streams of
 * Word and Excel.
 */
export interface CompoundParts {
  names: Set<string>;
  /** Documents of Word, also embedded ones. */
  words: Buffer[];
  workbooks: Buffer[];
}

const sector = 512;
/** `wIdent`, then `nFib` of Word 95 to 2007. */
const beginsWord = (bytes: Buffer, at: number) =>
  bytes.readUInt16LE(at) === 0xa5ec && wordVersions.has(bytes.readUInt16LE(at + 2));
const wordVersions = new Set([0x65, 0x67, 0x68, 0x69, 0xc0, 0xc1, 0xc2, 0xd9, 0x101, 0x10c, 0x112]);
/** The first record of a workbook: BOF of BIFF5 (8 bytes) or BIFF8 (16). */
const beginsWorkbook = (bytes: Buffer, at: number) =>
  bytes.readUInt16LE(at) === 0x0809 && [8, 16].includes(bytes.readUInt16LE(at + 2));
const mostBegun = 64 * 1024;

/**
 * Reads a compound file. A damaged or cut one is searched for its remaining content: Word and Excel
 * repair such files, so hidden macros in one must be found too.
 */
export function readCompound(bytes: Uint8Array): CompoundParts {
  const whole = padded(bytes);
  return parsed(whole) ?? searched(whole);
}

/** Maximum number of documents in one file: more than any real file embeds. */
const mostStreams = 200;

function parsed(bytes: Buffer): CompoundParts | undefined {
  const entries = compoundEntries(bytes);
  if (!entries) return undefined;
  const named = entries.map(({ name, content }) => ({ name: name.toLowerCase(), content }));
  const streams = (...names: string[]) =>
    named
      .filter(({ name }) => names.includes(name))
      .slice(0, mostStreams)
      .map(({ content }) => content());
  const words = streams('worddocument');
  const workbooks = streams('workbook', 'book');
  // A stream that the tables do not lead to is searched for.
  if ([...words, ...workbooks].includes(undefined)) return undefined;
  const whole = (found: (Buffer | undefined)[]) => found.filter((one) => one !== undefined);
  return {
    names: new Set(named.map(({ name }) => name)),
    words: whole(words),
    workbooks: whole(workbooks),
  };
}

/**
 * A directory entry has 128 bytes and a stream begins at a multiple of 64, wherever the tables say
 * they are.
 */
function searched(bytes: Buffer): CompoundParts {
  const names = new Set<string>();
  for (let at = sector; at + 128 <= bytes.length; at += 128) {
    const name = entryName(bytes.subarray(at, at + 128));
    if (name !== undefined) names.add(name.toLowerCase());
  }
  return { names, words: streamsAt(bytes, beginsWord), workbooks: streamsAt(bytes, beginsWorkbook) };
}

function entryName(entry: Buffer): string | undefined {
  const length = entry.readUInt16LE(64);
  const kind = entry.readUInt8(66);
  if (length < 4 || length > 64 || length % 2 !== 0 || ![1, 2, 5].includes(kind)) return undefined;
  const name = entry.toString('utf16le', 0, length - 2);
  return entry.readUInt16LE(length - 2) === 0 && /^\p{Cc}?[ -~]+$/u.test(name) ? name : undefined;
}

function streamsAt(bytes: Buffer, begins: (bytes: Buffer, at: number) => boolean): Buffer[] {
  const found: Buffer[] = [];
  for (let at = sector; at + 64 <= bytes.length && found.length < mostStreams; at += 64) {
    if (begins(bytes, at)) found.push(bytes.subarray(at, at + mostBegun));
  }
  return found;
}

/** A cut last sector is filled up: the reader accepts whole ones only. */
function padded(bytes: Uint8Array): Buffer {
  const lacking = (sector - (bytes.length % sector)) % sector;
  return Buffer.concat([bytes, Buffer.alloc(lacking)]);
}
