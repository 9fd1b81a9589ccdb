import type { BotCommand } from 'grammy/types';
import { call } from './api.ts';
import { type Desk, deskOf } from './desk.ts';
import { type Handlers, listen } from './events.ts';
import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from './preact.ts';
import { inOrder, merge, type Transcript } from './transcript.ts';
import type { Answered, ChatPage, WireMessage } from './wire.ts';

const none: Transcript = new Map();

export interface ChatState {
  messages: WireMessage[];
  commands: BotCommand[];
  /** Shown as on a channel without buttons. */
  plain: boolean;
  desk: Desk;
  /** Whether there are older messages to load. */
  more: boolean;
  loadOlder(): Promise<void>;
  /** The first screenful is here. */
  ready: boolean;
  /** The chat cannot be shown at all. */
  failed: boolean;
  typing: boolean;
  /** How far the person had read when they opened the chat. */
  readAtOpening: number;
}

/**
 * One chat, kept up to date: the latest page first, then every change from there on. `people`
 * handlers ride on the same stream, because a browser allows few of them.
 */
export function useChat(
  chatId: number,
  people: { wanted: boolean; handlers: Handlers },
  answered: (answer: Answered) => void,
  online: (yes: boolean) => void,
): ChatState {
  const [transcript, add] = useReducer(merge, none);
  const [page, setPage] = useState<ChatPage>();
  const [commands, setCommands] = useState<BotCommand[]>([]);
  const [plain, setPlain] = useState(false);
  const [more, setMore] = useState(false);
  const [typing, setTyping] = useState(false);
  const [failed, setFailed] = useState(false);
  const [, redraw] = useReducer((n: number, _: undefined) => n + 1, 0);
  const desk = useMemo(() => deskOf(chatId), [chatId]);
  const version = useRef(0);
  const loading = useRef(false);

  useEffect(
    () =>
      desk.watch(
        () => redraw(undefined),
        (message) => add([message]),
      ),
    [desk],
  );

  useEffect(() => {
    let over = false;
    let stop = () => {};
    let quiet: number | undefined;
    let again: number | undefined;
    const open = async () => {
      try {
        const first = await call<ChatPage>(`/api/chats/${chatId}/messages`);
        if (over) return;
        version.current = first.version;
        add(first.messages);
        setCommands(first.commands);
        setPlain(first.plain);
        setMore(first.more);
        setPage(first);
        setFailed(false);
        online(true);
        stop = listen(
          () => `/api/chats/${chatId}/events?after=${version.current}${people.wanted ? '&people=true' : ''}`,
          {
            ...people.handlers,
            messages(data) {
              const changed: WireMessage[] = JSON.parse(data);
              version.current = Math.max(version.current, ...changed.map((message) => message.version));
              if (changed.some(({ fromBot }) => fromBot)) setTyping(false);
              add(changed);
            },
            typing() {
              setTyping(true);
              clearTimeout(quiet);
              quiet = window.setTimeout(() => setTyping(false), 5000);
            },
            answered: (data) => answered(JSON.parse(data)),
            commands: (data) => setCommands(JSON.parse(data)),
            plain: (data) => setPlain(JSON.parse(data)),
          },
          online,
        );
      } catch (error) {
        if (over) return;
        if (error instanceof Error && 'status' in error) setFailed(true);
        online(false);
        again = window.setTimeout(open, 3000);
      }
    };
    void open();
    return () => {
      over = true;
      stop();
      clearTimeout(quiet);
      clearTimeout(again);
    };
  }, [chatId]);

  const messages = useMemo(() => inOrder(transcript), [transcript]);
  const oldest = messages[0]?.id;
  const loadOlder = useCallback(async () => {
    if (loading.current || !more || oldest === undefined) return;
    loading.current = true;
    try {
      const older = await call<ChatPage>(`/api/chats/${chatId}/messages?before=${oldest}`);
      setMore(older.more);
      add(older.messages);
    } catch {
      // No signal: scrolling up again asks again.
    } finally {
      loading.current = false;
    }
  }, [chatId, more, oldest]);

  return {
    messages,
    commands,
    plain,
    desk,
    more,
    loadOlder,
    ready: page !== undefined,
    failed,
    typing,
    readAtOpening: page?.lastRead ?? 0,
  };
}
