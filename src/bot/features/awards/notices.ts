import { z } from 'zod';
import { findAwardDecision } from '../../../awards/decision.ts';
import { listProposalsById, type Proposal } from '../../../awards/proposal.ts';
import { type AwardNews, awardNews } from '../../../awards/tell-units.ts';
import type { Locale } from '../../../i18n.ts';
import { loadPerson } from '../../../people/accounts.ts';
import { listVisibleUnits } from '../../../people/rights.ts';
import { shorten } from '../../../text/shorten.ts';
import { type House, planOf } from '../../core/house.ts';
import { createWords } from '../../core/words.ts';
import type { Reply } from '../../forms/form.ts';
import { storyPresses } from '../stories/presses.ts';
import { sayAward, sayPaper } from './say-award.ts';

const aboutAwards = z.object({ proposalIds: z.array(z.int()), decisionId: z.int().optional() });

/** The states in which news about a proposal is still true. */
const trueIn: Record<AwardNews, readonly Proposal['state'][]> = {
  decline: ['not_forwarded'],
  refuse: ['refused'],
  reopen: ['proposed', 'forwarded'],
  grant: ['granted', 'refused'],
  mend: ['granted', 'refused'],
  'take-back': ['forwarded'],
  behalf: ['proposed', 'forwarded'],
};

/** Texts above the proposals. */
const texts: Record<AwardNews, string> = {
  decline: 'notice-awards-decline',
  refuse: 'notice-awards-refuse',
  reopen: 'notice-awards-reopen',
  grant: 'notice-awards-grant',
  mend: 'notice-awards-mend',
  'take-back': 'notice-awards-take-back',
  behalf: 'notice-awards-behalf',
};

const mostLines = 30;
const mostButtons = 5;

/** Finds the news of a kind of delivery; undefined: it is not about award proposals. */
export function findAwardNews(name: string): AwardNews | undefined {
  return awardNews.find((news) => name === `award-${news}`);
}

/**
 * Writes the news about award proposals for a liaison: one message with the proposals of all their
 * units. Undefined when none of it is true any more, or they no longer serve the units.
 */
export async function awardNotice(
  house: House,
  notice: { news: AwardNews; payload: unknown },
  locale: Locale,
  personId: number,
): Promise<Reply | undefined> {
  const { proposalIds, decisionId } = aboutAwards.parse(notice.payload);
  const { news } = notice;
  const within = listVisibleUnits(await loadPerson(house.db.prisma, personId));
  const decision =
    decisionId === undefined ? undefined : await findAwardDecision(house.db.prisma, decisionId);
  const told = (await listProposalsById(house.db.prisma, proposalIds)).filter(
    (one) =>
      trueIn[news].includes(one.state) &&
      (within === 'all' || within.includes(one.exemplar.unit.id)) &&
      (news === 'take-back' || decisionId === undefined || one.decisionId === decisionId),
  );
  const [first] = told;
  if (!first) return undefined;
  const plan = planOf(house, first);
  const words = createWords(plan, locale);
  const by = { ...words, locale };
  const shown = told.slice(0, mostLines);
  return {
    text: [
      words.html(texts[news], {
        office: plan.bodies.office[locale],
        paper: decision ? sayPaper(by, decision) : '–',
        reason: first.reason ?? 'none',
      }),
      ...shown.map((one) =>
        words.html('notice-awards-line', {
          code: one.exemplar.code,
          name: shorten(one.exemplar.name, 80),
          unit: one.exemplar.unit.name,
          award: sayAward(by, plan, one),
          state: news === 'grant' || news === 'mend' ? words.t(`proposal-state-${one.state}`) : 'none',
          reason: news === 'grant' && one.reason !== null ? one.reason : 'none',
        }),
      ),
      ...(told.length > shown.length
        ? [words.html('awards-decision-more', { n: told.length - shown.length })]
        : []),
    ].join('\n'),
    buttons: [...new Map(told.map((one) => [one.exemplarId, one.exemplar.code]))]
      .slice(0, mostButtons)
      .map(([id, code]) => [
        { text: words.t('awards-story', { code }), callback_data: storyPresses.open.data(id) },
      ]),
  };
}
