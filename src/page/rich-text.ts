import type { MessageEntity } from 'grammy/types';
import { html, type View } from './preact.ts';
import { text as words } from './texts.ts';

/**
 * Shows a text with its entities as elements. Only text nodes and known elements are created: the
 * text cannot insert markup.
 */
export function richText(
  text: string,
  entities: MessageEntity[] | undefined,
  command: ((command: string) => void) | undefined,
): View[] {
  return between(text, entities ?? [], 0, text.length, command);
}

function between(
  text: string,
  entities: MessageEntity[],
  start: number,
  end: number,
  command: ((command: string) => void) | undefined,
): View[] {
  const views: View[] = [];
  let at = start;
  let index = 0;
  while (index < entities.length) {
    const entity = entities[index];
    index += 1;
    if (!entity || entity.offset < at) continue;
    const stop = Math.min(entity.offset + entity.length, end);
    if (stop <= entity.offset) continue;
    const inside: MessageEntity[] = [];
    for (let next = entities[index]; next && next.offset < stop; next = entities[index]) {
      inside.push(next);
      index += 1;
    }
    if (entity.offset > at) views.push(html`${text.slice(at, entity.offset)}`);
    views.push(
      element(
        entity,
        text.slice(entity.offset, stop),
        between(text, inside, entity.offset, stop, command),
        command,
      ),
    );
    at = stop;
  }
  if (at < end) views.push(html`${text.slice(at, end)}`);
  return views;
}

function element(
  entity: MessageEntity,
  plain: string,
  inside: View[],
  command: ((command: string) => void) | undefined,
): View {
  switch (entity.type) {
    case 'bold':
      return html`<strong>${inside}</strong>`;
    case 'italic':
      return html`<em>${inside}</em>`;
    case 'underline':
      return html`<u>${inside}</u>`;
    case 'strikethrough':
      return html`<s>${inside}</s>`;
    case 'code':
      return html`<code>${inside}</code>`;
    case 'pre':
      return html`<pre>${inside}</pre>`;
    case 'blockquote':
      return html`<blockquote>${inside}</blockquote>`;
    case 'text_link':
      return link(entity.url, inside);
    case 'url':
      return link(plain, inside);
    case 'bot_command':
      return command
        ? html`<button type="button" class="command" title=${words('page-send-command')} onClick=${() => command(plain)}>${plain}</button>`
        : html`<span>${plain}</span>`;
    default:
      return html`<span>${inside}</span>`;
  }
}

function link(address: string, inside: View[]): View {
  if (!/^(https?|mailto|tel):/i.test(address)) return html`<span>${inside}</span>`;
  return html`<a href=${address} target="_blank" rel="noopener noreferrer">${inside}</a>`;
}
