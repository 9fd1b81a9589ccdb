import { z } from 'zod';
import { nameDuty } from '../../../duties/say.ts';
import type { Locale } from '../../../i18n.ts';
import { formatDate } from '../../../plan/calendar.ts';
import { dueOf } from '../../../plan/due.ts';
import { asOccurrence } from '../../../plan/occurrence.ts';
import { commandButtons } from '../../core/command-buttons.ts';
import { type House, planOf } from '../../core/house.ts';
import { createWords } from '../../core/words.ts';
import type { Reply } from '../../forms/form.ts';

const aboutMove = z.object({ moveId: z.int() });

/**
 * Tells a person about a due that was moved, with the units of theirs that it concerns. Undefined
 * when none of them has this day any more: a later move is told by itself.
 */
export async function dueMovedNotice(
  house: House,
  payload: unknown,
  locale: Locale,
  personId: number,
): Promise<Reply | undefined> {
  const move = await house.db.prisma.dueMove.findUnique({ where: { id: aboutMove.parse(payload).moveId } });
  if (!move) return undefined;
  await house.plans.refresh();
  const plan = planOf(house, move);
  const occurrence = asOccurrence(move.occurrence);
  const day = move.lastDay.toISOString().slice(0, 10);
  const served = await house.db.prisma.membership.findMany({
    where: {
      personId,
      role: { in: ['liaison', 'head'] },
      until: null,
      unit: { active: true, plans: { some: { planId: plan.id } } },
      ...(move.unitId !== null && { unitId: move.unitId }),
    },
    orderBy: { id: 'asc' },
    select: { unitId: true, unit: { select: { name: true } } },
  });
  const units = new Map(
    served.flatMap(({ unitId, unit }) =>
      unitId !== null && dueOf(plan, move.duty, occurrence, unitId)?.lastDay === day
        ? [[unitId, unit?.name ?? '']]
        : [],
    ),
  );
  if (units.size === 0) return undefined;
  const words = createWords(plan, locale);
  return {
    text: words.html(move.previous === null ? 'notice-due-set' : 'notice-due-moved', {
      duty: nameDuty(plan, locale, { duty: move.duty, occurrence }, 'inside'),
      units: [...units.values()].join(', '),
      day: formatDate(day),
      before: move.previous === null ? '' : formatDate(move.previous.toISOString().slice(0, 10)),
      reason: move.reason,
    }),
    buttons: commandButtons(words, ['hannop']),
  };
}
