/**
 * In milliseconds. Longer than two of the server's heartbeats: after that the connection is dead.
 */
const silence = 40_000;
/** In milliseconds. A hidden page closes its connection: browsers allow only six to one server. */
const hiddenFor = 5_000;

/** Handlers by the name of the event. */
export type EventHandlers = Record<string, (data: string) => void>;

/**
 * Listens to a stream of events until the returned function is called. It connects again after
 * every break, soon at first, then every ten seconds, and at once when the network or the person
 * returns. `address` is called for each connection; `online` is told whether the connection is
 * open.
 */
export function listen(
  address: () => string,
  handlers: EventHandlers,
  online: (yes: boolean) => void,
): () => void {
  let source: EventSource | undefined;
  let retry: number | undefined;
  let watch: number | undefined;
  let hide: number | undefined;
  let breaks = 0;

  const close = () => {
    source?.close();
    source = undefined;
    clearTimeout(retry);
    clearTimeout(watch);
  };
  const broken = () => {
    close();
    online(false);
    breaks += 1;
    retry = window.setTimeout(open, Math.min(500 * 2 ** breaks, 10_000));
  };
  const alive = () => {
    clearTimeout(watch);
    watch = window.setTimeout(broken, silence);
  };
  const open = () => {
    close();
    const fresh = new EventSource(address());
    source = fresh;
    alive();
    fresh.onopen = () => {
      breaks = 0;
      online(true);
    };
    fresh.onerror = broken;
    fresh.addEventListener('alive', alive);
    // Too many tabs show this chat: this one waits until the person looks at it again.
    fresh.addEventListener('crowded', () => {
      close();
      online(false);
    });
    for (const [name, handle] of Object.entries(handlers)) {
      fresh.addEventListener(name, (event) => {
        alive();
        handle(event.data);
      });
    }
  };
  const back = () => {
    clearTimeout(hide);
    if (document.visibilityState === 'hidden') hide = window.setTimeout(close, hiddenFor);
    else if (!source) open();
  };
  // The phone reports this at once; the connection itself would only stay silent.
  const gone = () => {
    close();
    online(false);
  };
  addEventListener('online', open);
  addEventListener('focus', back);
  addEventListener('offline', gone);
  document.addEventListener('visibilitychange', back);
  open();
  return () => {
    removeEventListener('online', open);
    removeEventListener('focus', back);
    removeEventListener('offline', gone);
    document.removeEventListener('visibilitychange', back);
    clearTimeout(hide);
    close();
  };
}
