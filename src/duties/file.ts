import { z } from 'zod';
import { readLeftOut } from '../attachments/draft-files.ts';
import { tellOfficers } from '../deliveries/tell-officers.ts';
import { endHeldDraft, type HeldDraft, holdDraft } from '../drafts/held-draft.ts';
import { DomainError } from '../errors.ts';
import { dueOf, isLate } from '../plan/due.ts';
import type { Occurrence } from '../plan/occurrence.ts';
import type { LoadedPlan } from '../plan/plan.ts';
import { requireOpenPlan } from '../plans/require-open.ts';
import type { Database } from '../store/database.ts';
import type { Prisma } from '../store/generated/client.ts';
import { type Transaction, transact } from '../store/transaction.ts';
import { lockUnit } from '../units/lock-unit.ts';
import { tellUnit } from './tell-unit.ts';

/** The result of handing in, which the draft also stores. */
export type Filed = z.infer<typeof filed>;

const filed = z.object({
  kind: z.literal('filed'),
  filingId: z.number(),
  files: z.number(),
  /** Whether the duty was first handed in after its last moment. */
  late: z.boolean(),
  /**
   * Whether it came after the last moment while the first version was in time: *bổ sung sau hạn*,
   * which is not late.
   */
  supplement: z.boolean().default(false),
  /**
   * Whether the unit had handed in a document for this duty before: the newest is the one to read,
   * all are kept.
   */
  replaces: z.boolean(),
});

/** The data of a new filing: person, draft and duty. */
export interface NewFiling {
  unitId: number;
  duty: string;
  occurrence: Occurrence;
  personId: number;
  /** Whether an officer hands it in for the unit, whose liaisons are told. */
  onBehalf: boolean;
  channel: string;
  draftId: number;
  at: Date;
}

/**
 * Hands in the files of a draft for a duty (Plan 101, IV.3, V.1). It is a new version that waits
 * for an officer. Locks the unit. The same draft again returns the first result and writes nothing.
 * The signed list of exemplars may be handed in under the duty that registration fulfils; it
 * changes nothing there. Throws `unit-unknown` and `draft-gone`; an unknown duty, or a draft
 * without files, is a bug.
 */
export async function recordFiling(
  deps: { db: Database; plan: LoadedPlan },
  filing: NewFiling,
): Promise<Filed & { deliveries: number[] }> {
  const { plan } = deps;
  const { unitId, duty, draftId, at } = filing;
  if (!plan.duties.some(({ code }) => code === duty)) throw new Error(`the plan has no duty "${duty}"`);

  return transact(deps.db, async ({ prisma: tx, sql }) => {
    const unit = await lockUnit(sql, unitId);
    const draft = await holdDraft(tx, draftId);
    if (draft?.state === 'done') return { ...filed.parse(draft.result), deliveries: [] };
    if (draft?.state !== 'open') throw new DomainError('draft-gone');
    unit.requireActive();
    await requireOpenPlan(sql, plan.id);
    const { filingId, deliveries, ...how } = await addFiling({ prisma: tx, sql }, plan, filing);
    const files = await takeFiles(tx, draft, filingId, at);
    if (files === 0) throw new Error('a filing needs at least one file');
    const result: Filed = { kind: 'filed', filingId, files, ...how };
    await endHeldDraft(tx, draftId, 'done', at, result);
    return { ...result, deliveries };
  });
}

/** A new version of a duty's document, and the notices to send. */
export interface AddedFiling extends Omit<Filed, 'kind' | 'files'> {
  deliveries: number[];
}

/**
 * Adds a version of a duty's document in a transaction of the caller, which has locked the unit. It
 * writes the row, its history, the news to officers and, on behalf of the unit, to its liaisons.
 */
export async function addFiling(
  { prisma: tx, sql }: Transaction,
  plan: LoadedPlan,
  filing: Omit<NewFiling, 'draftId'> & { nilReason?: string },
): Promise<AddedFiling> {
  const { unitId, duty, occurrence, personId, channel, onBehalf, at } = filing;
  const first = await tx.filing.findFirst({
    where: { planId: plan.id, unitId, duty, occurrence },
    orderBy: [{ filedAt: 'asc' }, { id: 'asc' }],
    select: { filedAt: true },
  });
  const { id: filingId } = await tx.filing.create({
    data: {
      ...{ planId: plan.id, unitId, duty, occurrence, filedAt: at, filedById: personId, channel, onBehalf },
      nilReason: filing.nilReason ?? null,
      changes: { create: { at, personId, channel, action: 'submit' } },
    },
    select: { id: true },
  });
  const due = dueOf(plan, duty, occurrence, unitId);
  const late = due !== undefined && isLate(due, first?.filedAt ?? at);
  await tellOfficers(sql, { about: { filingId }, key: `filing:${filingId}`, byPersonId: personId, at });
  return {
    ...{ filingId, late, replaces: first !== null },
    supplement: !late && due !== undefined && isLate(due, at),
    deliveries: onBehalf ? await tellUnit(tx, { filingId, about: 'behalf', at }) : [],
  };
}

/** Gives the draft's files to the filing, without removed ones. Returns their number. */
async function takeFiles(
  tx: Prisma.TransactionClient,
  draft: HeldDraft,
  filingId: number,
  at: Date,
): Promise<number> {
  const ofDraft = { draftId: draft.id, removedAt: null };
  await tx.attachment.updateMany({
    where: { ...ofDraft, id: { in: readLeftOut(answers.parse(draft.answers)) } },
    data: { removedAt: at },
  });
  const { count } = await tx.attachment.updateMany({ where: ofDraft, data: { filingId } });
  return count;
}

const answers = z.record(z.string(), z.unknown());
