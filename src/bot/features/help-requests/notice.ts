import { z } from 'zod';
import { helpRequestById } from '../../../help-requests/help-request.ts';
import type { HelpNews } from '../../../help-requests/tell-unit-of-help.ts';
import type { Locale } from '../../../i18n.ts';
import { shorten } from '../../../text/shorten.ts';
import { type House, planOf } from '../../core/house.ts';
import { stillSees } from '../../core/still-sees.ts';
import { createWords } from '../../core/words.ts';
import type { Reply } from '../../forms/form.ts';
import { helpPresses } from './presses.ts';

const aboutHelp = z.object({ helpRequestId: z.int(), changeId: z.int() });

/** The text of a notice. */
const texts: Record<HelpNews, string> = { take: 'notice-help-take', close: 'notice-help-close' };

/** Tells whether a kind of delivery tells a unit about its request for help. */
export function isHelpNotice(name: string): name is `help-${HelpNews}` {
  return name.startsWith('help-') && name.slice('help-'.length) in texts;
}

/**
 * Writes the news about a request for its unit: an officer has taken it up, or closed it. Undefined
 * when the person no longer serves the unit, or the request was closed since.
 */
export async function helpNotice(
  house: House,
  notice: { name: `help-${HelpNews}`; payload: unknown },
  locale: Locale,
  personId: number,
): Promise<Reply | undefined> {
  const { helpRequestId, changeId } = aboutHelp.parse(notice.payload);
  const request = await helpRequestById(house.db.prisma, helpRequestId);
  if (!request || !(await stillSees(house, personId, request.unitId))) return undefined;
  const about = Object.entries(texts).find(([name]) => notice.name === `help-${name}`);
  if (!about || (about[0] === 'take' && request.state === 'closed')) return undefined;
  const change = await house.db.prisma.helpRequestChange.findUnique({ where: { id: changeId } });
  const plan = planOf(house, request);
  const words = createWords(plan, locale);
  return {
    text: words.html(about[1], {
      office: plan.bodies.office[locale],
      exemplar: request.exemplar?.code ?? 'none',
      text: shorten(request.text, 200),
      note: change?.reason ?? '',
      noted: change?.reason ? 'yes' : 'no',
    }),
    buttons: [[{ text: words.t('aid-open'), callback_data: helpPresses.open.data(helpRequestId) }]],
  };
}
