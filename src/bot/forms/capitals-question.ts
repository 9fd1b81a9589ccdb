import type { Answers } from '../../drafts/draft.ts';
import { nameInCapitals } from '../../text/name-in-capitals.ts';
import type { Question, Scene } from './form.ts';
import { choiceAnswer } from './kinds/choice.ts';
import { type NameGiven, readName } from './kinds/name.ts';

/**
 * The offer of a person's name in capitals after it was typed in small letters. Official documents
 * use the name.
 */
export interface CapitalsOffer<Subject> {
  /** Asked after the question for the name. */
  question: Question<string, Subject>;
  /** Further changes by the answer to that question: whether there is a name to offer. */
  saved(value: string | null, scene: Scene): Answers;
}

/** Creates the offer for the name stored under `of`; `key` is the offer's own. */
export function capitalsOffer<Subject = unknown>(
  key: string,
  of: string,
  given: NameGiven,
): CapitalsOffer<Subject> {
  const pending = `~${key}`;
  const offered = (s: Scene) => {
    const name = s.answers[of];
    return pending in s.answers && typeof name === 'string' ? nameInCapitals(name) : undefined;
  };
  const offerFor = (name: string): Answers => ({
    [key]: undefined,
    [pending]: nameInCapitals(name) === undefined ? undefined : true,
  });
  return {
    question: {
      key,
      unnumbered: true,
      when: (s) => offered(s) !== undefined,
      ask: (s) => s.html('form-capitals', { name: offered(s) ?? '' }),
      label: (s) => s.t('form-capitals-label'),
      answer: choiceAnswer({
        options: (s) => [
          { value: 'yes', label: s.t('form-capitals-yes') },
          { value: 'no', label: s.t('form-capitals-keep') },
        ],
        // A person who writes the name once more need not press a button first.
        typed: (text, s) => {
          const read = readName(text, s, given);
          return read.ok ? { [of]: read.value, ...offerFor(read.value) } : undefined;
        },
      }),
      saved: (value, s) => (value === 'yes' ? { [of]: offered(s) } : {}),
    },
    saved: (value, s) =>
      value !== null && value !== s.answers[of]
        ? offerFor(value)
        : { [key]: undefined, [pending]: undefined },
  };
}
