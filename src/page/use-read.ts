import { call } from './api.ts';
import { useEffect, useRef } from './preact.ts';

/**
 * Tells the server how far the person has read. It counts what is in view at the end of the chat on
 * a visible page.
 */
export function useRead(chatId: number, newest: number, lastRead: number, atEnd: boolean): void {
  const told = useRef(0);
  useEffect(() => {
    const tell = () => {
      if (!atEnd || document.visibilityState !== 'visible' || newest <= Math.max(told.current, lastRead))
        return;
      const before = told.current;
      told.current = newest;
      call(`/api/chats/${chatId}/read`, { upTo: newest }).catch(() => {
        // No connection: the next message, or a return to the page, reports it again.
        told.current = before;
      });
    };
    tell();
    document.addEventListener('visibilitychange', tell);
    return () => document.removeEventListener('visibilitychange', tell);
  }, [chatId, newest, lastRead, atEnd]);
}
