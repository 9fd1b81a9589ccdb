import type { LoadedPlan } from '../../plan/plan.ts';
import type { Subject } from '../../store/generated/enums.ts';
import type { Reader } from '../../store/reader.ts';
import { readUnitWork, type UnitWork } from './unit-work.ts';

/** An approved exemplar, as the report of its unit needs it. */
export interface RegisteredExemplar {
  id: number;
  name: string;
  subject: Subject;
  position: string | null;
  representative: string | null;
  directLabour: boolean;
  difficultArea: boolean;
  year: number;
  summary: string;
}

/** The figures of a unit's annual report that its own form does not ask for. */
export interface UnitFigures extends UnitWork {
  exemplars: RegisteredExemplar[];
}

/** Reads the figures of a unit's report of a year, as they are at `now`. */
export async function readUnitFigures(
  reader: Reader,
  plan: LoadedPlan,
  of: { unitId: number; year: number; now: Date },
): Promise<UnitFigures> {
  const { unitId, year, now } = of;
  const exemplars = await reader.exemplar.findMany({
    where: {
      ...{ unitId, status: 'approved', year: { lte: year } },
      OR: [{ planId: plan.id }, { carried: { some: { planId: plan.id } } }],
    },
    orderBy: { code: 'asc' },
    select: {
      ...{ id: true, name: true, subject: true, position: true, representative: true, year: true },
      ...{ directLabour: true, difficultArea: true, summary: true },
    },
  });
  const work = await readUnitWork(reader, plan, { unitId, from: year, to: year, now });
  return { exemplars, ...work };
}
