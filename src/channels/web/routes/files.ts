import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { holdsIdentityNumber, maskedName } from '../../../attachments/identity-in-name.ts';
import { addChatFile, type ChatFile, findFileOfChannel } from '../../../chat-files/chat-files.ts';
import { DomainError } from '../../../errors.ts';
import { readForm } from '../../../http/multipart.ts';
import { Refusal } from '../../../http/refusal.ts';
import { localeOf } from '../../../http/request-locale.ts';
import type { Accept } from '../../../jobs/inbound.ts';
import { isStillFor } from '../../../links/file-binding.ts';
import { hasLostAccess } from '../../../people/lost-access.ts';
import { type KeptBytes, keepBytes } from '../../../store/keep-bytes.ts';
import { cleanFileName } from '../../../text/file-name.ts';
import { makeStorable } from '../../../text/storable.ts';
import { longestCaption } from '../../bot-api/calls.ts';
import { addFoundEntities } from '../../bot-api/found-entities.ts';
import { describeDocument, describePhoto } from '../../bot-api/kept-file.ts';
import { readWebInbound } from '../inbound.ts';
import { addOwnMessage, findByClientKey } from '../transcript.ts';
import { requireChat } from '../visitor.ts';
import type { WebChat } from '../web-chats.ts';
import type { WebHouse } from '../web-house.ts';
import { clientKey } from './chat.ts';

/** In bytes: 20 MB for the file, and room for the rest of the form. */
const uploadLimit = 21_000_000;
const shownInline = /^image\/(png|jpeg|gif|webp)$/;

const sending = z.object({ key: clientKey, caption: z.string().default('') });
const getting = z.object({ fileId: z.uuid() });

/**
 * Adds the routes that upload and download files. A file is read only through the chat that it was
 * sent in.
 */
export function addFileRoutes(http: FastifyInstance, house: WebHouse, accept: Accept): void {
  const { db } = house;
  const { pool } = db;

  http.register(async (scope) => {
    // Uploads stream past fastify into the file store: they are never held in memory.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('multipart/form-data', (_request, _payload, done) => done(null));

    scope.post('/api/chats/:chatId/files', { config: { upload: true } }, async (request) => {
      const chat = await requireChat(house, request);
      const { key, caption } = sending.parse(request.query);
      const bytes = await received(house, request);
      const before = await findByClientKey(pool, chat.chatId, key);
      if (before) await house.files.remove(bytes.storageKey);
      const now = house.clock.now();
      const message =
        before ??
        (await addOwnMessage(pool, chat.chatId, now, {
          client_key: key,
          ...sentAs(
            chat,
            await addChatFile(db.prisma, {
              channel: 'web',
              chatId: chat.chatId,
              bytes,
              at: now,
              received: true,
            }),
          ),
          ...captioned(caption),
        }));
      if (!message) throw new Refusal('not-found');
      await accept('web', [await readWebInbound(house, chat, message, key, localeOf(request))]);
      return message;
    });
  });

  http.get('/api/chats/:chatId/files/:fileId', async (request, reply) => {
    const chat = await requireChat(house, request);
    const read = getting.safeParse(request.params);
    const file = read.success ? await findFileOfChannel(db.prisma, 'web', read.data.fileId) : undefined;
    if (file?.chatId !== chat.chatId) throw new Refusal('not-found');
    if ((await hasLostAccess(pool, file)) || !(await isStillFor(db, file))) throw new Refusal('not-found');
    const place = shownInline.test(file.mime) ? 'inline' : 'attachment';
    return (
      reply
        .headers({
          'content-type': file.mime,
          'content-length': file.size,
          'content-disposition': `${place}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
          'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
          // In production another person may use the same browser next.
          'cache-control': house.rehearsal ? 'private, max-age=3600, immutable' : 'no-store',
        })
        // fastify answers HEAD by this route too, and would read the whole file to discard it.
        .send(request.method === 'HEAD' ? Readable.from([]) : await house.files.get(file.storageKey))
    );
  });
}

/** Where files cannot be sent, a picture still can, as a photo. */
function sentAs({ plain }: WebChat, file: ChatFile) {
  return plain && file.mime.startsWith('image/')
    ? { photo: describePhoto(file) }
    : { document: describeDocument(file) };
}

/**
 * Receives the one file of an upload. A too large one is still read to its end, because a browser
 * that is cut off shows no reason.
 */
async function received(house: WebHouse, request: FastifyRequest): Promise<KeptBytes> {
  const type = request.headers['content-type'] ?? '';
  let bytes: KeptBytes | undefined;
  const { tooBig } = await readForm(request.raw, type, { bytes: uploadLimit }, async ({ name, content }) => {
    // The transcript outlives the bot's refusal, so the number is removed from it.
    const clean = cleanFileName(name);
    const shown = holdsIdentityNumber(clean) ? maskedName(clean) : clean;
    bytes = await keepBytes(house.files, 'web', shown, content);
  }).catch((error: unknown) => {
    // A refusal by the store is not the form's fault; the rest is read, so that the browser shows
    // the reason.
    if (error instanceof DomainError) request.raw.resume();
    else if (request.raw.errored || request.raw.complete) throw new Refusal('bad-request');
    throw error;
  });
  if (!bytes) throw new Refusal('bad-request');
  if (!tooBig && bytes.size > 0) return bytes;
  await house.files.remove(bytes.storageKey);
  throw new Refusal(tooBig ? 'too-big' : 'empty-file');
}

function captioned(caption: string) {
  const text = makeStorable(caption).trim().slice(0, longestCaption);
  if (text === '') return {};
  const { entities } = addFoundEntities({ text, entities: [] });
  return { caption: text, ...(entities.length > 0 && { caption_entities: entities }) };
}
