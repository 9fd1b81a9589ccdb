import { call } from './api.ts';
import { html, useEffect, useState, type View } from './preact.ts';
import { text } from './texts.ts';
import type { YearState } from './wire.ts';

/** How often the page asks how far the year is, in milliseconds. */
const askEveryMs = 400;

/**
 * Shows the button that plays the first year with the sample people, and how far it is. Nothing
 * where it cannot be played.
 */
export function YearBar({ failed }: { failed(words: string): void }): View | null {
  const [year, setYear] = useState<YearState>();
  const ask = async (body?: object) => {
    try {
      setYear(await call<YearState>('/api/year', body));
    } catch (error) {
      if (body) failed(error instanceof Error && 'status' in error ? error.message : text('page-no-signal'));
    }
  };
  useEffect(() => void ask(), []);
  const playing = year?.state === 'playing';
  useEffect(() => {
    if (!playing) return;
    const asking = setInterval(() => void ask(), askEveryMs);
    return () => clearInterval(asking);
  }, [playing]);

  if (!year || year.state === 'impossible') return null;
  const { state, done, of, skipped } = year;
  return html`
    <section class="year" aria-label=${text('page-year')}>
      ${
        state === 'ready' &&
        html`<button type="button" class="key" onClick=${() => ask({})}>${text('page-year-play')}</button>`
      }
      <p role="status">
        ${playing && html`<progress max=${of} value=${done}></progress> ${text('page-year-playing', { done, of })}`}
        ${state === 'done' && text(skipped > 0 ? 'page-year-done-but' : 'page-year-done', { skipped })}
      </p>
    </section>
  `;
}
