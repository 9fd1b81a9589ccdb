// Parts of patterns for times, matched with the plain form of a line (`SaidLine`).

/** Builds a pattern of whole words. */
export function wholeWords(pattern: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, 'u');
}

/** Words that lead to a time and mean nothing without it. */
export const leading =
  '(?:(?:so lieu|chot|cap nhat|tinh|trong|cua|cho|den|toi|het|cuoi|24 ?(?:h|gio)|ngay|as of|until|the end of|end of) ){0,6}';

/** A day: its number, its month, its year or none, in digits or in words. Four groups and two. */
export const dayPattern =
  '(?:ngay )?(?:(\\d{1,2})[/.-](\\d{1,2})(?:[/.-](\\d{4}|\\d{2}))?|(?<=(?:ngay|den|toi|het|truoc) )(\\d{1,2}) thang (\\d{1,2})(?:,? nam (\\d{4}))?)';

/** Groups in `dayPattern`. */
export const groupsOfDay = 6;

/** Numbers of quarters. */
export const quarters: Record<string, number> = {
  ...{ i: 1, ii: 2, iii: 3, iv: 4, '1': 1, '2': 2, '3': 3, '4': 4 },
  ...{ mot: 1, hai: 2, ba: 3, tu: 4, bon: 4 },
};
/** A quarter; its number is the group. */
export const quarterPattern = 'quy (iv|i{1,3}|[1-4]|mot|hai|ba|tu|bon)';

/** The word for the year of a part of it, where no year follows: "6 tháng đầu năm". */
export const yearItself = '(?: nam(?! (?:\\d|nay|ngoai|truoc|kia|sau|toi)))?';
