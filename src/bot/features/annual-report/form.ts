import { attachToDraft } from '../../../attachments/attach.ts';
import { findReportDuty } from '../../../duties/kinds/index.ts';
import { DomainError } from '../../../errors.ts';
import { listReportedExemplars } from '../../../evaluations/evaluation.ts';
import { readEvaluation } from '../../../evaluations/questions.ts';
import { sendAnnualReport, wordPart } from '../../../evaluations/send-annual-report.ts';
import { reaches } from '../../../people/rights.ts';
import { asOccurrence } from '../../../plan/occurrence.ts';
import { actorOf } from '../../core/actor.ts';
import { commandButtons } from '../../core/command-buttons.ts';
import { sayRefusal } from '../../core/refusal.ts';
import type { Finished, Form } from '../../forms/form.ts';
import { confirmAnswer } from '../../forms/kinds/confirm.ts';
import { fileDuty } from '../unit-presses.ts';
import { unitTold } from '../unit-told.ts';
import { awardGroup, awardsQuestion, readProposals } from './award-questions.ts';
import { evaluationGroup } from './evaluation-question.ts';
import { redraft } from './redraft.ts';
import { sayResults } from './say-results.ts';
import { type AnnualScene, type AnnualSubject, annualSubject, isOwnReport, itemOfExemplar } from './scene.ts';
import { readTexts, textQuestions } from './text-questions.ts';
import { fingerprintReport, makeWord } from './word-file.ts';

/**
 * The form of a unit's annual report (Plan 101, IV.3). It asks about each approved exemplar in
 * turn, award proposals and four texts with drafts from the data; then it shows the Word file.
 */
export const annualReportForm: Form<AnnualSubject> = {
  key: 'annual',
  subject: annualSubject,
  questions: [
    { each: (s) => s.subject.exemplars.map(itemOfExemplar), questions: evaluationGroup },
    awardsQuestion,
    awardGroup,
    ...textQuestions,
    {
      key: 'confirm',
      unnumbered: true,
      // The Word file of the present answers comes first (`finish`).
      when: (s) => s.subject.seen === fingerprintReport(s),
      ask: (s) => s.html('annual-confirm', { year: s.subject.year }),
      label: (s) => s.t('annual-confirm-label'),
      answer: confirmAnswer({
        sendLabel: (s) => s.t('register-send', { office: s.house.plan.bodies.office[s.locale] }),
        editable: true,
        below: sayContent,
      }),
    },
  ],
  allowed: ({ person, subject }) => reaches(person, 'writeReport', { unitId: subject.unitId }),
  planOf: ({ planId }) => planId,
  previous: ({ subject }) => ({ ...subject.drafts, ...subject.previous }),
  title: (s) => s.t('annual-title', { year: s.subject.year }),
  finish,
};

/** The report in two lines: the file has it whole. */
function sayContent(s: AnnualScene): string {
  const found = s.subject.exemplars.map(({ id }) => readEvaluation(s.answers, id).result);
  return s.html('annual-content', {
    exemplars: found.length,
    results: sayResults(s, found),
    proposals: readProposals(s).length,
  });
}

/**
 * Takes in exemplars that were approved or withdrawn since, drafts the texts, shows the Word file,
 * and sends. A refusal leaves the draft as it is.
 */
async function finish(s: AnnualScene): Promise<Finished> {
  const ended = s.draft.state !== 'open';
  try {
    return (ended ? undefined : await prepare(s)) ?? (await send(s, ended));
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { end: { text: `${sayRefusal(s, error)}\n${s.html('annual-kept')}` } };
  }
}

async function prepare(s: AnnualScene): Promise<Finished | undefined> {
  const { subject } = s;
  const exemplars = await listReportedExemplars(s.house.db.prisma, subject);
  const has = (list: AnnualSubject['exemplars'], id: number) => list.some((one) => one.id === id);
  const come = exemplars.filter(({ id }) => !has(subject.exemplars, id));
  const gone = subject.exemplars.filter(({ id }) => !has(exemplars, id));
  if (come.length > 0 || gone.length > 0) {
    const names = (list: AnnualSubject['exemplars']) => list.map(({ code }) => code).join(', ');
    const lines = [
      ...(come.length > 0 ? [s.html('annual-come', { codes: names(come) })] : []),
      ...(gone.length > 0 ? [s.html('annual-gone', { codes: names(gone) })] : []),
    ];
    return {
      set: { confirm: undefined },
      subject: { ...subject, exemplars },
      say: { text: lines.join('\n') },
    };
  }
  const redrafted = await redraft(s);
  if (redrafted) return redrafted;
  const seen = fingerprintReport(s);
  if (subject.seen === seen) return undefined;
  const { name, bytes, unit } = await makeWord(s);
  return {
    set: { confirm: undefined },
    subject: { ...subject, seen },
    file: { name, bytes, caption: s.t('annual-word-caption', { year: subject.year, unit }) },
  };
}

async function send(s: AnnualScene, ended: boolean): Promise<Finished> {
  const { plan } = s.house;
  const { unitId, year, exemplars } = s.subject;
  const duty = findReportDuty(plan);
  if (!duty) throw new Error('the plan asks for no report of the year');
  const { name, bytes, unit } = await makeWord(s);
  if (!ended)
    await attachToDraft(s.house, {
      ...{ draftId: s.draft.id, rev: s.draft.rev, updateKey: `${s.turn.updateKey}:word` },
      ...{ name, bytes, part: wordPart, max: 100, at: s.now },
    });
  const onBehalf = !isOwnReport(s);
  const { deliveries, ...sent } = await sendAnnualReport(s.house, {
    ...{ ...actorOf(s), planId: plan.id, unitId, year, duty: duty.code, onBehalf },
    ...{ draftId: s.draft.id, at: s.now, texts: readTexts(s) },
    found: exemplars.map(({ id }) => ({ exemplarId: id, facts: readEvaluation(s.answers, id) })),
    proposals: readProposals(s),
    answers: Object.fromEntries(
      Object.entries(s.answers).filter(([key]) => !key.startsWith('~') && key !== 'confirm'),
    ),
  });
  await s.house.deliverSoon(deliveries);
  const lines = [s.html('annual-sent', { year, unit, office: plan.bodies.office[s.locale] })];
  if (sent.late) lines.push(s.html('filing-late'));
  if (sent.supplement) lines.push(s.html('filing-supplement'));
  if (sent.replaces) lines.push(s.html('filing-replaces'));
  if (onBehalf) lines.push(s.html('filing-behalf-done', { unit, told: await unitTold(s, unitId) }));
  lines.push(s.html('annual-sign'));
  const of = { planId: plan.id, duty: duty.code };
  const signed = fileDuty.data(unitId, of, asOccurrence(String(year)));
  return {
    end: {
      text: lines.join('\n'),
      buttons: [
        [{ text: s.t('annual-file-signed'), callback_data: signed }],
        ...(onBehalf ? [] : commandButtons(s, ['hannop'])),
      ],
    },
  };
}
