import { ProposalState } from '../../../store/generated/enums.ts';
import { fold } from '../../../text/fold.ts';
import type { FilteredAward } from './award-filter.ts';

/** Labels that words may name, each with its value. */
export interface AwardLabels {
  states: [ProposalState, string][];
  awards: [FilteredAward, string][];
  /** Codes of levels. */
  levels: [string, string][];
}

/** The parts of a filter that words name. */
export interface AwardWords {
  state?: ProposalState;
  award?: FilteredAward;
  level?: string;
  /** Words left over, folded; as typed where nothing was named. */
  rest: string;
}

/** Ways to say a state in addition to its label, folded. */
const sayings: Record<ProposalState, string> = {
  proposed: 'chua trinh|cho trinh|chua xu ly|cho xu ly|cho duyet|dang cho',
  forwarded: 'cho quyet dinh|chua co quyet dinh|chua co ket qua|cho ket qua|chua duoc khen|chua khen',
  not_forwarded: 'khong trinh|khong duoc trinh',
  granted:
    'duoc khen|da duoc khen|da khen|duoc khen thuong|da duoc khen thuong|co quyet dinh|da co quyet dinh',
  refused: 'khong duoc khen|khong khen|khong duoc khen thuong|bi tu choi|tu choi',
  withdrawn: '',
};

/**
 * Reads a state, an award and a level out of words: "đã trình cấp tỉnh xã Glar". The longest saying
 * decides, so that "không được khen" is not "được khen". A level may stand alone without its "cấp".
 */
export function readAwardWords(typed: string, labels: AwardLabels): AwardWords {
  let words = ` ${fold(typed)} `;
  const take = <Value>(named: [Value, string][]): Value | undefined => {
    const folded = named.map(([value, label]): [Value, string] => [value, ` ${fold(label)} `]);
    const found = folded
      .filter(([, label]) => label.trim() !== '' && words.includes(label))
      .toSorted(([, one], [, other]) => other.length - one.length)[0];
    if (found) words = words.replace(found[1], ' ');
    return found?.[0];
  };
  const said = Object.values(ProposalState).flatMap((state) =>
    sayings[state].split('|').map((words): [ProposalState, string] => [state, words]),
  );
  const state = take([...labels.states, ...said]);
  const award = take(labels.awards);
  const level = take(labels.levels) ?? findBareLevel(words.trim(), labels);
  const named = state !== undefined || award !== undefined || level !== undefined;
  return {
    ...(state && { state }),
    ...(award && { award }),
    ...(level && { level }),
    rest: named ? withoutLevel(words, level, labels) : typed.trim(),
  };
}

/** "tỉnh", "của tỉnh" alone mean the level; among other words they may be part of a unit's name. */
function findBareLevel(words: string, { levels }: AwardLabels): string | undefined {
  const bare = words.replace(/^(?:cua|o) /, '');
  return levels.find(([, label]) => bareName(label) === bare)?.[0];
}

function withoutLevel(words: string, level: string | undefined, labels: AwardLabels): string {
  const rest = words.trim().replace(/\s+/g, ' ');
  return level !== undefined && findBareLevel(rest, labels) === level ? '' : rest;
}

/** "Cấp tỉnh" is "tinh", "Province level" is "province". */
function bareName(label: string): string {
  return fold(label).replace(/^cap | level$/g, '');
}
