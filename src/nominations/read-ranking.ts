import { DomainError } from '../errors.ts';
import { localDate } from '../plan/calendar.ts';
import type { Conference, LoadedPlan } from '../plan/plan.ts';
import type { Sql } from '../store/sql.ts';
import { listNominated, type Nominated } from './nominated.sql.ts';
import { type Ranking, rankNominations } from './rank-nominations.ts';

/** A nomination with its place among those of its plan. */
export type RankedNomination = Nominated & Ranking;

/** How many nominations there are, and what became of them. */
export interface NominationCounts {
  nominated: number;
  units: number;
  chosen: number;
  notChosen: number;
  waiting: number;
}

/** Returns the conference of a plan. Throws `conference-none` where it has none. */
export function requireConference({ conference }: Pick<LoadedPlan, 'conference'>): Conference {
  if (!conference) throw new DomainError('conference-none');
  return conference;
}

/**
 * Reads the nominations of a plan as the plan's points rank them. With `unitIds` only those of
 * these units, with their places among all. Throws `conference-none`.
 */
export async function readRanking(
  sql: Sql,
  plan: LoadedPlan,
  { now, unitIds }: { now: Date; unitIds?: number[] | undefined },
): Promise<RankedNomination[]> {
  const { weights } = requireConference(plan);
  const nominated = await listNominated(sql, { planId: plan.id, day: localDate(now, plan.zone) });
  const ranked = rankNominations(nominated, weights);
  return unitIds ? ranked.filter(({ unitId }) => unitIds.includes(unitId)) : ranked;
}

/** Counts nominations by what became of them. */
export function countNominations(ranked: Pick<Nominated, 'state' | 'unitId'>[]): NominationCounts {
  const of = (state: Nominated['state']) => ranked.filter((one) => one.state === state).length;
  return {
    nominated: ranked.length,
    units: new Set(ranked.map(({ unitId }) => unitId)).size,
    ...{ chosen: of('chosen'), notChosen: of('not_chosen'), waiting: of('nominated') },
  };
}
