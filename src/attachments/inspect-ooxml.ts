import { inspectCompound, isCompound } from './inspect-compound.ts';
import { buildAcceptance, buildRefusal, type FileVerdict } from './verdict.ts';
import {
  isZip,
  type UnpackBudget,
  unpackBudget,
  ZipEncrypted,
  type ZipPart,
  ZipTooLarge,
  zipParts,
} from './zip-parts.ts';

/** The part with the content types of an OOXML file and its parts. */
const typesPart = '[Content_Types].xml';
const word = 'wordprocessingml.document.main+xml';
const excel = 'spreadsheetml.sheet.main+xml';
/** A binary workbook is called "macro enabled" with macros or without. */
const binaryWorkbook = /application\/vnd\.ms-excel\.sheet\.binary\.macroEnabled\.main/gi;
/** Content types and relations that only macros have, for parts of any name. */
const macroWords = /vbaProject|vbaData|macroEnabled|macrosheet|attachedToolbars/i;
const macroParts = /(?:^|\/)(?:vbaProject\w*\.bin|vbaData\.xml)$|(?:^|\/)macrosheets\//i;
const remoteTemplate =
  /<Relationship\b(?=[^<>]*\/attachedTemplate")(?=[^<>]*\bTarget="(?:https?|ftp):)[^<>]*>/i;
/** A third level of embedded documents proves nothing. */
const mostDepth = 3;

/**
 * Tells Word from Excel in a ZIP archive and refuses macros. They show in the document's type, in a
 * part or relation of any name, in embedded documents, or in a template from the network.
 */
export function inspectOoxml(bytes: Uint8Array): Promise<FileVerdict> {
  return inspectWithin(bytes, { depth: 0, budget: unpackBudget() });
}

/** How deep this document is embedded in others, and how much may still be unpacked. */
interface Within {
  depth: number;
  budget: UnpackBudget;
}

async function inspectWithin(bytes: Uint8Array, within: Within): Promise<FileVerdict> {
  try {
    const parts = await zipParts(bytes, within.budget);
    const types = parts.find(({ name }) => name === typesPart);
    if (!types) return buildRefusal('type');
    const declared = textOf(await types.whole()).replaceAll(binaryWorkbook, '');
    const kind = declared.includes(word) ? 'docx' : declared.includes(excel) ? 'xlsx' : undefined;
    if (await holdsMacros(parts, declared, within)) {
      return buildRefusal('macros', /ms-excel|spreadsheetml/i.test(declared) ? 'xlsx' : 'docx');
    }
    return kind ? buildAcceptance(kind) : buildRefusal('type');
  } catch (error) {
    // Too large or too deep inside means too large as a whole; an embedded damaged document does no
    // harm.
    if (within.depth > 0 && error instanceof ZipTooLarge) throw error;
    return buildRefusal(error instanceof ZipEncrypted ? 'password' : 'broken');
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
 * Parts may be documents themselves, under any name: old ones, new ones, or a bare project of
 * Visual Basic.
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

/** Some programs declare the type of macros by file ending, also where there are none. */
function withoutUnusedDefaults(declared: string, parts: ZipPart[]): string {
  return declared.replaceAll(/<Default\b[^<>]*>/gi, (whole) => {
    const ending = /\bExtension="([^"]*)"/i.exec(whole)?.[1]?.toLowerCase();
    return parts.some(({ name }) => name.toLowerCase().endsWith(`.${ending}`)) ? whole : '';
  });
}

/** XML as text: UTF-8, or UTF-16 by its first bytes; numeric references become letters. */
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
