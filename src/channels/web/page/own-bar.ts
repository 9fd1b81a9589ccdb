import { DevicesDialog } from './devices.ts';
import { html, useState, type View } from './preact.ts';
import { text } from './texts.ts';

/** In the head of the chat of somebody who is signed in: the way to their devices and out. */
export function OwnBar({ zone }: { zone: string }): View {
  const [open, setOpen] = useState(false);
  return html`
    <button type="button" class="round own" aria-label=${text('page-devices-open')} title=${text('page-devices-open')} onClick=${() => setOpen(true)}>
      <svg viewBox="0 0 24 24" aria-hidden="true"><circle cx="12" cy="8" r="4" /><path d="M4.5 20.500c1-4 4-6 7.500-6s6.500 2 7.500 6" /></svg>
    </button>
    ${open && html`<${DevicesDialog} zone=${zone} close=${() => setOpen(false)} />`}
  `;
}
