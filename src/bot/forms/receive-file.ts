import { GrammyError } from 'grammy';
import { type Attached, attachToDraft, checkFileName, maxFileBytes } from '../../attachments/attach.ts';
import { isNoRoomLeft } from '../../channels/bot-api/api-error.ts';
import { writeDraftChange } from '../../drafts/draft.ts';
import { DomainError } from '../../errors.ts';
import type { BotContext } from '../core/context.ts';
import type { IncomingFile, Scene } from './form.ts';

type NamedFile = IncomingFile & { name: string };

/**
 * Downloads a file from its channel and stores it with the draft. The channel's stated size is used
 * only to refuse early; the bytes are counted again.
 */
export async function receiveFile(
  ctx: BotContext,
  scene: Scene,
  given: NamedFile,
  /** The maximum number of files, and the part of the draft that they belong to. */
  { max, part }: { max: number; part: string | undefined },
): Promise<Attached> {
  const file = { ...given, name: checkFileName(given.name) };
  if ((file.size ?? 0) > maxFileBytes) throw new DomainError('file-too-big', { name: file.name });
  const bytes = await download(ctx, file);
  await writeDraftChange(scene.house.db.pool, ctx.turn);
  return attachToDraft(scene.house, {
    draftId: scene.draft.id,
    rev: scene.draft.rev,
    updateKey: scene.turn.updateKey,
    name: file.name,
    bytes,
    max,
    part,
    at: scene.now,
  });
}

async function download(ctx: BotContext, file: NamedFile): Promise<Uint8Array> {
  const file_path = await pathOf(ctx, file);
  const { apiRoot, token } = ctx.channel;
  const response = await ctx.channel.fetch(`${apiRoot}/file/bot${token}/${file_path}`);
  if (!response.ok) throw new DomainError('file-unavailable', { name: file.name });
  return readAtMost(response, maxFileBytes, file.name);
}

/**
 * The file's place in the channel. A final refusal is told to the person; temporary trouble is
 * thrown further.
 */
async function pathOf(ctx: BotContext, file: NamedFile): Promise<string> {
  try {
    const { file_path } = await ctx.api.getFile(file.fileId);
    return file_path ?? '';
  } catch (error) {
    if (isNoRoomLeft(error)) throw new DomainError('storage-full');
    if (!(error instanceof GrammyError) || error.error_code !== 400) throw error;
    const tooBig = /too big/i.test(error.description);
    throw new DomainError(tooBig ? 'file-too-big' : 'file-unavailable', { name: file.name });
  }
}

/** Reads a body, giving up as soon as it is larger than allowed. */
async function readAtMost(response: Response, limit: number, name: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > limit) throw new DomainError('file-too-big', { name });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
