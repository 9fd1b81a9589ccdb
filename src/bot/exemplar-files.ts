import { buffer } from 'node:stream/consumers';
import { InputFile } from 'grammy';
import { type AttachmentView, exemplarFiles } from '../exemplars/attachments.ts';
import type { Exemplar } from '../exemplars/exemplar.ts';
import { asciiFileName } from '../forms/ascii-file-name.ts';
import { shorten } from '../forms/shorten.ts';
import type { BotContext } from './context.ts';

/** Sends an exemplar's files one by one. */
export async function sendExemplarFiles(ctx: BotContext, exemplar: Exemplar): Promise<void> {
  await sendStoredFiles(ctx, await exemplarFiles(ctx.house.db, exemplar.id), exemplar.code);
}

/** Sends files one by one, `of` what they belong to; one that cannot be read is named instead of stopping the others. */
export async function sendStoredFiles(ctx: BotContext, files: AttachmentView[], of: string): Promise<void> {
  for (const file of files) {
    const content = await read(ctx, file);
    if (content === undefined) {
      await ctx.say({ text: ctx.html('exemplar-file-unread', { code: of, name: file.name }) });
      continue;
    }
    await ctx.replyWithDocument(new InputFile(content, fileNameOf(file)), {
      caption: shorten(`${of}: ${file.name}`, 1000),
    });
  }
}

async function read(ctx: BotContext, file: AttachmentView): Promise<Uint8Array | undefined> {
  try {
    return await buffer(await ctx.house.files.get(file.storageKey));
  } catch (error) {
    ctx.house.log.error({ attachment: file.id, err: error }, 'a file that was received cannot be read');
    return undefined;
  }
}

/** The name it came with; one that hides what the content is gets the right ending, so that it opens. */
function fileNameOf({ name, storageKey }: AttachmentView): string {
  const extension = storageKey.split('.').at(-1) ?? '';
  const endings = extension === 'jpg' ? ['jpg', 'jpeg'] : [extension];
  const ascii = asciiFileName(name);
  return endings.some((ending) => ascii.toLowerCase().endsWith(`.${ending}`))
    ? ascii
    : `${ascii}.${extension}`;
}
