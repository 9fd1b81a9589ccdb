import { findReport } from '../../../reports/index.ts';
import type { Rhythm } from '../../../reports/standing/rhythm.ts';
import type { BotContext } from '../../core/context.ts';

/** Says how often a standing report comes: "mỗi thứ Hai". */
export function sayRhythm(by: Pick<BotContext, 't'>, { rhythm, day }: Rhythm): string {
  if (rhythm === 'weekly') return by.t('standing-on-weekly', { day: by.t(`standing-weekday-${day}`) });
  return by.t(`standing-on-${rhythm}`, { day: String(day) });
}

/** Names the report of a standing one. */
export function sayReport(by: Pick<BotContext, 't'>, code: string): string {
  const report = findReport(code);
  return report ? by.t(report.name) : code;
}
