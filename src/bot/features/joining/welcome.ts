import { sayQuota } from '../../../duties/say-quota.ts';
import { type DutyStanding, isLacking, listStandingsOf } from '../../../duties/standing.ts';
import type { Locale } from '../../../i18n.ts';
import type { KnownPerson } from '../../../people/known-person.ts';
import { holds, listUnitsAs } from '../../../people/roles.ts';
import { formatDate } from '../../../plan/calendar.ts';
import { daysLeft } from '../../../plan/due.ts';
import type { Quota } from '../../../plan/plan.ts';
import { commandButtons } from '../../core/command-buttons.ts';
import { type House, planOf } from '../../core/house.ts';
import { createWords } from '../../core/words.ts';
import type { Reply } from '../../forms/form.ts';

/**
 * Lists the next actions of a person who has joined, and the duties of their units. It is shown
 * after joining and at /start.
 */
export async function buildWelcome(house: House, person: KnownPerson, locale: Locale): Promise<Reply> {
  const words = createWords(house.plan, locale);
  const say = words.html;
  const lines: string[] = [];
  const commands: string[] = [];
  const add = (...names: string[]) => commands.push(...names.filter((name) => !commands.includes(name)));

  const units = listUnitsAs(person, 'liaison');
  if (units.length > 0) {
    lines.push(...(await unitLines(house, units, words, locale)));
    add('dangky', 'danhsach', 'hannop', 'tieuchi');
  }
  for (const unit of listUnitsAs(person, 'head')) lines.push(say('welcome-head', { unit: unit.name }));
  if (holds(person, 'head')) add('danhsach', 'hannop');
  if (holds(person, 'officer')) {
    lines.push(say('welcome-officer'));
    add('duyet', 'dondoc', 'baocao', 'moi');
  }
  if (holds(person, 'manager')) {
    lines.push(say('welcome-manager'));
    add('baocao', 'danhsach');
  }
  if (holds(person, 'publicist')) {
    lines.push(say('welcome-publicist'));
    add('danhsach');
  }
  if (lines.length === 0) lines.push(say('welcome-nobody'));
  return {
    text: [say('welcome', { name: person.name ?? '' }), ...lines].join('\n'),
    buttons: commandButtons(words, commands, units.length > 0 ? {} : { danhsach: 'do-danhsach-all' }),
  };
}

/** Finds the registration of each plan to speak of: the first that lacks, or else the newest. */
function findRegistrations(standings: DutyStanding[]): (DutyStanding & { quota: Quota })[] {
  const ofPlans = new Map<number, DutyStanding & { quota: Quota }>();
  for (const one of standings) {
    const { planId, quota } = one;
    const before = ofPlans.get(planId);
    if (quota && !(before && isLacking(before))) ofPlans.set(planId, { ...one, quota });
  }
  return [...ofPlans.values()];
}

/** Maximum number of units in a greeting; [Hạn nộp] below it shows all, page by page. */
const unitsGreeted = 5;

async function unitLines(
  house: House,
  units: { id: number; name: string }[],
  words: ReturnType<typeof createWords>,
  locale: Locale,
): Promise<string[]> {
  const { db, plans, clock } = house;
  const now = clock.now();
  const shown = units.slice(0, unitsGreeted);
  const standings = await listStandingsOf(
    { db, plans: plans.open(), now },
    { unitIds: shown.map((u) => u.id) },
  );
  const lines = shown.flatMap((unit) => {
    const registrations = findRegistrations(standings.filter(({ unitId }) => unitId === unit.id));
    if (registrations.length === 0) return [words.html('welcome-unit', { unit: unit.name })];
    return registrations.map(({ planId, status, due, counted = 0, quota }) => {
      const { code, zone } = planOf(house, { planId });
      const left = due ? daysLeft(due, now, zone) : 0;
      return words.html(isLacking({ status }) ? 'welcome-unit-quota' : 'welcome-unit-met', {
        unit: registrations.length > 1 ? `${unit.name} (${code})` : unit.name,
        quota: sayQuota(locale, quota),
        counted,
        due: due ? formatDate(due.lastDay) : words.t('due-unset'),
        left: words.t(left >= 0 ? 'days-left' : 'days-late', { n: Math.abs(left) }),
      });
    });
  });
  const more = units.length - shown.length;
  return more > 0 ? [...lines, words.html('welcome-more-units', { n: more })] : lines;
}
