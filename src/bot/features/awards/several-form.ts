import { z } from 'zod';
import { declineProposals } from '../../../awards/end-proposals.ts';
import { forwardProposals } from '../../../awards/forward-proposals.ts';
import { pageProposals } from '../../../awards/proposal.ts';
import { closeDraft } from '../../../drafts/draft.ts';
import { DomainError } from '../../../errors.ts';
import { hasAccess } from '../../../people/rights.ts';
import { shorten } from '../../../text/shorten.ts';
import { actorOf } from '../../core/actor.ts';
import { sayRefusal } from '../../core/refusal.ts';
import type { Finished, Form, Question, Scene } from '../../forms/form.ts';
import { choiceAnswer } from '../../forms/kinds/choice.ts';
import { ticksAnswer } from '../../forms/kinds/ticks.ts';
import { answered, answerOf } from '../../forms/position.ts';
import { reasonLength, reasonQuestion } from '../reason-question.ts';
import { readAwardFilter } from './award-filter.ts';
import { sayForwarded } from './forward.ts';
import { awardListButton, withinRights } from './list-screen.ts';
import { sayAward } from './say-award.ts';

const severalSubject = z.object({ planId: z.int(), kept: z.string() });
type SeveralSubject = z.infer<typeof severalSubject>;
type SeveralScene = Scene<SeveralSubject>;

/** The most proposals that are offered at once: the list is narrowed for others. */
const mostOffered = 200;

/** Lists the proposals of a list that wait to be forwarded. */
export async function listForwardable(s: Pick<SeveralScene, 'house' | 'person' | 'subject'>) {
  const filter = { ...readAwardFilter(s.house, s.subject.kept), state: 'proposed' as const };
  const of = { ...withinRights(s, filter), limit: mostOffered, offset: 0 };
  return (await pageProposals(s.house.db.prisma, of)).items;
}

const picked: Question<string[], SeveralSubject> = {
  key: 'picked',
  ask: (s) => s.html('awards-several-ask'),
  label: (s) => s.t('awards-several-label'),
  answer: ticksAnswer({
    atLeastOne: true,
    options: async (s: SeveralScene) =>
      (await listForwardable(s)).map((one) => {
        const words = `${one.exemplar.code} ${one.exemplar.name} – ${sayAward(s, s.house.plan, one)}`;
        return { value: String(one.id), label: shorten(words, 60), words };
      }),
  }),
};

const what: Question<string, SeveralSubject> = {
  key: 'what',
  ask: (s) => s.html('awards-several-what', { n: answered(s, picked).length }),
  label: (s) => s.t('awards-several-what-label'),
  answer: choiceAnswer({
    yes: 'forward',
    no: 'decline',
    options: (s) => [
      { value: 'forward', label: s.t('awards-forward') },
      { value: 'decline', label: s.t('awards-decline') },
    ],
  }),
};

const reason: Question<string, SeveralSubject> = {
  ...reasonQuestion('award', (s: SeveralScene) =>
    s.html('awards-several-reason', { n: answered(s, picked).length, ...reasonLength }),
  ),
  sharesNumber: true,
  when: (s) => s.answers.what === 'decline',
};

/** The form that forwards or declines several proposals of the list. */
export const severalAwardsForm: Form<SeveralSubject> = {
  key: 'awards-several',
  subject: severalSubject,
  questions: [picked, what, reason],
  savable: false,
  planOf: ({ planId }) => planId,
  allowed: (s) => hasAccess(s.person, 'manageAwards'),
  title: (s) => s.t('awards-several'),
  finish,
};

async function finish(s: SeveralScene): Promise<Finished> {
  const { db, plan } = s.house;
  const ids = answered(s, picked).map(Number);
  const by = { ...actorOf(s), at: s.now };
  const buttons = [[awardListButton(s, s.subject.kept)]];
  try {
    if (answered(s, what) === 'forward') {
      const result = await forwardProposals({ db, plan }, ids, by);
      await closeDraft(db.pool, s.draft.id, 'done', s.now);
      return { end: { text: sayForwarded(s, result), buttons } };
    }
    const of = { planId: plan.id, ids, reason: answerOf(s, reason) ?? '', draftId: s.draft.id };
    const { deliveries } = await declineProposals(db, of, by);
    await s.house.deliverSoon(deliveries);
    return { end: { text: s.html('awards-several-declined', { n: ids.length }), buttons } };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const say = { text: sayRefusal(s, error) };
    // Another officer was first with one of them: the others are still ticked.
    const waiting = (await listForwardable(s)).map(({ id }) => String(id));
    const left = ids.map(String).filter((id) => waiting.includes(id));
    if (error.code === 'proposal-decided' && left.length > 0)
      return { set: { picked: undefined, '~picked': left }, say, cursor: 'picked' };
    await closeDraft(db.pool, s.draft.id, 'discarded', s.now);
    return { end: { ...say, buttons } };
  }
}
