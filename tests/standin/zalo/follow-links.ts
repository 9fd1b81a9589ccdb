import type { ShownMessage } from './chat.ts';
import { fileNameOf, isLoopback, linksIn, readLink } from './read-link.ts';
import { mediaTypeOf, type UploadForm, uploadFormIn } from './upload-form.ts';

export interface FoundFile {
  name: string;
  bytes: Uint8Array;
}

/**
 * Returns the file that a message shows or links to, when its name matches. Throws when the link
 * gives a name and then no file. Pages, and links to other machines, are not files.
 */
export async function fileBehind(
  { picture, text }: ShownMessage,
  fits: (name: string) => boolean,
): Promise<FoundFile | undefined> {
  if (picture && picture !== 'black' && fits(picture.name)) return picture;
  for (const link of linksIn(text).filter(isLoopback)) {
    const name = fileNameOf((await readLink(link, 'HEAD')).disposition);
    if (name === undefined || !fits(name)) continue;
    const { status, bytes } = await readLink(link);
    if (status !== 200) throw new Error(`the link to ${name} gives ${status}`);
    return { name, bytes };
  }
  return undefined;
}

/** The upload form behind the newest link that leads to one and still works. */
export async function uploadFormBehind(messages: ShownMessage[]): Promise<UploadForm | undefined> {
  for (const { text } of messages.toReversed()) {
    for (const link of linksIn(text).filter(isLoopback)) {
      const { status, type, bytes } = await readLink(link);
      const form =
        status === 200 && type === 'text/html'
          ? uploadFormIn(Buffer.from(bytes).toString('utf8'), link)
          : undefined;
      if (form) return form;
    }
  }
  return undefined;
}

/**
 * Posts a file as a browser without scripts does, and returns the next page. A refused file is no
 * error here: the page says why. Throws when the page itself is gone or broken.
 */
export async function upload(form: UploadForm, name: string, content: Uint8Array): Promise<string> {
  const body = new FormData();
  for (const [field, value] of form.hidden) body.append(field, value);
  body.append(form.field, new Blob([new Uint8Array(content)], { type: mediaTypeOf(name) }), name);
  const response = await fetch(form.action, { method: 'POST', body });
  const page = await response.text();
  if ([404, 405, 410].includes(response.status) || response.status >= 500) {
    throw new Error(`uploading ${name} gives ${response.status}: ${page}`);
  }
  return page;
}
