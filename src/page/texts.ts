/** The page's words. Loaded once before anything is drawn. */
let words: Record<string, string> = {};
export let language: 'vi' | 'en' = 'vi';

/** Vietnamese, unless the address says `?lang=en` or it was chosen here before. */
export async function loadTexts(): Promise<void> {
  const asked = new URLSearchParams(location.search).get('lang') ?? localStorage.getItem('lang');
  language = asked === 'en' ? 'en' : 'vi';
  document.documentElement.lang = language;
  const response = await fetch(new URL(`texts/${language}.json`, import.meta.url));
  words = await response.json();
}

/** The sentence under `key`, its `{name}` places filled in. A missing key is a bug and throws. */
export function text(key: string, args: Record<string, string | number> = {}): string {
  const sentence = words[key];
  if (sentence === undefined) throw new Error(`no text for "${key}"`);
  return sentence.replaceAll(/\{(\w+)\}/g, (place, name: string) => String(args[name] ?? place));
}

/** Shows the page in the other language from now on. */
export function chooseLanguage(chosen: 'vi' | 'en'): void {
  localStorage.setItem('lang', chosen);
  const address = new URL(location.href);
  if (address.searchParams.has('lang')) {
    // The address would win over what was just chosen.
    address.searchParams.delete('lang');
    location.replace(address);
  } else {
    location.reload();
  }
}
