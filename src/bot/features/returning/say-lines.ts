import { type Locale, t } from '../../../i18n.ts';
import type { Reader } from '../../../store/reader.ts';
import { exemplarOfItem, ordinalOfItem, proposalFields } from '../annual-report/proposal-items.ts';

/**
 * A *line* is a question of a document that a unit wrote here, by its key: `results`, or of one
 * exemplar `difficulties@12`. Officers return a document to its lines.
 */

/** The questions of a list of nominations: of the list, and of one exemplar. */
export const nominationLines = { list: 'nominees', ofExemplar: 'nominated' } as const;

/** Splits the key of a line of one exemplar; `item` undefined: it is of the whole document. */
export function splitLineKey(line: string): { field: string; item: string | undefined } {
  const [field = '', item] = line.split('@');
  return { field, item };
}

/** Says a line without its exemplar, as the form that asks it does. */
export function labelLine(locale: Locale, line: string): string {
  const { field, item } = splitLineKey(line);
  const label = t(locale, labelKey(field, item));
  const n = item === undefined ? 1 : ordinalOfItem(item);
  return n > 1 ? `${label} (${t(locale, 'annual-award-ordinal', { n })})` : label;
}

function labelKey(field: string, item: string | undefined): string {
  if (field === nominationLines.list) return 'summary-nominees-label';
  if (field === nominationLines.ofExemplar) return 'summary-grounds-label';
  if (item === undefined) return field === 'awards' ? 'annual-awards-label' : `annual-text-${field}-label`;
  const ofProposal = proposalFields.some((one) => one === field);
  return ofProposal ? `annual-${field}-label` : `evaluate-${field}-label`;
}

/** Says which lines an officer returned: exemplar and question, or the part of the document. */
export async function sayReturnedLines(reader: Reader, locale: Locale, lines: string[]): Promise<string> {
  const ids = lines.flatMap((line) => exemplarOfItem(splitLineKey(line).item ?? '') || []);
  const exemplars = await reader.exemplar.findMany({
    where: { id: { in: ids } },
    select: { id: true, code: true },
  });
  const codes = new Map(exemplars.map(({ id, code }) => [id, code]));
  return lines
    .map((line) => {
      const code = codes.get(exemplarOfItem(splitLineKey(line).item ?? ''));
      const label = labelLine(locale, line);
      return code === undefined ? label : `${code}: ${label}`;
    })
    .join('; ');
}
