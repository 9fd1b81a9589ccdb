import { closeDraft } from '../../../drafts/draft.ts';
import { decideFiling, type FilingDecision } from '../../../duties/decide-filing.ts';
import { DomainError } from '../../../errors.ts';
import { hasAccess } from '../../../people/rights.ts';
import { sayRefusal } from '../../core/refusal.ts';
import type { Form, Scene } from '../../forms/form.ts';
import { unitTold } from '../unit-told.ts';
import { keptBy } from './decision-forms.ts';
import { nextDocument } from './documents.ts';
import { reasonLength, reasonQuestion } from './reason-question.ts';

const allowed: Form['allowed'] = (s) => hasAccess(s.person, 'review');
const document = (s: Scene) => ({ document: String(s.draft.subject.document) });

/** Sends a document back to its unit, with why. */
export const returnDocumentForm: Form = {
  key: 'return-document',
  questions: [reasonQuestion((s) => s.html('document-return-reason', { ...document(s), ...reasonLength }))],
  allowed,
  title: (s) => s.t('document-return-title', document(s)),
  finish: (s) => decideBy(s, 'return', 'document-returned'),
};

/** Takes the decision on a document back, with why. */
export const reopenDocumentForm: Form = {
  key: 'reopen-document',
  questions: [reasonQuestion((s) => s.html('document-reopen-reason', { ...document(s), ...reasonLength }))],
  allowed,
  title: (s) => s.t('document-reopen-title', document(s)),
  finish: (s) => decideBy(s, 'reopen', 'document-reopened'),
};

async function decideBy(
  s: Scene,
  action: Exclude<FilingDecision['action'], 'accept'>,
  said: string,
): ReturnType<Form['finish']> {
  const id = Number(s.draft.subject.filingId);
  const buttons = [[nextDocument(s, id, keptBy(s))]];
  try {
    const { filing, deliveries } = await decideFiling(
      s.house,
      id,
      { action, reason: String(s.answers.reason) },
      { personId: s.person?.id ?? 0, channel: s.turn.channel, draftId: s.draft.id },
    );
    await s.house.deliverSoon(deliveries);
    const told = await unitTold(s, filing.unitId);
    return { end: { text: s.html(said, { ...document(s), told }), buttons } };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    // Another officer decided, or the unit handed in again, while the reason was being written.
    await closeDraft(s.house.db.pool, s.draft.id, 'discarded', s.now);
    return { end: { text: sayRefusal(s, error), buttons } };
  }
}
