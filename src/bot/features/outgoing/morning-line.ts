import type { Locale } from '../../../i18n.ts';
import { morningLine } from '../../../nudges/morning-line.ts';
import { readOfficeRoles } from '../../../people/office-roles.ts';
import { localDate } from '../../../plan/calendar.ts';
import { isFirstWorkingDayOfWeek } from '../../../plan/working-calendar.ts';
import { commandButtons } from '../../core/command-buttons.ts';
import type { BotContext } from '../../core/context.ts';
import type { House } from '../../core/house.ts';
import { createWords } from '../../core/words.ts';
import type { Reply } from '../../forms/form.ts';
import { overdueStepsButton } from '../fostering/overdue-screen.ts';
import { sayAllWaiting } from './waiting-text.ts';

/**
 * Writes the waiting work of this morning, with the commands for it. Undefined, and nothing is
 * sent, when nothing waits, the day is over, or the person no longer holds a role that gets it.
 */
export async function renderMorningLine(
  house: House,
  personId: number,
  payload: unknown,
  locale: Locale,
): Promise<Reply | undefined> {
  const { db, plan, calendar, clock } = house;
  const now = clock.now();
  const { day } = morningLine.parse(payload);
  if (localDate(now, plan.zone) !== day) return undefined;
  const roles = await readOfficeRoles(db, personId, now);
  const officer = roles.includes('officer');
  if (!officer && !(roles.includes('manager') && isFirstWorkingDayOfWeek(calendar, day))) return undefined;

  const { text, late, help, steps, inQueue: queue } = await sayAllWaiting(house, personId, locale);
  if (text === undefined) return undefined;
  const words = createWords(plan, locale);
  return {
    text,
    keepsMenu: true,
    buttons: [
      ...officeButtons(words, { officer, queue, help, late }),
      ...(steps ? [[overdueStepsButton(words)]] : []),
    ],
  };
}

/** The commands for what waits: officers decide and urge, managers read. */
function officeButtons(
  words: Pick<BotContext, 't'>,
  { officer, queue, help, late }: { officer: boolean; queue: boolean; help: boolean; late: boolean },
) {
  return officer
    ? commandButtons(
        words,
        [...(queue ? ['duyet'] : []), ...(help ? ['giupdo'] : []), ...(late ? ['dondoc'] : [])],
        {
          duyet: 'waiting-review',
          giupdo: 'waiting-see-help',
        },
      )
    : commandButtons(words, ['baocao', 'danhsach'], { danhsach: 'do-danhsach-all' });
}
