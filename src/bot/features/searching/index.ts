import { findExemplarCodes } from '../../../exemplars/find-codes.ts';
import { mostFound, readFoundExemplars } from '../../../exemplars/search/find-exemplars.ts';
import { mostSearchWords } from '../../../exemplars/search/question.ts';
import { type FoundBySearch, type SearchOutcome, searchExemplars } from '../../../exemplars/search/search.ts';
import { takePlansInWords } from '../../../plans/plans-in-words.ts';
import { withoutAnyCourtesy } from '../../../text/courtesy.ts';
import { fold } from '../../../text/fold.ts';
import { oneLine } from '../../../text/normalise.ts';
import { shorten } from '../../../text/shorten.ts';
import { withoutEmptyWords } from '../../../text/speech.ts';
import { commandButtons } from '../../core/command-buttons.ts';
import type { BotContext } from '../../core/context.ts';
import { buildPageRow, type Page, pageOf, sayRange } from '../../core/pages.ts';
import { onPress, press } from '../../core/press.ts';
import { openNamedExemplar } from '../exemplars/exemplar-codes.ts';
import { openExemplar } from '../exemplars/exemplar-presses.ts';
import type { Feature } from '../feature.ts';
import { describeSearch } from './search-scope.ts';

const perPage = 8;
const turnPage = press('tc', 'page', 'text');
/** In letters: a button has 64 bytes for all parts. */
const longestCarried = 52;

/**
 * The feature of /tracuu. It finds exemplars by any words of their names, units, codes, people,
 * fields and places, in any order, with or without accents.
 */
export const searchingFeature: Feature = {
  commands: [
    {
      name: 'tracuu',
      right: 'search',
      words: { vi: ['tra cứu', 'tra cứu điển hình'], en: ['search', 'search exemplars'] },
      looseWords: ['tìm', 'tìm kiếm', 'tìm điển hình', 'tìm giúp', 'kiếm', 'find'],
      takesArgs: true,
      keepsArgs: true,
      run: searchInWords,
    },
  ],
  presses(table) {
    onPress(table, turnPage, 'search', async (ctx, page, carried) => {
      const text = carried.replaceAll('+', ' ');
      const outcome = await searchExemplars(ctx.house.db.pool, text, describeSearch(ctx));
      await ctx.sayInPlace(await resultReply(ctx, outcome, text, page));
    });
  },
};

/** The command once more behind itself: "/tracuu tra cứu nuôi ong". */
const again = /^\s*(?:tra cứu|tra cuu|tìm kiếm|tim kiem|tìm|tim)(?!\p{L})/iu;

/** `/tracuu cồng chiêng Glar 2022`, "tìm GLAR-2021-003 giúp em". */
async function searchInWords(ctx: BotContext, args: string): Promise<unknown> {
  if (findExemplarCodes(args).length > 0 && (await openNamedExemplar(ctx, args))) return;
  const words = withYearsOfPlan(ctx, args.replace(again, '').trim());
  const outcome = fold(words) === '' ? undefined : await searchSaid(ctx, words);
  // "Ong" is a bee or a person; "giúp em với ạ" looks for nothing.
  const isCourtesy = withoutAnyCourtesy(words) === '';
  if (!outcome || (isCourtesy && (outcome.outcome !== 'found' || /\s/.test(words))))
    return ctx.say({ text: ctx.html('search-how') });
  await ctx.say(await resultReply(ctx, outcome, words, 0));
}

/** Searches for the words, and where nothing has all of them without those that say nothing. */
async function searchSaid(ctx: BotContext, words: string): Promise<SearchOutcome> {
  const search = (text: string) => searchExemplars(ctx.house.db.pool, text, describeSearch(ctx));
  const found = await search(words);
  if (found.outcome === 'found' && found.left.length === 0) return found;
  const fewer = withoutEmptyWords(words.split(/\s+/), ['ten', 'nguoi', 've', 'models', 'exemplars']).join(
    ' ',
  );
  if (fewer === '' || fewer === words) return found;
  const again = await search(fewer);
  return again.outcome === 'found' && (found.outcome !== 'found' || again.left.length === 0) ? again : found;
}

/** Puts the years of a plan in the place of its name: pages of the answer carry them. */
function withYearsOfPlan({ house }: BotContext, words: string): string {
  const { named, rest } = takePlansInWords(words, house.plans.all());
  const [plan] = named;
  return plan ? `${rest} ${plan.period.from}-${plan.period.to}`.trim() : words;
}

const unanswered = { short: 'search-short', long: 'search-long', none: 'search-none' };

async function resultReply(ctx: BotContext, found: SearchOutcome, text: string, page: number) {
  const typed = shorten(oneLine(text), 80);
  if (found.outcome !== 'found')
    return {
      text: ctx.html(unanswered[found.outcome], { typed, most: mostSearchWords }),
      buttons:
        found.outcome === 'none' ? commandButtons(ctx, ['danhsach'], { danhsach: 'command-danhsach' }) : [],
    };
  const shown = pageOf(found.ids.slice(0, mostFound), page, perPage);
  const lines = await readFoundExemplars(ctx.house.db.prisma, shown.items);
  const carried = found.asked.text.replaceAll(' ', '+');
  const canTurn = carried.length <= longestCarried && /^[\x21-\x7e]+$/.test(carried);
  return {
    text: [
      sayFound(ctx, found, typed, shown),
      ...lines.map((line) =>
        ctx.html('search-line', {
          ...{ code: line.code, name: line.name, unit: line.unitName, year: String(line.year) },
          status: ctx.t(`status-${line.status}`),
        }),
      ),
      ...(shown.pages > 1 && !canTurn ? [ctx.html('search-cannot-turn', { n: shown.total - perPage })] : []),
    ].join('\n'),
    buttons: [
      ...lines.map(({ id, code, name }) => [
        { text: shorten(`${code} ${name}`, 60), callback_data: openExemplar.data(id) },
      ]),
      ...(canTurn ? buildPageRow(ctx, shown, (to) => turnPage.data(to, carried)) : []),
    ],
  };
}

function sayFound(
  ctx: BotContext,
  { ids, near, left }: FoundBySearch,
  typed: string,
  shown: Page<number>,
): string {
  const range = sayRange(ctx, shown);
  const more = ids.length > mostFound ? 'yes' : 'no';
  if (left.length > 0)
    return ctx.html('search-partly', { typed, range, more, left: asTyped(typed, left).join(' ') });
  if (near.length === 0) return ctx.html('search-found', { typed, range, more });
  return ctx.html('search-near', { typed, range, more, near: shorten(near.join(', '), 80) });
}

/** Folded words as they were typed, with their accents. */
function asTyped(typed: string, words: string[]): string[] {
  const tokens = typed.split(' ');
  return words.map((word) => tokens.find((token) => fold(token) === word) ?? word);
}
