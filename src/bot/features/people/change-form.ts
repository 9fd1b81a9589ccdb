import { z } from 'zod';
import { hasAccess } from '../../../people/rights.ts';
import { commandButtons } from '../../core/command-buttons.ts';
import type { Form, Maybe, Option, Question, Reply, Scene } from '../../forms/form.ts';
import { choiceAnswer } from '../../forms/kinds/choice.ts';
import { answerOf } from '../../forms/position.ts';
import { reasonQuestion } from '../reason-question.ts';
import { peoplePresses } from './presses.ts';

const length = { min: 10, max: 500 };
const idText = z.string().regex(/^[1-9]\d{0,9}$/);

/** The schema of the form's subject: a person, and the role or account where there is one. */
const changeSubject = z.object({
  personId: z.int(),
  name: z.string(),
  /** Whether the officer is the person. */
  self: z.boolean().optional(),
  /** Whether there are several to choose from. */
  several: z.boolean().optional(),
  which: idText.optional(),
});
type ChangeSubject = z.infer<typeof changeSubject>;

/** A scene of a form that changes a person's rights. */
export type ChangeScene = Scene<ChangeSubject>;

/** A question of such a form. */
export type ChangeQuestion<Value = unknown> = Question<Value, ChangeSubject>;

/** The question for the reason of a change. */
export const changeReason: ChangeQuestion<string> = reasonQuestion(
  'person',
  (s) => s.html('person-reason', length),
  length,
);

/**
 * An officer's decision about one person: the role or account, further questions, the reason, and a
 * confirmation.
 */
export interface PersonChangeForm {
  key: 'end-role' | 'move-unit' | 'remove-account';
  /** Lists the choices, which are asked where there are several. */
  which(scene: ChangeScene): Promise<Option[]>;
  /** Asked after that. */
  more?: ChangeQuestion[];
  /** The change and its effects, one line each (HTML). */
  consequences(scene: ChangeScene): Promise<string[]>;
  /** Makes the change; returns the sentence about it. */
  carryOut(scene: ChangeScene): Promise<string>;
}

/**
 * Creates the form of such a decision. When the person is the officer, the end has one more
 * question.
 */
export function personChangeForm(change: PersonChangeForm): Form<ChangeSubject> {
  return {
    key: change.key,
    subject: changeSubject,
    questions: [
      {
        key: 'which',
        when: (s) => s.subject.several === true,
        ask: (s) => s.html(`${change.key}-which`, { name: s.subject.name }),
        label: (s) => s.t(`${change.key}-which-label`),
        answer: choiceAnswer({ options: change.which }),
      },
      ...(change.more ?? []),
      changeReason,
      {
        key: 'self',
        unnumbered: true,
        when: (s) => s.subject.self === true,
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
            s.html('person-change-reason', { reason: answerOf(s, changeReason) ?? '–' }),
          ].join('\n'),
        label: (s) => s.t('person-sure-yes'),
        answer: choiceAnswer({ options: (s) => yesOrStop(s, 'person-sure-yes') }),
      },
    ],
    allowed: (s) => hasAccess(s.person, 'managePeople'),
    savable: false,
    title: (s) => s.t(`${change.key}-title`, { name: s.subject.name }),
    finish: async (s) => ({ end: afterwards(s, await change.carryOut(s)) }),
  };
}

function yesOrStop(s: ChangeScene, yes: string): Maybe<Option[]> {
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

function openButton(s: ChangeScene) {
  return [{ text: s.t('person-open'), callback_data: peoplePresses.open.data(s.subject.personId) }];
}

function afterwards(s: ChangeScene, text: string): Reply {
  return { text, buttons: [openButton(s), ...commandButtons(s, ['nguoidung', 'moi'])] };
}
