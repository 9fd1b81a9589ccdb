import { type Args, type Locale, t } from '../i18n.ts';
import { nameAward, nameAwardLevel } from '../plan/awards.ts';
import { formatDate } from '../plan/calendar.ts';
import type { Plan } from '../plan/plan.ts';
import { decapitalise } from '../text/letters.ts';
import { shorten } from '../text/shorten.ts';
import type { Story } from './story.ts';
import type { StoryEvent } from './story-events.ts';

/** The language, and the plan whose words are used. */
export interface StoryWords {
  locale: Locale;
  plan: Plan;
  /** Whether long texts are said whole, as on paper; otherwise they are shortened. */
  whole?: boolean;
}

/** Says a moment of a story in one line, with its plan where it has several. Plain text. */
export function sayStoryEvent(by: StoryWords, event: StoryEvent): string {
  return event.plan === undefined ? sayEvent(by, event) : `${sayEvent(by, event)} (${event.plan})`;
}

function sayEvent(by: StoryWords, event: StoryEvent): string {
  const say = (key: string, args?: Args) => t(by.locale, key, args);
  switch (event.event) {
    case 'review': {
      const { action, reason, person } = event.of;
      const args = { who: person?.name ?? '–', reason: cut(by, reason ?? '–', 160) };
      return say(`story-review-${action}`, args);
    }
    case 'step': {
      const { what, who, kind } = event.of;
      const kindName = say(`fostering-kind-${kind}`);
      const args = { kind: kindName, what: cut(by, what, 120), who: cut(by, who, 60) };
      return say(`story-step-${event.state}`, args);
    }
    case 'activity':
      return sayStoryActivity(by, event.of);
    case 'evaluation':
      return sayStoryEvaluation(by, event.of);
    case 'proposal':
      return sayStoryProposal(by, event.of);
    case 'award':
      return sayStoryAward(by, event.of);
    case 'nomination':
      return sayStoryNomination(by, event.of);
    case 'carry':
      return say('story-carried', { plan: event.of.plan.code ?? '–' });
  }
}

/** Says an activity: kind, place or medium, figures. Plain text. */
export function sayStoryActivity(by: StoryWords, of: Story['activities'][number]): string {
  const { locale } = by;
  const { kind, place, reached, broadcasts, minutes } = of;
  const figures = [
    ...(reached === null ? [] : [t(locale, 'activity-reached-shown', { n: reached })]),
    ...(broadcasts === null ? [] : [t(locale, 'activity-broadcasts-shown', { n: broadcasts })]),
    ...(minutes === null ? [] : [t(locale, 'activity-minutes-shown', { n: minutes })]),
  ];
  const said = t(locale, 'story-activity', {
    kind: t(locale, `activity-kind-${kind}`),
    place: cut(by, place, 80),
  });
  return figures.length > 0 ? `${said} (${figures.join(', ')})` : said;
}

/** Says an evaluation: its year, result, where it was replicated. Plain text. */
export function sayStoryEvaluation(by: StoryWords, of: Story['evaluations'][number]): string {
  const { locale } = by;
  const { year, result, spreadTo, spreadCount } = of;
  const said = t(locale, 'story-evaluation', {
    year: String(year),
    result: t(locale, `evaluate-result-${result}`),
  });
  if (!spreadTo) return said;
  const place = cut(by, spreadTo, 100);
  return `${said} – ${t(locale, 'story-spread', { place, n: spreadCount ?? 'none' })}`;
}

/** Says an award proposal: award, level, where it stands, its decision or why not. Plain text. */
export function sayStoryProposal(by: StoryWords, of: Story['proposals'][number]): string {
  const { locale, plan } = by;
  const { year, form, title, level, state, decision, reason } = of;
  const paper =
    state === 'granted' && decision
      ? t(locale, 'awards-paper', {
          number: decision.number,
          day: formatDate(decision.decidedOn.toISOString().slice(0, 10)),
          body: decision.body,
        })
      : undefined;
  const why = paper ?? (reason === null ? undefined : cut(by, reason, 80));
  const said = t(locale, `proposal-state-${state}`);
  return t(locale, 'story-proposal', {
    year: String(year),
    award: nameAward(plan, locale, form ?? title ?? ''),
    level: decapitalise(nameAwardLevel(plan, locale, level)),
    state: why === undefined ? said : `${said}: ${why}`,
  });
}

/** Says an award with its decision: number, day, body. Plain text. */
export function sayStoryAward({ locale, plan }: StoryWords, of: Story['proposals'][number]): string {
  const { form, title, level, state, decision } = of;
  return t(locale, 'story-award', {
    award: nameAward(plan, locale, form ?? title ?? ''),
    level: decapitalise(nameAwardLevel(plan, locale, level)),
    state: t(locale, `proposal-state-${state}`),
    number: decision?.number ?? '–',
    day: decision ? formatDate(decision.decidedOn.toISOString().slice(0, 10)) : '–',
    body: decision?.body ?? '–',
  });
}

/** Says a nomination to the conference, and what became of it. Plain text. */
export function sayStoryNomination({ locale }: StoryWords, { state }: Story['nominations'][number]): string {
  return t(locale, 'story-nomination', { state: t(locale, `nomination-${state}`) });
}

function cut({ whole = false }: StoryWords, text: string, longest: number): string {
  return whole ? text.replace(/\s+/g, ' ') : shorten(text, longest);
}
