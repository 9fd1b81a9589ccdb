import { parseDeadline } from '../../../drafts/parse/parse-deadline.ts';
import { saysNone } from '../../../drafts/parse/say-none.ts';
import { isTalkOnly } from '../../../drafts/parse/talk-only.ts';
import type { FosteringOf, PlannedStep } from '../../../fostering/step.ts';
import { formatDate, localDate, yearOf } from '../../../plan/calendar.ts';
import { FosteringKind } from '../../../store/generated/enums.ts';
import { fitsLength, lengthOf } from '../../../text/normalise.ts';
import { withoutPoliteEnds } from '../../../text/polite-ends.ts';
import { shorten } from '../../../text/shorten.ts';
import type { Maybe, Option, Question, Read, RepeatItem, Scene } from '../../forms/form.ts';
import { choiceAnswer } from '../../forms/kinds/choice.ts';
import { textAnswer } from '../../forms/kinds/text.ts';
import { answerOf, keyIn } from '../../forms/position.ts';

/** The subject that every form about steps has: the unit and the plan. */
export type StepSubject = FosteringOf;

/** A scene of a form about steps. */
export type StepScene = Scene<StepSubject>;

/** A question about one step. */
type StepQuestion = Question<string, StepSubject>;

/** The answer of [Thêm việc]: another step follows. */
export const another = 'add';

const whatLength = { min: 5, max: 500 };
const whoLength = { min: 2, max: 200 };

/** Reads one line of words between two lengths; `key` names the texts. */
export function readLine(
  text: string,
  s: Pick<StepScene, 'html'>,
  { key, length }: { key: string; length: { min: number; max: number } },
): Read<string> {
  const value = withoutPoliteEnds(text);
  if (isTalkOnly(text) || saysNone(text))
    return { ok: false, say: s.html('form-talk', { typed: shorten(value, 60) }) };
  return fitsLength(value, length)
    ? { ok: true, value }
    : { ok: false, say: s.html(`${key}-length`, { ...length, have: lengthOf(value) }) };
}

/** Creates the question for a step's kind. Its line on the review screen shows the whole step. */
export function kindQuestion(given: {
  ask(scene: StepScene): Maybe<string>;
  optional: boolean;
  more?(scene: StepScene): Option[];
}): StepQuestion {
  const { ask, optional, more } = given;
  return {
    key: 'kind',
    optional,
    ask,
    label: (s) => s.t('fostering-step-label', { n: numberOf(s) }),
    answer: choiceAnswer({
      options: (s) => [
        ...Object.values(FosteringKind).map((value) => ({ value, label: s.t(`fostering-kind-${value}`) })),
        ...(more?.(s) ?? []),
      ],
    }),
    show: (value, s) => {
      const step = readStepAnswers(s);
      return step
        ? s.t('fostering-step-shown', {
            kind: s.t(`fostering-kind-${step.kind}`),
            what: step.what,
            who: step.who,
            day: formatDate(step.dueOn),
          })
        : s.t(`fostering-kind-${value}`);
    },
  };
}

/** The number of the step among those for the same exemplar. */
function numberOf({ item }: Pick<StepScene, 'item'>): number {
  return Number(item?.key.split('-').at(-1) ?? 1);
}

/** Whether the present member of the list is a step: its kind was chosen, not skipped. */
function isStep(s: StepScene): boolean {
  return typeof s.answers[keyIn(s, 'kind')] === 'string';
}

/** Asks for the work of a step. */
export const whatQuestion: StepQuestion = {
  key: 'what',
  partOf: 'kind',
  when: isStep,
  ask: (s) => s.html('fostering-what', { kind: String(s.answers[keyIn(s, 'kind')]) }),
  label: (s) => s.t('fostering-what-label'),
  answer: textAnswer({ read: (text, s) => readLine(text, s, { key: 'fostering-what', length: whatLength }) }),
};

/** Asks who does it. Those named before in the form are offered. */
export const whoQuestion: StepQuestion = {
  key: 'who',
  partOf: 'kind',
  when: isStep,
  ask: (s) => s.html('fostering-who'),
  label: (s) => s.t('fostering-who-label'),
  answer: textAnswer({
    options: (s) =>
      answersBefore(s, 'who')
        .slice(-3)
        .map((who, i) => ({
          value: `w${i}`,
          label: shorten(who, 60),
          words: who,
          act: async () => ({ set: { [keyIn(s, 'who')]: who } }),
        })),
    read: (text, s) => readLine(text, s, { key: 'fostering-who', length: whoLength }),
  }),
};

/** Asks for the last day. The day given before in the form is offered. */
export const dayQuestion: StepQuestion = {
  key: 'by',
  partOf: 'kind',
  when: isStep,
  wantsNumber: true,
  ask: (s) => s.html('fostering-by', { example: exampleDay(s) }),
  label: (s) => s.t('fostering-by-label'),
  answer: textAnswer({
    options: (s) =>
      answersBefore(s, 'by')
        .slice(-1)
        .map((value) => ({ value, label: formatDate(value) })),
    read: readStepDay,
  }),
  show: (value) => formatDate(value),
};

/** Creates the question whether another step follows, up to `most` of them. */
export function moreQuestion({ most }: { most: number }): StepQuestion {
  return {
    key: 'more',
    unnumbered: true,
    when: isStep,
    ask: (s) => s.html('fostering-more'),
    label: (s) => s.t('fostering-more-label'),
    answer: choiceAnswer({
      no: 'done',
      yes: another,
      options: (s) => [
        ...(isLastOf(s, most) ? [] : [{ value: another, label: s.t('fostering-add') }]),
        { value: 'done', label: s.t('form-done') },
      ],
    }),
    show: () => undefined,
  };
}

function isLastOf(s: StepScene, most: number): boolean {
  return numberOf(s) >= most;
}

/** Reads the last day of a step: from today on, within the plan's years. */
export function readStepDay(
  text: string,
  s: Pick<StepScene, 'now' | 'saidAt' | 'house' | 'html'>,
): Read<string> {
  const { plan } = s.house;
  const read = parseDeadline(text, localDate(s.saidAt, plan.zone));
  const example = exampleDay(s);
  if (!read.ok) return { ok: false, say: s.html(`fostering-by-${read.problem}`, { example }) };
  return yearOf(read.value) > plan.period.to
    ? { ok: false, say: s.html('fostering-by-after', { year: String(plan.period.to), example }) }
    : read;
}

/** An example of a day: the last day of this year. */
function exampleDay({ now, house }: Pick<StepScene, 'now' | 'house'>): string {
  return formatDate(`${yearOf(localDate(now, house.plan.zone))}-12-31`);
}

/** Answers that earlier members of the list gave to a question, each once, the newest last. */
function answersBefore(s: StepScene, key: string): string[] {
  const own = keyIn(s, key);
  const given = Object.entries(s.answers).flatMap(([at, value]) =>
    at.startsWith(`${key}@`) && at !== own && typeof value === 'string' ? [value] : [],
  );
  return [...new Set(given.toReversed())].toReversed();
}

/** Reads the answers about one step; undefined while one is missing, or where it was skipped. */
function readStepAnswers(s: StepScene): Omit<PlannedStep, 'exemplarId'> | undefined {
  const chosen = s.answers[keyIn(s, 'kind')];
  const kind = Object.values(FosteringKind).find((one) => one === chosen);
  const [what, who, dueOn] = [answerOf(s, whatQuestion), answerOf(s, whoQuestion), answerOf(s, dayQuestion)];
  return kind && what && who && dueOn ? { kind, what, who, dueOn } : undefined;
}

/** Lists the steps that a form's answers describe; `exemplarOf` says for which exemplar each is. */
export function listPlannedSteps(
  s: StepScene,
  items: RepeatItem[],
  exemplarOf: (item: RepeatItem) => number | null,
): PlannedStep[] {
  return items.flatMap((item) => {
    const step = readStepAnswers({ ...s, item });
    return step ? [{ ...step, exemplarId: exemplarOf(item) }] : [];
  });
}
