import { z } from 'zod';
import { findNominationsDuty } from '../../../duties/kinds/index.ts';
import type { Locale } from '../../../i18n.ts';
import { findNomination } from '../../../nominations/nomination.ts';
import type { NominationNews } from '../../../nominations/tell-unit-of-nomination.ts';
import { shorten } from '../../../text/shorten.ts';
import { type House, planOf } from '../../core/house.ts';
import { stillSees } from '../../core/still-sees.ts';
import { createWords } from '../../core/words.ts';
import type { Reply } from '../../forms/form.ts';
import { openExemplar } from '../exemplars/exemplar-presses.ts';

const aboutNomination = z.object({ nominationId: z.int(), changeId: z.int() });

/** The state in which each piece of news is true. */
const news: Record<NominationNews, string[]> = {
  nominate: ['nominated', 'chosen', 'not_chosen'],
  choose: ['chosen'],
  drop: ['not_chosen'],
};

/** Tells whether a kind of delivery tells a unit about a nomination. */
export function isNominationNotice(name: string): name is `nomination-${NominationNews}` {
  return name.startsWith('nomination-') && name.slice('nomination-'.length) in news;
}

/**
 * Writes the news about a nomination for its unit. An officer nominated it for the unit, chose it,
 * or left it out. Undefined when that is no longer true, or the person no longer serves the unit.
 */
export async function nominationNotice(
  house: House,
  notice: { name: `nomination-${NominationNews}`; payload: unknown },
  locale: Locale,
  personId: number,
): Promise<Reply | undefined> {
  const { nominationId, changeId } = aboutNomination.parse(notice.payload);
  const nomination = await findNomination(house.db.prisma, nominationId);
  const about = Object.entries(news).find(([name]) => notice.name === `nomination-${name}`);
  if (!nomination || !about?.[1].includes(nomination.state)) return undefined;
  if (!(await stillSees(house, personId, nomination.unitId))) return undefined;
  const plan = planOf(house, nomination);
  const change = nomination.changes.find(({ id }) => id === changeId);
  const words = createWords(plan, locale);
  const asked = findNominationsDuty(plan);
  return {
    text: words.html(`notice-nomination-${about[0]}`, {
      ...{ office: plan.bodies.office[locale], code: nomination.exemplar.code },
      ...{ name: shorten(nomination.exemplar.name, 100), unit: nomination.unit.name },
      conference: plan.conference?.name[locale] ?? asked?.name[locale] ?? '',
      ...{ reason: change?.reason ?? '', reasoned: change?.reason ? 'yes' : 'no' },
    }),
    buttons: [[{ text: words.t('notice-open'), callback_data: openExemplar.data(nomination.exemplarId) }]],
  };
}
