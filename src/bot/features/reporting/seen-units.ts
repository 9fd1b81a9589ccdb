import { listUnitsWithin, type Right } from '../../../people/rights.ts';
import { listUnits, type Unit } from '../../../units/units.ts';
import type { BotContext } from '../../core/context.ts';

/** Lists the units whose figures a right lets this person see. */
export async function listSeenUnits(ctx: BotContext, right: Right): Promise<Unit[]> {
  const all = await listUnits(ctx.house.db.prisma, ctx.house.officeIds);
  const visible = listUnitsWithin(ctx.person, right);
  return visible === 'all' ? all : all.filter((u) => visible.includes(u.id));
}
