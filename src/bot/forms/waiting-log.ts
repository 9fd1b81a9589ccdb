import { z } from 'zod';
import { formConversation } from './conversation.ts';

/** Increased when the shape of the conversation itself changes; drafts are not affected. */
export const conversationVersion = 1;

/**
 * The log of a form that waits for an answer, as conversations 2.1 writes it. The first value it
 * received is the whole update that opened the form, which the form never looks at.
 */
const waitingLog = z.strictObject({
  version: z.tuple([z.literal(0), z.literal(conversationVersion)]),
  state: z.strictObject({
    [formConversation]: z.tuple([
      z.strictObject({
        args: z.string(),
        interrupts: z.tuple([z.literal(2)]),
        replay: z.strictObject({
          send: z.tuple([
            z.strictObject({ payload: z.literal('wait') }),
            z.strictObject({ payload: z.literal('external') }),
            z.strictObject({ payload: z.string() }),
          ]),
          receive: z.tuple([
            z.strictObject({ send: z.literal(0), returnValue: z.unknown() }),
            z.strictObject({
              send: z.literal(1),
              returnValue: z.strictObject({ ok: z.literal(true), ret: z.string() }),
            }),
          ]),
        }),
      }),
    ]),
  }),
});

/** What such a log says: the arguments of the form, as JSON, and the key of the question. */
const waiting = z.strictObject({ waits: z.strictObject({ args: z.string(), asked: z.string() }) });

/**
 * Shortens a conversation's log before it is stored: a tenth of its size, and no copy of a person's
 * update. A log of any other shape is stored as it is.
 */
export function shortenLog(log: unknown): unknown {
  const [one] = waitingLog.safeParse(log).data?.state[formConversation] ?? [];
  const asked = one?.replay.send[2].payload;
  if (!one || asked === undefined || one.replay.receive[1].returnValue.ret !== asked) return log;
  return { waits: { args: one.args, asked } } satisfies z.infer<typeof waiting>;
}

/** Restores a log that `shortenLog` shortened; others, such as those of earlier releases, stay. */
export function restoreLog(stored: unknown): unknown {
  if (stored === undefined || stored === null) return undefined;
  const known = waiting.safeParse(stored).data;
  if (!known) return stored;
  const { args, asked } = known.waits;
  return {
    version: [0, conversationVersion],
    state: {
      [formConversation]: [
        {
          args,
          interrupts: [2],
          replay: {
            send: [{ payload: 'wait' }, { payload: 'external' }, { payload: asked }],
            receive: [
              { send: 0, returnValue: { update_id: 0 } },
              { send: 1, returnValue: { ok: true, ret: asked } },
            ],
          },
        },
      ],
    },
  } satisfies z.infer<typeof waitingLog>;
}
