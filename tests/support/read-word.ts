import { readWordParts } from './check-word.ts';
import { parseXml, type XmlElement } from './parse-xml.ts';

/** A Word document as a reader finds it. */
export interface ReadWord {
  /** The text, a line for each paragraph. */
  text: string;
  /** The rows of each table, a text for each cell. */
  tables: string[][][];
}

/** Reads the text and the tables of a .docx. */
export async function readWord(bytes: Uint8Array): Promise<ReadWord> {
  const tree = parseXml((await readWordParts(bytes)).get('word/document.xml') ?? '');
  const tables = findElements(tree, 'w:tbl').map((table) =>
    findElements(table, 'w:tr')
      .filter((row) => !isSignature(row))
      .map((row) => findElements(row, 'w:tc').map((cell) => listWordLines(cell).join('\n'))),
  );
  return { text: listWordLines(tree).join('\n'), tables };
}

/** The signature stands in the last row of a table, in cells that take the table's lines away. */
function isSignature(row: XmlElement): boolean {
  return findElements(row, 'w:tcBorders').some((borders) => findElements(borders, 'w:bottom').length > 0);
}

/** Lists the texts of the paragraphs in an element. */
export function listWordLines(tree: XmlElement): string[] {
  return findElements(tree, 'w:p').map((line) =>
    findElements(line, 'w:t')
      .map(({ text }) => text)
      .join(''),
  );
}

/** Finds the elements of a name in an element, at any depth. */
export function findElements(tree: XmlElement, name: string): XmlElement[] {
  return tree.children.flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...findElements(child, name),
  ]);
}
