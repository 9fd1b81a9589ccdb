import { describe, expect, it } from 'vitest';
import { listExports } from '../tests/support/list-exports.ts';
import { listComments, listTitles } from '../tests/support/list-prose.ts';
import { listSources, parseSources } from '../tests/support/parse-sources.ts';
import { commentText, countWords, findDialect, firstSentence } from '../tests/support/plain-english.ts';

const longestSentence = 20;
const longestTitle = 80;
const widestComment = 100;

const found = parseSources(listSources(), (sources) =>
  [...sources].map(([file, source]) => ({
    file,
    comments: listComments(source),
    exports: file.startsWith('src/') && !file.endsWith('.test.ts') ? listExports(source) : [],
    titles: file.endsWith('.test.ts') ? listTitles(source) : [],
    lines: source.text.split('\n'),
  })),
);

describe('comments', () => {
  it('are at most 100 columns wide', () => {
    const wide = found.flatMap(({ file, lines }) =>
      lines.flatMap((line, i) =>
        /^\s*(\/\/|\/?\*)/.test(line) && line.length > widestComment ? [`${file}:${i + 1}`] : [],
      ),
    );
    expect(wide).toEqual([]);
  });

  it('are in plain English', () => {
    const odd = found.flatMap(({ file, comments }) =>
      comments.flatMap(({ line, text }) =>
        findDialect(commentText(text)).map((words) => `${file}:${line} ${words}`),
      ),
    );
    expect(odd).toEqual([]);
  });
});

describe('exports', () => {
  const exported = found.flatMap(({ file, exports }) => exports.map((one) => ({ ...one, file })));

  it('have a doc comment', () => {
    const bare = exported.filter(({ doc }) => !doc).map(({ file, line, name }) => `${file}:${line} ${name}`);
    expect(bare).toEqual([]);
  });

  it('are described in a first sentence of at most 20 words', () => {
    const long = exported.flatMap(({ file, line, doc = '' }) => {
      const sentence = firstSentence(doc);
      return countWords(sentence) > longestSentence ? [`${file}:${line} ${sentence}`] : [];
    });
    expect(long).toEqual([]);
  });

  it('that are functions say with a verb what they do', () => {
    const others = exported.flatMap(({ file, line, doc = '', isFunction }) => {
      const sentence = firstSentence(doc);
      return isFunction && !/^[A-Z][a-z]+s\b/.test(sentence) ? [`${file}:${line} ${sentence}`] : [];
    });
    expect(others).toEqual([]);
  });

  it('have names that are there once', () => {
    const named = Map.groupBy(
      exported.filter(({ name }) => name !== 'default'),
      ({ name }) => name,
    );
    const twice = [...named].filter(([, all]) => all.length > 1);
    expect(twice.map(([name, all]) => `${name}: ${all.map(({ file }) => file).join(', ')}`)).toEqual([]);
  });
});

describe('titles of tests', () => {
  const titles = found.flatMap(({ file, titles }) => titles.map((one) => ({ ...one, file })));

  it('have at most 80 characters', () => {
    const long = titles.filter(({ title }) => title.length > longestTitle);
    expect(long.map(({ file, line, title }) => `${file}:${line} ${title}`)).toEqual([]);
  });

  it('are in plain English', () => {
    const odd = titles.flatMap(({ file, line, title }) =>
      findDialect(title).map((words) => `${file}:${line} ${words}`),
    );
    expect(odd).toEqual([]);
  });
});
