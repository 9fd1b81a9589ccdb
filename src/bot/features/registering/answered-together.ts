import { splitAnswers, splitAtCommas } from '../../../drafts/parse/split-answers.ts';
import { isBirth, splitNameAndBirth } from '../../../drafts/parse/split-named.ts';
import { fold } from '../../../text/fold.ts';
import type { Together } from '../../forms/form.ts';

const placeWords = /^(?:thon|lang|to|buon|bon|plei|plo|ploi|ban|ap|khoi|khu|xom|xa|phuong|thi tran)(?![a-z])/;

/** The groups of questions that one message can answer, a line each. */
export const answeredTogether: Together[] = [
  { keys: ['representative', 'memberCount', 'place'], further: ['difficult', 'labour'], split: splitAnswers },
  {
    keys: ['birthYear', 'sex', 'ethnicity', 'position', 'place'],
    further: ['difficult', 'labour'],
    split: splitPerson,
  },
  {
    keys: ['name'],
    further: ['birthYear', 'sex', 'ethnicity', 'position'],
    split: splitNameAndBirth,
    fits: { birthYear: isBirth },
  },
  { keys: ['endorsedOn', 'minutes'], split: splitMeeting, fits: { minutes: isMinutes } },
];

/**
 * "1975, nữ, Ba Na, nông dân" may stand on one line. A fifth part must be a place by its words: a
 * person's position may have a comma, too.
 */
function splitPerson(text: string): string[] {
  const lines = splitAnswers(text);
  if (lines.length > 1) return lines;
  const parts = splitAtCommas(text);
  const isWhole = parts.length <= 4 || (parts.length === 5 && placeWords.test(fold(parts[4] ?? '')));
  return isWhole ? parts : lines;
}

/** "5/8/2021, 02/BB-UBND" and "ngày 5 tháng 8 biên bản số 02" may stand on one line. */
function splitMeeting(text: string): string[] {
  const lines = splitAnswers(text);
  if (lines.length > 1) return lines;
  const parts = text.split(/,|(?<=\S)\s+(?=(?:biên bản|bien ban|bb)\s)/iu);
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

/** The number of minutes has a figure, and its sign or the word. */
function isMinutes(text: string): boolean {
  return /\d/.test(text) && /\/|bien ban|bb/.test(fold(text));
}
