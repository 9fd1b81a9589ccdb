import { listVisibleUnits } from '../../../people/rights.ts';
import { listUnits, type Unit } from '../../../units/units.ts';
import type { BotContext } from '../../core/context.ts';

/** Lists the units whose figures this person may see. */
export async function listSeenUnits(ctx: BotContext): Promise<Unit[]> {
  const all = await listUnits(ctx.house.db.prisma);
  const visible = listVisibleUnits(ctx.person);
  return visible === 'all' ? all : all.filter((u) => visible.includes(u.id));
}
