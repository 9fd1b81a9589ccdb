import { z } from 'zod';
import { answerHelp } from '../../../help-requests/answer-help.ts';
import { helpRequestById } from '../../../help-requests/help-request.ts';
import { askForHelp } from '../../../help-requests/request-help.ts';
import type { HelpNews } from '../../../help-requests/tell-unit-of-help.ts';
import { hasAccess, reaches } from '../../../people/rights.ts';
import { fitsLength, lengthOf, normalise } from '../../../text/normalise.ts';
import { shorten } from '../../../text/shorten.ts';
import { findUnit } from '../../../units/units.ts';
import { actorOf } from '../../core/actor.ts';
import type { Form, Question, Scene } from '../../forms/form.ts';
import { textAnswer } from '../../forms/kinds/text.ts';
import { answered, answerOf } from '../../forms/position.ts';
import { unitTold } from '../unit-told.ts';
import { helpPresses } from './presses.ts';
import { helpListButton } from './screens.ts';

const askSubject = z.object({ planId: z.int(), unitId: z.int(), forExemplarId: z.int().nullable() });
type AskSubject = z.infer<typeof askSubject>;

const textLength = { min: 10, max: 2000 };
const noteLength = { min: 5, max: 1000 };

/** Creates a question for a text of this length. */
function textQuestion<Subject>(
  key: string,
  length: { min: number; max: number },
  example: string,
  more: Pick<Question<string, Subject>, 'ask' | 'label'> & { optional?: boolean },
): Question<string, Subject> {
  return {
    ...more,
    key,
    answer: textAnswer({
      read: (text, s) => {
        const value = normalise(text);
        return fitsLength(value, length)
          ? { ok: true, value }
          : {
              ok: false,
              say: s.html('aid-length', { ...length, have: lengthOf(value), example: s.t(example) }),
            };
      },
    }),
  };
}

const need = textQuestion<AskSubject>('text', textLength, 'aid-example', {
  ask: async (s) => {
    const { unitId, forExemplarId } = s.subject;
    const unit = await findUnit(s.house.db.prisma, unitId);
    if (forExemplarId === null) return s.html('aid-ask-unit', { unit: unit?.name ?? '' });
    const exemplar = await s.house.db.prisma.exemplar.findUnique({ where: { id: forExemplarId } });
    return s.html('aid-ask', { code: exemplar?.code ?? '', name: exemplar?.name ?? '' });
  },
  label: (s) => s.t('aid-label'),
});

/** The form by which a unit says what it needs (Plan 101, II.3). */
export const askHelpForm: Form<AskSubject> = {
  key: 'ask-help',
  subject: askSubject,
  questions: [need],
  allowed: (s) => reaches(s.person, 'askHelp', { unitId: s.subject.unitId }),
  planOf: ({ planId }) => planId,
  title: (s) => s.t('aid-title'),
  async finish(s) {
    const { planId, unitId, forExemplarId: exemplarId } = s.subject;
    const id = await askForHelp(
      s.house.db,
      { planId, unitId, exemplarId, text: answered(s, need), draftId: s.draft.id },
      { ...actorOf(s), at: s.now },
    );
    return {
      end: {
        text: s.html('aid-asked', { office: s.house.plan.bodies.office[s.locale] }),
        buttons: [[{ text: s.t('aid-open'), callback_data: helpPresses.open.data(id) }], [helpListButton(s)]],
      },
    };
  },
};

const answerSubject = z.object({ helpRequestId: z.int() });
type AnswerSubject = z.infer<typeof answerSubject>;
type AnswerScene = Scene<AnswerSubject>;

async function sayNeed(s: AnswerScene): Promise<{ unit: string; text: string }> {
  const request = await helpRequestById(s.house.db.prisma, s.subject.helpRequestId);
  return { unit: request?.unitName ?? '', text: shorten(request?.text ?? '', 300) };
}

const examples = { take: 'aid-take-example', close: 'aid-close-example', drop: 'aid-drop-example' };

/** Creates the form of an answer: with a note, which taking up can leave out. */
function answerForm(of: 'take' | 'close' | 'drop'): Form<AnswerSubject> {
  const note = textQuestion<AnswerSubject>('note', noteLength, examples[of], {
    ask: async (s) => s.html(`aid-${of}-note`, await sayNeed(s)),
    label: (s) => s.t('aid-note-label'),
    ...(of === 'take' && { optional: true }),
  });
  return {
    key: `aid-${of}`,
    subject: answerSubject,
    questions: [note],
    savable: false,
    allowed: (s) => hasAccess(s.person, of === 'drop' ? 'askHelp' : 'answerHelp'),
    title: (s) => s.t(`aid-${of}-title`),
    async finish(s) {
      const action: HelpNews = of === 'take' ? 'take' : 'close';
      const answer = {
        ...{ id: s.subject.helpRequestId, action, note: answerOf(s, note) ?? null, draftId: s.draft.id },
        byUnit: of === 'drop',
      } as const;
      const { request, deliveries } = await answerHelp(s.house.db, answer, { ...actorOf(s), at: s.now });
      await s.house.deliverSoon(deliveries);
      const told = of === 'drop' ? '' : await unitTold(s, request.unitId);
      return {
        end: {
          text: s.html(`aid-${of}-done`, { unit: request.unitName, told }),
          buttons: [
            [{ text: s.t('aid-open'), callback_data: helpPresses.open.data(request.id) }],
            [helpListButton(s)],
          ],
        },
      };
    },
  };
}

/** The form that takes a request up. */
export const takeHelpForm = answerForm('take');
/** The form that closes a request. */
export const closeHelpForm = answerForm('close');
/** The form by which a unit says that it no longer needs help. */
export const dropHelpForm = answerForm('drop');
