import type { Activity } from '../../../activities/activity.ts';
import { formatDate, formatInstant } from '../../../plan/calendar.ts';
import { shorten } from '../../../text/shorten.ts';
import type { BotContext } from '../../core/context.ts';
import { sayMedium } from './media.ts';

/** The speaker of these screens: a context, or a form's scene. */
export type ActivitySayer = Pick<BotContext, 't' | 'html' | 'house' | 'person' | 'locale'>;

/** Names the unit that did an activity, or the office. */
function sayHolder(by: ActivitySayer, { unitName, loggedAs }: Activity): string {
  if (unitName !== null) return unitName;
  const office = { office: by.house.plan.bodies.office[by.locale] };
  return loggedAs === 'publicist' ? by.t('role-publicist') : office.office;
}

/** Names an activity by its kind, day and exemplars (plain text). */
export function nameActivity(by: Pick<ActivitySayer, 't'>, { kind, heldOn, exemplars }: Activity): string {
  return `${by.t(`activity-kind-${kind}`)} ${formatDate(heldOn)}, ${sayCodes(exemplars)}`;
}

/** Writes an activity in one line (HTML). */
export function sayActivityLine(by: ActivitySayer, activity: Activity): string {
  const { kind, heldOn, exemplars, place } = activity;
  return by.html('activity-line', {
    kind: by.t(`activity-kind-${kind}`),
    day: formatDate(heldOn),
    exemplars: sayCodes(exemplars),
    place: shorten(sayMedium(by, place), 60),
    figures: sayFigures(by, activity) || 'none',
  });
}

/** Names at most three exemplars by their codes. */
export function sayCodes(exemplars: Activity['exemplars']): string {
  const named = exemplars.slice(0, 3).map(({ code }) => code);
  return named.join(', ') + (exemplars.length > named.length ? ` (+${exemplars.length - named.length})` : '');
}

function sayFigures(by: ActivitySayer, { reached, broadcasts, minutes }: Activity): string {
  const figures = [
    ...(reached === null ? [] : [by.t('activity-reached-shown', { n: reached })]),
    ...(broadcasts === null ? [] : [by.t('activity-broadcasts-shown', { n: broadcasts })]),
    ...(minutes === null ? [] : [by.t('activity-minutes-shown', { n: minutes })]),
  ];
  return figures.join(', ');
}

/** Writes everything about an activity (HTML). */
export function sayActivity(by: ActivitySayer, activity: Activity): string {
  const { kind, heldOn, exemplars, place, link, note, files } = activity;
  const { zone } = by.house.plan;
  const figures = sayFigures(by, activity);
  return [
    by.html('activity-head', { kind: by.t(`activity-kind-${kind}`), day: formatDate(heldOn) }),
    ...exemplars.map(({ code, name }) => by.html('activity-exemplar', { code, name: shorten(name, 100) })),
    by.html('activity-holder-line', { holder: sayHolder(by, activity) }),
    by.html(kind === 'publicity' ? 'activity-medium-line' : 'activity-place-line', {
      place: sayMedium(by, place),
    }),
    ...(figures === '' ? [] : [by.html('activity-figures-line', { figures })]),
    ...(link === null ? [] : [by.html('activity-link-line', { link })]),
    ...(note === null ? [] : [by.html('activity-note-line', { note })]),
    ...(files === 0 ? [] : [by.html('activity-files-line', { n: files })]),
    by.html('activity-logged-line', {
      who: activity.loggedBy ?? '–',
      when: formatInstant(activity.loggedAt, zone),
    }),
    ...(activity.withdrawnAt
      ? [
          by.html('activity-withdrawn-line', {
            when: formatInstant(activity.withdrawnAt, zone),
            reason: activity.withdrawReason ?? '',
          }),
        ]
      : []),
  ].join('\n');
}
