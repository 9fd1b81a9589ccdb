import { DomainError } from '../../../errors.ts';
import { UnitAction } from '../../../store/generated/enums.ts';
import { withoutAnyCourtesy } from '../../../text/courtesy.ts';
import { undoUnitChange } from '../../../unit-changes/record-change.ts';
import { findUnit, listUnits } from '../../../units/units.ts';
import { actorOf } from '../../core/actor.ts';
import type { BotContext } from '../../core/context.ts';
import { onPress } from '../../core/press.ts';
import { readUnit } from '../../core/read-unit.ts';
import { beginForm } from '../../forms/begin-form.ts';
import type { Feature } from '../feature.ts';
import { unitChangeForm } from './form.ts';
import { comingReply, unitsReply } from './list.ts';
import { unitListPresses } from './presses.ts';
import { unitPageReply } from './unit-page.ts';

/** The feature of /donvi: units over time, and the page of one. */
export const unitsFeature: Feature = {
  commands: [
    {
      name: 'donvi',
      right: 'seeUnits',
      words: {
        vi: ['đơn vị', 'danh sách đơn vị', 'trang đơn vị', 'xem đơn vị', 'sáp nhập đơn vị'],
        en: ['units', 'list units', 'unit page'],
      },
      takesArgs: true,
      run: openInWords,
    },
  ],
  forms: [unitChangeForm],
  presses(table) {
    onPress(table, unitListPresses.list, 'seeUnits', async (ctx, page) => {
      await ctx.sayInPlace(await unitsReply(ctx, page));
    });
    onPress(table, unitListPresses.open, { right: 'seeUnits', about: 'unit' }, async (ctx, id) => {
      const unit = await findUnit(ctx.house.db.prisma, id);
      if (!unit) throw new DomainError('unit-unknown');
      await ctx.say(await unitPageReply(ctx, unit));
    });
    onPress(table, unitListPresses.begin, 'manageUnits', async (ctx, word) => {
      const action = Object.values(UnitAction).find((one) => one === word);
      if (action) return beginForm(ctx, unitChangeForm, { subject: { action } });
      // A damaged button: what can be done stands under the list.
      await ctx.say(await unitsReply(ctx));
    });
    onPress(table, unitListPresses.coming, 'manageUnits', async (ctx) => {
      await ctx.say(await comingReply(ctx));
    });
    onPress(table, unitListPresses.undo, 'manageUnits', async (ctx, id) => {
      const { db, clock } = ctx.house;
      await ctx.house.deliverSoon(await undoUnitChange(db, { id, by: actorOf(ctx), at: clock.now() }));
      await ctx.say({ text: ctx.html('units-undone') });
    });
  },
};

/** `/donvi`, `/donvi xã Glar`: the list of units, or the page of the unit that the words name. */
async function openInWords(ctx: BotContext, args: string): Promise<void> {
  const words = withoutAnyCourtesy(args);
  if (words === '') return ctx.say(await unitsReply(ctx));
  const read = readUnit(ctx, await listUnits(ctx.house.db.prisma, ctx.house.officeIds), words);
  await ctx.say(read.ok ? await unitPageReply(ctx, read.unit) : { text: read.say });
}
