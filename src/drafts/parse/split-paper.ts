import { oneLine } from '../../text/normalise.ts';
import { splitAnswers } from './split-answers.ts';

const paper =
  /^(?<number>.*?\d.*?)[,;\s]+(?:ngày|ngay|dated)\s+(?<day>.+?)(?:[,;\s]+(?:của|cua|do|by)\s+(?<body>.+?))?$/iu;
/** The subject of a decision, behind its body. */
const about = /[,;\s]+(?:về việc|ve viec|v\/v|về|ve)\s.*$/iu;

/**
 * Splits what names a decision into number, day and body, as they stand on paper: "số 3456/QĐ-UBND
 * ngày 15/12/2023 của UBND huyện". Lines of their own are the parts as well.
 */
export function splitPaper(text: string): string[] {
  const lines = splitAnswers(text);
  if (lines.length > 1) return lines;
  const { number, day, body } = paper.exec(oneLine(text).replace(about, ''))?.groups ?? {};
  return number && day ? [number, day, ...(body ? [body] : [])] : lines;
}
