import { EvaluationResult } from '../../../store/generated/enums.ts';
import type { Scene } from '../../forms/form.ts';

/** Counts the results of evaluations in words: `3 duy trì tốt, 1 giảm sút`. Plain text. */
export function sayResults({ t }: Pick<Scene, 't'>, results: EvaluationResult[]): string {
  const counted = Object.values(EvaluationResult).flatMap((result) => {
    const n = results.filter((one) => one === result).length;
    return n > 0 ? [`${n} ${t(`evaluate-result-${result}`).toLowerCase()}`] : [];
  });
  return counted.join(', ') || '0';
}
