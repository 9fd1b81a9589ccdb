import { findFosteringPlan, listStepsOfExemplar } from '../../../fostering/read-fostering.ts';
import { formatHtml, type Locale, t } from '../../../i18n.ts';
import type { House } from '../../core/house.ts';
import type { Reply } from '../../core/reply.ts';
import { fosteringPresses as presses } from './presses.ts';

/**
 * Asks a unit whose exemplar was approved for its fostering plan. Where the plan has no step for
 * the exemplar it asks for one; undefined where it has.
 */
export async function askToFoster(
  house: House,
  exemplar: { id: number; planId: number; unitId: number; unitName: string },
  locale: Locale,
): Promise<Reply | undefined> {
  const { prisma } = house.db;
  const { unitId, planId, unitName: unit } = exemplar;
  const of = { planId, unitId };
  if (!(await findFosteringPlan(prisma, of))) {
    const make = { text: t(locale, 'fostering-make'), callback_data: presses.make.data(unitId, planId) };
    return { text: formatHtml(locale, 'fostering-asked', { unit }), buttons: [[make]] };
  }
  const steps = await listStepsOfExemplar(prisma, { ...exemplar, planIds: [exemplar.planId] });
  if (steps.some(({ droppedAt }) => droppedAt === null)) return undefined;
  const add = { text: t(locale, 'fostering-add'), callback_data: presses.add.data(unitId, planId) };
  return { text: formatHtml(locale, 'fostering-asked-step', { unit }), buttons: [[add]] };
}
