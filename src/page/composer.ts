import type { BotCommand } from 'grammy/types';
import { CommandMenu } from './command-menu.ts';
import { html, useEffect, useLayoutEffect, useRef, useState, type View } from './preact.ts';
import { text } from './texts.ts';

/**
 * Shows the text field: Enter sends, Shift+Enter begins a new line, "/" shows the commands. Unsent
 * text is kept.
 */
export function Composer(props: {
  chatId: number;
  commands: BotCommand[];
  /**
   * Whether to show it as on a channel without buttons: no menu of commands, and only photos can be
   * attached.
   */
  plain: boolean;
  placeholder: string | undefined;
  say(text: string): void;
  sendFiles(files: Iterable<File>): void;
  /** The bot's reply keyboard, shown unless the commands are. */
  keyboard: View | false | undefined;
}): View {
  const draftName = `draft:${props.chatId}`;
  const [written, setWritten] = useState(() => localStorage.getItem(draftName) ?? '');
  const [opened, setMenu] = useState(false);
  const menu = opened && !props.plain;
  const area = useRef<HTMLTextAreaElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  const menuButton = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (written) localStorage.setItem(draftName, written);
    else localStorage.removeItem(draftName);
  }, [written, draftName]);
  useLayoutEffect(() => {
    if (!area.current) return;
    area.current.style.height = 'auto';
    area.current.style.height = `${Math.min(area.current.scrollHeight, 160)}px`;
  }, [written]);
  // With a physical keyboard the field has the focus; on a phone the screen keyboard would cover
  // the chat.
  useEffect(() => {
    if (matchMedia('(hover: hover) and (min-width: 900px)').matches) area.current?.focus();
  }, []);

  const typed = !props.plain && /^\/\w*$/.test(written);
  const shown = menu ? props.commands : typed ? startingWith(props.commands, written) : [];
  const attach = text(props.plain ? 'page-attach-photos' : 'page-attach');
  const send = () => {
    if (written.trim() === '') return;
    props.say(written);
    setWritten('');
    setMenu(false);
    area.current?.focus();
  };
  const choose = (command: string) => {
    props.say(command);
    setMenu(false);
    if (typed) setWritten('');
    area.current?.focus();
  };
  const keyed = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && (menu || typed)) {
      event.stopPropagation();
      if (typed && !menu) setWritten('');
      setMenu(false);
      menuButton.current?.focus();
      return;
    }
    if (event.target !== area.current) return;
    // While a Vietnamese input method is composing, Enter belongs to it.
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing && event.keyCode !== 229) {
      event.preventDefault();
      send();
    }
    if ((event.key === 'ArrowUp' || event.key === 'ArrowDown') && typed && shown.length > 0) {
      event.preventDefault();
      document.querySelector<HTMLElement>('#commands button')?.focus();
    }
  };

  return html`
    <div class="composer" onKeyDown=${keyed}>
      ${menu || shown.length > 0 ? html`<${CommandMenu} commands=${shown} focus=${menu} choose=${choose} />` : props.keyboard}
      <form
        class="write"
        onSubmit=${(event: SubmitEvent) => {
          event.preventDefault();
          send();
        }}
      >
        ${
          !props.plain &&
          html`<button
          type="button"
          class="round"
          ref=${menuButton}
          aria-expanded=${menu}
          aria-controls="commands"
          aria-label=${text('page-commands')}
          title=${text('page-commands')}
          onClick=${() => setMenu(!menu)}
        >/</button>`
        }
        <button
          type="button"
          class="round"
          aria-label=${attach}
          title=${attach}
          onClick=${() => picker.current?.click()}
        ><svg viewBox="0 0 24 24" aria-hidden="true"><path d="M8 12.5 14.8 5.700a3.3 3.3 0 0 1 4.7 4.700l-8.7 8.700a5.3 5.3 0 0 1-7.5-7.500l8-8" /></svg></button>
        <input
          ref=${picker}
          type="file"
          multiple
          accept=${props.plain ? 'image/*' : undefined}
          class="hidden"
          tabindex="-1"
          aria-label=${attach}
          onChange=${() => {
            props.sendFiles([...(picker.current?.files ?? [])]);
            if (picker.current) picker.current.value = '';
          }}
        />
        <textarea
          ref=${area}
          rows="1"
          enterkeyhint="send"
          value=${written}
          placeholder=${props.placeholder ?? text('page-write')}
          aria-label=${text('page-write')}
          onInput=${() => setWritten(area.current?.value ?? '')}
          onPaste=${(event: ClipboardEvent) => {
            const files = [...(event.clipboardData?.files ?? [])];
            if (files.length === 0) return;
            event.preventDefault();
            props.sendFiles(files);
          }}
        ></textarea>
        <button type="submit" class="round main" aria-label=${text('page-send')} title=${text('page-send')} disabled=${written.trim() === ''}>
          <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M4 12h15M13 6l6 6-6 6" /></svg>
        </button>
      </form>
    </div>
  `;
}

function startingWith(commands: BotCommand[], written: string): BotCommand[] {
  return commands.filter(({ command }) => `/${command}`.startsWith(written));
}
