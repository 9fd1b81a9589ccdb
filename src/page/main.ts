import { call } from './api.ts';
import { App } from './app.ts';
import { readCodeInAddress, removeCodeInAddress } from './code-in-address.ts';
import { html, render } from './preact.ts';
import { SignInScreen } from './sign-in.ts';
import { loadTexts, text } from './texts.ts';
import type { Session } from './wire.ts';

/** Shows the page of this session, or the sign-in screen before there is one. */
function enter(session: Session, place: HTMLElement): void {
  const code = readCodeInAddress();
  if (!session.rehearsal && session.chatId !== undefined && code) {
    // A signed-in person may get a second role: the code is already in their text field.
    removeCodeInAddress();
    localStorage.setItem(`draft:${session.chatId}`, `/start ${code}`);
  }
  const signedOut = !session.rehearsal && session.chatId === undefined;
  render(
    signedOut
      ? html`<${SignInScreen} entered=${(entered: Session) => enter(entered, place)} />`
      : html`<${App} session=${session} />`,
    place,
  );
}

const root = document.getElementById('app');
if (!root) throw new Error('the page has no place to draw in');

await loadTexts();
document.title = text('page-title');
try {
  enter(await call<Session>('/api/session'), root);
} catch (error) {
  render(html`<p class="notice">${error instanceof Error ? error.message : String(error)}</p>`, root);
}
