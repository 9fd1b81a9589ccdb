import { press } from '../core/press.ts';

/** Goes on with a draft. */
export const goOn = press('draft.go', 'id');
/** Leaves a draft for later. */
export const keepDraft = press('draft.keep', 'id');
/** Asks whether to throw a draft away. */
export const askDrop = press('draft.ask', 'id');
/** Throws a draft away. */
export const dropDraft = press('draft.drop', 'id');
/** Takes on a draft of one's unit that its liaison left. */
export const takeLeft = press('draft.take', 'id');
