import { z } from 'zod';
import { findLikePaper, listDecidingBodies } from '../../../awards/decision.ts';
import { listProposals, type Proposal } from '../../../awards/proposal.ts';
import { recordDecision } from '../../../awards/record-decision.ts';
import { findUndecidable } from '../../../awards/require-decidable.ts';
import { DomainError } from '../../../errors.ts';
import { hasAccess, listUnitsWithin } from '../../../people/rights.ts';
import { nameAwardLevel } from '../../../plan/awards.ts';
import { planOn } from '../../../plan/plan-on.ts';
import { shorten } from '../../../text/shorten.ts';
import { actorOf } from '../../core/actor.ts';
import { sayRefusal } from '../../core/refusal.ts';
import type { Finished, Form, Question, Scene } from '../../forms/form.ts';
import { choiceAnswer } from '../../forms/kinds/choice.ts';
import { confirmAnswer } from '../../forms/kinds/confirm.ts';
import { ticksAnswer } from '../../forms/kinds/ticks.ts';
import { answered, answerOf, readStoredList } from '../../forms/position.ts';
import { reasonLength, reasonQuestion } from '../reason-question.ts';
import { awardListButton } from './list-screen.ts';
import { createPaperQuestions, paperTogether } from './paper-questions.ts';
import { awardPresses as presses } from './presses.ts';
import { sayAwardName, sayLevel, sayPaper } from './say-award.ts';

/** The schema of what a decision is recorded for: a plan, and the levels that have proposals. */
const decisionFormSubject = z.object({
  planId: z.int(),
  levels: z.array(z.string()).min(1),
  /** The filter of the list that it came from. */
  kept: z.string(),
});

type RecordSubject = z.infer<typeof decisionFormSubject>;
type RecordScene = Scene<RecordSubject>;

const level: Question<string, RecordSubject> = {
  key: 'level',
  when: (s) => s.subject.levels.length > 1,
  ask: (s) => s.html('awards-level'),
  label: (s) => s.t('annual-level-label'),
  answer: choiceAnswer({
    options: (s: RecordScene) =>
      s.subject.levels.map((code) => ({
        value: code.slice(0, 16),
        label: nameAwardLevel(s.house.plan, s.locale, code),
        act: async () => ({ set: { level: code } }),
      })),
  }),
  show: (value, s) => nameAwardLevel(s.house.plan, s.locale, value),
  saved: () => ({ granted: undefined, others: undefined, refused: undefined, reason: undefined }),
};

function levelOf(s: RecordScene): string {
  const [only = ''] = s.subject.levels;
  return typeof s.answers.level === 'string' ? s.answers.level : only;
}

const { number, day, body, files } = createPaperQuestions<RecordSubject>({
  level: levelOf,
  before: async () => undefined,
  async bodies(s) {
    const known = await listDecidingBodies(s.house.db.prisma, {
      planId: s.subject.planId,
      level: levelOf(s),
    });
    return known.length > 0 ? known.slice(0, 5) : [planOfDay(s).bodies.committee.vi];
  },
  /** Where some can be granted on that day, the others are not offered. */
  async refuseDay(s, on) {
    const refusals = (await listForwarded(s)).map((one) => findUndecidable(s.house.plan, one, on));
    return refusals.every((refusal) => refusal !== undefined) ? refusals[0] : undefined;
  },
});

/** The bodies are those of the decision's day. */
function planOfDay(s: RecordScene) {
  return typeof s.answers.day === 'string' ? planOn(s.house.plan, s.answers.day) : s.house.plan;
}

/** The forwarded proposals of the level that a turn asks for, read once a scene. */
const listedIn = new WeakMap<object, Promise<Proposal[]>>();

function listForwarded(s: RecordScene): Promise<Proposal[]> {
  const known = listedIn.get(s.answers);
  if (known) return known;
  const within = listUnitsWithin(s.person, 'manageAwards');
  const listed = listProposals(s.house.db.prisma, {
    ...{ planId: s.subject.planId, state: 'forwarded', level: levelOf(s) },
    ...(within !== 'all' && { unitIds: within }),
  });
  listedIn.set(s.answers, listed);
  return listed;
}

function optionOf(s: RecordScene, one: Proposal) {
  const words = `${one.exemplar.code} ${one.exemplar.name} – ${sayAwardName(s, s.house.plan, one)}`;
  return { value: String(one.id), label: shorten(words, 60), words };
}

const mostCodes = 12;

/** Says how many proposals are ticked, and of which exemplars. Plain text. */
async function sayCodes(value: string[], s: RecordScene): Promise<string> {
  const ticked = (await listForwarded(s)).filter(({ id }) => value.includes(String(id)));
  const codes = ticked.map(({ exemplar }) => exemplar.code);
  const shown = codes.slice(0, mostCodes).join(', ');
  const counted = s.t('awards-counted', { n: value.length });
  return shown === '' ? counted : `${counted}: ${shown}${codes.length > mostCodes ? ', …' : ''}`;
}

const granted: Question<string[], RecordSubject> = {
  key: 'granted',
  ask: (s) => s.html('awards-granted'),
  label: (s) => s.t('awards-granted-label'),
  answer: ticksAnswer({
    atLeastOne: true,
    options: async (s: RecordScene) => {
      const on = answered(s, day);
      const decidable = (await listForwarded(s)).filter((one) => !findUndecidable(s.house.plan, one, on));
      return decidable.map((one) => optionOf(s, one));
    },
  }),
  show: sayCodes,
  async saved(value, s) {
    const rest = (await listForwarded(s)).filter(({ id }) => !value?.includes(String(id)));
    // Nothing is left to ask about.
    return rest.length === 0
      ? { others: null, refused: null, reason: null, '~left': 0 }
      : { others: undefined, refused: undefined, reason: undefined, '~left': rest.length };
  },
};

/** Asks whether the other proposals of the level wait, or some were refused. */
const others: Question<string, RecordSubject> = {
  key: 'others',
  unnumbered: true,
  ask: (s) => s.html('awards-rest', { n: Number(s.answers['~left'] ?? 0) }),
  label: (s) => s.t('awards-rest-label'),
  answer: choiceAnswer({
    yes: 'wait',
    no: 'refused',
    options: (s) => [
      { value: 'wait', label: s.t('awards-rest-wait') },
      { value: 'refused', label: s.t('awards-rest-refused') },
    ],
  }),
  show: (value, s) => (value === 'wait' ? s.t('awards-rest-wait') : undefined),
  saved: (value) =>
    value === 'refused' ? { refused: undefined, reason: undefined } : { refused: null, reason: null },
};

const refused: Question<string[], RecordSubject> = {
  key: 'refused',
  unnumbered: true,
  when: (s) => s.answers.others === 'refused',
  ask: (s) => s.html('awards-refused'),
  label: (s) => s.t('awards-refused-label'),
  answer: ticksAnswer({
    atLeastOne: true,
    options: async (s: RecordScene) => {
      const named = readStoredList(s.answers.granted);
      const rest = (await listForwarded(s)).filter(({ id }) => !named.includes(String(id)));
      return rest.map((one) => optionOf(s, one));
    },
  }),
  show: sayCodes,
};

const reason: Question<string, RecordSubject> = {
  ...reasonQuestion('award', (s: RecordScene) => s.html('awards-refused-reason', reasonLength)),
  unnumbered: true,
  when: (s) => s.answers.others === 'refused',
};

/** The form that records a decision on awards: its paper, and what it grants (Plan 101, IV.3). */
export const recordDecisionForm: Form<RecordSubject> = {
  key: 'award-decision',
  subject: decisionFormSubject,
  questions: [
    ...[level, number, day, body, granted, others, refused, reason, files],
    {
      key: 'confirm',
      unnumbered: true,
      ask: async (s) => [...(await sayLikePaper(s)), s.html('awards-confirm')].join('\n'),
      label: (s) => s.t('register-confirm-label'),
      answer: confirmAnswer({ sendLabel: (s) => s.t('awards-record'), editable: true }),
    },
  ],
  together: paperTogether,
  planOf: ({ planId }) => planId,
  allowed: (s) => hasAccess(s.person, 'manageAwards'),
  title: (s) => s.t('awards-record'),
  finish,
};

function paperOf(s: RecordScene) {
  return { number: answered(s, number), decidedOn: answered(s, day), body: answered(s, body) };
}

/** Says that the paper is recorded already, or that one much like it is (HTML). */
async function sayLikePaper(s: RecordScene): Promise<string[]> {
  const of = { planId: s.subject.planId, level: levelOf(s), ...paperOf(s) };
  const like = await findLikePaper(s.house.db.prisma, of);
  if (!like) return [];
  const paper = `${sayPaper(s, like.paper)}, ${sayLevel(s, s.house.plan, like.paper.level)}`;
  return [s.html(like.same ? 'awards-paper-known' : 'awards-paper-like', { paper })];
}

async function finish(s: RecordScene): Promise<Finished> {
  const { db, plan } = s.house;
  const paper = paperOf(s);
  try {
    const recorded = await recordDecision(
      { db, plan },
      {
        ...{ ...paper, level: levelOf(s), granted: answered(s, granted).map(Number), draftId: s.draft.id },
        refused: (answerOf(s, refused) ?? []).map(Number),
        refusedBecause: answerOf(s, reason) ?? null,
      },
      { ...actorOf(s), at: s.now },
    );
    await s.house.deliverSoon(recorded.deliveries);
    return {
      end: {
        text: s.html('awards-recorded', {
          paper: sayPaper(s, paper),
          granted: recorded.granted,
          refused: recorded.refused,
          added: recorded.extended ? 'yes' : 'no',
        }),
        buttons: [
          [{ text: s.t('awards-decision-open'), callback_data: presses.decision.data(recorded.decisionId) }],
          [awardListButton(s, s.subject.kept)],
        ],
      },
    };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const say = { text: sayRefusal(s, error) };
    if (error.code === 'award-not-held' || error.code === 'award-before-year')
      return { set: { day: undefined, confirm: undefined }, say, cursor: 'day' };
    if (error.code !== 'proposal-decided' && error.code !== 'proposal-not-found') throw error;
    // Another officer was first with one of them: the rest stays ticked.
    const there = (await listProposals(db.prisma, { planId: plan.id, state: 'forwarded' })).map(({ id }) =>
      String(id),
    );
    const left = answered(s, granted).filter((id) => there.includes(id));
    return {
      set: {
        granted: undefined,
        '~granted': left,
        others: undefined,
        refused: undefined,
        confirm: undefined,
      },
      say,
      cursor: 'granted',
    };
  }
}
