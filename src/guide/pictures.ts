import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Locale, locales } from '../i18n.ts';

/** A picture of the guide. Its size is in CSS pixels. */
export interface GuidePicture {
  bytes: Buffer;
  width: number;
  height: number;
}

/** Pixels of a picture for one CSS pixel (`tests/browser/guide-pictures.ts`). */
const scale = 1.5;
const folder = join(import.meta.dirname, 'pictures');

const pictures = new Map(locales.map((locale) => [locale, readPictures(locale)]));

/** Finds a picture in a language. */
export function findPicture(locale: Locale, name: string): GuidePicture | undefined {
  return pictures.get(locale)?.get(name);
}

function readPictures(locale: Locale): Map<string, GuidePicture> {
  const files = readdirSync(join(folder, locale)).filter((file) => file.endsWith('.png'));
  return new Map(
    files.map((file) => {
      const bytes = readFileSync(join(folder, locale, file));
      // A PNG begins with its header, and that with its size.
      const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
      return [
        file.slice(0, -'.png'.length),
        { bytes, width: Math.round(width / scale), height: Math.round(height / scale) },
      ];
    }),
  );
}
