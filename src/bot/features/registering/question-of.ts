import { isTalkOnly } from '../../../drafts/parse/talk-only.ts';
import { appliesTo, type Fact, factLabel, type Given } from '../../../exemplars/facts/fact.ts';
import { sayFact } from '../../../exemplars/facts/say.ts';
import { localDate } from '../../../plan/calendar.ts';
import { oneLine } from '../../../text/normalise.ts';
import { shorten } from '../../../text/shorten.ts';
import type { AnswerKind, Option, Read, Scene } from '../../forms/form.ts';
import { choiceAnswer } from '../../forms/kinds/choice.ts';
import { paragraphsAnswer } from '../../forms/kinds/paragraphs.ts';
import { lineAnswer } from '../../forms/kinds/text.ts';
import { otherWordsOf } from './option-words.ts';
import type { RegistrationQuestion } from './registration-scene.ts';
import { withUsualAnswers } from './usual-answers.ts';

/**
 * Creates the question of a fact; `own` replaces its special parts. Throws when the fact has a
 * special kind and `own` has no answer.
 */
export function questionOf(fact: Fact, own: Partial<RegistrationQuestion> = {}): RegistrationQuestion {
  const { key, kind } = fact;
  const { given } = kind;
  const plain = own.answer ?? answerOf(fact);
  if (!plain) throw new Error(`the question ${key} has no answer`);
  const answer = fact.offered ? withUsualAnswers(plain) : plain;
  return {
    key,
    ask: (s) => s.html(`register-${key}`),
    label: (s) => s.t(factLabel(fact, s.answers.subject)),
    ...((fact.of || fact.inPlan) && {
      when: (s: Scene) => appliesTo(fact, s.answers.subject) && (fact.inPlan?.(s.house.plan) ?? true),
    }),
    ...(fact.optional && { optional: true }),
    ...(given.by === 'line' && given.number && { wantsNumber: true }),
    ...showOf(fact),
    ...own,
    answer,
  };
}

/** An answer in words: those of its button, or of the fact. */
function showOf(fact: Fact): Pick<RegistrationQuestion, 'show'> {
  const { key, kind } = fact;
  if (kind.given.by === 'choice') return { show: (value, s) => s.t(`register-${key}-${String(value)}`) };
  if (kind.given.by !== 'line' || !kind.say) return {};
  return {
    show: (value, s) =>
      sayFact(
        fact,
        value,
        { t: s.t, locale: s.locale, plan: s.house.plan },
        { category: s.answers.category, nameOf: () => undefined, ownWords: () => undefined },
      ) ?? undefined,
  };
}

function answerOf({ key, kind }: Fact): AnswerKind | undefined {
  const { given } = kind;
  switch (given.by) {
    case 'line':
      return lineAnswer({ value: kind.schema, read: (text, s) => readLine(key, given, text, s) });
    case 'paragraphs':
      return paragraphsAnswer(given.bounds);
    case 'choice':
      return choiceAnswer({ options: (s) => optionsOf(key, given.values, s) });
    case 'own':
      return undefined;
  }
}

function optionsOf(key: string, values: readonly string[], s: Scene): Option[] {
  return values.map((value) => ({
    value,
    label: s.t(`register-${key}-${value}`),
    also: otherWordsOf(key, value),
  }));
}

function readLine(key: string, given: Extract<Given, { by: 'line' }>, text: string, s: Scene): Read {
  const read = given.read(text, localDate(s.saidAt, s.house.plan.zone));
  const example = () => s.t(`register-${key}-example`);
  if (!read.ok && 'bounds' in read)
    return { ok: false, say: s.html('form-line-length', { ...read.bounds, example: example() }) };
  if (given.brief && isTalkOnly(text)) {
    const typed = shorten(oneLine(text), 60);
    return { ok: false, say: s.html('form-line-talk', { typed, example: example() }) };
  }
  if (read.ok) return read;
  return { ok: false, say: s.html(`register-${key}-${read.problem}`) };
}
