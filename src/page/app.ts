import { call } from './api.ts';
import { Chat } from './chat.ts';
import { openChatOutbox } from './chat-outbox.ts';
import { ClockBar, type Reading } from './clock-bar.ts';
import { DevicesButton, DevicesDialog } from './devices.ts';
import { Emblem } from './emblem.ts';
import { type EventHandlers, listen } from './events.ts';
import { Guide } from './guide.ts';
import { LanguageButton } from './language-button.ts';
import { PeopleList } from './people-list.ts';
import { PlayBar } from './play-bar.ts';
import { html, useCallback, useEffect, useMemo, useRef, useState, type View } from './preact.ts';
import { clearAfterSignOut } from './signed-out.ts';
import { followNames, text } from './texts.ts';
import { usePlay } from './use-play.ts';
import type { ClockFace, SelectablePerson, Session } from './wire.ts';

const zoneBeforeClock = 'Asia/Ho_Chi_Minh';

/**
 * Shows the whole page. The chosen person is in the address, so "back" works and a reload changes
 * nothing.
 */
export function App({ session }: { session: Session }): View {
  const [chosen, setChosen] = useState(fromAddress);
  const [people, setPeople] = useState<SelectablePerson[]>([]);
  const [reading, setReading] = useState<Reading>();
  const [online, setOnline] = useState(true);
  const [words, setWords] = useState('');
  const [alert, setAlert] = useState('');
  const [devices, setDevices] = useState(false);
  const [, draw] = useState({});
  const chatId = session.rehearsal ? chosen : session.chatId;

  useEffect(() => {
    const follow = () => setChosen(fromAddress());
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);

  const see = useCallback((face: ClockFace) => setReading({ face, taken: performance.now() }), []);
  const handlers = useMemo<EventHandlers>(
    () => ({
      people: (data) => setPeople(JSON.parse(data)),
      clock: (data) => see(JSON.parse(data)),
      'signed-out': () => clearAfterSignOut(),
      texts: (data) => void followNames(data, () => draw({})).catch(() => undefined),
    }),
    [see],
  );
  // An open chat's own stream brings these too.
  useEffect(() => {
    if (session.rehearsal && chatId === undefined)
      return listen(() => '/api/people/events', handlers, setOnline);
  }, [session, chatId, handlers]);
  // Unsent messages of other chats are still being sent.
  useEffect(() => {
    for (const { chatId: one } of people) openChatOutbox(one);
  }, [people.length]);

  // A refused stream looks like a lost connection: a request tells which it is.
  useEffect(() => {
    if (online || session.rehearsal) return;
    const ask = async () => {
      const now = await call<Session>('/api/session');
      if (!now.rehearsal && now.chatId === undefined) clearAfterSignOut();
    };
    const asking = setInterval(() => void ask().catch(() => undefined), 3000);
    return () => clearInterval(asking);
  }, [online]);

  const toast = useToast(setWords);
  const plays = usePlay(session.rehearsal, reading, toast);
  const zone = reading?.face.zone ?? zoneBeforeClock;
  const person = people.find((one) => one.chatId === chatId);
  const unread = people.reduce((sum, one) => sum + one.unread, 0);
  useEffect(() => {
    document.title = (unread > 0 ? `(${unread}) ` : '') + text('page-title');
  }, [unread]);

  const leave = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || chatId === undefined || !session.rehearsal)
      return;
    if (document.querySelector('dialog[open]')) return;
    document.querySelector<HTMLElement>(`.people a[href="#/${chatId}"]`)?.focus();
    if (!matchMedia('(min-width: 900px)').matches) toList();
  };

  return html`
    <div class=${`page ${chatId === undefined ? 'at-list' : 'at-chat'} ${session.rehearsal ? '' : 'alone'}`} onKeyDown=${leave}>
      ${
        session.rehearsal &&
        html`<aside>
          <header class="title">
            <${Emblem} />
            <div class="who"><h1>${text('page-title')}</h1><p>${text('page-rehearsal')}</p></div>
            <${LanguageButton} />
          </header>
          ${reading && html`<${ClockBar} reading=${reading} locked=${plays.locked} moved=${see} failed=${toast} />`}
          <${PlayBar} plays=${plays} zone=${zone} />
          <${PeopleList} people=${people} chosen=${chatId} />
        </aside>`
      }
      <main>
        ${!online && html`<p class="offline" role="status">${text('page-offline')}</p>`}
        ${
          chatId === undefined
            ? html`<div class="placeholder"><p>${text('page-choose')}</p><${Guide} /></div>`
            : html`<${Chat}
                key=${chatId}
                chatId=${chatId}
                person=${person}
                zone=${zone}
                locked=${plays.locked}
                people=${{ wanted: session.rehearsal, handlers }}
                toast=${toast}
                alert=${setAlert}
                online=${setOnline}
                own=${!session.rehearsal && html`<${DevicesButton} open=${() => setDevices(true)} />`}
                back=${toList}
              />`
        }
      </main>
      <div class="toast" role="status">${words && html`<p>${words}</p>`}</div>
      ${devices && html`<${DevicesDialog} zone=${zoneBeforeClock} close=${() => setDevices(false)} />`}
      ${alert && html`<${Alert} words=${alert} close=${() => setAlert('')} />`}
    </div>
  `;
}

function Alert({ words, close }: { words: string; close(): void }): View {
  const show = useCallback(
    (dialog: HTMLDialogElement | null) => dialog?.open === false && dialog.showModal(),
    [],
  );
  return html`
    <dialog ref=${show} onClose=${close}>
      <p>${words}</p>
      <form method="dialog"><button class="key main">${text('page-understood')}</button></form>
    </dialog>
  `;
}

function useToast(show: (words: string) => void): (words: string) => void {
  const timer = useRef<number>(undefined);
  return useCallback((words: string) => {
    show(words);
    clearTimeout(timer.current);
    timer.current = window.setTimeout(() => show(''), 4000 + words.length * 40);
  }, []);
}

function fromAddress(): number | undefined {
  const id = Number(/^#\/(\d+)$/.exec(location.hash)?.[1]);
  return Number.isSafeInteger(id) && id > 0 ? id : undefined;
}

function toList(): void {
  location.hash = '#/';
}
