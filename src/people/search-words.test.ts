import { expect, it } from 'vitest';
import { readSearchWords } from './search-words.ts';

it.each([
  ['Bình', ['binh']],
  ['  Nguyễn   Văn Đại. ', ['nguyen', 'van', 'dai']],
  ["H'Neng", ['hneng']],
  ['H\u02bcNeng', ['hneng']],
  ['Ðinh Thị Hạnh', ['dinh', 'thi', 'hanh']],
  ['0905 777 321', ['0905777321']],
  ['+84 905.777.321', ['0905777321']],
  ['0084905777321', ['0905777321']],
  ['777-321', ['777321']],
  ['', []],
  ['…', []],
  ['a:b:c', ['a', 'b', 'c']],
])('%j is searched as %j', (typed, words) => expect(readSearchWords(typed)).toEqual(words));
