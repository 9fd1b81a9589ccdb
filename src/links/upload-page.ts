import { escapeHtml, type Locale, t } from '../i18n.ts';
import type { HtmlPage } from './html-page.ts';
import type { ReceivedFile } from './receive-upload.ts';

/**
 * Builds the page that takes files. It works without its script; with it several files are sent one
 * by one, each with a progress bar.
 */
export function buildUploadPage(
  locale: Locale,
  state: { have: number; max: number; received: ReceivedFile[] },
): HtmlPage {
  const { have, max, received } = state;
  const say = (key: string, args: Record<string, string | number> = {}) => escapeHtml(t(locale, key, args));
  const full = have >= max;
  return {
    title: t(locale, 'links-upload-title'),
    script: true,
    body: `<p>${say('links-upload-intro', { max })}</p>
<p class="count" role="status" data-have="${have}" data-max="${max}">${say('links-upload-count', { have, max })}</p>
<ul class="files" aria-live="polite">
${received.map((one) => line(locale, one)).join('\n')}
</ul>
${
  full
    ? `<p class="done">${say('links-upload-full', { max })}</p>`
    : `<form method="post" enctype="multipart/form-data"
  data-waiting="${say('links-upload-waiting')}"
  data-sending="${say('links-upload-sending')}"
  data-arrived="${say('links-upload-arrived')}"
  data-failed="${say('links-upload-failed')}"
  data-again="${say('links-upload-again')}"
  data-too-big="${say('links-upload-too-big')}"
  data-count="${say('links-upload-count', { have: '{have}', max })}">
<label for="files">${say('links-upload-choose')}</label>
<input id="files" type="file" name="files" multiple required
  accept="image/*,.heic,.heif,.pdf,.rtf,.doc,.docx,.xls,.xlsx,.yaml,.yml,.txt">
<button type="submit">${say('links-upload-send')}</button>
</form>`
}
<p class="back"${received.some(({ ok }) => ok) || full ? '' : ' hidden'}>${say('links-upload-back')}</p>`,
  };
}

function line(locale: Locale, { name, ok, say }: ReceivedFile): string {
  const words = say ?? (ok ? t(locale, 'links-upload-arrived') : '');
  return `<li class="${ok ? 'arrived' : 'refused'}"><span class="name">${escapeHtml(name)}</span> <span class="state">${escapeHtml(words)}</span></li>`;
}
