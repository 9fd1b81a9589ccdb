import { z } from 'zod';
import { until } from './until.ts';

const playState = z.object({
  state: z.enum(['ready', 'playing', 'stopping', 'stopped', 'done', 'impossible']),
  play: z.string().optional(),
  can: z.array(z.string()),
  done: z.number(),
  of: z.number(),
  skipped: z.number(),
  at: z.string().optional(),
  work: z.string().optional(),
});
type SeenPlay = z.infer<typeof playState>;

/** The requests that the rehearsal's page makes about its plays, at an address of the app. */
export function rehearsalAt(url: string) {
  const post = (path: string, body: object) =>
    fetch(`${url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url },
      body: JSON.stringify(body),
    });
  const state = async (): Promise<SeenPlay> => playState.parse(await (await fetch(`${url}/api/play`)).json());
  return {
    post,
    state,
    play: async (play: string) => playState.parse(await (await post('/api/play', { play })).json()),
    stop: async () => playState.parse(await (await post('/api/play/stop', {})).json()),
    /** Waits until a play has come so far, or is no longer under way. */
    comes: (done: number) =>
      until(async () => {
        const now = await state();
        return now.done >= done || (now.state !== 'playing' && now.state !== 'stopping') ? now : undefined;
      }),
    /** Waits until no play is under way. */
    ends: () =>
      until(async () => {
        const now = await state();
        return now.state === 'playing' || now.state === 'stopping' ? undefined : now;
      }),
  };
}
