import { closeDraft, listOpenDrafts } from '../../../drafts/draft.ts';
import { shorten } from '../../../text/shorten.ts';
import { commandButtons } from '../../core/command-buttons.ts';
import type { BotContext } from '../../core/context.ts';
import { buildPageRow, pageOf } from '../../core/pages.ts';
import { onPress, press } from '../../core/press.ts';
import { continueDraft } from '../../forms/begin-form.ts';
import {
  buildDropButton,
  findCurrentDraft,
  findCurrentScene,
  offerToResume,
} from '../../forms/begun-draft.ts';
import { askDiscard } from '../../forms/discard.ts';
import { askDrop, dropDraft, goOn, keepDraft, takeLeft } from '../../forms/draft-presses.ts';
import { whereNow } from '../../forms/place.ts';
import { isUnreadable, sayNotOpened, sceneOf } from '../../forms/scene.ts';
import type { Feature } from '../feature.ts';
import { stopInWords } from '../reporting/stop-reports.ts';
import { leftReply, takeOver } from './left-drafts.ts';

/** Turns the pages of the drafts. */
const turnDrafts = press('nhap', 'page');

/** A draft belongs to its person; before joining to its chat. */
const ofDraft = { right: 'all', about: 'draft' } as const;
const droppingDraft = { ...ofDraft, decides: true };

const draftsPerPage = 10;

/** The feature of /nhap and /huy: drafts that a person has begun and not ended. */
export const draftsFeature: Feature = {
  commands: [
    {
      name: 'nhap',
      right: 'handIn',
      words: { vi: ['bản nháp', 'nháp'], en: ['drafts'] },
      run: (ctx) => listDrafts(ctx, 0),
    },
    {
      name: 'huy',
      right: 'all',
      words: { vi: ['hủy', 'huỷ'], en: ['cancel'] },
      ownsPause: true,
      run: cancel,
    },
  ],
  presses(table) {
    onPress(table, takeLeft, { right: 'handIn', decides: true }, async (ctx, id) => {
      await takeOver(ctx, id);
      await continueDraft(ctx, id);
    });
    onPress(table, goOn, ofDraft, (ctx, id) => continueDraft(ctx, id));
    onPress(table, turnDrafts, 'handIn', listDrafts);
    onPress(table, keepDraft, ofDraft, leaveForLater);
    onPress(table, askDrop, droppingDraft, askWhetherToDrop);
    onPress(table, dropDraft, droppingDraft, async (ctx, id) => {
      // Words are typed more easily than a button is pressed: next to [Tiếp tục] it asks first.
      if (ctx.typedPress && standsWithGoOn(ctx, id)) return askWhetherToDrop(ctx, id);
      const found = await sceneOf(ctx, id);
      if (!found) return ctx.sayInPlace({ text: await sayNotOpened(ctx, id) });
      // Discarding an old draft does not end the one that is being filled in.
      if ((await findCurrentDraft(ctx))?.id === id) await ctx.conversation.exitAll();
      await closeDraft(ctx.house.db.pool, id, 'discarded', ctx.house.clock.now());
      await ctx.sayInPlace({ text: ctx.html('draft-discarded', { title: found.form.title(found.scene) }) });
    });
  },
};

async function leaveForLater(ctx: BotContext, id: number): Promise<void> {
  if ((await findCurrentDraft(ctx))?.id === id) await ctx.conversation.exitAll();
  const found = await sceneOf(ctx, id);
  if (!found) return ctx.sayInPlace({ text: await sayNotOpened(ctx, id) });
  await ctx.sayInPlace({
    text: ctx.html('draft-kept', { title: found.form.title(found.scene) }),
    buttons: [[{ text: ctx.t('draft-continue'), callback_data: goOn.data(id) }]],
  });
}

async function askWhetherToDrop(ctx: BotContext, id: number): Promise<void> {
  const found = await sceneOf(ctx, id);
  await ctx.say(found ? askDiscard(found.scene, found.form) : { text: await sayNotOpened(ctx, id) });
}

function standsWithGoOn({ turn }: BotContext, id: number): boolean {
  return turn.shown?.buttons.some(({ data }) => goOn.read(data)?.[0] === id) ?? false;
}

async function listDrafts(ctx: BotContext, wanted: number): Promise<void> {
  const drafts = ctx.person ? await listOpenDrafts(ctx.house.db.pool, ctx.person.id) : [];
  const lines: { text: string; id: number; title: string }[] = [];
  let unreadable = 0;
  const page = pageOf(drafts, wanted, draftsPerPage);
  for (const draft of page.items) {
    const found = await sceneOf(ctx, draft.id);
    if (!found && isUnreadable(ctx, draft)) unreadable += 1;
    if (!found) continue;
    const title = found.form.title(found.scene);
    lines.push({
      text: ctx.html('draft-line', { title, ...whereNow(found.form, found.scene) }),
      id: draft.id,
      title,
    });
  }
  const left = await leftReply(ctx);
  if (lines.length === 0 && unreadable === 0) {
    await ctx.say(left ?? { text: ctx.html('drafts-none'), buttons: commandButtons(ctx, ['dangky']) });
    return;
  }
  const reply = {
    text: [
      ctx.html('drafts-title', { n: drafts.length }),
      ...lines.map((l, i) => `${i + 1}. ${l.text}`),
      ...(unreadable > 0 ? [ctx.html('drafts-unreadable', { n: unreadable })] : []),
      ...(left ? [left.text] : []),
    ].join('\n'),
    buttons: [
      ...lines.map((line, i) => [
        { text: shorten(`${i + 1}. ${line.title}`, 60), callback_data: goOn.data(line.id) },
        buildDropButton(ctx, line.id),
      ]),
      ...buildPageRow(ctx, page, (to) => turnDrafts.data(to), 'form-page-after'),
      ...(left?.buttons ?? []),
    ],
  };
  const turning = turnDrafts.read(ctx.callbackQuery?.data ?? '') !== undefined;
  await (turning ? ctx.sayInPlace(reply) : ctx.say(reply));
}

async function cancel(ctx: BotContext): Promise<void> {
  // A report that is being made is what they wait for; a draft stays where it is.
  if (await stopInWords(ctx)) return offerToResume(ctx);
  const found = await findCurrentScene(ctx);
  if (found) await ctx.say(askDiscard(found.scene, found.form));
  else await ctx.say({ text: ctx.html('cancel-nothing') });
}
