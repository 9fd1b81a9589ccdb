import { commandButtons } from '../../src/bot/core/command-buttons.ts';
import type { BotContext } from '../../src/bot/core/context.ts';
import type { Feature } from '../../src/bot/features/feature.ts';
import { countCounting } from '../../src/exemplars/exemplar.ts';
import { listUnitsAs } from '../../src/people/roles.ts';

/** /soluong: how many exemplars of one's units count (Plan 101, IV.1). */
export const countingFeature: Feature = {
  commands: [
    { name: 'soluong', right: 'seeOwnDuties', words: { vi: ['số lượng'], en: ['count'] }, run: showCounts },
  ],
};

async function showCounts(ctx: BotContext): Promise<void> {
  const { db, plan } = ctx.house;
  const lines: string[] = [];
  for (const { id: unitId, name } of listUnitsAs(ctx.person, 'liaison', 'head')) {
    const counted = await countCounting(db.pool, { planId: plan.id, unitId, occurrence: '' });
    lines.push(ctx.html('counting-line', { unit: name, counted }));
  }
  await ctx.say({ text: lines.join('\n'), buttons: commandButtons(ctx, ['danhsach', 'hannop']) });
}
