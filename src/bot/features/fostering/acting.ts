import type { ChangesFostering } from '../../../fostering/record-fostering.ts';
import { listUnitsAs } from '../../../people/roles.ts';
import { actorOf } from '../../core/actor.ts';
import type { Scene } from '../../forms/form.ts';

/** Returns who changes a unit's fostering plan, and whether an officer does it for the unit. */
export function changesFostering(s: Scene, unitId: number): ChangesFostering {
  const onBehalf = !listUnitsAs(s.person, 'liaison').some(({ id }) => id === unitId);
  return { ...actorOf(s), at: s.now, onBehalf };
}
