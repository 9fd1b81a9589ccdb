import { listDutiesInWords } from '../../duties/duties-in-words.ts';
import { isOccurrence } from '../../plan/occurrence.ts';
import type { Plan } from '../../plan/plan.ts';
import { fold } from '../../text/fold.ts';
import { matchUnits } from '../../units/match-units.ts';
import type { Unit } from '../../units/units.ts';
import { listDutyNames } from '../filter/duties-in-words.ts';
import { takeKinds } from '../filter/kinds-in-words.ts';
import type { Taken } from '../filter/words-at.ts';
import type { LetterDuty } from './late-duties.ts';

/** The duties, kinds and units of a letter; an empty list does not limit it. */
export interface LetterChoice {
  duties: LetterDuty[];
  kinds: string[];
  unitIds: number[];
}

const named =
  /^(?:(?:công văn|cong van)(?: (?:đôn đốc|don doc|nhắc nhở|nhac nho|nhắc|nhac))?|congvan|(?:late )?letter)(?![\p{L}\p{N}])/iu;
/** Words around a duty or a unit that say no more than the letter does. */
const around =
  /^(?:(?:cho|gửi|gui|đến|den|tới|toi|về|ve|việc|viec|nhắc|nhac|đôn đốc|don doc|các đơn vị|cac don vi|những đơn vị|đơn vị|don vi|chưa nộp|chua nop|chưa gửi|chua gui|chưa|chua|chậm|cham|trễ|tre|quá hạn|qua han|nộp|nop|for|to|about|of) )+/iu;
/** The letter is to these alone. */
const late =
  /(?: (?:đang|dang|bị|bi|còn|con|mà|ma|chưa nộp|chua nop|chưa gửi|chua gui|chưa đủ|chua du|nộp chậm|nop cham|nộp trễ|nop tre|quá hạn|qua han|trễ hạn|tre han|chậm|cham|trễ|tre)){1,6}$/iu;

/**
 * Reads a request for the letter that says more than its name: "công văn đôn đốc các xã, thị trấn",
 * "congvan kế hoạch triển khai", "congvan glar, hà đông". Undefined: it is no such request, or some
 * of its words mean none of these.
 */
export function readLetterWords(plan: Plan, units: Unit[], typed: string): LetterChoice | undefined {
  const line = typed.normalize('NFC').trim();
  const rest = line.replace(named, '').trim();
  if (rest === line || rest === '') return undefined;
  const whole = readPiece(plan, units, rest);
  if (whole) return whole;
  const choice: LetterChoice = { duties: [], kinds: [], unitIds: [] };
  for (const piece of rest.split(/[,;\n+&]+/)) {
    if (!/[\p{L}\p{N}]/u.test(piece)) continue;
    const one = readPiece(plan, units, piece.trim());
    const found = one ? [one] : readJoined(plan, units, piece);
    if (!found) return readScattered(plan, rest);
    for (const { duties, kinds, unitIds } of found) {
      choice.duties.push(...duties);
      choice.kinds.push(...kinds);
      choice.unitIds.push(...unitIds);
    }
  }
  return {
    duties: choice.duties,
    kinds: [...new Set(choice.kinds)],
    unitIds: [...new Set(choice.unitIds)],
  };
}

/** Words around duties and kinds that say no more than the letter does, folded. */
const saysNoMore = new Set(
  (
    'cho gui den toi ve viec nhac nho don doc cac nhung may don vi xa chua nop cham tre muon qua han bi dang con ma ' +
    'du no giup em anh chi voi nhe a va soan lam danh sach to about of for the late units that are'
  ).split(' '),
);

/** "Các xã chậm nộp báo cáo năm": duties and kinds among words that say no more. */
function readScattered(plan: Plan, rest: string): LetterChoice | undefined {
  const folded = fold(rest)
    .replace(/[,;.&+]/g, ' ')
    .split(/\s+/);
  const taken: Taken[] = [];
  takeKinds(plan, folded, taken);
  const duties = listDutiesInWords(plan, rest);
  const ofDuties = plan.duties
    .filter(({ code }) => duties.includes(code))
    .flatMap(listDutyNames)
    .flatMap((name) => name.split(' '));
  const year = folded.filter((word) => isOccurrence(word)).find((word) => /^\d{4}$/.test(word));
  const means = (word: string, at: number) =>
    saysNoMore.has(word) ||
    ofDuties.includes(word) ||
    (word === year && duties.length > 0) ||
    taken.some(({ from, to }) => from <= at && at < to);
  if (!folded.every(means)) return undefined;
  return {
    duties: duties.map((duty) => ({ duty, ...(year && { occurrence: year }) })),
    kinds: [...new Set(taken.flatMap(({ values }) => values))],
    unitIds: [],
  };
}

/** "Glar và Hà Đông": names of units hold "và" too, so that the whole is tried before. */
function readJoined(plan: Plan, units: Unit[], piece: string): LetterChoice[] | undefined {
  const parts = piece.split(/\s(?:và|va|với|voi|and)\s/iu);
  const found = parts.map((part) => readPiece(plan, units, part.trim()));
  return parts.length > 1 && found.every((one) => one !== undefined) ? found : undefined;
}

function readPiece(plan: Plan, units: Unit[], piece: string): LetterChoice | undefined {
  const nothing: LetterChoice = { duties: [], kinds: [], unitIds: [] };
  const bare = piece.replace(around, '').trim() || piece;
  for (const words of [piece, bare, bare.replace(late, '')]) {
    const duties = findDuties(plan, words);
    if (duties.length > 0) return { ...nothing, duties };
    const kinds = findKinds(plan, words);
    if (kinds.length > 0) return { ...nothing, kinds };
    const [unit, ...others] = matchUnits(units, words);
    if (unit && others.length === 0) return { ...nothing, unitIds: [unit.id] };
  }
  return undefined;
}

/** The duty that words name, with a year where they say one: "báo cáo kết quả năm 2021". */
function findDuties(plan: Plan, words: string): LetterDuty[] {
  const said = fold(words);
  const [, before = said, year] = /^(.*?) ?(\d{4})$/.exec(said) ?? [];
  return plan.duties
    .filter((duty) => listDutyNames(duty).some((name) => [said, before].includes(name)))
    .map(({ code }) => ({ duty: code, ...(year && isOccurrence(year) && { occurrence: year }) }));
}

/** The kinds that the whole of the words name: "các xã", "khối đoàn thể", "thị trấn". */
function findKinds(plan: Plan, words: string): string[] {
  const folded = fold(words).split(' ');
  const taken: Taken[] = [];
  takeKinds(plan, folded, taken);
  const kinds = taken.flatMap(({ values }) => values);
  const all = taken.reduce((sum, { from, to }) => sum + to - from, 0) === folded.length;
  if (kinds.length > 0 && all) return kinds;
  return plan.unitKinds
    .filter(({ name }) => [name.vi, name.en].some((one) => fold(one) === folded.join(' ')))
    .map(({ code }) => code);
}
