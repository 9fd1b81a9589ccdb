import type { RankedNomination } from '../../../nominations/read-ranking.ts';
import type { NominationState } from '../../../store/generated/enums.ts';
import { fold } from '../../../text/fold.ts';
import { searchName } from '../../../text/search-name.ts';

/** The nominations of a ranking that are shown; empty: all. */
export interface RankingFilter {
  state?: RankedState;
  unitId?: number;
  /** Words of the name, as `searchName` writes them. */
  words?: string;
}

/** The states of nominations that stand in the ranking. */
export type RankedState = Exclude<NominationState, 'withdrawn'>;

/** The letter of each state in a button, and ways to say it, folded. */
const states: Record<RankedState, { letter: string; sayings: string }> = {
  chosen: {
    letter: 'c',
    sayings: 'da chon|duoc chon|da duoc chon|dai bieu|danh sach dai bieu|chosen|delegates',
  },
  nominated: {
    letter: 'n',
    sayings: 'chua quyet dinh|chua chon|chua xet|cho xet|con cho|con lai|undecided|waiting',
  },
  not_chosen: {
    letter: 'k',
    sayings: 'khong chon|khong duoc chon|da bo|bi bo|bi loai|not chosen|left out',
  },
};

/** The states by which the ranking can be narrowed, in the order of their buttons. */
export const rankedStates: readonly RankedState[] = ['chosen', 'nominated', 'not_chosen'];

/** In letters: a button has 64 bytes for all parts. */
const longestWords = 30;

/** Writes a filter as part of a button: `sc`, `u12`, `wcong+chieng`; `a` for all. */
export function writeRankingFilter({ state, unitId, words }: RankingFilter): string {
  const parts = [
    ...(state ? [`s${states[state].letter}`] : []),
    ...(unitId === undefined ? [] : [`u${unitId}`]),
    ...(words ? [`w${words.slice(0, longestWords).trim().replaceAll(' ', '+')}`] : []),
  ];
  return parts.join('.') || 'a';
}

/** Reads the filter of a button; parts that mean nothing are left out. */
export function readRankingFilter(text: string): RankingFilter {
  const filter: RankingFilter = {};
  for (const part of text.split('.')) {
    const state = rankedStates.find((one) => part === `s${states[one].letter}`);
    if (state) filter.state = state;
    if (/^u\d{1,9}$/.test(part)) filter.unitId = Number(part.slice(1));
    if (/^w[a-z0-9+]+$/.test(part)) filter.words = part.slice(1).replaceAll('+', ' ');
  }
  return filter;
}

/** Reads the state that words name: "danh sách đại biểu", "chưa chọn"; undefined: none. */
export function readRankedState(typed: string): RankedState | undefined {
  const said = fold(typed);
  return rankedStates.find((state) => states[state].sayings.split('|').includes(said));
}

/** Lists the nominations of a filter, in their order. */
export function filterRanking(
  ranked: RankedNomination[],
  { state, unitId, words }: RankingFilter,
): RankedNomination[] {
  return ranked.filter(
    (one) =>
      (state === undefined || one.state === state) &&
      (unitId === undefined || one.unitId === unitId) &&
      (words === undefined || ` ${searchName(one.name)}`.includes(` ${words}`)),
  );
}
