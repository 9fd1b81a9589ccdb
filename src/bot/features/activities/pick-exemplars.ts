import type { InlineKeyboardButton } from 'grammy/types';
import { type ExemplarToChoose, listChoosable, listChosen } from '../../../activities/exemplars-to-choose.ts';
import { shorten } from '../../../text/shorten.ts';
import type { AnswerKind, Maybe, Option, Outcome, Scene, Step } from '../../forms/form.ts';
import { ticksAnswer, ticksOf } from '../../forms/kinds/ticks.ts';
import { readStoredList } from '../../forms/position.ts';
import { begunKey, refuse, save } from '../../forms/step.ts';

/** The most exemplars that are offered at once: others are found by words. */
const mostOffered = 40;
const longestSearch = 100;

/** The plan, and the units among whose exemplars the person chooses; undefined: all. */
export interface PickedOf {
  planId: number;
  unitIds: number[] | undefined;
}

const wordsKey = '~find';

/**
 * Creates an answer that is several approved exemplars: ticks, until [Xong]. Typed words search by
 * name, code or unit; words that only one has tick it. Those never publicised come first.
 */
export function pickExemplarsAnswer<Subject>(given: {
  of(scene: Scene<Subject>): PickedOf;
  /** Buttons after the common ones. */
  behind?(scene: Scene<Subject>): Maybe<InlineKeyboardButton[]>;
}): AnswerKind<string[], Subject> {
  const kind = ticksAnswer<Subject>({
    atLeastOne: true,
    options: async (s) => (await offered(s, given.of(s))).map(optionOf),
    unknown: (step, text) => search(step, text, given.of(step.scene)),
  });
  return {
    ...kind,
    waitsFor: 'words',
    async buttons(asked, page) {
      const { behind = [], ...rest } = await kind.buttons(asked, page);
      return { ...rest, behind: [...behind, ...((await given.behind?.(asked.scene)) ?? [])] };
    },
    below: async ({ scene }) => sayFound(scene, await foundIn(scene, given.of(scene))),
  };
}

const optionOf = ({ id, code, name }: ExemplarToChoose): Option => ({
  value: String(id),
  label: shorten(`${code} ${name}`, 55),
  words: `${code} ${name}`,
});

function searched({ answers }: Pick<Scene, 'answers'>): string | undefined {
  const words = answers[wordsKey];
  return typeof words === 'string' && words !== '' ? words : undefined;
}

/** The found exemplars by the scene that asked for them: a question looks at them several times. */
const found = new WeakMap<object, ReturnType<typeof listChoosable>>();

function foundIn(s: Scene<never> | Scene, of: PickedOf): ReturnType<typeof listChoosable> {
  const known = found.get(s.answers);
  if (known) return known;
  const listed = listChoosable(s.house.db.prisma, { ...of, words: searched(s), limit: mostOffered });
  found.set(s.answers, listed);
  return listed;
}

/** Those found, behind ticked ones that are not among them. */
async function offered(s: Scene<never> | Scene, of: PickedOf): Promise<ExemplarToChoose[]> {
  const { items } = await foundIn(s, of);
  const ticked = [...readStoredList(s.answers.exemplars), ...readStoredList(s.answers['~exemplars'])];
  const missing = [...new Set(ticked)].map(Number).filter((id) => !items.some((one) => one.id === id));
  return missing.length === 0 ? items : [...(await listChosen(s.house.db.prisma, missing)), ...items];
}

function sayFound(s: Scene<never> | Scene, { items, total }: { items: unknown[]; total: number }) {
  const words = searched(s);
  const args = { n: items.length, total, words: words ?? '' };
  if (words !== undefined) return s.html('pick-found', args);
  return total > items.length ? s.html('pick-more', args) : undefined;
}

/** Searches; what only one exemplar has ticks it. */
async function search<Subject>(step: Step<Subject>, text: string, of: PickedOf): Promise<Outcome> {
  const { scene, question } = step;
  const words = shorten(text, longestSearch);
  const { items, total } = await listChoosable(scene.house.db.prisma, { ...of, words, limit: 2 });
  const [only] = items;
  if (!only) return refuse(step, 'pick-none', { words: shorten(words, 50) });
  if (total > 1) return save(step, { [wordsKey]: words }, question.key);
  const ticks = new Set([...ticksOf(step), String(only.id)]);
  return save(step, { [begunKey(question)]: [...ticks], [wordsKey]: undefined }, question.key);
}
