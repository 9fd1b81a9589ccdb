import { z } from 'zod';
import { readDutyTime, writeDutyTime } from '../../../duties/duty-code.ts';
import { recordFiling } from '../../../duties/file.ts';
import { findDutyKind } from '../../../duties/kinds/index.ts';
import { documentName } from '../../../duties/say.ts';
import { type DutyStanding, keepCurrent, listStandingsOf } from '../../../duties/standing.ts';
import { holds } from '../../../people/roles.ts';
import { formatDate } from '../../../plan/calendar.ts';
import { findUnit } from '../../../units/units.ts';
import { actorOf } from '../../core/actor.ts';
import { commandButtons } from '../../core/command-buttons.ts';
import { planOf } from '../../core/house.ts';
import type { Form, Option, Question, Scene } from '../../forms/form.ts';
import { choiceAnswer } from '../../forms/kinds/choice.ts';
import { filesAnswer } from '../../forms/kinds/files.ts';
import { answered, answerOf } from '../../forms/position.ts';
import { documentPresses } from '../reviewing/presses.ts';
import { handInUnitAnswer } from '../unit-answers.ts';
import { unitTold } from '../unit-told.ts';
import { isForOwnUnit, mayHandIn } from './may-hand-in.ts';

/**
 * Shape of what a document is handed in for: a unit and a duty, each asked for where it is not
 * known.
 */
const filingSubject = z.object({
  unitId: z.int().optional(),
  /** As `writeDutyTime` writes it. */
  duty: z.string().optional(),
});
type FilingSubject = z.infer<typeof filingSubject>;
type FilingScene = Scene<FilingSubject>;

/** Liaisons of several units choose theirs; officers hand in for any unit. */
const unitQuestion: Question<string, FilingSubject> = {
  key: 'unit',
  ask: (s) => (holds(s.person, 'officer') ? s.html('filing-unit-any') : s.html('register-unit')),
  label: (s) => s.t('register-unit-label'),
  when: (s) => s.subject.unitId === undefined,
  answer: handInUnitAnswer(),
  // Another unit may owe other duties.
  saved: (_value, s) => ({ duty: s.subject.duty }),
};

const dutyQuestion: Question<string, FilingSubject> = {
  key: 'duty',
  ask: (s) => s.html('filing-duty'),
  label: (s) => s.t('filing-duty-label'),
  answer: choiceAnswer({ options: dutyOptions }),
  show: (value, s) => chosenDuty(s, value),
};

/** Asks for the files, and says so when the document belongs to another unit. */
async function askFiles(s: FilingScene): Promise<string> {
  const duty = chosenDuty(s, answerOf(s, dutyQuestion) ?? '');
  if (isForOwnUnit(s)) return s.html('filing-files', { duty });
  const unit = await findUnit(s.house.db.prisma, unitIdOf(s));
  const told = await unitTold(s, unitIdOf(s));
  return [s.html('filing-behalf', { unit: unit?.name ?? '', told }), s.html('filing-files', { duty })].join(
    '\n',
  );
}

/** The form that hands in the files of one document for a duty. */
export const filingForm: Form<FilingSubject> = {
  key: 'filing',
  subject: filingSubject,
  questions: [
    unitQuestion,
    dutyQuestion,
    {
      key: 'files',
      ask: askFiles,
      label: (s) => s.t('register-files-label'),
      answer: filesAnswer({ min: 1, max: 10 }),
      show: (value, s) => s.t('register-files-shown', { n: Number(value) || 0 }),
    },
  ],
  allowed: mayHandIn,
  title: (s) => s.t('filing-title'),
  finish: handIn,
};

/**
 * Duties that a document fulfils, with their status; those done may be handed in again. Last the
 * signed list of exemplars, which is accepted under the duty that registration fulfils, and not
 * required (Plan 101, V.1).
 */
async function dutyOptions(s: FilingScene): Promise<Option[]> {
  const { db, plan, plans } = s.house;
  const open = plans.open();
  const standings = await listStandingsOf({ db, plans: open, now: s.now }, { unitIds: [unitIdOf(s)] });
  const shown = keepCurrent(standings, plan, s.now);
  const of = (one: DutyStanding) => planOf(s.house, one);
  const which = (one: DutyStanding) => (open.length > 1 ? ` – ${of(one).code}` : '');
  const isAddition = (one: DutyStanding) => findDutyKind(of(one), one.duty)?.byDocument === false;
  const lists = shown.filter(isAddition).map((one) => ({
    value: writeDutyTime(one),
    label: s.t('filing-signed-list', { list: documentName(of(one), s.locale, one) + which(one) }),
  }));
  const documents = shown.flatMap((one) => {
    if (isAddition(one)) return [];
    const name = documentName(of(one), s.locale, one) + which(one);
    const until = one.due ? ` (${formatDate(one.due.lastDay)})` : '';
    return [{ value: writeDutyTime(one), label: `${one.doneAt ? '✓ ' : ''}${name}${until}` }];
  });
  return [...documents, ...lists];
}

/** The unit that hands in. */
function unitIdOf(s: FilingScene): number {
  return Number(answered(s, unitQuestion));
}

function chosenDuty(s: FilingScene, value: string): string {
  const of = readDutyTime(value);
  return of ? documentName(planOf(s.house, of), s.locale, of) : value;
}

async function handIn(s: FilingScene): ReturnType<Form['finish']> {
  const { db } = s.house;
  const of = readDutyTime(answered(s, dutyQuestion));
  if (!of) throw new Error('a document is handed in for no duty');
  const unitId = unitIdOf(s);
  const { deliveries, ...filed } = await recordFiling(
    { db, plan: planOf(s.house, of) },
    {
      unitId,
      duty: of.duty,
      occurrence: of.occurrence,
      ...actorOf(s),
      onBehalf: !isForOwnUnit(s),
      draftId: s.draft.id,
      at: s.now,
    },
  );
  await s.house.deliverSoon(deliveries);
  const unit = await findUnit(db.prisma, unitId);
  const args = { duty: chosenDuty(s, answered(s, dutyQuestion)), unit: unit?.name ?? '', files: filed.files };
  const lines = [s.html('filing-done', args)];
  if (filed.late) lines.push(s.html('filing-late'));
  if (filed.supplement) lines.push(s.html('filing-supplement'));
  if (filed.replaces) lines.push(s.html('filing-replaces'));
  if (isForOwnUnit(s)) return { end: { text: lines.join('\n'), buttons: commandButtons(s, ['hannop']) } };
  lines.push(s.html('filing-behalf-done', { unit: unit?.name ?? '', told: await unitTold(s, unitId) }));
  const review = documentPresses.see.data(filed.filingId, '');
  return {
    end: { text: lines.join('\n'), buttons: [[{ text: s.t('document-review'), callback_data: review }]] },
  };
}
