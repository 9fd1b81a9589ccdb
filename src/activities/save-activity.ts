import { z } from 'zod';
import { leaveOutFiles } from '../attachments/draft-files.ts';
import { handOverFiles } from '../attachments/owner-files.ts';
import { closeDraft, lockDraft } from '../drafts/draft.ts';
import { DomainError } from '../errors.ts';
import { requireOpenPlan } from '../plans/require-open.ts';
import type { Database } from '../store/database.ts';
import type { Prisma } from '../store/generated/client.ts';
import type { Role } from '../store/generated/enums.ts';
import { type Transaction, transact } from '../store/transaction.ts';
import { lockUnit } from '../units/lock-unit.ts';
import { type Activity, type ActivityFacts, activityById } from './activity.ts';

/** An activity to log, or with `mends` to write again. */
export interface ActivityToSave {
  planId: number;
  facts: ActivityFacts;
  exemplarIds: number[];
  draftId: number;
  /** The activity that is mended, and the line of its history that the person saw last. */
  mends?: { activityId: number; changeId: number } | undefined;
}

/** The person who logs or mends, in which role, and the channel. */
export interface LogsActivity {
  personId: number;
  as: Role;
  channel: string;
  at: Date;
}

/** The result: the activity's id, or codes of exemplars that are no longer approved. */
export type SavedActivity = { kind: 'saved'; activityId: number } | { kind: 'not-approved'; codes: string[] };

const result = z.object({ activityId: z.int() });

/**
 * Logs an activity, or mends one, with its history and the draft's files, and closes the draft. The
 * same draft again returns the first result and writes nothing. A mended activity keeps exemplars
 * that were approved once.
 * Throws `draft-gone`, `plan-closed`, `activity-gone` for one that was withdrawn, and
 * `activity-changed` where another person has mended it since.
 */
export async function saveActivity(
  db: Database,
  given: ActivityToSave,
  by: LogsActivity,
): Promise<SavedActivity> {
  const { planId, facts, draftId, mends } = given;
  return transact(db, async (tx) => {
    const unit = facts.unitId === null ? undefined : await lockUnit(tx.sql, facts.unitId);
    const draft = await lockDraft(tx.sql, draftId);
    if (draft?.state === 'done') return { kind: 'saved', ...result.parse(draft.result) };
    if (draft?.state !== 'open') throw new DomainError('draft-gone');
    unit?.requireActive();
    await requireOpenPlan(tx.sql, planId);
    const before = mends && (await activityToMend(tx, mends));
    const codes = await listNotApproved(tx, given.exemplarIds, before);
    if (codes.length > 0) return { kind: 'not-approved', codes };
    const activityId = before ? await rewrite(tx, before, given) : await create(tx, given, by);
    await leaveOutFiles(tx.sql, draft, by.at);
    await handOverFiles(tx.sql, draftId, { activityId });
    const after = await activityById(tx.prisma, activityId);
    if (!after) throw new Error('the activity is not there');
    await tx.prisma.activityChange.create({
      data: {
        activityId,
        at: by.at,
        personId: by.personId,
        channel: by.channel,
        action: before ? 'mend' : 'log',
        ...(before && { before: snapshotOf(before) }),
        after: snapshotOf(after),
      },
    });
    await closeDraft(tx.sql, draftId, 'done', by.at, { activityId });
    return { kind: 'saved', activityId };
  });
}

async function activityToMend(
  { prisma, sql }: Transaction,
  { activityId, changeId }: { activityId: number; changeId: number },
): Promise<Activity> {
  await sql.query('select 1 from activity where id = $1 for update', [activityId]);
  const before = await activityById(prisma, activityId);
  if (!before || before.withdrawnAt) throw new DomainError('activity-gone');
  if (before.changeId !== changeId) throw new DomainError('activity-changed');
  return before;
}

async function listNotApproved(
  { prisma }: Transaction,
  exemplarIds: number[],
  before: Activity | undefined,
): Promise<string[]> {
  const kept = before?.exemplars.map(({ id }) => id) ?? [];
  const rows = await prisma.exemplar.findMany({
    where: { id: { in: exemplarIds.filter((id) => !kept.includes(id)) }, status: { not: 'approved' } },
    orderBy: { id: 'asc' },
    select: { code: true },
  });
  return rows.map(({ code }) => code);
}

function columnsOf({ planId, facts }: ActivityToSave) {
  return { ...facts, planId, heldOn: new Date(facts.heldOn) };
}

async function create({ prisma }: Transaction, given: ActivityToSave, by: LogsActivity): Promise<number> {
  const { id } = await prisma.activity.create({
    data: {
      ...columnsOf(given),
      loggedAt: by.at,
      loggedById: by.personId,
      loggedAs: by.as,
      channel: by.channel,
      exemplars: { create: given.exemplarIds.map((exemplarId) => ({ exemplarId })) },
    },
    select: { id: true },
  });
  return id;
}

async function rewrite({ prisma }: Transaction, { id }: Activity, given: ActivityToSave): Promise<number> {
  await prisma.activityExemplar.deleteMany({ where: { activityId: id } });
  await prisma.activity.update({
    where: { id },
    data: {
      ...columnsOf(given),
      exemplars: { create: given.exemplarIds.map((exemplarId) => ({ exemplarId })) },
    },
  });
  return id;
}

/** What the history keeps of an activity. */
function snapshotOf(activity: Activity): Prisma.InputJsonObject {
  const { kind, unitId, heldOn, place, reached, broadcasts, minutes, link, note, files } = activity;
  const exemplars = activity.exemplars.map(({ code }) => code);
  return { kind, unitId, heldOn, place, reached, broadcasts, minutes, link, note, files, exemplars };
}
