/** Longer than two of the server's heartbeats: then the line is dead although nobody said so. */
const silence = 40_000;
/** A page that nobody looks at gives its line back: browsers allow but six to one server. */
const hiddenFor = 5_000;

export type Handlers = Record<string, (data: string) => void>;

/**
 * Listens to a stream of events until the returned function is called. Connects again after every
 * break, at first soon, then every ten seconds, and at once when the signal or the person comes
 * back. `address` is asked anew each time; `online` hears whether the line stands.
 */
export function listen(
  address: () => string,
  handlers: Handlers,
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
    // Too many tabs of this chat: this one waits until somebody looks at it again.
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
  // The phone knows it at once; the line itself would only fall silent.
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
