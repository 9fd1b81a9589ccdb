import type { InlineKeyboardButton } from 'grammy/types';
import { filedDuties } from '../../duties/filing.ts';
import { documentName, sayStanding } from '../../duties/say.ts';
import { current, dutyStandings, isLacking } from '../../duties/standing.ts';
import { unitsAs } from '../../people/roles.ts';
import { commandButtons } from '../command-buttons.ts';
import type { BotContext } from '../context.ts';
import { showDocuments, showVersions } from '../document-presses.ts';
import type { Feature } from '../feature.ts';

/** /hannop: what one's units owe, until when, and what is done (Plan 101, IV.3, V.1). */
export const dutiesFeature: Feature = {
  commands: [
    { name: 'hannop', roles: ['liaison', 'head'], words: { vi: ['hạn nộp'], en: ['dues'] }, run: showDuties },
  ],
};

const unitsShown = 6;

async function showDuties(ctx: BotContext): Promise<void> {
  const { plan, clock, db } = ctx.house;
  const now = clock.now();
  const units = unitsAs(ctx.person, 'liaison', 'head');
  const standings = await dutyStandings({ db, plan, now }, { unitIds: units.map((u) => u.id) });
  const shown = units.slice(0, unitsShown).map((unit) => {
    const lines = current(
      standings.filter((s) => s.unitId === unit.id),
      plan,
      now,
    ).map((s) => sayStanding(plan, ctx.locale, s, now));
    return [ctx.html('duties-unit', { unit: unit.name }), ...lines].join('\n');
  });
  if (units.length > unitsShown) shown.push(ctx.html('duties-more-units', { n: units.length - unitsShown }));
  const lacking = standings
    .filter(isLacking)
    .map((s) => plan.duties.find((d) => d.code === s.duty)?.fulfilledBy);
  const canAct = unitsAs(ctx.person, 'liaison').length > 0;
  await ctx.say({
    text: shown.join('\n\n'),
    buttons: [
      ...(canAct
        ? commandButtons(ctx, [
            ...(lacking.includes('registration') ? ['dangky'] : []),
            ...(lacking.includes('filing') ? ['nopvanban'] : []),
            'danhsach',
          ])
        : []),
      ...(await documentButtons(ctx, units.slice(0, unitsShown))),
    ],
  });
}

/** Opens what was handed in: of one unit each duty's document, of several units each unit's. */
async function documentButtons(
  ctx: BotContext,
  units: { id: number; name: string }[],
): Promise<InlineKeyboardButton[][]> {
  const duties = await filedDuties(
    ctx.house.db.prisma,
    units.map(({ id }) => id),
  );
  if (units.length === 1) {
    return duties.map(({ unitId, duty, year }) => [
      {
        text: ctx.t('duties-see-document', {
          what: documentName(ctx.house.plan, ctx.locale, { duty, year }),
        }),
        callback_data: showVersions.data(unitId, duty, year, 0),
      },
    ]);
  }
  return units
    .filter(({ id }) => duties.some(({ unitId }) => unitId === id))
    .map(({ id, name }) => [
      { text: ctx.t('duties-see-document', { what: name }), callback_data: showDocuments.data(id) },
    ]);
}
