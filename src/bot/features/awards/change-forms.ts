import { z } from 'zod';
import { mendDecision, takeBackDecision } from '../../../awards/change-decision.ts';
import { type AwardDecision, findAwardDecision } from '../../../awards/decision.ts';
import { findUndecidable } from '../../../awards/require-decidable.ts';
import { closeDraft } from '../../../drafts/draft.ts';
import { DomainError } from '../../../errors.ts';
import { hasAccess } from '../../../people/rights.ts';
import { actorOf } from '../../core/actor.ts';
import { sayRefusal } from '../../core/refusal.ts';
import type { Finished, Form, Scene } from '../../forms/form.ts';
import { confirmAnswer } from '../../forms/kinds/confirm.ts';
import { answered, answerOf } from '../../forms/position.ts';
import { reasonLength, reasonQuestion } from '../reason-question.ts';
import { createPaperQuestions, paperTogether } from './paper-questions.ts';
import { awardPresses as presses } from './presses.ts';
import { sayPaper } from './say-award.ts';

const changeSubject = z.object({
  planId: z.int(),
  decisionId: z.int(),
  level: z.string(),
  /** The newest line of its history on the officer's screen. */
  seen: z.int(),
});
type ChangeSubject = z.infer<typeof changeSubject>;
type ChangeScene = Scene<ChangeSubject>;

const beforeOf = (s: ChangeScene): Promise<AwardDecision | undefined> =>
  findAwardDecision(s.house.db.prisma, s.subject.decisionId);

const { number, day, body, files } = createPaperQuestions<ChangeSubject>({
  level: (s) => s.subject.level,
  before: beforeOf,
  bodies: () => [],
  async refuseDay(s, on) {
    const { level } = s.subject;
    const granted = (await beforeOf(s))?.proposals.filter(({ state }) => state === 'granted') ?? [];
    return granted.flatMap((one) => findUndecidable(s.house.plan, { ...one, level }, on) ?? [])[0];
  },
});

const mendReason = reasonQuestion('award', (s: ChangeScene) => s.html('awards-mend-reason', reasonLength));

const common = {
  subject: changeSubject,
  planOf: ({ planId }: ChangeSubject) => planId,
  allowed: (s: ChangeScene) => hasAccess(s.person, 'manageAwards'),
};

const seeButton = (s: ChangeScene) => [
  { text: s.t('awards-decision-open'), callback_data: presses.decision.data(s.subject.decisionId) },
];

/** The form that mends the number, the day, the body or the files of a decision. */
export const mendDecisionForm: Form<ChangeSubject> = {
  ...common,
  key: 'award-mend',
  questions: [
    ...[number, day, body, files, mendReason],
    {
      key: 'confirm',
      unnumbered: true,
      ask: (s) => s.html('awards-confirm'),
      label: (s) => s.t('register-confirm-label'),
      answer: confirmAnswer({ sendLabel: (s) => s.t('awards-mend-save'), editable: true }),
    },
  ],
  together: paperTogether,
  title: (s) => s.t('awards-mend-title'),
  finish: (s) =>
    change(s, async () => {
      const facts = { number: answered(s, number), decidedOn: answered(s, day), body: answered(s, body) };
      const before = await beforeOf(s);
      if (before && isSame(before, facts) && !answerOf(s, files)) {
        await closeDraft(s.house.db.pool, s.draft.id, 'discarded', s.now);
        return { text: s.html('awards-mend-nothing'), deliveries: [] };
      }
      const { decisionId, seen } = s.subject;
      const mended = { ...facts, decisionId, seen, reason: answered(s, mendReason), draftId: s.draft.id };
      const by = { ...actorOf(s), at: s.now };
      const { decision, deliveries } = await mendDecision({ db: s.house.db, plan: s.house.plan }, mended, by);
      return { text: s.html('awards-mended', { paper: sayPaper(s, decision) }), deliveries };
    }),
};

function isSame(before: AwardDecision, facts: { number: string; decidedOn: string; body: string }): boolean {
  return before.number === facts.number && before.decidedOn === facts.decidedOn && before.body === facts.body;
}

const takeBackReason = reasonQuestion('award', async (s: ChangeScene) => {
  const decision = await beforeOf(s);
  return s.html('awards-take-back-reason', {
    paper: decision ? sayPaper(s, decision) : '–',
    n: decision?.proposals.length ?? 0,
    ...reasonLength,
  });
});

/** The form that takes a decision back: its proposals are forwarded again. */
export const takeBackDecisionForm: Form<ChangeSubject> = {
  ...common,
  key: 'award-take-back',
  questions: [takeBackReason],
  savable: false,
  title: (s) => s.t('awards-take-back-title'),
  finish: (s) =>
    change(s, async () => {
      const of = {
        decisionId: s.subject.decisionId,
        reason: answered(s, takeBackReason),
        draftId: s.draft.id,
      };
      const by = { ...actorOf(s), at: s.now };
      const { decision, deliveries } = await takeBackDecision({ db: s.house.db, plan: s.house.plan }, of, by);
      return { text: s.html('awards-taken-back', { paper: sayPaper(s, decision) }), deliveries };
    }),
};

/** Makes a change, or says that another officer was first. */
async function change(
  s: ChangeScene,
  make: () => Promise<{ text: string; deliveries: number[] }>,
): Promise<Finished> {
  try {
    const { text, deliveries } = await make();
    await s.house.deliverSoon(deliveries);
    return { end: { text, buttons: [seeButton(s)] } };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const say = { text: sayRefusal(s, error) };
    if (error.code === 'award-decision-there')
      return { set: { number: undefined, confirm: undefined }, say, cursor: 'number' };
    if (error.code === 'award-not-held' || error.code === 'award-before-year')
      return { set: { day: undefined, confirm: undefined }, say, cursor: 'day' };
    await closeDraft(s.house.db.pool, s.draft.id, 'discarded', s.now);
    return { end: { ...say, buttons: [seeButton(s)] } };
  }
}
