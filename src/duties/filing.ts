import { asOccurrence, type Occurrence } from '../plan/occurrence.ts';
import type { FilingAction, FilingStatus, Prisma } from '../store/generated/client.ts';
import type { Reader } from '../store/reader.ts';

/**
 * One version of a document that a unit handed in for a duty. Officers decide on the newest version
 * of a duty; the earlier ones are kept, and all people who may see the unit can open them.
 */
export interface FilingView {
  id: number;
  planId: number;
  unitId: number;
  unitName: string;
  duty: string;
  occurrence: Occurrence;
  /** Number of this version of the duty's document, from 1, and the total. */
  version: number;
  versions: number;
  filedAt: Date;
  filedBy: string | null;
  onBehalf: boolean;
  status: FilingStatus;
  decidedAt: Date | null;
  decidedById: number | null;
  decidedBy: string | null;
  decisionReason: string | null;
  /** "We have none this time", with the reason; it has no files. */
  nilReason: string | null;
  /** Lines of an annual report to mend. */
  returnedLines: string[];
  files: FilingFile[];
  changes: FilingEvent[];
}

/** A file of a filing. */
export interface FilingFile {
  id: number;
  name: string;
  mime: string;
  size: number;
  storageKey: string;
}

/** One line of a filing's history. */
export interface FilingEvent {
  at: Date;
  who: string | null;
  channel: string;
  action: FilingAction;
  reason: string | null;
}

/**
 * Orders the versions of a document, the newest first. By their numbers: the clock may go back
 * between two of them.
 */
export const newestVersion = { id: 'desc' } as const satisfies Prisma.FilingOrderByWithRelationInput;

const named = { select: { name: true } } as const;

const shown = {
  unit: named,
  filedBy: named,
  decidedBy: named,
  attachments: {
    where: { removedAt: null },
    orderBy: { id: 'asc' },
    select: { id: true, name: true, mime: true, size: true, storageKey: true },
  },
  changes: { orderBy: { id: 'asc' }, include: { person: named } },
} as const satisfies Prisma.FilingInclude;

type Row = Prisma.FilingGetPayload<{ include: typeof shown }>;

/** Reads one filing; undefined when there is none. */
export async function findFiling(reader: Reader, id: number): Promise<FilingView | undefined> {
  const row = await reader.filing.findUnique({
    where: { id },
    select: { planId: true, unitId: true, duty: true, occurrence: true },
  });
  return row ? (await listFilings(reader, row)).find((one) => one.id === id) : undefined;
}

/** Reads every version of a duty's document, the newest first. */
export async function listFilings(
  reader: Reader,
  of: { planId: number; unitId: number; duty: string; occurrence: string },
): Promise<FilingView[]> {
  const { planId, unitId, duty, occurrence } = of;
  const rows = await reader.filing.findMany({
    where: { planId, unitId, duty, occurrence },
    orderBy: newestVersion,
    include: shown,
  });
  return rows.map((row, i) => asView(row, rows.length - i, rows.length));
}

/** A duty for which a unit has handed in documents, and their number. */
export interface FiledDuty {
  planId: number;
  unitId: number;
  duty: string;
  occurrence: Occurrence;
  versions: number;
}

/**
 * Lists the duties for which these units have handed in documents, in order of first filing. Each
 * has its number of versions.
 */
export async function listFiledDuties(reader: Reader, unitIds: number[]): Promise<FiledDuty[]> {
  const rows = await reader.filing.groupBy({
    by: ['planId', 'unitId', 'duty', 'occurrence'],
    where: { unitId: { in: unitIds } },
    _count: { id: true },
    _min: { filedAt: true },
    orderBy: [{ unitId: 'asc' }, { _min: { filedAt: 'asc' } }],
  });
  return rows.map(({ planId, unitId, duty, occurrence, _count }) => ({
    ...{ planId, unitId, duty, occurrence: asOccurrence(occurrence) },
    versions: _count.id,
  }));
}

function asView(row: Row, version: number, versions: number): FilingView {
  const { unit, filedBy, decidedBy, attachments, changes, ...filing } = row;
  return {
    ...filing,
    occurrence: asOccurrence(filing.occurrence),
    unitName: unit.name,
    version,
    versions,
    filedBy: filedBy.name,
    decidedBy: decidedBy?.name ?? null,
    files: attachments,
    changes: changes.map(({ at, person, channel, action, reason }) => ({
      at,
      who: person.name,
      channel,
      action,
      reason,
    })),
  };
}
