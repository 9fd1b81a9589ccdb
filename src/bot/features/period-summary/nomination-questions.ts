import type { WantedNomination } from '../../../nominations/save-nominations.ts';
import { shorten } from '../../../text/shorten.ts';
import type { Repeated } from '../../forms/form.ts';
import { ticksAnswer } from '../../forms/kinds/ticks.ts';
import { keyIn, readStoredList } from '../../forms/position.ts';
import { groundsAnswer, groundsLength } from '../grounds-answer.ts';
import { reasonLength, reasonQuestion } from '../reason-question.ts';
import { asksNominations, type SummaryQuestion, type SummaryScene, type SummarySubject } from './scene.ts';

/** Builds the key of the grounds of an exemplar. */
export function groundsKey(exemplarId: number): string {
  return `nominated@${exemplarId}`;
}

/** Which exemplars the unit nominates to the conference (Plan 101, IV.3); none is an answer too. */
export const nomineesQuestion: SummaryQuestion<string[]> = {
  key: 'nominees',
  sharesNumber: true,
  ask: (s) => s.html('summary-nominees', { conference: conferenceOf(s) }),
  label: (s) => s.t('summary-nominees-label'),
  when: (s) => asksNominations(s) && s.subject.exemplars.length > 0,
  answer: ticksAnswer({
    atLeastOne: false,
    none: (s) => s.t('summary-none'),
    options: (s) =>
      s.subject.exemplars.map(({ id, code, name }) => ({
        value: String(id),
        label: shorten(`${code} ${name}`, 60),
        words: `${code} ${name}`,
      })),
  }),
  show: (value, s) => {
    const named = s.subject.exemplars.filter(({ id }) => value.includes(String(id)));
    return named.map(({ code }) => code).join(', ') || s.t('summary-nominees-none');
  },
};

/** Names the conference of the plan. */
export function conferenceOf({ house, locale }: Pick<SummaryScene, 'house' | 'locale'>): string {
  return house.plan.conference?.name[locale] ?? '';
}

/** Lists the exemplars that are ticked and still there. */
function listNominees({
  subject,
  answers,
}: Pick<SummaryScene, 'subject' | 'answers'>): SummarySubject['exemplars'] {
  const ticked = readStoredList(answers.nominees);
  return subject.exemplars.filter(({ id }) => ticked.includes(String(id)));
}

const grounds: SummaryQuestion<string> = {
  key: 'nominated',
  ask: (s) => s.html('summary-grounds', { ...groundsLength, conference: conferenceOf(s) }),
  label: (s) => s.t('summary-grounds-label'),
  answer: groundsAnswer({ exemplarId: (s) => Number(s.item?.key), key: (s) => keyIn(s, 'nominated') }),
};

/** The grounds of each nomination. */
export const groundsGroup: Repeated<SummarySubject> = {
  each: (s) =>
    asksNominations(s)
      ? listNominees(s).map(({ id, code, name }) => ({ key: String(id), label: `${code} ${name}` }))
      : [],
  questions: [grounds],
};

/** Why the unit nominates no exemplar: a nil return needs a reason. */
export const noneReasonQuestion: SummaryQuestion<string> = {
  ...reasonQuestion<SummarySubject>('nominees', (s) =>
    s.html('summary-none-reason', { ...reasonLength, conference: conferenceOf(s) }),
  ),
  sharesNumber: true,
  when: (s) =>
    asksNominations(s) &&
    listNominees(s).length === 0 &&
    (s.subject.exemplars.length === 0 || 'nominees' in s.answers),
};

/** Lists the nominations of a form whose questions are all answered. */
export function readNominations(s: Pick<SummaryScene, 'subject' | 'answers'>): WantedNomination[] {
  return listNominees(s).map(({ id }) => ({
    exemplarId: id,
    grounds: String(s.answers[groundsKey(id)] ?? ''),
  }));
}
