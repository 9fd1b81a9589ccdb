import { press } from '../core/press.ts';

/** Continues a draft. */
export const goOn = press('draft.go', 'id');
/** Leaves a draft for later. */
export const keepDraft = press('draft.keep', 'id');
/** Asks whether to discard a draft. */
export const askDrop = press('draft.ask', 'id');
/** Discards a draft. */
export const dropDraft = press('draft.drop', 'id');
/** Takes over a draft of one's unit that its liaison left. */
export const takeLeft = press('draft.take', 'id');
