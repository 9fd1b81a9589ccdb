import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { DomainError } from '../../../errors.ts';
import { Refusal } from '../../../http/refusal.ts';
import { localeOf } from '../../../http/request-locale.ts';
import type { Accept } from '../../../jobs/inbound.ts';
import type { Devices, Session, WireError } from '../../../page/wire.ts';
import { readAccountName } from '../../../people/accounts.ts';
import { readClientAddress } from '../sign-in/client-address.ts';
import { describeDevice } from '../sign-in/device-label.ts';
import { endSession, listDevices, type Visit } from '../sign-in/sessions.ts';
import { signIn } from '../sign-in/sign-in.ts';
import type { Visitors } from '../sign-in/visitors.ts';
import type { SignIn, WebHouse } from '../web-house.ts';

const showing = z.strictObject({
  code: z.string().max(200),
  /** The person agreed to sign out the person who is signed in here. */
  instead: z.boolean().default(false),
});
const params = z.object({ id: z.coerce.number().int().positive().max(2_147_483_647) });

/**
 * Adds the routes to sign in by a code, list one's devices, and sign out of any of them. Production
 * only.
 */
export function addSignInRoutes(
  http: FastifyInstance,
  house: WebHouse,
  visitors: Visitors,
  rules: SignIn,
  accept: Accept,
): void {
  const { db } = house;
  const { pool } = db;
  const visitOf = async (request: FastifyRequest): Promise<Visit> => {
    const visit = await visitors.find(request);
    if (!visit) throw new Refusal('signed-out');
    return visit;
  };

  /**
   * Throws `signed-in-already` when a person who has joined is signed in with this chat: the page
   * asks before signing them out.
   */
  const keepWhoIsHere = async (chatId: number): Promise<void> => {
    const who = await readAccountName(db.prisma, 'web', String(chatId));
    if (who !== null) throw new DomainError('signed-in-already', { who });
  };

  http.post('/api/sign-in', { bodyLimit: 4096 }, async (request, reply) => {
    const { code, instead } = showing.parse(request.body);
    const before = await visitors.find(request);
    const by = {
      typed: code,
      address: readClientAddress(request),
      device: describeDevice(request.headers['user-agent']),
      locale: localeOf(request),
    };
    try {
      if (before && !instead) await keepWhoIsHere(before.chatId);
      const { chatId, key } = await signIn(house, accept, by);
      // One browser, one session: the cookie of the old one is replaced from here on.
      if (before) await endSession(pool, before.chatId, house.clock.now());
      const session: Session = { rehearsal: false, chatId };
      return reply.header('set-cookie', await visitors.keep(key)).send(session);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return refuse(reply, error, rules.say(error, by.locale), house.clock.now());
    }
  });

  http.get('/api/devices', async (request): Promise<Devices> => {
    const { chatId } = await visitOf(request);
    const devices = await listDevices(pool, chatId, house.clock.now());
    return {
      name: await readAccountName(db.prisma, 'web', String(chatId)),
      devices: devices.map((device) => ({
        id: device.id,
        label: device.label,
        since: device.createdAt.toISOString(),
        lastSeen: device.lastSeenAt.toISOString(),
        here: device.chatId === chatId,
      })),
    };
  });

  http.post('/api/devices/:id/sign-out', async (request, reply) => {
    const own = await visitOf(request);
    const read = params.safeParse(request.params);
    const devices = await listDevices(pool, own.chatId, house.clock.now());
    const device = read.success && devices.find(({ id }) => id === read.data.id);
    if (!device) throw new Refusal('not-found');
    await endSession(pool, device.chatId, house.clock.now());
    if (device.chatId === own.chatId) forgetHere(reply, await visitors.forget());
    return reply.send({});
  });

  http.post('/api/sign-out', async (request, reply) => {
    const own = await visitors.find(request);
    if (own) await endSession(pool, own.chatId, house.clock.now());
    return forgetHere(reply, await visitors.forget()).send({});
  });
}

/** On a shared computer the messages stay in no cache (browsers respect this over https). */
function forgetHere(reply: FastifyReply, cookie: string): FastifyReply {
  return reply.headers({ 'set-cookie': cookie, 'clear-site-data': '"cache"' });
}

function refuse(reply: FastifyReply, error: DomainError, message: string, now: Date): FastifyReply {
  const answer: WireError = { error: { code: error.code, message } };
  if (error.code === 'signed-in-already') return reply.code(409).send(answer);
  if (error.code !== 'too-many-codes') return reply.code(400).send(answer);
  const wait = Date.parse(String(error.args.when)) - now.getTime();
  return reply
    .code(429)
    .header('retry-after', Math.max(1, Math.ceil(wait / 1000)))
    .send(answer);
}
