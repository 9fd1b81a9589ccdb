import { type Args, formatHtml, type Locale, t } from '../../i18n.ts';
import type { Plan } from '../../plan/plan.ts';

/**
 * Texts in one language, as the bot says them: every text may name the plan's own bodies as {
 * $office } and { $committee }, since another plan has others.
 */
export function wordsIn(
  plan: Plan,
  locale: Locale,
): { t(key: string, args?: Args): string; html(key: string, args?: Args): string } {
  const bodies = { office: plan.bodies.office[locale], committee: plan.bodies.committee[locale] };
  return {
    t: (key, args) => t(locale, key, { ...bodies, ...args }),
    html: (key, args) => formatHtml(locale, key, { ...bodies, ...args }),
  };
}
