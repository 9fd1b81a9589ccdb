import type { StoryEvent } from './story-events.ts';

/**
 * Weighs how much a moment tells of its story. Awards, their refusal and nominations weigh most,
 * then evaluations, decisions of the review and plans. A proposal that was decided weighs nothing:
 * its decision tells it too.
 */
export function weighMoment(moment: StoryEvent): 0 | 1 | 2 | 3 {
  switch (moment.event) {
    case 'award':
    case 'nomination':
      return 3;
    case 'evaluation':
    case 'carry':
      return 2;
    case 'proposal':
      return moment.of.decision ? 0 : 3;
    case 'review':
      return ['approve', 'reject', 'withdraw'].includes(moment.of.action) ? 2 : 1;
    case 'step':
    case 'activity':
      return 1;
  }
}

/**
 * Picks what fits into `room`: the first item, then the heaviest ones, of equal ones the last.
 * Returns them in their order.
 */
export function pickWithin<Item>(
  items: readonly Item[],
  by: { room: number; weigh(item: Item): number; height(item: Item): number },
): Item[] {
  const [first, ...later] = items.map((item, place) => ({ item, place }));
  if (!first) return [];
  const heaviest = later.toSorted(
    (one, other) => by.weigh(other.item) - by.weigh(one.item) || other.place - one.place,
  );
  let left = by.room - by.height(first.item);
  const kept = [first];
  for (const one of heaviest) {
    left -= by.height(one.item);
    if (left < 0) break;
    kept.push(one);
  }
  return kept.toSorted((one, other) => one.place - other.place).map(({ item }) => item);
}
