import { Avatar } from './avatar.ts';
import { Bubble } from './bubble.ts';
import { Composer } from './composer.ts';
import { formatDay, formatWeekday } from './dates.ts';
import type { EventHandlers } from './events.ts';
import { OwnWaiting } from './own-waiting.ts';
import { PlainSwitch } from './plain-switch.ts';
import { html, useEffect, useMemo, useRef, useState, type View } from './preact.ts';
import { ReplyKeyboard } from './reply-keyboard.ts';
import { describePerson, namePerson } from './roles.ts';
import { useChatScroll } from './scroll.ts';
import { nextTimestamp } from './sender.ts';
import { splitMessage } from './split-text.ts';
import { text } from './texts.ts';
import { findReplyKeyboard } from './transcript.ts';
import { useChat } from './use-chat.ts';
import { usePressing } from './use-pressing.ts';
import { useRead } from './use-read.ts';
import type { PressAnswer, SelectablePerson, WireMessage } from './wire.ts';

/** Shows one person's chat with the bot, as on their phone. */
export function Chat(props: {
  chatId: number;
  person: SelectablePerson | undefined;
  zone: string;
  /** While a play acts in this chat: the visitor can only read. */
  locked: boolean;
  people: { wanted: boolean; handlers: EventHandlers };
  toast(words: string): void;
  alert(words: string): void;
  online(yes: boolean): void;
  /** Content of the header when the person is signed in. */
  own: View | false;
  back(): void;
}): View {
  const { chatId, person, zone, locked } = props;
  const pressing = usePressing();
  const answered = ({ query, text: words, alert }: PressAnswer) => {
    pressing.done(query);
    if (words) (alert ? props.alert : props.toast)(words);
  };
  const chat = useChat(chatId, props.people, answered, props.online);
  const [dropping, setDropping] = useState(false);
  const [usedKeyboard, useUpKeyboard] = useState(0);
  const { sender, uploads } = chat.outbox;

  const all = chat.messages;
  const visible = useMemo(() => all.filter(({ deleted }) => !deleted), [all]);
  const newest = all.at(-1);
  const newestFromBot = visible.findLast(({ fromBot }) => fromBot)?.id ?? 0;
  const mine = chat.outbox.waiting.length + chat.outbox.uploading.length;
  const versions = all.reduce((sum, { version }) => Math.max(sum, version), 0);
  const scroll = useChatScroll(
    versions + mine + (chat.typing ? 1 : 0),
    visible[0]?.id ?? 0,
    visible.filter(({ fromBot }) => fromBot).length,
  );
  useRead(chatId, newestFromBot, chat.readAtOpening, scroll.atEnd && chat.ready);
  useEffect(() => pressing.changed(all), [all]);

  const say = (words: string) => {
    for (const part of splitMessage(words.normalize('NFC').trim())) {
      sender.send({ kind: 'text', key: crypto.randomUUID(), at: nextTimestamp(), text: part });
    }
    scroll.toEnd();
  };
  const sendFiles = (files: Iterable<File>) => {
    if (locked) return props.toast(text('page-play-locked'));
    uploads.add(files);
    scroll.toEnd();
  };
  const press = (message: WireMessage, data: string) => {
    if (locked) return props.toast(text('page-play-locked'));
    const key = crypto.randomUUID();
    pressing.started(`${chatId}:${key}`, message, data);
    sender.send({ kind: 'press', key, at: nextTimestamp(), message: message.id, data });
  };

  const markup = chat.plain ? undefined : findReplyKeyboard(all);
  const keyboard = markup && 'keyboard' in markup ? markup : undefined;
  const keyboardFrom = all.findLast(({ reply_markup: m }) => m && 'keyboard' in m)?.id ?? 0;
  const showsKeyboard = keyboard && !(keyboard.one_time_keyboard && usedKeyboard >= keyboardFrom);
  const stored = useMemo(() => new Set(all.flatMap(({ client_key }) => client_key ?? [])), [all]);
  // Screen readers read only messages that arrive while the chat is open, not the whole chat.
  const heard = useRef(0);
  if (chat.ready && heard.current === 0) heard.current = newest?.id || 1;
  const spoken = visible.findLast(({ id, fromBot }) => fromBot && id > heard.current);

  return html`
    <section
      class=${`chat ${dropping ? 'dropping' : ''}`}
      aria-label=${person ? text('page-chat-of', { name: namePerson(person) }) : text('page-chat')}
      onDragOver=${(event: DragEvent) => {
        event.preventDefault();
        setDropping(true);
      }}
      onDragLeave=${() => setDropping(false)}
      onDrop=${(event: DragEvent) => {
        event.preventDefault();
        setDropping(false);
        sendFiles([...(event.dataTransfer?.files ?? [])]);
      }}
    >
      <header class="bar">
        <button type="button" class="round back" aria-label=${text('page-back')} title=${text('page-back')} onClick=${props.back}>
          <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M15 5l-7 7 7 7" /></svg>
        </button>
        ${person && html`<${Avatar} name=${namePerson(person)} role=${person.role} />`}
        <div class="who">
          <h2>${person ? namePerson(person) : text(props.own ? 'page-title' : 'page-chat')}</h2>
          <p>${person ? describePerson(person) : ''}</p>
        </div>
        ${props.own}
        ${props.people.wanted && !locked && html`<${PlainSwitch} chatId=${chatId} plain=${chat.plain} failed=${props.toast} />`}
      </header>
      ${chat.plain && html`<p class="plain-hint">${text('page-plain-hint')}</p>`}
      <div class="scroll" ref=${scroll.box} tabindex="0" role="region" aria-label=${text('page-messages')} onScroll=${() => {
        scroll.scrolled();
        if (scroll.box.current && scroll.box.current.scrollTop < 300) void chat.loadOlder();
      }}>
        <ol class="messages">
          ${chat.more && html`<li class="note">${text('page-loading-older')}</li>`}
          ${chat.failed && html`<li class="note">${text('page-no-chat')}</li>`}
          ${chat.ready && visible.length === 0 && mine === 0 && html`<${Empty} start=${() => say('/start')} />`}
          ${visible.map((message, index) => {
            const before = visible[index - 1];
            const day = new Date(message.date * 1000);
            const newDay = !before || formatDay(new Date(before.date * 1000), zone) !== formatDay(day, zone);
            return html`
              ${newDay && html`<li class="note day" key=${`day${message.id}`}>${formatWeekday(day, zone)}, ${formatDay(day, zone)}</li>`}
              <${Bubble}
                key=${message.id}
                message=${message}
                chatId=${chatId}
                zone=${zone}
                plain=${chat.plain}
                pressing=${pressing.busy}
                press=${press}
                say=${say}
              />
            `;
          })}
          <${OwnWaiting} outbox=${chat.outbox} stored=${stored} />
          ${chat.typing && html`<li class="typing" aria-label=${text('page-typing')}><span></span><span></span><span></span></li>`}
        </ol>
      </div>
      <div class="hidden" role="log" aria-live="polite">${spoken && html`<p key=${spoken.id}>${spoken.text ?? spoken.caption ?? spoken.document?.file_name ?? ''}</p>`}</div>
      ${
        !scroll.atEnd &&
        html`<button type="button" class="news" onClick=${scroll.toEnd}>
          ${scroll.below > 0 ? text('page-new-messages', { count: scroll.below }) : text('page-to-end')} ↓
        </button>`
      }
      <footer>
        ${locked && html`<p class="locked">${text('page-play-locked')}</p>`}
        ${
          !locked &&
          html`<${Composer}
          chatId=${chatId}
          commands=${chat.commands}
          plain=${chat.plain}
          placeholder=${markup?.input_field_placeholder}
          say=${say}
          sendFiles=${sendFiles}
          keyboard=${
            showsKeyboard &&
            html`<${ReplyKeyboard}
            key=${keyboardFrom}
            markup=${keyboard}
            say=${(words: string) => {
              useUpKeyboard(keyboardFrom);
              say(words);
            }}
            sharePhone=${(phone: string) => {
              useUpKeyboard(keyboardFrom);
              sender.send({ kind: 'phone', key: crypto.randomUUID(), at: nextTimestamp(), phone });
              scroll.toEnd();
            }}
          />`
          }
        />`
        }
      </footer>
    </section>
  `;
}

function Empty({ start }: { start(): void }): View {
  return html`
    <li class="empty">
      <p>${text('page-empty')}</p>
      <button type="button" class="key main" onClick=${start}>${text('page-begin')}</button>
    </li>
  `;
}
