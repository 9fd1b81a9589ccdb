import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readSearchWords } from '../../../people/search-words.ts';
import { peoplePresses } from './presses.ts';

it('any searched words fit a button, and are read back as the same words', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), (typed) => {
      const words = readSearchWords(typed);
      const data = peoplePresses.list.data(2_147_483_647, words.join('+'));
      expect(peoplePresses.list.read(data)).toEqual([2_147_483_647, words.join('+')]);
      expect(readSearchWords(words.join('+'))).toEqual(words);
    }),
  );
});
