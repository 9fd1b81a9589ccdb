import { withdrawInvitation } from '../../../people/invitations.ts';
import { saysWords, withoutAnyCourtesy } from '../../../text/courtesy.ts';
import type { BotContext } from '../../core/context.ts';
import { onPress } from '../../core/press.ts';
import { beginForm } from '../../forms/begin-form.ts';
import type { Feature } from '../feature.ts';
import { inviteForm } from './form.ts';
import { openInvitation, takenReply, unusedButton, unusedReply } from './lists.ts';
import { invitePresses } from './presses.ts';
import { readInviteWords } from './read-words.ts';

/** The feature of /moi: an officer makes invitations, one or many, and sees which were used. */
export const invitingFeature: Feature = {
  commands: [
    {
      name: 'moi',
      right: 'invite',
      words: { vi: ['mời'], en: ['invite'] },
      takesArgs: true,
      // "Cán bộ Phòng Nội vụ" ends with whom people call so.
      keepsArgs: true,
      run: invitePeople,
    },
  ],
  forms: [inviteForm],
  presses(table) {
    onPress(table, invitePresses.withdraw, { right: 'invite', decides: true }, async (ctx, id) => {
      const gone = await withdrawInvitation(ctx.house.db.prisma, id, ctx.house.clock.now());
      await ctx.sayInPlace({
        text: ctx.html(gone ? 'invite-withdrawn' : 'invite-not-withdrawn'),
        buttons: [unusedButton(ctx)],
      });
    });
    onPress(table, invitePresses.again, 'invite', async (ctx) => {
      await beginForm(ctx, inviteForm, { subject: {} });
    });
    onPress(table, invitePresses.unused, 'invite', async (ctx, page) => {
      await ctx.say(await unusedReply(ctx, page));
    });
    onPress(table, invitePresses.taken, 'invite', async (ctx, page) => {
      await ctx.say(await takenReply(ctx, page));
    });
    onPress(table, invitePresses.open, 'invite', async (ctx, id) => {
      await openInvitation(ctx, id);
    });
  },
};

/**
 * `/moi glar`, `/moi đầu mối xã Glar`, `/moi mã chưa dùng`: the text after the command is used, or
 * the bot says that it was not understood.
 */
async function invitePeople(ctx: BotContext, args: string): Promise<void> {
  if (withoutAnyCourtesy(args) === '') return beginForm(ctx, inviteForm, { subject: {} });
  if (saysWords(args, ctx.t('invite-unused'))) return ctx.say(await unusedReply(ctx, 0));
  const { answers, say } = await readInviteWords(ctx, args);
  if (say) await ctx.say({ text: say });
  await beginForm(ctx, inviteForm, { subject: {}, answers });
}
