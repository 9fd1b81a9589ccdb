import { holds, listUnitsAs } from '../../people/roles.ts';
import { listPlanUnits, listUnits, type Unit } from '../../units/units.ts';
import { readUnit } from '../core/read-unit.ts';
import type { AnswerKind, Maybe, Option, Scene } from '../forms/form.ts';
import { textAnswer } from '../forms/kinds/text.ts';

/** Creates an answer that is any unit, each with a button. */
export function anyUnitAnswer<Subject = unknown>(): AnswerKind<string, Subject> {
  return unitAnswer(
    (s) => listUnits(s.house.db.prisma, s.house.officeIds),
    async (s) => (await listUnits(s.house.db.prisma, s.house.officeIds)).map(unitOption),
  );
}

/**
 * Creates an answer that is a unit to hand in for. Liaisons choose one of theirs by its button;
 * officers type any.
 */
export function handInUnitAnswer<Subject = unknown>(
  of: { inPlan?: boolean } = {},
): AnswerKind<string, Subject> {
  return unitAnswer(
    async (s) => {
      const all = await listKnown(s, of);
      const mine = listUnitsAs(s.person, 'liaison').map(({ id }) => id);
      return holds(s.person, 'officer') ? all : all.filter(({ id }) => mine.includes(id));
    },
    async (s) => {
      const mine = listUnitsAs(s.person, 'liaison');
      if (!of.inPlan) return mine.map(unitOption);
      const known = new Set((await listKnown(s, of)).map(({ id }) => id));
      return mine.filter(({ id }) => known.has(id)).map(unitOption);
    },
  );
}

/** The units of the scene's plan, or every unit. */
function listKnown({ house }: Scene, { inPlan }: { inPlan?: boolean }): Promise<Unit[]> {
  return inPlan ? listPlanUnits(house.db.prisma, house.plan.id) : listUnits(house.db.prisma, house.officeIds);
}

/** Creates an answer that is a unit of a list, which is typed: a plan may have thousands. */
export function planUnitAnswer<Subject = unknown>(
  units: (scene: Scene<Subject>) => Promise<Unit[]>,
): AnswerKind<string, Subject> {
  return textAnswer<Subject>({
    read: async (text, s) => {
      const read = readUnit(s, await units(s), text);
      return read.ok ? { ok: true, value: String(read.unit.id) } : read;
    },
  });
}

function unitAnswer<Subject>(
  known: (scene: Scene) => Promise<Unit[]>,
  options: (scene: Scene) => Maybe<Option[]>,
): AnswerKind<string, Subject> {
  return textAnswer({
    options,
    read: async (text, s) => {
      const read = readUnit(s, await known(s), text);
      return read.ok ? { ok: true, value: String(read.unit.id) } : read;
    },
  });
}

function unitOption({ id, name }: Pick<Unit, 'id' | 'name'>): Option {
  return { value: String(id), label: name };
}
