import { z } from 'zod';
import { closeDraft } from '../../../drafts/draft.ts';
import { nameDuty } from '../../../duties/say.ts';
import { type DutyStanding, readStandings } from '../../../duties/standing.ts';
import { hasAccess, listUnitsWithin } from '../../../people/rights.ts';
import { asOccurrence } from '../../../plan/occurrence.ts';
import type { Plan } from '../../../plan/plan.ts';
import { readAtMoment } from '../../../reports/at-moment.ts';
import type { LetterDuty } from '../../../reports/late-letter/late-duties.ts';
import { listUnitsById } from '../../../units/units.ts';
import type { Form, Option, Question, Scene } from '../../forms/form.ts';
import { ticksAnswer } from '../../forms/kinds/ticks.ts';
import { makeLetter } from './presses.ts';

/** The plan of a letter, and the day of which it speaks; without one it is of now. */
const subject = z.object({ planId: z.int(), asOf: z.iso.date().optional() });
type LetterScene = Scene<z.infer<typeof subject>>;
type LetterQuestion = Question<string[], z.infer<typeof subject>>;

/** The answers of the form, as a finished draft keeps them. */
const answers = z.object({ duties: z.array(z.string()), units: z.array(z.string()) });

const dutiesQuestion: LetterQuestion = {
  key: 'duties',
  ask: (s) => s.html('letter-duties'),
  label: (s) => s.t('letter-duties-label'),
  answer: ticksAnswer({ atLeastOne: false, options: listOverdueDuties }),
};

const unitsQuestion: LetterQuestion = {
  key: 'units',
  ask: (s) => s.html('letter-units'),
  label: (s) => s.t('letter-units-label'),
  answer: ticksAnswer({ atLeastOne: false, options: listLateOptions }),
};

/** The form that chooses the duties and units of a letter. Ticking none means all. */
export const letterForm: Form<z.infer<typeof subject>> = {
  key: 'late-letter',
  subject,
  questions: [dutiesQuestion, unitsQuestion],
  allowed: (s) => hasAccess(s.person, 'seeProgress'),
  planOf: ({ planId }) => planId,
  onlyReads: true,
  savable: false,
  title: (s) => s.t('letter-title'),
  finish: async (s) => {
    await closeDraft(s.house.db.pool, s.draft.id, 'done', s.now);
    const { duties, unitIds } = readLetterAnswers(s.house.plan, s.answers);
    const meant = (await listOverdue(s)).filter(
      (one) => isOf(duties, one) && (unitIds.length === 0 || unitIds.includes(one.unitId)),
    );
    const units = new Set(meant.map(({ unitId }) => unitId)).size;
    return {
      end: {
        text: s.html('letter-ready', { units, duties: meant.length }),
        buttons: [[{ text: s.t('letter-make'), callback_data: makeLetter.data(s.draft.id) }]],
      },
    };
  },
};

/** Reads the choice that a finished draft keeps. */
export function readLetterAnswers(plan: Plan, stored: unknown): { duties: LetterDuty[]; unitIds: number[] } {
  const { duties, units } = answers.parse(stored);
  return {
    duties: duties.flatMap((value) => {
      const [at, occurrence = ''] = value.split('@');
      const duty = plan.duties[Number(at)];
      return duty ? [{ duty: duty.code, occurrence: asOccurrence(occurrence) }] : [];
    }),
    unitIds: units.map(Number),
  };
}

/** A duty's code may be longer than a button takes: its place in the plan stands for it. */
function writeValue(plan: Plan, { duty, occurrence }: DutyStanding): string {
  return `${plan.duties.findIndex(({ code }) => code === duty)}@${occurrence}`;
}

function isOf(duties: LetterDuty[], { duty, occurrence }: DutyStanding): boolean {
  return duties.length === 0 || duties.some((one) => one.duty === duty && one.occurrence === occurrence);
}

async function listOverdue(s: LetterScene): Promise<DutyStanding[]> {
  const { db, plan, clock } = s.house;
  const visible = listUnitsWithin(s.person, 'seeProgress');
  const unitIds = visible === 'all' ? undefined : visible;
  const { asOf } = s.subject;
  const asked = { year: plan.period.from, unitId: null, unitIds, asOf, now: clock.now() };
  const standings = await readAtMoment({ db, plan }, asked, ({ sql, plan, scope }) =>
    readStandings(sql, plan, scope.now, { unitIds: scope.unitIds }),
  );
  return standings.filter(({ status }) => status === 'overdue');
}

async function listOverdueDuties(s: LetterScene): Promise<Option[]> {
  const { plan } = s.house;
  const same = Map.groupBy(await listOverdue(s), (one) => writeValue(plan, one));
  return [...same].flatMap(([value, standings]) => {
    const [first] = standings;
    if (!first) return [];
    const duty = nameDuty(plan, s.locale, first);
    return [{ value, label: s.t('letter-duty-option', { duty, units: standings.length }), words: duty }];
  });
}

async function listLateOptions(s: LetterScene): Promise<Option[]> {
  const { db, plan } = s.house;
  const chosen = z.array(z.string()).catch([]).parse(s.answers[dutiesQuestion.key]);
  const overdue = (await listOverdue(s)).filter(
    (one) => chosen.length === 0 || chosen.includes(writeValue(plan, one)),
  );
  const late = Map.groupBy(overdue, ({ unitId }) => unitId);
  // Of an earlier day there are units that no longer exist.
  const units = await listUnitsById(db.prisma, [...late.keys()]);
  return units.map(({ id, name }) => {
    const duties = late.get(id)?.length ?? 0;
    return { value: String(id), label: s.t('letter-unit-option', { unit: name, duties }), words: name };
  });
}
