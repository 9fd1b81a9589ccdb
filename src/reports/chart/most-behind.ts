import type { BarGroup, UnitBar } from './chart-data.ts';

/**
 * Keeps at most so many bars: those of the units furthest behind their minimum, each in its place.
 * Groups know all their units still. Telegram shows no picture whose sides add up to more than
 * 10,000 pixels, and a person reads no thousand bars.
 */
export function keepMostBehind(groups: BarGroup[], most: number): BarGroup[] {
  const all = groups.flatMap(({ bars }) => bars);
  if (all.length <= most) return groups;
  const kept = new Set(all.toSorted((one, other) => missingOf(other) - missingOf(one)).slice(0, most));
  return groups.flatMap(({ bars, whole = bars, ...group }) => {
    const shown = bars.filter((bar) => kept.has(bar));
    return shown.length === 0 ? [] : [{ ...group, bars: shown, whole }];
  });
}

function missingOf({ quota, approved, waiting }: UnitBar): number {
  return Math.max(0, quota.min - approved - waiting);
}
