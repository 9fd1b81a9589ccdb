import type { BotCommand } from 'grammy/types';
import { byArrows } from './button-rows.ts';
import { html, useEffect, useRef, type View } from './preact.ts';
import { text } from './texts.ts';

/**
 * Shows the commands that this person may use; choosing one sends it. `focus`: it was opened by its
 * button.
 */
export function CommandMenu(props: {
  commands: BotCommand[];
  focus: boolean;
  choose(command: string): void;
}): View {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (props.focus) list.current?.querySelector('button')?.focus();
  }, [props.focus]);
  return html`
    <div class="commands" id="commands" role="group" aria-label=${text('page-commands')} ref=${list} onKeyDown=${byArrows}>
      ${props.commands.length === 0 && html`<p class="quiet">${text('page-no-commands')}</p>`}
      ${props.commands.map(
        ({ command, description }) => html`
          <button key=${command} type="button" onClick=${() => props.choose(`/${command}`)}>
            <span class="slash">/${command}</span><span>${description}</span>
          </button>
        `,
      )}
    </div>
  `;
}
