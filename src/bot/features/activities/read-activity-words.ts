import { findExemplarCodes } from '../../../exemplars/find-codes.ts';
import { ActivityKind } from '../../../store/generated/enums.ts';
import { withoutAnyCourtesy } from '../../../text/courtesy.ts';
import { fold } from '../../../text/fold.ts';
import { matchUnits } from '../../../units/match-units.ts';
import type { Unit } from '../../../units/units.ts';

/** What the words behind /hoatdong say. */
export interface ActivityWords {
  kind?: ActivityKind;
  codes: string[];
  units: Unit[];
  /** Whether something was said that means none of these. */
  unknown: boolean;
}

/** Ways to say a kind, folded. */
const waysToSay: Record<ActivityKind, string[]> = {
  publicity: ['tuyen truyen', 'dua tin', 'phat song', 'publicity'],
  visit: ['tham quan hoc tap', 'tham quan', 'visit'],
  experience_report: ['bao cao kinh nghiem', 'chia se kinh nghiem', 'kinh nghiem'],
  training: ['boi duong', 'tap huan', 'training'],
  honour: ['bieu duong', 'ton vinh', 'honour'],
  inspection: ['kiem tra giup do', 'kiem tra, giup do', 'kiem tra', 'giup do', 'inspection'],
};

const asides = /(?<![a-z])(?:cua|tai|o|ve|cho|mot|hoat dong|dien hinh|don vi|ghi|log|an|of)(?![a-z])/g;

/** Reads "tham quan GLAR-2021-001", "xã Glar", "báo cáo kinh nghiệm xã Glar" behind /hoatdong. */
export function readActivityWords(units: Unit[], typed: string): ActivityWords {
  const codes = findExemplarCodes(typed);
  // Before courtesy goes: "báo cáo" and "giúp" are polite in other sentences.
  let rest = fold(typed);
  for (const { code } of codes) {
    const loose = code.toLowerCase().split('-').join('[-/_. ]*');
    rest = rest.replace(new RegExp(loose.replace(/0+(?=\d)/g, '0*')), ' ');
  }
  const kind = Object.values(ActivityKind).find((one) => waysToSay[one].some((words) => has(rest, words)));
  if (kind) rest = rest.replace(waysToSay[kind].find((words) => has(rest, words)) ?? '', ' ');
  rest = fold(withoutAnyCourtesy(rest));
  const named = matchUnits(units, rest);
  const left = named.length > 0 ? '' : rest.replaceAll(asides, ' ').replace(/[\s.,;:-]+/g, '');
  const [unit, ...more] = named;
  return {
    ...(kind && { kind }),
    codes: codes.map(({ code }) => code),
    units: unit ? [unit, ...more] : [],
    unknown: left !== '',
  };
}

function has(text: string, words: string): boolean {
  return ` ${text} `.includes(` ${words} `);
}
