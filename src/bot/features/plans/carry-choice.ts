import { countStanding, listStanding, type StandingExemplar } from '../../../plans/carry-over.ts';
import { shorten } from '../../../text/shorten.ts';
import { matchUnits } from '../../../units/match-units.ts';
import { listUnits } from '../../../units/units.ts';
import { planOf } from '../../core/house.ts';
import type { Option, Question, Scene } from '../../forms/form.ts';
import { ticksAnswer } from '../../forms/kinds/ticks.ts';
import { readStoredList } from '../../forms/position.ts';

/** The answer that holds the plan whose exemplars are chosen one by one. */
export const fromKey = 'from';

/** Exemplars to begin the new plan with, ticked one by one, by unit or by code. */
export const carriedQuestion: Question<string[]> = {
  key: 'carried',
  unnumbered: true,
  when: ({ answers }) => typeof answers[fromKey] === 'number',
  ask: (s) => s.html('plan-load-which', { plan: planOf(s.house, { planId: readSource(s) ?? 0 }).code }),
  label: (s) => s.t('plan-load-which-label'),
  answer: ticksAnswer({
    atLeastOne: true,
    options: async (s) =>
      (await standingOf(s)).map(({ id, code, name }) => ({
        value: String(id),
        label: shorten(`${code} ${name}`, 50),
        words: `${code} ${name}`,
      })),
    named: async (text, s) => {
      const standing = await standingOf(s);
      const said = text.toUpperCase();
      const coded = standing.filter(({ code }) => said.includes(code));
      const meant = coded.length > 0 ? coded : await findOfUnits(s, standing, text);
      return meant.map(({ id }) => String(id));
    },
  }),
};

/** Reads the plan whose exemplars are chosen one by one; undefined: none. */
export function readSource({ answers }: Scene): number | undefined {
  const from = answers[fromKey];
  return typeof from === 'number' ? from : undefined;
}

/** A unit's name means all of its exemplars; several stand between commas. */
async function findOfUnits(s: Scene, standing: StandingExemplar[], text: string) {
  const units = await listUnits(s.house.db.prisma, s.house.officeIds);
  const named = text.split(/[,;\n]+/).map((name) => matchUnits(units, name));
  const ids = named.flatMap((found) => (found.length === 1 ? found.map(({ id }) => id) : []));
  return standing.filter(({ unitId }) => ids.includes(unitId));
}

async function standingOf(s: Scene): Promise<StandingExemplar[]> {
  const from = readSource(s);
  return from === undefined ? [] : listStanding(s.house.db.prisma, from);
}

/** Finds the exemplars that were ticked and still stand. */
export async function findPicked(s: Scene): Promise<StandingExemplar[]> {
  const ticked = readStoredList(s.answers[carriedQuestion.key]);
  return ticked.length === 0 ? [] : (await standingOf(s)).filter(({ id }) => ticked.includes(String(id)));
}

/**
 * Lists the ways to begin a new plan with standing exemplars of an earlier one. It takes all of
 * them, or those that are ticked.
 */
export async function listCarryChoices(s: Scene): Promise<Option[]> {
  const picked = (await findPicked(s)).length;
  const options: Option[] =
    picked > 0 ? [{ value: 'picked', label: s.t('plan-load-carry-picked', { n: picked }) }] : [];
  for (const { id, code } of s.house.plans.all()) {
    const n = await countStanding(s.house.db.prisma, id);
    const plan = shorten(code, 30);
    if (n > 0) options.push({ value: `from.${id}`, label: s.t('plan-load-carry', { n, plan }) });
    if (n > 1)
      options.push({
        value: `pick.${id}`,
        label: s.t('plan-load-pick', { plan }),
        act: async () => ({ set: { [fromKey]: id, [carriedQuestion.key]: undefined } }),
      });
  }
  return options;
}

/** As many codes as a phone's screen takes. */
const mostCodes = 20;

/** Writes which exemplars were ticked (HTML). */
export async function sayPicked(s: Scene): Promise<string[]> {
  const picked = await findPicked(s);
  if (picked.length === 0) return [];
  const codes = picked.slice(0, mostCodes).map(({ code }) => code);
  const more = picked.length > mostCodes ? ', …' : '';
  const plan = planOf(s.house, { planId: readSource(s) ?? 0 }).code;
  return [s.html('plan-load-picked', { n: picked.length, plan, codes: codes.join(', ') + more })];
}
