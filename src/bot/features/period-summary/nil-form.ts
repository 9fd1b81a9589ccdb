import type { z } from 'zod';
import { nameDuty } from '../../../duties/say.ts';
import { DomainError } from '../../../errors.ts';
import { reaches } from '../../../people/rights.ts';
import { sendSummary } from '../../../period-summaries/send-summary.ts';
import { findUnit } from '../../../units/units.ts';
import { actorOf } from '../../core/actor.ts';
import { commandButtons } from '../../core/command-buttons.ts';
import { sayRefusal } from '../../core/refusal.ts';
import type { Form, Scene } from '../../forms/form.ts';
import { answered } from '../../forms/position.ts';
import { reasonLength, reasonQuestion } from '../reason-question.ts';
import { unitTold } from '../unit-told.ts';
import { dutyIn, isOwnSummary, summaryDutySubject } from './scene.ts';

type NilScene = Scene<z.infer<typeof summaryDutySubject>>;

const reason = reasonQuestion('nil', (s: NilScene) =>
  s.html('summary-nil-reason', { name: nameOf(s), ...reasonLength }),
);

function nameOf(s: NilScene): string {
  return nameDuty(s.house.plan, s.locale, dutyIn(s.subject), 'inside');
}

/** The form by which a unit without exemplars says that it has nothing to sum up, and why. */
export const nilSummaryForm: Form<z.infer<typeof summaryDutySubject>> = {
  key: 'summary-nil',
  subject: summaryDutySubject,
  questions: [reason],
  allowed: ({ person, subject }) => reaches(person, 'writeSummary', { unitId: subject.unitId }),
  planOf: ({ planId }) => planId,
  title: nameOf,
  finish: sendNil,
};

async function sendNil(s: NilScene): ReturnType<Form['finish']> {
  const { unitId, kind } = s.subject;
  const onBehalf = !isOwnSummary(s);
  try {
    const { deliveries, late } = await sendSummary(s.house, {
      ...{ ...actorOf(s), ...dutyIn(s.subject), onBehalf, draftId: s.draft.id, at: s.now },
      nilReason: answered(s, reason),
      nominations: kind === 'interim' ? undefined : { wanted: [] },
    });
    await s.house.deliverSoon(deliveries);
    const unit = (await findUnit(s.house.db.prisma, unitId))?.name ?? '';
    const lines = [s.html('summary-nil-sent', { name: nameOf(s), unit })];
    if (late) lines.push(s.html('filing-late'));
    if (onBehalf) lines.push(s.html('filing-behalf-done', { unit, told: await unitTold(s, unitId) }));
    return { end: { text: lines.join('\n'), buttons: onBehalf ? [] : commandButtons(s, ['hannop']) } };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { end: { text: `${sayRefusal(s, error)}\n${s.html('annual-kept')}` } };
  }
}
