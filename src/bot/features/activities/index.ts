import { listFilesOfOwner } from '../../../attachments/owner-files.ts';
import { DomainError } from '../../../errors.ts';
import { listUnitsWithin } from '../../../people/rights.ts';
import { withoutAnyCourtesy } from '../../../text/courtesy.ts';
import { oneLine } from '../../../text/normalise.ts';
import { shorten } from '../../../text/shorten.ts';
import { listUnits } from '../../../units/units.ts';
import type { BotContext } from '../../core/context.ts';
import { carriedInto, requireOpenPlanOf } from '../../core/open-plan-of.ts';
import { sayPage } from '../../core/pages.ts';
import { onPress } from '../../core/press.ts';
import { beginForm } from '../../forms/begin-form.ts';
import { sendStoredFiles } from '../exemplars/exemplar-files.ts';
import type { Feature } from '../feature.ts';
import { theOffice } from './activity-scene.ts';
import { beginActivity, roleToLogIn } from './begin.ts';
import { activityForm } from './form.ts';
import { answerOfMedium } from './media.ts';
import { activityPresses as presses } from './presses.ts';
import { readActivityWords } from './read-activity-words.ts';
import { nameActivity, sayCodes } from './say-activity.ts';
import {
  activitiesOfExemplarReply,
  activitiesReply,
  activityHistoryReply,
  activityOf,
  activityReply,
} from './screens.ts';
import { withdrawActivityForm } from './withdraw-form.ts';

const seeing = { right: 'seeActivities', about: 'activityStory' } as const;
const recording = { right: 'recordActivities', about: 'activity', writesUnder: 'object' } as const;

/**
 * The feature of /hoatdong and /tuyentruyen: what was done with exemplars (Plan 101, II.3–II.5,
 * V.2), logged, mended and withdrawn.
 */
export const activitiesFeature: Feature = {
  commands: [
    {
      name: 'hoatdong',
      right: 'logActivities',
      words: { vi: ['hoạt động', 'ghi hoạt động'], en: ['activity', 'log activity'] },
      wordsOfArgs: ['tham quan học tập', 'tham quan', 'báo cáo kinh nghiệm'],
      takesArgs: true,
      run: logInWords,
    },
    {
      name: 'tuyentruyen',
      right: 'publicise',
      words: { vi: ['tuyên truyền', 'ghi tuyên truyền'], en: ['publicity', 'log publicity'] },
      orElse: { name: 'baocao', words: 'tuyên truyền', right: 'report' },
      takesArgs: true,
      run: publiciseInWords,
    },
  ],
  forms: [activityForm, withdrawActivityForm],
  presses(table) {
    onPress(table, presses.log, { right: 'recordActivities', about: 'exemplar' }, logAbout);
    onPress(
      table,
      presses.plan,
      { right: 'recordActivities', writesUnder: 0 },
      async (ctx, planId, publicist) =>
        beginActivity(ctx, { as: publicist === 1 ? 'publicist' : roleToLogIn(ctx, null), planId }),
    );
    onPress(table, presses.list, { right: 'seeActivities', about: 'unit' }, async (ctx, unitId, page) =>
      sayPage(ctx, page, await activitiesReply(ctx, unitId, page)),
    );
    onPress(table, presses.ofExemplar, { right: 'seeActivities', about: 'exemplar' }, async (ctx, id, page) =>
      sayPage(ctx, page, await activitiesOfExemplarReply(ctx, id, page)),
    );
    onPress(table, presses.open, seeing, async (ctx, id) =>
      ctx.say(activityReply(ctx, await activityOf(ctx, id))),
    );
    onPress(table, presses.history, seeing, async (ctx, id) =>
      ctx.say(await activityHistoryReply(ctx, await activityOf(ctx, id))),
    );
    onPress(table, presses.files, seeing, async (ctx, id) => {
      const { exemplars } = await activityOf(ctx, id);
      await sendStoredFiles(
        ctx,
        await listFilesOfOwner(ctx.house.db, { activityId: id }),
        sayCodes(exemplars),
      );
    });
    onPress(table, presses.mend, recording, mend);
    onPress(table, presses.withdraw, { ...recording, decides: true }, async (ctx, id) => {
      const activity = await activityOf(ctx, id);
      refuseOver(activity);
      const what = nameActivity(ctx, activity);
      await beginForm(ctx, withdrawActivityForm, { subject: { withdrawId: id, what } });
    });
  },
};

type OneActivity = Awaited<ReturnType<typeof activityOf>>;

/** Throws for an activity that was withdrawn. */
function refuseOver(activity: OneActivity): void {
  if (activity.withdrawnAt) throw new DomainError('activity-gone');
}

async function mend(ctx: BotContext, id: number): Promise<void> {
  const activity = await activityOf(ctx, id);
  refuseOver(activity);
  const { planId, loggedAs: as, changeId, unitId, kind, place } = activity;
  await beginForm(ctx, activityForm, {
    subject: { planId, as, activityId: id, changeId },
    answers: {
      ...(as === 'liaison' ? { unit: String(unitId) } : {}),
      ...(as === 'officer' ? { holder: unitId === null ? theOffice : String(unitId) } : {}),
      kind,
      exemplars: activity.exemplars.map((one) => String(one.id)),
      day: activity.heldOn,
      place: kind === 'publicity' ? answerOfMedium(place) : place,
      reached: activity.reached,
      ...(activity.broadcasts === null ? {} : { broadcasts: activity.broadcasts, minutes: activity.minutes }),
      link: activity.link,
      files: activity.files,
      note: activity.note,
    },
  });
}

/** [Ghi hoạt động] of an exemplar's screen: that exemplar is ticked. */
async function logAbout(ctx: BotContext, exemplarId: number | null): Promise<void> {
  if (exemplarId === null) return beginActivity(ctx, { as: roleToLogIn(ctx, null) });
  const exemplar = await ctx.house.db.prisma.exemplar.findUniqueOrThrow({
    where: { id: exemplarId },
    select: { id: true, unitId: true, planId: true, status: true, code: true, ...carriedInto },
  });
  if (exemplar.status !== 'approved')
    return ctx.say({ text: ctx.html('activity-not-approved', { codes: exemplar.code }) });
  const as = roleToLogIn(ctx, exemplar.unitId);
  await beginActivity(ctx, {
    as,
    planId: requireOpenPlanOf(ctx.house, exemplar).id,
    ...(as === 'liaison' && { unitId: exemplar.unitId }),
    exemplarIds: [exemplar.id],
  });
}

/** `/hoatdong`, "hoạt động tham quan GLAR-2021-001", "hoạt động xã Glar". */
async function logInWords(ctx: BotContext, args: string): Promise<void> {
  const within = listUnitsWithin(ctx.person, 'logActivities');
  const all = await listUnits(ctx.house.db.prisma, ctx.house.officeIds);
  const units = within === 'all' ? all : all.filter(({ id }) => within.includes(id));
  const said = readActivityWords(units, args);
  const [unit, ...more] = said.units;
  const exemplars = await namedExemplars(ctx, said.codes, within === 'all' ? undefined : within);
  const missing = said.codes.length > exemplars.length;
  if (said.unknown || missing || more.length > 0) await sayUnknown(ctx, args);
  if (within === 'all' && unit && more.length === 0 && !said.kind && said.codes.length === 0)
    return ctx.say(await activitiesOfUnit(ctx, unit.id));
  const as = roleToLogIn(ctx, null);
  await beginActivity(ctx, {
    as,
    kind: said.kind,
    ...(more.length === 0 && unit && { unitId: unit.id }),
    ...(exemplars.length > 0 && { exemplarIds: exemplars.map(({ id }) => id), ...unitOf(as, exemplars) }),
  });
}

/** The unit of a liaison's exemplars. */
function unitOf(as: string, [first]: { unitId: number }[]): { unitId?: number } {
  return as === 'liaison' && first ? { unitId: first.unitId } : {};
}

async function activitiesOfUnit(ctx: BotContext, unitId: number) {
  const list = await activitiesReply(ctx, unitId, 0);
  const log = [{ text: ctx.t('activity-log'), callback_data: presses.log.data(null) }];
  return { ...list, buttons: [...(list.buttons ?? []), log] };
}

/** `/tuyentruyen`, "tuyên truyền GLAR-2021-001". */
async function publiciseInWords(ctx: BotContext, args: string): Promise<void> {
  const { codes, unknown } = readActivityWords([], args);
  const exemplars = await namedExemplars(ctx, codes, undefined);
  if (unknown || codes.length > exemplars.length) await sayUnknown(ctx, args);
  await beginActivity(ctx, {
    as: 'publicist',
    ...(exemplars.length > 0 && { exemplarIds: exemplars.map(({ id }) => id) }),
  });
}

async function sayUnknown(ctx: BotContext, args: string): Promise<void> {
  const typed = shorten(oneLine(withoutAnyCourtesy(args)), 50);
  await ctx.say({ text: ctx.html('activity-words-unknown', { typed }) });
}

function namedExemplars(ctx: BotContext, codes: string[], unitIds: number[] | undefined) {
  return ctx.house.db.prisma.exemplar.findMany({
    where: { code: { in: codes }, status: 'approved', ...(unitIds && { unitId: { in: unitIds } }) },
    orderBy: { id: 'asc' },
    select: { id: true, unitId: true },
  });
}
