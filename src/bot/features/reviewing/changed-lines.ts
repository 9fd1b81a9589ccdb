import type { ChangedField } from '../../../exemplars/changes.ts';
import type { Exemplar } from '../../../exemplars/exemplar.ts';
import { exemplarNames } from '../../../exemplars/exemplar-names.ts';
import { type Fact, factLabel } from '../../../exemplars/facts/fact.ts';
import { inFactOrder } from '../../../exemplars/facts/fact-order.ts';
import { facts } from '../../../exemplars/facts/facts.ts';
import { sayFactInHistory } from '../../../exemplars/facts/say.ts';
import { findOwnCriteria } from '../../../exemplars/own-criteria/own-criterion.ts';
import { shorten } from '../../../text/shorten.ts';
import type { BotContext } from '../../core/context.ts';
import { planOf } from '../../core/house.ts';

/** Maximum length of the lines, in characters of the message. */
export const changedLinesRoom = 1500;

/** Writes "Đã sửa: …": the unit's changes, line by line, before and after (HTML). */
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
  const own = await wordsOfOwnCriteria(ctx, changes);
  const longest = Math.floor(changedLinesRoom / changes.length / 2) - 20;
  const moved = changes.find(({ field }) => field === 'category');
  const reader = { t: ctx.t, locale: ctx.locale, plan: planOf(ctx.house, exemplar) };
  const inWords = (fact: Fact | undefined, value: unknown, category: unknown) => {
    const words = fact
      ? sayFactInHistory(fact, value, reader, {
          category,
          nameOf: (id) => collectives.get(id),
          ownWords: (id) => own.get(id),
        })
      : String(value ?? '–');
    return shorten(words, Math.max(20, longest));
  };
  const lines = inFactOrder(changes, ({ field }) => field).map(({ field, before, after, names }) => {
    const fact = facts.find((one) => one.field === field);
    const named = (files: string[]) => shorten(files.join(', ') || '–', Math.max(20, longest));
    return ctx.html('review-changed-line', {
      label: fact ? ctx.t(factLabel(fact, exemplar.subject)) : field,
      before: names ? named(names.before) : inWords(fact, before, moved ? moved.before : exemplar.category),
      after: names ? named(names.after) : inWords(fact, after, exemplar.category),
    });
  });
  return [ctx.html('review-changed'), ...lines].join('\n');
}

async function namesOfCollectives(ctx: BotContext, changes: ChangedField[]): Promise<Map<number, string>> {
  const ids = changes
    .filter(({ field }) => field === 'leadsId')
    .flatMap(({ before, after }) => [before, after])
    .filter((id): id is number => typeof id === 'number');
  return exemplarNames(ctx.house.db.prisma, ids);
}

async function wordsOfOwnCriteria(ctx: BotContext, changes: ChangedField[]): Promise<Map<number, string>> {
  const ids = changes
    .filter(({ field }) => field === 'ownTicked')
    .flatMap(({ before, after }) => [before, after].flat())
    .filter((id): id is number => typeof id === 'number');
  const found = await findOwnCriteria(ctx.house.db.prisma, ids);
  return new Map(found.map(({ id, text }) => [id, text]));
}
