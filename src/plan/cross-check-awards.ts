import { z } from 'zod';
import { findRepeats, findUnknown, type Mistake } from './mistake.ts';

const codeOnly = z.object({ code: z.string().optional().catch(undefined) }).catch({});
const awardOf = z
  .object({
    code: z.string().optional().catch(undefined),
    levels: z.array(z.string()).catch([]),
  })
  .catch({ levels: [] });
/** As much as can be read of the awards of any plan file. */
export const awardParts = z
  .object({
    levels: z.array(codeOnly).catch([]),
    forms: z.array(awardOf).catch([]),
    titles: z.array(awardOf).catch([]),
  })
  .catch({ levels: [], forms: [], titles: [] });
/** As much as can be read of the conference of any plan file. */
export const conferenceParts = z
  .object({ weights: z.object({ award: z.record(z.string(), z.unknown()).catch({}) }).catch({ award: {} }) })
  .optional()
  .catch(undefined);

/**
 * Finds mistakes among the awards. A proposal stores the code of its award, so forms and titles
 * share their codes.
 */
export function checkAwards({ levels, forms, titles }: z.infer<typeof awardParts>): Mistake[] {
  const known = levels.flatMap(({ code }) => code ?? []);
  const all = [
    ...forms.map((award, i) => ({ award, path: ['awards', 'forms', i] })),
    ...titles.map((award, i) => ({ award, path: ['awards', 'titles', i] })),
  ];
  return [
    ...findRepeats(
      levels.map(({ code }, i) => ({ value: code, path: ['awards', 'levels', i, 'code'] })),
      'code',
    ),
    ...findRepeats(
      all.map(({ award, path }) => ({ value: award.code, path: [...path, 'code'] })),
      'code',
    ),
    ...findUnknown(
      all.flatMap(({ award, path }) =>
        award.levels.map((level, i) => ({ value: level, path: [...path, 'levels', i] })),
      ),
      known,
      'level',
    ),
  ];
}

/** Finds points of the conference for awards of a level that the plan does not have. */
export function checkConference(
  conference: z.infer<typeof conferenceParts>,
  { levels }: z.infer<typeof awardParts>,
): Mistake[] {
  const known = levels.flatMap(({ code }) => code ?? []);
  const named = Object.keys(conference?.weights.award ?? {});
  return findUnknown(
    named.map((level) => ({ value: level, path: ['conference', 'weights', 'award', level] })),
    known,
    'levelOfAwards',
  );
}
