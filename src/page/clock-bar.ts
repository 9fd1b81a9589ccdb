import { call } from './api.ts';
import { formatDay, formatTime, formatWeekday } from './dates.ts';
import { html, useEffect, useState, type View } from './preact.ts';
import { text } from './texts.ts';
import type { ClockFace } from './wire.ts';

/** A reading of the app's clock, and when it arrived by the page's own timer (milliseconds). */
export interface Reading {
  face: ClockFace;
  taken: number;
}

/** Shows the rehearsal's running clock and the buttons that move it. */
export function ClockBar(props: {
  reading: Reading;
  /** While a play moves the clock. */
  locked: boolean;
  moved(face: ClockFace): void;
  failed(words: string): void;
}): View {
  const { locked } = props;
  const { face, taken } = props.reading;
  const [, tick] = useState(0);
  const [moving, setMoving] = useState('');
  useEffect(() => {
    const timer = setInterval(() => tick((n) => n + 1), 5000);
    return () => clearInterval(timer);
  }, []);
  const now = new Date(Date.parse(face.now) + performance.now() - taken);

  const move = async (step: string) => {
    if (moving || locked) return;
    setMoving(step);
    try {
      props.moved(await call<ClockFace>('/api/clock', { step }));
    } catch (error) {
      props.failed(error instanceof Error && 'status' in error ? error.message : text('page-no-signal'));
    } finally {
      setMoving('');
    }
  };
  const button = (step: string, label: string) => html`
    <button type="button" class="key" aria-busy=${moving === step} aria-disabled=${moving !== '' || locked} onClick=${() => move(step)}>${label}</button>
  `;

  return html`
    <section class="clock" aria-label=${text('page-clock')}>
      <p class="now" role="timer">
        <svg viewBox="0 0 24 24" aria-hidden="true"><circle cx="12" cy="12" r="8.5" /><path d="M12 7v5l3.5 2" /></svg>
        <time datetime=${now.toISOString()}>
          <strong>${formatTime(now, face.zone)}</strong> <span>${formatWeekday(now, face.zone)}, ${formatDay(now, face.zone)}</span>
        </time>
      </p>
      <div class="steps" role="group" aria-label=${text('page-clock-move')}>
        ${button('hour', text('page-clock-hour'))}
        ${button('day', text('page-clock-day'))}
        ${button('due', text('page-clock-due'))}
      </div>
    </section>
  `;
}
