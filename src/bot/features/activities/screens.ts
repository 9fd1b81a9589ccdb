import {
  type Activity,
  type ActivityFilter,
  activityById,
  pageActivities,
} from '../../../activities/activity.ts';
import { type ActivityStep, readActivityHistory } from '../../../activities/history.ts';
import { DomainError } from '../../../errors.ts';
import { listOfficeUnits, listUnitsWithin, reaches } from '../../../people/rights.ts';
import { holds } from '../../../people/roles.ts';
import { formatDate, formatInstant, isDate } from '../../../plan/calendar.ts';
import { shorten } from '../../../text/shorten.ts';
import { findUnit } from '../../../units/units.ts';
import type { BotContext } from '../../core/context.ts';
import { planOf } from '../../core/house.ts';
import { buildPageRow, loadPage, sayRange } from '../../core/pages.ts';
import type { Reply } from '../../core/reply.ts';
import { sayMedium } from './media.ts';
import { activityPresses as presses } from './presses.ts';
import { type ActivitySayer, sayActivity, sayActivityLine, sayCodes } from './say-activity.ts';

const perPage = 8;

/** Returns what decides who may mend an activity: its unit, or the office and its publicists. */
function ownerOf({ unitId, loggedAs, exemplars }: Activity) {
  return {
    unitId: unitId ?? exemplars[0]?.unitId ?? null,
    ofOffice: unitId === null,
    approved: loggedAs === 'publicist',
  };
}

/** Reads the activity that a button names. Throws `activity-not-found`. */
export async function activityOf(ctx: Pick<BotContext, 'house'>, id: number): Promise<Activity> {
  const activity = await activityById(ctx.house.db.prisma, id);
  if (!activity) throw new DomainError('activity-not-found');
  return activity;
}

/** The activities that a list shows for a person, where no exemplar is named. */
function filterFor({ person }: BotContext, unitId: number | null): ActivityFilter {
  if (unitId !== null) return { unitIds: [unitId] };
  const within = listUnitsWithin(person, 'seeActivities');
  if (within === 'all') return {};
  if (within.length > 0 || !holds(person, 'publicist')) return { unitIds: within };
  const units = listOfficeUnits(person, 'publicist');
  return { loggedAs: 'publicist', ...(units !== 'all' && { unitIds: units }) };
}

/** Builds a page of the activities of a unit, or of all that a person logs. */
export async function activitiesReply(
  ctx: BotContext,
  unitId: number | null,
  wanted: number,
): Promise<Reply> {
  const unit = unitId === null ? undefined : await findUnit(ctx.house.db.prisma, unitId);
  return listReply(ctx, filterFor(ctx, unitId), {
    wanted,
    of: unit ? ctx.t('activities-of', { unit: unit.name }) : ctx.t('activities'),
    turn: (to) => presses.list.data(unitId, to),
    log: [],
  });
}

/** Builds a page of the activities about one exemplar. */
export async function activitiesOfExemplarReply(ctx: BotContext, id: number, wanted: number): Promise<Reply> {
  const exemplar = await ctx.house.db.prisma.exemplar.findUniqueOrThrow({
    where: { id },
    select: { code: true, status: true, unitId: true },
  });
  const approved = exemplar.status === 'approved';
  const may = approved && reaches(ctx.person, 'recordActivities', { unitId: exemplar.unitId, approved });
  return listReply(
    ctx,
    { exemplarId: id },
    {
      wanted,
      of: ctx.t('activities-of', { unit: exemplar.code }),
      turn: (to) => presses.ofExemplar.data(id, to),
      log: may ? [[{ text: ctx.t('activity-log'), callback_data: presses.log.data(id) }]] : [],
    },
  );
}

async function listReply(
  ctx: BotContext,
  filter: ActivityFilter,
  how: { wanted: number; of: string; turn(page: number): string; log: NonNullable<Reply['buttons']> },
): Promise<Reply> {
  const shown = await loadPage(how.wanted, perPage, (limit, offset) =>
    pageActivities(ctx.house.db.prisma, { ...filter, limit, offset }),
  );
  if (shown.total === 0) return { text: ctx.html('activities-none', { of: how.of }), buttons: how.log };
  const n = (i: number) => shown.offset + i + 1;
  return {
    text: [
      ctx.html('activities-title', { of: how.of, range: sayRange(ctx, shown) }),
      ...shown.items.map((one, i) => `${n(i)}. ${sayActivityLine(ctx, one)}`),
    ].join('\n'),
    buttons: [
      ...shown.items.map((one, i) => [
        {
          text: shorten(
            `${n(i)}. ${formatDate(one.heldOn)} ${ctx.t(`activity-kind-${one.kind}`)} ${sayCodes(one.exemplars)}`,
            60,
          ),
          callback_data: presses.open.data(one.id),
        },
      ]),
      ...buildPageRow(ctx, shown, how.turn, 'form-page-after'),
      ...how.log,
    ],
  };
}

/** Builds the screen of one activity. */
export function activityReply(ctx: BotContext, activity: Activity, notice = ''): Reply {
  const { id, files, withdrawnAt } = activity;
  const may =
    withdrawnAt === null &&
    !planOf(ctx.house, activity).closed &&
    reaches(ctx.person, 'recordActivities', ownerOf(activity));
  return {
    text: [...(notice ? [notice] : []), sayActivity(ctx, activity)].join('\n'),
    buttons: [
      ...(files > 0
        ? [[{ text: ctx.t('activity-see-files', { n: files }), callback_data: presses.files.data(id) }]]
        : []),
      ...(may
        ? [
            [
              { text: ctx.t('activity-mend'), callback_data: presses.mend.data(id) },
              { text: ctx.t('activity-withdraw'), callback_data: presses.withdraw.data(id) },
            ],
          ]
        : []),
      [{ text: ctx.t('activity-history'), callback_data: presses.history.data(id) }],
    ],
  };
}

/** Builds the history of one activity, the newest step first. */
export async function activityHistoryReply(ctx: BotContext, activity: Activity): Promise<Reply> {
  const steps = await readActivityHistory(ctx.house.db.prisma, activity.id);
  const { zone } = ctx.house.plan;
  return {
    text: [
      ctx.html('activity-history-of', {
        what: ctx.t(`activity-kind-${activity.kind}`),
        day: formatDate(activity.heldOn),
      }),
      ...steps.flatMap((step) => [
        ctx.html(`activity-step-${step.action}`, {
          when: formatInstant(step.at, zone),
          who: step.by ?? '–',
          reason: step.reason ?? '',
        }),
        ...step.changed.map((one) => sayChanged(ctx, one)),
      ]),
    ].join('\n'),
    buttons: [[{ text: ctx.t('activity-open'), callback_data: presses.open.data(activity.id) }]],
  };
}

type Changed = ActivityStep['changed'][number];

function sayChanged(by: ActivitySayer, { key, before, after }: Changed): string {
  const value = (of: unknown) => {
    if (of === null || of === undefined) return '–';
    if (key === 'kind') return by.t(`activity-kind-${String(of)}`);
    if (key === 'place') return sayMedium(by, String(of));
    if (key === 'heldOn' && typeof of === 'string' && isDate(of)) return formatDate(of);
    return Array.isArray(of) ? of.join(', ') : shorten(String(of), 200);
  };
  return by.html('activity-changed-line', {
    label: by.t(labels[key]),
    before: value(before),
    after: value(after),
  });
}

const labels: Record<Changed['key'], string> = {
  kind: 'activity-kind-label',
  unitId: 'activity-holder-label',
  heldOn: 'activity-day-label',
  place: 'activity-place-label',
  reached: 'activity-reached-label',
  broadcasts: 'activity-broadcasts-label',
  minutes: 'activity-minutes-label',
  link: 'activity-link-label',
  note: 'activity-note-label',
  files: 'activity-files-label',
  exemplars: 'activity-exemplars-label',
};
