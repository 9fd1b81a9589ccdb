import { z } from 'zod';
import type { Prisma } from '../../store/generated/client.ts';
import type { AskedReportState } from '../../store/generated/enums.ts';
import type { Reader } from '../../store/reader.ts';

/**
 * The question of an *asked report*: one that a person asked for in a chat. `period` is as
 * `writeReportPeriod` writes it; `unitId` is null for all units that the person may see.
 */
export const reportQuestion = z.object({
  report: z.string(),
  period: z.string(),
  unitId: z.int().nullable(),
});

/** The question of an asked report. */
export type ReportQuestion = z.infer<typeof reportQuestion>;

/** An owner that counts as dead: instances are numbered from 1. */
const deadOwner = '0';

/** An asked report before it is a row. */
export interface NewAskedReport {
  /** The update that asked for it: the same update asks once. */
  updateKey: string;
  channel: string;
  chatId: number;
  personId: number;
  planId: number;
  question: ReportQuestion;
  /** The message whose button was pressed; null when it was asked for in words. */
  pressedIn: number | null;
}

/** An asked report. */
export interface AskedReport extends NewAskedReport {
  id: number;
  state: AskedReportState;
  /** Share of its lines that are written, in percent. */
  done: number;
  /** The instance that makes it, or made it after its turn; null: its own turn made it. */
  owner: string | null;
  /** The message that shows the share done. */
  shownIn: number | null;
}

const shown = {
  ...{ id: true, updateKey: true, channel: true, chatId: true, personId: true, planId: true },
  ...{ question: true, pressedIn: true, state: true, done: true, owner: true, shownIn: true },
} as const;

type Row = Prisma.AskedReportGetPayload<{ select: typeof shown }>;

/** Reads a row; a question that another release wrote otherwise makes it undefined. */
function readAsked({ chatId, question, pressedIn, shownIn, ...row }: Row): AskedReport | undefined {
  const read = reportQuestion.safeParse(question);
  if (!read.success) return undefined;
  return {
    ...row,
    chatId: Number(chatId),
    question: read.data,
    pressedIn: pressedIn === null ? null : Number(pressedIn),
    shownIn: shownIn === null ? null : Number(shownIn),
  };
}

/**
 * Writes a report down that an instance makes after its turn. Undefined when this update wrote it
 * before, or the chat has the same question in the making.
 */
export async function beginAsked(
  prisma: Prisma.TransactionClient,
  asked: NewAskedReport,
  owner: string,
  at: Date,
): Promise<AskedReport | undefined> {
  const rows = await prisma.askedReport.createManyAndReturn({
    data: [{ ...asked, state: 'making', owner, askedAt: at }],
    skipDuplicates: true,
    select: shown,
  });
  return rows[0] && readAsked(rows[0]);
}

/** Writes a report down that was sent in its own turn, so that a second press finds it. */
export async function recordSent(
  prisma: Prisma.TransactionClient,
  asked: NewAskedReport,
  at: Date,
): Promise<void> {
  await prisma.askedReport.createMany({
    data: [{ ...asked, state: 'sent', done: 100, askedAt: at, endedAt: at }],
    skipDuplicates: true,
  });
}

/** Finds the report that an update asked for before. */
export async function findAskedBy(prisma: Reader, updateKey: string): Promise<AskedReport | undefined> {
  const row = await prisma.askedReport.findUnique({ where: { updateKey }, select: shown });
  return row ? readAsked(row) : undefined;
}

/** Finds an asked report. */
export async function findAsked(prisma: Reader, id: number): Promise<AskedReport | undefined> {
  const row = await prisma.askedReport.findUnique({ where: { id }, select: shown });
  return row ? readAsked(row) : undefined;
}

/** Lists the reports that a chat has in the making, the newest first. */
export async function listInTheMaking(
  prisma: Reader,
  { channel, chatId }: Pick<AskedReport, 'channel' | 'chatId'>,
): Promise<AskedReport[]> {
  const rows = await prisma.askedReport.findMany({
    where: { channel, chatId, state: 'making' },
    orderBy: { id: 'desc' },
    select: shown,
  });
  return rows.flatMap((row) => readAsked(row) ?? []);
}

/**
 * Finds the same question of the same chat. It is in the making, or was sent less than `withinMs`
 * from `now` for a press of the same button. After a clock that was set back an old one is not new.
 */
export async function findSameAsked(
  prisma: Reader,
  { channel, chatId, planId, question, pressedIn, updateKey }: NewAskedReport,
  { now, withinMs }: { now: Date; withinMs: number },
): Promise<AskedReport | undefined> {
  const [from, to] = [new Date(now.getTime() - withinMs), new Date(now.getTime() + withinMs)];
  const row = await prisma.askedReport.findFirst({
    where: {
      ...{ channel, chatId, planId, updateKey: { not: updateKey } },
      question: { equals: question },
      OR: [
        { state: 'making' },
        ...(pressedIn === null
          ? []
          : [{ state: 'sent' as const, pressedIn, endedAt: { gte: from, lte: to } }]),
      ],
    },
    orderBy: { id: 'desc' },
    select: shown,
  });
  return row ? readAsked(row) : undefined;
}

/**
 * Ends a report that is in the making. False when it has ended already, as when the person
 * cancelled it.
 */
export async function endAsked(
  prisma: Prisma.TransactionClient,
  id: number,
  state: Exclude<AskedReportState, 'making' | 'cancelled'>,
  at: Date,
): Promise<boolean> {
  const { count } = await prisma.askedReport.updateMany({
    where: { id, state: 'making' },
    data: { state, endedAt: at, ...(state === 'sent' && { done: 100 }) },
  });
  return count > 0;
}

/** Hands a report back that was taken over and could not be begun: another look takes it over. */
export async function handBackAsked(
  prisma: Prisma.TransactionClient,
  id: number,
  owner: string,
): Promise<void> {
  await prisma.askedReport.updateMany({ where: { id, owner, state: 'making' }, data: { owner: deadOwner } });
}

/** Share done of a report whose file the channel takes at this moment. In percent. */
export const beingSent = 100;

/**
 * Cancels a report that is in the making. False when it has ended already, or the channel takes its
 * file at this moment: the person would read that it was stopped, and get it.
 */
export async function cancelAsked(prisma: Prisma.TransactionClient, id: number, at: Date): Promise<boolean> {
  const { count } = await prisma.askedReport.updateMany({
    where: { id, state: 'making', done: { lt: beingSent } },
    data: { state: 'cancelled', endedAt: at },
  });
  return count > 0;
}

/** Notes the message that shows the share done. */
export async function noteShownIn(
  prisma: Prisma.TransactionClient,
  id: number,
  shownIn: number,
): Promise<void> {
  await prisma.askedReport.updateMany({ where: { id }, data: { shownIn } });
}

/**
 * Notes the share done, in percent. False when the report is no longer this instance's: it was
 * cancelled, or another instance has taken it over.
 */
export async function noteShare(
  prisma: Prisma.TransactionClient,
  { id, owner }: Pick<AskedReport, 'id' | 'owner'>,
  done: number,
): Promise<boolean> {
  const { count } = await prisma.askedReport.updateMany({
    where: { id, owner, state: 'making' },
    data: { done },
  });
  return count > 0;
}
