import { attachToDraft } from '../../../attachments/attach.ts';
import { nameDuty } from '../../../duties/say.ts';
import { DomainError } from '../../../errors.ts';
import { reaches } from '../../../people/rights.ts';
import { type SentSummary, sendSummary, summaryParts } from '../../../period-summaries/send-summary.ts';
import { findSummaryYears } from '../../../period-summaries/summary-years.ts';
import { actorOf } from '../../core/actor.ts';
import { commandButtons } from '../../core/command-buttons.ts';
import { sayRefusal } from '../../core/refusal.ts';
import type { Finished, Form, Reply } from '../../forms/form.ts';
import { confirmAnswer } from '../../forms/kinds/confirm.ts';
import { fileDuty } from '../unit-presses.ts';
import { unitTold } from '../unit-told.ts';
import {
  conferenceOf,
  groundsGroup,
  nomineesQuestion,
  noneReasonQuestion,
  readNominations,
} from './nomination-questions.ts';
import { refreshSummary } from './refresh.ts';
import {
  asksNominations,
  asksTexts,
  dutyIn,
  isOwnSummary,
  type SummaryScene,
  type SummarySubject,
  summarySubject,
} from './scene.ts';
import { readSummaryTexts, summaryTextQuestions } from './text-questions.ts';
import {
  fingerprintSummary,
  hasFile,
  makeNominationsWord,
  makeSummaryWord,
  unitOfSummary,
} from './word-files.ts';

/**
 * The form of a unit's summary of a stage or the period, and of its nominations (Plan 101, II.6,
 * IV.3). Four texts with drafts from all years, then the exemplars to nominate with their grounds;
 * then it shows the Word file.
 */
export const summaryForm: Form<SummarySubject> = {
  key: 'summary',
  subject: summarySubject,
  questions: [
    ...summaryTextQuestions,
    nomineesQuestion,
    groundsGroup,
    noneReasonQuestion,
    {
      key: 'confirm',
      unnumbered: true,
      // The Word file of the present answers comes first (`finish`).
      when: (s) => s.subject.seen === fingerprintSummary(s),
      ask: (s) => s.html(hasFile(s) ? 'summary-confirm' : 'summary-confirm-none', { name: nameOf(s) }),
      label: (s) => s.t('annual-confirm-label'),
      answer: confirmAnswer({
        sendLabel: (s) => s.t('register-send', { office: s.house.plan.bodies.office[s.locale] }),
        editable: true,
        below: sayContent,
      }),
    },
  ],
  allowed: ({ person, subject }) => reaches(person, 'writeSummary', { unitId: subject.unitId }),
  planOf: ({ planId }) => planId,
  previous: ({ subject }) => ({ ...subject.drafts, ...subject.previous }),
  title: nameOf,
  finish,
};

function nameOf(s: SummaryScene): string {
  return nameDuty(s.house.plan, s.locale, dutyIn(s.subject));
}

/** The nominations in a line each: the file has everything. */
function sayContent(s: SummaryScene): string {
  if (!asksNominations(s)) return '';
  const wanted = readNominations(s);
  const codes = new Map(s.subject.exemplars.map(({ id, code }) => [id, code]));
  return wanted.length === 0
    ? s.html('summary-content-none', { reason: String(s.answers.reason ?? '') })
    : s.html('summary-content', {
        n: wanted.length,
        codes: wanted.map(({ exemplarId }) => codes.get(exemplarId) ?? '').join(', '),
      });
}

/** Takes in changes, shows the Word file, and sends. A refusal leaves the draft as it is. */
async function finish(s: SummaryScene): Promise<Finished> {
  const ended = s.draft.state !== 'open';
  try {
    return (ended ? undefined : await prepare(s)) ?? { end: await send(s, ended) };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { end: { text: `${sayRefusal(s, error)}\n${s.html('annual-kept')}` } };
  }
}

async function prepare(s: SummaryScene): Promise<Finished | undefined> {
  const refreshed = await refreshSummary(s);
  if (refreshed) return refreshed;
  const seen = fingerprintSummary(s);
  if (s.subject.seen === seen) return undefined;
  const subject = { ...s.subject, seen };
  if (!hasFile(s)) return { set: { confirm: undefined }, subject };
  const { name, bytes, unit } = await (asksTexts(s) ? makeSummaryWord(s) : makeNominationsWord(s));
  return {
    set: { confirm: undefined },
    subject,
    file: { name, bytes, caption: s.t('summary-word-caption', { name: nameOf(s), unit }) },
  };
}

async function send(s: SummaryScene, ended: boolean): Promise<Reply> {
  const { plan } = s.house;
  const of = dutyIn(s.subject);
  const wanted = readNominations(s);
  const withNominations = asksNominations(s);
  if (!ended && asksTexts(s)) await attach(s, summaryParts.summary, await makeSummaryWord(s));
  if (!ended && withNominations && wanted.length > 0)
    await attach(s, summaryParts.nominations, await makeNominationsWord(s));
  const onBehalf = !isOwnSummary(s);
  const { reason } = s.answers;
  const { deliveries, ...sent } = await sendSummary(s.house, {
    ...{ ...actorOf(s), ...of, onBehalf, draftId: s.draft.id, at: s.now },
    ...(asksTexts(s) && {
      summary: {
        years: findSummaryYears(plan, of, s.now),
        texts: readSummaryTexts(s),
        answers: keptAnswers(s),
      },
    }),
    nominations: withNominations
      ? { wanted, ...(wanted.length === 0 && { nilReason: String(reason ?? '') }) }
      : undefined,
  });
  await s.house.deliverSoon(deliveries);
  return saySent(s, sent, onBehalf);
}

/** Writes the message after sending, with the way to the signed copy. */
async function saySent(s: SummaryScene, sent: SentSummary, onBehalf: boolean): Promise<Reply> {
  const { plan } = s.house;
  const of = dutyIn(s.subject);
  const unit = (await unitOfSummary(s)).name;
  const args = { name: nameOf(s), unit, office: plan.bodies.office[s.locale] };
  const lines = [s.html('summary-sent', args)];
  if (sent.nominated > 0)
    lines.push(s.html('summary-sent-nominated', { n: sent.nominated, conference: conferenceOf(s) }));
  if (sent.nominated === 0) lines.push(s.html('summary-sent-none', { conference: conferenceOf(s) }));
  if (sent.late) lines.push(s.html('filing-late'));
  if (sent.supplement) lines.push(s.html('filing-supplement'));
  if (sent.replaces) lines.push(s.html('filing-replaces'));
  if (onBehalf) lines.push(s.html('filing-behalf-done', { unit, told: await unitTold(s, s.subject.unitId) }));
  const file = hasFile(s);
  if (file) lines.push(s.html('annual-sign'));
  const signed = fileDuty.data(s.subject.unitId, of, of.occurrence);
  return {
    text: lines.join('\n'),
    buttons: [
      ...(file ? [[{ text: s.t('annual-file-signed'), callback_data: signed }]] : []),
      ...(onBehalf ? [] : commandButtons(s, ['hannop'])),
    ],
  };
}

function attach(s: SummaryScene, part: string, { name, bytes }: { name: string; bytes: Buffer }) {
  return attachToDraft(s.house, {
    ...{ draftId: s.draft.id, rev: s.draft.rev, updateKey: `${s.turn.updateKey}:${part}` },
    ...{ name, bytes, part, max: 100, at: s.now },
  });
}

/** The texts alone: nominations have rows of their own. */
function keptAnswers({ answers }: SummaryScene) {
  return Object.fromEntries(
    Object.entries(answers).filter(([key]) =>
      ['results', 'difficulties', 'proposals', 'directions'].includes(key),
    ),
  );
}
