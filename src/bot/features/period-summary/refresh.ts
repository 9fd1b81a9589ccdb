import { type ReportText, reportTexts } from '../../../evaluations/annual-report.ts';
import { listNominations } from '../../../nominations/nomination.ts';
import { listApprovedOfUnit } from '../../../period-summaries/approved-of-unit.ts';
import type { Finished } from '../../forms/form.ts';
import { readStoredList } from '../../forms/position.ts';
import { groundsKey } from './nomination-questions.ts';
import { asksNominations, asksTexts, type SummaryScene, type SummarySubject } from './scene.ts';
import { draftTextsOf } from './word-files.ts';

/**
 * Takes in changes since the form last looked. They are exemplars approved or gone, nominations by
 * an officer, other figures behind a drafted text. Undefined: there was none.
 */
export async function refreshSummary(s: SummaryScene): Promise<Finished | undefined> {
  return (
    (await refreshExemplars(s)) ??
    (asksNominations(s) ? await refreshNominations(s) : undefined) ??
    (asksTexts(s) ? await redraft(s) : undefined)
  );
}

async function refreshExemplars(s: SummaryScene): Promise<Finished | undefined> {
  const { subject } = s;
  const exemplars = await listApprovedOfUnit(s.house.db.prisma, subject);
  const has = (list: SummarySubject['exemplars'], id: number) => list.some((one) => one.id === id);
  const come = exemplars.filter(({ id }) => !has(subject.exemplars, id));
  const gone = subject.exemplars.filter(({ id }) => !has(exemplars, id));
  if (come.length === 0 && gone.length === 0) return undefined;
  const names = (list: SummarySubject['exemplars']) => list.map(({ code }) => code).join(', ');
  const lines = [
    ...(come.length > 0 ? [s.html('summary-come', { codes: names(come) })] : []),
    ...(gone.length > 0 ? [s.html('annual-gone', { codes: names(gone) })] : []),
  ];
  return {
    // The list of those who can be nominated is another: it is asked again.
    set: { confirm: undefined, ...(come.length > 0 && asksNominations(s) && { nominees: undefined }) },
    subject: {
      ...subject,
      exemplars,
      previous: { ...subject.previous, nominees: readStoredList(s.answers.nominees) },
    },
    say: { text: lines.join('\n') },
  };
}

/** An officer nominated one for the unit: it joins the list, and the unit may take it out. */
async function refreshNominations(s: SummaryScene): Promise<Finished | undefined> {
  const { subject } = s;
  const { planId, unitId, known } = subject;
  const there = await listNominations(s.house.db.prisma, { planId, unitIds: [unitId] });
  const come = there.filter(
    ({ exemplarId }) => !known.includes(exemplarId) && subject.exemplars.some(({ id }) => id === exemplarId),
  );
  if (come.length === 0) return undefined;
  const ticked = readStoredList(s.answers.nominees);
  const added = come.map(({ exemplarId }) => String(exemplarId));
  const unsaid = come.filter(({ exemplarId }) => !(groundsKey(exemplarId) in s.answers));
  return {
    set: {
      confirm: undefined,
      nominees: [...new Set([...ticked, ...added])],
      ...Object.fromEntries(unsaid.map((one) => [groundsKey(one.exemplarId), one.grounds])),
    },
    subject: { ...subject, known: [...known, ...come.map(({ exemplarId }) => exemplarId)] },
    say: {
      text: s.html('summary-nominated-since', {
        codes: come.map(({ exemplar }) => exemplar.code).join(', '),
        office: s.house.plan.bodies.office[s.locale],
      }),
    },
  };
}

/**
 * Drafts the texts again when the figures behind them have changed. A text that the unit took as
 * drafted follows; one that it wrote stays, and the unit is told to look at it.
 */
async function redraft(s: SummaryScene): Promise<Finished | undefined> {
  const { subject, answers } = s;
  const before = subject.drafts ?? {};
  const drafts = await draftTextsOf(s);
  const changed = reportTexts.filter((key) => drafts[key] !== before[key]);
  if (changed.length === 0) return undefined;
  const taken = changed.filter((key) => answers[key] === before[key]);
  const written = changed.filter((key) => key in answers && !taken.includes(key));
  const named = (keys: ReportText[]) => keys.map((key) => s.t(`annual-text-${key}-label`)).join(', ');
  const lines = [
    ...(taken.length > 0 ? [s.html('summary-redrafted', { texts: named(taken) })] : []),
    ...(written.length > 0 ? [s.html('summary-written', { texts: named(written) })] : []),
  ];
  return {
    set: { confirm: undefined, ...Object.fromEntries(taken.map((key) => [key, drafts[key]])) },
    subject: { ...subject, drafts },
    ...(lines.length > 0 && { say: { text: lines.join('\n') } }),
  };
}
