import type { InlineKeyboardButton } from 'grammy/types';
import { listFiledDuties } from '../../../duties/filing.ts';
import { dutyKinds, findDutyKind } from '../../../duties/kinds/index.ts';
import { documentName } from '../../../duties/say.ts';
import { isLacking, keepCurrent, listStandingsOf } from '../../../duties/standing.ts';
import { listUnitsAs } from '../../../people/roles.ts';
import { commandButtons } from '../../core/command-buttons.ts';
import type { BotContext } from '../../core/context.ts';
import { planOf } from '../../core/house.ts';
import { buildPageRow, pageOf } from '../../core/pages.ts';
import { onPress, press } from '../../core/press.ts';
import { showDocuments, showVersions } from '../documents/document-presses.ts';
import type { Feature } from '../feature.ts';
import { listFosteringOf, sayFosteringStanding } from '../fostering/standing-line.ts';
import { sayStandingInPlan } from '../say-in-plan.ts';
import { sayLeftThisYear } from '../stories/left-this-year.ts';
import { listNextSteps } from '../stories/say-next-step.ts';
import { sayDutiesOfUnit } from './duties-of-unit.ts';

/**
 * The feature of /hannop: the duties of one's units, their dues, and which are done (Plan 101,
 * IV.3, V.1).
 */
export const dutiesFeature: Feature = {
  commands: [
    {
      name: 'hannop',
      right: 'seeOwnDuties',
      words: { vi: ['hạn nộp'], en: ['dues'] },
      run: (ctx) => showDuties(ctx, 0),
    },
  ],
  presses(table) {
    onPress(table, turnDuties, 'seeOwnDuties', showDuties);
  },
};

/** Turns the pages of a person who serves many units. */
const turnDuties = press('hannop', 'page');

const unitsPerPage = 6;

async function showDuties(ctx: BotContext, wanted: number): Promise<void> {
  const { plan, plans, clock, db } = ctx.house;
  const now = clock.now();
  const units = listUnitsAs(ctx.person, 'liaison', 'head');
  const page = pageOf(units, wanted, unitsPerPage);
  const standings = await listStandingsOf(
    { db, plans: plans.open(), now },
    { unitIds: units.map((u) => u.id) },
  );
  const fostering = await listFosteringOf(
    ctx,
    units.map(({ id }) => id),
  );
  const steps = await listNextSteps(ctx.house, { unitIds: page.items.map(({ id }) => id) });
  const shown = page.items.map((unit) => {
    const lines = keepCurrent(
      standings.filter((s) => s.unitId === unit.id),
      plan,
      now,
    ).map((s) => sayStandingInPlan(ctx, s, now));
    const ofUnit = fostering.filter(({ unitId }) => unitId === unit.id);
    return sayDutiesOfUnit(ctx, unit.name, [
      ...lines,
      ...ofUnit.map((one) => sayFosteringStanding(ctx, one)),
      ...sayLeftThisYear(
        ctx,
        steps.filter(({ unitId }) => unitId === unit.id),
        { named: page.items.length === 1 },
      ),
    ]);
  });
  const lacking = new Set(standings.filter(isLacking).map((s) => findDutyKind(planOf(ctx.house, s), s.duty)));
  const canAct = listUnitsAs(ctx.person, 'liaison').length > 0;
  const reply = {
    text: shown.join('\n\n'),
    buttons: [
      ...(canAct
        ? commandButtons(ctx, [
            ...new Set(
              Object.values(dutyKinds).flatMap((kind) =>
                lacking.has(kind) && kind.command ? [kind.command] : [],
              ),
            ),
            'danhsach',
          ])
        : []),
      ...(fostering.length > 0 ? commandButtons(ctx, ['boiduong']) : []),
      ...(await documentButtons(ctx, page.items)),
      ...buildPageRow(ctx, page, (to) => turnDuties.data(to), 'form-page-after'),
    ],
  };
  const turning = turnDuties.read(ctx.callbackQuery?.data ?? '') !== undefined;
  await (turning ? ctx.sayInPlace(reply) : ctx.say(reply));
}

/** Opens handed-in documents: of one unit each duty's document, of several units each unit's. */
async function documentButtons(
  ctx: BotContext,
  units: { id: number; name: string }[],
): Promise<InlineKeyboardButton[][]> {
  const duties = await listFiledDuties(
    ctx.house.db.prisma,
    units.map(({ id }) => id),
  );
  if (listUnitsAs(ctx.person, 'liaison', 'head').length === 1) {
    return duties.map((one) => [
      {
        text: ctx.t('duties-see-document', { what: documentName(planOf(ctx.house, one), ctx.locale, one) }),
        callback_data: showVersions.data(one.unitId, one, one.occurrence, 0),
      },
    ]);
  }
  return units
    .filter(({ id }) => duties.some(({ unitId }) => unitId === id))
    .map(({ id, name }) => [
      { text: ctx.t('duties-see-document', { what: name }), callback_data: showDocuments.data(id) },
    ]);
}
