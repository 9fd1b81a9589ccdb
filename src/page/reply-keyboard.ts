import type { KeyboardButton, ReplyKeyboardMarkup } from 'grammy/types';
import { ButtonRows } from './button-rows.ts';
import { html, useState, type View } from './preact.ts';
import { text } from './texts.ts';

/**
 * Shows the bot's keyboard. "Share the phone number" asks for one, as a browser does not know it.
 */
export function ReplyKeyboard(props: {
  markup: ReplyKeyboardMarkup;
  say(text: string): void;
  sharePhone(phone: string): void;
}): View {
  const [asking, ask] = useState(false);
  if (asking) {
    return html`
      <form
        class="phone"
        onKeyDown=${(event: KeyboardEvent) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          ask(false);
        }}
        onSubmit=${(event: SubmitEvent) => {
          event.preventDefault();
          if (!(event.currentTarget instanceof HTMLFormElement)) return;
          const phone = new FormData(event.currentTarget).get('phone');
          if (typeof phone !== 'string') return;
          ask(false);
          props.sharePhone(phone.trim());
        }}
      >
        <label for="phone">${text('page-your-phone')}</label>
        <input id="phone" name="phone" type="tel" autocomplete="tel" required pattern="\\+?[0-9 .\\(\\)\\-]{6,24}" ref=${focus} />
        <button type="submit" class="key main">${text('page-send')}</button>
        <button type="button" class="key" onClick=${() => ask(false)}>${text('page-cancel')}</button>
      </form>
    `;
  }
  return html`
    <${ButtonRows}
      class="keyboard"
      rows=${props.markup.keyboard}
      label=${text('page-keyboard')}
      show=${(button: KeyboardButton, id: string) => {
        const label = typeof button === 'string' ? button : button.text;
        const phone = typeof button !== 'string' && 'request_contact' in button;
        return html`<button key=${id} type="button" class="key" onClick=${() => (phone ? ask(true) : props.say(label))}>${label}</button>`;
      }}
    />
  `;
}

function focus(element: HTMLElement | null): void {
  element?.focus();
}
