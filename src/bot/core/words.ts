import { type Args, formatHtml, type Locale, t } from '../../i18n.ts';
import type { Plan } from '../../plan/plan.ts';

/**
 * Creates the function for texts in one language. Every text may name the plan's own bodies as {
 * $office }, { $committee } and { $publicist }, and { $contact }: the office with its phone number.
 */
export function createWords(
  plan: Plan,
  locale: Locale,
): { t(key: string, args?: Args): string; html(key: string, args?: Args): string } {
  const office = plan.bodies.office[locale];
  const phone = plan.bodies.officePhone;
  const contact = phone === undefined ? office : t(locale, 'office-contact', { office, phone });
  const { committee, publicist } = plan.bodies;
  const bodies = { office, contact, committee: committee[locale], publicist: publicist[locale] };
  return {
    t: (key, args) => t(locale, key, { ...bodies, ...args }),
    html: (key, args) => formatHtml(locale, key, { ...bodies, ...args }),
  };
}
