import type { Prisma } from '../store/generated/client.ts';

/** What a unit says for an exemplar that it nominates. */
export interface WantedNomination {
  exemplarId: number;
  grounds: string;
}

/** The person who nominates, the channel and the time. */
export interface NominatedBy {
  personId: number;
  channel: string;
  at: Date;
  /** Whether an officer acts for the unit. */
  onBehalf: boolean;
}

/** The plan and unit of nominations. */
export interface NominationsOf {
  planId: number;
  unitId: number;
}

/**
 * Writes the nominations of a unit to the conference, with their history, in a transaction of the
 * caller. One that the list has no more is withdrawn, unless an officer has decided on it.
 * Unchanged ones are left alone. Tells whether anything changed.
 */
export async function saveNominations(
  tx: Prisma.TransactionClient,
  of: NominationsOf,
  wanted: WantedNomination[],
  by: NominatedBy,
): Promise<boolean> {
  // An officer may be deciding on one of them at this moment.
  await tx.$queryRaw`
    select 1 from nomination where plan_id = ${of.planId} and unit_id = ${of.unitId} order by id for update`;
  let changed = false;
  for (const one of wanted) changed = (await nominate(tx, of, one, by)) || changed;
  const left = await tx.nomination.findMany({
    where: {
      ...{ ...of, state: 'nominated' },
      exemplarId: { notIn: wanted.map(({ exemplarId }) => exemplarId) },
    },
    select: { id: true },
  });
  const { personId, channel, at } = by;
  for (const { id } of left) {
    await tx.nomination.update({
      where: { id },
      data: {
        state: 'withdrawn',
        changes: { create: { at, personId, channel, action: 'withdraw' } },
      },
    });
  }
  return changed || left.length > 0;
}

/**
 * Nominates one exemplar, or changes the grounds of its nomination, in a transaction of the caller.
 * Tells whether anything changed.
 */
export async function nominate(
  tx: Prisma.TransactionClient,
  { planId, unitId }: NominationsOf,
  { exemplarId, grounds }: WantedNomination,
  { personId, channel, at, onBehalf }: NominatedBy,
): Promise<boolean> {
  const step = { at, personId, channel };
  const nominated = { grounds, unitId, nominatedAt: at, nominatedById: personId, onBehalf };
  const first = { ...step, action: 'nominate' as const, after: { grounds } };
  await tx.$queryRaw`
    select 1 from nomination where plan_id = ${planId} and exemplar_id = ${exemplarId} for update`;
  const there = await tx.nomination.findUnique({
    where: { planId_exemplarId: { planId, exemplarId } },
  });
  if (!there) {
    await tx.nomination.create({
      data: { ...nominated, planId, exemplarId, changes: { create: first } },
    });
    return true;
  }
  if (there.state === 'withdrawn') {
    await tx.nomination.update({
      where: { id: there.id },
      data: { ...nominated, state: 'nominated', changes: { create: first } },
    });
    return true;
  }
  if (there.grounds === grounds) return false;
  await tx.nomination.update({
    where: { id: there.id },
    data: {
      grounds,
      changes: {
        create: { ...step, action: 'change', before: { grounds: there.grounds }, after: { grounds } },
      },
    },
  });
  return true;
}
