import type { FastifyInstance } from 'fastify';
import { refuseForeignHost, refuseForeignRequests } from '../../http/loopback-guard.ts';
import type { Accept } from '../../jobs/inbound.ts';
import { isSignedLink } from '../../links/links.ts';
import { buildBotUser } from '../bot-api/bot-user.ts';
import { longestText } from '../bot-api/calls.ts';
import { createBotApiFetch } from '../bot-api/server.ts';
import type { Capabilities, Channel } from '../channel.ts';
import { serveWebBotApi } from './bot-api.ts';
import { listenForChatEvents } from './chat-events.ts';
import { addChatRoutes } from './routes/chat.ts';
import { addEventRoutes } from './routes/events.ts';
import { addFileRoutes } from './routes/files.ts';
import { addPageRoutes } from './routes/page.ts';
import { addSessionRoutes } from './routes/session.ts';
import { addSignInRoutes } from './routes/sign-in.ts';
import { createOriginCheck } from './sign-in/own-pages-only.ts';
import { createVisitors } from './sign-in/visitors.ts';
import { refuseSignedOut } from './visitor.ts';
import type { WebChannelDeps, WebHouse } from './web-house.ts';

export { openWebChat } from './web-chats.ts';
export type { Rehearsal, RehearsalParts, WebChannelDeps } from './web-house.ts';

/** The bot on the web chat. Its id is above every chat's, so that it is never a person's id. */
const me = buildBotUser({
  id: 9_000_000_000_000,
  first_name: 'Điển hình tiên tiến',
  username: 'web_chat_bot',
});

// Nothing is ever sent there: the channel's `fetch` answers by itself.
const apiRoot = 'http://web-chat.invalid';
const token = `${me.id}:web`;

const capabilities: Capabilities = {
  buttons: true,
  documentsIn: true,
  documentsOut: true,
  edit: true,
  textLength: longestText,
  manyDevices: true,
};

/**
 * Creates the web chat as a channel: a Bot API with messages as rows and browsers as phones.
 * Updates are acknowledged to the browser once `accept` has stored them. In production without
 * `signIn` it adds no routes.
 */
export function createWebChannel(deps: WebChannelDeps): Channel {
  const chatEvents = listenForChatEvents(deps.db.url, deps.log);
  const signIn = deps.rehearsal ? undefined : deps.signIn;
  const visitors =
    signIn &&
    createVisitors({
      pool: deps.db.pool,
      clock: deps.clock,
      secure: signIn.publicUrl?.startsWith('https:') === true,
    });
  const api = { ...deps, me, keepsHints: deps.rehearsal !== undefined };
  const plain = deps.rehearsal?.view({ ...api, links: deps.rehearsal.links });
  const house: WebHouse = { ...deps, me, chatEvents, visitors, plain };
  let played: { start(): Promise<void>; stop(): Promise<void> } | undefined;
  return {
    name: 'web',
    ownTime: true,
    capabilities,
    ...(plain && {
      capabilitiesIn: async (chatId) => ((await plain.isPlain(chatId)) ? plain.capabilities : capabilities),
    }),
    token,
    apiRoot,
    fetch: createBotApiFetch(serveWebBotApi(api, { apiRoot, token }, plain)),
    me: async () => me,
    routes(http, accept) {
      if (deps.rehearsal && plain) {
        // For the whole server: a rehearsal serves only the browser on this machine.
        http.addHook('onRequest', async (request) => {
          const guard = isSignedLink(request.url) ? refuseForeignHost : refuseForeignRequests;
          guard(request);
        });
        played = deps.rehearsal.routes(http, house, deps.rehearsal, { view: plain, accept });
        commonRoutes(http, house, accept);
      } else if (signIn && visitors) {
        const guard = createOriginCheck(signIn.publicUrl);
        http.register(async (scope) => {
          scope.addHook('onRequest', async (request, reply) => {
            guard(request);
            // A person's messages stay in no browser cache for the next person.
            reply.header('cache-control', 'no-store');
            await refuseSignedOut(house, request);
          });
          addSignInRoutes(scope, house, visitors, signIn, accept);
          commonRoutes(scope, house, accept);
        });
      }
    },
    async start() {
      await chatEvents.start();
      await played?.start();
    },
    async stop() {
      await played?.stop();
      await chatEvents.stop();
    },
    inviteLink: async (code) =>
      signIn?.publicUrl === undefined ? undefined : `${signIn.publicUrl}/#/${encodeURIComponent(code)}`,
    trouble: () => chatEvents.trouble(),
  };
}

/** The routes that the page needs in a rehearsal and in production. */
function commonRoutes(http: FastifyInstance, house: WebHouse, accept: Accept): void {
  addSessionRoutes(http, house);
  addChatRoutes(http, house, accept);
  addFileRoutes(http, house, accept);
  addEventRoutes(http, house);
  addPageRoutes(http, house.names);
}
