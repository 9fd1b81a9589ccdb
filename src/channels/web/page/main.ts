import type { Session } from '../wire.ts';
import { call } from './api.ts';
import { App } from './app.ts';
import { html, render } from './preact.ts';
import { loadTexts, text } from './texts.ts';

const root = document.getElementById('app');
if (!root) throw new Error('the page has no place to draw in');

await loadTexts();
document.title = text('page-title');
try {
  const session = await call<Session>('/api/session');
  render(html`<${App} session=${session} />`, root);
} catch (error) {
  render(html`<p class="notice">${error instanceof Error ? error.message : String(error)}</p>`, root);
}
