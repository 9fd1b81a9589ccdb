import { z } from 'zod';
import { findReportDuty } from '../../../duties/kinds/index.ts';
import { recordNilReturn } from '../../../duties/nil-return.ts';
import { DomainError } from '../../../errors.ts';
import { reaches } from '../../../people/rights.ts';
import { listUnitsAs } from '../../../people/roles.ts';
import { asOccurrence } from '../../../plan/occurrence.ts';
import { findUnit } from '../../../units/units.ts';
import { actorOf } from '../../core/actor.ts';
import { commandButtons } from '../../core/command-buttons.ts';
import { sayRefusal } from '../../core/refusal.ts';
import type { Form, Scene } from '../../forms/form.ts';
import { answered } from '../../forms/position.ts';
import { reasonLength, reasonQuestion } from '../reason-question.ts';
import { unitTold } from '../unit-told.ts';

const nilSubject = z.object({ planId: z.int(), unitId: z.int(), year: z.int() });
type NilSubject = z.infer<typeof nilSubject>;
type NilScene = Scene<NilSubject>;

const reason = reasonQuestion('nil', (s: NilScene) =>
  s.html('annual-nil-reason', { year: s.subject.year, ...reasonLength }),
);

/** The form by which a unit without exemplars says that it has nothing to report, and why. */
export const nilReportForm: Form<NilSubject> = {
  key: 'annual-nil',
  subject: nilSubject,
  questions: [reason],
  allowed: ({ person, subject }) => reaches(person, 'writeReport', { unitId: subject.unitId }),
  planOf: ({ planId }) => planId,
  title: (s) => s.t('annual-title', { year: s.subject.year }),
  finish: sendNil,
};

async function sendNil(s: NilScene): ReturnType<Form['finish']> {
  const { unitId, year } = s.subject;
  const { plan, db } = s.house;
  const duty = findReportDuty(plan);
  if (!duty) throw new Error('the plan asks for no report of the year');
  const onBehalf = !listUnitsAs(s.person, 'liaison').some(({ id }) => id === unitId);
  try {
    const { deliveries, late } = await recordNilReturn(s.house, {
      ...{ ...actorOf(s), unitId, duty: duty.code, occurrence: asOccurrence(String(year)) },
      ...{ onBehalf, draftId: s.draft.id, at: s.now, reason: answered(s, reason) },
    });
    await s.house.deliverSoon(deliveries);
    const unit = (await findUnit(db.prisma, unitId))?.name ?? '';
    const lines = [s.html('annual-nil-sent', { year, unit })];
    if (late) lines.push(s.html('filing-late'));
    if (onBehalf) lines.push(s.html('filing-behalf-done', { unit, told: await unitTold(s, unitId) }));
    return { end: { text: lines.join('\n'), buttons: onBehalf ? [] : commandButtons(s, ['hannop']) } };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { end: { text: `${sayRefusal(s, error)}\n${s.html('annual-kept')}` } };
  }
}
