import { decideFiling } from '../../../duties/decide-filing.ts';
import { type FilingView, findFiling, listFilings } from '../../../duties/filing.ts';
import { documentName } from '../../../duties/say.ts';
import { DomainError } from '../../../errors.ts';
import { findReportOfFiling } from '../../../evaluations/annual-report.ts';
import { formatInstant } from '../../../plan/calendar.ts';
import { shorten } from '../../../text/shorten.ts';
import { actorOf } from '../../core/actor.ts';
import type { BotContext } from '../../core/context.ts';
import { planOf } from '../../core/house.ts';
import { beginForm } from '../../forms/begin-form.ts';
import type { Form, Reply } from '../../forms/form.ts';
import { seeEvidence } from '../annual-report/presses.ts';
import { openDocument, showVersions } from '../documents/document-presses.ts';
import { documentTitle, versionText } from '../documents/document-text.ts';
import { returnLinesForm } from '../returning/return-lines-form.ts';
import { findReturnable } from '../returning/returnable.ts';
import { sayReturnedLines } from '../returning/say-lines.ts';
import { unitTold } from '../unit-told.ts';
import type { DocumentSubject } from './decision-subjects.ts';
import { documentPresses as presses } from './presses.ts';

/** Reads a filing that a button names; throws when there is none. */
async function filingOf(ctx: BotContext, id: number): Promise<FilingView> {
  const filing = await findFiling(ctx.house.db.prisma, id);
  if (!filing) throw new DomainError('filing-not-found');
  return filing;
}

/** Shows one document on one screen, with the decisions that can be made now. */
export async function openFiling(ctx: BotContext, id: number, kept: string): Promise<void> {
  await ctx.say(await documentScreen(ctx, await filingOf(ctx, id), kept));
}

async function documentScreen(ctx: BotContext, filing: FilingView, kept: string): Promise<Reply> {
  const { id, unitId, occurrence, versions, version } = filing;
  const all = await listFilings(ctx.house.db.prisma, filing);
  const firstAt = all.at(-1)?.filedAt ?? filing.filedAt;
  // Why the previous version was returned: the officer checks whether it was corrected.
  const before = all.find((one) => one.version === version - 1);
  const text = [
    documentTitle(ctx, filing),
    versionText(ctx, filing, firstAt),
    ...(before?.decisionReason
      ? [
          ctx.html(before.returnedLines.length > 0 ? 'document-lines-before' : 'document-returned-before', {
            lines: await sayReturnedLines(ctx.house.db.prisma, ctx.locale, before.returnedLines),
            reason: shorten(before.decisionReason, 1000),
          }),
        ]
      : []),
    ...(version < versions ? [ctx.html('error-filing-superseded')] : decidedWords(ctx, filing)),
  ].join('\n\n');
  return {
    text,
    buttons: [
      [{ text: ctx.t('document-see'), callback_data: openDocument.data(id) }],
      ...((await findReportOfFiling(ctx.house.db.prisma, id))
        ? [[{ text: ctx.t('annual-evidence'), callback_data: seeEvidence.data(id) }]]
        : []),
      ...decisions(ctx, filing, kept),
      ...(versions > 1
        ? [
            [
              {
                text: ctx.t('document-versions', { n: versions }),
                callback_data: showVersions.data(unitId, filing, occurrence, 0),
              },
            ],
          ]
        : []),
      [nextDocument(ctx, id, kept)],
    ],
  };
}

function decisions(ctx: BotContext, { id, status, version, versions }: FilingView, kept: string) {
  if (version < versions) return [];
  if (status !== 'submitted')
    return [[{ text: ctx.t('review-reopen'), callback_data: presses.reopen.data(id, kept) }]];
  return [
    [
      { text: ctx.t('document-accept'), callback_data: presses.accept.data(id, kept) },
      { text: ctx.t('review-return'), callback_data: presses.back.data(id, kept) },
    ],
  ];
}

function decidedWords(
  ctx: BotContext,
  { status, decidedBy, decidedAt, decisionReason }: FilingView,
): string[] {
  if (status === 'submitted') return [];
  const args = {
    who: decidedBy ?? '–',
    when: decidedAt ? formatInstant(decidedAt, ctx.house.plan.zone) : '–',
    reason: decisionReason ?? '',
  };
  return [ctx.html(status === 'accepted' ? 'document-accepted-by' : 'document-returned-by', args)];
}

/** Builds [Tiếp theo] after a document, within the filter. */
export function nextDocument(by: Pick<BotContext, 't'>, id: number, kept: string) {
  return { text: by.t('review-next'), callback_data: presses.next.data(id, kept) };
}

/** Accepts a document. */
export async function acceptFiling(ctx: BotContext, id: number, kept: string): Promise<void> {
  const by = actorOf(ctx);
  const { filing, deliveries } = await decideFiling(ctx.house, id, { action: 'accept' }, by);
  await ctx.house.deliverSoon(deliveries);
  await ctx.say({
    text: ctx.html('document-accepted', {
      document: plainTitle(ctx, filing),
      told: await unitTold(ctx, filing.unitId),
    }),
    buttons: [
      [
        nextDocument(ctx, id, kept),
        { text: ctx.t('review-reopen'), callback_data: presses.reopen.data(id, kept) },
      ],
    ],
  });
}

/**
 * Opens the form for a reason; a document that can no longer be decided is shown in its present
 * state.
 */
export async function startFilingDecision(
  ctx: BotContext,
  form: Form<DocumentSubject>,
  id: number,
  kept: string,
): Promise<void> {
  const filing = await filingOf(ctx, id);
  const waits = filing.status === 'submitted';
  const possible = filing.version === filing.versions && waits === (form.key === 'return-document');
  if (!possible) return ctx.say(await documentScreen(ctx, filing, kept));
  const subject = { filingId: id, document: plainTitle(ctx, filing), filter: kept };
  const returnable = waits ? await findReturnable(ctx.house, id) : undefined;
  if (!returnable) return beginForm(ctx, form, { subject });
  const exemplars = returnable.exemplars.map(({ lines: [only, ...more], ...exemplar }) => ({
    ...exemplar,
    ...(more.length === 0 && { only }),
  }));
  await beginForm(ctx, returnLinesForm, { subject: { ...subject, exemplars } });
}

/** Writes the document's name without markup. */
function plainTitle(ctx: BotContext, filing: FilingView): string {
  return ctx.t('document-title-plain', {
    duty: documentName(planOf(ctx.house, filing), ctx.locale, filing),
    unit: filing.unitName,
  });
}
