import { type Asked, isWithin, sayDay, shownTo, yearOf, yearsOf } from './asked.ts';
import { type Life, type LifeActivity, type LifeProposal, unitOn } from './life.ts';
import { approvedBy } from './registrations.ts';

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** An award as the reports write it: `Giấy khen (cấp huyện)`. */
const nameAward = ({ form, level }: LifeProposal): string => `${form} (${lowerFirst(level)})`;

/** A line of *Kết quả năm*: an approved exemplar in a year. */
export function expectResults(life: Life, asked: Asked) {
  const counts = (on: string) => !asked.half || isWithin(asked, on);
  return yearsOf(asked).flatMap((year) =>
    approvedBy(life, [shownTo(asked), `${year}-12-31`].toSorted()[0] ?? '').map(({ code }) => {
      const found = life.evaluations.find(
        (one) => one.exemplar === code && one.year === year && counts(one.on),
      );
      const held = (kind: LifeActivity['kind']) =>
        life.activities.filter(
          (one) =>
            one.kind === kind &&
            one.exemplars.includes(code) &&
            isWithin(asked, one.on) &&
            yearOf(one.on) === year,
        ).length;
      const proposals = proposalsOf(life, asked).filter((one) => one.exemplar === code && one.year === year);
      const nominated = life.nominations.some(
        ({ exemplar, on }) => exemplar === code && yearOf(on) === year && counts(on),
      );
      return {
        code,
        ...(asked.whole && { year }),
        result: found?.result ?? null,
        spreadTo: found?.spreadTo ?? null,
        spreadCount: found?.spreadCount ?? null,
        publicity: held('publicity'),
        visits: held('visit'),
        experience: held('experience'),
        proposals: proposals.map(nameAward).join('; ') || null,
        outcomes: proposals.flatMap(sayOutcome).join('; ') || null,
        nominated: nominated ? 1 : null,
      };
    }),
  );
}

function sayOutcome(proposal: LifeProposal): string[] {
  const { decision } = proposal;
  if (!decision) return [];
  const { granted, number, day } = decision;
  return [
    `${nameAward(proposal)}: ${granted ? `đã khen thưởng (QĐ ${number}, ${sayDay(day)})` : 'không được khen thưởng'}`,
  ];
}

/** Proposals of the years of a period; of half a year those that were made in it. */
export function proposalsOf(life: Life, asked: Asked): LifeProposal[] {
  return life.proposals.filter(
    ({ year, on }) => yearsOf(asked).includes(year) && (!asked.half || isWithin(asked, on)),
  );
}

/** A line of *Danh sách đề nghị khen thưởng*. */
export function expectAwards(life: Life, asked: Asked) {
  return proposalsOf(life, asked).map(({ exemplar, form, level, decision }) => {
    const found = life.exemplars.find(({ code }) => code === exemplar);
    return {
      ...{ name: found?.name, form, level },
      unit: unitOn(life, found?.unit ?? '', shownTo(asked)).name,
      state: decision === undefined ? 'Đã đề nghị' : decision.granted ? 'Đã được khen' : 'Không được khen',
      number: decision?.number ?? null,
      on: decision?.day ?? null,
    };
  });
}

/** A line of *Tuyên truyền điển hình*. */
export function expectPublicity(life: Life, asked: Asked) {
  return approvedBy(life, shownTo(asked)).map(({ code, name, approvedOn }) => {
    const ever = life.activities.filter(
      (one) => one.kind === 'publicity' && one.exemplars.includes(code) && one.on <= shownTo(asked),
    );
    const told = ever.filter(({ on }) => on >= asked.from);
    return {
      ...{ code, name, approvedOn, times: told.length },
      media: [...new Set(told.map(({ place }) => place))].toSorted().join('; ') || null,
      lastOn:
        told
          .map(({ on }) => on)
          .toSorted()
          .at(-1) ?? null,
      never: ever.length === 0 ? 1 : null,
    };
  });
}

/**
 * The nominations in the order of their points (IV.3, I.2): 3 for each year kept up, 2 for each
 * replicated, 2 for an award of the district. Every exemplar here is of direct labour and of a
 * difficult area, 2 each. With equal points years kept up decide, then years replicated, awards.
 */
export function expectRanking(life: Life) {
  return life.nominations
    .map(({ exemplar, decided }) => {
      const found = life.evaluations.filter((one) => one.exemplar === exemplar);
      const spread = found.filter(({ result }) => result === 'Phát triển, nhân rộng').length;
      const kept = spread + found.filter(({ result }) => result === 'Duy trì tốt').length;
      const awards = life.proposals.filter(
        (one) => one.exemplar === exemplar && one.decision?.granted,
      ).length;
      const registered = life.exemplars.findIndex(({ code }) => code === exemplar);
      const points = kept * 3 + spread * 2 + awards * 2 + 2 + 2;
      const state = !decided
        ? ('nominated' as const)
        : decided.chosen
          ? ('chosen' as const)
          : ('left' as const);
      return {
        ...{ code: exemplar, kept, spread, awards, points, state },
        order: [points, kept, spread, awards, -registered],
      };
    })
    .toSorted((a, b) => compareNumbers(b.order, a.order))
    .map(({ order: _order, ...line }, i) => ({ ...line, rank: i + 1 }));
}

function compareNumbers(a: number[], b: number[]): number {
  const at = a.findIndex((n, i) => n !== b[i]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}
