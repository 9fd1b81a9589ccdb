import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** LibreOffice trusts the values stored in an .xlsx file unless told to recalculate. */
const recalculate = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;

/**
 * Lets LibreOffice open a file, recalculate it and write it as `format` (`pdf`, `xlsx`); returns
 * the new file, in a folder next to it.
 */
export async function convert(file: string, format: string): Promise<string> {
  const [made] = await convertAll([file], format);
  if (made === undefined) throw new Error(`LibreOffice did not write ${file} as ${format}`);
  return made;
}

/** Converts several files of one folder in one start of LibreOffice. */
export async function convertAll(files: string[], format: string): Promise<string[]> {
  const folder = await mkdtemp(join(dirname(files[0] ?? ''), 'office-'));
  const profile = pathToFileURL(join(folder, 'profile')).href;
  await mkdir(join(folder, 'profile', 'user'), { recursive: true });
  await writeFile(join(folder, 'profile', 'user', 'registrymodifications.xcu'), recalculate);
  const args = ['--headless', '--norestore', `-env:UserInstallation=${profile}`, '--convert-to', format];
  await run('soffice', [...args, '--outdir', folder, ...files], { timeout: 120_000 + 3000 * files.length });
  const made = await readdir(folder);
  return files.map((file) => {
    const name = basename(file).replace(/\.\w+$/, `.${format}`);
    if (!made.includes(name)) throw new Error(`LibreOffice did not write ${file} as ${format}`);
    return join(folder, name);
  });
}

/** Size of a PDF's pages in points, and their number. */
export async function pages(pdf: string): Promise<{ count: number; width: number; height: number }> {
  const { stdout } = await run('pdfinfo', [pdf]);
  const [, width = '0', height = '0'] = /Page size:\s+([\d.]+) x ([\d.]+)/.exec(stdout) ?? [];
  return { count: Number(/Pages:\s+(\d+)/.exec(stdout)?.[1]), width: Number(width), height: Number(height) };
}

/** Text of a page of a PDF (1 …), as it is laid out. */
export async function pageText(pdf: string, page: number): Promise<string> {
  const { stdout } = await run('pdftotext', ['-layout', '-f', String(page), '-l', String(page), pdf, '-']);
  return stdout.normalize('NFC');
}

export interface Word {
  text: string;
  page: number;
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Every word of a PDF with its position, in points. */
export async function words(pdf: string): Promise<Word[]> {
  const { stdout } = await run('pdftotext', ['-bbox', pdf, '-'], { maxBuffer: 1 << 28 });
  let page = 0;
  return stdout.split('\n').flatMap((line) => {
    if (line.includes('<page ')) page++;
    const found = /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*)<\/word>/.exec(
      line,
    );
    if (!found) return [];
    const [left = 0, top = 0, right = 0, bottom = 0] = found.slice(1, 5).map(Number);
    return [{ text: unescaped(found[5] ?? '').normalize('NFC'), page, left, top, right, bottom }];
  });
}

function unescaped(text: string): string {
  const named: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", '#39': "'", amp: '&' };
  return text.replace(/&(\w+|#39);/g, (all, name: string) => named[name] ?? all);
}
