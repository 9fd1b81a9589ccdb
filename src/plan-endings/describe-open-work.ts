import type { DutyTime } from '../duties/owed.ts';
import { localDate } from '../plan/calendar.ts';
import { asOccurrence } from '../plan/occurrence.ts';
import type { LoadedPlan, LocalDate } from '../plan/plan.ts';
import type { Reader } from '../store/reader.ts';
import { listOpenDuties, writeOpenDuty } from './open-duties.ts';
import { type OpenWorkKind, type ReadsWork, readOpenWorkOf, type WorkOf } from './open-work.ts';

/** One thing that is open under a plan, as a list shows it. */
export interface OpenWorkRow {
  /** Its id; of a duty that of its unit. */
  id: number;
  /** Its own words or code, or the person whose draft or scheduled report it is. */
  name: string;
  /** Null: it is of no unit. */
  unit: string | null;
  /** Where it stands, as its own enum says; of a draft the form. */
  state?: string;
  /** Its last day, or the day of the last change. */
  day?: LocalDate | undefined;
  /** The duty that it fulfils, or is. */
  duty?: DutyTime;
}

type Describes = (reader: Reader, ids: number[], plan: LoadedPlan) => Promise<OpenWorkRow[]>;

const among = (ids: number[]) => ({ where: { id: { in: ids } }, orderBy: { id: 'asc' } }) as const;
const unit = { select: { name: true } } as const;
const exemplar = { select: { code: true, name: true } } as const;
const person = { select: { name: true } } as const;
const dayOf = (date: Date): LocalDate => date.toISOString().slice(0, 10);

const describers: Record<Exclude<OpenWorkKind, 'duties'>, Describes> = {
  exemplars: async (reader, ids) => {
    const select = { id: true, code: true, name: true, status: true, unit } as const;
    const rows = await reader.exemplar.findMany({ ...among(ids), select });
    return rows.map(({ id, code, name, status, unit: of }) => ({
      ...{ id, name: `${code} ${name}`, unit: of.name, state: status },
    }));
  },
  documents: async (reader, ids, { zone }) => {
    const select = { id: true, duty: true, occurrence: true, filedAt: true, unit } as const;
    const rows = await reader.filing.findMany({ ...among(ids), select });
    return rows.map(({ id, duty, occurrence, filedAt, unit: of }) => ({
      ...{ id, name: duty, unit: of.name, day: localDate(filedAt, zone) },
      duty: { duty, occurrence: asOccurrence(occurrence) },
    }));
  },
  steps: async (reader, ids) => {
    const select = { id: true, what: true, dueOn: true, fosteringPlan: { select: { unit } } } as const;
    const rows = await reader.fosteringStep.findMany({ ...among(ids), select });
    return rows.map(({ id, what, dueOn, fosteringPlan }) => ({
      ...{ id, name: what, unit: fosteringPlan.unit.name, day: dayOf(dueOn) },
    }));
  },
  help: async (reader, ids) => {
    const rows = await reader.helpRequest.findMany({
      ...among(ids),
      select: { id: true, text: true, state: true, unit },
    });
    return rows.map(({ id, text, state, unit: of }) => ({ id, name: text, unit: of.name, state }));
  },
  proposals: async (reader, ids) => {
    const rows = await reader.awardProposal.findMany({
      ...among(ids),
      select: { id: true, state: true, exemplar, unit },
    });
    return rows.map(({ id, state, exemplar: of, unit: from }) => ({
      ...{ id, name: `${of.code} ${of.name}`, unit: from.name, state },
    }));
  },
  nominations: async (reader, ids) => {
    const rows = await reader.nomination.findMany({ ...among(ids), select: { id: true, exemplar, unit } });
    return rows.map(({ id, exemplar: of, unit: from }) => ({
      ...{ id, name: `${of.code} ${of.name}`, unit: from.name },
    }));
  },
  standing: async (reader, ids, { zone }) => {
    const select = { id: true, report: true, since: true, person } as const;
    const rows = await reader.standingReport.findMany({ ...among(ids), select });
    return rows.map(({ id, report, since, person: of }) => ({
      ...{ id, name: of.name ?? '–', unit: null, state: report, day: localDate(since, zone) },
    }));
  },
  drafts: async (reader, ids, { zone }) => {
    const select = { id: true, form: true, updatedAt: true, person } as const;
    const rows = await reader.draft.findMany({ ...among(ids), select });
    return rows.map(({ id, form, updatedAt, person: of }) => ({
      ...{ id, name: of?.name ?? '–', unit: null, state: form, day: localDate(updatedAt, zone) },
    }));
  },
};

/** Lists a page of what is open under a plan, of one kind, with the total. */
export async function pageOpenWork(
  reads: ReadsWork,
  of: WorkOf,
  kind: OpenWorkKind,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ items: OpenWorkRow[]; total: number }> {
  const keys = await readOpenWorkOf(kind, reads, of);
  const shown = keys.slice(offset, offset + limit);
  const items =
    kind === 'duties'
      ? await describeDuties(reads, of, shown)
      : await describers[kind](reads.prisma, shown.map(Number), of.plan);
  return { items, total: keys.length };
}

async function describeDuties(
  { prisma, sql }: ReadsWork,
  { plan, now }: WorkOf,
  keys: string[],
): Promise<OpenWorkRow[]> {
  const unitIds = [...new Set(keys.map((key) => Number(key.split(':')[0])))];
  const units = await prisma.unit.findMany({
    where: { id: { in: unitIds } },
    select: { id: true, name: true },
  });
  const names = new Map(units.map(({ id, name }) => [id, name]));
  const open = await listOpenDuties(sql, plan, now, unitIds);
  return open
    .filter((one) => keys.includes(writeOpenDuty(one)))
    .map(({ unitId, duty, occurrence, status, due }) => ({
      ...{ id: unitId, name: duty, unit: names.get(unitId) ?? '–', state: status },
      ...{ day: due?.lastDay, duty: { duty, occurrence } },
    }));
}
