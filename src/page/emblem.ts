import { html, type View } from './preact.ts';

/** Shows the star in the header of the page. */
export function Emblem(): View {
  return html`<svg class="emblem" viewBox="0 0 32 32" aria-hidden="true"><rect width="32" height="32" rx="8" /><path d="m16 6 2.9 6.6 7.1.7-5.4 4.7 1.6 7L16 21.3 9.8 25l1.6-7L6 13.300l7.1-.700z" /></svg>`;
}
