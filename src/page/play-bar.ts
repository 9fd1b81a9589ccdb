import { formatDay } from './dates.ts';
import { html, type View } from './preact.ts';
import { text } from './texts.ts';
import type { Plays } from './use-play.ts';
import type { PlayName, PlayState } from './wire.ts';

/**
 * Shows the buttons that play the first year or all five with the sample people. While one plays it
 * shows what happens, how far it is, and how to stop it; nothing where none can be played.
 */
export function PlayBar({ plays, zone }: { plays: Plays; zone: string }): View | null {
  const { now, locked } = plays;
  if (!now || now.state === 'impossible') return null;
  const button = (play: PlayName) => html`
    <button type="button" class="key" key=${play} onClick=${() => plays.begin(play)}>${nameButton(play, now)}</button>
  `;
  return html`
    <section class="play" aria-label=${text('page-play')}>
      ${now.can.map(button)}
      <p role="status">${saySoFar(now)}</p>
      ${locked && html`<progress max=${now.of} value=${now.done}></progress>`}
      ${locked && now.at && now.work && html`<p class="work">${formatDay(new Date(now.at), zone)}: ${text(`page-play-work-${now.work}`)}</p>`}
      ${now.state === 'playing' && html`<button type="button" class="key" onClick=${() => plays.stop()}>${text('page-play-stop')}</button>`}
    </section>
  `;
}

function nameButton(play: PlayName, { state, play: begun }: PlayState): string {
  return text(state === 'stopped' && play === begun ? 'page-play-continue' : `page-play-${play}`);
}

function saySoFar({ state, play, done, of, skipped }: PlayState): string {
  const share = of > 0 ? Math.floor((100 * done) / of) : 0;
  const name = play === undefined ? '' : text(`page-play-name-${play}`);
  if (state === 'playing') return text('page-play-playing', { name, share });
  if (state === 'stopping') return text('page-play-stopping', { name });
  if (state === 'stopped') return text('page-play-stopped', { name, share });
  if (state === 'done') return text(skipped > 0 ? 'page-play-done-but' : 'page-play-done', { name, skipped });
  return '';
}
