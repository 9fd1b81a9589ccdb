import { type Answers, listOpenDrafts } from '../../../drafts/draft.ts';
import { type FilingView, listFilings } from '../../../duties/filing.ts';
import { findNominationsDuty, findSummaryKind, type SummaryKind } from '../../../duties/kinds/index.ts';
import { isOwed } from '../../../duties/owed.ts';
import { nameDuty } from '../../../duties/say.ts';
import { DomainError } from '../../../errors.ts';
import { listNominations } from '../../../nominations/nomination.ts';
import { reaches } from '../../../people/rights.ts';
import { listApprovedOfUnit } from '../../../period-summaries/approved-of-unit.ts';
import { findNewestSummary, type SummaryOf } from '../../../period-summaries/period-summary.ts';
import { formatDate } from '../../../plan/calendar.ts';
import { dueOf } from '../../../plan/due.ts';
import { oneOff } from '../../../plan/occurrence.ts';
import { findPlanUnit } from '../../../units/units.ts';
import { actorOf } from '../../core/actor.ts';
import type { BotContext } from '../../core/context.ts';
import { planOf } from '../../core/house.ts';
import { beginForm, continueDraft } from '../../forms/begin-form.ts';
import { openReturnedLines } from '../returning/open-returned.ts';
import { summaryForm } from './form.ts';
import { groundsKey, noneReasonQuestion } from './nomination-questions.ts';
import { mendSummary, returnNoSummary } from './presses.ts';
import { type SummarySubject, summarySubject } from './scene.ts';
import { buildSummaryStanding } from './standing-screen.ts';
import { sayYearsOf } from './text-questions.ts';
import { draftTextsOf } from './word-files.ts';

/**
 * Opens a unit's summary or nominations. The person's draft is continued; otherwise it begins, or
 * the mending of what was returned. A sent one, and people who only read, get the screen of its
 * standing.
 */
export async function openSummaryOf(ctx: BotContext, of: SummaryOf): Promise<void> {
  await requireAsked(ctx, of);
  const writes = reaches(ctx.person, 'writeSummary', { unitId: of.unitId });
  const [newest] = await listFilings(ctx.house.db.prisma, of);
  if (!writes) return ctx.say(await buildSummaryStanding(ctx, of, newest, false));
  const draft = await findDraft(ctx, of);
  if (draft !== undefined) return continueDraft(ctx, draft);
  // A signed copy that was returned leaves what was written here as it is.
  if (newest && (newest.status !== 'returned' || !(await isWrittenHere(ctx, newest))))
    return ctx.say(await buildSummaryStanding(ctx, of, newest, true));
  await begin(ctx, of, newest, false);
}

/** Begins the next version, or the first one of a unit without exemplars. */
export async function mendSummaryOf(ctx: BotContext, of: SummaryOf): Promise<void> {
  await requireAsked(ctx, of);
  const draft = await findDraft(ctx, of);
  if (draft !== undefined) return continueDraft(ctx, draft);
  const [newest] = await listFilings(ctx.house.db.prisma, of);
  await begin(ctx, of, newest, true);
}

/** Throws `summary-not-asked` where the plan asks the unit for no such thing now. */
export async function requireAsked(ctx: BotContext, of: SummaryOf): Promise<SummaryKind> {
  const plan = ctx.house.plans.find(of.planId);
  const kind = plan && !plan.closed ? findSummaryKind(plan, of.duty) : undefined;
  if (!plan || !kind || !isOwed(plan, ctx.house.clock.now(), of)) throw new DomainError('summary-not-asked');
  if (!(await findPlanUnit(ctx.house.db.pool, of))) throw new DomainError('unit-unknown');
  return kind;
}

/** Tells whether a document was written by /tongket and is no signed copy. */
async function isWrittenHere({ house }: BotContext, { id, nilReason }: FilingView): Promise<boolean> {
  const parts = await house.db.prisma.attachment.count({ where: { filingId: id, part: { not: null } } });
  return nilReason !== null || parts > 0;
}

/** Finds the person's own open draft of it. */
async function findDraft(ctx: BotContext, of: SummaryOf): Promise<number | undefined> {
  const drafts = await listOpenDrafts(ctx.house.db.pool, actorOf(ctx).personId, summaryForm.key);
  return drafts.find(({ subject }) => {
    const read = summarySubject.safeParse(subject).data;
    return (
      read?.planId === of.planId &&
      read.unitId === of.unitId &&
      read.duty === of.duty &&
      read.occurrence === of.occurrence
    );
  })?.id;
}

async function begin(
  ctx: BotContext,
  of: SummaryOf,
  newest: FilingView | undefined,
  anyway: boolean,
): Promise<void> {
  const { prisma } = ctx.house.db;
  const plan = planOf(ctx.house, of);
  const kind = await requireAsked(ctx, of);
  const exemplars = await listApprovedOfUnit(prisma, of);
  const summary = kind === 'nominations' ? undefined : await findNewestSummary(prisma, of);
  if (exemplars.length === 0 && kind !== 'nominations' && !summary && !anyway) return sayNone(ctx, of);
  const wantsNominations = kind !== 'interim' && findNominationsDuty(plan) !== undefined;
  const there = wantsNominations
    ? await listNominations(prisma, { planId: of.planId, unitIds: [of.unitId] })
    : [];
  const scene = { house: { ...ctx.house, plan }, now: ctx.house.clock.now() };
  const subject: SummarySubject = {
    ...{ ...of, kind, exemplars },
    known: there.map(({ exemplarId }) => exemplarId),
  };
  const filled: SummarySubject = {
    ...subject,
    ...(kind !== 'nominations' && { drafts: await draftTextsOf({ ...scene, subject }) }),
    previous: {
      ...summary?.texts,
      ...(there.length > 0 && { nominees: there.map(({ exemplarId }) => String(exemplarId)) }),
      ...Object.fromEntries(there.map((one) => [groundsKey(one.exemplarId), one.grounds])),
    },
  };
  const due = dueOf(plan, of.duty, of.occurrence, of.unitId);
  const args = {
    ...{ name: nameDuty(plan, ctx.locale, of), unit: await unitNameOf(ctx, of), n: exemplars.length },
    ...sayYearsOf({ ...scene, subject }),
    day: due ? formatDate(due.lastDay) : '',
    dated: due ? 'yes' : 'no',
  };
  if (!newest)
    await ctx.say({
      text: ctx.html(kind === 'nominations' ? 'summary-begin-nominations' : 'summary-begin', args),
    });
  // Earlier answers stay, but for the lines that were returned.
  const answers = {
    ...summary?.texts,
    ...(newest && there.length > 0 && filled.previous),
    ...(newest && wantsNominations && there.length === 0 && (await readNoneBefore(ctx, of))),
  };
  await beginForm(ctx, summaryForm, {
    answers: await openReturnedLines(ctx, newest, { name: args.name, answers }),
    subject: filled,
  });
}

/** The answers of a unit that nominated no exemplar, and said why; none where it was not asked. */
async function readNoneBefore(ctx: BotContext, of: SummaryOf): Promise<Answers> {
  const duty = findNominationsDuty(planOf(ctx.house, of))?.code;
  if (duty === undefined) return {};
  const [newest] = await listFilings(ctx.house.db.prisma, { ...of, duty, occurrence: oneOff });
  const reason = newest?.status === 'returned' ? null : newest?.nilReason;
  return reason ? { nominees: [], [noneReasonQuestion.key]: reason } : {};
}

async function unitNameOf(ctx: BotContext, of: SummaryOf): Promise<string> {
  return (await findPlanUnit(ctx.house.db.pool, of))?.name ?? '';
}

/** A unit without approved exemplars says so, with a reason, or sums up its work all the same. */
async function sayNone(ctx: BotContext, of: SummaryOf): Promise<void> {
  const plan = planOf(ctx.house, of);
  const due = dueOf(plan, of.duty, of.occurrence, of.unitId);
  await ctx.say({
    text: ctx.html('summary-no-exemplars', {
      ...{ name: nameDuty(plan, ctx.locale, of), unit: await unitNameOf(ctx, of) },
      day: due ? formatDate(due.lastDay) : ctx.t('due-unset'),
    }),
    buttons: [
      [
        {
          text: ctx.t('summary-none'),
          callback_data: returnNoSummary.data(of.unitId, of, of.occurrence),
        },
      ],
      [
        {
          text: ctx.t('summary-write'),
          callback_data: mendSummary.data(of.unitId, of, of.occurrence),
        },
      ],
    ],
  });
}
