import { html, type View } from './preact.ts';

/** Shows a round sign with the initials of a name; its colour depends on the role. */
export function Avatar({ name, role }: { name: string; role: string }): View {
  return html`<span class="avatar" data-role=${role} aria-hidden="true">${initials(name)}</span>`;
}

/** Nguyễn Thị Hoa → NH: Vietnamese people are called by the last word of the name. */
function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const first = words[0]?.[0] ?? '';
  const last = words.length > 1 ? (words.at(-1)?.[0] ?? '') : '';
  return (first + last).toUpperCase();
}
