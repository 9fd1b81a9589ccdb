import type { Plan, SubjectCode } from '../../plan/plan.ts';
import { capitalise } from '../../text/letters.ts';
import type { SignedListRow } from './rows.sql.ts';

/** One line of the list, in the words of the paper. */
export interface SignedLine {
  /** Within its group. */
  number: number;
  name: string;
  birthYear: number | null;
  ethnicity: string;
  position: string;
  place: string;
  category: string;
  summary: string;
  remarks: string;
}

/** A group of the list: its numeral, its name as the plan has it, its lines. */
export interface SignedGroup {
  mark: string;
  label: string;
  subject: SubjectCode;
  lines: SignedLine[];
}

/** Groups the rows as the list prints them; numbers begin again in each group. */
export function groupSignedLines(plan: Plan, rows: SignedListRow[]): SignedGroup[] {
  const groups = [
    { mark: 'I', subject: 'collective' },
    { mark: 'II', subject: 'individual' },
  ] as const;
  return groups.map(({ mark, subject }) => ({
    mark,
    subject,
    label: plan.subjects[subject].name.vi.toLocaleUpperCase('vi'),
    lines: rows.filter((row) => row.subject === subject).map((row, index) => lineOf(plan, row, index + 1)),
  }));
}

function lineOf(plan: Plan, row: SignedListRow, number: number): SignedLine {
  const { name, birthYear, place } = row;
  const own = row.ownCriteria
    .map((text) => text.trim().replace(/(?<![.;])[.;]+$/, ''))
    .filter((text) => text !== '');
  const summary = own.length > 0 ? `${row.summary}\nTiêu chí riêng: ${own.join('; ')}.` : row.summary;
  const remarks = [
    ...(row.difficultArea ? ['vùng khó khăn'] : []),
    ...(row.directLabour ? ['lao động trực tiếp'] : []),
  ].join(', ');
  return {
    number,
    name,
    birthYear,
    ethnicity: row.ethnicity ?? '',
    position: row.position ?? row.representative ?? '',
    place,
    category: plan.categories.find(({ code }) => code === row.category)?.name.vi ?? row.category,
    summary,
    remarks: capitalise(remarks),
  };
}
