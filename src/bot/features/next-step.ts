import { documentName } from '../../duties/say.ts';
import { isLacking, listStandingsOf } from '../../duties/standing.ts';
import { listExemplars } from '../../exemplars/list.ts';
import type { KnownPerson } from '../../people/known-person.ts';
import { holds, listUnitsAs } from '../../people/roles.ts';
import { commandButtons } from '../core/command-buttons.ts';
import type { BotContext } from '../core/context.ts';
import { planOf } from '../core/house.ts';
import type { Reply } from '../core/reply.ts';
import { sayDraftBegun } from '../forms/begun-draft.ts';
import { listFosteringOf } from './fostering/standing-line.ts';
import { sayAllWaiting } from './outgoing/waiting-text.ts';
import { mend } from './unit-presses.ts';

/**
 * Suggests a person's next step, with its button. It is to continue a draft, change a returned
 * exemplar, review waiting items, register, hand in or foster; or it says that nothing waits.
 */
export async function sayNextStep(ctx: BotContext, person: KnownPerson): Promise<Reply> {
  return (
    (await sayDraftBegun(ctx)) ??
    (await sayReturned(ctx, person)) ??
    (await sayQueue(ctx, person)) ??
    (await sayOwed(ctx, person)) ??
    (await sayFostering(ctx, person)) ?? { text: ctx.html('next-nothing') }
  );
}

async function sayReturned(ctx: BotContext, person: KnownPerson): Promise<Reply | undefined> {
  const unitIds = listUnitsAs(person, 'liaison').map(({ id }) => id);
  if (unitIds.length === 0) return undefined;
  const { items, total } = await listExemplars(ctx.house.db.prisma, {
    unitIds,
    statuses: ['returned'],
    limit: 1,
    offset: 0,
  });
  const [first] = items;
  return (
    first && {
      text: ctx.html('next-mend', { n: total, code: first.code }),
      buttons: [[{ text: ctx.t('notice-mend-now'), callback_data: mend.data(first.id) }]],
    }
  );
}

async function sayQueue(ctx: BotContext, person: KnownPerson): Promise<Reply | undefined> {
  if (!holds(person, 'officer')) return undefined;
  const { text, inQueue } = await sayAllWaiting(ctx.house, person.id, ctx.locale);
  return text === undefined
    ? undefined
    : { text, buttons: commandButtons(ctx, [inQueue ? 'duyet' : 'dondoc']) };
}

async function sayFostering(ctx: BotContext, person: KnownPerson): Promise<Reply | undefined> {
  const units = listUnitsAs(person, 'liaison');
  const standings = await listFosteringOf(
    ctx,
    units.map(({ id }) => id),
  );
  const owed = standings.find(({ planned, overdue }) => !planned || overdue > 0);
  if (!owed) return undefined;
  const unit = units.find(({ id }) => id === owed.unitId)?.name ?? '';
  const key = owed.planned ? 'next-foster-late' : 'next-foster';
  const n = owed.planned ? owed.overdue : owed.exemplars;
  return { text: ctx.html(key, { unit, n }), buttons: commandButtons(ctx, ['boiduong']) };
}

async function sayOwed(ctx: BotContext, person: KnownPerson): Promise<Reply | undefined> {
  const units = listUnitsAs(person, 'liaison');
  if (units.length === 0) return undefined;
  const { db, plans, clock } = ctx.house;
  const standings = await listStandingsOf(
    { db, plans: plans.open(), now: clock.now() },
    { unitIds: units.map(({ id }) => id) },
  );
  const owed = standings.find(isLacking);
  if (!owed) return undefined;
  const unit = units.find(({ id }) => id === owed.unitId)?.name ?? '';
  return owed.missing === undefined
    ? {
        text: ctx.html('next-file', {
          unit,
          duty: documentName(planOf(ctx.house, owed), ctx.locale, owed, 'inside'),
        }),
        buttons: commandButtons(ctx, ['nopvanban']),
      }
    : {
        text: ctx.html('next-register', { unit, missing: owed.missing }),
        buttons: commandButtons(ctx, ['dangky']),
      };
}
