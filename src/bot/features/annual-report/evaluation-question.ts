import type { Answers } from '../../../drafts/draft.ts';
import { isTalkOnly } from '../../../drafts/parse/talk-only.ts';
import { listEvaluations } from '../../../evaluations/evaluation.ts';
import type { EvaluationQuestion } from '../../../evaluations/question.ts';
import { evaluationQuestions, isAskedAfter, keyAbout } from '../../../evaluations/questions.ts';
import type { Given } from '../../../exemplars/facts/fact.ts';
import { localDate } from '../../../plan/calendar.ts';
import { oneLine } from '../../../text/normalise.ts';
import { shorten } from '../../../text/shorten.ts';
import type { AnswerKind, Option, Read } from '../../forms/form.ts';
import { choiceAnswer } from '../../forms/kinds/choice.ts';
import { filesAnswer } from '../../forms/kinds/files.ts';
import { paragraphsAnswer } from '../../forms/kinds/paragraphs.ts';
import { lineAnswer } from '../../forms/kinds/text.ts';
import { chosenLinesKey, keyIn, readStoredList } from '../../forms/position.ts';
import { type AnnualQuestion, type AnnualScene, exemplarIn } from './scene.ts';

/** The most files of evidence of one exemplar in a year. */
const mostEvidence = 5;

/**
 * The questions about each exemplar, from their declarations. The first one offers what was said
 * the year before.
 */
export const evaluationGroup: AnnualQuestion[] = evaluationQuestions.map(questionOfEvaluation);

function questionOfEvaluation(question: EvaluationQuestion): AnnualQuestion {
  const { field, kind } = question;
  const { given } = kind;
  return {
    key: field,
    ask: async (s) => {
      const before = field === 'result' ? await lastYear(s) : undefined;
      const asks = s.html(`evaluate-${field}`, { year: s.subject.year });
      return before === undefined
        ? asks
        : `${asks}\n${s.html('annual-last-year', { result: s.t(`evaluate-result-${before.result}`) })}`;
    },
    label: (s) => s.t(`evaluate-${field}-label`),
    ...(question.after && { when: (s) => isAskedAfter(question, s.answers[keyIn(s, 'result')]) }),
    ...(question.optional && { optional: true }),
    ...(given.by === 'line' && given.number && { wantsNumber: true }),
    ...(given.by === 'choice' && { show: (value, s) => s.t(`evaluate-${field}-${String(value)}`) }),
    ...(given.by === 'own' && { show: (value, s) => s.t('register-files-shown', { n: Number(value) || 0 }) }),
    answer: answerOfEvaluation(question),
  };
}

function answerOfEvaluation({ field, kind }: EvaluationQuestion): AnswerKind<unknown, never> {
  const { given } = kind;
  switch (given.by) {
    case 'line':
      return lineAnswer({ value: kind.schema, read: (text, s) => readLine(field, given, text, s) });
    case 'paragraphs':
      return paragraphsAnswer(given.bounds);
    case 'choice':
      return choiceAnswer<AnnualScene['subject']>({
        options: async (s) => [
          ...given.values.map((value) => ({
            value,
            label: s.t(`evaluate-${field}-${value}`),
            ...(field === 'result' && { also: otherResultWords[value]?.split('|') ?? [] }),
          })),
          ...(field === 'result' ? await asLastYear(s) : []),
        ],
      });
    case 'own':
      return filesAnswer({ min: 0, max: mostEvidence });
  }
}

/** Other words that mean a result. */
const otherResultWords: Readonly<Record<string, string>> = {
  kept: 'tốt|vẫn tốt|vẫn duy trì|duy trì|vẫn duy trì tốt|vẫn giữ được|giữ vững|vẫn hoạt động|vẫn hoạt động tốt',
  spread: 'nhân rộng|đã nhân rộng|phát triển tốt|tốt hơn|phát triển thêm|mở rộng',
  declined: 'giảm|giảm rồi|kém đi|kém hơn|yếu đi|sa sút|không còn tốt|hoạt động kém',
  stopped:
    'dừng|dừng rồi|ngừng|đã ngừng|nghỉ rồi|không còn|không còn nữa|không còn hoạt động|không hoạt động|giải tán|đã giải thể',
};

function readLine(field: string, given: Extract<Given, { by: 'line' }>, text: string, s: AnnualScene): Read {
  const example = () => s.t(`evaluate-${field}-example`);
  if (given.brief && isTalkOnly(text)) {
    const typed = shorten(oneLine(text), 60);
    return { ok: false, say: s.html('form-line-talk', { typed, example: example() }) };
  }
  const read = given.read(text, localDate(s.saidAt, s.house.plan.zone));
  if (read.ok) return read;
  if ('bounds' in read)
    return { ok: false, say: s.html('form-line-length', { ...read.bounds, example: example() }) };
  return { ok: false, say: s.html('annual-bad', { example: example() }) };
}

/** Finds what a unit said of the exemplar the year before. */
async function lastYear(s: AnnualScene) {
  const found = await listEvaluations(s.house.db.prisma, {
    exemplarIds: [exemplarIn(s)],
    year: s.subject.year - 1,
  });
  return found.find(({ planId }) => planId === s.subject.planId) ?? found[0];
}

/** [Như năm trước]: answers everything about the exemplar as the year before, but asks no help. */
async function asLastYear(s: AnnualScene): Promise<Option[]> {
  const before = await lastYear(s);
  if (!before) return [];
  const values: Record<string, unknown> = before;
  const key = (field: string) => keyAbout(field, before.exemplarId);
  const fields = evaluationQuestions.map(({ field, stored }): [string, unknown] => [
    key(field),
    stored === false || field === 'help' ? (s.answers[key(field)] ?? null) : (values[field] ?? null),
  ]);
  const left = readStoredList(s.answers[chosenLinesKey]).filter((line) => line !== key('result'));
  const set: Answers = {
    ...Object.fromEntries(fields),
    [chosenLinesKey]: left.length > 0 ? left : undefined,
  };
  const also = ['như cũ', 'như năm ngoái', 'như mọi năm', 'giống năm trước', 'giống năm ngoái'];
  return [{ value: 'before', label: s.t('annual-as-before'), also, act: async () => ({ set }) }];
}
