import { fitsLength, normalise } from '../../../text/normalise.ts';
import { nameExamples } from '../../core/unit-examples.ts';
import type { AnswerKind } from '../../forms/form.ts';
import { textAnswer } from '../../forms/kinds/text.ts';

const nameLength = { min: 3, max: 100 };
/** The most parts that a unit is divided into at once: each is asked about. */
const mostParts = 8;

/** Creates an answer that is the name of a unit. */
export function unitNameAnswer<Subject>(): AnswerKind<string, Subject> {
  return textAnswer({
    read: async (text, s) => {
      const value = normalise(text).replaceAll('\n', ' ');
      if (fitsLength(value, nameLength)) return { ok: true, value };
      const [example] = await nameExamples(s);
      return { ok: false, say: s.html('unit-change-name-bad', { ...nameLength, example }) };
    },
  });
}

/** Creates an answer that is the names of two units or more, one a line or separated by commas. */
export function unitNamesAnswer<Subject>(): AnswerKind<string, Subject> {
  return textAnswer({
    read: async (text, s) => {
      const lines = normalise(text)
        .split(/[\n;,]+/)
        .map((line) => line.trim())
        .filter((line) => line !== '');
      const fits =
        lines.length >= 2 &&
        lines.length <= mostParts &&
        new Set(lines).size === lines.length &&
        lines.every((line) => fitsLength(line, nameLength));
      if (fits) return { ok: true, value: lines.join('\n') };
      const [example, another] = await nameExamples(s);
      return {
        ok: false,
        say: s.html('unit-change-names-bad', { ...nameLength, most: mostParts, example, another }),
      };
    },
  });
}

/** Reads a quota: `2-5`, `5`, or `từ 2` without a maximum; undefined: not understood. */
export function readQuota(text: string): { min: number; max: number | null } | undefined {
  const range = /^\s*(\d{1,4})\s*(?:-|–|đến|toi|tới)\s*(\d{1,4})\s*$/iu.exec(text);
  if (range) {
    const [min, max] = [Number(range[1]), Number(range[2])];
    return min <= max ? { min, max } : undefined;
  }
  const least = /^\s*(?:từ|tu|ít nhất|it nhat|tối thiểu|toi thieu|≥|>=)\s*(\d{1,4})\s*$/iu.exec(text);
  if (least) return { min: Number(least[1]), max: null };
  const exact = /^\s*(\d{1,4})\s*$/.exec(text);
  return exact ? { min: Number(exact[1]), max: Number(exact[1]) } : undefined;
}
