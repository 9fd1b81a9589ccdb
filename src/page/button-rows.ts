import { html, type View } from './preact.ts';

interface Button {
  text: string;
}

/** Shows rows of buttons, under a message or above the composer; arrow keys move between them. */
export function ButtonRows<B extends Button>(props: {
  rows: B[][];
  label: string;
  class: string;
  show(button: B, id: string): View;
}): View {
  return html`
    <div class=${`rows ${props.class}`} role="group" aria-label=${props.label} onKeyDown=${byArrows}>
      ${props.rows
        .filter((row) => row.length > 0)
        .map(
          (row, r) => html`<div class="row">${row.map((button, c) => props.show(button, `${r}.${c}`))}</div>`,
        )}
    </div>
  `;
}

/** Moves the focus among the buttons and links within an element. */
export function byArrows(event: KeyboardEvent): void {
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  const group = event.currentTarget;
  if (!step || !(group instanceof HTMLElement) || event.target instanceof HTMLInputElement) return;
  const stops = [...group.querySelectorAll<HTMLElement>('button:not(:disabled), a[href]')];
  const at = stops.findIndex((one) => one.matches(':focus'));
  const next = stops[Math.min(Math.max(at + step, 0), stops.length - 1)];
  if (at < 0 || !next) return;
  event.preventDefault();
  next.focus();
}
