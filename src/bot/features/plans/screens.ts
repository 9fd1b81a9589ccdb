import { formatInstant } from '../../../plan/calendar.ts';
import { type PlanEndingRecord, planEndingRecord } from '../../../plan-endings/ending.ts';
import type { Difference } from '../../../plans/compare-plans.ts';
import { listPlanVersions, listPlanViews, type PlanView } from '../../../plans/plan-views.ts';
import { sayDifference } from '../../../plans/say-difference.ts';
import { shorten } from '../../../text/shorten.ts';
import type { BotContext } from '../../core/context.ts';
import { planOf } from '../../core/house.ts';
import { buildPageRow, pageOf } from '../../core/pages.ts';
import type { Reply, Scene } from '../../forms/form.ts';
import { sayChoice } from './open-work-choices.ts';
import { beginPlanClose, beginPlanLoad, showOpenWork, showPlanVersions } from './presses.ts';

/** Lists every plan with its state, the oldest first, and what can be done. */
export async function plansReply(ctx: BotContext): Promise<Reply> {
  await ctx.house.plans.refresh();
  const plans = await listPlanViews(ctx.house.db.prisma);
  return {
    text: [ctx.html('plans-title'), ...plans.map((plan) => sayPlan(ctx, plan))].join('\n\n'),
    buttons: [
      ...plans.map(({ id, versions }) => [
        {
          text: ctx.t('plans-versions', { plan: codeOf(ctx, id), n: versions }),
          callback_data: showPlanVersions.data(id, 0),
        },
      ]),
      [{ text: ctx.t('plans-load'), callback_data: beginPlanLoad.data() }],
      ...plans
        .filter(({ ending }) => planEndingRecord.safeParse(ending).data?.work.some(isLeft))
        .map(({ id }) => [
          {
            text: ctx.t('plans-left-open', { plan: codeOf(ctx, id) }),
            callback_data: showOpenWork.data(id),
          },
        ]),
      ...plans
        .filter(({ closedAt }) => closedAt === null)
        .map(({ id }) => [
          { text: ctx.t('plans-close', { plan: codeOf(ctx, id) }), callback_data: beginPlanClose.data(id) },
        ]),
    ],
  };
}

const isLeft = ({ choice }: PlanEndingRecord['work'][number]) => choice === 'leave';

function sayPlan(ctx: BotContext, view: PlanView): string {
  const plan = planOf(ctx.house, { planId: view.id });
  const when = (at: Date) => formatInstant(at, plan.zone);
  return [
    ctx.html('plans-plan', {
      code: plan.code,
      title: shorten(plan.title[ctx.locale], 200),
      from: String(plan.period.from),
      to: String(plan.period.to),
    }),
    view.closedAt
      ? ctx.html('plans-closed', { when: when(view.closedAt), who: view.closedBy ?? '–' })
      : ctx.html('plans-open', {
          n: view.versions,
          when: view.loadedAt ? when(view.loadedAt) : '–',
        }),
    ctx.html('plans-counts', { units: view.units, exemplars: view.exemplars }),
    ...(view.carried > 0 ? [ctx.html('plans-carried', { n: view.carried })] : []),
    ...sayEnding(ctx, view),
  ].join('\n');
}

/** Says what was open when a plan closed and what became of it (HTML). */
function sayEnding(ctx: BotContext, { ending }: PlanView): string[] {
  const record = planEndingRecord.safeParse(ending).data;
  if (!record || record.work.length === 0) return [];
  return [
    ctx.html('plans-ending', { reason: record.reason }),
    ...record.work.map(({ kind, n, choice }) =>
      ctx.html('plan-close-open-line', {
        work: ctx.t(`open-work-${kind}`, { n }),
        choice: sayChoice(ctx, kind, choice, record.to),
      }),
    ),
  ];
}

function codeOf(ctx: BotContext, planId: number): string {
  return shorten(planOf(ctx.house, { planId }).code, 30);
}

const versionsPerPage = 3;

/** Lists the versions of a plan with what each changed; undefined for an unknown plan. */
export async function versionsReply(
  ctx: BotContext,
  planId: number,
  wanted: number,
): Promise<Reply | undefined> {
  const plan = ctx.house.plans.find(planId);
  if (!plan) return undefined;
  const page = pageOf(await listPlanVersions(ctx.house.db.prisma, planId), wanted, versionsPerPage);
  const shown = page.items.map(({ number, loadedAt, loadedBy, differences }) =>
    [
      ctx.html(loadedBy === null ? 'plans-version-by-file' : 'plans-version', {
        n: number,
        when: formatInstant(loadedAt, plan.zone),
        who: loadedBy ?? '',
      }),
      ...(number === 1 ? [ctx.html('plans-first-version')] : sayDifferences(ctx, differences)),
    ].join('\n'),
  );
  return {
    text: [ctx.html('plans-versions-of', { plan: plan.code }), ...shown].join('\n\n'),
    buttons: buildPageRow(ctx, page, (to) => showPlanVersions.data(planId, to), 'form-page-after'),
  };
}

/** As many differences as a phone's screen takes. */
const mostDifferences = 12;

/** Writes what differs, one line each (HTML). */
export function sayDifferences(by: Pick<Scene, 'html' | 'locale'>, differences: Difference[]): string[] {
  if (differences.length === 0) return [by.html('plans-no-difference')];
  const more = differences.length - mostDifferences;
  return [
    ...differences
      .slice(0, mostDifferences)
      .map((one) => by.html('plans-difference', { words: sayDifference(by.locale, one) })),
    ...(more > 0 ? [by.html('plans-more-differences', { n: more })] : []),
  ];
}
