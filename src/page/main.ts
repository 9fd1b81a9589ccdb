import { call } from './api.ts';
import { App } from './app.ts';
import { codeInAddress, forgetCodeInAddress } from './code-in-address.ts';
import { html, render } from './preact.ts';
import { SignIn } from './sign-in.ts';
import { loadTexts, text } from './texts.ts';
import type { Session } from './wire.ts';

/** The page for whoever it is for; before that, where one signs in. */
function enter(session: Session, place: HTMLElement): void {
  const code = codeInAddress();
  if (!session.rehearsal && session.chatId !== undefined && code) {
    // A second role of somebody who is signed in: the code waits in the line that they write in.
    forgetCodeInAddress();
    localStorage.setItem(`draft:${session.chatId}`, `/start ${code}`);
  }
  const signedOut = !session.rehearsal && session.chatId === undefined;
  render(
    signedOut
      ? html`<${SignIn} entered=${(entered: Session) => enter(entered, place)} />`
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
