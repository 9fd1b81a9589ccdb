import { z } from 'zod';
import type { ActivityAction } from '../store/generated/enums.ts';
import { ActivityKind } from '../store/generated/enums.ts';
import type { Reader } from '../store/reader.ts';

const snapshot = z.object({
  kind: z.enum(ActivityKind),
  unitId: z.int().nullable(),
  heldOn: z.string(),
  place: z.string(),
  reached: z.int().nullable(),
  broadcasts: z.int().nullable(),
  minutes: z.int().nullable(),
  link: z.string().nullable(),
  note: z.string().nullable(),
  files: z.int(),
  exemplars: z.array(z.string()),
});

/** What the history keeps of an activity. */
export type ActivitySnapshot = z.infer<typeof snapshot>;

/** A step in the life of an activity. */
export interface ActivityStep {
  at: Date;
  by: string | null;
  action: ActivityAction;
  reason: string | null;
  /** What a mending changed, with the values before and after. */
  changed: { key: keyof ActivitySnapshot; before: unknown; after: unknown }[];
}

/** Reads the history of an activity, the newest step first. */
export async function readActivityHistory(reader: Reader, activityId: number): Promise<ActivityStep[]> {
  const rows = await reader.activityChange.findMany({
    where: { activityId },
    orderBy: { id: 'desc' },
    include: { person: { select: { name: true } } },
  });
  return rows.map(({ at, person, action, reason, before, after }) => ({
    at,
    by: person.name,
    action,
    reason,
    changed: listChanged(before, after),
  }));
}

function listChanged(before: unknown, after: unknown): ActivityStep['changed'] {
  const [was, is] = [snapshot.safeParse(before).data, snapshot.safeParse(after).data];
  if (!was || !is) return [];
  return snapshot
    .keyof()
    .options.filter((key) => JSON.stringify(was[key]) !== JSON.stringify(is[key]))
    .map((key) => ({ key, before: was[key], after: is[key] }));
}
