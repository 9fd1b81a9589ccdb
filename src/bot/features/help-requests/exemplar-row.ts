import type { Exemplar } from '../../../exemplars/exemplar.ts';
import { reaches } from '../../../people/rights.ts';
import type { BotContext } from '../../core/context.ts';
import type { Reply } from '../../core/reply.ts';
import { helpPresses } from './presses.ts';

/** Builds the button of an exemplar's screen by which its unit says what it needs. */
export function helpRow(
  ctx: BotContext,
  { id, unitId, status }: Pick<Exemplar, 'id' | 'unitId' | 'status'>,
): NonNullable<Reply['buttons']> {
  if (status !== 'approved' || !reaches(ctx.person, 'askHelp', { unitId })) return [];
  return [[{ text: ctx.t('aid-ask-exemplar'), callback_data: helpPresses.askFor.data(id) }]];
}
