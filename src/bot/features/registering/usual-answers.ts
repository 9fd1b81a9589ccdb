import { createHash } from 'node:crypto';
import { listUsualAnswers, type UsualAnswer } from '../../../exemplars/usual-answers.ts';
import { fold } from '../../../text/fold.ts';
import { shorten } from '../../../text/shorten.ts';
import { ops } from '../../forms/buttons.ts';
import type { AnswerKind, Asked } from '../../forms/form.ts';
import { optionRows } from '../../forms/kinds/option-rows.ts';
import { previousAnswer } from '../../forms/position.ts';
import { answer, stepOver } from '../../forms/step.ts';
import type { RegistrationScene } from './registration-scene.ts';

const mostOffered = 3;
const longestLabel = 48;

type Subject = RegistrationScene['subject'];

/**
 * Adds buttons with the unit's most frequent answers to a question for a line. Only a new exemplar
 * is offered any; other answers are typed as always.
 */
export function withUsualAnswers<Value>(kind: AnswerKind<Value, Subject>): AnswerKind<Value, Subject> {
  return {
    ...kind,
    async buttons(asked, page) {
      const own = await kind.buttons(asked, page);
      const earlier = previousAnswer(asked);
      const offered = (await usualFor(asked)).filter((one) => fold(one.answer) !== fold(String(earlier)));
      const options = offered.map((one) => ({
        value: pressValueOf(one),
        label: shorten(one.answer, longestLabel),
      }));
      return { ...own, rows: [...optionRows({ ...asked, options }, page), ...own.rows] };
    },
    async press(step, op, value) {
      if (op !== ops.choose || !value.startsWith('u.')) return kind.press?.(step, op, value);
      const pressed = (await usualFor(step)).find((one) => pressValueOf(one) === value);
      return pressed ? answer(step, pressed.answer) : stepOver(step);
    },
  };
}

async function usualFor({ scene, question }: Asked<Subject>): Promise<UsualAnswer[]> {
  const unitId = Number(scene.answers.unit);
  if (!Number.isInteger(unitId) || scene.subject.exemplarId !== undefined) return [];
  return listUsualAnswers(scene.house.db.pool, { unitId, key: question.key, most: mostOffered });
}

/** Makes the button's value from its answer, so that an old button never means another one. */
function pressValueOf({ answer: words }: UsualAnswer): string {
  return `u.${createHash('sha256').update(words).digest('hex').slice(0, 12)}`;
}
