import { rm } from 'node:fs/promises';
import type { MadeFor } from '../../../chat-files/made-for.ts';
import type { Exemplar } from '../../../exemplars/exemplar.ts';
import { findExemplarCodes } from '../../../exemplars/find-codes.ts';
import { listExemplars } from '../../../exemplars/list.ts';
import { type FoundExemplar, readFoundExemplars } from '../../../exemplars/search/find-exemplars.ts';
import { searchExemplars } from '../../../exemplars/search/search.ts';
import { listUnitsWithin } from '../../../people/rights.ts';
import { holds } from '../../../people/roles.ts';
import { drawStory } from '../../../reports/chart/story-timeline.ts';
import { headOfUnit, type SheetHead } from '../../../reports/story-sheet/compose-sheet.ts';
import { makeStorySheet } from '../../../reports/story-sheet/story-sheet.ts';
import { readStory } from '../../../stories/story.ts';
import { withoutAnyCourtesy } from '../../../text/courtesy.ts';
import { shorten } from '../../../text/shorten.ts';
import { withoutEmptyWords } from '../../../text/speech.ts';
import { findPlanUnit } from '../../../units/units.ts';
import type { BotContext } from '../../core/context.ts';
import { planOf } from '../../core/house.ts';
import { onPress } from '../../core/press.ts';
import { chatOfUpdate, sendMadeFile } from '../../core/send-made-file.ts';
import { sendPicture } from '../../core/send-picture.ts';
import { openNamedExemplar } from '../exemplars/exemplar-codes.ts';
import { sendStoredFiles } from '../exemplars/exemplar-files.ts';
import { exemplarFilterInWords } from '../exemplars/exemplar-filter.ts';
import { exemplarOf } from '../exemplars/exemplar-screen.ts';
import { findVisibleExemplars } from '../exemplars/visible-exemplars.ts';
import type { Feature } from '../feature.ts';
import { describeSearch } from '../searching/search-scope.ts';
import { storyPresses as presses } from './presses.ts';
import { listFilesOfStory } from './story-files.ts';
import { sayWho, storyReply } from './story-screen.ts';

const seeing = { right: 'seeExemplars', about: 'exemplar' } as const;
const mostShown = 8;

/**
 * The feature of /hoso: an exemplar's whole story on one screen. Its files, one page to print and a
 * picture of its time follow from there.
 */
export const storiesFeature: Feature = {
  commands: [
    {
      name: 'hoso',
      right: 'seeExemplars',
      words: { vi: ['hồ sơ', 'hồ sơ điển hình', 'xem hồ sơ'], en: ['story', 'exemplar story'] },
      takesArgs: true,
      run: openInWords,
    },
  ],
  presses(table) {
    onPress(table, presses.open, seeing, showStory);
    onPress(table, presses.print, seeing, print);
    onPress(table, presses.timeline, seeing, sendTimeline);
    onPress(table, presses.files, seeing, async (ctx, id) => {
      const { code } = await exemplarOf(ctx, id);
      await sendStoredFiles(ctx, await listFilesOfStory(ctx.house.db.prisma, id), code);
    });
  },
};

/** `/hoso GLAR-2021-003`, `/hoso làng Đê Kốp`; without words it shows the newest to choose. */
async function openInWords(ctx: BotContext, args: string): Promise<unknown> {
  const to = { show: showStory, data: presses.open.data };
  if (findExemplarCodes(args).length > 0 && (await openNamedExemplar(ctx, args, to))) return;
  const named = withoutAnyCourtesy(args) === '' ? {} : await exemplarFilterInWords(ctx, args);
  const { unitId, planId, year, status, words } = named;
  const { unitIds, statuses } = findVisibleExemplars(ctx.person);
  const within = unitId === undefined ? unitIds : (unitIds ?? [unitId]).filter((id) => id === unitId);
  const { items, total } = await listExemplars(ctx.house.db.prisma, {
    ...(within && { unitIds: within }),
    ...(statuses ? { statuses } : status && { statuses: [status] }),
    ...(planId !== undefined && { planId }),
    ...(year !== undefined && { year }),
    ...(words && { words: words.split(' ') }),
    ...{ newestFirst: true, limit: mostShown, offset: 0 },
  });
  const found = items.length > 0 || args === '' ? items : await findMeant(ctx, args);
  const [only, ...more] = found;
  if (only && more.length === 0 && args !== '') return showStory(ctx, only.id);
  const typed = shorten(args, 50);
  const all = items.length > 0 ? total : found.length;
  await ctx.say({
    text:
      found.length > 0
        ? ctx.html('story-which', { n: found.length, total: all, more: all > found.length ? 'yes' : 'no' })
        : ctx.html(typed === '' ? 'list-empty' : 'story-none', { typed }),
    buttons: found.map(({ id, code, name }) => [
      { text: shorten(`${code} ${name}`, 60), callback_data: presses.open.data(id) },
    ]),
  });
}

/** Finds by a person, a place or a misspelt word what the list of names does not have. */
async function findMeant(ctx: BotContext, args: string): Promise<FoundExemplar[]> {
  const { unitIds, statuses } = findVisibleExemplars(ctx.person);
  const scope = { ...(unitIds && { unitIds }), ...(statuses && { statuses }) };
  const { pool, prisma } = ctx.house.db;
  const search = (text: string) => searchExemplars(pool, text, { ...describeSearch(ctx), scope });
  const asTyped = await search(args);
  const fewer = withoutEmptyWords(args.split(/\s+/)).join(' ');
  const found =
    asTyped.outcome === 'found' && asTyped.left.length === 0 ? asTyped : await search(fewer || args);
  // A part of the words is no answer to a name.
  if (found.outcome !== 'found' || found.left.length > 0) return [];
  return readFoundExemplars(prisma, found.ids.slice(0, mostShown));
}

async function showStory(ctx: BotContext, id: number): Promise<void> {
  await ctx.say(await storyReply(ctx, await exemplarOf(ctx, id)));
}

/** Sends the *Phiếu theo dõi điển hình* as one page of Word. */
async function print(ctx: BotContext, id: number): Promise<void> {
  const { db, clock, tempDir } = ctx.house;
  const exemplar = await exemplarOf(ctx, id);
  const plan = planOf(ctx.house, exemplar);
  await ctx.replyWithChatAction('upload_document');
  const story = await readStory(db.prisma, exemplar);
  const who = sayWho(ctx, exemplar);
  const head = await headFor(ctx, exemplar);
  const by = { who, author: ctx.person?.name ?? '', now: clock.now(), head };
  const { path, filename } = await makeStorySheet({ plan, tempDir }, story, by);
  try {
    const { code, name } = exemplar;
    const caption = ctx.html('story-sheet-caption', { code, name: shorten(name, 200) });
    const madeFor = bindStory(ctx, exemplar);
    await sendMadeFile(chatOfUpdate(ctx), ctx, { path, filename }, { caption, madeFor });
  } finally {
    await rm(path, { force: true });
  }
}

/** Binds a sheet to its person and unit; a publicist sees exemplars, and not their units. */
function bindStory({ person }: BotContext, { planId, unitId, code }: Exemplar): MadeFor | undefined {
  const { right } = seeing;
  const within = listUnitsWithin(person, right);
  if (!person || (within !== 'all' && !within.includes(unitId))) return undefined;
  return { personId: person.id, right, unitIds: [unitId], planId, question: { story: code } };
}

/** The head of the unit's own sheet for its people; undefined for those of the office. */
async function headFor(ctx: BotContext, { planId, unitId }: Exemplar): Promise<SheetHead | undefined> {
  if (holds(ctx.person, 'officer', 'manager', 'publicist')) return undefined;
  const unit = await findPlanUnit(ctx.house.db.pool, { planId, unitId });
  return unit && headOfUnit(planOf(ctx.house, { planId }), unit);
}

async function sendTimeline(ctx: BotContext, id: number): Promise<void> {
  const exemplar = await exemplarOf(ctx, id);
  const plan = planOf(ctx.house, exemplar);
  await ctx.replyWithChatAction('upload_photo');
  const story = await readStory(ctx.house.db.prisma, exemplar);
  const picture = await drawStory(story, { plan, locale: ctx.locale, now: ctx.house.clock.now() });
  const { code, name } = exemplar;
  await sendPicture(ctx, picture, {
    text: ctx.html('story-timeline-caption', { code, name: shorten(name, 200) }),
    buttons: [[{ text: ctx.t('story-back', { code }), callback_data: presses.open.data(id) }]],
  });
}
