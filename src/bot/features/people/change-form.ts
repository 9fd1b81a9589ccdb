import { hasAccess } from '../../../people/rights.ts';
import { fitsLength, lengthOf, normalise } from '../../../text/normalise.ts';
import { commandButtons } from '../../core/command-buttons.ts';
import type { Form, Maybe, Option, Question, Reply, Scene } from '../../forms/form.ts';
import { choiceAnswer } from '../../forms/kinds/choice.ts';
import { textAnswer } from '../../forms/kinds/text.ts';
import { peoplePresses } from './presses.ts';

const reasonLength = { min: 10, max: 500 };

const reason: Question = {
  key: 'reason',
  ask: (s) => s.html('person-reason', reasonLength),
  label: (s) => s.t('decision-reason-label'),
  answer: textAnswer({
    read: (text, s) => {
      const value = normalise(text);
      return fitsLength(value, reasonLength)
        ? { ok: true, value }
        : { ok: false, say: s.html('decision-reason-length', { ...reasonLength, have: lengthOf(value) }) };
    },
  }),
};

/**
 * Something that an officer decides about one person: which role or account, what else, why, and a
 * confirmation.
 */
export interface PersonChangeForm {
  key: 'end-role' | 'move-unit' | 'remove-account';
  /** What there is to choose from: asked where there are several. */
  which(scene: Scene): Promise<Option[]>;
  /** Asked after that. */
  more?: Question[];
  /** What will be done, and what follows from it, one line each (HTML). */
  consequences(scene: Scene): Promise<string[]>;
  /** Does it; gives the sentence that says so. */
  carryOut(scene: Scene): Promise<string>;
}

/**
 * Makes the form of such a decision. The person may be the officer: then one more question stands
 * before the end.
 */
export function personChangeForm(change: PersonChangeForm): Form {
  return {
    key: change.key,
    questions: [
      {
        key: 'which',
        when: (s) => s.draft.subject.several === true,
        ask: (s) => s.html(`${change.key}-which`, { name: nameOf(s) }),
        label: (s) => s.t(`${change.key}-which-label`),
        answer: choiceAnswer({ options: change.which }),
      },
      ...(change.more ?? []),
      reason,
      {
        key: 'self',
        unnumbered: true,
        when: (s) => s.draft.subject.self === true,
        ask: (s) => s.html('person-self-ask'),
        label: (s) => s.t('person-self-yes'),
        answer: choiceAnswer({ options: (s) => yesOrStop(s, 'person-self-yes') }),
      },
      {
        key: 'sure',
        unnumbered: true,
        ask: async (s) =>
          [
            ...(await change.consequences(s)),
            s.html('person-change-reason', { reason: String(s.answers.reason) }),
          ].join('\n'),
        label: (s) => s.t('person-sure-yes'),
        answer: choiceAnswer({ options: (s) => yesOrStop(s, 'person-sure-yes') }),
      },
    ],
    allowed: (s) => hasAccess(s.person, 'managePeople'),
    savable: false,
    title: (s) => s.t(`${change.key}-title`, { name: nameOf(s) }),
    finish: async (s) => ({ end: afterwards(s, await change.carryOut(s)) }),
  };
}

/** The name of the person whom the form is about. */
export function nameOf({ draft }: Scene): string {
  return typeof draft.subject.name === 'string' ? draft.subject.name : '–';
}

/** An id that an answer or a subject holds; 0, which nobody has, where it holds none. */
export function idIn(value: unknown): number {
  const id = Number(value);
  return Number.isSafeInteger(id) && id > 0 && id <= 2_147_483_647 ? id : 0;
}

/** The id of the person whom the form is about. */
export function personIdOf({ draft }: Scene): number {
  return idIn(draft.subject.personId);
}

function yesOrStop(s: Scene, yes: string): Maybe<Option[]> {
  return [
    { value: 'yes', label: s.t(yes) },
    {
      value: 'no',
      label: s.t('person-sure-no'),
      act: async () => ({
        discard: true,
        say: { text: s.html('person-unchanged'), buttons: [openButton(s)] },
      }),
    },
  ];
}

function openButton(s: Scene) {
  return [{ text: s.t('person-open'), callback_data: peoplePresses.open.data(personIdOf(s)) }];
}

function afterwards(s: Scene, text: string): Reply {
  return { text, buttons: [openButton(s), ...commandButtons(s, ['nguoidung', 'moi'])] };
}
