import { countPhotos } from '../../attachments/count-photos.ts';
import { holdsIdentityNumber } from '../../attachments/identity-in-name.ts';
import { findMendedExemplar } from '../../drafts/mended-exemplar.ts';
import { looksLikeIdentityNumber } from '../../drafts/parse/identity-number.ts';
import { cleanFileName } from '../../text/file-name.ts';
import { shorten } from '../../text/shorten.ts';
import type { Scene } from './form.ts';

/**
 * Names a photo, since the phone gives it no name. It is the first line of its caption, otherwise
 * `Ảnh 2.jpg` by its place among the photos of the draft. The same update gives the same name
 * again.
 */
export async function photoName(scene: Scene, caption = ''): Promise<string> {
  const words = wordsOf(caption);
  const number = looksLikeIdentityNumber(caption) || holdsIdentityNumber(words);
  if (words !== '' && !number) return `${words}.jpg`;
  // Including removed ones: no two photos share a name.
  const before = await countPhotos(scene.house.db.prisma, {
    draftId: scene.draft.id,
    exemplarId: findMendedExemplar(scene.draft),
    notOf: scene.turn.updateKey,
  });
  return scene.t('form-photo-name', { n: before + 1 });
}

/** The first line of a caption, without invalid characters and without an ending of its own. */
function wordsOf(caption: string): string {
  const line = caption.trim().split(/[\r\n\u0085\u2028\u2029]/)[0] ?? '';
  const allowed = line.replaceAll(/[\\/]+/g, '-').replaceAll(/[:*?"<>|\s]+/g, ' ');
  if (!/[\p{L}\p{N}]/u.test(allowed)) return '';
  return shorten(cleanFileName(allowed).replace(/\.(jpe?g|png|heic|webp)$/i, ''), 80).replace(
    /(?<![.\s])[.\s]+$/,
    '',
  );
}
