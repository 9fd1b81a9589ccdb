import { z } from 'zod';
import {
  declineProposals,
  type EndedResult,
  refuseProposals,
  reopenProposal,
} from '../../../awards/end-proposals.ts';
import { findProposal } from '../../../awards/proposal.ts';
import type { AwardNews } from '../../../awards/tell-units.ts';
import { closeDraft } from '../../../drafts/draft.ts';
import { DomainError } from '../../../errors.ts';
import { hasAccess } from '../../../people/rights.ts';
import type { ProposalAction } from '../../../store/generated/enums.ts';
import { actorOf } from '../../core/actor.ts';
import { sayRefusal } from '../../core/refusal.ts';
import type { Form, Scene } from '../../forms/form.ts';
import { answered } from '../../forms/position.ts';
import { reasonLength, reasonQuestion } from '../reason-question.ts';
import { unitTold } from '../unit-told.ts';
import { awardListButton } from './list-screen.ts';
import { awardPresses as presses } from './presses.ts';
import { sayAward } from './say-award.ts';

const stepSubject = z.object({ planId: z.int(), proposalId: z.int(), kept: z.string() });
type StepSubject = z.infer<typeof stepSubject>;
type StepScene = Scene<StepSubject>;

/** A step of one proposal that needs a reason. */
type ReasonedStep = Exclude<AwardNews & ProposalAction, 'grant'>;

const steps: Record<ReasonedStep, (s: StepScene, reason: string) => Promise<EndedResult>> = {
  decline: (s, reason) =>
    declineProposals(s.house.db, { ...stepOf(s, reason), ids: [s.subject.proposalId] }, by(s)),
  refuse: (s, reason) =>
    refuseProposals(s.house.db, { ...stepOf(s, reason), ids: [s.subject.proposalId] }, by(s)),
  reopen: (s, reason) =>
    reopenProposal(s.house.db, { ...stepOf(s, reason), proposalId: s.subject.proposalId }, by(s)),
};

const by = (s: StepScene) => ({ ...actorOf(s), at: s.now });
const stepOf = (s: StepScene, reason: string) => ({ planId: s.subject.planId, reason, draftId: s.draft.id });

function reasonedForm(step: ReasonedStep): Form<StepSubject> {
  const reason = reasonQuestion('award', async (s: StepScene) => {
    const proposal = await findProposal(s.house.db.prisma, s.subject.proposalId);
    return s.html(`awards-${step}-reason`, {
      code: proposal?.exemplar.code ?? '–',
      award: proposal ? sayAward(s, s.house.plan, proposal) : '–',
      ...reasonLength,
    });
  });
  return {
    key: `award-${step}`,
    subject: stepSubject,
    questions: [reason],
    savable: false,
    planOf: ({ planId }) => planId,
    allowed: (s) => hasAccess(s.person, 'manageAwards'),
    title: (s) => s.t(`awards-${step}-title`),
    async finish(s) {
      const { kept, proposalId } = s.subject;
      const list = [awardListButton(s, kept)];
      const see = [{ text: s.t('awards-see'), callback_data: presses.open.data(proposalId, kept) }];
      try {
        const { proposals, deliveries } = await steps[step](s, answered(s, reason));
        await s.house.deliverSoon(deliveries);
        const [one] = proposals;
        const told = one && (step !== 'reopen' || deliveries.length > 0);
        return {
          end: {
            text: s.html(`awards-${step}-done`, {
              code: one?.exemplar.code ?? '–',
              told: told ? await unitTold(s, one.exemplar.unit.id) : '',
            }),
            buttons: [see, list],
          },
        };
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        // Another officer was first while the reason was being written.
        await closeDraft(s.house.db.pool, s.draft.id, 'discarded', s.now);
        return { end: { text: sayRefusal(s, error), buttons: [see, list] } };
      }
    },
  };
}

/** The form that declines to forward a proposal. */
export const declineAwardForm = reasonedForm('decline');
/** The form that records that the level refused a proposal, without a decision. */
export const refuseAwardForm = reasonedForm('refuse');
/** The form that takes the last step of a proposal back. */
export const reopenAwardForm = reasonedForm('reopen');
