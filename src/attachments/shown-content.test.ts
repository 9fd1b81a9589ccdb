import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { fileTypeFromBuffer } from 'file-type';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { officeFile } from '../../tests/support/office-files.ts';
import { pdf } from '../../tests/support/sample-files.ts';
import { FileMissing, type FileStore, openFiles } from '../store/files.ts';
import { jpegKeyOf, shownContent } from './shown-content.ts';

let files: FileStore;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dht-shown-'));
  files = openFiles({ dataDir: folder });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it('a HEIC photo is shown as a JPEG, made once, and stays unchanged', async () => {
  const photo = officeFile('photo.heic');
  await files.put('attachments/aa/a.heic', photo);
  const shown = await shownContent(files, 'attachments/aa/a.heic');
  expect(shown.extension).toBe('jpg');
  expect((await fileTypeFromBuffer(shown.bytes))?.mime).toBe('image/jpeg');
  expect(await buffer(await files.get('attachments/aa/a.heic'))).toEqual(Buffer.from(photo));
  // The converted one is read from now on.
  await files.put(jpegKeyOf('attachments/aa/a.heic'), Buffer.from('kept'));
  expect(Buffer.from((await shownContent(files, 'attachments/aa/a.heic')).bytes).toString()).toBe('kept');
});

it.each([
  ['cut off', officeFile('photo.heic').subarray(0, 400)],
  ['without its picture', officeFile('photo.heic').subarray(0, 60)],
  ['empty', new Uint8Array()],
])('a HEIC photo that is damaged (%s) is shown as it is', async (name, bytes) => {
  const key = `attachments/bb/${name}.heic`;
  await files.put(key, bytes);
  expect(await shownContent(files, key)).toEqual({ bytes: Buffer.from(bytes), extension: 'heic' });
});

it('other files are shown unchanged, and a missing one is missing', async () => {
  await files.put('attachments/cc/c.pdf', pdf());
  const shown = await shownContent(files, 'attachments/cc/c.pdf');
  expect(shown).toEqual({ bytes: Buffer.from(pdf()), extension: 'pdf' });
  await expect(shownContent(files, 'attachments/cc/d.heic')).rejects.toBeInstanceOf(FileMissing);
});

it('several photos at once are all shown', async () => {
  const keys = [1, 2, 3].map((n) => `attachments/dd/${n}.heic`);
  for (const key of keys) await files.put(key, officeFile('photo.heic'));
  const shown = await Promise.all(keys.map((key) => shownContent(files, key)));
  expect(shown.map(({ extension }) => extension)).toEqual(['jpg', 'jpg', 'jpg']);
});
