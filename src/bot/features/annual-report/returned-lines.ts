import { evaluationQuestions } from '../../../evaluations/questions.ts';
import type { Locale } from '../../../i18n.ts';
import { t } from '../../../i18n.ts';
import type { Reader } from '../../../store/reader.ts';

/** Questions of the report that are not of an evaluation, and may be returned. */
const awardFields = ['award', 'level', 'grounds'] as const;

/** Returns the key of the label of a question of the report: `difficulties@12`, `results`. */
function labelOf(key: string): string {
  const [field = '', item] = key.split('@');
  if (item === undefined) return field === 'awards' ? 'annual-awards-label' : `annual-text-${field}-label`;
  return awardFields.some((one) => one === field) ? `annual-${field}-label` : `evaluate-${field}-label`;
}

/** Says which lines of a report an officer returned: exemplar and question, or the text. */
export async function sayReturnedLines(reader: Reader, locale: Locale, lines: string[]): Promise<string> {
  const ids = lines.flatMap((line) => Number(line.split('@')[1] ?? '') || []);
  const exemplars = await reader.exemplar.findMany({
    where: { id: { in: ids } },
    select: { id: true, code: true },
  });
  const codes = new Map(exemplars.map(({ id, code }) => [String(id), code]));
  return lines
    .map((line) => {
      const code = codes.get(line.split('@')[1] ?? '');
      const label = t(locale, labelOf(line));
      return code === undefined ? label : `${code}: ${label}`;
    })
    .join('; ');
}

/** Lists what can be returned of an exemplar: its evaluation, and its award proposal if any. */
export function listReturnable(
  { t: say }: { t(key: string): string },
  answers: Record<string, unknown>,
  exemplarId: number,
): { value: string; label: string }[] {
  const fields = [...evaluationQuestions.map(({ field }) => field), ...awardFields];
  return fields
    .filter((field) => `${field}@${exemplarId}` in answers)
    .map((field) => ({ value: field, label: say(labelOf(`${field}@${exemplarId}`)) }));
}
