import type { Exemplar } from '../../../exemplars/exemplar.ts';
import { escapeHtml } from '../../../i18n.ts';
import { criteriaFor } from '../../../plan/criteria.ts';
import { shorten } from '../../../text/shorten.ts';
import type { BotContext } from '../../core/context.ts';

/**
 * The criteria that an exemplar meets, in the plan's words, numbered as on the registration (plain
 * text).
 */
function metCriteria(ctx: BotContext, exemplar: Exemplar): string[] {
  const met = criteriaFor(ctx.house.plan, exemplar.category).flatMap(({ code, text }, i) =>
    exemplar.criteria.includes(code) ? [`${i + 1}. ${text}`] : [],
  );
  const own = exemplar.ownCriteria?.split('\n').filter(Boolean) ?? [];
  return [...met, ...own.map((text) => ctx.t('review-criterion-own', { text }))];
}

/**
 * The criteria in words (HTML), at most `room` characters. `cut` says that they found no room
 * whole: then each is shortened, and a button shows them all.
 */
export function criteriaLines(
  ctx: BotContext,
  exemplar: Exemplar,
  room: number,
): { text: string; cut: boolean } {
  const lines = metCriteria(ctx, exemplar);
  if (lines.length === 0) return { text: ctx.html('review-criteria-none'), cut: false };
  const title = ctx.html('review-criteria');
  const whole = [title, ...lines.map(escapeHtml)].join('\n');
  if (whole.length <= room) return { text: whole, cut: false };
  const each = Math.max(24, Math.floor((room - title.length) / lines.length) - 1);
  // Of very many the first: the button shows them all.
  const fitting = lines.slice(0, Math.max(1, Math.floor((room - title.length) / (each + 1))));
  return { text: [title, ...fitting.map((line) => escapeHtml(shorten(line, each)))].join('\n'), cut: true };
}

/** Every criterion that the exemplar meets, whole, on as many messages as it takes. */
export function allCriteria(ctx: BotContext, exemplar: Exemplar): string[] {
  const longest = 3500;
  const messages = [ctx.html('review-criteria-of', { code: exemplar.code })];
  for (const line of metCriteria(ctx, exemplar).map(escapeHtml)) {
    const last = messages.at(-1) ?? '';
    if (last.length + line.length > longest) messages.push(line);
    else messages[messages.length - 1] = `${last}\n${line}`;
  }
  return messages;
}
