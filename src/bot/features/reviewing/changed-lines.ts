import type { ChangedField } from '../../../exemplars/changes.ts';
import { has } from '../../../i18n.ts';
import type { BotContext } from '../../context.ts';

/** Fields whose question has another key than the column. */
const questionOf: Record<string, string> = {
  difficultArea: 'difficult',
  directLabour: 'labour',
  leadsId: 'leads',
  exceptionReason: 'exception',
};

/** "Đã sửa: …": what the unit mended, line by line, before and after (HTML). */
export function changedLines(ctx: BotContext, changes: ChangedField[]): string {
  if (changes.length === 0) return ctx.html('review-nothing-changed');
  const lines = changes.map(({ field, before, after }) => {
    const key = `register-${questionOf[field] ?? field}-label`;
    return ctx.html('review-changed-line', {
      label: has(ctx.locale, key) ? ctx.t(key) : field,
      before: inWords(ctx, field, before),
      after: inWords(ctx, field, after),
    });
  });
  return [ctx.html('review-changed'), ...lines].join('\n');
}

function inWords(ctx: BotContext, field: string, value: unknown): string {
  if (value === null || value === '') return '–';
  if (typeof value === 'boolean') return ctx.t(value ? 'yes' : 'no');
  if (Array.isArray(value)) return ctx.t('review-changed-items', { n: value.length });
  if (field === 'category')
    return ctx.house.plan.categories.find((c) => c.code === value)?.name[ctx.locale] ?? String(value);
  const text = String(value);
  return text.length > 150 ? `${text.slice(0, 150)}… (${text.length})` : text;
}
