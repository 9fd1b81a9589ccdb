import { z } from 'zod';
import { nameDuty } from '../../../duties/say.ts';
import type { Locale } from '../../../i18n.ts';
import { loadPerson } from '../../../people/accounts.ts';
import { listUnitsAs } from '../../../people/roles.ts';
import type { LoadedPlan } from '../../../plan/plan.ts';
import { listOpenDuties } from '../../../plan-endings/open-duties.ts';
import { commandButtons } from '../../core/command-buttons.ts';
import { type House, planOf } from '../../core/house.ts';
import { createWords } from '../../core/words.ts';
import type { Reply } from '../../forms/form.ts';

const planEnded = z.object({ planId: z.int(), toPlanId: z.int().nullable(), reason: z.string() });

/** Tells people of units, and readers of scheduled reports, that a plan closed and what follows. */
export async function planEndedNotice(
  house: House,
  payload: unknown,
  locale: Locale,
  personId: number,
): Promise<Reply> {
  const { planId, toPlanId, reason } = planEnded.parse(payload);
  await house.plans.refresh();
  const plan = planOf(house, { planId });
  const next = toPlanId === null ? undefined : house.plans.find(toPlanId);
  const words = createWords(plan, locale);
  const person = await loadPerson(house.db.prisma, personId);
  const units = [...listUnitsAs(person, 'liaison'), ...listUnitsAs(person, 'head')];
  const unfiled = await sayUnfiled(house, plan, locale, units);
  return {
    text: [
      words.html('notice-plan-ended', { plan: plan.code, next: next?.code ?? 'none', reason }),
      ...(unfiled.length > 0 ? [words.html('notice-plan-unfiled'), ...unfiled] : []),
    ].join('\n'),
    // People of the office have no duties.
    buttons: commandButtons(words, [units.length > 0 ? 'hannop' : 'baocao']),
  };
}

/** As many duties as a phone's screen takes. */
const mostDuties = 12;

/** Lists what these units had not handed in when the plan closed, a line a duty (HTML). */
async function sayUnfiled(
  house: House,
  plan: LoadedPlan,
  locale: Locale,
  units: { id: number; name: string }[],
): Promise<string[]> {
  const names = new Map(units.map(({ id, name }) => [id, name]));
  if (names.size === 0) return [];
  const open = await listOpenDuties(house.db.pool, plan, house.clock.now(), [...names.keys()]);
  const { html } = createWords(plan, locale);
  const lines = open.slice(0, mostDuties).map((one) =>
    html('notice-plan-unfiled-line', {
      unit: names.get(one.unitId) ?? '–',
      duty: nameDuty(plan, locale, one, 'inside'),
    }),
  );
  const more = open.length - lines.length;
  return more > 0 ? [...lines, html('nudge-steps-more', { n: more })] : lines;
}
