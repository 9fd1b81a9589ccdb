import { call } from './api.ts';
import { readCodeInAddress, removeCodeInAddress } from './code-in-address.ts';
import { Emblem } from './emblem.ts';
import { LanguageButton } from './language-button.ts';
import { html, useEffect, useRef, useState, type View } from './preact.ts';
import { wasEndedElsewhere } from './signed-out.ts';
import { text } from './texts.ts';
import type { Session } from './wire.ts';

/**
 * Shows the field for the invitation code. A code from the address is filled in, but the person
 * must send it.
 */
export function SignInScreen({ entered }: { entered(session: Session): void }): View {
  const [typed, setTyped] = useState(() => readCodeInAddress() ?? '');
  const [over] = useState(wasEndedElsewhere);
  const [refusal, setRefusal] = useState('');
  const [busy, setBusy] = useState(false);
  /** Another person is signed in here: the code would sign them out, so the page asks first. */
  const [taken, setTaken] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);

  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    if (busy) return;
    if (typed.trim() === '') {
      setRefusal(text('page-code-empty'));
      field.current?.focus();
      return;
    }
    setBusy(true);
    setRefusal('');
    try {
      const session = await call<Session>('/api/sign-in', { code: typed, instead: taken });
      removeCodeInAddress();
      entered(session);
    } catch (error) {
      setBusy(false);
      setTaken(error instanceof Error && 'status' in error && error.status === 409);
      setRefusal(
        error instanceof Error && 'status' in error ? error.message : text('page-sign-in-no-signal'),
      );
      field.current?.focus();
      field.current?.select();
    }
  };

  return html`
    <div class="sign-in">
      <header class="title">
        <${Emblem} />
        <div class="who"><h1>${text('page-title')}</h1></div>
        <${LanguageButton} />
      </header>
      <main>
        ${over && html`<p class="over" role="status">${text('page-session-over')}</p>`}
        <form onSubmit=${send}>
          <h2>${text('page-sign-in')}</h2>
          <label for="code">${text('page-code')}</label>
          <input
            id="code"
            ref=${field}
            value=${typed}
            onInput=${() => setTyped(field.current?.value ?? '')}
            maxlength="60"
            autocomplete="one-time-code"
            autocapitalize="characters"
            autocorrect="off"
            spellcheck=${false}
            enterkeyhint="go"
            placeholder="K7Q2-9M4D"
            aria-describedby="code-hint code-refusal"
            aria-invalid=${refusal !== ''}
          />
          <p id="code-refusal" class="refusal" role="alert">${refusal}</p>
          <p id="code-hint" class="quiet">${text('page-code-hint')}</p>
          <button type="submit" class="key main" aria-busy=${busy}>
            ${text(taken ? 'page-sign-in-instead' : 'page-sign-in-go')}
          </button>
          ${
            taken &&
            html`<button type="button" class="key" onClick=${() => location.assign(location.pathname)}>
              ${text('page-sign-in-stay')}
            </button>`
          }
          <p class="quiet">${text('page-code-second')}</p>
        </form>
      </main>
    </div>
  `;
}
