import { type AttachmentView, listFilesOfOwner } from '../../../attachments/owner-files.ts';
import { type ShownContent, shownContent } from '../../../attachments/shown-content.ts';
import type { Exemplar } from '../../../exemplars/exemplar.ts';
import { escapeHtml } from '../../../i18n.ts';
import { asciiFileName } from '../../../text/ascii-file-name.ts';
import { shorten } from '../../../text/shorten.ts';
import type { BotContext } from '../../core/context.ts';
import { chatOfUpdate, sendMadeFile } from '../../core/send-made-file.ts';

/** Sends an exemplar's files one by one. */
export async function sendExemplarFiles(ctx: BotContext, exemplar: Exemplar): Promise<void> {
  await sendStoredFiles(
    ctx,
    await listFilesOfOwner(ctx.house.db, { exemplarId: exemplar.id }),
    exemplar.code,
  );
}

/**
 * Sends files one by one; `of` names their owner. A file that cannot be read is named and does not
 * stop the others.
 */
export async function sendStoredFiles(ctx: BotContext, files: AttachmentView[], of: string): Promise<void> {
  if (files.length === 0) await ctx.say({ text: ctx.html('exemplar-files-none', { code: of }) });
  const used = new Set<string>();
  for (const file of files) {
    const content = await read(ctx, file);
    if (content === undefined) {
      await ctx.say({ text: ctx.html('exemplar-file-unread', { code: of, name: file.name }) });
      continue;
    }
    const name = sentFileName(file.name, content.extension, used);
    used.add(name.toLowerCase());
    const caption = escapeHtml(shorten(`${of}: ${file.name}`, 1000));
    await sendMadeFile(chatOfUpdate(ctx), ctx, { bytes: content.bytes, filename: name }, { caption });
  }
}

async function read(ctx: BotContext, file: AttachmentView): Promise<ShownContent | undefined> {
  try {
    return await shownContent(ctx.house.files, file.storageKey);
  } catch (error) {
    ctx.house.log.error({ attachment: file.id, err: error }, 'a file that was received cannot be read');
    return undefined;
  }
}

/**
 * Endings under which a content opens as well as under its own. Many programs call Rich Text .doc.
 */
const sameAs: Record<string, string[]> = { jpg: ['jpeg'], rtf: ['doc'], heic: ['heif'] };

/**
 * Chooses the name under which a file is sent: its own, in ASCII. A misleading ending is replaced
 * by the right one, so that the file opens, and no name is used twice.
 */
function sentFileName(name: string, extension: string, used: ReadonlySet<string> = new Set()): string {
  const endings = [extension, ...(sameAs[extension] ?? [])];
  // The ending of a converted photo is replaced too.
  const ascii = asciiFileName(extension === 'jpg' ? name.replace(/\.hei[cf]$/i, '.jpg') : name);
  const ending = endings.find((one) => ascii.toLowerCase().endsWith(`.${one}`));
  const base = ending ? ascii.slice(0, -ending.length - 1) : ascii;
  const dotted = `.${ending ?? extension}`;
  for (let n = 1; ; n++) {
    const sent = `${base}${n === 1 ? '' : `-${n}`}${dotted}`;
    if (!used.has(sent.toLowerCase())) return sent;
  }
}
