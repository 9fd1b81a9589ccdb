import type { Exemplar } from '../../../exemplars/exemplar.ts';
import { listOwnCriteria } from '../../../exemplars/own-criteria/own-criterion.ts';
import { escapeHtml } from '../../../i18n.ts';
import { criteriaFor, criteriaOffered } from '../../../plan/criteria.ts';
import { shorten } from '../../../text/shorten.ts';
import type { BotContext } from '../../core/context.ts';
import { planOf } from '../../core/house.ts';

/**
 * The criteria that an exemplar meets, in the plan's words, numbered as on the registration (plain
 * text).
 */
function metCriteria(ctx: BotContext, exemplar: Exemplar): string[] {
  const met = criteriaFor(planOf(ctx.house, exemplar), exemplar.category).flatMap(({ code, text }, i) =>
    exemplar.criteria.includes(code) ? [`${i + 1}. ${text}`] : [],
  );
  return [...met, ...ownLines(ctx, exemplar)];
}

/** The unit's own criteria that are met: ticked ones, then those typed at the registration. */
function ownLines(ctx: BotContext, { ownTicked, ownWords, ownCriteria }: Exemplar): string[] {
  const ticked = ownTicked.map((id) => ownWords?.[id] ?? '…');
  const typed = ownCriteria?.split('\n').filter(Boolean) ?? [];
  return [...ticked, ...typed].map((text) => ctx.t('review-criterion-own', { text }));
}

/**
 * Writes the criteria that are met in words (HTML), in at most `room` characters. Without enough
 * room each is shortened; [Xem đủ tiêu chí] shows them all.
 */
export function criteriaLines(ctx: BotContext, exemplar: Exemplar, room: number): string {
  const lines = metCriteria(ctx, exemplar);
  if (lines.length === 0) return ctx.html('review-criteria-none');
  const title = ctx.html('review-criteria');
  const whole = [title, ...lines.map(escapeHtml)].join('\n');
  if (whole.length <= room) return whole;
  const each = Math.max(24, Math.floor((room - title.length) / lines.length) - 1);
  // Of very many the first: the button shows them all.
  const fitting = lines.slice(0, Math.max(1, Math.floor((room - title.length) / (each + 1))));
  return [title, ...fitting.map((line) => escapeHtml(shorten(line, each)))].join('\n');
}

/** Writes every criterion whole, met or not, in as many messages as needed. */
export async function allCriteria(ctx: BotContext, exemplar: Exemplar): Promise<string[]> {
  const longest = 3500;
  const messages = [ctx.html('review-criteria-of', { code: exemplar.code })];
  const { category, leader, criteria: ticked } = exemplar;
  const all = criteriaOffered(planOf(ctx.house, exemplar), { category, leads: leader === true, ticked }).map(
    ({ code, text }, i) => `${exemplar.criteria.includes(code) ? '☑' : '☐'} ${i + 1}. ${text}`,
  );
  const met = ownLines(ctx, exemplar).map((own) => `☑ ${own}`);
  for (const line of [...all, ...met, ...(await ownUnmet(ctx, exemplar))].map(escapeHtml)) {
    const last = messages.at(-1) ?? '';
    if (last.length + line.length > longest) messages.push(line);
    else messages[messages.length - 1] = `${last}\n${line}`;
  }
  return messages;
}

async function ownUnmet(
  ctx: BotContext,
  { planId, unitId, subject, ownTicked }: Exemplar,
): Promise<string[]> {
  const inUse = await listOwnCriteria(ctx.house.db.prisma, { planId, unitId }, subject);
  const unmet = inUse.filter(({ id }) => !ownTicked.includes(id));
  return unmet.map(({ text }) => `☐ ${ctx.t('review-criterion-own', { text })}`);
}
