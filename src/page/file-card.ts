import { formatSize } from './dates.ts';
import { html, type View } from './preact.ts';
import { text } from './texts.ts';
import type { WireMessage } from './wire.ts';

/** Shows a file in a bubble: a picture, or a card to download. */
export function FileCard({ message, chatId }: { message: WireMessage; chatId: number }): View | null {
  const picture = message.photo?.at(-1);
  const file = message.document;
  const id = picture?.file_id ?? file?.file_id;
  if (!id) return null;
  const address = `/api/chats/${chatId}/files/${id}`;
  const name = file?.file_name ?? text('page-picture');
  if (picture || /^image\/(png|jpeg|gif|webp)$/.test(file?.mime_type ?? '')) {
    return html`
      <a class="picture" href=${address} target="_blank" rel="noopener" title=${name}>
        <img src=${address} alt=${name} loading="lazy" decoding="async" />
      </a>
      ${file && html`<${Card} address=${address} name=${name} size=${file.file_size} />`}
    `;
  }
  return html`<${Card} address=${address} name=${name} size=${file?.file_size} />`;
}

function Card({ address, name, size }: { address: string; name: string; size?: number }): View {
  return html`
    <a class="file" href=${address} download=${name}>
      <span class="kind" data-kind=${kindOf(name)} aria-hidden="true">${kindOf(name)}</span>
      <span class="about">
        <span class="name">${name}</span>
        <span class="size">${size === undefined ? '' : formatSize(size)} · ${text('page-download')}</span>
      </span>
    </a>
  `;
}

/** Returns the kind of a file, PDF, XLSX …: at most four letters of the name's ending. */
export function kindOf(name: string): string {
  const end = /\.([a-z0-9]{1,4})$/i.exec(name)?.[1];
  return end ? end.toUpperCase() : '…';
}
