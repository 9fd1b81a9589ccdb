import type { Locale } from '../../../i18n.ts';
import { hasAccess } from '../../../people/rights.ts';
import { formatDate } from '../../../plan/calendar.ts';
import type { UnitAction } from '../../../store/generated/enums.ts';
import { unitsAfter } from '../../../unit-changes/change.ts';
import { listComingChanges } from '../../../unit-changes/coming-changes.ts';
import { listPlanUnits, listUnits } from '../../../units/units.ts';
import type { BotContext } from '../../core/context.ts';
import { buildPageRow, pageOf, sayRange } from '../../core/pages.ts';
import type { Reply } from '../../forms/form.ts';
import type { Speaker } from '../people/list.ts';
import { sayBeforeAndAfter } from './before-and-after.ts';
import { unitListPresses } from './presses.ts';

const perPage = 20;

/** The changes that an officer can begin, in the order of their buttons. */
const unitActions: UnitAction[] = ['created', 'renamed', 'merged', 'split', 'closed'];

/** The person who reads the list, and their language. */
type Lister = Speaker & Pick<BotContext, 'person' | 'locale'>;

/** Shows a page of the units with their kinds, and what can be done with them. */
export async function unitsReply(by: Lister, asked = 0): Promise<Reply> {
  const { db } = by.house;
  const units = await listUnits(db.prisma, by.house.officeIds);
  const kindNames = await nameKindsOfUnits(by);
  const page = pageOf(units, asked, perPage);
  const coming = await listComingChanges(db.prisma, by.house.officeIds);
  return {
    text: [
      by.html('units-title', { range: sayRange(by, page), total: units.length }),
      // No numbers: on Zalo the menu below has its own, and one number must not mean two things.
      ...page.items.map(({ id, name, code }) =>
        by.html('units-line', { name, code, kind: kindNames.get(id)?.join('; ') ?? '–' }),
      ),
      by.html('units-page-hint', { example: units[0]?.name ?? '' }),
    ].join('\n'),
    buttons: [
      ...buildPageRow(by, page, (to) => unitListPresses.list.data(to)),
      ...(hasAccess(by.person, 'manageUnits') ? changingButtons(by, coming.length) : []),
    ],
  };
}

/** Builds the buttons of what an officer can do with the units; others read the list. */
function changingButtons(by: Pick<Speaker, 't'>, coming: number) {
  return [
    ...unitActions.map((action) => [
      { text: by.t(`unit-action-${action}`), callback_data: unitListPresses.begin.data(action) },
    ]),
    ...(coming > 0
      ? [[{ text: by.t('units-coming', { n: coming }), callback_data: unitListPresses.coming.data() }]]
      : []),
  ];
}

/** Names the kind of each unit in the open plans; a name that several plans give it stands once. */
async function nameKindsOfUnits({ house, locale }: Speaker & { locale: Locale }) {
  const { db, plan, plans } = house;
  const names = new Map<number, string[]>();
  const open = plans.open();
  for (const { id: planId, unitKinds } of open.length > 0 ? open : [plan]) {
    const kinds = new Map(unitKinds.map(({ code, name }) => [code, name[locale]]));
    for (const { id, kind } of await listPlanUnits(db.prisma, planId)) {
      const known = names.get(id) ?? [];
      const name = kinds.get(kind);
      if (name !== undefined && !known.includes(name)) names.set(id, [...known, name]);
    }
  }
  return names;
}

/** Shows the changes that wait for their day, each with a button that takes it back. */
export async function comingReply(by: Speaker): Promise<Reply> {
  const coming = await listComingChanges(by.house.db.prisma, by.house.officeIds);
  if (coming.length === 0) return { text: by.html('units-coming-none') };
  return {
    text: [
      by.html('units-coming-title'),
      ...coming.map((change, i) => `${i + 1}. ${sayChange(by, change)}`),
    ].join('\n'),
    buttons: coming.map(({ id }, i) => [
      { text: by.t('units-undo', { n: i + 1 }), callback_data: unitListPresses.undo.data(id) },
    ]),
  };
}

/** Says a change in one line (HTML): what, which units, from which day, on which ground. */
export function sayChange(
  by: Pick<Speaker, 'html' | 't'>,
  change: { action: UnitAction; on: Date; ground: string; names: string[]; after: unknown },
): string {
  return by.html('unit-change-line', {
    action: by.t(`unit-action-${change.action}`),
    units: sayBeforeAndAfter(
      change.names,
      unitsAfter.parse(change.after).map(({ name }) => name),
    ),
    day: formatDate(change.on.toISOString().slice(0, 10)),
    ground: change.ground,
  });
}
