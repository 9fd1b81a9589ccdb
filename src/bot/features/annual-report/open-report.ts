import { listOpenDrafts } from '../../../drafts/draft.ts';
import { type FilingView, listFilings } from '../../../duties/filing.ts';
import { findReportDuty } from '../../../duties/kinds/index.ts';
import { isOwed } from '../../../duties/owed.ts';
import { DomainError } from '../../../errors.ts';
import { type AnnualReport, findReportOfFiling } from '../../../evaluations/annual-report.ts';
import { listReportedExemplars } from '../../../evaluations/evaluation.ts';
import { listOthersReporting } from '../../../evaluations/others-reporting.ts';
import type { ReportOf } from '../../../evaluations/save-evaluations.ts';
import { reaches } from '../../../people/rights.ts';
import { formatDate, formatInstant, localDate } from '../../../plan/calendar.ts';
import { dueOf } from '../../../plan/due.ts';
import { asOccurrence } from '../../../plan/occurrence.ts';
import { findPlanUnit } from '../../../units/units.ts';
import { actorOf } from '../../core/actor.ts';
import type { BotContext } from '../../core/context.ts';
import { planOf } from '../../core/house.ts';
import type { Reply } from '../../core/reply.ts';
import { beginForm, continueDraft } from '../../forms/begin-form.ts';
import { showVersions } from '../documents/document-presses.ts';
import { openReturnedLines } from '../returning/open-returned.ts';
import { fileDuty } from '../unit-presses.ts';
import { annualReportForm } from './form.ts';
import { mendReport, returnNil } from './presses.ts';
import { annualSubject } from './scene.ts';

/**
 * Opens a unit's annual report (Plan 101, IV.3). The person's draft is continued; otherwise the
 * report begins, or what was returned of it. A report that was sent, and people who only read,
 * get the screen that says where it stands.
 */
export async function openAnnualReport(ctx: BotContext, of: ReportOf): Promise<void> {
  const writes = reaches(ctx.person, 'writeReport', { unitId: of.unitId });
  const known = await findReport(ctx, of);
  if (!writes) return ctx.say(await sayStanding(ctx, of, known, false));
  const draft = await findDraft(ctx, of);
  if (draft !== undefined) {
    await sayOthers(ctx, of);
    return continueDraft(ctx, draft);
  }
  const { newest, report } = known;
  // A signed copy that was returned leaves the report itself as it is.
  const isCopy = report !== undefined && newest?.id !== report.filingId;
  if (newest && (isCopy || newest.status !== 'returned'))
    return ctx.say(await sayStanding(ctx, of, known, true));
  await begin(ctx, of, newest ? { newest, report } : undefined);
}

/** Begins the next version of a report, with the answers of the last one. */
export async function mendAnnualReport(ctx: BotContext, of: ReportOf): Promise<void> {
  const draft = await findDraft(ctx, of);
  if (draft !== undefined) return continueDraft(ctx, draft);
  const { newest, report } = await findReport(ctx, of);
  await begin(ctx, of, newest && { newest, report });
}

/** The newest document of the duty, and the newest report among its versions. */
interface KnownReport {
  newest: FilingView | undefined;
  report: AnnualReport | undefined;
}

async function findReport(ctx: BotContext, of: ReportOf): Promise<KnownReport> {
  const plan = planOf(ctx.house, of);
  const duty = findReportDuty(plan);
  const occurrence = asOccurrence(String(of.year));
  if (!duty || !isOwed(plan, ctx.house.clock.now(), { duty: duty.code, occurrence }))
    throw new DomainError('report-not-asked', { year: of.year });
  if (!(await findPlanUnit(ctx.house.db.pool, of))) throw new DomainError('unit-unknown');
  const filings = await listFilings(ctx.house.db.prisma, { ...of, duty: duty.code, occurrence });
  for (const filing of filings) {
    const report = await findReportOfFiling(ctx.house.db.prisma, filing.id);
    if (report) return { newest: filings[0], report };
  }
  return { newest: filings[0], report: undefined };
}

/** Finds the person's own open draft of this report. */
async function findDraft(ctx: BotContext, of: ReportOf): Promise<number | undefined> {
  const drafts = await listOpenDrafts(ctx.house.db.pool, actorOf(ctx).personId, annualReportForm.key);
  return drafts.find(({ subject }) => {
    const read = annualSubject.safeParse(subject).data;
    return read && read.planId === of.planId && read.unitId === of.unitId && read.year === of.year;
  })?.id;
}

async function begin(
  ctx: BotContext,
  of: ReportOf,
  before: { newest: FilingView; report: AnnualReport | undefined } | undefined,
): Promise<void> {
  const { prisma } = ctx.house.db;
  const exemplars = await listReportedExemplars(prisma, of);
  const report = before?.report;
  if (exemplars.length === 0 && !report) return ctx.say(await sayNone(ctx, of));
  await sayOthers(ctx, of);
  const { planId, unitId, year } = of;
  const subject = { planId, unitId, year, exemplars };
  if (!report) {
    await ctx.say({
      text: ctx.html('annual-begin', { year, n: exemplars.length, ...(await dueWords(ctx, of)) }),
    });
    return beginForm(ctx, annualReportForm, { subject });
  }
  const { answers } = report;
  const name = ctx.t('annual-title', { year });
  await beginForm(ctx, annualReportForm, {
    answers: await openReturnedLines(ctx, before?.newest, { name, answers }),
    subject: { ...subject, drafts: report.texts, previous: answers },
  });
}

async function unitNameOf(ctx: BotContext, of: ReportOf): Promise<string> {
  return (await findPlanUnit(ctx.house.db.pool, of))?.name ?? '';
}

async function dueWords(ctx: BotContext, of: ReportOf): Promise<{ unit: string; day: string }> {
  const plan = planOf(ctx.house, of);
  const due = dueOf(plan, findReportDuty(plan)?.code ?? '', asOccurrence(String(of.year)), of.unitId);
  return { unit: await unitNameOf(ctx, of), day: due ? formatDate(due.lastDay) : '–' };
}

/** A unit without approved exemplars says so, with a reason. */
async function sayNone(ctx: BotContext, of: ReportOf): Promise<Reply> {
  const { duty, occurrence } = dutyOfReport(ctx, of);
  return {
    text: ctx.html('annual-none', { year: of.year, ...(await dueWords(ctx, of)) }),
    buttons: [[{ text: ctx.t('annual-nil'), callback_data: returnNil.data(of.unitId, duty, occurrence) }]],
  };
}

/** Where a report stands, with what can be done next. */
async function sayStanding(
  ctx: BotContext,
  of: ReportOf,
  { newest, report }: KnownReport,
  writes: boolean,
): Promise<Reply> {
  const unit = await unitNameOf(ctx, of);
  const { duty, occurrence } = dutyOfReport(ctx, of);
  if (!newest) return { text: ctx.html('annual-not-sent', { year: of.year, ...(await dueWords(ctx, of)) }) };
  const { zone, bodies } = planOf(ctx.house, of);
  const office = bodies.office[ctx.locale];
  const lines = [
    ctx.html('annual-standing', {
      ...{ year: of.year, unit, version: newest.version, versions: newest.versions },
      when: formatInstant(newest.filedAt, zone),
      who: newest.filedBy ?? '–',
    }),
    ...(newest.nilReason === null ? [] : [ctx.html('annual-nil-why', { reason: newest.nilReason })]),
    ctx.html(`duty-document-${newest.status}`, {
      office,
      day: newest.decidedAt ? formatDate(localDate(newest.decidedAt, zone)) : '',
    }),
  ];
  return {
    text: lines.join('\n'),
    buttons: [
      [
        {
          text: ctx.t('document-see'),
          callback_data: showVersions.data(of.unitId, duty, occurrence, 0),
        },
      ],
      ...(writes
        ? [
            [
              {
                text: ctx.t(report ? 'annual-mend' : 'annual-write'),
                callback_data: mendReport.data(of.unitId, duty, occurrence),
              },
            ],
            [
              {
                text: ctx.t('annual-file-signed'),
                callback_data: fileDuty.data(of.unitId, duty, occurrence),
              },
            ],
          ]
        : []),
    ],
  };
}

/** Names the duty of a report as buttons do. */
export function dutyOfReport({ house }: Pick<BotContext, 'house'>, of: ReportOf) {
  const duty = findReportDuty(planOf(house, of))?.code;
  if (duty === undefined) throw new DomainError('report-not-asked', { year: of.year });
  return { duty: { planId: of.planId, duty }, occurrence: asOccurrence(String(of.year)) };
}

/** Says who else is writing the same report. */
async function sayOthers(ctx: BotContext, of: ReportOf): Promise<void> {
  const others = await listOthersReporting(ctx.house.db.prisma, of, actorOf(ctx).personId);
  const lines = others.map(({ name, openedAt }) =>
    ctx.html('annual-other-open', {
      who: name ?? '–',
      when: formatInstant(openedAt, planOf(ctx.house, of).zone),
    }),
  );
  if (lines.length > 0) await ctx.say({ text: lines.join('\n') });
}
