import type { InlineKeyboardButton } from 'grammy/types';
import { listDutiesInWords } from '../../../duties/duties-in-words.ts';
import { type DutyOfPlan, writeDuty, writeOccurrence } from '../../../duties/duty-code.ts';
import { countLacking } from '../../../duties/lacking.ts';
import { isOwed } from '../../../duties/owed.ts';
import { nameDuty } from '../../../duties/say.ts';
import { DomainError } from '../../../errors.ts';
import { acknowledge } from '../../../nudges/acknowledge.ts';
import { sendByHand } from '../../../nudges/by-hand.ts';
import { snooze } from '../../../nudges/snooze.ts';
import { formatInstant } from '../../../plan/calendar.ts';
import type { Occurrence } from '../../../plan/occurrence.ts';
import { fold } from '../../../text/fold.ts';
import { matchUnits } from '../../../units/match-units.ts';
import { listUnits, type Unit } from '../../../units/units.ts';
import { actorOf } from '../../core/actor.ts';
import { commandButtons } from '../../core/command-buttons.ts';
import type { BotContext } from '../../core/context.ts';
import { planOf } from '../../core/house.ts';
import { codeAlone, inItsPlan } from '../../core/named-plan.ts';
import { onPress, press } from '../../core/press.ts';
import { unitIn } from '../../core/wishes/unit-in-words.ts';
import { beginForm, showStep } from '../../forms/begin-form.ts';
import type { Feature } from '../feature.ts';
import { saidNoPlanIsOpen } from '../no-open-plan.ts';
import { markPlan } from '../say-in-plan.ts';
import { readNudgeNote } from './note.ts';
import { nudgeNoteForm } from './note-form.ts';
import { acknowledgeNudge, nudgeList, snoozeNudge } from './presses.ts';
import { cancelNudge, showNudgePreview } from './preview.ts';
import { roundKey, roundReply, showRound, turnRound } from './round-reply.ts';
import {
  findListTarget,
  listTargetUnits,
  type NudgeTarget,
  readNudgedList,
  sendNudge,
  sendToList,
  turnListPreview,
  turnNudgePreview,
  writeListNote,
  writeNudgeNote,
} from './target.ts';

const chooseDuty = press('dondoc', 'duty', 'occurrence');

/** Nudging by hand is about a duty of an open plan. */
const nudging = { right: 'nudge', writesUnder: 0 } as const;
/** A nudge belongs to the person who got it. */
const ofNudge = { right: 'joined', about: 'nudge' } as const;

/**
 * The feature of /dondoc: an officer reminds late units, after a preview (Plan 101, V.3). It also
 * handles the buttons of a nudge.
 */
export const nudgingFeature: Feature = {
  commands: [
    {
      name: 'dondoc',
      right: 'nudge',
      words: { vi: ['đôn đốc'], en: ['nudge'] },
      takesArgs: 'slash',
      run: askDuty,
    },
  ],
  forms: [nudgeNoteForm],
  presses(table) {
    onPress(
      table,
      chooseDuty,
      nudging,
      owed(async (ctx, target) => ctx.say(await showNudgePreview(ctx, target, null))),
    );
    onPress(
      table,
      nudgeList,
      'nudge',
      listed(async (ctx, target) => ctx.say(await showNudgePreview(ctx, target, null))),
    );
    onPress(table, writeNudgeNote, nudging, owed(askNote));
    onPress(table, writeListNote, 'nudge', listed(askNote));
    onPress(table, cancelNudge, 'nudge', (ctx) =>
      ctx.sayInPlace({ text: ctx.html('nudging-cancelled'), buttons: commandButtons(ctx, ['dondoc']) }),
    );
    onPress(table, turnNudgePreview, nudging, owed(turnPreview));
    onPress(table, turnListPreview, 'nudge', listed(turnPreview));
    onPress(table, sendNudge, { ...nudging, decides: true }, owed(sendNow));
    onPress(table, sendToList, { right: 'nudge', decides: true }, listed(sendNow));
    onPress(table, turnRound, 'nudge', sayRound);
    onPress(table, showRound, 'nudge', (ctx, sentBy) => sayRound(ctx, sentBy));
    onPress(table, snoozeNudge, ofNudge, async (ctx, deliveryId) => {
      const asked = await snooze(ctx.house, { deliveryId, personId: actorOf(ctx).personId });
      if (!asked) return showStep(ctx);
      ctx.pressed = 'chosen';
      await ctx.say({
        text: ctx.html('nudge-snoozed', { when: formatInstant(asked.remindAt, ctx.house.plan.zone) }),
      });
    });
    onPress(table, acknowledgeNudge, ofNudge, async (ctx, deliveryId) => {
      const theirs = await acknowledge(ctx.house, { deliveryId, personId: actorOf(ctx).personId });
      if (!theirs) return showStep(ctx);
      ctx.pressed = 'chosen';
      await ctx.say({ text: ctx.html('nudge-acknowledged') });
    });
  },
};

/** Handles a press about a duty that units owe now; for any other it counts as an old button. */
function owed<A extends unknown[]>(
  handle: (ctx: BotContext, target: NudgeTarget, ...args: A) => Promise<unknown>,
) {
  return async (ctx: BotContext, duty: DutyOfPlan, occurrence: Occurrence, ...args: A) => {
    const plan = ctx.house.plans.find(duty.planId);
    const wanted = { duty: duty.duty, occurrence };
    if (!plan || !isOwed(plan, ctx.house.clock.now(), wanted)) return showStep(ctx);
    await handle(ctx, { duty, occurrence }, ...args);
  };
}

/** Handles a press about the units of a list; one of another list counts as an old button. */
function listed<A extends unknown[]>(
  handle: (ctx: BotContext, target: NudgeTarget, ...args: A) => Promise<unknown>,
) {
  return inItsPlan(async (ctx: BotContext, code: string, ...args: A) => {
    const { closed, code: plan } = ctx.house.plan;
    if (closed) throw new DomainError('plan-closed', { plan });
    const list = readNudgedList(codeAlone(code));
    const target = list && (await findListTarget(ctx.house, list));
    await (target ? handle(ctx, target, ...args) : showStep(ctx));
  });
}

function askNote(ctx: BotContext, { duty, occurrence, list }: NudgeTarget): Promise<unknown> {
  return beginForm(ctx, nudgeNoteForm, {
    subject: { duty: writeDuty(duty), occurrence: writeOccurrence(occurrence), ...(list && { list }) },
  });
}

async function turnPreview(
  ctx: BotContext,
  target: NudgeTarget,
  draftId: number | null,
  page: number,
): Promise<void> {
  await ctx.sayInPlace(await showNudgePreview(ctx, target, draftId, page));
}

/** Shows in place the result of a round that was sent from this chat. */
async function sayRound(ctx: BotContext, sentBy: string, page?: number): Promise<void> {
  const reply = await roundReply(ctx.house, roundKey(ctx.turn.chatKey, sentBy), ctx.locale, page);
  await (reply ? ctx.sayInPlace(reply) : showStep(ctx));
}

/**
 * Duties that some unit has not done, with the number of units; of those that the words name, and
 * of one alone the preview. A nudge goes to every unit that lacks the duty, so a unit in the words
 * is pointed out.
 */
async function askDuty(ctx: BotContext, words: string): Promise<void> {
  if (await saidNoPlanIsOpen(ctx)) return;
  const { db, plans, clock } = ctx.house;
  const buttons: InlineKeyboardButton[][] = [];
  const named = unitIn(words.split(/\s+/));
  // "Các xã và thị trấn" are kinds.
  const unit = fold(named) === 'thi tran' ? '' : named;
  const one = unit === '' ? undefined : await findOneUnit(ctx, unit);
  if (one) await ctx.say({ text: ctx.html('nudging-every-unit', { unit: one.name }) });
  for (const plan of plans.open()) {
    const of = { planId: plan.id };
    const duties = listDutiesInWords(plan, words);
    const all = await countLacking({ db, plan, now: clock.now() });
    const meant = all.filter(({ duty }) => duties.includes(duty));
    const [only, ...more] = meant;
    if (only && more.length === 0 && !one && plans.open().length === 1) {
      const target = { duty: { ...of, duty: only.duty }, occurrence: only.occurrence };
      return ctx.say(await showNudgePreview(ctx, target, null));
    }
    for (const lacking of meant.length > 0 ? meant : all) {
      const duty = nameDuty(plan, ctx.locale, lacking) + markPlan(ctx, of);
      const data = chooseDuty.data({ ...of, duty: lacking.duty }, lacking.occurrence);
      buttons.push([{ text: ctx.t('nudging-duty', { duty, units: lacking.units }), callback_data: data }]);
    }
  }
  await ctx.say(
    buttons.length > 0 ? { text: ctx.html('nudging-which'), buttons } : { text: ctx.html('nudging-nobody') },
  );
}

/** The only unit that the words name. */
async function findOneUnit(ctx: BotContext, words: string): Promise<Unit | undefined> {
  const [unit, ...more] = matchUnits(await listUnits(ctx.house.db.prisma, ctx.house.officeIds), words);
  return more.length === 0 ? unit : undefined;
}

/**
 * The press names the round by its message: a double tap, or the same press twice, is one round.
 */
async function sendNow(ctx: BotContext, target: NudgeTarget, draftId: number | null): Promise<void> {
  const { duty, occurrence, list } = target;
  // The message under which it is sent: its result is shown there.
  const under = ctx.callbackQuery?.message?.message_id ?? ctx.typedPress?.messageId ?? ctx.turn.updateKey;
  const key = roundKey(ctx.turn.chatKey, list ? `${under}.${list}` : String(under));
  const { db, calendar, clock } = ctx.house;
  const round = await sendByHand(
    { db, plan: planOf(ctx.house, duty), calendar, clock },
    {
      key,
      officerId: actorOf(ctx).personId,
      duty: duty.duty,
      occurrence,
      note: await readNudgeNote(ctx, draftId),
      unitIds: await listTargetUnits(ctx.house, target),
    },
  );
  await ctx.house.deliverSoon(round.deliveries);
  const reply = await roundReply(ctx.house, key, ctx.locale);
  if (reply) await ctx.sayInPlace(reply);
}
