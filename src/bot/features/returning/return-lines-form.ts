import { z } from 'zod';
import { closeDraft } from '../../../drafts/draft.ts';
import { decideFiling } from '../../../duties/decide-filing.ts';
import { DomainError } from '../../../errors.ts';
import { hasAccess } from '../../../people/rights.ts';
import { shorten } from '../../../text/shorten.ts';
import { actorOf } from '../../core/actor.ts';
import { sayRefusal } from '../../core/refusal.ts';
import type { Form, Question, Scene } from '../../forms/form.ts';
import { ticksAnswer } from '../../forms/kinds/ticks.ts';
import { answered, readStoredList } from '../../forms/position.ts';
import { ordinalOfItem } from '../annual-report/proposal-items.ts';
import { reasonLength, reasonQuestion } from '../reason-question.ts';
import { documentPresses } from '../reviewing/presses.ts';
import { unitTold } from '../unit-told.ts';
import { findReturnable, type Returnable } from './returnable.ts';
import { labelLine, splitLineKey } from './say-lines.ts';

/** The schema of a document that an officer returns to its lines. */
const returnSubject = z.object({
  filingId: z.int(),
  document: z.string(),
  filter: z.string().optional(),
  exemplars: z.array(
    z.object({
      ...{ id: z.int(), code: z.string(), name: z.string() },
      /** Its only line, which need not be chosen. */
      only: z.string().optional(),
    }),
  ),
});
type ReturnSubject = z.infer<typeof returnSubject>;
type ReturnScene = Scene<ReturnSubject>;

/** The parts of the document: its exemplars, and lines of the whole. */
const parts: Question<string[], ReturnSubject> = {
  key: 'parts',
  ask: (s) => s.html('return-lines-parts', { document: s.subject.document }),
  label: (s) => s.t('return-lines-parts-label'),
  answer: ticksAnswer<ReturnSubject>({
    atLeastOne: true,
    options: async (s) => [
      ...s.subject.exemplars.map(({ id, code, name }) => ({
        value: String(id),
        label: shorten(`${code} ${name}`, 60),
        words: `${code} ${name}`,
      })),
      ...(await returnableOf(s)).parts.map((line) => ({ value: line, label: labelLine(s.locale, line) })),
    ],
  }),
};

/** The lines of one exemplar that the unit has to mend. */
const lines: Question<string[], ReturnSubject> = {
  key: 'lines',
  ask: (s) => s.html('return-lines-of'),
  label: (s) => s.t('return-fields-label'),
  answer: ticksAnswer<ReturnSubject>({
    atLeastOne: true,
    options: async (s) => {
      const of = (await returnableOf(s)).exemplars.find(({ id }) => String(id) === s.item?.key);
      return (of?.lines ?? []).map((line) => ({ value: asOption(line), label: labelLine(s.locale, line) }));
    },
  }),
};

/** Writes the line of an exemplar as an option: `grounds@12-2` is `grounds-2`. */
function asOption(line: string): string {
  const { field, item = '' } = splitLineKey(line);
  const n = ordinalOfItem(item);
  return n > 1 ? `${field}-${n}` : field;
}

function asLine(option: string, exemplarId: number): string {
  const [field, n] = option.split('-');
  return `${field}@${exemplarId}${n === undefined ? '' : `-${n}`}`;
}

const reason = reasonQuestion('document', (s: ReturnScene) =>
  s.html('document-return-reason', { document: s.subject.document, ...reasonLength }),
);

/**
 * The form that returns what a unit wrote here to its very lines, with a reason. That is an annual
 * report, a summary, or nominations.
 */
export const returnLinesForm: Form<ReturnSubject> = {
  // The key of drafts: an earlier release returned annual reports alone.
  key: 'return-report',
  subject: returnSubject,
  questions: [
    parts,
    {
      each: (s) =>
        tickedExemplars(s)
          .filter(({ only }) => only === undefined)
          .map(({ id, code, name }) => ({ key: String(id), label: `${code} ${name}` })),
      questions: [lines],
    },
    reason,
  ],
  allowed: (s) => hasAccess(s.person, 'review'),
  title: (s) => s.t('document-return-title', { document: s.subject.document }),
  finish: returnToLines,
};

function tickedExemplars({ subject, answers }: ReturnScene): ReturnSubject['exemplars'] {
  const ticked = readStoredList(answers.parts);
  return subject.exemplars.filter(({ id }) => ticked.includes(String(id)));
}

async function returnableOf(s: ReturnScene): Promise<Returnable> {
  const found = await findReturnable(s.house, s.subject.filingId);
  if (!found) throw new DomainError('filing-not-found');
  return found;
}

async function returnToLines(s: ReturnScene): ReturnType<Form['finish']> {
  const { filingId, document, filter = '' } = s.subject;
  const buttons = [
    [{ text: s.t('review-next'), callback_data: documentPresses.next.data(filingId, filter) }],
  ];
  const ofExemplars = tickedExemplars(s).flatMap(({ id, only }) =>
    only === undefined
      ? readStoredList(s.answers[`lines@${id}`]).map((option) => asLine(option, id))
      : [only],
  );
  const others = answered(s, parts).filter((part) => !/^\d+$/.test(part));
  try {
    const { filing, deliveries } = await decideFiling(
      s.house,
      filingId,
      { action: 'return', reason: answered(s, reason), lines: [...ofExemplars, ...others] },
      { ...actorOf(s), draftId: s.draft.id },
    );
    await s.house.deliverSoon(deliveries);
    const told = await unitTold(s, filing.unitId);
    return { end: { text: s.html('document-returned', { document, told }), buttons } };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    // Another officer decided, or the unit sent again, while the reason was being written.
    await closeDraft(s.house.db.pool, s.draft.id, 'discarded', s.now);
    return { end: { text: sayRefusal(s, error), buttons } };
  }
}
