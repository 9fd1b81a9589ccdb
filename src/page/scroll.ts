import { useLayoutEffect, useRef, useState } from './preact.ts';

/** How near to the end counts as reading the end, in pixels. */
const near = 60;

/**
 * Keeps the newest in view while one reads the end, and leaves the view alone while one reads
 * above. `newest` names the last message, `first` the first one: older ones that are put in above
 * do not move what is read.
 */
export function useChatScroll(newest: number, first: number, fromBot: number) {
  const box = useRef<HTMLDivElement>(null);
  /**
   * The measures at the last look: whether one was at the end is asked of them, before anything new
   * counts.
   */
  const last = useRef({ height: 0, view: 0, first, fromBot });
  const [below, setBelow] = useState(0);
  const [atEnd, setAtEnd] = useState(true);

  const wasAtEnd = (element: HTMLElement) =>
    last.current.height - element.scrollTop - last.current.view < near;
  const look = (element: HTMLElement) => {
    last.current.height = element.scrollHeight;
    last.current.view = element.clientHeight;
  };
  const toEnd = () => {
    setBelow(0);
    setAtEnd(true);
    if (!box.current) return;
    box.current.scrollTop = box.current.scrollHeight;
    look(box.current);
  };

  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const before = last.current;
    if (wasAtEnd(element)) toEnd();
    else if (first < before.first) element.scrollTop += element.scrollHeight - before.height;
    else if (fromBot > before.fromBot) setBelow(below + fromBot - before.fromBot);
    look(element);
    last.current.first = first;
    last.current.fromBot = fromBot;
  }, [newest, first, fromBot]);

  // Pictures that arrive and keyboards that open change the measures without any message.
  useLayoutEffect(() => {
    const element = box.current;
    const content = element?.firstElementChild;
    if (!element || !content) return;
    const watcher = new ResizeObserver(() => {
      if (wasAtEnd(element)) element.scrollTop = element.scrollHeight;
      look(element);
    });
    watcher.observe(content);
    watcher.observe(element);
    return () => watcher.disconnect();
  }, []);

  const scrolled = () => {
    const element = box.current;
    if (!element) return;
    const end = element.scrollHeight - element.scrollTop - element.clientHeight < near;
    setAtEnd(end);
    if (end) setBelow(0);
  };
  return { box, below, atEnd, toEnd, scrolled };
}
