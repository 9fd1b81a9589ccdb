import { useLayoutEffect, useRef, useState } from './preact.ts';

/** Distance in pixels from the end that still counts as reading the end. */
const near = 60;

/**
 * Keeps the newest message in view while the person reads the end, and does not scroll otherwise.
 * `newest` names the last message, `first` the first one: older messages inserted above do not move
 * the view.
 */
export function useChatScroll(newest: number, first: number, fromBot: number) {
  const box = useRef<HTMLDivElement>(null);
  /**
   * The measures at the last render: they tell whether the person was at the end before the new
   * content.
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

  // Loaded pictures and opened keyboards change the measures without a message.
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
