import { useRef, useState } from './preact.ts';
import type { WireMessage } from './wire.ts';

/** Time in milliseconds after which an unanswered press stops looking busy. */
const patience = 10_000;

interface Press {
  button: string;
  message: number;
  version: number;
}

/**
 * Tracks which buttons were pressed and not answered. A changed or newer message also counts as an
 * answer.
 */
export function usePressing() {
  const presses = useRef(new Map<string, Press>());
  const [busy, setBusy] = useState<ReadonlySet<string>>(new Set());
  const show = () => setBusy(new Set([...presses.current.values()].map(({ button }) => button)));
  const done = (query: string) => {
    if (presses.current.delete(query)) show();
  };
  return {
    busy,
    done,
    started(query: string, message: WireMessage, data: string) {
      presses.current.set(query, {
        button: `${message.id}:${data}`,
        message: message.id,
        version: message.version,
      });
      show();
      setTimeout(() => done(query), patience);
    },
    changed(messages: WireMessage[]) {
      const newest = new Map(messages.map(({ id, version }) => [id, version]));
      for (const [query, press] of presses.current) {
        if ((newest.get(press.message) ?? 0) > press.version) done(query);
      }
    },
  };
}
