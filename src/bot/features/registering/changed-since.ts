import type { Answers } from '../../../drafts/draft.ts';
import { inFactOrder } from '../../../exemplars/facts/fact-order.ts';
import { mergeLines, withTheirs } from '../../../exemplars/mended-lines.ts';
import type { CaughtUp, RegistrationSubject, Since } from '../../../exemplars/mending.ts';
import { formatInstant } from '../../../plan/calendar.ts';
import { shorten } from '../../../text/shorten.ts';
import { choiceAnswer } from '../../forms/kinds/choice.ts';
import { ticksAnswer } from '../../forms/kinds/ticks.ts';
import { readStoredList } from '../../forms/position.ts';
import { registrationQuestions } from './questions.ts';
import type { RegistrationQuestion, RegistrationScene } from './registration-scene.ts';

/** Room for the lines of one message, in characters. */
const room = 3000;
/** Returns the draft's answers after others changed the exemplar, with their changes. */
export function answersAfter(s: RegistrationScene, { answers: merged }: CaughtUp): Answers {
  const set: Answers = Object.fromEntries(Object.keys(s.answers).map((key) => [key, merged[key]]));
  return { ...set, ...merged };
}

/**
 * Builds the draft's subject after others changed the exemplar. It has the present state, and the
 * lines that both changed until the person decides.
 */
export function subjectAfter(s: RegistrationScene, caught: CaughtUp): RegistrationSubject {
  const { subject, base, theirs, lines } = caught;
  const asks = lines.some(({ conflict }) => conflict);
  return { ...subject, ...(asks && { since: { base, theirs, mine: s.answers, lines } }) };
}

/** Writes "Since you opened it: …", line by line: who and when, before, now and mine (HTML). */
export function sayChanged(s: RegistrationScene, caught: CaughtUp): Promise<string> {
  return linesText(s, { ...caught, mine: s.answers }, 'mend-changed');
}

const conflictsOf = (s: RegistrationScene) =>
  inFactOrder(s.subject.since?.lines.filter(({ conflict }) => conflict) ?? [], ({ key }) => key);

/** The question: mine or theirs, for all lines that both changed, or line by line. */
export const conflict: RegistrationQuestion = {
  key: 'conflict',
  unnumbered: true,
  when: (s) => conflictsOf(s).length > 0,
  ask: (s) => {
    const { since } = s.subject;
    return since ? linesText(s, since, 'mend-conflict') : '';
  },
  label: (s) => s.t('mend-conflict-label'),
  answer: choiceAnswer({
    options: (s) => {
      const several = conflictsOf(s).length > 1;
      return [
        { value: 'mine', label: s.t(several ? 'mend-keep-all' : 'mend-keep-mine') },
        { value: 'theirs', label: s.t(several ? 'mend-take-all' : 'mend-take-theirs') },
        ...(several ? [{ value: 'each', label: s.t('mend-each') }] : []),
      ];
    },
  }),
  saved: (value, s) => (value === 'each' ? {} : decided(s, value === 'mine' ? 'all' : [])),
};

/** The question for the lines to keep as mine; the others get the new values. */
export const keepMine: RegistrationQuestion = {
  key: 'keepMine',
  unnumbered: true,
  when: (s) => conflictsOf(s).length > 0 && s.answers.conflict === 'each',
  ask: (s) => {
    const { since } = s.subject;
    return since ? linesText(s, since, 'mend-keep-which') : '';
  },
  label: (s) => s.t('mend-conflict-label'),
  answer: ticksAnswer({
    atLeastOne: false,
    options: (s) => conflictsOf(s).map(({ key }) => ({ value: key, label: labelOf(s, key, s.answers) })),
  }),
  saved: (value, s) => decided(s, readStoredList(value)),
};

/** The answers once it is decided which lines stay mine. */
function decided(s: RegistrationScene, mine: string[] | 'all'): Answers {
  const { since } = s.subject;
  const others = conflictsOf(s).filter(({ key }) => mine !== 'all' && !mine.includes(key));
  const keys = others.flatMap((line) => line.keys);
  const taken = since ? withTheirs(s.answers, since.theirs, keys) : s.answers;
  const all = new Set([...Object.keys(s.answers), ...Object.keys(taken)]);
  return Object.fromEntries([...all].map((key) => [key, taken[key]]));
}

/** Lists lines of the draft that were not sent, before and mine (HTML). */
export async function unsentLines(s: RegistrationScene, previous: Answers): Promise<string> {
  const { lines } = mergeLines(previous, s.answers, previous);
  const most = Math.max(30, Math.floor(room / 2 / Math.max(1, lines.length)) - 40);
  const said = await Promise.all(
    inFactOrder(lines, ({ key }) => key).map(async ({ key }) =>
      s.html('review-changed-line', {
        label: labelOf(s, key, s.answers),
        before: shorten(await inWords(s, key, previous), most),
        after: shorten(await inWords(s, key, s.answers), most),
      }),
    ),
  );
  return said.join('\n');
}

async function linesText(s: RegistrationScene, since: Since, heading: string): Promise<string> {
  const { base, theirs, mine, lines } = since;
  const most = Math.max(30, Math.floor(room / 3 / Math.max(1, lines.length)) - 40);
  const words = async (key: string, values: Answers) => shorten(await inWords(s, key, values), most);
  const said = await Promise.all(
    inFactOrder(lines, ({ key }) => key).map(async ({ key, conflict: asks, who, at }) => {
      const args = {
        line: labelOf(s, key, theirs),
        who: who ?? '–',
        when: at === '' ? '–' : formatInstant(new Date(at), s.house.plan.zone),
        before: await words(key, base),
        now: await words(key, theirs),
      };
      return asks
        ? s.html('mend-changed-both', { ...args, mine: await words(key, mine) })
        : s.html('mend-changed-theirs', args);
    }),
  );
  return [s.html(heading), ...said].join('\n');
}

function labelOf(s: RegistrationScene, key: string, values: Answers): string {
  return questionOf(key)?.label({ ...s, answers: values }) ?? key;
}

/** An answer in words, never as a code. */
async function inWords(s: RegistrationScene, key: string, values: Answers): Promise<string> {
  const value = values[key];
  if (value === undefined || value === null || value === '') return '–';
  const scene: RegistrationScene = { ...s, answers: values };
  const question = questionOf(key);
  if (question?.show) return (await question.show(value, scene)) ?? '–';
  return Array.isArray(value) ? value.join(', ') : String(value);
}

function questionOf(key: string): RegistrationQuestion | undefined {
  return registrationQuestions.find((question) => question.key === key);
}
