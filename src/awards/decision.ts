import { yearOf } from '../plan/calendar.ts';
import type { LocalDate } from '../plan/plan.ts';
import type { Prisma } from '../store/generated/client.ts';
import type { Reader } from '../store/reader.ts';
import type { Sql } from '../store/sql.ts';

const shown = {
  attachments: { where: { removedAt: null }, orderBy: { id: 'asc' } },
  changes: {
    orderBy: { id: 'asc' },
    select: {
      ...{ id: true, at: true, action: true, reason: true, before: true, after: true },
      person: { select: { name: true } },
    },
  },
  proposals: {
    orderBy: [{ exemplar: { code: 'asc' } }, { id: 'asc' }],
    select: {
      ...{ id: true, form: true, title: true, year: true, state: true, reason: true },
      exemplar: {
        select: { id: true, code: true, name: true, unit: { select: { id: true, name: true } } },
      },
    },
  },
} as const satisfies Prisma.AwardDecisionInclude;

type Row = Prisma.AwardDecisionGetPayload<{ include: typeof shown }>;

/**
 * A decision on awards with its files, its proposals and its history, the oldest step first. The
 * proposals were granted by it or refused with it. One that was taken back has none.
 */
export interface AwardDecision extends Omit<Row, 'decidedOn'> {
  decidedOn: LocalDate;
}

/** Finds a decision; undefined when there is none. */
export async function findAwardDecision(reader: Reader, id: number): Promise<AwardDecision | undefined> {
  const row = await reader.awardDecision.findUnique({ where: { id }, include: shown });
  return row ? describe(row) : undefined;
}

/** Lists a page of the decisions under a plan with the total, the newest first. */
export async function pageAwardDecisions(
  reader: Reader,
  { planId, limit, offset }: { planId: number; limit: number; offset: number },
): Promise<{ items: AwardDecision[]; total: number }> {
  const rows = await reader.awardDecision.findMany({
    where: { planId },
    orderBy: [{ decidedOn: 'desc' }, { id: 'desc' }],
    take: limit,
    // A forged button may ask for a page beyond what a query can skip.
    skip: Math.min(offset, 2_000_000_000),
    include: shown,
  });
  return { items: rows.map(describe), total: await reader.awardDecision.count({ where: { planId } }) };
}

function daysOf(year: number): { gte: Date; lte: Date } {
  return { gte: new Date(`${year}-01-01`), lte: new Date(`${year}-12-31`) };
}

/** The most decisions that words are answered with. */
const mostFound = 20;

/** Finds decisions under a plan by the beginning of their number and their year, newest first. */
export async function findAwardDecisions(
  reader: Reader,
  { planId, number, year }: { planId: number; number?: string; year?: number },
): Promise<AwardDecision[]> {
  const rows = await reader.awardDecision.findMany({
    where: {
      planId,
      ...(number !== undefined && { number: { startsWith: number, mode: 'insensitive' } }),
      ...(year !== undefined && { decidedOn: daysOf(year) }),
    },
    orderBy: [{ decidedOn: 'desc' }, { id: 'desc' }],
    take: mostFound,
    include: shown,
  });
  return rows.map(describe);
}

/** Lists the bodies that decided at a level under a plan before, the latest first. */
export async function listDecidingBodies(
  reader: Reader,
  { planId, level }: { planId: number; level: string },
): Promise<string[]> {
  const rows = await reader.awardDecision.findMany({
    where: { planId, level, takenBackAt: null },
    orderBy: { id: 'desc' },
    take: 50,
    select: { body: true },
  });
  return [...new Set(rows.map(({ body }) => body))];
}

function describe({ decidedOn, ...row }: Row): AwardDecision {
  return { ...row, decidedOn: decidedOn.toISOString().slice(0, 10) };
}

/** The facts of a decision that make two papers the same. */
export interface DecisionFacts {
  /** As on paper: `1234/QĐ-UBND`. */
  number: string;
  decidedOn: LocalDate;
  body: string;
}

/** The paper of a decision with its level, under a plan. */
interface PaperOfLevel extends DecisionFacts {
  planId: number;
  level: string;
}

/**
 * Finds the decision that is this paper, else the newest one with its number in its year. Two
 * people may write the body of one decision in two ways. Undefined: there is neither.
 */
export async function findLikePaper(
  reader: Reader,
  { planId, level, number, decidedOn, body }: PaperOfLevel,
): Promise<{ paper: DecisionFacts & { level: string }; same: boolean } | undefined> {
  const rows = await reader.awardDecision.findMany({
    where: {
      ...{ planId, takenBackAt: null, number: { equals: number, mode: 'insensitive' } },
      decidedOn: daysOf(yearOf(decidedOn)),
    },
    orderBy: { id: 'desc' },
    select: { number: true, decidedOn: true, body: true, level: true },
  });
  const papers = rows.map((row) => ({ ...row, decidedOn: row.decidedOn.toISOString().slice(0, 10) }));
  const same = papers.find(
    (one) =>
      one.level === level && one.decidedOn === decidedOn && one.body.toLowerCase() === body.toLowerCase(),
  );
  const paper = same ?? papers[0];
  return paper && { paper, same: same !== undefined };
}

/**
 * Finds and locks the decision of a plan and level that is this paper. It is not taken back before
 * the transaction ends. Undefined: it was not recorded.
 */
export async function holdSamePaper(
  sql: Sql,
  { planId, level, number, decidedOn, body }: PaperOfLevel,
): Promise<number | undefined> {
  const { rows } = await sql.query<{ id: number }>(
    `select id from award_decision
     where plan_id = $1 and level = $2 and decided_on = $3::date and upper(number) = upper($4) and lower(body) = lower($5)
       and taken_back_at is null
     for update`,
    [planId, level, decidedOn, number, body],
  );
  return rows[0]?.id;
}
