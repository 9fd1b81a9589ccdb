import type { Api } from 'grammy';
import { sendExpecting } from '../../../drafts/expecting.ts';
import { type AskedReport, noteShare, noteShownIn } from '../../../reports/asked/asked-reports.ts';
import { WorkStopped } from '../../core/long-work.ts';
import type { Reply } from '../../core/reply.ts';
import { markupOf } from '../../core/send.ts';
import type { ReportInTheMaking } from './follow-report.ts';
import { sayProgress } from './say-progress.ts';

/** In milliseconds: how often a message that can be changed shows the share done. */
const editEveryMs = 3000;
/** Where messages cannot be changed, new ones say it after so many milliseconds: ever rarer. */
const linesAfterMs = [20_000, 60_000, 180_000, 600_000, 1_800_000];

/**
 * Shows the share done from time to time, until `end`. That waits for the share that is being
 * noted, so that it replaces none noted later.
 */
export function showShares({ asked, by, stop, share }: ReportInTheMaking, api: Api, edit: boolean) {
  const { db, log } = by.house;
  let timer: NodeJS.Timeout | undefined;
  let ended = false;
  let lines = 0;
  let shown = asked.done;
  const begun = performance.now();
  let noting: Promise<boolean> = Promise.resolve(true);
  const tell = async () => {
    const done = Math.min(99, Math.floor(share() * 100));
    if (ended) return;
    noting = noteShare(db.prisma, asked, done);
    if (!(await noting)) return stop.abort(new WorkStopped('lost'));
    const due = linesAfterMs[lines];
    const now = edit ? done !== shown : due !== undefined && performance.now() - begun >= due;
    if (!now || ended) return;
    shown = done;
    lines += 1;
    const reply = sayProgress(by, { ...asked, done }, { edit, first: false });
    await (edit ? changeProgress(api, asked, reply) : postProgress(api, asked, reply));
  };
  const next = () => {
    timer = setTimeout(() => {
      tell()
        .catch((error) => log.debug({ err: error }, 'the share of a report could not be shown'))
        .finally(() => ended || next());
    }, editEveryMs);
  };
  next();
  return {
    async end() {
      ended = true;
      clearTimeout(timer);
      await noting.catch(() => false);
    },
  };
}

const html = { parse_mode: 'HTML', link_preview_options: { is_disabled: true } } as const;

/** Shows the first line of the progress, and notes in which message. */
export async function beginShowing(
  { asked, by }: Pick<ReportInTheMaking, 'asked' | 'by'>,
  send: (reply: Reply) => Promise<{ message_id: number }>,
  edit: boolean,
): Promise<void> {
  const { message_id } = await send(sayProgress(by, asked, { edit }));
  asked.shownIn = message_id;
  await noteShownIn(by.house.db.prisma, asked.id, message_id);
}

/** Puts a reply in place of the progress; nothing is lost when that fails. */
export async function changeProgress(
  api: Api,
  { chatId, shownIn }: AskedReport,
  reply: Reply,
): Promise<void> {
  if (!shownIn) return;
  await api
    .editMessageText(chatId, shownIn, reply.text, {
      ...html,
      reply_markup: { inline_keyboard: reply.buttons ?? [] },
    })
    .catch(() => {});
}

/** Sends a reply that answers no message: earlier buttons stay. */
export async function postProgress(api: Api, { chatId }: AskedReport, reply: Reply): Promise<void> {
  const hint = { number: false, keepsMenu: true, unasked: true };
  await sendExpecting(hint, () =>
    api.sendMessage(chatId, reply.text, { ...html, reply_markup: markupOf(reply) }),
  );
}

/** Says how it ended, and takes [Hủy] away. */
export async function sayOutcome(api: Api, asked: AskedReport, edit: boolean, reply: Reply): Promise<void> {
  if (edit && asked.shownIn) return changeProgress(api, asked, reply);
  await postProgress(api, asked, reply).catch(() => {});
}
