import { DomainError } from '../../../errors.ts';
import { type LeftDraft, listLeftDrafts, takeLeftDraft } from '../../../people/left-drafts.ts';
import { listUnitsWithin } from '../../../people/rights.ts';
import { shorten } from '../../../text/shorten.ts';
import type { BotContext } from '../../core/context.ts';
import { takeLeft } from '../../forms/draft-presses.ts';
import type { Reply } from '../../forms/form.ts';

/**
 * Lists drafts of the person's units whose owner's role ended, each to be continued; undefined when
 * there are none.
 */
export async function leftReply(ctx: BotContext): Promise<Reply | undefined> {
  const left = await listLeftDrafts(ctx.house.db.prisma, unitsToContinue(ctx));
  if (left.length === 0) return undefined;
  return {
    text: [
      ctx.html('drafts-left'),
      ...left.map(
        (draft) =>
          `– ${ctx.html('draft-left-line', {
            unit: draft.unit,
            title: titleOf(ctx, draft),
            who: draft.leftBy ?? '–',
          })}`,
      ),
    ].join('\n'),
    buttons: left.map((draft) => [
      {
        text: shorten(ctx.t('draft-take', { title: titleOf(ctx, draft) }), 60),
        callback_data: takeLeft.data(draft.id),
      },
    ]),
  };
}

/** Makes such a draft the person's own. */
export async function takeOver(ctx: BotContext, draftId: number): Promise<void> {
  if (!ctx.person) throw new DomainError('not-allowed');
  await takeLeftDraft(ctx.house.db.prisma, {
    draftId,
    units: unitsToContinue(ctx),
    by: { personId: ctx.person.id, channel: ctx.channel.name },
    at: ctx.house.clock.now(),
  });
}

function unitsToContinue(ctx: BotContext): 'all' | number[] {
  return listUnitsWithin(ctx.person, 'handIn');
}

function titleOf(ctx: BotContext, { form, answers }: LeftDraft): string {
  if (form === 'fostering') return ctx.t('fostering-title');
  if (form === 'annual') return ctx.t('do-baocaonam');
  if (form === 'summary') return ctx.t('do-tongket');
  if (form !== 'register') return ctx.t('do-nopvanban');
  return typeof answers.name === 'string'
    ? ctx.t('register-title', { name: answers.name })
    : ctx.t('register-title-unnamed');
}
