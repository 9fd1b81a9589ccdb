/** One entry of a compound file's directory. */
export interface CompoundEntry {
  name: string;
  /**
   * Returns the stream's content, at most its first 2 MB; undefined for a folder, and where the
   * tables do not lead to all of it.
   */
  content(): Buffer | undefined;
}

const entrySize = 128;
const miniSize = 64;
const headerFats = 109;
/** Maximum number of bytes read of one stream: its beginning is enough. */
const mostOfStream = 2 * 1024 * 1024;
/** Kinds of an entry: folder, stream, root. */
const kinds = new Set([1, 2, 5]);

/**
 * Reads the directory of a compound file (MS-CFB); undefined when its tables are damaged. Every
 * chain is followed at most once through the file, so that a hostile file costs no more than an
 * ordinary one.
 */
export function compoundEntries(bytes: Buffer): CompoundEntry[] | undefined {
  const shift = bytes.length >= 512 ? bytes.readUInt16LE(30) : 0;
  if (shift !== 9 && shift !== 12) return undefined;
  const file = new Sectors(bytes, 2 ** shift);
  const directory = file.read(bytes.readInt32LE(48));
  if (!directory || directory.length < entrySize) return undefined;
  const root = readEntry(directory, 0);
  const cutoff = bytes.readUInt32LE(56);
  // Small streams are stored together in the root's stream, with a table of their own.
  const minis = lazily(() => root && file.read(root.start));
  const miniTable = lazily(() => file.read(bytes.readInt32LE(60)));
  const entries: CompoundEntry[] = [];
  for (let at = 0; at + entrySize <= directory.length; at += entrySize) {
    const entry = readEntry(directory, at);
    if (!entry) continue;
    const { name, kind, start, size } = entry;
    entries.push({
      name,
      content: () => {
        if (kind !== 2) return undefined;
        const whole =
          size < cutoff ? readMini(minis(), miniTable(), start, size) : file.read(start, mostOfStream);
        return whole && whole.length >= Math.min(size, mostOfStream) ? whole.subarray(0, size) : undefined;
      },
    });
  }
  return entries;
}

/** The sectors of a file, and the table that chains them. */
class Sectors {
  private readonly bytes: Buffer;
  private readonly size: number;
  private readonly count: number;
  /** Sectors that hold the table. */
  private readonly table: number[];

  constructor(bytes: Buffer, size: number) {
    this.bytes = bytes;
    this.size = size;
    this.count = Math.floor(bytes.length / size) - 1;
    this.table = Array.from({ length: headerFats }, (_, i) => bytes.readInt32LE(76 + i * 4));
    const perSector = size / 4 - 1;
    let more = bytes.readInt32LE(68);
    for (let read = 0; more >= 0 && more < this.count && read < this.count; read++) {
      const at = (more + 1) * size;
      for (let i = 0; i < perSector; i++) this.table.push(bytes.readInt32LE(at + i * 4));
      more = bytes.readInt32LE(at + perSector * 4);
    }
  }

  /**
   * Returns the chain of sectors from `start`, joined, until `most` bytes are there; undefined when
   * it is circular or leaves the file.
   */
  read(start: number, most = Number.POSITIVE_INFINITY): Buffer | undefined {
    const parts: Buffer[] = [];
    for (let sector = start; sector >= 0 && parts.length * this.size < most; sector = this.next(sector)) {
      if (sector >= this.count || parts.length >= this.count) return undefined;
      parts.push(this.bytes.subarray((sector + 1) * this.size, (sector + 2) * this.size));
    }
    return Buffer.concat(parts);
  }

  private next(sector: number): number {
    const perSector = this.size / 4;
    const table = this.table[Math.floor(sector / perSector)] ?? -1;
    // Beyond the file: the chain leaves it.
    if (table < 0 || table >= this.count) return this.count;
    return this.bytes.readInt32LE((table + 1) * this.size + (sector % perSector) * 4);
  }
}

function readMini(
  minis: Buffer | undefined,
  table: Buffer | undefined,
  start: number,
  size: number,
): Buffer | undefined {
  if (size === 0) return Buffer.alloc(0);
  if (!minis || !table) return undefined;
  const parts: Buffer[] = [];
  for (let sector = start; sector >= 0; ) {
    const at = sector * miniSize;
    if (at >= minis.length || sector * 4 + 4 > table.length || parts.length * miniSize > size)
      return undefined;
    parts.push(minis.subarray(at, at + miniSize));
    sector = table.readInt32LE(sector * 4);
  }
  return Buffer.concat(parts);
}

function readEntry(
  directory: Buffer,
  at: number,
): { name: string; kind: number; start: number; size: number } | undefined {
  const length = directory.readUInt16LE(at + 64);
  const kind = directory.readUInt8(at + 66);
  if (!kinds.has(kind) || length < 2 || length > 64 || length % 2 !== 0) return undefined;
  return {
    name: directory.toString('utf16le', at, at + length - 2),
    kind,
    start: directory.readInt32LE(at + 116),
    size: directory.readUInt32LE(at + 120),
  };
}

function lazily<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
