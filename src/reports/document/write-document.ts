import type { OfficialDocument } from './document.ts';

/** Writes a document as a .docx. The library is loaded with the first one. */
export async function writeDocument(document: OfficialDocument): Promise<Buffer> {
  const { renderDocument } = await import('./render.ts');
  return await renderDocument(document);
}
