import { z } from 'zod';
import type { AnswerKind, Asked, Maybe, Read, Reply, Scene } from '../form.ts';
import { questionBefore } from '../position.ts';
import { refuse } from '../step.ts';
import { answerWithWords } from './read-words.ts';

/** Creates an answer that is a phone number: typed, or shared by the phone. */
export function phoneAnswer<Subject = unknown>(given: {
  read(text: string, scene: Scene<Subject>): Maybe<Read<string>>;
}): AnswerKind<string, Subject> {
  return {
    value: z.string(),
    waitsFor: 'words',
    noSkips: true,
    takesLongNumbers: true,
    buttons: () => ({ rows: [] }),
    keyboard,
    read: given.read,
    text: (step, text) => answerWithWords(step, text, given),
    contact: (step, contact) =>
      contact.user_id === step.ctx.from?.id
        ? answerWithWords(step, contact.phone_number, given)
        : refuse(step, 'form-own-contact'),
    // Otherwise the phone would still offer to share its number instead of letters.
    async answered({ ctx }) {
      if (ctx.can.buttons) await ctx.say({ text: ctx.html('form-noted'), removeKeyboard: true });
    },
  };
}

function keyboard(asked: Asked): NonNullable<Reply['keyboard']> {
  const { scene, question } = asked;
  const nav = [
    ...(questionBefore(asked) ? [{ text: scene.t('form-back') }] : []),
    ...(question.optional ? [{ text: scene.t('form-skip') }] : []),
  ];
  return {
    keyboard: [[{ text: scene.t('form-share-phone'), request_contact: true }], nav],
    resize_keyboard: true,
    one_time_keyboard: true,
  };
}
