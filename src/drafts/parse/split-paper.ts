import { oneLine } from '../../text/normalise.ts';
import { splitAnswers } from './split-answers.ts';

/** The words before the day and the body of a decision. */
const beforeDay = /(?<![,;\s])[,;\s]+(?:ngày|ngay|dated)\s+/giu;
const beforeBody = /(?<![,;\s])[,;\s]+(?:của|cua|do|by)\s+/iu;
/** The subject of a decision, behind its body. */
const about = /(?<![,;\s])[,;\s]+(?:về việc|ve viec|v\/v|về|ve)\s.*$/isu;

/**
 * Splits what names a decision into number, day and body, as they stand on paper: "số 3456/QĐ-UBND
 * ngày 15/12/2023 của UBND huyện". Lines of their own are the parts as well.
 */
export function splitPaper(text: string): string[] {
  const lines = splitAnswers(text);
  if (lines.length > 1) return lines;
  const line = oneLine(text).replace(about, '');
  const digit = line.search(/\d/);
  const found = [...line.matchAll(beforeDay)].find(({ index }) => digit >= 0 && digit < index);
  if (!found) return lines;
  const dated = line.slice(found.index + found[0].length);
  const [day = '', ...body] = splitOnce(dated, beforeBody);
  return [line.slice(0, found.index), day, ...body];
}

function splitOnce(text: string, at: RegExp): string[] {
  const found = at.exec(text);
  if (!found || found.index === 0) return [text];
  return [text.slice(0, found.index), text.slice(found.index + found[0].length)];
}
