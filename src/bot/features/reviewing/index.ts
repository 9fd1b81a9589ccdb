import { DomainError } from '../../../errors.ts';
import { changesSinceReturn } from '../../../exemplars/changes.ts';
import { type Exemplar, exemplarById } from '../../../exemplars/exemplar.ts';
import { nextInQueue } from '../../../exemplars/list.ts';
import { decide } from '../../../exemplars/review.ts';
import { holds } from '../../../people/roles.ts';
import { formatInstant } from '../../../plan/calendar.ts';
import type { BotContext } from '../../context.ts';
import { sendExemplarFiles } from '../../exemplar-files.ts';
import { exemplarText } from '../../exemplar-text.ts';
import type { Feature } from '../../feature.ts';
import type { Reply } from '../../forms/form.ts';
import { onPress } from '../../press.ts';
import { beginForm } from '../drafts.ts';
import { changedLines, changedLinesRoom } from './changed-lines.ts';
import { rejectForm, returnForm } from './decision-forms.ts';
import { presses } from './presses.ts';
import { approvePage, askApprovePage, queueByUnit, sayQueueEmpty, showQueue } from './queue.ts';

/** /duyet: officers decide on what units sent (Plan 101, V.3). */
export const reviewingFeature: Feature = {
  commands: [
    {
      name: 'duyet',
      roles: ['officer'],
      words: { vi: ['duyệt'], en: ['review'] },
      takesArgs: true,
      run: (ctx, args) => (args ? queueByUnit(ctx, args) : showQueue(ctx, 0, 0)),
    },
  ],
  forms: [returnForm, rejectForm],
  presses(composer) {
    const officer =
      <A extends unknown[]>(handle: (ctx: BotContext, ...args: A) => Promise<unknown>) =>
      async (ctx: BotContext, ...args: A) => {
        if (!holds(ctx.person, 'officer')) throw new DomainError('not-allowed');
        await handle(ctx, ...args);
      };
    onPress(composer, presses.queue, officer(showQueue));
    onPress(
      composer,
      presses.units,
      officer((ctx) => queueByUnit(ctx, '')),
    );
    onPress(composer, presses.allAsk, officer(askApprovePage));
    onPress(composer, presses.all, officer(approvePage));
    onPress(composer, presses.open, officer(open));
    onPress(
      composer,
      presses.files,
      officer(async (ctx, id) => sendExemplarFiles(ctx, await existing(ctx, id))),
    );
    onPress(composer, presses.next, officer(next));
    onPress(composer, presses.approve, officer(approve));
    onPress(
      composer,
      presses.back,
      officer((ctx, id) => startDecision(ctx, 'return', id)),
    );
    onPress(
      composer,
      presses.reject,
      officer((ctx, id) => startDecision(ctx, 'reject', id)),
    );
  },
};

async function existing(ctx: BotContext, id: number): Promise<Exemplar> {
  const exemplar = await exemplarById(ctx.house.db.pool, id);
  if (!exemplar) throw new DomainError('exemplar-not-found');
  return exemplar;
}

async function open(ctx: BotContext, id: number): Promise<void> {
  const exemplar = await existing(ctx, id);
  await ctx.say(await reviewScreen(ctx, exemplar));
}

/** One exemplar on one screen, with what changed since it was sent back, and the decisions while it is open. */
async function reviewScreen(ctx: BotContext, exemplar: Exemplar): Promise<Reply> {
  const changes = await changesSinceReturn(ctx.house.db.pool, exemplar.id);
  const id = exemplar.id;
  const changed = changes ? await changedLines(ctx, changes, exemplar) : '';
  const decided = exemplar.status === 'submitted' ? '' : decidedLine(ctx, exemplar);
  const reserve = (changed ? changedLinesRoom + 100 : 0) + decided.length;
  const text = [exemplarText(ctx, exemplar, reserve), changed, decided].filter(Boolean).join('\n\n');
  const files = {
    text: ctx.t('exemplar-files', { n: exemplar.files }),
    callback_data: presses.files.data(id),
  };
  const next = { text: ctx.t('review-next'), callback_data: presses.next.data(id) };
  if (exemplar.status !== 'submitted') {
    return { text, buttons: exemplar.files > 0 ? [[files], [next]] : [[next]] };
  }
  return {
    text,
    buttons: [
      ...(exemplar.files > 0 ? [[files]] : []),
      [
        { text: ctx.t('review-approve'), callback_data: presses.approve.data(id) },
        { text: ctx.t('review-return'), callback_data: presses.back.data(id) },
      ],
      [{ text: ctx.t('review-reject'), callback_data: presses.reject.data(id) }, next],
    ],
  };
}

function decidedLine(ctx: BotContext, exemplar: Exemplar): string {
  if (exemplar.status === 'withdrawn') return ctx.html('review-withdrawn');
  return ctx.html('review-decided', {
    status: ctx.t(`status-${exemplar.status}`),
    who: exemplar.decidedByName ?? '–',
    when: exemplar.decidedAt ? formatInstant(exemplar.decidedAt, ctx.house.plan.zone) : '–',
  });
}

async function approve(ctx: BotContext, id: number): Promise<void> {
  const by = { personId: ctx.person?.id ?? 0, channel: ctx.channel.name };
  const { exemplar, deliveries } = await decide(ctx.house, id, { action: 'approve' }, by);
  await ctx.house.deliverSoon(deliveries);
  await ctx.say({
    text: ctx.html('review-approved', { code: exemplar.code, name: exemplar.name }),
    buttons: [[{ text: ctx.t('review-next'), callback_data: presses.next.data(id) }]],
  });
}

async function next(ctx: BotContext, id: number): Promise<void> {
  const following = await nextInQueue(ctx.house.db.pool, id);
  if (following === undefined) await sayQueueEmpty(ctx);
  else await open(ctx, following);
}

async function startDecision(ctx: BotContext, form: 'return' | 'reject', id: number): Promise<void> {
  const exemplar = await existing(ctx, id);
  if (exemplar.status !== 'submitted') {
    await ctx.say({
      text: decidedLine(ctx, exemplar),
      buttons: [[{ text: ctx.t('review-next'), callback_data: presses.next.data(id) }]],
    });
    return;
  }
  await beginForm(ctx, form, { subject: { exemplarId: id, code: exemplar.code } });
}
