import { nameDuty } from '../../../duties/say.ts';
import { previewNudge } from '../../../nudges/preview.ts';
import { sayNudge } from '../../../nudges/say.ts';
import { dueOf } from '../../../plan/due.ts';
import { stageAt } from '../../../plan/ladder.ts';
import type { BotContext } from '../../core/context.ts';
import { planOf } from '../../core/house.ts';
import { press } from '../../core/press.ts';
import type { Reply } from '../../forms/form.ts';
import { progressNames } from '../progress/list-names.ts';
import { readNudgeNote } from './note.ts';
import { phonePage, toPhoneBefore } from './phone-pages.ts';
import { nudgePlans } from './plans.ts';
import { listTargetUnits, type NudgeTarget, writeTargetData } from './target.ts';

/** Leaves the preview without sending. */
export const cancelNudge = press('dondoc.off');

/** Shows the recipients, the message, and the people to phone, before anything is sent. */
export async function showNudgePreview(
  by: Pick<BotContext, 'house' | 'html' | 't' | 'locale' | 'person'>,
  target: NudgeTarget,
  draftId: number | null,
  page = 0,
): Promise<Reply> {
  const { duty, occurrence, list: of } = target;
  const plan = planOf(by.house, duty);
  const time = { duty: duty.duty, occurrence };
  const { db, calendar, clock } = by.house;
  const data = writeTargetData(target);
  const seen = await previewNudge(
    { db, plan, calendar, clock },
    { ...time, note: await readNudgeNote(by, draftId), unitIds: await listTargetUnits(by.house, target) },
  );
  const due = dueOf(plan, duty.duty, occurrence);
  const list = phonePage(by, toPhoneBefore(seen.unconnected), page, {
    turn: (to) => data.turn(draftId, to),
    // The workbook leaves out units that are not nudged yet.
    fileOf: due && stageAt(plan, calendar, due, by.house.clock.now()) && plan,
  });
  const phone = list.lines.length > 0 ? [list.lines.join('\n')] : [];
  const named = nameDuty(plan, by.locale, time);
  const name = of ? by.t('nudging-duty-list', { duty: named, list: by.t(progressNames[of]) }) : named;
  if (!seen.example) {
    return {
      text: [by.html('nudging-nobody-to-tell', { duty: name, units: seen.units }), ...phone].join('\n\n'),
      buttons: list.buttons,
    };
  }
  return {
    text: [
      by.html('nudging-preview', { duty: name, units: seen.units, people: seen.people }),
      `<blockquote>${sayNudge(nudgePlans(by.house), by.locale, seen.example)}</blockquote>`,
      ...phone,
    ].join('\n\n'),
    buttons: [
      [{ text: by.t('nudging-send'), callback_data: data.send(draftId) }],
      [
        { text: by.t('nudging-note'), callback_data: data.note },
        { text: by.t('nudging-cancel'), callback_data: cancelNudge.data() },
      ],
      ...list.buttons,
    ],
  };
}
