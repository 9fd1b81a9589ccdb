import { hasReachableLiaison } from '../../people/reachable-liaison.ts';
import type { BotContext } from '../core/context.ts';

/** Says whether a unit is told of a decision at once, or has to be phoned (plain text). */
export async function unitTold(by: Pick<BotContext, 't' | 'house'>, unitId: number): Promise<string> {
  return by.t((await hasReachableLiaison(by.house.db, unitId)) ? 'unit-told' : 'unit-not-told');
}
