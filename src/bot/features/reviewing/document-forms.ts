import { closeDraft } from '../../../drafts/draft.ts';
import { decideFiling, type FilingDecision } from '../../../duties/decide-filing.ts';
import { DomainError } from '../../../errors.ts';
import { hasAccess } from '../../../people/rights.ts';
import { actorOf } from '../../core/actor.ts';
import { sayRefusal } from '../../core/refusal.ts';
import type { Form } from '../../forms/form.ts';
import { answered } from '../../forms/position.ts';
import { reasonLength, reasonQuestion } from '../reason-question.ts';
import { unitTold } from '../unit-told.ts';
import { keptBy } from './decision-forms.ts';
import { type DocumentScene, type DocumentSubject, documentSubject } from './decision-subjects.ts';
import { nextDocument } from './documents.ts';

const returnReason = reasonQuestion('document', (s: DocumentScene) =>
  s.html('document-return-reason', { document: s.subject.document, ...reasonLength }),
);
const reopenReason = reasonQuestion('reopen', (s: DocumentScene) =>
  s.html('document-reopen-reason', { document: s.subject.document, ...reasonLength }),
);

const common = {
  subject: documentSubject,
  allowed: (s: DocumentScene) => hasAccess(s.person, 'review'),
};

/** The form that returns a document to its unit, with a reason. */
export const returnDocumentForm: Form<DocumentSubject> = {
  ...common,
  key: 'return-document',
  questions: [returnReason],
  title: (s) => s.t('document-return-title', { document: s.subject.document }),
  finish: (s) => decideBy(s, { action: 'return', reason: answered(s, returnReason) }, 'document-returned'),
};

/** The form that takes the decision on a document back, with a reason. */
export const reopenDocumentForm: Form<DocumentSubject> = {
  ...common,
  key: 'reopen-document',
  questions: [reopenReason],
  title: (s) => s.t('document-reopen-title', { document: s.subject.document }),
  finish: (s) => decideBy(s, { action: 'reopen', reason: answered(s, reopenReason) }, 'document-reopened'),
};

async function decideBy(
  s: DocumentScene,
  decision: Exclude<FilingDecision, { action: 'accept' }>,
  said: string,
): ReturnType<Form['finish']> {
  const { filingId: id, document } = s.subject;
  const buttons = [[nextDocument(s, id, keptBy(s))]];
  try {
    const by = { ...actorOf(s), draftId: s.draft.id };
    const { filing, deliveries } = await decideFiling(s.house, id, decision, by);
    await s.house.deliverSoon(deliveries);
    const told = await unitTold(s, filing.unitId);
    return { end: { text: s.html(said, { document, told }), buttons } };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    // Another officer decided, or the unit handed in again, while the reason was being written.
    await closeDraft(s.house.db.pool, s.draft.id, 'discarded', s.now);
    return { end: { text: sayRefusal(s, error), buttons } };
  }
}
