import type { InlineKeyboardButton } from 'grammy/types';
import { ButtonRows } from './button-rows.ts';
import { formatTime } from './dates.ts';
import { FileCard } from './file-card.ts';
import { html, type View } from './preact.ts';
import { richText } from './rich-text.ts';
import { text } from './texts.ts';
import type { WireMessage } from './wire.ts';

/** Shows one message as on a phone: text, time, file and buttons. */
export function Bubble(props: {
  message: WireMessage;
  chatId: number;
  zone: string;
  /** Whether to show it as on a channel without buttons: only links can be pressed. */
  plain: boolean;
  /** The buttons being pressed, as `message:data`. */
  pressing: ReadonlySet<string>;
  press(message: WireMessage, data: string): void;
  say(text: string): void;
}): View {
  const { message, chatId, zone, plain, pressing } = props;
  const at = new Date(message.date * 1000);
  const markup = message.reply_markup;
  const rows = !plain && markup && 'inline_keyboard' in markup ? markup.inline_keyboard : [];
  const say = message.fromBot && !plain ? props.say : undefined;
  return html`
    <li class=${`message ${message.fromBot ? 'bot' : 'own'} ${rows.length > 0 ? 'with-buttons' : ''}`} data-id=${message.id}>
      <div class="bubble">
        <span class="hidden">${text(message.fromBot ? 'page-from-bot' : 'page-from-you')}</span>
        <${FileCard} message=${message} chatId=${chatId} />
        ${message.contact && html`<p class="text">${text('page-phone-shared', { phone: message.contact.phone_number })}</p>`}
        ${message.text !== undefined && html`<p class="text">${richText(message.text, message.entities, say)}</p>`}
        ${message.caption !== undefined && html`<p class="text">${richText(message.caption, message.caption_entities, say)}</p>`}
        <span class="meta">
          ${message.edit_date !== undefined && message.fromBot && html`<span>${text('page-edited')}</span>`}
          <time datetime=${at.toISOString()}>${formatTime(at, zone)}</time>
          ${!message.fromBot && html`<span class="sent" role="img" aria-label=${text('page-sent')} title=${text('page-sent')}>✓</span>`}
        </span>
      </div>
      ${
        rows.length > 0 &&
        html`<${ButtonRows}
          class="inline"
          rows=${rows}
          label=${text('page-buttons')}
          show=${(button: InlineKeyboardButton, id: string) => inlineButton(props, button, id, pressing)}
        />`
      }
    </li>
  `;
}

function inlineButton(
  props: { message: WireMessage; press(message: WireMessage, data: string): void },
  button: InlineKeyboardButton,
  id: string,
  pressing: ReadonlySet<string>,
): View {
  if ('url' in button) {
    return html`<a key=${id} class="key" href=${button.url} target="_blank" rel="noopener noreferrer">${button.text} ↗</a>`;
  }
  const data = 'callback_data' in button ? button.callback_data : '';
  const busy = pressing.has(`${props.message.id}:${data}`);
  return html`
    <button key=${id} type="button" class=${`key ${button.style ?? ''}`} aria-busy=${busy} onClick=${() => busy || props.press(props.message, data)}>
      ${button.text}
    </button>
  `;
}
