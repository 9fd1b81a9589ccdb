import { DomainError } from '../../../errors.ts';
import { findExemplarCodes } from '../../../exemplars/find-codes.ts';
import { shorten } from '../../../text/shorten.ts';
import type { BotContext } from '../../core/context.ts';
import { checkPress, requireAccess } from '../../core/rights.ts';
import { openExemplar } from './exemplar-presses.ts';
import { showExemplar } from './exemplar-screen.ts';

/** A screen of an exemplar, and the data of the button that leads to it. */
export interface OpensExemplar {
  show(ctx: BotContext, id: number): Promise<void>;
  data(id: number): string;
}

/**
 * Opens the exemplar whose code stands in a text, for those who may see it; of several, asks which.
 * False: the text holds none. Throws `exemplar-not-found` where it holds a code of none, or of one
 * that the person may not see.
 */
export async function openNamedExemplar(
  ctx: BotContext,
  text: string,
  to: OpensExemplar = { show: showExemplar, data: openExemplar.data },
): Promise<boolean> {
  const codes = findExemplarCodes(text);
  if (codes.length === 0) return false;
  const found = await ctx.house.db.prisma.exemplar.findMany({
    where: { code: { in: codes.map(({ code }) => code) } },
    select: { id: true, code: true, name: true },
    orderBy: { code: 'asc' },
  });
  const [first, ...more] = found;
  if (!first) {
    if (!codes.some(({ certain }) => certain)) return false;
    requireAccess(ctx.person, 'seeExemplars');
    throw new DomainError('exemplar-not-found');
  }
  await checkPress(
    ctx,
    { right: 'seeExemplars', about: 'exemplar' },
    more.length === 0 ? [first.id] : [found.map(({ id }) => id)],
  );
  if (more.length === 0) await to.show(ctx, first.id);
  else
    await ctx.say({
      text: ctx.html('exemplar-codes-which'),
      buttons: found.map(({ id, code, name }) => [
        { text: shorten(`${code} ${name}`, 60), callback_data: to.data(id) },
      ]),
    });
  return true;
}
