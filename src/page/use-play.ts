import { call } from './api.ts';
import { useCallback, useEffect, useState } from './preact.ts';
import { text } from './texts.ts';
import type { PlayName, PlayState } from './wire.ts';

/** How often the page asks how far a play is, in milliseconds. */
const askEveryMs = 400;

/** The rehearsal's plays as the page knows them, and the requests that begin and stop them. */
export interface Plays {
  now: PlayState | undefined;
  /** Whether a play acts in the chats, so that the visitor can only read. */
  locked: boolean;
  begin(play: PlayName): void;
  stop(): void;
}

/**
 * Follows the plays of a rehearsal. A play that began on another page is found when the clock is
 * told, which `clock` changes for.
 */
export function usePlay(rehearsal: boolean, clock: unknown, failed: (words: string) => void): Plays {
  const [now, setNow] = useState<PlayState>();
  const ask = useCallback(
    async (path: string, body?: object) => {
      try {
        setNow(await call<PlayState>(path, body));
      } catch (error) {
        if (body)
          failed(error instanceof Error && 'status' in error ? error.message : text('page-no-signal'));
      }
    },
    [failed],
  );
  useEffect(() => {
    if (rehearsal) void ask('/api/play');
  }, [rehearsal, clock, ask]);
  const locked = now?.state === 'playing' || now?.state === 'stopping';
  useEffect(() => {
    if (!locked) return;
    const asking = setInterval(() => void ask('/api/play'), askEveryMs);
    return () => clearInterval(asking);
  }, [locked, ask]);
  return {
    now,
    locked,
    begin: (play) => void ask('/api/play', { play }),
    stop: () => void ask('/api/play/stop', {}),
  };
}
