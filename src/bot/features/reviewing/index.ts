import { DomainError } from '../../../errors.ts';
import { type Exemplar, exemplarById } from '../../../exemplars/exemplar.ts';
import { findExemplarCodes } from '../../../exemplars/find-codes.ts';
import { decide } from '../../../exemplars/review.ts';
import { nextWaiting, type QueueFilter, type WaitingRef } from '../../../exemplars/review-queue.ts';
import { firstSent } from '../../../exemplars/sendings.ts';
import { withoutAnyCourtesy } from '../../../text/courtesy.ts';
import { shorten } from '../../../text/shorten.ts';
import { withoutEmptyWords } from '../../../text/speech.ts';
import { actorOf } from '../../core/actor.ts';
import type { BotContext } from '../../core/context.ts';
import { onPress, type Presses } from '../../core/press.ts';
import { beginForm } from '../../forms/begin-form.ts';
import type { Form } from '../../forms/form.ts';
import { sendExemplarFiles } from '../exemplars/exemplar-files.ts';
import type { Feature } from '../feature.ts';
import { returnLinesForm } from '../returning/return-lines-form.ts';
import { unitTold } from '../unit-told.ts';
import { approvePage, askApprovePage } from './approve-page.ts';
import { rejectForm, reopenForm, returnForm } from './decision-forms.ts';
import type { DecisionSubject } from './decision-subjects.ts';
import { reopenDocumentForm, returnDocumentForm } from './document-forms.ts';
import { acceptFiling, openFiling, startFilingDecision } from './documents.ts';
import { readFilter } from './filter.ts';
import { queueInWords, showCategories, showFilters, showKinds, showUnits } from './filter-screens.ts';
import { documentPresses, oldPresses, presses } from './presses.ts';
import { sayQueueEmpty, showQueue } from './queue.ts';
import { decidedLine, nextButton, reviewScreen, showAllCriteria, similarScreen } from './review-screen.ts';

/** The feature of /duyet: officers decide on exemplars and documents from units (Plan 101, V.3). */
export const reviewingFeature: Feature = {
  commands: [
    {
      name: 'duyet',
      right: 'review',
      words: { vi: ['duyệt'], en: ['review'] },
      takesArgs: true,
      run: review,
    },
  ],
  forms: [returnForm, rejectForm, reopenForm, returnDocumentForm, returnLinesForm, reopenDocumentForm],
  presses(table) {
    onQueuePresses(table);
    onExemplarPresses(table);
    onDocumentPresses(table);
    onOldPresses(table);
  },
};

/**
 * Shows the queue; with the code of an exemplar that exemplar, decided or not; with other words the
 * filtered queue.
 */
async function review(ctx: BotContext, args: string): Promise<void> {
  const said = withoutEmptyWords(args.split(/\s+/), ['chờ', 'chờ duyệt', 'đang chờ']).join(' ');
  if (withoutAnyCourtesy(said) === '') return showQueue(ctx, 0, {});
  const codes = findExemplarCodes(args).map(({ code }) => code);
  const named = await ctx.house.db.prisma.exemplar.findMany({
    where: { code: { in: codes } },
    select: { id: true, code: true, name: true },
    orderBy: { code: 'asc' },
  });
  const [first, ...more] = named;
  if (first && more.length === 0) return open(ctx, first.id, '');
  if (!first) return queueInWords(ctx, args);
  await ctx.say({
    text: ctx.html('exemplar-codes-which'),
    buttons: named.map(({ id, code, name }) => [
      { text: shorten(`${code} ${name}`, 60), callback_data: presses.see.data(id, '') },
    ]),
  });
}

/** The right to decide on an exemplar, or a document, that a button names. */
const ofExemplar = { right: 'review', about: 'exemplar' } as const;
const ofFiling = { right: 'review', about: 'filing' } as const;
const askingExemplar = { ...ofExemplar, writesUnder: 'object' } as const;
const askingFiling = { ...ofFiling, writesUnder: 'object' } as const;
const decidingExemplar = { ...askingExemplar, decides: true };
const decidingFiling = { ...askingFiling, decides: true };

function onQueuePresses(table: Presses): void {
  onPress(table, presses.queue, 'review', (ctx, page, kept) => showQueue(ctx, page, readFilter(kept)));
  onPress(table, presses.filters, 'review', (ctx, kept) => showFilters(ctx, readFilter(kept)));
  onPress(table, presses.units, 'review', (ctx, page, kept) => showUnits(ctx, page, readFilter(kept)));
  onPress(table, presses.kinds, 'review', (ctx, kept) => showKinds(ctx, readFilter(kept)));
  onPress(table, presses.categories, 'review', (ctx, kept) => showCategories(ctx, readFilter(kept)));
  onPress(table, presses.allAsk, { right: 'review', decides: true }, (ctx, page, kept) =>
    askApprovePage(ctx, page, readFilter(kept)),
  );
  onPress(table, presses.all, decidingExemplar, (ctx, ids, seen) => approvePage(ctx, ids, async () => seen));
}

function onExemplarPresses(table: Presses): void {
  onPress(table, presses.see, ofExemplar, open);
  onPress(table, presses.files, ofExemplar, async (ctx, id) =>
    sendExemplarFiles(ctx, await existing(ctx, id)),
  );
  onPress(table, presses.criteria, ofExemplar, async (ctx, id, kept) =>
    showAllCriteria(ctx, await existing(ctx, id), kept),
  );
  onPress(table, presses.similar, ofExemplar, async (ctx, [id = 0, backTo = 0], kept) => {
    await ctx.say(await similarScreen(ctx, await existing(ctx, id), await existing(ctx, backTo), kept));
  });
  onPress(table, presses.next, 'review', (ctx, id, kept) => next(ctx, { what: 'exemplar', id }, kept));
  onPress(table, presses.approve, decidingExemplar, (ctx, id, seen, kept) =>
    approve(ctx, { id, seen }, kept),
  );
  onPress(table, presses.back, askingExemplar, (ctx, id, seen, kept) =>
    startDecision(ctx, returnForm, { id, seen }, kept),
  );
  onPress(table, presses.reject, decidingExemplar, (ctx, id, seen, kept) =>
    startDecision(ctx, rejectForm, { id, seen }, kept),
  );
  onPress(table, presses.reopen, askingExemplar, startReopening);
}

function onDocumentPresses(table: Presses): void {
  onPress(table, documentPresses.see, ofFiling, openFiling);
  onPress(table, documentPresses.accept, decidingFiling, acceptFiling);
  onPress(table, documentPresses.back, askingFiling, (ctx, id, kept) =>
    startFilingDecision(ctx, returnDocumentForm, id, kept),
  );
  onPress(table, documentPresses.reopen, askingFiling, (ctx, id, kept) =>
    startFilingDecision(ctx, reopenDocumentForm, id, kept),
  );
  onPress(table, documentPresses.next, 'review', (ctx, id, kept) => next(ctx, { what: 'filing', id }, kept));
}

function onOldPresses(table: Presses): void {
  const ofUnit = (unitId: number): QueueFilter => (unitId > 0 ? { unitId } : {});
  onPress(table, oldPresses.queue, 'review', (ctx, page, unitId) => showQueue(ctx, page, ofUnit(unitId)));
  onPress(table, oldPresses.units, 'review', (ctx) => showUnits(ctx, 0, {}));
  onPress(table, oldPresses.allAsk, { right: 'review', decides: true }, (ctx, page, unitId) =>
    askApprovePage(ctx, page, ofUnit(unitId)),
  );
  onPress(table, oldPresses.open, ofExemplar, (ctx, id) => open(ctx, id, ''));
  onPress(table, oldPresses.next, 'review', (ctx, id) => next(ctx, { what: 'exemplar', id }, ''));
  onPress(table, oldPresses.allNamed, decidingExemplar, (ctx, ids) =>
    approvePage(ctx, ids, (id) => firstSent(ctx.house.db, id)),
  );
  const shown = async (ctx: BotContext, id: number) => ({ id, seen: await firstSent(ctx.house.db, id) });
  const approveOld = async (ctx: BotContext, id: number, kept = '') =>
    approve(ctx, await shown(ctx, id), kept);
  const startOld =
    (form: Form<DecisionSubject>) =>
    async (ctx: BotContext, id: number, kept = '') =>
      startDecision(ctx, form, await shown(ctx, id), kept);
  onPress(table, oldPresses.approve, decidingExemplar, (ctx, id) => approveOld(ctx, id));
  onPress(table, oldPresses.back, askingExemplar, (ctx, id) => startOld(returnForm)(ctx, id));
  onPress(table, oldPresses.reject, decidingExemplar, (ctx, id) => startOld(rejectForm)(ctx, id));
  onPress(table, oldPresses.approveKept, decidingExemplar, approveOld);
  onPress(table, oldPresses.backKept, askingExemplar, startOld(returnForm));
  onPress(table, oldPresses.rejectKept, decidingExemplar, startOld(rejectForm));
}

async function existing(ctx: BotContext, id: number): Promise<Exemplar> {
  const exemplar = await exemplarById(ctx.house.db.pool, id);
  if (!exemplar) throw new DomainError('exemplar-not-found');
  return exemplar;
}

async function open(ctx: BotContext, id: number, kept: string): Promise<void> {
  await ctx.say(await reviewScreen(ctx, await existing(ctx, id), readFilter(kept)));
}

/** An exemplar with the last line of its history that the screen showed. */
interface Shown {
  id: number;
  seen: number;
}

async function approve(ctx: BotContext, { id, seen }: Shown, kept: string): Promise<void> {
  const by = { ...actorOf(ctx), seen };
  const decided = await decide(ctx.house, id, { action: 'approve' }, by).catch((error: unknown) => {
    if (error instanceof DomainError && error.code === 'exemplar-changed') return error;
    throw error;
  });
  if (decided instanceof DomainError) return showChanged(ctx, id, kept, decided);
  const { exemplar, deliveries } = decided;
  await ctx.house.deliverSoon(deliveries);
  await ctx.say({
    text: ctx.html('review-approved', {
      code: exemplar.code,
      name: exemplar.name,
      told: await unitTold(ctx, exemplar.unitId),
    }),
    buttons: [
      [
        nextButton(ctx, id, kept),
        { text: ctx.t('review-reopen'), callback_data: presses.reopen.data(id, kept) },
      ],
    ],
  });
}

/** Shows the next item after `here`, within the filter. */
async function next(ctx: BotContext, here: WaitingRef, kept: string): Promise<void> {
  const filter = readFilter(kept);
  const following = await nextWaiting(ctx.house.db.pool, ctx.house.plans.open(), filter, here);
  if (!following) return sayQueueEmpty(ctx, filter);
  await (following.what === 'exemplar' ? open(ctx, following.id, kept) : openFiling(ctx, following.id, kept));
}

/** Shows an exemplar as it is now to an officer with an older screen. */
async function showChanged(ctx: BotContext, id: number, kept: string, why: DomainError): Promise<void> {
  const notice = ctx.html('error-exemplar-changed', why.args);
  await ctx.say(await reviewScreen(ctx, await existing(ctx, id), readFilter(kept), notice));
}

async function startDecision(
  ctx: BotContext,
  form: Form<DecisionSubject>,
  { id, seen }: Shown,
  kept: string,
): Promise<void> {
  const exemplar = await existing(ctx, id);
  const { code, status, revision } = exemplar;
  if (status === 'submitted' && revision > seen)
    return showChanged(ctx, id, kept, new DomainError('exemplar-changed', { code }));
  if (status === 'submitted')
    return beginForm(ctx, form, { subject: { exemplarId: id, code, filter: kept, seen } });
  await ctx.say({ text: decidedLine(ctx, exemplar), buttons: [[nextButton(ctx, id, kept)]] });
}

/**
 * A decision can be taken back while there is one; otherwise the exemplar is shown in its present
 * state.
 */
async function startReopening(ctx: BotContext, id: number, kept: string): Promise<void> {
  const exemplar = await existing(ctx, id);
  if (exemplar.status === 'submitted' || exemplar.status === 'withdrawn') return open(ctx, id, kept);
  await beginForm(ctx, reopenForm, { subject: { exemplarId: id, code: exemplar.code, filter: kept } });
}
