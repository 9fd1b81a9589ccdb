import { copiedKeys } from '../../../exemplars/copying.ts';
import { fitLines } from '../../core/fit-lines.ts';
import { choiceAnswer } from '../../forms/kinds/choice.ts';
import { registrationQuestions } from './questions.ts';
import type { RegistrationQuestion, RegistrationScene } from './registration-scene.ts';

/** Room for the lines of one message, in characters. */
const room = 3000;

/**
 * The question whether to use the lines copied from an earlier exemplar. All are used as they are,
 * or each is asked with [Giữ nguyên].
 */
export const copiedLines: RegistrationQuestion = {
  key: 'copied',
  unnumbered: true,
  when: (s) => s.subject.copied !== undefined,
  ask: async (s) => {
    const { code = '', name = '' } = s.subject.copied ?? {};
    return [s.html('register-copied', { code, name }), fitLines(await linesOf(s), room)].join('\n');
  },
  label: (s) => s.t('register-copied-label'),
  answer: choiceAnswer({
    options: (s) => [
      { value: 'use', label: s.t('register-copied-use') },
      { value: 'each', label: s.t('register-copied-each') },
    ],
    yes: 'use',
    no: 'each',
  }),
  saved: (value, s) => (value === 'use' ? { ...s.subject.copied?.answers } : {}),
};

async function linesOf(s: RegistrationScene): Promise<{ label: string; value: string }[]> {
  const answers = s.subject.copied?.answers ?? {};
  const scene: RegistrationScene = { ...s, answers };
  const questions = registrationQuestions.filter(({ key }) => copiedKeys.includes(key) && key in answers);
  return Promise.all(
    questions.map(async (question) => {
      const value = answers[question.key];
      const words = question.show ? await question.show(value, scene) : String(value);
      return { label: question.label(scene), value: words ?? '–' };
    }),
  );
}
