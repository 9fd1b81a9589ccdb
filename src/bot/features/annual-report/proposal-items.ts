import type { Answers } from '../../../drafts/draft.ts';
import { readStoredList } from '../../forms/position.ts';

/**
 * The nouns of a report's proposals. An exemplar that is ticked has one *proposal*, and may have
 * *further* ones for other forms or levels. A proposal's *item* names it in the keys of answers:
 * `12` is the first one of exemplar 12, `12-2` a further one.
 */

/** The questions about a proposal, by their keys. */
export const proposalFields = ['award', 'level', 'same', 'grounds'] as const;

/** Maximum number of proposals for one exemplar in one report. */
export const mostProposals = 6;

/** Finds the exemplar that an item is about. */
export function exemplarOfItem(item: string): number {
  return Number(item.split('-')[0]);
}

/** Tells which proposal of its exemplar an item is, from 1. */
export function ordinalOfItem(item: string): number {
  return Number(item.split('-')[1] ?? 1);
}

/** Lists the items of an exemplar's proposals, in the order in which they were added. */
export function listProposalsOf(answers: Answers, exemplarId: number): string[] {
  const first = String(exemplarId);
  return [first, ...readStoredList(answers[furtherKey(first)]).map((n) => `${first}-${n}`)];
}

/** Returns the change of the answers that adds a proposal for an exemplar. */
export function addFurther(answers: Answers, exemplarId: number): Answers {
  const items = listProposalsOf(answers, exemplarId);
  const next = Math.max(...items.map(ordinalOfItem)) + 1;
  const further = [...items.slice(1).map(ordinalOfItem), next].map(String);
  return { [furtherKey(String(exemplarId))]: further };
}

/**
 * Returns the change of the answers that drops a proposal. The next one of its exemplar takes the
 * place of a first one; without others the exemplar is ticked no more.
 */
export function dropProposal(answers: Answers, item: string): Answers {
  const first = String(exemplarOfItem(item));
  const [next, ...rest] = listProposalsOf(answers, exemplarOfItem(item)).slice(1);
  const ofItem = (of: string, from?: string) =>
    Object.fromEntries(
      proposalFields.map((field) => [`${field}@${of}`, from && answers[`${field}@${from}`]]),
    );
  const keep = (items: string[]) => ({
    [furtherKey(first)]: items.length > 0 ? items.map((one) => String(ordinalOfItem(one))) : undefined,
  });
  if (next === undefined)
    return { ...ofItem(item), awards: readStoredList(answers.awards).filter((id) => id !== first) };
  if (item !== first) return { ...ofItem(item), ...keep([next, ...rest].filter((one) => one !== item)) };
  return { ...ofItem(first, next), ...ofItem(next), ...keep(rest) };
}

/** Finds another proposal of the exemplar for the same award and level, if there is one. */
export function findTwin(
  answers: Answers,
  item: string,
  of: { award: string; level: string },
): string | undefined {
  return listProposalsOf(answers, exemplarOfItem(item)).find(
    (other) =>
      other !== item && answers[`award@${other}`] === of.award && answers[`level@${other}`] === of.level,
  );
}

/** Tells whether a proposal of the exemplar still waits for an answer. */
export function isUnfinished(answers: Answers, exemplarId: number): boolean {
  return listProposalsOf(answers, exemplarId)
    .slice(1)
    .some((item) => !(`grounds@${item}` in answers));
}

function furtherKey(first: string): string {
  return `also@${first}`;
}
