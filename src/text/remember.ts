/** A longer text is seldom asked for twice, and would fill the memory. UTF-16 units. */
const longestText = 500;

/**
 * Wraps a pure function of a text so that it remembers its results for the last `most` texts. One
 * message is compared with many words, each time folded and read in the same way.
 */
export function rememberFor<T>(most: number, read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const result = read(text);
    if (text.length > longestText) return result;
    if (known.size >= most) known.clear();
    known.set(text, result);
    return result;
  };
}
