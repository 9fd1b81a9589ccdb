import type { Locale } from '../../../i18n.ts';
import type { UnitAction } from '../../../store/generated/enums.ts';
import { unitsAfter } from '../../../unit-changes/change.ts';
import { unitChangeNews, unitChangeUndoneKind } from '../../../unit-changes/tell-people.ts';
import { commandButtons } from '../../core/command-buttons.ts';
import type { House } from '../../core/house.ts';
import { createWords } from '../../core/words.ts';
import type { Reply } from '../../forms/form.ts';
import { roleInUnit } from '../people/role-words.ts';
import { sayChange } from './list.ts';

/** What a change means for the people of its units, by kind. */
const meanings = {
  created: undefined,
  renamed: 'notice-unit-renamed',
  merged: 'notice-unit-merged',
  split: 'notice-unit-split',
  closed: 'notice-unit-closed',
} satisfies Record<UnitAction, string | undefined>;

/**
 * Tells a person how their unit has changed, or that a coming change was taken back. With a change
 * stand the roles that they hold now.
 */
export async function unitNotice(
  house: House,
  { name, payload }: { name: string; payload: unknown },
  locale: Locale,
  personId: number,
): Promise<Reply | undefined> {
  const { changeId, names } = unitChangeNews.parse(payload);
  const { prisma } = house.db;
  const change = await prisma.unitChange.findUnique({ where: { id: changeId } });
  if (!change) return undefined;
  const words = createWords(house.plan, locale);
  const said = sayChange(words, { ...change, names });
  const units = names.join(', ');
  const buttons = commandButtons(words, ['hannop']);
  if (name === unitChangeUndoneKind)
    return { text: [words.html('notice-unit-change-undone', { units }), said].join('\n'), buttons };
  const [heir] = unitsAfter.parse(change.after);
  const meaning = meanings[change.action];
  const means = meaning ? [words.html(meaning, { units, heir: heir?.name ?? '–' })] : [];
  if (change.action === 'closed') return { text: [said, ...means].join('\n') };
  const roles = await prisma.membership.findMany({
    where: { personId, unitId: { in: change.units }, until: null },
    orderBy: { id: 'asc' },
    select: { role: true, unit: { select: { name: true } } },
  });
  const held = roles.map(({ role, unit }) => roleInUnit(words, role, unit?.name));
  return {
    text: [
      said,
      ...means,
      held.length > 0
        ? words.html('notice-unit-roles', { roles: held.join(', ') })
        : words.html('notice-unit-no-role', { units }),
    ].join('\n'),
    ...(held.length > 0 && { buttons }),
  };
}
