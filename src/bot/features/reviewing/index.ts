import { DomainError } from '../../../errors.ts';
import { type Exemplar, exemplarById } from '../../../exemplars/exemplar.ts';
import { decide } from '../../../exemplars/review.ts';
import { nextWaiting, type QueueFilter, type WaitingRef } from '../../../exemplars/review-queue.ts';
import { firstSent } from '../../../exemplars/sendings.ts';
import { holds } from '../../../people/roles.ts';
import type { BotContext } from '../../core/context.ts';
import { onPress, type Press, type Presses } from '../../core/press.ts';
import { beginForm } from '../drafts.ts';
import { sendExemplarFiles } from '../exemplar-files.ts';
import type { Feature } from '../feature.ts';
import { approvePage, askApprovePage } from './approve-page.ts';
import { rejectForm, reopenForm, returnForm } from './decision-forms.ts';
import { reopenDocumentForm, returnDocumentForm } from './document-forms.ts';
import { acceptFiling, openFiling, startFilingDecision } from './documents.ts';
import { readFilter } from './filter.ts';
import { queueInWords, showCategories, showFilters, showKinds, showUnits } from './filter-screens.ts';
import { documentPresses, oldPresses, presses } from './presses.ts';
import { sayQueueEmpty, showQueue } from './queue.ts';
import { decidedLine, nextButton, reviewScreen, showAllCriteria, similarScreen } from './review-screen.ts';

/** /duyet: officers decide on what units sent, exemplars and documents (Plan 101, V.3). */
export const reviewingFeature: Feature = {
  commands: [
    {
      name: 'duyet',
      roles: ['officer'],
      words: { vi: ['duyệt'], en: ['review'] },
      takesArgs: true,
      run: review,
    },
  ],
  forms: [returnForm, rejectForm, reopenForm, returnDocumentForm, reopenDocumentForm],
  presses(composer) {
    onQueuePresses(composer);
    onExemplarPresses(composer);
    onDocumentPresses(composer);
    onOldPresses(composer);
  },
};

/**
 * The queue; with the code of an exemplar that one, decided or not; with other words what they
 * narrow the queue to.
 */
async function review(ctx: BotContext, args: string): Promise<void> {
  if (!args) return showQueue(ctx, 0, {});
  const code = args.trim().toUpperCase();
  const named = await ctx.house.db.prisma.exemplar.findUnique({ where: { code }, select: { id: true } });
  await (named ? open(ctx, named.id, '') : queueInWords(ctx, args));
}

/** Handles a press of an officer; anyone else is refused. */
function onOfficerPress<A extends unknown[]>(
  composer: Presses,
  kind: Press<A>,
  handle: (ctx: BotContext, ...args: A) => Promise<unknown>,
): void {
  onPress(composer, kind, async (ctx, ...args) => {
    if (!holds(ctx.person, 'officer')) throw new DomainError('not-allowed');
    await handle(ctx, ...args);
  });
}

function onQueuePresses(composer: Presses): void {
  onOfficerPress(composer, presses.queue, (ctx, page, kept) => showQueue(ctx, page, readFilter(kept)));
  onOfficerPress(composer, presses.filters, (ctx, kept) => showFilters(ctx, readFilter(kept)));
  onOfficerPress(composer, presses.units, (ctx, page, kept) => showUnits(ctx, page, readFilter(kept)));
  onOfficerPress(composer, presses.kinds, (ctx, kept) => showKinds(ctx, readFilter(kept)));
  onOfficerPress(composer, presses.categories, (ctx, kept) => showCategories(ctx, readFilter(kept)));
  onOfficerPress(composer, presses.allAsk, (ctx, page, kept) => askApprovePage(ctx, page, readFilter(kept)));
  onOfficerPress(composer, presses.all, (ctx, ids, seen) => approvePage(ctx, ids, async () => seen));
}

function onExemplarPresses(composer: Presses): void {
  onOfficerPress(composer, presses.see, open);
  onOfficerPress(composer, presses.files, async (ctx, id) => sendExemplarFiles(ctx, await existing(ctx, id)));
  onOfficerPress(composer, presses.criteria, async (ctx, id, kept) =>
    showAllCriteria(ctx, await existing(ctx, id), kept),
  );
  onOfficerPress(composer, presses.similar, async (ctx, [id = 0, backTo = 0], kept) => {
    await ctx.say(similarScreen(ctx, await existing(ctx, id), await existing(ctx, backTo), kept));
  });
  onOfficerPress(composer, presses.next, (ctx, id, kept) => next(ctx, { what: 'exemplar', id }, kept));
  onOfficerPress(composer, presses.approve, (ctx, id, seen, kept) => approve(ctx, { id, seen }, kept));
  onOfficerPress(composer, presses.back, (ctx, id, seen, kept) =>
    startDecision(ctx, 'return', { id, seen }, kept),
  );
  onOfficerPress(composer, presses.reject, (ctx, id, seen, kept) =>
    startDecision(ctx, 'reject', { id, seen }, kept),
  );
  onOfficerPress(composer, presses.reopen, startReopening);
}

function onDocumentPresses(composer: Presses): void {
  onOfficerPress(composer, documentPresses.see, openFiling);
  onOfficerPress(composer, documentPresses.accept, acceptFiling);
  onOfficerPress(composer, documentPresses.back, (ctx, id, kept) =>
    startFilingDecision(ctx, 'return-document', id, kept),
  );
  onOfficerPress(composer, documentPresses.reopen, (ctx, id, kept) =>
    startFilingDecision(ctx, 'reopen-document', id, kept),
  );
  onOfficerPress(composer, documentPresses.next, (ctx, id, kept) => next(ctx, { what: 'filing', id }, kept));
}

function onOldPresses(composer: Presses): void {
  const ofUnit = (unitId: number): QueueFilter => (unitId > 0 ? { unitId } : {});
  onOfficerPress(composer, oldPresses.queue, (ctx, page, unitId) => showQueue(ctx, page, ofUnit(unitId)));
  onOfficerPress(composer, oldPresses.units, (ctx) => showUnits(ctx, 0, {}));
  onOfficerPress(composer, oldPresses.allAsk, (ctx, page, unitId) =>
    askApprovePage(ctx, page, ofUnit(unitId)),
  );
  onOfficerPress(composer, oldPresses.open, (ctx, id) => open(ctx, id, ''));
  onOfficerPress(composer, oldPresses.next, (ctx, id) => next(ctx, { what: 'exemplar', id }, ''));
  onOfficerPress(composer, oldPresses.allNamed, (ctx, ids) =>
    approvePage(ctx, ids, (id) => firstSent(ctx.house.db, id)),
  );
  const shown = async (ctx: BotContext, id: number) => ({ id, seen: await firstSent(ctx.house.db, id) });
  const approveOld = async (ctx: BotContext, id: number, kept = '') =>
    approve(ctx, await shown(ctx, id), kept);
  const startOld =
    (form: 'return' | 'reject') =>
    async (ctx: BotContext, id: number, kept = '') =>
      startDecision(ctx, form, await shown(ctx, id), kept);
  onOfficerPress(composer, oldPresses.approve, (ctx, id) => approveOld(ctx, id));
  onOfficerPress(composer, oldPresses.back, (ctx, id) => startOld('return')(ctx, id));
  onOfficerPress(composer, oldPresses.reject, (ctx, id) => startOld('reject')(ctx, id));
  onOfficerPress(composer, oldPresses.approveKept, approveOld);
  onOfficerPress(composer, oldPresses.backKept, startOld('return'));
  onOfficerPress(composer, oldPresses.rejectKept, startOld('reject'));
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
  const by = { personId: ctx.person?.id ?? 0, channel: ctx.channel.name, seen };
  const decided = await decide(ctx.house, id, { action: 'approve' }, by).catch((error: unknown) => {
    if (error instanceof DomainError && error.code === 'exemplar-changed') return error;
    throw error;
  });
  if (decided instanceof DomainError) return showChanged(ctx, id, kept, decided);
  const { exemplar, deliveries } = decided;
  await ctx.house.deliverSoon(deliveries);
  await ctx.say({
    text: ctx.html('review-approved', { code: exemplar.code, name: exemplar.name }),
    buttons: [
      [
        nextButton(ctx, id, kept),
        { text: ctx.t('review-reopen'), callback_data: presses.reopen.data(id, kept) },
      ],
    ],
  });
}

/** Shows what waits after `here`, within the filter. */
async function next(ctx: BotContext, here: WaitingRef, kept: string): Promise<void> {
  const filter = readFilter(kept);
  const following = await nextWaiting(ctx.house.db.pool, ctx.house.plan, filter, here);
  if (!following) return sayQueueEmpty(ctx, filter);
  await (following.what === 'exemplar' ? open(ctx, following.id, kept) : openFiling(ctx, following.id, kept));
}

/** Shows an exemplar as it is now to an officer whose screen is older. */
async function showChanged(ctx: BotContext, id: number, kept: string, why: DomainError): Promise<void> {
  const notice = ctx.html('error-exemplar-changed', why.args);
  await ctx.say(await reviewScreen(ctx, await existing(ctx, id), readFilter(kept), notice));
}

async function startDecision(
  ctx: BotContext,
  form: 'return' | 'reject',
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
 * A decision can be taken back while there is one; otherwise the exemplar is shown as it stands.
 */
async function startReopening(ctx: BotContext, id: number, kept: string): Promise<void> {
  const exemplar = await existing(ctx, id);
  if (exemplar.status === 'submitted' || exemplar.status === 'withdrawn') return open(ctx, id, kept);
  await beginForm(ctx, 'reopen', { subject: { exemplarId: id, code: exemplar.code, filter: kept } });
}
