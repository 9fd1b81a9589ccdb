import { hash } from 'node:crypto';
import { GrammyError, InputFile, type Transformer } from 'grammy';
import type { Logger } from 'pino';
import { createParts, sendAs } from '../../channels/sending.ts';
import { mostUnsureCopies, type SentRecord } from '../../jobs/sent-record.ts';
import type { Turn } from '../../jobs/turn.ts';

/** The Bot API's code for a message of unknown fate. */
const unsureCode = 408;

/** Tells whether an error says that it is unknown if a message arrived. */
export function isUnsure(error: unknown): boolean {
  return error instanceof GrammyError && error.error_code === unsureCode;
}

/**
 * Sends each message of a turn once: one that arrived in an earlier attempt is left out. One whose
 * answer was lost is sent once more, when the channel answers again, and then never. `before` runs
 * first, so that waiting replies keep their order.
 */
export function sendOnce(turn: Turn, log: Logger, before: () => Promise<void>): Transformer {
  const recordOf = records(turn);
  let next = 0;
  return async (prev, method, payload, signal) => {
    if (!isMessage(method)) {
      if (changesMessage(method)) await before();
      return prev(method, payload, signal);
    }
    await before();
    const n = next++;
    const record = recordOf(n, digestOf(method, payload));
    if (record.arrived || record.unsure >= mostUnsureCopies) return notSent(payload);
    for (;;) {
      if (turn.over) throw new Error('the update was cut off: another attempt has taken over');
      if (record.unsure > 0) {
        // The only repeat is saved for a channel that answers.
        const answer = await prev('sendChatAction', { chat_id: chatOf(payload), action: 'typing' }, signal);
        if (!answer.ok) return answer;
      }
      // Counted first, so that an attempt that is cut off here leaves the count.
      record.unsure += 1;
      const key = `${turn.updateKey}#${n}/${record.digest}`;
      const answer = await sendAs({ key, progress: [record.parts] }, () =>
        prev(method, payload, signal),
      ).catch((error: unknown) => {
        record.unsure -= 1;
        throw error;
      });
      if (answer.ok || answer.error_code !== unsureCode) {
        record.unsure -= 1;
        record.arrived = answer.ok;
        return answer;
      }
      log.warn(
        { inbox: turn.inboxId, chat: turn.channel, times: record.unsure },
        'a message may have arrived',
      );
      if (record.unsure >= mostUnsureCopies) return notSent(payload);
    }
  };
}

/**
 * Finds the records of a turn's messages. A message is recognised by its words, at any place of the
 * attempt before; one with other words in the place of an uncertain message counts as that one,
 * with new words.
 */
function records(turn: Turn): (n: number, digest: string) => SentRecord {
  const before = [...turn.sent];
  const used = new Set<SentRecord>();
  return (n, digest) => {
    const same = before.find((one) => one.digest === digest && !used.has(one));
    const instead = before[n];
    const kept = same ?? (instead && instead.unsure > 0 && !used.has(instead) ? instead : undefined);
    if (kept) {
      used.add(kept);
      if (!same) Object.assign(kept, { digest, parts: createParts() });
      return kept;
    }
    const fresh = { digest, arrived: false, unsure: 0, parts: createParts() };
    turn.sent.push(fresh);
    return fresh;
  };
}

function isMessage(method: string): boolean {
  return /^(send(?!ChatAction)|copyMessage|forwardMessage)/.test(method);
}

/** A change of a message in the chat must not overtake a message before it. */
function changesMessage(method: string): boolean {
  return /^(edit|delete)/.test(method);
}

function chatOf(payload: object): number {
  return 'chat_id' in payload ? Number(payload.chat_id) : 0;
}

/** The answer for a message that is not sent again: only its chat is known. */
function notSent(payload: object) {
  const chat = { id: chatOf(payload), type: 'private' as const, first_name: '' };
  return { ok: true as const, result: { message_id: 0, date: 0, chat, text: '' } as never };
}

/** A file is recognised by its name: its content is read once. */
function digestOf(method: string, payload: object): string {
  const told = Object.entries(payload).map(([name, value]) => [
    name,
    value instanceof InputFile ? (value.filename ?? 'file') : value,
  ]);
  return hash('sha1', `${method}\n${JSON.stringify(told)}`, 'base64url').slice(0, 16);
}
