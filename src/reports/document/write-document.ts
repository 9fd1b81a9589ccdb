import { randomUUID } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { OfficialDocument } from './document.ts';

/** Writes a document as a .docx. The library is loaded with the first one. */
export async function writeDocument(document: OfficialDocument): Promise<Buffer> {
  const { renderDocument } = await import('./render.ts');
  return await renderDocument(document);
}

/**
 * Writes a document as a file in the folder and returns its path. After a failure no file is left
 * behind.
 */
export async function saveDocument(tempDir: string, document: OfficialDocument): Promise<string> {
  const path = join(tempDir, `${randomUUID()}.docx`);
  const bytes = await writeDocument(document);
  try {
    // A program that cleans up may have removed the folder since the start.
    await mkdir(tempDir, { recursive: true });
    await writeFile(path, bytes, { mode: 0o600 });
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
  return path;
}
