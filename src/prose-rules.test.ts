import { describe, expect, it } from 'vitest';
import { listExports } from '../tests/support/list-exports.ts';
import { listComments, listTitles } from '../tests/support/list-prose.ts';
import { parseSources } from '../tests/support/parse-sources.ts';
import { countWords, findDialect, firstSentence } from '../tests/support/plain-english.ts';

/** Parses one file that exists only here, and reads it. */
function read<T>(text: string, use: (source: Parameters<typeof listExports>[0]) => T): T {
  const name = 'src/example.ts';
  return parseSources(
    [],
    (sources) => {
      const source = sources.get(name);
      if (!source) throw new Error('not parsed');
      return use(source);
    },
    { [name]: text },
  );
}

describe('dialect', () => {
  it.each([
    'The house, standing.',
    'Closes what THE HOUSE has opened.',
    'Left to whoever asked.',
    'For whomever the link was made.',
    'Whatever the name says.',
    'The file of whichever chat.',
    'Somebody has to look.',
    'Nobody knows whether it arrived.',
    'It opens for everybody.',
    'More than anybody needs.',
    'It is shown anew.',
    'The role has ended meanwhile.',
    'What it says besides.',
    'Stands beside the menu.',
    'A copy thereof.',
    'Hence the lock.',
    'The name stays the same for ever.',
    'A message that we send of our own accord.',
    'It goes on with the next one.',
    'The form goes on.',
    'What was begun still goes on being sent.',
    'How an update is to be tried again.',
    'The files are to be left out.',
    'The file was to be removed.',
    'The menu that what is being said stands beside.',
    'More than what a page takes.',
    'What is read of one stream.',
    'A rule. What was sent is kept.',
    'What the app itself writes asks for nothing; it is left alone.',
    'Should this fail, the mark ends.',
    'Were it open, a page would show it.',
    'Never does it wait.',
    'It is\nto be seen.',
  ])('is found: %s', (text) => {
    expect(findDialect(text)).not.toEqual([]);
  });

  it.each([
    'Returns the menu shown with this message.',
    'Retry schedule when the channel, not the update, failed.',
    'Says why it failed and what to do.',
    'What does a person see first?',
    'Another process was faster.',
    'The next page continues the list.',
    'Keeps a `nobody` in code, and "somebody" in a quotation.',
    'See https://example.vn/whatever/anew for the format.',
    'A household has all addresses below it.',
    'The bedside table in the warehouse.',
    'Turns the light on.',
    'It is due today, and to be short is a virtue.',
    'No one else may read it.',
    'Should stay under 4 minutes.',
    'Never throws: the next turn tries again.',
    'Người nào cũng được; ai đó đã gửi.',
  ])('is not seen in: %s', (text) => {
    expect(findDialect(text)).toEqual([]);
  });
});

describe('a first sentence', () => {
  it.each([
    ['/** Reads a plan. Throws when it is wrong. */', 'Reads a plan.', 3],
    ['/**\n * Reads a plan\n * (Plan 101, III.3).\n *\n * More.\n */', 'Reads a plan (Plan 101, III.3).', 6],
    ['/** Checks `a.b c.d` and `e`. 400 when broken. */', 'Checks `a.b c.d` and `e`.', 4],
    ['/** Reads "số của em. Là đây" → a number */', 'Reads "…" → a number', 4],
    ['/** Lists items: first, second */', 'Lists items: first, second', 4],
  ])('of %j is %j with %i words', (doc, sentence, words) => {
    expect(firstSentence(doc)).toBe(sentence);
    expect(countWords(sentence)).toBe(words);
  });
});

describe('exports', () => {
  it.each([
    ['/** A. */\nexport const a = 1;', ['a +']],
    ['export const a = 1;', ['a -']],
    ['/** A. */\n\n// why\nexport const a = 1;', ['a -']],
    ['/** Two. */\nexport const a = 1,\n  b = 2;', ['a +', 'b +']],
    ['/** Parts. */\nexport const { a, b: { c }, ...d } = x;', ['a +', 'c +', 'd +']],
    [
      '/** F. */\nexport function f(x: string): void;\nexport function f(x: number): void;\nexport function f() {}',
      ['f +'],
    ],
    ['export function f(x: string): void;\nexport function f() {}', ['f -']],
    ['/** F. */\nexport async function\n  f(\n) {}', ['f +']],
    ['/** F. */\nexport default function () {}', ['default +']],
    ['export default { a: 1 };', ['default -']],
    ['/** G. */\nfunction g() {}\nconst h = 1;\nexport { g, h as other };', ['g +', 'other -']],
    ["export { a } from './a.ts';\nexport * from './b.ts';\nimport { c } from './c.ts';\nexport { c };", []],
    [
      '/** T. */\nexport type T = string;\n/** I. */\nexport interface I {}\nexport abstract class C {}',
      ['T +', 'I +', 'C -'],
    ],
    ['/** E. */\nexport declare enum E {}\nconst inner = 1;', ['E +']],
    ["const text = 'export const a = 1';", []],
  ])('of %j are %j', (text, names) => {
    const found = read(text, listExports).map(({ name, doc }) => `${name} ${doc ? '+' : '-'}`);
    expect(found).toEqual(names);
  });
});

describe('comments', () => {
  it.each([
    ['// one\n// two\n\n// three', ['// one\n// two', '// three']],
    ['const a = 1; // after\n/* block */ const b = 2;', ['// after', '/* block */']],
    [`const a = 'https://x'; const b = \`// no \${1 /* yes */} // no\`;`, ['/* yes */']],
    ['const r = /[/*]\\/\\//; // yes', ['// yes']],
    ['interface I {\n  /** Doc. */\n  a: 1;\n}', ['/** Doc. */']],
  ])('of %j are %j', (text, comments) => {
    expect(read(text, listComments).map((one) => one.text)).toEqual(comments);
  });
});

describe('titles', () => {
  it.each([
    ["it('a', () => {});", ['a']],
    ["describe.each([1])('b %i', () => { test.skipIf(true)('c', () => {}); });", ['b %i', 'c']],
    ["it.each([\n  ['x', 1],\n])(\n  'd %s',\n  () => {},\n);", ['d %s']],
    [`it(\`e \${one}\`, () => {});`, [`e \${one}`]],
    ["await person.test('no'); visit('no');", []],
  ])('of %j are %j', (text, titles) => {
    expect(read(text, listTitles).map(({ title }) => title)).toEqual(titles);
  });
});
