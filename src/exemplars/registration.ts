import { z } from 'zod';
import type { Answers } from '../drafts/draft.ts';

const yes = z.enum(['yes', 'no']).transform((v) => v === 'yes');
const optionalText = z
  .string()
  .nullish()
  .transform((v) => v ?? null);

/** Answers of the registration form, complete, as the table keeps them. How long texts may be is the form's to say. */
export const registration = z
  .object({
    unit: z.coerce.number().int(),
    subject: z.enum(['collective', 'individual']),
    category: z.string(),
    name: z.string().min(3),
    birthYear: z.number().int().nullish(),
    sex: z.enum(['male', 'female']).nullish(),
    ethnicity: optionalText,
    position: optionalText,
    leader: yes.nullish(),
    leads: z.string().nullish(),
    representative: optionalText,
    memberCount: z.number().int().nullish(),
    place: z.string(),
    difficult: yes,
    labour: yes,
    summary: z.string().min(1),
    criteria: z.array(z.string()),
    ownCriteria: optionalText,
    impact: z.string(),
    endorsedOn: z.iso.date(),
    minutes: optionalText,
    exception: optionalText,
  })
  .transform((a) => {
    const individual = a.subject === 'individual';
    return {
      unitId: a.unit,
      subject: a.subject,
      category: a.category,
      name: a.name,
      birthYear: individual ? (a.birthYear ?? null) : null,
      sex: individual ? (a.sex ?? null) : null,
      ethnicity: individual ? a.ethnicity : null,
      position: individual ? a.position : null,
      leader: individual ? (a.leader ?? null) : null,
      leadsId: individual && a.leads && a.leads !== 'none' ? Number(a.leads) : null,
      representative: individual ? null : a.representative,
      memberCount: individual ? null : (a.memberCount ?? null),
      place: a.place,
      difficultArea: a.difficult,
      directLabour: a.labour,
      summary: a.summary,
      criteria: a.criteria,
      ownCriteria: a.ownCriteria,
      impact: a.impact,
      endorsedOn: a.endorsedOn,
      minutes: a.minutes,
      exceptionReason: a.exception,
    };
  });

/** What a liaison registers (Plan 101, III): one exemplar's own facts, without its life. */
export type Registration = z.output<typeof registration>;

/** The columns of a registration, in one order for insert, update and history. */
export const registrationColumns = {
  unitId: 'unit_id',
  subject: 'subject',
  category: 'category',
  name: 'name',
  birthYear: 'birth_year',
  sex: 'sex',
  ethnicity: 'ethnicity',
  position: 'position',
  leader: 'leader',
  leadsId: 'leads_id',
  representative: 'representative',
  memberCount: 'member_count',
  place: 'place',
  difficultArea: 'difficult_area',
  directLabour: 'direct_labour',
  summary: 'summary',
  criteria: 'criteria',
  ownCriteria: 'own_criteria',
  impact: 'impact',
  endorsedOn: 'endorsed_on',
  minutes: 'minutes',
  exceptionReason: 'exception_reason',
} as const satisfies Record<keyof Registration, string>;

/** The answers that a registered exemplar was made from, so that it can be mended in the same form. */
export function answersOf(r: Registration & { files: number; leadsName: string | null }): Answers {
  const yesNo = (value: boolean) => (value ? 'yes' : 'no');
  const individual = r.subject === 'individual';
  const person = {
    birthYear: r.birthYear,
    sex: r.sex,
    ethnicity: r.ethnicity,
    position: r.position,
    ...(r.leader === null ? {} : { leader: yesNo(r.leader) }),
    ...(r.leader
      ? { leads: r.leadsId === null ? 'none' : String(r.leadsId), '~leadsName': r.leadsName }
      : {}),
  };
  const group = { representative: r.representative, memberCount: r.memberCount };
  return {
    unit: String(r.unitId),
    subject: r.subject,
    category: r.category,
    name: r.name,
    ...(individual ? person : group),
    place: r.place,
    difficult: yesNo(r.difficultArea),
    labour: yesNo(r.directLabour),
    summary: r.summary,
    // Asked when it was registered: a summary that stays as it is needs no figures now.
    figures: 'leave',
    criteria: r.criteria,
    ...(r.ownCriteria ? { ownCriteria: r.ownCriteria } : {}),
    impact: r.impact,
    endorsedOn: r.endorsedOn,
    minutes: r.minutes,
    files: r.files,
    ...(r.exceptionReason ? { exception: r.exceptionReason } : {}),
  };
}
