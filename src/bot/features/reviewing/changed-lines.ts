import type { ChangedField } from '../../../exemplars/changes.ts';
import type { Exemplar } from '../../../exemplars/exemplar.ts';
import { has } from '../../../i18n.ts';
import { formatDate, isDate } from '../../../plan/calendar.ts';
import { criterionNumbers } from '../../../plan/criteria.ts';
import { shorten } from '../../../text/shorten.ts';
import type { BotContext } from '../../core/context.ts';
import { asList } from '../../forms/position.ts';

/** Fields whose question has another key than the column. */
const questionOf: Record<string, string> = {
  difficultArea: 'difficult',
  directLabour: 'labour',
  leadsId: 'leads',
  exceptionReason: 'exception',
};

/** Room that the lines take at most, in characters of the message. */
export const changedLinesRoom = 1500;

/** "Đã sửa: …": what the unit mended, line by line, before and after (HTML). */
export async function changedLines(
  ctx: BotContext,
  changes: ChangedField[],
  exemplar: Exemplar,
): Promise<string> {
  const reason = changes.find(({ field }) => field === 'otherReason')?.after;
  if (typeof reason === 'string') {
    const rest = changes.filter(({ field }) => field !== 'otherReason');
    const said = ctx.html('review-other-reason', { reason: shorten(reason, 500) });
    return `${await changedLines(ctx, rest, exemplar)}\n${said}`;
  }
  if (changes.length === 0) return ctx.html('review-nothing-changed');
  const collectives = await namesOfCollectives(ctx, changes);
  const longest = Math.floor(changedLinesRoom / changes.length / 2) - 20;
  const moved = changes.find(({ field }) => field === 'category');
  const inWords = (field: string, value: unknown, category: unknown) =>
    shorten(sayValue(ctx, field, value, { collectives, category }), Math.max(20, longest));
  const lines = changes.map(({ field, before, after }) => {
    const ofPerson = field === 'name' && exemplar.subject === 'individual';
    const key = `register-${ofPerson ? 'name-person' : (questionOf[field] ?? field)}-label`;
    return ctx.html('review-changed-line', {
      label: has(ctx.locale, key) ? ctx.t(key) : field,
      before: inWords(field, before, moved ? moved.before : exemplar.category),
      after: inWords(field, after, exemplar.category),
    });
  });
  return [ctx.html('review-changed'), ...lines].join('\n');
}

async function namesOfCollectives(ctx: BotContext, changes: ChangedField[]): Promise<Map<number, string>> {
  const ids = changes
    .filter(({ field }) => field === 'leadsId')
    .flatMap(({ before, after }) => [before, after])
    .filter((id): id is number => typeof id === 'number');
  if (ids.length === 0) return new Map();
  const { rows } = await ctx.house.db.pool.query<{ id: number; name: string }>(
    'select id, name from exemplar where id = any ($1)',
    [ids],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

function sayValue(
  ctx: BotContext,
  field: string,
  value: unknown,
  { collectives, category }: { collectives: Map<number, string>; category: unknown },
): string {
  const { plan } = ctx.house;
  if (value === null || value === '') return '–';
  if (typeof value === 'boolean') return ctx.t(value ? 'yes' : 'no');
  if (Array.isArray(value)) {
    const numbers = criterionNumbers(plan, category, asList(value));
    return numbers.length > 0 ? ctx.t('review-changed-numbers', { numbers: numbers.join(', ') }) : '–';
  }
  if (typeof value === 'number' && field === 'leadsId') return collectives.get(value) ?? '…';
  if (value === 'collective' || value === 'individual') return plan.subjects[value].name[ctx.locale];
  if (field === 'category')
    return plan.categories.find((c) => c.code === value)?.name[ctx.locale] ?? String(value);
  if (field === 'sex') return ctx.t(`register-sex-${String(value)}`);
  const text = String(value);
  return field === 'endorsedOn' && isDate(text) ? formatDate(text) : text;
}
