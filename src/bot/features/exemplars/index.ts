import { findExemplarCodes } from '../../../exemplars/find-codes.ts';
import { listExemplars } from '../../../exemplars/list.ts';
import { withdrawExemplar } from '../../../exemplars/withdraw.ts';
import { actsForOffice, reaches } from '../../../people/rights.ts';
import { holds } from '../../../people/roles.ts';
import { localDate } from '../../../plan/calendar.ts';
import type { LocalDate } from '../../../plan/plan.ts';
import { detail } from '../../../reports/detail.ts';
import { exemplarStates, type ReportState } from '../../../reports/filter/report-filter.ts';
import { isColumnOfList } from '../../../reports/list-columns-in-words.ts';
import { readRequest } from '../../../reports/read-request.ts';
import { signedList } from '../../../reports/signed-list/signed-list.ts';
import { findYearTrouble, listYearsBegun } from '../../../reports/years.ts';
import { ExemplarStatus } from '../../../store/generated/enums.ts';
import type { NextStep } from '../../../stories/next-step.ts';
import { withoutAnyCourtesy } from '../../../text/courtesy.ts';
import { fold } from '../../../text/fold.ts';
import { shorten } from '../../../text/shorten.ts';
import { matchUnits } from '../../../units/match-units.ts';
import { listUnits } from '../../../units/units.ts';
import { actorOf } from '../../core/actor.ts';
import { commandButtons } from '../../core/command-buttons.ts';
import type { BotContext } from '../../core/context.ts';
import { listPlansAtHand, narrowToYear } from '../../core/meant-plan.ts';
import { codeOfPlan } from '../../core/named-plan.ts';
import { buildPageRow, loadPage, sayRange } from '../../core/pages.ts';
import { onPress, press } from '../../core/press.ts';
import type { Feature } from '../feature.ts';
import { makeReport } from '../report-presses.ts';
import { reportInOneLine } from '../reporting/one-line.ts';
import { listSeenUnits } from '../reporting/seen-units.ts';
import { listNextSteps, sayNextStepOf } from '../stories/say-next-step.ts';
import { openNamedExemplar } from './exemplar-codes.ts';
import { sendExemplarFiles } from './exemplar-files.ts';
import {
  type ExemplarFilter,
  exemplarFilterInWords,
  readExemplarFilter,
  sayExemplarFilter,
  writeExemplarFilter,
} from './exemplar-filter.ts';
import { exemplarFilesOf, exemplarsFiltered, openExemplar, withdrawAsk } from './exemplar-presses.ts';
import { exemplarOf, showExemplar } from './exemplar-screen.ts';
import { findVisibleExemplars } from './visible-exemplars.ts';

const perPage = 8;
const { approved } = ExemplarStatus;
const page = press('danhsach', 'page');
const withdraw = press('exemplar.off2', 'id');

const seeing = { right: 'seeExemplars', about: 'exemplar' } as const;
const withdrawing = { right: 'withdraw', about: 'exemplar', decides: true, writesUnder: 'object' } as const;

/**
 * The feature of /danhsach: exemplars of one's own units, each on one screen, with the possible
 * actions.
 */
export const exemplarsFeature: Feature = {
  commands: [
    {
      name: 'danhsach',
      right: 'seeExemplars',
      words: { vi: ['danh sách', 'ds', 'đã gửi chưa', 'gửi chưa', 'gửi được chưa'], en: ['list'] },
      takesArgs: true,
      run: (ctx, args) => listNamed(ctx, args),
    },
  ],
  presses(table) {
    onPress(table, page, 'seeExemplars', (ctx, n) => list(ctx, n));
    onPress(table, exemplarsFiltered, 'seeExemplars', (ctx, n, filter) =>
      list(ctx, n, readExemplarFilter(filter)),
    );
    onPress(table, openExemplar, seeing, showExemplar);
    onPress(table, exemplarFilesOf, seeing, async (ctx, id) =>
      sendExemplarFiles(ctx, await exemplarOf(ctx, id)),
    );
    onPress(table, withdrawAsk, withdrawing, async (ctx, id) => {
      const exemplar = await exemplarOf(ctx, id);
      await ctx.say({
        text: ctx.html('withdraw-ask', { code: exemplar.code, name: exemplar.name }),
        buttons: [
          [{ text: ctx.t('withdraw-yes'), callback_data: withdraw.data(id) }],
          [{ text: ctx.t('withdraw-no'), callback_data: openExemplar.data(id) }],
        ],
      });
    });
    onPress(table, withdraw, withdrawing, async (ctx, id) => {
      const exemplar = await withdrawExemplar(ctx.house, id, actorOf(ctx));
      await ctx.sayInPlace({
        text: ctx.html('withdrawn', { code: exemplar.code, name: exemplar.name }),
        buttons: commandButtons(ctx, ['dangky', 'danhsach']),
      });
    });
  },
};

/** `/danhsach`, `/danhsach glar`, `/danhsach GLAR-2021-003`, "danh sách năm ngoái đã duyệt". */
async function listNamed(ctx: BotContext, args: string): Promise<void> {
  if (findExemplarCodes(args).length > 0 && (await openNamedExemplar(ctx, args))) return;
  if (withoutAnyCourtesy(args) === '') return list(ctx, 0);
  if (await asksForReport(ctx, args)) return reportInOneLine(ctx, `${detail.code} ${args}`);
  const filter = await exemplarFilterInWords(ctx, args);
  await list(ctx, 0, filter, args);
}

/**
 * "Danh sách các xã lĩnh vực y tế" is the report: a list in a chat knows a unit, a year, a state
 * and words of names.
 */
async function asksForReport(ctx: BotContext, args: string): Promise<boolean> {
  const { person, t, house } = ctx;
  const { plan, clock } = house;
  if (!actsForOffice(person, detail.right)) return false;
  const units = await listSeenUnits(ctx, detail.right);
  const { filter, named, several, unitWords, ...time } = readRequest(
    `${detail.code} ${args}`,
    localDate(clock.now(), plan.zone),
    plan,
    units,
  );
  const { half, whole, asOf, unclear, period } = time;
  if (named.are === 'several' || several.length > 0 || isColumnOfList(unitWords)) return true;
  // "Danh sách giáo dục" may be of several units, and of none by its name.
  if (named.are === 'unclear' && named.units.length > 1) return true;
  const isSaid = (state: ReportState) =>
    exemplarStates.some((one) => one === state && fold(args).includes(fold(t(`status-${one}`))));
  return (
    filter.kinds.length + filter.categories.length > 0 ||
    filter.states.some((state) => !isSaid(state)) ||
    [half, whole, asOf, unclear, period].some((one) => one !== undefined)
  );
}

async function list(
  ctx: BotContext,
  pageNumber: number,
  filter: ExemplarFilter = {},
  typed?: string,
): Promise<void> {
  const { unitIds, publicises } = findVisibleExemplars(ctx.person);
  const { unitId, planId, year, status, words } = filter;
  const filtered = writeExemplarFilter(filter);
  const wanted = unitId === undefined ? unitIds : (unitIds ?? [unitId]).filter((id) => id === unitId);
  const statuses = publicises ? (status && status !== 'approved' ? [] : [approved]) : status && [status];
  const shown = await loadPage(pageNumber, perPage, (limit, offset) =>
    listExemplars(ctx.house.db.prisma, {
      unitIds: wanted,
      ...(statuses && { statuses }),
      ...(planId !== undefined && { planId }),
      ...(year !== undefined && { year }),
      ...(words && { words: words.split(' ') }),
      limit,
      offset,
    }),
  );
  const { items: lines, total } = shown;
  const canRegister = holds(ctx.person, 'liaison', 'officer');
  const inWords = await sayExemplarFilter(ctx, filter);
  const everything = [{ text: ctx.t('list-filter-none'), callback_data: page.data(0) }];
  const refused = total === 0 && (await sayNotTheirs(ctx, filter, { unitIds, publicises }));
  if (refused) return ctx.say({ text: refused, buttons: [everything] });
  if (total === 0 && inWords)
    return ctx.say({
      text: ctx.html('list-none-such', { typed: shorten(typed ?? inWords, 50) }),
      buttons: [everything],
    });
  if (total === 0) {
    await ctx.say({
      text: ctx.html(publicises ? 'list-empty-approved' : 'list-empty'),
      buttons: canRegister ? commandButtons(ctx, ['dangky']) : [],
    });
    return;
  }
  const manyUnits = unitIds === undefined || unitIds.length > 1;
  const today = localDate(ctx.house.clock.now(), ctx.house.plan.zone);
  const steps = await listNextSteps(ctx.house, { ids: lines.map(({ id }) => id) });
  const nextOf = new Map(steps.map(({ id, next }) => [id, next]));
  const text = [
    ...(inWords ? [ctx.html('list-filter', { filter: inWords })] : []),
    ctx.html('list-title', { range: sayRange(ctx, shown) }),
    ...lines.map(
      (line) =>
        ctx.html('list-line', { code: line.code, name: line.name, status: ctx.t(`status-${line.status}`) }) +
        (manyUnits ? ` (${ctx.html('list-unit', { unit: line.unitName })})` : '') +
        sayNextInList(ctx, nextOf.get(line.id), today),
    ),
  ].join('\n');
  const reply = {
    text,
    buttons: [
      ...lines.map((line) => [
        { text: shorten(`${line.code} ${line.name}`, 60), callback_data: openExemplar.data(line.id) },
      ]),
      ...(await signedListButtons(ctx, wanted, year)),
      ...buildPageRow(ctx, shown, filtered ? (n) => exemplarsFiltered.data(n, filtered) : page.data),
      ...(filtered ? [everything] : []),
    ],
  };
  const pressed = ctx.callbackQuery?.data ?? '';
  await (page.read(pressed) || exemplarsFiltered.read(pressed) ? ctx.sayInPlace(reply) : ctx.say(reply));
}

/** Says that such exemplars are not for this person to see; undefined when they are (HTML). */
async function sayNotTheirs(
  ctx: BotContext,
  { status, words }: ExemplarFilter,
  { unitIds, publicises }: { unitIds: number[] | undefined; publicises: boolean },
): Promise<string | undefined> {
  if (publicises && status && status !== approved) return ctx.html('list-approved-only');
  if (unitIds === undefined || !words) return undefined;
  const [unit, ...more] = matchUnits(await listUnits(ctx.house.db.prisma, ctx.house.officeIds), words);
  if (!unit || more.length > 0 || unitIds.includes(unit.id)) return undefined;
  return ctx.html('list-own-units', { unit: unit.name });
}

/** The next step behind a line; none where the status says it already. */
function sayNextInList(ctx: BotContext, next: NextStep | undefined, today: LocalDate): string {
  if (!next || next.step === 'wait') return '';
  return ` ${ctx.html('list-next', { next: sayNextStepOf(ctx, next, today) })}`;
}

/** The way to the list on paper, one a plan, where the list on the screen is of one unit. */
async function signedListButtons(ctx: BotContext, unitIds: number[] | undefined, year: number | undefined) {
  const now = ctx.house.clock.now();
  const [unitId, ...more] = unitIds ?? [];
  if (unitId === undefined || more.length > 0) return [];
  if (!reaches(ctx.person, signedList.right, { unitId })) return [];
  const plans = narrowToYear(ctx, { meant: await listPlansAtHand(ctx), named: false }, year);
  return plans.flatMap((plan) => {
    const of = year ?? listYearsBegun(plan, now)[0];
    if (of === undefined || findYearTrouble(plan, now, of)) return [];
    const which = plans.length > 1 ? ` – ${shorten(plan.code, 30)}` : '';
    const data = makeReport.data(codeOfPlan(plan.id, signedList.code), String(of), unitId);
    return [[{ text: ctx.t('list-to-sign', { year: String(of) }) + which, callback_data: data }]];
  });
}
