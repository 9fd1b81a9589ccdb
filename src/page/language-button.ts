import { html, type View } from './preact.ts';
import { chooseLanguage, language } from './texts.ts';

/** Shows the button for the other language, named in that language. */
export function LanguageButton(): View {
  const other = language === 'vi' ? 'en' : 'vi';
  return html`
    <button type="button" class="language" lang=${other} onClick=${() => chooseLanguage(other)}>
      ${other === 'en' ? 'English' : 'Tiếng Việt'}
    </button>
  `;
}
