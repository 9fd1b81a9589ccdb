import { html, type View } from './preact.ts';
import { text } from './texts.ts';

/** Shows what a newcomer can try first: the whole job in four steps. */
export function Guide(): View {
  return html`
    <section class="guide" aria-label=${text('page-guide')}>
      <h2>${text('page-guide')}</h2>
      <ol>
        <li>${text('page-guide-register')}</li>
        <li>${text('page-guide-review')}</li>
        <li>${text('page-guide-clock')}</li>
        <li>${text('page-guide-report')}</li>
      </ol>
    </section>
  `;
}
