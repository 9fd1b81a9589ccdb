import type { BotCommand } from 'grammy/types';
import { call } from './api.ts';
import { type ChatOutbox, openChatOutbox } from './chat-outbox.ts';
import { type EventHandlers, listen } from './events.ts';
import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from './preact.ts';
import { listMessages, mergeMessages, type Transcript } from './transcript.ts';
import type { ChatPage, PressAnswer, WireMessage } from './wire.ts';

const none: Transcript = new Map();

/** The state of an open chat. */
export interface ChatState {
  messages: WireMessage[];
  commands: BotCommand[];
  /** Whether to show it as on a channel without buttons. */
  plain: boolean;
  outbox: ChatOutbox;
  /** Whether there are older messages to load. */
  more: boolean;
  loadOlder(): Promise<void>;
  /** Whether the first page of messages is loaded. */
  ready: boolean;
  /** Whether the chat cannot be shown at all. */
  failed: boolean;
  typing: boolean;
  /** The last message that the person had read when they opened the chat. */
  readAtOpening: number;
}

/**
 * Loads one chat and keeps it up to date: the latest page first, then every change. Handlers in
 * `people` use the same stream, because a browser allows few streams.
 */
export function useChat(
  chatId: number,
  people: { wanted: boolean; handlers: EventHandlers },
  answered: (answer: PressAnswer) => void,
  online: (yes: boolean) => void,
): ChatState {
  const [transcript, add] = useReducer(mergeMessages, none);
  const [page, setPage] = useState<ChatPage>();
  const [commands, setCommands] = useState<BotCommand[]>([]);
  const [plain, setPlain] = useState(false);
  const [more, setMore] = useState(false);
  const [typing, setTyping] = useState(false);
  const [failed, setFailed] = useState(false);
  const [, redraw] = useReducer((n: number, _: undefined) => n + 1, 0);
  const outbox = useMemo(() => openChatOutbox(chatId), [chatId]);
  const version = useRef(0);
  const loading = useRef(false);

  useEffect(
    () =>
      outbox.watch(
        () => redraw(undefined),
        (message) => add([message]),
      ),
    [outbox],
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

  const messages = useMemo(() => listMessages(transcript), [transcript]);
  const oldest = messages[0]?.id;
  const loadOlder = useCallback(async () => {
    if (loading.current || !more || oldest === undefined) return;
    loading.current = true;
    try {
      const older = await call<ChatPage>(`/api/chats/${chatId}/messages?before=${oldest}`);
      setMore(older.more);
      add(older.messages);
    } catch {
      // No connection: scrolling up again repeats the request.
    } finally {
      loading.current = false;
    }
  }, [chatId, more, oldest]);

  return {
    messages,
    commands,
    plain,
    outbox,
    more,
    loadOlder,
    ready: page !== undefined,
    failed,
    typing,
    readAtOpening: page?.lastRead ?? 0,
  };
}
