import type { FilingView } from '../../../duties/filing.ts';
import { findNominationsDuty, findSummaryKind } from '../../../duties/kinds/index.ts';
import { nameDuty } from '../../../duties/say.ts';
import { listNominations } from '../../../nominations/nomination.ts';
import { hasAccess } from '../../../people/rights.ts';
import type { SummaryOf } from '../../../period-summaries/period-summary.ts';
import { formatDate, formatInstant, localDate } from '../../../plan/calendar.ts';
import { dueOf } from '../../../plan/due.ts';
import { oneOff } from '../../../plan/occurrence.ts';
import { shorten } from '../../../text/shorten.ts';
import { findPlanUnit } from '../../../units/units.ts';
import { commandButtons } from '../../core/command-buttons.ts';
import type { BotContext } from '../../core/context.ts';
import { planOf } from '../../core/house.ts';
import type { Reply } from '../../core/reply.ts';
import { showVersions } from '../documents/document-presses.ts';
import { fileDuty } from '../unit-presses.ts';
import { mendSummary, openSummary } from './presses.ts';

/** Says where a summary or a list of nominations stands, with what can be done next. */
export async function buildSummaryStanding(
  ctx: BotContext,
  of: SummaryOf,
  newest: FilingView | undefined,
  writes: boolean,
): Promise<Reply> {
  const plan = planOf(ctx.house, of);
  const unit = (await findPlanUnit(ctx.house.db.pool, of))?.name ?? '';
  const name = nameDuty(plan, ctx.locale, of);
  const due = dueOf(plan, of.duty, of.occurrence, of.unitId);
  const nominated = await nominatedLines(ctx, of);
  if (!newest)
    return {
      text: [
        ctx.html('summary-not-sent', { name, unit, day: due ? formatDate(due.lastDay) : ctx.t('due-unset') }),
        ...nominated,
      ].join('\n'),
      buttons: commandButtons(ctx, [hasAccess(ctx.person, 'seeOwnDuties') ? 'hannop' : 'tiendo']),
    };
  const { zone, bodies } = plan;
  const lines = [
    ctx.html('summary-standing', {
      ...{ name, unit, version: newest.version, versions: newest.versions },
      ...{ when: formatInstant(newest.filedAt, zone), who: newest.filedBy ?? '–' },
    }),
    ...(newest.nilReason === null ? [] : [ctx.html('annual-nil-why', { reason: newest.nilReason })]),
    ctx.html(`duty-document-${newest.status}`, {
      office: bodies.office[ctx.locale],
      day: newest.decidedAt ? formatDate(localDate(newest.decidedAt, zone)) : '',
    }),
    ...nominated,
  ];
  const row = (key: string, data: string) => [{ text: ctx.t(key), callback_data: data }];
  const asked = findNominationsDuty(plan);
  const separate = findSummaryKind(plan, of.duty) === 'summary' && asked !== undefined;
  return {
    text: lines.join('\n'),
    buttons: [
      ...(newest.nilReason === null
        ? [row('document-see', showVersions.data(of.unitId, of, of.occurrence, 0))]
        : []),
      ...(writes
        ? [
            row('annual-mend', mendSummary.data(of.unitId, of, of.occurrence)),
            row('annual-file-signed', fileDuty.data(of.unitId, of, of.occurrence)),
          ]
        : []),
      ...(separate
        ? [
            row(
              'summary-nominations',
              openSummary.data(of.unitId, { planId: of.planId, duty: asked.code }, oneOff),
            ),
          ]
        : []),
    ],
  };
}

/** The nominations of the unit, with what became of them. */
async function nominatedLines(ctx: BotContext, of: SummaryOf): Promise<string[]> {
  const plan = planOf(ctx.house, of);
  if (findSummaryKind(plan, of.duty) === 'interim') return [];
  const there = await listNominations(ctx.house.db.prisma, { planId: of.planId, unitIds: [of.unitId] });
  return there.map(({ exemplar, state, onBehalf }) =>
    ctx.html('summary-nominated-line', {
      ...{ code: exemplar.code, name: shorten(exemplar.name, 80) },
      ...{ state: ctx.t(`nomination-${state}`), behalf: onBehalf ? 'yes' : 'no' },
      office: plan.bodies.office[ctx.locale],
    }),
  );
}
