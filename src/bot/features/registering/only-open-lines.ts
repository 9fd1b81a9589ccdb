import { readLeftOut } from '../../../attachments/draft-files.ts';
import { linesBeyond, openLines } from '../../../exemplars/mended-lines.ts';
import { mendingOf, type RegistrationSubject } from '../../../exemplars/mending.ts';
import { fitsLength, oneLine } from '../../../text/normalise.ts';
import type { Locks, Question } from '../../forms/form.ts';
import { textAnswer } from '../../forms/kinds/text.ts';
import { registrationQuestions } from './questions.ts';
import type { RegistrationQuestion, RegistrationScene } from './registration-scene.ts';

const length = { min: 10, max: 500 };
/** Questions that only follow another line: they are open when that line is. */
const partOf: Record<string, string> = {
  figures: 'summary',
  duplicate: 'name',
  nameCapitals: 'name',
  repCapitals: 'representative',
};
/** Questions that are not lines of the exemplar, or may always be answered. */
const neverLocked = new Set(['exception', 'confirm', 'conflict', 'keepMine', 'otherReason']);

/**
 * The locks of a returned exemplar. Only the lines that the officer ticked can be changed, and
 * those that depend on a changed one. The others are on the review screen; [Sửa mục khác] opens
 * them with a reason.
 */
export const onlyOpenLines: Locks<RegistrationSubject> = {
  locked,
  any: (s) =>
    openOf(s) !== undefined &&
    registrationQuestions.some(
      (question) => !question.unnumbered && (question.when?.(s) ?? true) && locked(question, s),
    ),
  opener: 'otherReason',
  label: (s) => s.t('register-mend-other'),
};

function locked({ key }: Question, s: RegistrationScene): boolean {
  const open = openOf(s);
  if (!open || neverLocked.has(key) || !(key in s.answers)) return false;
  return !open.has(partOf[key] ?? key);
}

/** Returns the open lines; undefined when all are. */
export function openOf(s: RegistrationScene): Set<string> | undefined {
  const mending = mendingOf(s.subject);
  if (!mending?.returned || 'otherReason' in s.answers) return undefined;
  return openLines(mending.returned, mending.previous, s.answers);
}

/**
 * The question why unrequested lines are changed. Asked by its button, or when such a line was
 * changed before the return.
 */
export const otherReason: RegistrationQuestion = {
  key: 'otherReason',
  sharesNumber: true,
  ask: (s) => s.html('register-otherReason'),
  label: (s) => s.t('register-otherReason-label'),
  answer: {
    ...textAnswer({
      read: (text, s) => {
        const value = oneLine(text);
        const example = s.t('register-otherReason-example');
        return fitsLength(value, length)
          ? { ok: true, value }
          : { ok: false, say: s.html('form-line-length', { ...length, example }) };
      },
    }),
    tellsWhy: true,
  },
  when: (s) => {
    const mending = mendingOf(s.subject);
    if (!mending?.returned) return false;
    if (s.draft.cursor === 'otherReason' || 'otherReason' in s.answers) return true;
    const { returned, previous } = mending;
    const files = readLeftOut(s.answers).length > 0 && !returned.includes('files');
    return files || linesBeyond(returned, previous, s.answers).length > 0;
  },
};
