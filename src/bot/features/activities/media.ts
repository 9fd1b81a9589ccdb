import { isBroadcast } from '../../../activities/is-broadcast.ts';
import { defaultLocale, t } from '../../../i18n.ts';
import type { Option } from '../../forms/form.ts';

/** The media that have a button. */
const media = [
  'activity-medium-broadcast',
  'activity-medium-speakers',
  'activity-medium-site',
  'activity-medium-press',
  'activity-medium-social',
  'activity-medium-meeting',
];

/** A medium chosen by its button is stored as `m:<number>`: people do not type that. */
const codes = media.map((key, n) => ({ value: `m:${n}`, key }));

/** Lists the media to choose from. */
export function mediaOptions(by: { t(key: string): string }): Option[] {
  return codes.map(({ value, key }) => ({ value, label: by.t(key) }));
}

/**
 * Writes a medium, chosen or typed, as it is stored. Reports are in the default language, and so is
 * a chosen medium.
 */
export function mediumOf(place: string): string {
  const chosen = codes.find(({ value }) => value === place);
  return chosen ? t(defaultLocale, chosen.key) : place;
}

/** Returns the answer for a stored medium: its button, or the words. */
export function answerOfMedium(place: string): string {
  return codes.find(({ key }) => t(defaultLocale, key) === place)?.value ?? place;
}

/** Writes a medium in the person's language. */
export function sayMedium(by: { t(key: string): string }, place: string): string {
  const chosen = codes.find(({ value, key }) => value === place || t(defaultLocale, key) === place);
  return chosen ? by.t(chosen.key) : place;
}

/** Tells whether publicity in this medium is counted in broadcasts. */
export function isBroadcastMedium(place: unknown): boolean {
  return typeof place === 'string' && isBroadcast(mediumOf(place));
}
