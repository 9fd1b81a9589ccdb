import { type DueMoveEffect, previewDueMove } from '../../../duties/move-due.ts';
import { formatDate } from '../../../plan/calendar.ts';
import { listPlanUnits } from '../../../units/units.ts';
import { type MovingScene, nameChosen, readMove, requireChosen, sayMovingDay } from './moving-scene.ts';

/** Writes the change and who is told (HTML), above the officer's reason. */
export async function sayMovePreview(s: MovingScene, reason: string): Promise<string> {
  const { plan } = requireChosen(s);
  const { db, clock } = s.house;
  const move = readMove(s);
  const effect = await previewDueMove({ db, plan, clock }, move);
  const units = await listPlanUnits(db.prisma, plan.id);
  const nameOf = (id: number) => units.find((unit) => unit.id === id)?.name ?? '–';
  const args = {
    duty: nameChosen(s),
    before: sayMovingDay(s, effect.previous),
    after: formatDate(move.lastDay),
  };
  return [
    move.unitId === null
      ? s.html('due-move-preview-all', args)
      : s.html('due-move-preview-unit', { ...args, unit: nameOf(move.unitId) }),
    ...sayKeeping(s, effect, nameOf),
    s.html('due-move-told', { units: effect.units.length, people: effect.people.length }),
    s.html('person-change-reason', { reason }),
  ].join('\n');
}

/** Units whose own day holds; as many by name as a phone's screen takes. */
const mostNamed = 5;

function sayKeeping(s: MovingScene, { keeping }: DueMoveEffect, nameOf: (id: number) => string): string[] {
  if (keeping.length === 0) return [];
  const named = keeping.slice(0, mostNamed);
  const names = named.map(({ unitId, lastDay }) => `${nameOf(unitId)} (${formatDate(lastDay)})`);
  const more = keeping.length - named.length;
  return [
    s.html('due-move-keeping', {
      n: keeping.length,
      names: names.join(', ') + (more > 0 ? ` … (+${more})` : ''),
    }),
  ];
}
