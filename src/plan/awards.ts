import type { Award, AwardLevel, LocalDate, Plan, SubjectCode, Text } from './plan.ts';

/** The two kinds of awards, which are stored apart. */
const awardKinds = ['form', 'title'] as const;

/** A form of commendation or a title of emulation. */
export type AwardKind = (typeof awardKinds)[number];

/** An award that can be proposed, with the levels that decide on it. */
export interface OfferedAward {
  kind: AwardKind;
  code: string;
  name: Text;
  levels: AwardLevel[];
}

/** What a unit proposes: a form or a title, and its level, by their codes. */
export interface ProposedAward {
  form: string | null;
  title: string | null;
  level: string;
}

/**
 * Lists the awards that can be proposed on a day for a collective or an individual. Forms come
 * first, then titles, in the plan's order. Levels that do not hold on that day are left out, and so
 * is an award without a level (the district level ended on 30/6/2025).
 */
export function listAwards(
  { awards }: Pick<Plan, 'awards'>,
  { subject, day }: { subject: SubjectCode; day: LocalDate },
): OfferedAward[] {
  const levels = awards.levels.filter((one) => holdsOn(one, day));
  return listAll({ awards })
    .filter(({ award }) => holdsOn(award, day) && (award.subject ?? subject) === subject)
    .map(({ kind, award }) => ({
      ...{ kind, code: award.code, name: award.name },
      levels: levels.filter(({ code }) => award.levels.includes(code)),
    }))
    .filter((one) => one.levels.length > 0);
}

/** Tells whether the level of a proposal decides on its form or title, and both hold on a day. */
export function isAwardHeld(
  { awards }: Pick<Plan, 'awards'>,
  { form, title, level }: ProposedAward,
  day: LocalDate,
): boolean {
  const among = form === null ? awards.titles : awards.forms;
  const award = among.find(({ code }) => code === (form ?? title));
  const decides = awards.levels.find(({ code }) => code === level);
  return (
    award?.levels.includes(level) === true &&
    decides !== undefined &&
    holdsOn(award, day) &&
    holdsOn(decides, day)
  );
}

/** Tells whether a level of the plan holds on a day. */
export function isLevelHeld({ awards }: Pick<Plan, 'awards'>, level: string, day: LocalDate): boolean {
  const found = awards.levels.find(({ code }) => code === level);
  return found !== undefined && holdsOn(found, day);
}

/** Finds out whether a code is a form or a title of the plan; undefined: neither. */
export function findAwardKind(plan: Pick<Plan, 'awards'>, code: string): AwardKind | undefined {
  return listAll(plan).find(({ award }) => award.code === code)?.kind;
}

/** Names a form or a title; a code that the plan has no more stays. */
export function nameAward(plan: Pick<Plan, 'awards'>, locale: keyof Text, code: string): string {
  return listAll(plan).find(({ award }) => award.code === code)?.award.name[locale] ?? code;
}

/** Names a level; a code that the plan has no more stays. */
export function nameAwardLevel({ awards }: Pick<Plan, 'awards'>, locale: keyof Text, code: string): string {
  return awards.levels.find((one) => one.code === code)?.name[locale] ?? code;
}

function listAll({ awards }: Pick<Plan, 'awards'>): { kind: AwardKind; award: Award }[] {
  return [
    ...awards.forms.map((award) => ({ kind: 'form' as const, award })),
    ...awards.titles.map((award) => ({ kind: 'title' as const, award })),
  ];
}

function holdsOn({ from, until }: { from?: LocalDate; until?: LocalDate }, day: LocalDate): boolean {
  return (!from || from <= day) && (!until || day <= until);
}
