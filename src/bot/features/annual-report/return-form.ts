import { z } from 'zod';
import { closeDraft } from '../../../drafts/draft.ts';
import { decideFiling } from '../../../duties/decide-filing.ts';
import { DomainError } from '../../../errors.ts';
import { type AnnualReport, findReportOfFiling, reportTexts } from '../../../evaluations/annual-report.ts';
import { hasAccess } from '../../../people/rights.ts';
import { shorten } from '../../../text/shorten.ts';
import { actorOf } from '../../core/actor.ts';
import { sayRefusal } from '../../core/refusal.ts';
import type { Form, Question, Scene } from '../../forms/form.ts';
import { ticksAnswer } from '../../forms/kinds/ticks.ts';
import { answered, readStoredList } from '../../forms/position.ts';
import { reasonLength, reasonQuestion } from '../reason-question.ts';
import { documentPresses } from '../reviewing/presses.ts';
import { unitTold } from '../unit-told.ts';
import { listReturnable } from './returned-lines.ts';

/** The schema of a report that an officer returns. */
const returnSubject = z.object({
  filingId: z.int(),
  document: z.string(),
  filter: z.string().optional(),
  exemplars: z.array(z.object({ id: z.int(), code: z.string(), name: z.string() })),
});
type ReturnSubject = z.infer<typeof returnSubject>;
type ReturnScene = Scene<ReturnSubject>;

/** The parts of the report: its exemplars, the proposals, the four texts. */
const parts: Question<string[], ReturnSubject> = {
  key: 'parts',
  ask: (s) => s.html('return-report-parts', { document: s.subject.document }),
  label: (s) => s.t('return-report-parts-label'),
  answer: ticksAnswer<ReturnSubject>({
    atLeastOne: true,
    options: async (s) => [
      ...s.subject.exemplars.map(({ id, code, name }) => ({
        value: String(id),
        label: shorten(`${code} ${name}`, 60),
        words: `${code} ${name}`,
      })),
      ...('awards' in (await reportOf(s)).answers
        ? [{ value: 'awards', label: s.t('annual-awards-label') }]
        : []),
      ...reportTexts.map((key) => ({ value: key, label: s.t(`annual-text-${key}-label`) })),
    ],
  }),
};

/** The lines of one exemplar that the unit has to mend. */
const lines: Question<string[], ReturnSubject> = {
  key: 'lines',
  ask: (s) => s.html('return-report-lines'),
  label: (s) => s.t('return-fields-label'),
  answer: ticksAnswer<ReturnSubject>({
    atLeastOne: true,
    options: async (s) => listReturnable(s, (await reportOf(s)).answers, Number(s.item?.key)),
  }),
};

const reason = reasonQuestion('document', (s: ReturnScene) =>
  s.html('document-return-reason', { document: s.subject.document, ...reasonLength }),
);

/** The form that returns an annual report to its unit: to the very lines, with a reason. */
export const returnReportForm: Form<ReturnSubject> = {
  key: 'return-report',
  subject: returnSubject,
  questions: [
    parts,
    {
      each: (s) =>
        tickedExemplars(s).map(({ id, code, name }) => ({ key: String(id), label: `${code} ${name}` })),
      questions: [lines],
    },
    reason,
  ],
  allowed: (s) => hasAccess(s.person, 'review'),
  title: (s) => s.t('document-return-title', { document: s.subject.document }),
  finish: returnReport,
};

function tickedExemplars({ subject, answers }: ReturnScene): ReturnSubject['exemplars'] {
  const ticked = readStoredList(answers.parts);
  return subject.exemplars.filter(({ id }) => ticked.includes(String(id)));
}

async function reportOf(s: ReturnScene): Promise<AnnualReport> {
  const report = await findReportOfFiling(s.house.db.prisma, s.subject.filingId);
  if (!report) throw new DomainError('filing-not-found');
  return report;
}

async function returnReport(s: ReturnScene): ReturnType<Form['finish']> {
  const { filingId, document, filter = '' } = s.subject;
  const buttons = [
    [{ text: s.t('review-next'), callback_data: documentPresses.next.data(filingId, filter) }],
  ];
  const ofExemplars = tickedExemplars(s).flatMap(({ id }) =>
    readStoredList(s.answers[`lines@${id}`]).map((field) => `${field}@${id}`),
  );
  const others = answered(s, parts).filter((part) => !/^\d+$/.test(part));
  const returned = [...ofExemplars, ...others];
  try {
    const { filing, deliveries } = await decideFiling(
      s.house,
      filingId,
      { action: 'return', reason: answered(s, reason), lines: returned },
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
