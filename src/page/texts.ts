/** The page's texts, loaded once before anything is drawn. */
let words: Record<string, string> = {};
/** The language of the page. */
export let language: 'vi' | 'en' = 'vi';

/**
 * Loads the texts: Vietnamese, unless the address has `?lang=en` or the person chose English here
 * before.
 */
export async function loadTexts(): Promise<void> {
  const asked = new URLSearchParams(location.search).get('lang') ?? localStorage.getItem('lang');
  language = asked === 'en' ? 'en' : 'vi';
  document.documentElement.lang = language;
  const response = await fetch(new URL(`texts/${language}.json`, import.meta.url));
  words = await response.json();
}

/** Loads the texts again where their names are not those of `told`, by language. */
export async function followNames(told: string, draw: () => void): Promise<void> {
  if (JSON.parse(told)[language] === words.names) return;
  const response = await fetch(`/page/newest/texts/${language}.json`);
  words = await response.json();
  draw();
}

/**
 * Returns the sentence of `key` with its `{name}` places filled in. Throws for a missing key, which
 * is a bug.
 */
export function text(key: string, args: Record<string, string | number> = {}): string {
  const sentence = words[key];
  if (sentence === undefined) throw new Error(`no text for "${key}"`);
  return sentence.replaceAll(/\{(\w+)\}/g, (place, name: string) => String(args[name] ?? place));
}

/** Switches the page to the other language for good. */
export function chooseLanguage(chosen: 'vi' | 'en'): void {
  localStorage.setItem('lang', chosen);
  const address = new URL(location.href);
  if (address.searchParams.has('lang')) {
    // The address would have precedence over the choice.
    address.searchParams.delete('lang');
    location.replace(address);
  } else {
    location.reload();
  }
}
