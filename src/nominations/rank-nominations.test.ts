import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shuffled } from '../../tests/faults/random.ts';
import { loadPlan } from '../plan/load.ts';
import type { ConferenceWeights } from '../plan/plan.ts';
import { type RankedFacts, rankNominations } from './rank-nominations.ts';
import { sayPoints } from './say-points.ts';

const plan = loadPlan('prisma/plans/101-kh-ubnd.yaml');
const province = loadPlan('prisma/plans/tinh-2026-2030.yaml');
const weightsOf = ({ conference }: typeof plan): ConferenceWeights => {
  if (!conference) throw new Error('the plan has no conference');
  return conference.weights;
};

const nothing: RankedFacts = {
  ...{ exemplarId: 1, yearsKept: 0, replications: 0, awards: {} },
  ...{ directLabour: false, difficultArea: false },
};
const only = (facts: Partial<RankedFacts>, weights = weightsOf(plan)) => {
  const [ranked] = rankNominations([{ ...nothing, ...facts }], weights);
  if (!ranked) throw new Error('one goes in and none comes out');
  return ranked;
};

describe('the points of a nomination', () => {
  it.each<[Partial<RankedFacts>, number, string]>([
    [{}, 0, 'chưa có căn cứ tính điểm'],
    [{ yearsKept: 4 }, 12, '4 năm duy trì × 3 = 12'],
    [{ yearsKept: 1, replications: 1 }, 5, '1 năm duy trì × 3 = 3; 1 năm nhân rộng × 2 = 2'],
    [{ awards: { district: 2 } }, 4, '2 khen thưởng cấp huyện × 2 = 4'],
    [
      { awards: { province: 1, base: 3 } },
      7,
      '3 khen thưởng cấp cơ sở × 1 = 3; 1 khen thưởng cấp tỉnh × 4 = 4',
    ],
    [{ directLabour: true }, 2, 'lao động trực tiếp 2'],
    [{ directLabour: true, difficultArea: true }, 4, 'lao động trực tiếp 2; địa bàn khó khăn 2'],
    [{ awards: { unknown: 5 } }, 0, 'chưa có căn cứ tính điểm'],
    [
      { yearsKept: 5, replications: 3, awards: { central: 1 }, directLabour: true, difficultArea: true },
      31,
      '5 năm duy trì × 3 = 15; 3 năm nhân rộng × 2 = 6; 1 khen thưởng cấp trung ương × 6 = 6; lao động trực tiếp 2; địa bàn khó khăn 2',
    ],
  ])('of %j are %i, and say why', (facts, points, why) => {
    const ranked = only(facts);
    expect(ranked.points).toBe(points);
    expect(sayPoints('vi', plan, ranked)).toBe(why);
  });

  it.each<[Partial<RankedFacts>, number, string]>([
    [
      { awards: { district: 1, ministry: 2 } },
      9,
      '1 award at the district × 3 = 3; 2 awards at the ministry × 3 = 6',
    ],
    [
      { yearsKept: 2, replications: 1, difficultArea: true },
      14,
      '2 years kept up × 5 = 10; 1 year replicated × 4 = 4',
    ],
    [{ directLabour: true, difficultArea: true }, 1, 'direct labour 1'],
  ])('of another plan follow its own weights: %j are %i', (facts, points, why) => {
    const ranked = only(facts, weightsOf(province));
    expect(ranked.points).toBe(points);
    expect(sayPoints('en', province, ranked)).toBe(why);
  });
});

describe('equal points', () => {
  const weights = { yearKept: 2, replication: 2, award: 2, directLabour: 2, difficultArea: 2 };
  it.each<[string, Partial<RankedFacts>[], number[]]>([
    ['more years kept up', [{ replications: 2 }, { yearsKept: 2 }, { awards: { base: 2 } }], [2, 1, 3]],
    ['then more years replicated', [{ awards: { base: 2 } }, { replications: 2 }], [2, 1]],
    ['then more awards', [{ directLabour: true }, { awards: { base: 1 } }], [2, 1]],
    ['then the earlier registration', [{ difficultArea: true }, { directLabour: true }], [1, 2]],
    ['and the same facts by registration', [{}, {}, {}], [1, 2, 3]],
    ['but points come first', [{ yearsKept: 1 }, { directLabour: true, difficultArea: true }], [2, 1]],
  ])('go to %s', (_rule, facts, order) => {
    const nominated = facts.map((one, i) => ({ ...nothing, ...one, exemplarId: i + 1 }));
    for (const seed of [1, 2, 3])
      expect(rankNominations(shuffled(nominated, seed), weights).map(({ exemplarId }) => exemplarId)).toEqual(
        order,
      );
  });
});

const count = fc.nat({ max: 9 });
const facts = fc.record({
  ...{ yearsKept: count, replications: count, directLabour: fc.boolean(), difficultArea: fc.boolean() },
  awards: fc.dictionary(fc.constantFrom('base', 'district', 'province', 'other'), count),
});
const point = fc.nat({ max: 20 });
const anyWeights = fc.record({
  ...{ yearKept: point, replication: point, directLabour: point, difficultArea: point },
  award: fc.oneof(point, fc.dictionary(fc.constantFrom('base', 'district', 'province'), point)),
});
const nominations = fc
  .array(facts, { maxLength: 30 })
  .map((list) => list.map((one, i) => ({ ...one, exemplarId: i + 1 })));
const run = { seed: 101, numRuns: 300 };

describe('any ranking', () => {
  it('gives each place once and does not depend on the order of the list', () => {
    fc.assert(
      fc.property(nominations, anyWeights, fc.nat(), (list, weights, seed) => {
        const ranked = rankNominations(list, weights);
        expect(ranked.map(({ rank }) => rank)).toEqual(list.map((_, i) => i + 1));
        expect(rankNominations(shuffled(list, seed), weights)).toEqual(ranked);
      }),
      run,
    );
  });

  it('never puts fewer points above more, and its parts add up', () => {
    fc.assert(
      fc.property(nominations, anyWeights, (list, weights) => {
        const ranked = rankNominations(list, weights);
        for (const [i, { points, parts }] of ranked.entries()) {
          expect(points).toBeLessThanOrEqual(ranked[i - 1]?.points ?? Number.POSITIVE_INFINITY);
          expect(parts.reduce((sum, part) => sum + part.points, 0)).toBe(points);
          for (const part of parts) expect(part.points).toBe(part.times * part.each);
        }
      }),
      run,
    );
  });

  it('moves an exemplar that has more down never', () => {
    fc.assert(
      fc.property(nominations, anyWeights, fc.nat(), (list, weights, at) => {
        if (list.length === 0) return;
        const better = at % list.length;
        const placeIn = (of: typeof list) =>
          rankNominations(of, weights).findIndex(({ exemplarId }) => exemplarId === better + 1);
        const more = list.map((one, i) =>
          i === better ? { ...one, yearsKept: one.yearsKept + 1, directLabour: true } : one,
        );
        expect(placeIn(more)).toBeLessThanOrEqual(placeIn(list));
      }),
      run,
    );
  });

  it('is the same when all weights are doubled', () => {
    fc.assert(
      fc.property(nominations, anyWeights, (list, weights) => {
        const { award } = weights;
        const double = {
          ...{ yearKept: weights.yearKept * 2, replication: weights.replication * 2 },
          ...{ directLabour: weights.directLabour * 2, difficultArea: weights.difficultArea * 2 },
          award:
            typeof award === 'number'
              ? award * 2
              : Object.fromEntries(Object.entries(award).map(([level, each]) => [level, each * 2])),
        };
        const order = (by: ConferenceWeights) =>
          rankNominations(list, by).map(({ exemplarId }) => exemplarId);
        expect(order(double)).toEqual(order(weights));
      }),
      run,
    );
  });
});
