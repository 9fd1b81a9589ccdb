import type { Plan, UnitDocument } from './plan.ts';

/** The head and foot of one unit's document, with its names filled in. */
export interface UnitDocumentHead extends Omit<UnitDocument, 'place'> {
  place: string;
}

/**
 * Describes the head and foot of a unit's documents as its kind has them in the plan. A kind
 * without an entry issues under its own name, with the plan's committee above it.
 */
export function describeUnitDocument(
  plan: Plan,
  unit: { name: string; short: string; kind: string },
): UnitDocumentHead {
  const given = plan.unitKinds.find(({ code }) => code === unit.kind)?.document ?? usual(plan);
  const named = (text: string) => text.replaceAll('{unit}', unit.name).replaceAll('{short}', unit.short);
  return {
    ...(given.superior && { superior: named(given.superior) }),
    issuer: named(given.issuer),
    sign: named(given.sign),
    place: named(given.place ?? plan.place),
    signer: given.signer.map(named),
  };
}

function usual({ bodies }: Plan): UnitDocument {
  return { superior: bodies.superior, issuer: '{unit}', sign: '{short}', signer: ['Thủ trưởng đơn vị'] };
}
