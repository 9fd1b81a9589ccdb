import { fold } from '../text/fold.ts';
import type { RoleName } from './known-person.ts';

const words: Record<RoleName, string[]> = {
  liaison: ['đầu mối', 'cán bộ đầu mối', 'người đầu mối', 'cb đầu mối', 'liaison'],
  head: ['thủ trưởng', 'thủ trưởng đơn vị', 'lãnh đạo đơn vị', 'người đứng đầu', 'head', 'head of the unit'],
  officer: ['phòng nội vụ', 'cán bộ phòng nội vụ', 'nội vụ', 'officer'],
  manager: ['lãnh đạo', 'lãnh đạo ubnd', 'lãnh đạo ủy ban', 'lãnh đạo uỷ ban', 'manager'],
  publicist: ['tuyên truyền', 'cán bộ tuyên truyền', 'publicist'],
};

/** A role found among words, with the words before and after it. */
export interface FoundRole {
  role: RoleName;
  before: string;
  after: string;
}

/**
 * Finds the role that words name, alone or among others: "đầu mối", "thu truong xa Glar". The
 * longest name wins: "lãnh đạo đơn vị" is a head. `labels` adds the role names used by the plan's
 * own bodies.
 */
export function findRole(
  text: string,
  labels: Partial<Record<RoleName, string>> = {},
): FoundRole | undefined {
  const tokens = text.trim().split(/\s+/);
  const folded = tokens.map(fold);
  const names = roleNames(labels);
  for (const { role, parts } of names) {
    for (let at = 0; at + parts.length <= folded.length; at++) {
      if (!parts.every((part, i) => folded[at + i] === part)) continue;
      return {
        role,
        before: tokens.slice(0, at).join(' '),
        after: tokens.slice(at + parts.length).join(' '),
      };
    }
  }
  return undefined;
}

function roleNames(labels: Partial<Record<RoleName, string>>): { role: RoleName; parts: string[] }[] {
  return (Object.keys(words) as RoleName[])
    .flatMap((role) =>
      [...words[role], ...(labels[role] ? [labels[role]] : [])].map((name) => ({ role, name })),
    )
    .map(({ role, name }) => ({ role, parts: fold(name).split(' ') }))
    .sort((a, b) => b.parts.length - a.parts.length);
}
