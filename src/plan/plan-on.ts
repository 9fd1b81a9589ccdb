import type { Bodies, LocalDate, Plan } from './plan.ts';

/**
 * Returns the plan as it speaks on a day: with the bodies that had taken over by then. It is the
 * same plan where none had. Who issued it stays.
 */
export function planOn<P extends Plan>(plan: P, day: LocalDate): P {
  const begun = plan.passesTo.filter(({ from }) => from <= day);
  if (begun.length === 0) return plan;
  const bodies: Bodies = { ...plan.bodies };
  let { place } = plan;
  for (const one of begun) {
    Object.assign(
      bodies,
      Object.fromEntries(Object.entries(one.bodies).filter(([, body]) => body !== undefined)),
    );
    place = one.place ?? place;
  }
  return { ...plan, bodies, place, issuedBy: plan.issuedBy ?? plan.bodies.committee };
}
