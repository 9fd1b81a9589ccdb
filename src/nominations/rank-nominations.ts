import type { ConferenceWeights } from '../plan/plan.ts';

/** The facts of a nominated exemplar that the ranking counts (Plan 101, I.2, IV.3). */
export interface RankedFacts {
  /** Id of the exemplar: a smaller one was registered earlier. */
  exemplarId: number;
  /** Years in which it was kept up or grew. */
  yearsKept: number;
  /** Years in which it was replicated. */
  replications: number;
  /** Awards that were granted, by the code of their level. */
  awards: Readonly<Record<string, number>>;
  directLabour: boolean;
  difficultArea: boolean;
}

/** One reason for points: so many times so many. */
export interface PointsPart {
  part: keyof ConferenceWeights;
  /** Of awards: the code of the level. */
  level?: string;
  times: number;
  each: number;
  points: number;
}

/** The place of a nomination, and the points that put it there. */
export interface Ranking {
  /** 1 is the first; each place is given once. */
  rank: number;
  points: number;
  /** The reasons for points, in the order of the weights; together they are the points. */
  parts: PointsPart[];
}

/**
 * Ranks nominated exemplars by the points of the plan, most first. With equal points the one kept
 * up for more years stands first, then the one replicated in more years, then the one with more
 * awards, then the one registered earlier. The order of the list does not matter.
 */
export function rankNominations<Of extends RankedFacts>(
  nominated: readonly Of[],
  weights: ConferenceWeights,
): (Of & Ranking)[] {
  return nominated
    .map((one) => {
      const parts = countPoints(one, weights);
      return { ...one, parts, points: parts.reduce((sum, { points }) => sum + points, 0) };
    })
    .sort(
      (one, other) =>
        other.points - one.points ||
        other.yearsKept - one.yearsKept ||
        other.replications - one.replications ||
        countAwards(other) - countAwards(one) ||
        one.exemplarId - other.exemplarId,
    )
    .map((one, i) => ({ ...one, rank: i + 1 }));
}

/** Counts the points of one exemplar, reason by reason. Reasons without points are left out. */
function countPoints(of: RankedFacts, weights: ConferenceWeights): PointsPart[] {
  const { award, ...plain } = weights;
  const levels = Object.entries(of.awards).sort(([one], [other]) => (one < other ? -1 : 1));
  const counted: Omit<PointsPart, 'points'>[] = [
    { part: 'yearKept', times: of.yearsKept, each: plain.yearKept },
    { part: 'replication', times: of.replications, each: plain.replication },
    ...levels.map(([level, times]) => ({
      ...{ part: 'award' as const, level, times },
      each: typeof award === 'number' ? award : (award[level] ?? 0),
    })),
    { part: 'directLabour', times: of.directLabour ? 1 : 0, each: plain.directLabour },
    { part: 'difficultArea', times: of.difficultArea ? 1 : 0, each: plain.difficultArea },
  ];
  return counted.map((one) => ({ ...one, points: one.times * one.each })).filter(({ points }) => points > 0);
}

/** Adds the awards of all levels. */
export function countAwards({ awards }: Pick<RankedFacts, 'awards'>): number {
  return Object.values(awards).reduce((sum, n) => sum + n, 0);
}
