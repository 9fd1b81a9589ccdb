import { biffSays } from './biff.ts';
import { readCompound } from './read-compound.ts';
import { buildAcceptance, buildRefusal, type FileVerdict } from './verdict.ts';

const magic = Buffer.from('d0cf11e0a1b11ae1', 'hex');

/**
 * Tells whether the content begins like a compound file (OLE). These are Word and Excel of before
 * 2007, and encrypted documents since.
 */
export function isCompound(bytes: Uint8Array): boolean {
  return magic.equals(bytes.subarray(0, magic.length));
}

/** Entries of a compound file that only an encrypted document has. */
const encryptedBy = ['encryptedpackage', 'encryptioninfo', 'encryptedsummary', '\u0006dataspaces'];
/** Entries that only a project of Visual Basic has, at any depth. */
const macrosBy = ['vba', '_vba_project', '_vba_project_cur', 'macros', 'projectwm'];

/** FIB of Word: `wIdent`, and in its flags the bit of encryption and the one of XOR obfuscation. */
const wordMark = 0xa5ec;
const wordEncrypted = 0x8100;

/**
 * Tells Word from Excel by the streams inside, not by the name. A damaged file without any counts
 * as its name says. Refuses passwords, projects of Visual Basic, also in embedded objects, and
 * macro sheets of Excel 4.
 */
export function inspectCompound(bytes: Uint8Array, name: string): FileVerdict {
  const { names, words, workbooks } = readCompound(bytes);
  const has = (known: string[]) => known.some((one) => names.has(one));
  const isWord = names.has('worddocument') || words.length > 0;
  const isExcel = !isWord && (names.has('workbook') || names.has('book') || workbooks.length > 0);
  const instead = isExcel ? 'xlsx' : 'docx';

  if (has(encryptedBy)) return buildRefusal('password');
  if (words.some(encryptedWord)) return buildRefusal('password', instead);
  const sheets = workbooks.map(biffSays);
  if (sheets.includes('password')) return buildRefusal('password', instead);
  if (has(macrosBy) || sheets.includes('macros')) return buildRefusal('macros', instead);
  if (isWord) return buildAcceptance('doc');
  if (isExcel) return buildAcceptance('xls');
  const ending = names.size === 0 ? /\.(doc|xls)$/i.exec(name)?.[1]?.toLowerCase() : undefined;
  return ending === 'doc' || ending === 'xls' ? buildAcceptance(ending) : buildRefusal('type');
}

function encryptedWord(stream: Buffer): boolean {
  return (
    stream.length >= 12 &&
    stream.readUInt16LE(0) === wordMark &&
    (stream.readUInt16LE(10) & wordEncrypted) !== 0
  );
}
