import type { Proposal } from '../../../awards/proposal.ts';
import type { Args, Locale } from '../../../i18n.ts';
import { nameAward, nameAwardLevel, type ProposedAward } from '../../../plan/awards.ts';
import { formatDate } from '../../../plan/calendar.ts';
import type { Plan } from '../../../plan/plan.ts';
import { decapitalise } from '../../../text/letters.ts';

interface Sayer {
  locale: Locale;
  t(key: string, args?: Args): string;
}

/** Names the form or the title of a proposal. Plain text. */
export function sayAwardName(
  by: Pick<Sayer, 'locale'>,
  plan: Plan,
  { form, title }: Pick<ProposedAward, 'form' | 'title'>,
): string {
  return nameAward(plan, by.locale, form ?? title ?? '');
}

/** Names a level within a sentence. Plain text. */
export function sayLevel(by: Pick<Sayer, 'locale'>, plan: Plan, level: string): string {
  return decapitalise(nameAwardLevel(plan, by.locale, level));
}

/** Says what is proposed: `Giấy khen, cấp huyện`. Plain text. */
export function sayAward(by: Pick<Sayer, 'locale'>, plan: Plan, award: ProposedAward): string {
  return `${sayAwardName(by, plan, award)}, ${sayLevel(by, plan, award.level)}`;
}

/** Says a decision by its number, day and body. Plain text. */
export function sayPaper(
  by: Pick<Sayer, 't'>,
  { number, decidedOn, body }: { number: string; decidedOn: Date | string; body: string },
): string {
  const day = typeof decidedOn === 'string' ? decidedOn : decidedOn.toISOString().slice(0, 10);
  return by.t('awards-paper', { number, day: formatDate(day), body });
}

/** Says where a proposal stands, with its decision. Plain text. */
export function sayProposalState(
  by: Sayer,
  { state, decision }: Pick<Proposal, 'state' | 'decision'>,
): string {
  const said = by.t(`proposal-state-${state}`);
  return state === 'granted' && decision ? `${said}: ${sayPaper(by, decision)}` : said;
}
