import { dropDraft, keepDraft } from './draft-presses.ts';
import type { Form, Reply, Scene } from './form.ts';

/** Asks whether to keep the draft or discard it, before anything is discarded. */
export function askDiscard(scene: Scene, form: Form): Reply {
  return {
    text: scene.html('draft-discard-ask', { title: form.title(scene) }),
    buttons: [
      [{ text: scene.t('draft-keep'), callback_data: keepDraft.data(scene.draft.id) }],
      [{ text: scene.t('draft-discard'), callback_data: dropDraft.data(scene.draft.id) }],
    ],
  };
}
