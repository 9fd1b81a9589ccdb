import { useLayoutEffect, useRef, useState } from './preact.ts';

/** How near to the end counts as reading the end, in pixels. */
const near = 60;

/**
 * Keeps the newest in view while one reads the end, and leaves the view alone while one reads above. `newest` names the
 * last message, `first` the first one: older ones that are put in above do not move what is read.
 */
export function useChatScroll(newest: number, first: number, fromBot: number) {
  const box = useRef<HTMLDivElement>(null);
  const stuck = useRef(true);
  const height = useRef(0);
  const firstSeen = useRef(first);
  const [below, setBelow] = useState(0);
  const [atEnd, setAtEnd] = useState(true);
  const known = useRef(fromBot);

  const toEnd = () => {
    stuck.current = true;
    setBelow(0);
    setAtEnd(true);
    if (box.current) box.current.scrollTop = box.current.scrollHeight;
  };

  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    if (stuck.current) toEnd();
    else if (first < firstSeen.current) element.scrollTop += element.scrollHeight - height.current;
    else if (fromBot > known.current) setBelow(below + fromBot - known.current);
    firstSeen.current = first;
    known.current = fromBot;
    height.current = element.scrollHeight;
  }, [newest, first, fromBot]);

  // Pictures that arrive and keyboards that open change the height without any message.
  useLayoutEffect(() => {
    const element = box.current;
    const content = element?.firstElementChild;
    if (!element || !content) return;
    const watcher = new ResizeObserver(() => {
      if (stuck.current) element.scrollTop = element.scrollHeight;
      height.current = element.scrollHeight;
    });
    watcher.observe(content);
    watcher.observe(element);
    return () => watcher.disconnect();
  }, []);

  const scrolled = () => {
    const element = box.current;
    if (!element) return;
    const end = element.scrollHeight - element.scrollTop - element.clientHeight < near;
    stuck.current = end;
    setAtEnd(end);
    if (end) setBelow(0);
  };
  return { box, below, atEnd, toEnd, scrolled };
}
