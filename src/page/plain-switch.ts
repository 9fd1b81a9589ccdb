import { call } from './api.ts';
import { html, useState, type View } from './preact.ts';
import { text } from './texts.ts';

/**
 * Shows the switch of the rehearsal that displays a chat as Zalo would, on every page that has it
 * open.
 */
export function PlainSwitch(props: { chatId: number; plain: boolean; failed(words: string): void }): View {
  const [busy, setBusy] = useState(false);
  const turn = async () => {
    if (busy) return;
    setBusy(true);
    try {
      await call(`/api/chats/${props.chatId}/plain`, { plain: !props.plain });
    } catch (error) {
      props.failed(error instanceof Error && 'status' in error ? error.message : text('page-no-signal'));
    } finally {
      setBusy(false);
    }
  };
  return html`
    <button type="button" class="switch" role="switch" aria-checked=${props.plain} aria-busy=${busy} onClick=${turn}>
      <span>${text('page-plain')}</span>
      <span class="track" aria-hidden="true"></span>
    </button>
  `;
}
