import { findLabel } from './find-label.ts';
import { findLabelPart } from './find-label-part.ts';

/**
 * Finds the labels that a text names, one or several: "tóm tắt", "tóm tắt, năm sinh". Each may be
 * whole, a part that only one has, or a line's number where `numbered`. Undefined: something in the
 * text names none.
 */
export function findLabels(
  text: string,
  labels: readonly string[],
  { numbered = false } = {},
): number[] | undefined {
  const one = findOne(text, labels, numbered);
  if (one !== undefined) return [one];
  const pieces = text.split(/[,;\n+&]+/).filter((piece) => /[\p{L}\p{N}]/u.test(piece));
  const found = pieces.map((piece) => findPiece(piece, labels, numbered));
  if (found.length === 0 || found.includes(undefined)) return undefined;
  return [...new Set(found.flatMap((some) => some ?? []))];
}

/** A piece between commas may name several joined by "và". */
function findPiece(piece: string, labels: readonly string[], numbered: boolean): number[] | undefined {
  const one = findOne(piece, labels, numbered);
  if (one !== undefined) return [one];
  const joined = piece.split(/\s(?:và|va|với|voi|cùng|cung|and)\s/iu);
  const found = joined.map((word) => findOne(word, labels, numbered));
  if (joined.length < 2 || found.includes(undefined)) return undefined;
  return found.flatMap((at) => at ?? []);
}

function findOne(text: string, labels: readonly string[], numbered: boolean): number | undefined {
  const alone = findLabel(text, labels) ?? findLabelPart(text, labels);
  if (alone !== undefined || !numbered) return alone;
  const n = Number(/^\D{0,8}?(\d{1,2})\D{0,3}$/.exec(text.trim())?.[1] ?? 0);
  return n >= 1 && n <= labels.length ? n - 1 : undefined;
}
