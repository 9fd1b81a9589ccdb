import { inspectCompound, isCompound } from './inspect-compound.ts';
import { accepted, type FileVerdict, refused } from './verdict.ts';
import {
  isZip,
  type UnpackBudget,
  unpackBudget,
  ZipEncrypted,
  type ZipPart,
  ZipTooLarge,
  zipParts,
} from './zip-parts.ts';

/** The part that says what an OOXML file and each of its parts is. */
const typesPart = '[Content_Types].xml';
const word = 'wordprocessingml.document.main+xml';
const excel = 'spreadsheetml.sheet.main+xml';
/** A binary workbook is called "macro enabled" whether it has macros or not. */
const binaryWorkbook = /application\/vnd\.ms-excel\.sheet\.binary\.macroEnabled\.main/gi;
/** Kinds of content and of relations that only macros have, whatever the part itself is called. */
const macroWords = /vbaProject|vbaData|macroEnabled|macrosheet|attachedToolbars/i;
const macroParts = /(?:^|\/)(?:vbaProject\w*\.bin|vbaData\.xml)$|(?:^|\/)macrosheets\//i;
const remoteTemplate = /<Relationship\b(?=[^>]*\/attachedTemplate")(?=[^>]*\bTarget="(?:https?|ftp):)[^>]*>/i;
/** A document in a document in a document is no evidence of anything. */
const mostDepth = 3;

/**
 * Tells Word from Excel in a ZIP archive and refuses macros: by the kind of the whole, by any part
 * or relation that is one whatever its name, in embedded documents, or fetched from the network
 * with a template.
 */
export function inspectOoxml(bytes: Uint8Array): Promise<FileVerdict> {
  return inspectWithin(bytes, { depth: 0, budget: unpackBudget() });
}

/** How deep this document lies in others, and what may still be unpacked. */
interface Within {
  depth: number;
  budget: UnpackBudget;
}

async function inspectWithin(bytes: Uint8Array, within: Within): Promise<FileVerdict> {
  try {
    const parts = await zipParts(bytes, within.budget);
    const types = parts.find(({ name }) => name === typesPart);
    if (!types) return refused('type');
    const declared = textOf(await types.whole()).replaceAll(binaryWorkbook, '');
    const kind = declared.includes(word) ? 'docx' : declared.includes(excel) ? 'xlsx' : undefined;
    if (await holdsMacros(parts, declared, within)) {
      return refused('macros', /ms-excel|spreadsheetml/i.test(declared) ? 'xlsx' : 'docx');
    }
    return kind ? accepted(kind) : refused('type');
  } catch (error) {
    // What is too large or too deep inside is so as a whole; what is merely damaged inside hurts
    // nobody.
    if (within.depth > 0 && error instanceof ZipTooLarge) throw error;
    return refused(error instanceof ZipEncrypted ? 'password' : 'broken');
  }
}

async function holdsMacros(parts: ZipPart[], declared: string, within: Within): Promise<boolean> {
  if (parts.some(({ name }) => macroParts.test(name))) return true;
  if (macroWords.test(withoutUnusedDefaults(declared, parts))) return true;
  for (const part of parts) {
    if (part.name.endsWith('.rels')) {
      const relations = textOf(await part.whole());
      if (macroWords.test(relations) || remoteTemplate.test(relations)) return true;
    } else if (!part.name.endsWith('.xml') && (await embedsMacros(part, within))) return true;
  }
  return false;
}

/**
 * Parts may be documents themselves, whatever they are called: old ones, new ones, or a bare
 * project of Visual Basic.
 */
async function embedsMacros(part: ZipPart, { depth, budget }: Within): Promise<boolean> {
  const head = await part.head(8);
  if (!isCompound(head) && !isZip(head)) return false;
  if (depth >= mostDepth) throw new ZipTooLarge();
  const content = await part.whole();
  const inside = isZip(content)
    ? await inspectWithin(content, { depth: depth + 1, budget })
    : inspectCompound(content, '');
  return !inside.ok && inside.why === 'macros';
}

/** Some programs declare what a macro would be by its ending, also where there is none. */
function withoutUnusedDefaults(declared: string, parts: ZipPart[]): string {
  return declared.replaceAll(/<Default\b[^>]*>/gi, (whole) => {
    const ending = /\bExtension="([^"]*)"/i.exec(whole)?.[1]?.toLowerCase();
    return parts.some(({ name }) => name.toLowerCase().endsWith(`.${ending}`)) ? whole : '';
  });
}

/** XML as text: UTF-8, or UTF-16 as its first bytes say; letters written as numbers are letters. */
function textOf(xml: Buffer): string {
  const [first = 0, second = 0] = xml;
  const text =
    first === 0xff && second === 0xfe
      ? xml.toString('utf16le')
      : first === 0xfe && second === 0xff
        ? new TextDecoder('utf-16be').decode(xml)
        : xml.toString('utf8');
  return text.replaceAll(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi, (whole, hex?: string, decimal?: string) => {
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
