import type { BotContext } from '../../core/context.ts';

/**
 * Says what a unit owes (HTML), a line a duty. A unit of which no open plan asks anything is told
 * so: its name alone would look like a reply that broke off.
 */
export function sayDutiesOfUnit(ctx: Pick<BotContext, 'html'>, unit: string, lines: string[]): string {
  const shown = lines.length > 0 ? lines : [ctx.html('duties-none')];
  return [ctx.html('duties-unit', { unit }), ...shown].join('\n');
}
