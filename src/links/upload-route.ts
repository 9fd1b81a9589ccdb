import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { listFilesOfDraft } from '../attachments/draft-files.ts';
import type { Draft } from '../drafts/draft.ts';
import { localeOf } from '../http/request-locale.ts';
import type { Accept } from '../jobs/inbound.ts';
import { deriveUpdateId } from '../jobs/update-ids.ts';
import { buildGonePage, listGoneSentences, type SendPage } from './html-page.ts';
import { type Links, uploadLinkPath } from './links.ts';
import { findUploadDraft, receiveUpload, type UploadDeps } from './receive-upload.ts';
import { buildUploadPage } from './upload-page.ts';
import type { UploadToken } from './upload-token.ts';

const clientKey = /^[\w-]{8,20}$/;
/** The rest of the path: a token is longer than fastify allows in a named part. */
type Params = { Params: { '*': string } };
type Answered = Params & { Querystring: { key?: string } };

/**
 * Adds the page that takes files for one draft and one question. 404 for an invalid link, 410 once
 * it has expired or the question has been answered. Stored files are reported to the chat through
 * the inbox, as the press of a button, so that the report comes in order and once.
 */
export function addUploadRoutes(
  http: FastifyInstance,
  links: Links,
  deps: UploadDeps & { send: SendPage },
  accept: Accept,
): void {
  /** The link's draft, or undefined when an answer was sent already. */
  const opened = async (
    request: FastifyRequest<Params>,
    reply: FastifyReply,
  ): Promise<{ token: UploadToken; draft: Draft } | undefined> => {
    const token = await links.readUpload(request.params['*']);
    const locale = token?.locale ?? localeOf(request);
    const refuse = (status: number, why: Parameters<typeof buildGonePage>[1]) => {
      // A browser whose connection is cut while it sends shows no reason.
      request.raw.resume();
      if (wantsJson(request)) {
        reply
          .code(status)
          .header('cache-control', 'no-store')
          .send({ say: listGoneSentences(locale, why) });
      } else deps.send(reply, status, locale, buildGonePage(locale, why));
      return undefined;
    };
    if (!token) return refuse(404, 'not-found');
    if (token.expired) return refuse(410, 'upload-expired');
    const draft = await findUploadDraft(deps, token);
    return draft ? { token, draft } : refuse(410, request.method === 'POST' ? 'upload-late' : 'upload-over');
  };

  http.register(async (scope) => {
    // Uploads stream past fastify: nothing is read before the link is checked.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('multipart/form-data', (_request, _payload, done) => done(null));

    scope.get<Params>(`${uploadLinkPath}/*`, async (request, reply) => {
      const found = await opened(request, reply);
      if (!found) return reply;
      const { token, draft } = found;
      const files = await listFilesOfDraft(deps.db.pool, draft, token.part);
      const received = files.map(({ name }) => ({ name, ok: true }));
      const state = { have: files.length, max: token.max, received };
      return deps.send(reply, 200, token.locale, buildUploadPage(token.locale, state));
    });

    scope.post<Answered>(`${uploadLinkPath}/*`, { config: { upload: true } }, async (request, reply) => {
      const found = await opened(request, reply);
      if (!found) return reply;
      const { token, draft } = found;
      const given = request.query.key ?? '';
      const key = clientKey.test(given) ? given : randomUUID().slice(0, 12);
      const contentType = request.headers['content-type'] ?? '';
      const { received, failure } = await receiveUpload(deps, token, { key, body: request.raw, contentType });
      if (received.some(({ ok }) => ok)) await accept(token.channel, [arrivalOf(token, key)]);
      if (failure !== undefined) throw failure;
      const { length: have } = await listFilesOfDraft(deps.db.pool, draft, token.part);
      if (wantsJson(request)) {
        return reply.header('cache-control', 'no-store').send({ files: received, have });
      }
      return deps.send(
        reply,
        200,
        token.locale,
        buildUploadPage(token.locale, { have, max: token.max, received }),
      );
    });
  });
}

/** Tells whether the page's script asks; without it the browser itself does. */
function wantsJson({ headers }: FastifyRequest): boolean {
  return headers.accept?.startsWith('application/json') ?? false;
}

/** Builds the update "files have arrived", in the form that the bot asked for. */
function arrivalOf(token: UploadToken, uploadKey: string) {
  const { chatId } = token;
  const key = `upload:${token.draftId}:${uploadKey}`;
  const from = { id: chatId, is_bot: false, first_name: '' };
  return {
    key,
    update: {
      update_id: deriveUpdateId(key),
      callback_query: {
        id: `${chatId}:${key}`,
        from,
        chat_instance: String(chatId),
        data: `${token.arrived}:${uploadKey}`,
        // Too old to be shown, in the Bot API's format: there is no message to change.
        message: {
          chat: { id: chatId, type: 'private' as const, first_name: '' },
          message_id: 0,
          date: 0 as const,
        },
      },
    },
  };
}
