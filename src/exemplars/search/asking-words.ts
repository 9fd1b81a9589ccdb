import type { SearchQuestion } from './question.ts';

/** Words that ask or judge, folded; an exemplar is not found by them. */
const asking = new Set(
  [
    'ai dau gi bao nhieu may hoi can muon biet xem kiem tim cho biet the sao khi co khong chua da dang duoc',
    'hay tot gioi nhat moi nhieu it roi con lam khen thuong ten loai ve voi nhe a',
    'who where what which how many any is are has have been not yet about good best',
  ].flatMap((words) => words.split(' ')),
);

/** A question without its asking words, and those words. */
export interface LessAsked {
  asked: SearchQuestion;
  left: string[];
}

/**
 * Leaves asking words out of a question: "ai nuôi ong ở đâu" looks for "nuôi ong". Undefined: it
 * has none, or nothing else.
 */
export function withoutAskingWords(question: SearchQuestion): LessAsked | undefined {
  const asks = ({ ways, marks }: SearchQuestion['parts'][number]) =>
    marks.length === 0 && ways.length === 1 && (ways[0] ?? []).every((word) => asking.has(word));
  const parts = question.parts.filter((part) => !asks(part));
  const left = question.parts.filter(asks).flatMap(({ ways }) => ways[0] ?? []);
  if (left.length === 0 || parts.length === 0) return undefined;
  const text = question.text
    .split(' ')
    .filter((word) => !left.includes(word))
    .join(' ');
  return { asked: { ...question, parts, text }, left };
}
