import { z } from 'zod';
import { UnitAction } from '../../../store/generated/enums.ts';
import { shorten } from '../../../text/shorten.ts';
import { listExemplarsToDivide, listPeopleToDivide } from '../../../unit-changes/divided.ts';
import type { Question, Repeated, Scene } from '../../forms/form.ts';
import { choiceAnswer } from '../../forms/kinds/choice.ts';
import { ticksAnswer } from '../../forms/kinds/ticks.ts';
import { readStoredList } from '../../forms/position.ts';

/** The subject of the form of a change of units. */
export const unitChangeSubject = z.object({ action: z.enum(UnitAction) });
/** The subject of the form of a change of units. */
export type UnitChangeSubject = z.infer<typeof unitChangeSubject>;
/** The scene of that form. */
export type UnitChangeScene = Scene<UnitChangeSubject>;

/** Longest label of an exemplar to tick. */
const longestLabel = 60;

/** The parts into which a unit is divided, as the officer named them. */
function partsOf(s: Scene): { key: string; label: string }[] {
  const names = typeof s.answers.names === 'string' ? s.answers.names.split('\n') : [];
  return names.map((label, i) => ({ key: `p${i + 1}`, label }));
}

const dividedUnit = (s: Scene) => Number(s.answers.unit ?? 0);
const chooses = (s: Scene, what: 'people' | 'exemplars') =>
  s.answers.divide === 'both' || s.answers.divide === what;

/** Asks whether people and exemplars are divided as usual, or part by part. */
export const divide: Question<string, UnitChangeSubject> = {
  key: 'divide',
  when: (s) => s.subject.action === 'split',
  ask: (s) => s.html('unit-change-divide', { heir: partsOf(s)[0]?.label ?? '–' }),
  label: (s) => s.t('unit-change-divide-label'),
  answer: choiceAnswer({
    options: async (s) => {
      const { prisma } = s.house.db;
      const people = await listPeopleToDivide(prisma, dividedUnit(s));
      const exemplars = await listExemplarsToDivide(prisma, dividedUnit(s));
      const value = people.length === 0 ? 'exemplars' : exemplars.length === 0 ? 'people' : 'both';
      const choosing = { value, label: s.t('unit-change-divide-choose') };
      return [
        { value: 'usual', label: s.t('unit-change-divide-usual') },
        ...(people.length + exemplars.length > 0 ? [choosing] : []),
      ];
    },
  }),
};

const people: Question<string[], UnitChangeSubject> = {
  key: 'people',
  unnumbered: true,
  when: (s) => chooses(s, 'people'),
  ask: (s) => s.html('unit-change-people-of', { part: s.item?.label ?? '–' }),
  label: (s) => s.t('unit-change-people-label', { part: s.item?.label ?? '–' }),
  answer: ticksAnswer({
    atLeastOne: false,
    options: async (s) => {
      const all = await listPeopleToDivide(s.house.db.prisma, dividedUnit(s));
      return all.map(({ id, name, roles }) => ({
        value: String(id),
        label: `${name ?? '–'} (${roles.map((role) => s.t(`role-${role}`)).join(', ')})`,
      }));
    },
  }),
};

const exemplars: Question<string[], UnitChangeSubject> = {
  key: 'exemplars',
  unnumbered: true,
  when: (s) => chooses(s, 'exemplars') && s.item?.key !== 'p1',
  ask: (s) =>
    s.html('unit-change-exemplars-of', {
      part: s.item?.label ?? '–',
      heir: partsOf(s)[0]?.label ?? '–',
    }),
  label: (s) => s.t('unit-change-exemplars-label', { part: s.item?.label ?? '–' }),
  answer: ticksAnswer({
    atLeastOne: false,
    options: async (s) => {
      const all = await listExemplarsToDivide(s.house.db.prisma, dividedUnit(s));
      const before = partsOf(s).findIndex(({ key }) => key === s.item?.key);
      const given = readDivision(s).slice(0, Math.max(before, 0));
      return all
        .filter(({ id }) => !given.some((part) => part.exemplars.includes(id)))
        .map(({ id, code, name }) => ({
          value: String(id),
          label: shorten(`${code} ${name}`, longestLabel),
          words: `${code} ${name}`,
        }));
    },
  }),
};

/** Asks for each part who serves it, and which exemplars go to it. */
export const eachPart: Repeated<UnitChangeSubject> = { each: partsOf, questions: [people, exemplars] };

/** People and exemplars that were chosen for a part. */
export interface ChosenForPart {
  people: number[];
  exemplars: number[];
}

/** Reads what was chosen for each part, in their order. */
export function readDivision(s: Scene): ChosenForPart[] {
  const idsAt = (key: string) => readStoredList(s.answers[key]).map(Number);
  return partsOf(s).map(({ key }) => ({
    people: chooses(s, 'people') ? idsAt(`people@${key}`) : [],
    exemplars: chooses(s, 'exemplars') && key !== 'p1' ? idsAt(`exemplars@${key}`) : [],
  }));
}

/** Writes a line for each part (HTML): who serves it, and how many exemplars go there. */
export async function sayParts(s: UnitChangeScene): Promise<string[]> {
  const { prisma } = s.house.db;
  const all = await listPeopleToDivide(prisma, dividedUnit(s));
  const total = (await listExemplarsToDivide(prisma, dividedUnit(s))).length;
  const chosen = readDivision(s);
  const listed = new Set(chosen.flatMap((part) => part.people));
  const moved = chosen.reduce((n, part) => n + part.exemplars.length, 0);
  return partsOf(s).map(({ label: part }, i) => {
    const of = chosen[i];
    const names = all
      .filter(({ id }) => of?.people.includes(id) || !listed.has(id))
      .map(({ name }) => name ?? '–');
    const count = i === 0 ? total - moved : (of?.exemplars.length ?? 0);
    return names.length > 0
      ? s.html('unit-change-part', { part, people: names.join(', '), exemplars: count })
      : s.html('unit-change-part-empty', { part, exemplars: count });
  });
}
