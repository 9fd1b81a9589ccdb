import type { ChatOutbox } from './chat-outbox.ts';
import { formatSize } from './dates.ts';
import { kindOf } from './file-card.ts';
import type { OutboxItem } from './outbox.ts';
import { html, type View } from './preact.ts';
import { text } from './texts.ts';
import type { FileUpload } from './uploads.ts';

/** Shows the person's unconfirmed messages with their state; refused ones can be sent again. */
export function OwnWaiting({ outbox, stored }: { outbox: ChatOutbox; stored: ReadonlySet<string> }): View {
  const { sender, uploads } = outbox;
  return html`
    ${outbox.waiting
      .filter(({ kind, key }) => kind !== 'press' && !stored.has(key))
      .map(
        (item) => html`
        <li class="message own" key=${item.key}>
          <div class="bubble">
            <p class="text">${shown(item)}</p>
            <${State} failed=${item.failed} retry=${() => sender.retry(item)} giveUp=${() => sender.giveUp(item)} />
          </div>
        </li>
      `,
      )}
    ${outbox.uploading
      .filter(({ key }) => !stored.has(key))
      .map(
        (upload) => html`
        <li class="message own" key=${upload.key}>
          <div class="bubble">
            <div class="file">
              <span class="kind" data-kind=${kindOf(upload.file.name)} aria-hidden="true">${kindOf(upload.file.name)}</span>
              <span class="about">
                <span class="name">${upload.file.name}</span>
                <span class="size">${formatSize(upload.file.size)}</span>
              </span>
            </div>
            ${upload.state === 'going' && html`<progress value=${upload.progress} max="1" aria-label=${text('page-uploading')}></progress>`}
            <${State}
              failed=${upload.reason}
              paused=${upload.state === 'paused'}
              progress=${upload.state === 'going' ? progressOf(upload) : ''}
              retry=${upload.hopeless ? undefined : () => uploads.retry(upload.key)}
              giveUp=${() => uploads.giveUp(upload.key)}
            />
          </div>
        </li>
      `,
      )}
  `;
}

function State(props: {
  failed?: string;
  paused?: boolean;
  progress?: string;
  retry?: () => void;
  giveUp(): void;
}): View {
  if (props.failed === undefined && !props.paused) {
    return html`<span class="meta">${text('page-sending')}${props.progress ? ` ${props.progress}` : ''}
      ${props.progress && html`<button type="button" onClick=${props.giveUp}>${text('page-give-up')}</button>`}</span>`;
  }
  return html`
    <span class="meta failed" role="alert">
      ${props.failed ?? text('page-no-signal')}
      ${props.retry && html`<button type="button" onClick=${props.retry}>${text('page-send-again')}</button>`}
      <button type="button" onClick=${props.giveUp}>${text('page-give-up')}</button>
    </span>
  `;
}

function shown(item: OutboxItem): string {
  if (item.kind === 'text') return item.text;
  return item.kind === 'phone' ? text('page-phone-shared', { phone: item.phone }) : '';
}

function progressOf({ progress }: FileUpload): string {
  return `${Math.round(progress * 100)}%`;
}
