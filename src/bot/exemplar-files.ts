import { InputFile } from 'grammy';
import { exemplarFiles } from '../exemplars/attachments.ts';
import type { Exemplar } from '../exemplars/exemplar.ts';
import { asciiFileName } from '../forms/ascii-file-name.ts';
import type { BotContext } from './context.ts';

/** Sends an exemplar's files one by one; one that cannot be read is named instead of stopping the others. */
export async function sendExemplarFiles(ctx: BotContext, exemplar: Exemplar): Promise<void> {
  const files = await exemplarFiles(ctx.house.db, exemplar.id);
  for (const file of files) {
    const content = await ctx.house.files.get(file.storageKey);
    await ctx.replyWithDocument(new InputFile(content, asciiFileName(file.name)), {
      caption: `${exemplar.code}: ${file.name}`.slice(0, 1000),
    });
  }
}
