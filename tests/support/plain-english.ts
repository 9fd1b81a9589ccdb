/** Words and turns of phrase that CONTRIBUTING.md keeps out of comments and test titles. */
const dialect: RegExp[] = [
  /\bthe house\b/i,
  /\b(?:who|whom|what|which)(?:so)?ever\b/i,
  /\b(?:some|no|every|any)body\b/i,
  /\b(?:anew|meanwhile|thereof|hence|besides?)\b/i,
  /\bfor ever\b/i,
  /\bof (?:its|our|their|his|her) own accord\b/i,
  /\b(?:go|goes|going|gone|went) on(?= (?:being|doing|with|from|where|when|until|as|and|at)\b|[.,;:)]|$)/i,
  /\b(?:is|are|was|were) to be\b/i,
  /\b(?:that|than) what\b/i,
  /(?:^|[.!?] |: )What\b[^.?]* (?:is|are|was|were|has|had|does|do|can|may|must|stands?|comes?|becomes?|became)\b[^.?]*(?:\.|$)/,
  /(?:^|[.!?] )(?:Should|Were|Had) (?:this|that|the|an?|it|they|one)\b[^?]*(?:\.|$)/,
  /(?:^|[.!?;] )(?:Nor|Never|Seldom|Rarely|Hardly) (?:is|are|does|do|can|may|has|have|will|must) /i,
];

/** Finds what a text says in dialect; quoted words, code and addresses are left out. */
export function findDialect(text: string): string[] {
  const plain = text
    .replace(/`[^`]*`|"[^"]*"|“[^”]*”|«[^»]*»|https?:\S+/g, '_')
    .replace(/\s+/g, ' ')
    .trim();
  return dialect.flatMap((pattern) => pattern.exec(plain)?.[0].trim() ?? []);
}

/** Returns the first sentence of a doc comment, without its marks. */
export function firstSentence(doc: string): string {
  const [paragraph = ''] = commentText(doc).split(/\n\s*\n/);
  const text = paragraph
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/"[^"]*"/g, '"…"');
  return /^.*?[.!?](?= |$)/.exec(text)?.[0] ?? text;
}

/** Counts the words of a sentence. Code and a quotation are one word each; signs do not count. */
export function countWords(sentence: string): number {
  const words = sentence.replace(/`[^`]*`|"[^"]*"/g, 'code').split(' ');
  return words.filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** Returns the text of a comment without its slashes and stars. */
export function commentText(comment: string): string {
  return comment
    .replace(/^\/\*\*?|\*\/$/g, '')
    .split('\n')
    .map((line) => line.replace(/^\s*(?:\/\/|\*)? ?/, ''))
    .join('\n')
    .trim();
}
