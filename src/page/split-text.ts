/** Maximum length of one typed message in UTF-16 units: a pasted text is one message. */
export const longestTyped = 20_000;

/** Splits a text into parts of at most `longest` UTF-16 units: at line ends, else at spaces. */
export function splitMessage(text: string, longest = longestTyped): string[] {
  const parts: string[] = [];
  let rest = text;
  while (rest.length > longest) {
    const window = rest.slice(0, longest);
    const cut = [window.lastIndexOf('\n'), window.lastIndexOf(' ')].find((at) => at > longest / 2) ?? longest;
    // Not between the two halves of one character.
    const end = /[\uD800-\uDBFF]$/.test(rest.slice(0, cut)) ? cut - 1 : cut;
    parts.push(rest.slice(0, end).trim());
    rest = rest.slice(end).trim();
  }
  if (rest !== '') parts.push(rest);
  return parts;
}
